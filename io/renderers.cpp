#include <lotse/io/render.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {

std::span<const Renderer> renderers() {
    static constexpr std::array all{
        Renderer{"text", ".txt", {"Text für den Bildschirm", "text for the screen"}, render_text},
        Renderer{"csv", ".csv", {"CSV für Programme", "CSV for programs"}, render_csv},
        Renderer{"csv-excel", ".csv", {"CSV für Excel", "CSV for Excel"}, render_csv_excel},
        Renderer{"json", ".json", {"JSON für Programme", "JSON for programs"}, render_json},
        Renderer{"html", ".html", {"Seite zum Drucken", "page for printing"}, render_html},
    };
    return all;
}

const Renderer* find_renderer(std::string_view id) {
    const auto all = renderers();
    const auto it = std::ranges::find(all, id, &Renderer::id);
    return it == all.end() ? nullptr : &*it;
}

}  // namespace lotse::io

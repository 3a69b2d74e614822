#include <lotse/io/render.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {

namespace {

template <std::string (*text)(const Document&, Language)>
Result<std::string> always(const Document& document, Language language) {
    return text(document, language);
}

}  // namespace

std::span<const Renderer> renderers() {
    using enum Renderer::Content;
    static constexpr std::array all{
        Renderer{"text",
                 ".txt",
                 {"Text für den Bildschirm", "text for the screen"},
                 text,
                 always<render_text>},
        Renderer{
            "csv", ".csv", {"CSV für Programme", "CSV for programs"}, text, always<render_csv>},
        Renderer{"csv-excel",
                 ".csv",
                 {"CSV für Excel", "CSV for Excel"},
                 text,
                 always<render_csv_excel>},
        Renderer{"json",
                 ".json",
                 {"JSON für Programme", "JSON for programs"},
                 text,
                 always<render_json>},
        Renderer{
            "html", ".html", {"Seite zum Drucken", "page for printing"}, text, always<render_html>},
        Renderer{"xlsx",
                 ".xlsx",
                 {"Arbeitsmappe für Excel und LibreOffice", "workbook for Excel and LibreOffice"},
                 binary,
                 render_xlsx},
    };
    return all;
}

const Renderer* find_renderer(std::string_view id) {
    const auto all = renderers();
    const auto it = std::ranges::find(all, id, &Renderer::id);
    return it == all.end() ? nullptr : &*it;
}

}  // namespace lotse::io

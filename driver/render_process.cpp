#include "render_process.hpp"

#include <lotse/base/child_process.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/limits.hpp>

#include <sys/resource.h>

#include <charconv>
#include <vector>

namespace lotse::driver {
namespace {

constexpr int out_of_memory = 5;  // what lotse-render says by its exit code

Error failure(Text text, std::string_view detail) {
    return {ErrorKind::renderer, message(text, {detail})};
}

/// The line in which the renderer itself speaks; libraries may have written around it.
std::string spoken_line(const std::string& words) {
    static constexpr std::string_view speaker = "lotse-render: ";
    const std::size_t at = words.find(speaker);
    const std::size_t from = at == words.npos ? words.find_first_not_of('\n') : at + speaker.size();
    if (from == words.npos) return {};
    return words.substr(from, words.find('\n', from) - from);
}

std::string_view word(PictureFormat format) {
    switch (format) {
        case PictureFormat::pdf: return "pdf";
        case PictureFormat::png: return "png";
        case PictureFormat::dot: return "dot";
        case PictureFormat::svg: break;
    }
    return "svg";
}

/// The renderer gets its drawing as a file in memory, which has the limit of any file.
bool exceeds_file_size(const std::string& drawing) {
    rlimit limit{};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < drawing.size();
}

Result<Picture> run_renderer(const std::string& renderer, std::string_view what,
                             const std::string& drawing_json, const RenderLimits& limits) {
    ChildOutcome outcome =
        run_child({renderer,
                   {std::string{what}, "--memory-mb", std::to_string(limits.memory_mb), "--seconds",
                    std::to_string(limits.seconds), "--dpi", std::to_string(limits.dots_per_inch)},
                   drawing_json,
                   limits.seconds});
    switch (outcome.end) {
        case ChildEnd::not_started:
            if (exceeds_file_size(drawing_json))
                return Error{ErrorKind::input_output,
                             Text{"Die Zeichnung ist größer, als eine Datei hier werden darf "
                                  "(ulimit -f). Bitte diese Grenze anheben.",
                                  "The drawing is larger than a file may become here (ulimit -f). "
                                  "Raise that limit."}};
            return failure({"der Kartenzeichner '{}' lässt sich nicht starten",
                            "the map renderer '{}' does not start"},
                           renderer);
        case ChildEnd::too_late:
            return io::limit_error("render-seconds", limits.seconds, "lotse-render");
        case ChildEnd::too_much_output:
            return failure({"der Kartenzeichner schrieb mehr als erlaubt: {}",
                            "the map renderer wrote more than allowed: {}"},
                           spoken_line(outcome.messages));
        case ChildEnd::exited: break;
    }
    if (outcome.exit_code == out_of_memory)
        return io::limit_error("memory-mb", limits.memory_mb, "lotse-render");
    if (outcome.exit_code != 0)
        return failure({"der Kartenzeichner ist gescheitert: {}", "the map renderer failed: {}"},
                       outcome.messages.empty()
                           ? "lotse-render, " + std::to_string(outcome.exit_code)
                           : spoken_line(outcome.messages));
    return Picture{std::move(outcome.output),
                   outcome.messages.empty() ? std::string{} : spoken_line(outcome.messages)};
}

}  // namespace

std::optional<PictureFormat> picture_format(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return std::nullopt;
    const std::string ending = unicode::match_key(file_name.substr(dot + 1));
    for (const PictureFormat format :
         {PictureFormat::svg, PictureFormat::pdf, PictureFormat::png, PictureFormat::dot})
        if (ending == word(format)) return format;
    return std::nullopt;
}

Result<std::string> find_renderer() {
    if (auto path = find_helper_program("lotse-render")) return *std::move(path);
    return failure(
        {"der Kartenzeichner lotse-render fehlt in „{}“ und in libexec/lotse; bitte lotse "
         "vollständig installieren",
         "the map renderer lotse-render is missing in '{}' and in libexec/lotse; install lotse "
         "completely"},
        program_folder());
}

Result<Picture> render(const std::string& drawing_json, PictureFormat format,
                       const RenderLimits& limits) {
    const Result<std::string> renderer = find_renderer();
    if (!renderer) return renderer.error();
    return render_with(*renderer, drawing_json, format, limits);
}

Result<std::vector<Picture>> render_several(const std::string& orders_json, std::size_t count,
                                            const RenderLimits& limits) {
    const Result<std::string> renderer = find_renderer();
    if (!renderer) return renderer.error();
    const auto drawn = run_renderer(*renderer, "several", orders_json, limits);
    if (!drawn) return drawn.error();
    std::vector<Picture> pictures;
    for (std::string_view rest = drawn->bytes; !rest.empty();) {
        std::size_t length = 0;
        const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), length);
        const auto digits = static_cast<std::size_t>(end - rest.data());
        if (problem != std::errc{} || digits == rest.size() || rest[digits] != '\n' ||
            length > rest.size() - digits - 1)
            break;
        pictures.push_back({std::string{rest.substr(digits + 1, length)}, drawn->warning});
        rest.remove_prefix(digits + 1 + length);
    }
    if (pictures.size() != count)
        return failure({"der Kartenzeichner schrieb {} statt der bestellten Bilder",
                        "the map renderer wrote {} instead of the pictures ordered"},
                       std::to_string(pictures.size()));
    return pictures;
}

Result<Picture> render_with(const std::string& renderer, const std::string& drawing_json,
                            PictureFormat format, const RenderLimits& limits) {
    return run_renderer(renderer, word(format), drawing_json, limits);
}

}  // namespace lotse::driver

#include "output.hpp"

#include "credit.hpp"
#include "load.hpp"
#include "progress.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/render.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace lotse::driver {

std::vector<OptionInfo> document_options() {
    std::vector<std::string> formats;
    for (const io::Renderer& renderer : io::renderers()) formats.emplace_back(renderer.id);
    return {
        {"format",
         {"Format der Ausgabe", "format of the output"},
         OptionForm::single,
         "text",
         std::move(formats)},
        {"output",
         {"Datei der Ausgabe; „-“ ist die Standardausgabe. Ohne --format sagt ihre Endung das "
          "Format",
          "file of the output; '-' is standard output. Without --format its ending says the "
          "format"},
         OptionForm::single,
         "-",
         {}},
    };
}

io::OutputRules output_rules(const Call& call, std::span<const std::string> inputs) {
    io::OutputRules rules;
    if (call.has("overwrite")) rules.existing = io::Existing::overwrite;
    for (const std::string& input : inputs) rules.inputs.push_back(path_of(input));
    for (const std::string_view option : input_options)
        if (call.has(option)) rules.inputs.push_back(path_of(call.option(option)));
    return rules;
}

io::OutputRules output_rules(const Call& call) {
    return output_rules(call, call.arguments);
}

namespace {

/// Endings of files that are no plain text and that no result is written as.
constexpr std::array<std::string_view, 25> other_endings{
    "pdf", "png", "svg",  "dot", "gexf", "graphml", "gml",     "gpkg", "xls",
    "ods", "doc", "docx", "odt", "jpg",  "zip",     "geojson", "htm",  "xhtml",
    "tsv", "tab", "xml",  "rtf", "jpeg", "xlsm",    "yaml"};

/// The format asked for, else the first one that the ending of the target names.
Result<const io::Renderer*> renderer_of(const Call& call, const std::filesystem::path& target) {
    if (!call.has("format")) {
        const std::string ending = unicode::match_key(target.extension().string());
        for (const io::Renderer& renderer : io::renderers())
            if (renderer.ending == '.' + ending) return &renderer;
        if (std::ranges::find(other_endings, ending) != other_endings.end())
            return Error{ErrorKind::usage,
                         message({"-o: Ein Ergebnis lässt sich nicht als .{} schreiben. Möglich "
                                  "sind .txt, .csv, .json, .html und .xlsx; Karten zeichnet „lotse "
                                  "draw“, Netze wandelt „lotse convert“ um.",
                                  "-o: a result cannot be written as .{}. Possible are .txt, .csv, "
                                  ".json, .html and .xlsx; 'lotse draw' draws maps, 'lotse "
                                  "convert' converts networks."},
                                 {ending})};
    }
    return io::find_renderer(call.option("format", "text"));
}

}  // namespace

Result<ExitCode> deliver(const Document& document, const Call& call) {
    const std::string target = call.option("output", "-");
    const auto chosen = renderer_of(call, path_of(target));
    if (!chosen) return chosen.error();
    const io::Renderer& renderer = **chosen;
    const bool to_terminal = !call.has("output") || isatty(STDOUT_FILENO) == 1;
    const bool to_stdout = target == "-" || io::is_standard_output(path_of(target));
    if (to_stdout && renderer.content == io::Renderer::Content::binary && to_terminal)
        return Error{ErrorKind::usage,
                     message({"--format {} ist eine Datei, kein Text; bitte mit -o ergebnis{} "
                              "sagen, wohin.",
                              "--format {} is a file, not text; say where by -o result{}."},
                             {renderer.id, renderer.ending})};
    now_doing(Text{"Ergebnis schreiben", "Writing the result"});
    const auto text = renderer.text(document, call.language);
    if (!text) return text.error();
    if (to_stdout) end_progress();
    const Status written = target == "-"
                               ? io::write_standard_output(*text)
                               : io::write_file(path_of(target), *text, output_rules(call));
    if (!written) return written.error();
    return ExitCode::done;
}

Result<ExitCode> deliver(Document document, const Network& network, const Call& call) {
    const auto renderer = renderer_of(call, path_of(call.option("output", "-")));
    if (!renderer) return renderer.error();
    if ((*renderer)->id.starts_with("csv"))
        document = with_origin_columns(std::move(document), network);
    else
        document = with_credit(std::move(document), network);
    return deliver(document, call);
}

}  // namespace lotse::driver

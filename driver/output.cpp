#include "output.hpp"

#include "load.hpp"

#include <lotse/io/render.hpp>

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
         {"Datei der Ausgabe; „-“ ist die Standardausgabe",
          "file of the output; '-' is standard output"},
         OptionForm::single,
         "-",
         {}},
    };
}

io::OutputRules output_rules(const Call& call) {
    io::OutputRules rules;
    if (call.has("overwrite")) rules.existing = io::Existing::overwrite;
    for (const std::string& argument : call.arguments) rules.inputs.push_back(path_of(argument));
    return rules;
}

Result<ExitCode> deliver(const Document& document, const Call& call) {
    const std::string text =
        io::find_renderer(call.option("format", "text"))->text(document, call.language);
    const std::string target = call.option("output", "-");
    const Status written = target == "-"
                               ? io::write_standard_output(text)
                               : io::write_file(path_of(target), text, output_rules(call));
    if (!written) return written.error();
    return ExitCode::done;
}

}  // namespace lotse::driver

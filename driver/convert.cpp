#include "load.hpp"
#include "output.hpp"

#include <lotse/io/export.hpp>

namespace lotse::driver {
namespace {

Result<ExitCode> run(const Call& call) {
    const auto target = path_of(call.arguments[1]);
    if (!target.extension().empty() && io::find_export_format(target) == nullptr &&
        !std::filesystem::is_directory(target)) {
        std::string endings;
        for (const io::ExportFormat& format : io::export_formats())
            endings += std::string{format.ending} + ' ';
        return Error{
            ErrorKind::usage,
            message({"„{}“: Diese Endung kennt lotse nicht. Möglich sind {}und ein Ordner.",
                     "'{}': lotse does not know this ending. Possible are {}and a folder."},
                    {call.arguments[1], endings})};
    }
    const auto loaded = load(call, path_of(call.arguments[0]));
    if (!loaded) return loaded.error();
    io::ExportOptions options;
    if (call.has("with-contacts")) options.mailboxes = io::Mailboxes::include;
    options.language = call.language;
    io::OutputRules rules = output_rules(call);
    rules.inputs.resize(1);
    if (const auto written = io::export_network(*loaded->network, target, options, rules); !written)
        return written.error();
    if (!call.has("quiet"))
        for (const Message& note : io::export_notes(*loaded->network, target, options))
            say("lotse: " + note.in(call.language));
    return ExitCode::done;
}

}  // namespace

Command convert_command() {
    return {
        "convert",
        {"in eine andere Form bringen", "bring into another form"},
        Text{"Liest ein Netz und schreibt es in der Form, die die Endung des Ziels nennt: .xlsx "
             "(Excel, LibreOffice), .json, .gexf (Gephi), .graphml (R, Python, yEd), .dot "
             "(Graphviz) oder ein Ordner mit "
             "CSV-Tabellen.",
             "Reads a network and writes it in the form that the target's ending names: .xlsx "
             "(Excel, LibreOffice), .json, .gexf (Gephi), .graphml (R, Python, yEd), .dot "
             "(Graphviz) or a folder of CSV tables."},
        {{"NETZ", {"was gelesen wird", "what is read"}},
         {"ZIEL", {"was geschrieben wird", "what is written"}}},
        {{"with-contacts",
          {"Funktionspostfächer mitschreiben", "write function mailboxes too"},
          OptionForm::flag,
          "",
          {}}},
        run};
}

}  // namespace lotse::driver

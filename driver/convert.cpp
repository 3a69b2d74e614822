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
    if (call.option("gexf-version") == "1.2draft")
        options.gexf_version = io::GexfVersion::v1_2draft;
    if (call.has("gephi-csv")) {
        if (!target.extension().empty())
            return Error{ErrorKind::usage,
                         message({"--gephi-csv schreibt einen Ordner; „{}“ sieht nach einer Datei "
                                  "aus.",
                                  "--gephi-csv writes a folder; '{}' looks like a file."},
                                 {call.arguments[1]})};
        options.folder = io::FolderForm::gephi_csv;
    }
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
        data_group,
        {"in eine andere Form bringen", "bring into another form"},
        Text{
            "Liest ein Netz (Ordner mit CSV-Tabellen, Arbeitsmappe, .json, .gexf, .graphml, oder "
            "nodes.csv und edges.csv) und schreibt es in der Form, die die Endung des Ziels "
            "nennt: .xlsx (Excel, LibreOffice), .json, .gexf (Gephi), .graphml (R, Python, yEd), "
            ".dot (Graphviz) oder ein Ordner mit CSV-Tabellen.",
            "Reads a network (folder of CSV tables, workbook, .json, .gexf, .graphml, or nodes.csv "
            "and edges.csv) and writes it in the form that the target's ending names: .xlsx "
            "(Excel, LibreOffice), .json, .gexf (Gephi), .graphml (R, Python, yEd), .dot "
            "(Graphviz) or a folder of CSV tables."},
        {{"NETZ", {"was gelesen wird", "what is read"}},
         {"ZIEL", {"was geschrieben wird", "what is written"}}},
        {{"with-contacts",
          {"Funktionspostfächer mitschreiben", "write function mailboxes too"},
          OptionForm::flag,
          "",
          {}},
         {"gephi-csv",
          {"Ordner mit nodes.csv und edges.csv für Gephi",
           "folder with nodes.csv and edges.csv for Gephi"},
          OptionForm::flag,
          "",
          {}},
         {"gexf-version",
          {"Fassung von GEXF: 1.3, oder 1.2draft für networkx 2.8",
           "version of GEXF: 1.3, or 1.2draft for networkx 2.8"},
          OptionForm::single,
          "1.3",
          {"1.3", "1.2draft"}}},
        run};
}

}  // namespace lotse::driver

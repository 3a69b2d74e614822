#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>

#include "export_notes.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

/// A form that cannot fail, as one that could.
template <auto make>
auto always(const Network& network, const ExportOptions& options)
    -> Result<decltype(make(network, options))> {
    return make(network, options);
}

constexpr std::string_view tables = "tables";
constexpr std::array forms{
    ExportForm{tables,
               "",
               {"Ordner mit CSV-Tabellen und datapackage.json: alle Tabellen",
                "folder of CSV tables and datapackage.json: all tables"},
               nullptr,
               always<csv_files>,
               nullptr},
    ExportForm{tables,
               ".xlsx",
               {"Arbeitsmappe für Excel und LibreOffice: alle Tabellen",
                "workbook for Excel and LibreOffice: all tables"},
               xlsx_text,
               nullptr,
               limits_of_workbook},
    ExportForm{tables,
               ".json",
               {"JSON: alle Tabellen in einer Datei", "JSON: all tables in one file"},
               always<json_text>,
               nullptr,
               nullptr},
    ExportForm{
        "",
        ".gexf",
        {"GEXF 1.3 für Gephi: Akteure und Beziehungen", "GEXF 1.3 for Gephi: actors and ties"},
        always<gexf_text>,
        nullptr,
        left_out_of_graph},
    ExportForm{"",
               ".graphml",
               {"GraphML für R, Python, yEd: Akteure und Beziehungen",
                "GraphML for R, Python, yEd: actors and ties"},
               always<graphml_text>,
               nullptr,
               left_out_of_graph},
    ExportForm{"",
               ".dot",
               {"DOT für Graphviz: Akteure und Beziehungen ohne weitere Spalten",
                "DOT for Graphviz: actors and ties without further columns"},
               always<dot_text>,
               nullptr,
               left_out_of_graph},
    ExportForm{"gephi-csv",
               "",
               {"Ordner mit nodes.csv und edges.csv für Gephi: Akteure und Beziehungen",
                "folder with nodes.csv and edges.csv for Gephi: actors and ties"},
               nullptr,
               always<gephi_csv_files>,
               left_out_of_graph},
    ExportForm{"hsds",
               "",
               {"Ordner nach HSDS 3.0 (Open Referral): alle Tabellen",
                "folder after HSDS 3.0 (Open Referral): all tables"},
               nullptr,
               always<hsds_files>,
               limits_of_hsds},
    ExportForm{"hsds",
               ".json",
               {"JSON nach HSDS 3.0 (Open Referral): alle Tabellen",
                "JSON after HSDS 3.0 (Open Referral): all tables"},
               always<hsds_json_text>,
               nullptr,
               limits_of_hsds},
    ExportForm{
        "kumu",
        ".xlsx",
        {"Arbeitsmappe für Kumu: Akteure und Beziehungen", "workbook for Kumu: actors and ties"},
        kumu_text,
        nullptr,
        left_out_of_kumu},
    ExportForm{"",
               ".geojson",
               {"GeoJSON für QGIS und das Web: Akteure, Beziehungen und Gebiete mit Kennzahlen",
                "GeoJSON for QGIS and the web: actors, ties and areas with indicators"},
               always<geojson_text>,
               nullptr,
               left_out_of_map,
               ExportForm::Areas::yes},
    ExportForm{"",
               ".gpkg",
               {"GeoPackage für QGIS: Akteure, Beziehungen und Gebiete mit Kennzahlen",
                "GeoPackage for QGIS: actors, ties and areas with indicators"},
               geopackage_text,
               nullptr,
               left_out_of_map,
               ExportForm::Areas::yes},
    ExportForm{"indicators",
               ".csv",
               {"Kennzahlen der Gebiete nach Schlüssel und Jahr, für kommunale GIS",
                "indicators of areas by key and year, for municipal GIS"},
               always<indicators_text>,
               nullptr,
               left_out_of_indicators,
               ExportForm::Areas::yes},
};

bool has_mailboxes(const Network& network) {
    const auto recorded = [](const auto& row) { return !row.mailbox.empty(); };
    return std::ranges::any_of(network.tables().actors, recorded) ||
           std::ranges::any_of(network.tables().contacts, recorded);
}

/// What whoever passes the file on must know; empty: its licence says it.
Message license_note(std::string_view license) {
    if (license.empty())
        return Text{
            "Das Netz nennt keine Lizenz. Bitte vor dem Weitergeben klären und eintragen "
            "(Blatt „Netz“, oder licenses in datapackage.json).",
            "The network states no licence. Settle and record it before passing the file "
            "on (sheet 'Network', or licenses in datapackage.json)."};
    if (unicode::match_key(license) == "nur intern" || unicode::match_key(license) == "internal")
        return message({"Lizenz „{}“: Diese Datei ist nicht zum Weitergeben.",
                        "Licence '{}': this file is not to be passed on."},
                       {license});
    return {};
}

/// ".json", also of "netz.json/" and "NETZ.JSON"; empty: there is none.
std::string ending_of(const fs::path& target) {
    fs::path name = target.lexically_normal();
    if (!name.has_filename()) name = name.parent_path();
    return name.has_extension() ? '.' + unicode::match_key(name.extension().string())
                                : std::string{};
}

bool is_named(const ExportForm& form, std::string_view as) {
    return as.empty() ? form.as.empty() || form.as == tables : form.as == as;
}

/// "ein Ordner, .xlsx, .json": the targets that forms of this name have.
Message targets_of(std::string_view as) {
    Message out;
    for (const ExportForm& form : forms) {
        if (!is_named(form, as)) continue;
        const std::string_view comma = out.empty() ? "" : ", ";
        out.de += std::string{comma} += form.ending.empty() ? "ein Ordner" : form.ending;
        out.en += std::string{comma} += form.ending.empty() ? "a folder" : form.ending;
    }
    return out;
}

}  // namespace

std::span<const ExportForm> export_forms() {
    return forms;
}

Result<const ExportForm*> find_export_form(const fs::path& target, std::string_view as) {
    const std::string ending = ending_of(target);
    const auto form_of = [&](std::string_view wanted) {
        const auto found = std::ranges::find_if(
            forms, [&](const ExportForm& f) { return is_named(f, as) && f.ending == wanted; });
        return found == forms.end() ? nullptr : &*found;
    };
    // An ending that means a file does so for a folder too, which is then refused.
    if (const ExportForm* form = form_of(ending)) return form;
    std::error_code failed;
    if (fs::is_directory(target, failed))
        if (const ExportForm* form = form_of("")) return form;
    const Message file = message({"{}", "{}"}, {path_text(target)});
    if (as.empty())
        return Error{ErrorKind::usage,
                     message({"{}: Eine Form mit dieser Endung schreibt lotse nicht. Möglich sind "
                              "{}; mit --as noch andere (lotse list formats).",
                              "{}: lotse writes no form with this ending. Possible are {}; with "
                              "--as others too (lotse list formats)."},
                             {file, targets_of(as)})};
    const Message name = message({"{}", "{}"}, {as});
    const Message targets = targets_of(as);
    if (targets.empty())
        return Error{ErrorKind::usage, message({"--as {}: Eine solche Form gibt es nicht.",
                                                "--as {}: there is no such form."},
                                               {name})};
    return Error{ErrorKind::usage, message({"--as {} passt nicht zu „{}“. Möglich als Ziel: {}.",
                                            "--as {} does not fit '{}'. Possible as a target: {}."},
                                           {name, file, targets})};
}

Status export_network(const Network& network, const fs::path& target, const ExportOptions& options,
                      const OutputRules& rules) {
    const auto form = find_export_form(target, options.as);
    if (!form) return form.error();
    if ((*form)->files) {
        if (auto possible = check_folder_target(target, rules); !possible) return possible;
        const auto files = (*form)->files(network, options);
        if (!files) return files.error();
        return write_folder(target, *files, rules);
    }
    if (auto possible = check_file_target(target, rules); !possible) return possible;
    const auto text = (*form)->text(network, options);
    if (!text) return text.error();
    return write_file(target, *text, rules);
}

std::vector<Message> export_notes(const Network& network, const ExportForm& form,
                                  const ExportOptions& options) {
    std::vector<Message> notes;
    if (Message note = license_note(network.info().license); !note.empty())
        notes.push_back(std::move(note));
    if (options.mailboxes == Mailboxes::withhold && has_mailboxes(network))
        notes.push_back(
            Text{"Funktionspostfächer sind nicht dabei (--with-contacts nimmt sie mit).",
                 "Function mailboxes are left out (--with-contacts includes them)."});
    if (form.left_out)
        for (Message& note : form.left_out(network, options)) notes.push_back(std::move(note));
    return notes;
}

}  // namespace lotse::io

#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>

#include "text_file.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

template <std::string (*text)(const Network&, const ExportOptions&)>
Result<std::string> always(const Network& network, const ExportOptions& options) {
    return text(network, options);
}

using enum ExportFormat::Holds;
constexpr std::array formats{
    ExportFormat{".xlsx",
                 {"Arbeitsmappe für Excel und LibreOffice: alle Tabellen",
                  "workbook for Excel and LibreOffice: all tables"},
                 all_tables,
                 xlsx_text},
    ExportFormat{".json",
                 {"JSON: alle Tabellen in einer Datei", "JSON: all tables in one file"},
                 all_tables,
                 always<json_text>},
    ExportFormat{
        ".gexf",
        {"GEXF 1.3 für Gephi: Akteure und Beziehungen", "GEXF 1.3 for Gephi: actors and ties"},
        actors_and_ties,
        always<gexf_text>},
    ExportFormat{".graphml",
                 {"GraphML für R, Python, yEd: Akteure und Beziehungen",
                  "GraphML for R, Python, yEd: actors and ties"},
                 actors_and_ties,
                 always<graphml_text>},
    ExportFormat{".dot",
                 {"DOT für Graphviz: Akteure und Beziehungen ohne weitere Spalten",
                  "DOT for Graphviz: actors and ties without further columns"},
                 actors_and_ties,
                 always<dot_text>},
};

bool is_folder(const fs::path& target) {
    std::error_code failed;
    return target.extension().empty() || fs::is_directory(target, failed);
}

bool has_mailboxes(const Network& network) {
    const auto recorded = [](const auto& row) { return !row.mailbox.empty(); };
    return std::ranges::any_of(network.tables().actors, recorded) ||
           std::ranges::any_of(network.tables().contacts, recorded);
}

}  // namespace

std::span<const ExportFormat> export_formats() {
    return formats;
}

const ExportFormat* find_export_format(const fs::path& target) {
    const std::string ending = unicode::match_key(target.extension().string());
    for (const ExportFormat& format : formats)
        if (format.ending.substr(1) == ending) return &format;
    return nullptr;
}

Status export_network(const Network& network, const fs::path& target, const ExportOptions& options,
                      const OutputRules& rules) {
    if (is_folder(target)) {
        if (auto possible = check_folder_target(target, rules); !possible) return possible;
        return write_folder(target,
                            options.folder == FolderForm::gephi_csv
                                ? gephi_csv_files(network, options)
                                : csv_files(network, options),
                            rules);
    }
    const ExportFormat* format = find_export_format(target);
    if (!format)
        return Error{
            ErrorKind::usage,
            message({"{}: Eine Form mit dieser Endung schreibt lotse nicht. Möglich sind "
                     ".xlsx, .json, .gexf, .graphml, .dot und ein Ordner.",
                     "{}: lotse writes no form with this ending. Possible are .xlsx, .json, "
                     ".gexf, .graphml, .dot and a folder."},
                    {path_text(target)})};
    if (auto possible = check_file_target(target, rules); !possible) return possible;
    const auto text = format->text(network, options);
    if (!text) return text.error();
    return write_file(target, *text, rules);
}

std::vector<Message> export_notes(const Network& network, const fs::path& target,
                                  const ExportOptions& options) {
    std::vector<Message> notes;
    if (options.mailboxes == Mailboxes::withhold && has_mailboxes(network))
        notes.push_back(
            Text{"Funktionspostfächer sind nicht dabei (--with-contacts nimmt sie mit).",
                 "Function mailboxes are left out (--with-contacts includes them)."});
    const ExportFormat* format = is_folder(target) ? nullptr : find_export_format(target);
    const bool graph = format ? format->holds == actors_and_ties
                              : is_folder(target) && options.folder == FolderForm::gephi_csv;
    std::string left_out;
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table == Actor::table || Row::table == Tie::table || rows.empty()) return;
        left_out += (left_out.empty() ? "" : ", ") + std::string{Row::table};
    });
    if (graph && !left_out.empty())
        notes.push_back(message({"Eine Graphdatei hält nur Akteure und Beziehungen; nicht dabei "
                                 "sind die Tabellen {}.",
                                 "A graph file holds actors and ties only; left out are the "
                                 "tables {}."},
                                {left_out}));
    return notes;
}

}  // namespace lotse::io

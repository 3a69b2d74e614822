#include "workbook.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/headings.hpp>

#include "text_file.hpp"
#include "workbook_properties.hpp"
#include "workbook_refusal.hpp"
#include "workbook_sheet.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

bool is_called(std::string_view name, Text text) {
    const std::string typed = unicode::match_key(name);
    return typed == unicode::match_key(text.de) || typed == unicode::match_key(text.en);
}

/// "Akteure (2)" and "Akteure 2", as copying a sheet names it, without the number.
std::string_view without_number(std::string_view name) {
    name = unicode::trim(name);
    if (name.ends_with(')')) name.remove_suffix(1);
    std::size_t digits = 0;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') {
        name.remove_suffix(1);
        ++digits;
    }
    if (name.ends_with('(')) name.remove_suffix(1);
    constexpr std::size_t longest = 2;
    const bool numbered = digits > 0 && digits <= longest && name.ends_with(' ');
    return numbered ? unicode::trim(name) : std::string_view{};
}

std::string_view table_of_name(std::string_view name) {
    const auto table = table_key(name);
    return table.empty() ? table_key(without_number(name)) : table;
}

struct MeantTable {
    std::string_view key;
    bool alone = true;  ///< no other table knows as many of the headings
};

/// The table whose headings a sheet shows; empty: of none at least three.
MeantTable table_of_headings(const WorkbookSheet& sheet) {
    constexpr std::size_t enough = 3;
    MeantTable best;
    std::size_t most = enough - 1;
    for (const TableName& table : table_names()) {
        const auto fit = find_headings(sheet, known_headings(table.key));
        if (!fit || fit->known < most) continue;
        if (fit->known == most) {
            best.alone = false;
            continue;
        }
        best = {table.key, true};
        most = fit->known;
    }
    return best;
}

bool holds_properties(const WorkbookSheet& sheet) {
    return is_called(sheet.name, network_sheet) && table_of_headings(sheet).key.empty();
}

/// Files that spreadsheet programs lay beside an open workbook.
std::vector<fs::path> lock_files(const fs::path& path) {
    const std::string name = path.filename().string();
    std::vector<fs::path> out{path.parent_path() / ("~$" + name),
                              path.parent_path() / (".~lock." + name + '#')};
    if (name.size() > 8)  // Excel drops two characters of a longer name
        out.push_back(path.parent_path() / ("~$" + name.substr(2)));
    return out;
}

class WorkbookReader {
public:
    WorkbookReader(const WorkbookCells& book, const std::string& file, const Limits& limits,
                   NetworkBuilder& builder)
        : book_{book}, file_{file}, budgets_{limits}, builder_{builder} {}

    Status read(NetworkInfo info) {
        WorkbookProperties properties{file_, std::move(info), builder_};
        for (const WorkbookSheet& sheet : book_.sheets) {
            if (is_ignored_sheet(sheet.name)) continue;
            if (sheet.cells.empty()) {
                if (table_of_name(sheet.name) == "actors") empty_actors_ = sheet.name;
                continue;
            }
            const auto table = table_of_sheet(sheet);
            if (holds_properties(sheet))
                properties.read(sheet);
            else if (table.empty())
                report_unknown(sheet);
            else if (auto status = read_table(sheet, table); !status)
                return status;
        }
        report_comments();
        builder_.describe(properties.info());
        if (!tables_.contains("actors") && !empty_actors_.empty())
            report(Severity::error, "missing-table", empty_actors_,
                   Text{"Die Tabelle Akteure (actors) fehlt: Das Blatt ist leer. Es braucht "
                        "mindestens die Überschriften Schlüssel, Name und Art.",
                        "The table actors (Akteure) is missing: the sheet is empty. It needs at "
                        "least the headings key, name and kind."});
        else if (!tables_.contains("actors"))
            report(Severity::error, "missing-table", {},
                   Text{"Die Tabelle Akteure (actors) fehlt: Kein Blatt heißt so.",
                        "The table actors (Akteure) is missing: no sheet is called so."});
        return std::monostate{};
    }

private:
    void report(Severity severity, std::string_view code, const std::string& sheet, Message text,
                int row = 0, int column = 0) {
        builder_.report({severity, code, {file_, sheet, row, column}, std::move(text)});
    }

    Status read_table(const WorkbookSheet& sheet, std::string_view table) {
        if (is_called(sheet.name, network_sheet))
            report(Severity::note, "table-by-headings", sheet.name,
                   message({"Nach seinen Überschriften enthält das Blatt die Tabelle {} und wird "
                            "als solche gelesen. Eindeutig ist es, wenn es auch so heißt.",
                            "By its headings the sheet holds the table {} and is read as such. It "
                            "is unambiguous when it is called so, too."},
                           {table}));
        if (sheet.hidden)
            report(Severity::warning, "hidden-sheet", sheet.name,
                   Text{"Das Blatt ist ausgeblendet und wird trotzdem gelesen. Soll es nicht "
                        "mitzählen, an seinen Namen (ignore) anhängen.",
                        "The sheet is hidden and read nevertheless. If it is not to count, append "
                        "(ignore) to its name."});
        if (sheet.has_comments && !is_checked())
            report(Severity::note, "cell-comments", sheet.name,
                   Text{"Kommentare an Zellen werden nicht gelesen.",
                        "Comments of cells are not read."});
        if (!tables_.insert(table).second)
            report(Severity::note, "second-sheet", sheet.name,
                   message({"Die Tabelle {} steht auf mehreren Blättern; ihre Zeilen werden "
                            "zusammengelegt.",
                            "The table {} stands on several sheets; their rows are joined."},
                           {table}));
        const auto comments = read_sheet(sheet, file_, table, budgets_, builder_);
        if (!comments) return comments.error();
        if (comments->count > 0) comments_.push_back(*comments);
        return std::monostate{};
    }

    /// Of several sheets, such as those of the template with their examples, one note names all.
    void report_comments() {
        if (comments_.empty()) return;
        if (comments_.size() == 1) return builder_.report(comments_.front().note());
        std::vector<std::string> sheets;
        for (const CommentRows& rows : comments_)
            sheets.push_back(rows.first.sheet + " (" + std::to_string(rows.count) + ")");
        report(Severity::note, "comment-rows", {},
               message({"Zeilen, die mit # beginnen, gelten als Kommentar. Blätter und Anzahl: {}.",
                        "Rows that begin with # are comments. Sheets and numbers: {}."},
                       {listed(sheets)}));
    }

    /// The comments of a checked workbook are our own words.
    bool is_checked() const {
        return std::ranges::any_of(book_.sheets,
                                   [](const auto& sheet) { return is_check_sheet(sheet.name); });
    }

    void report_unknown(const WorkbookSheet& sheet) {
        auto similar = similar_table(sheet.name);
        if (similar.empty()) similar = table_of_headings(sheet).key;
        const auto severity = sheet.hidden ? Severity::note : Severity::warning;
        if (similar.empty())
            report(severity, "unknown-sheet", sheet.name,
                   message({"Das Blatt „{}“ heißt wie keine Tabelle und wird nicht gelesen.",
                            "The sheet '{}' is not called like a table and is not read."},
                           {sheet.name}));
        else
            report(severity, "unknown-sheet", sheet.name,
                   message({"Das Blatt „{}“ heißt wie keine Tabelle und wird nicht gelesen. Ist es "
                            "die Tabelle „{}“, bitte so umbenennen.",
                            "The sheet '{}' is not called like a table and is not read. If it is "
                            "the table '{}', rename it so."},
                           {Message{sheet.name, sheet.name}, Message{table_heading(similar)}}));
    }

    const WorkbookCells& book_;
    const std::string& file_;
    RowBudgets budgets_;
    NetworkBuilder& builder_;
    std::set<std::string_view> tables_;
    std::vector<CommentRows> comments_;
    std::string empty_actors_;  ///< name of a sheet of actors without any cell
};

}  // namespace

std::optional<WorkbookForm> workbook_form(const fs::path& path) {
    const std::string ending = unicode::match_key(path.extension().string());
    if (ending == "xlsx") return WorkbookForm::xlsx;
    if (ending == "ods") return WorkbookForm::ods;
    if (ending == "xls") return WorkbookForm::xls;
    return std::nullopt;
}

std::string_view table_of_sheet(const WorkbookSheet& sheet) {
    if (!is_called(sheet.name, network_sheet)) return table_of_name(sheet.name);
    const MeantTable meant = table_of_headings(sheet);
    return meant.alone ? meant.key : std::string_view{};
}

bool is_ignored_sheet(std::string_view name) {
    return unicode::trim(name).ends_with("(ignore)") || is_called(name, notes_sheet) ||
           is_check_sheet(name);
}

bool is_read_sheet(const WorkbookSheet& sheet) {
    return !is_ignored_sheet(sheet.name) &&
           (holds_properties(sheet) || !table_of_sheet(sheet).empty());
}

bool is_check_sheet(std::string_view name) {
    return is_called(name, check_sheet);
}

Status read_workbook_sheets(const WorkbookCells& book, const std::string& file,
                            const std::string& name, const Limits& limits,
                            NetworkBuilder& builder) {
    NetworkInfo info;
    info.name = name;
    return WorkbookReader{book, file, limits, builder}.read(std::move(info));
}

Status read_workbook(const fs::path& path, WorkbookForm form, const Limits& limits,
                     NetworkBuilder& builder) {
    const std::string file = path_text(path.filename());
    if (file.starts_with("~$") || file.starts_with(".~lock.")) {
        builder.report(refusal_issue({"lock-file", {}, 0, 0, {}}, file));
        return std::monostate{};
    }
    const auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    std::error_code failed;
    if (std::ranges::any_of(lock_files(path), [&](const auto& f) { return fs::exists(f, failed); }))
        builder.report({Severity::warning,
                        "open-workbook",
                        {file, {}, 0, 0},
                        Text{"Die Arbeitsmappe ist in einer Tabellenkalkulation geöffnet; gelesen "
                             "wird, was zuletzt gespeichert wurde. Bitte dort speichern und "
                             "schließen.",
                             "The workbook is open in a spreadsheet program; what was saved last "
                             "is read. Save and close it there."}});
    const auto book = read_workbook_cells(*bytes, form, file, limits, builder);
    if (!book) return book.error();
    if (!*book) return std::monostate{};
    return read_workbook_sheets(**book, file, path_text(path.stem()), limits, builder);
}

}  // namespace lotse::io

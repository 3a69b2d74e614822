#include <lotse/analysis/check.hpp>

#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

/// 0 means: the file or the row as a whole.
std::optional<std::int64_t> position(int number) {
    return number > 0 ? std::optional<std::int64_t>{number} : std::nullopt;
}

struct IssueRow {
    Severity severity = Severity::error;
    std::string code;
    std::string file;
    std::string sheet;
    std::optional<std::int64_t> row;
    std::optional<std::int64_t> column;
    Message message;

    static constexpr auto fields() {
        return std::tuple{
            field("severity", &IssueRow::severity, {"Schwere", "Severity"}),
            field("code", &IssueRow::code, {"Kennung", "Code"}),
            field("file", &IssueRow::file, {"Datei", "File"}),
            field("sheet", &IssueRow::sheet, {"Blatt", "Sheet"}),
            field("row", &IssueRow::row, {"Zeile", "Row"}),
            field("column", &IssueRow::column, {"Spalte", "Column"}),
            field("message", &IssueRow::message, {"Meldung", "Message"}),
        };
    }
};

struct CheckFindings {
    std::int64_t rows_read = 0;
    std::int64_t rows_used = 0;
    std::int64_t rows_rejected = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t rows_without_source = 0;
    std::vector<IssueRow> issues;

    static constexpr auto fields() {
        return std::tuple{
            field("rows_read", &CheckFindings::rows_read, {"Zeilen gelesen", "Rows read"}),
            field("rows_used", &CheckFindings::rows_used, {"Zeilen verwendet", "Rows used"}),
            field("rows_rejected", &CheckFindings::rows_rejected,
                  {"Zeilen abgewiesen", "Rows rejected"}),
            field("errors", &CheckFindings::errors, {"Fehler", "Errors"}),
            field("warnings", &CheckFindings::warnings, {"Warnungen", "Warnings"}),
            field("notes", &CheckFindings::notes, {"Hinweise", "Notes"}),
            field("rows_without_source", &CheckFindings::rows_without_source,
                  {"Zeilen ohne Beleg", "Rows without source"}),
            field("issues", &CheckFindings::issues, {"Meldungen", "Issues"}),
        };
    }
};

std::vector<Message> sentences(const CheckFindings& found, bool rows_only) {
    const auto rows = [](std::int64_t n) {
        return counted(n, {"Zeile", "row"}, {"Zeilen", "rows"});
    };
    const Message errors = counted(found.errors, {"Fehler", "error"}, {"Fehler", "errors"});
    const Message warnings =
        counted(found.warnings, {"Warnung", "warning"}, {"Warnungen", "warnings"});
    std::vector<Message> out{message({"{} gelesen, {} verwendet, {} abgewiesen: {}, {}.",
                                      "{} read, {} used, {} rejected: {}, {}."},
                                     {rows(found.rows_read), rows(found.rows_used),
                                      rows(found.rows_rejected), errors, warnings})};
    if (found.errors > 0 && !rows_only)
        out.push_back(
            Text{"Auswertungen laufen erst, wenn die Fehler behoben sind. Nicht alle betreffen "
                 "einzelne Zeilen; --skip-bad-rows hilft also nicht.",
                 "Analyses run once the errors are mended. Not all of them concern single rows, so "
                 "--skip-bad-rows does not help."});
    else if (found.errors > 0)
        out.push_back(
            Text{"Auswertungen laufen erst, wenn die Fehler behoben sind oder mit "
                 "--skip-bad-rows auf die genannten Zeilen verzichtet wird.",
                 "Analyses run once the errors are mended, or without the rows named here "
                 "if --skip-bad-rows is given."});
    else if (found.warnings > 0)
        out.push_back(
            Text{"Die Daten sind verwendbar. Warnungen nennen Stellen, die jemand ansehen "
                 "sollte.",
                 "The data can be used. Warnings name places that somebody should look at."});
    else
        out.push_back(Text{"Die Daten sind verwendbar.", "The data can be used."});
    if (found.rows_without_source > 0)
        out.push_back(message({"Ohne Beleg, also ohne Angabe einer Quelle: {}.",
                               "Without evidence, that is, without a source: {}."},
                              {rows(found.rows_without_source)}));
    out.push_back(
        Text{"Geprüft ist die Form: Schlüssel, Codes, Daten, Verweise. Ob die Angaben stimmen, "
             "wissen nur die Beteiligten.",
             "The form is checked: keys, codes, dates, references. Whether the facts are right "
             "only the partners know."});
    return out;
}

std::int64_t rows_without_source(const NetworkTables& tables) {
    std::int64_t out = 0;
    NetworkTables::for_each(tables, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if constexpr (!std::is_same_v<Row, Source>)
            out += std::ranges::count_if(rows, [](const Row& row) { return row.source.empty(); });
    });
    return out;
}

/// No id occurs in the rows of a check.
struct NoNames {};

}  // namespace

Info check_info() {
    return {"check",
            "A28",
            Theme::data,
            {"Datenprüfung", "Check"},
            {"Was an den Daten ist fehlerhaft, doppelt, widersprüchlich oder veraltet, und wo?",
             "What in the data is wrong, double, contradictory or outdated, and where?"},
            "lotse, QUESTIONS A28"};
}

Document check_document(const BuildResult& result, bool errors_concern_rows) {
    CheckFindings found;
    found.rows_read = result.rows.read;
    found.rows_used = result.rows.used;
    found.rows_rejected = result.rows.rejected;
    for (const Issue& issue : result.issues) {
        ++(issue.severity == Severity::error     ? found.errors
           : issue.severity == Severity::warning ? found.warnings
                                                 : found.notes);
        found.issues.push_back({issue.severity, std::string{issue.code}, issue.where.file,
                                issue.where.sheet, position(issue.where.row),
                                position(issue.where.column), issue.message});
    }
    found.rows_without_source = rows_without_source(result.network.tables());
    const NoNames no_names;
    Document document = Tabulator{no_names}.document(check_info().id, check_info().title, found);
    document.reading = sentences(found, errors_concern_rows);
    return document;
}

}  // namespace lotse::analysis

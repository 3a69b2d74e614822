#include "plain_csv.hpp"

#include <lotse/base/unicode.hpp>

#include "client_values.hpp"
#include "csv_dialect.hpp"
#include "edge_marks.hpp"
#include "swallowed_rows.hpp"
#include "workbook_refusal.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

std::optional<Error> over_limit(const CsvRecord& record, const std::string& file,
                                const Limits& limits) {
    const auto longest = static_cast<std::size_t>(limits.field_kb) << 10U;
    const auto where = [&] { return file + ':' + std::to_string(record.line); };
    if (record.fields.size() > static_cast<std::size_t>(limits.columns))
        return limit_error("columns", limits.columns, where());
    if (std::ranges::any_of(record.fields, [&](const auto& f) { return f.size() > longest; }))
        return limit_error("field-kb", limits.field_kb, where());
    return std::nullopt;
}

/// What is found in many rows, said once.
struct Found {
    int first = 0;  ///< line
    int count = 0;

    void add(int line) {
        if (count++ == 0) first = line;
    }
};

}  // namespace

void look_for_client_data(const CsvRecord& record, const std::string& file,
                          NetworkBuilder& builder) {
    for (std::size_t i = 0; i < record.fields.size(); ++i)
        refuse_client_value(record.fields[i], {file, {}, record.line, static_cast<int>(i + 1)},
                            builder);
}

Result<bool> read_plain_csv(const PlainCsv& csv, const Limits& limits, NetworkBuilder& builder,
                            FunctionRef<void(const CsvRecord&)> headings,
                            FunctionRef<void(CsvRecord&)> row) {
    const auto fail = [&](std::string_view code, int line, Message words) {
        builder.report({Severity::error, code, {csv.file, {}, line, 0}, std::move(words)});
    };
    if (auto other = other_text(csv.text, csv.file)) {
        builder.report(*std::move(other));
        return false;
    }
    RowBudget budget{csv.table_key, limits};
    RejectedRows rejected{csv.fed_table, builder};
    const char shown = find_dialect(csv.text, csv.known).delimiter;
    const char delimiter = csv.hints.delimiter != 0 ? csv.hints.delimiter : shown;
    Found shorter;
    Found emptied;
    MarkedCells marked;
    const auto clean = [&](CsvRecord& record) {
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            if (const auto text = without_edge_marks(record.fields[i]);
                text.size() < record.fields[i].size()) {
                if (marked.count++ == 0)
                    marked.first = {csv.file, {}, record.line, static_cast<int>(i + 1)};
                record.fields[i] = std::string{text};
            }
    };
    /// The headings are separated by another sign than datapackage.json says or tables are.
    const auto other_sign = [&](const CsvRecord& record) {
        auto words = mistaken_delimiter(record, delimiter, shown);
        if (!words && record.fields.size() == 1)
            words = foreign_delimiter(line_of(csv.text, record.line), [&](std::string_view text) {
                return csv.known.contains(unicode::match_key(text));
            });
        return words;
    };
    CsvScanner scanner{csv.text, delimiter};
    CsvRecord record;
    if (is_separator_line(csv.text)) scanner.next(record);
    if (const int line =
            row_beyond(csv.text, {delimiter, is_separator_line(csv.text) ? 1 : 0}, budget.left());
        line > 0)
        return budget.too_many(csv.file + ':' + std::to_string(line));
    for (std::size_t columns = 0;;) {
        const auto step = scanner.next(record);
        if (step == CsvScanner::Step::end) {
            if (columns == 0)
                fail("empty-table", 1,
                     Text{"Die Tabelle ist leer; es fehlt die Zeile mit den Überschriften.",
                          "The table is empty; the row of headings is missing."});
            if (shorter.count > 0)
                builder.report(
                    {Severity::warning,
                     "wrong-field-count",
                     {csv.file, {}, shorter.first, 0},
                     message({"Zeilen haben weniger Felder als die Überschrift Spalten; was am "
                              "Ende fehlt, gilt als nicht erhoben. Fehlt in dieser Zeile ein "
                              "Trennzeichen? (Anzahl: {})",
                              "Rows have fewer fields than the heading has columns; what is "
                              "missing at the end counts as not recorded. Is a delimiter missing "
                              "in this row? (number: {})"},
                             {std::to_string(shorter.count)})});
            if (emptied.count > 0)
                builder.report({Severity::note,
                                "missing-values",
                                {csv.file, {}, emptied.first, 0},
                                missing_values_note(emptied.count)});
            if (marked.count > 0) builder.report(marked.note());
            return columns > 0;
        }
        if (step != CsvScanner::Step::record) {
            look_for_client_data(record, csv.file, builder);
            if (auto words = columns == 0 ? other_sign(record) : std::nullopt) {
                fail("unsupported-dialect", record.line, *std::move(words));
                return false;
            }
            fail("bad-quote", scanner.line(),
                 Text{"Anführungszeichen sind hier nicht richtig geschlossen; ab hier ist die "
                      "Datei nicht lesbar.",
                      "Quotes are not closed properly here; from here on the file cannot be "
                      "read."});
            return false;
        }
        if (record.blank()) continue;
        if (auto error = over_limit(record, csv.file, limits)) return *std::move(error);
        clean(record);
        if (columns == 0) {
            if (auto words = other_sign(record)) {
                fail("unsupported-dialect", record.line, *std::move(words));
                while (scanner.next(record) == CsvScanner::Step::record)
                    look_for_client_data(record, csv.file, builder);
                return false;
            }
            columns = record.fields.size();
            headings(record);
            continue;
        }
        if (auto error =
                budget.count_row([&] { return csv.file + ':' + std::to_string(record.line); }))
            return *std::move(error);
        if (auto found =
                find_swallowed_rows(record.fields, record.fields.size(), columns, delimiter))
            builder.report({Severity::warning,
                            "rows-in-cell",
                            {csv.file, {}, record.line, static_cast<int>(found->field + 1)},
                            std::move(found->message)});
        if (record.fields.size() > columns) {
            look_for_client_data(record, csv.file, builder);
            rejected.add(
                {Severity::error,
                 "wrong-field-count",
                 {csv.file, {}, record.line, 0},
                 message({"Die Zeile hat {} Felder, die Überschrift aber {} Spalten. Gehört ein "
                          "Feld in Anführungszeichen?",
                          "The row has {} fields, but the heading has {} columns. Does a field "
                          "need quotes?"},
                         {std::to_string(record.fields.size()), std::to_string(columns)})});
            continue;
        }
        if (record.fields.size() < columns) shorter.add(record.line);
        record.fields.resize(columns);
        for (std::string& field : record.fields)
            if (const auto& missing = csv.hints.missing_values;
                std::ranges::find(missing, field) != missing.end()) {
                field.clear();
                emptied.add(record.line);
            }
        row(record);
    }
}

}  // namespace lotse::io

#include "csv_table.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "csv_dialect.hpp"
#include "swallowed_rows.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"
#include "workbook_refusal.hpp"

#include <algorithm>
#include <optional>

namespace lotse::io {
namespace {

void drop_blank_end(std::vector<std::string>& fields) {
    while (!fields.empty() && is_blank(fields.back())) fields.pop_back();
}

/// A delimiter other than the file's that splits the row into just the fields it should have.
std::optional<std::string_view> better_delimiter(const std::string& field, std::size_t wanted) {
    struct Sign {
        char delimiter;
        std::string_view shown;
    };
    for (const auto& [delimiter, shown] : {Sign{';', ";"}, Sign{',', ","}, Sign{'\t', "Tab"}})
        if (static_cast<std::size_t>(std::ranges::count(field, delimiter)) + 1 == wanted)
            return shown;
    return std::nullopt;
}

Message counted(std::size_t number, Text one, Text several) {
    return number == 1 ? Message{one} : message(several, {std::to_string(number)});
}

class CsvTableReader {
public:
    CsvTableReader(const std::string& file, std::string_view table_key, RowBudgets& budgets,
                   NetworkBuilder& builder, const CsvHints& hints)
        : table_key_{table_key},
          hints_{hints},
          rows_{{file, {}, 0, 0}, table_key, budgets, builder} {}

    Status read(std::string_view text) {
        const Headings& known = known_headings(table_key_);
        const CsvDialect dialect = hints_.delimiter != 0
                                       ? find_dialect_of(text, known, hints_.delimiter)
                                       : find_dialect(text, known);
        delimiter_ = dialect.delimiter;
        if (const int line = row_beyond(text, dialect, rows_.rows_left()); line > 0)
            return rows_.too_many_rows(line);
        const char shown = hints_.delimiter != 0 ? find_dialect(text, known).delimiter : delimiter_;
        CsvScanner scanner{text, delimiter_};
        CsvRecord record;
        for (int number = 0;; ++number) {
            const auto step = scanner.next(record);
            if (step == CsvScanner::Step::end) break;
            written_fields_ = record.fields.size();
            drop_blank_end(record.fields);
            if (auto fits = rows_.check_size(record.line, record.fields); !fits) return fits;
            if (step != CsvScanner::Step::record) {
                rows_.look_for_client_data(record.line, record.fields);
                if (!is_mistaken(record, shown, text)) report_quote(step, scanner.line());
                return std::monostate{};
            }
            if (record.fields.empty() || (number == 0 && is_separator_line(text))) continue;
            if (number < dialect.heading_record) {
                rows_.title(record.line, record.fields);
            } else if (is_mistaken_ || is_mistaken(record, shown, text)) {
                rows_.look_for_client_data(record.line, record.fields);
            } else if (!rows_.has_headings()) {
                rows_.headings(record.line, record.fields);
                written_headings_ = written_fields_;
            } else if (!rows_.comment(record.line, record.fields) &&
                       !rows_.repeated_headings(record.line, record.fields)) {
                if (auto counted = rows_.count_row(record.line); !counted) return counted;
                read_row(record);
            }
        }
        if (is_mistaken_) return std::monostate{};
        rows_.finish();
        if (rows_.comments().count > 0) {
            const Issue note = rows_.comments().note();
            rows_.report(note.severity, note.code, note.where, note.message);
        }
        if (emptied_ > 0)
            rows_.report(Severity::note, "missing-values", rows_.at(1),
                         missing_values_note(emptied_));
        return std::monostate{};
    }

private:
    /// The headings are separated by another sign than datapackage.json says or tables are: true,
    /// and reported.
    bool is_mistaken(const CsvRecord& record, char shown, std::string_view text) {
        if (rows_.has_headings()) return false;
        auto words = mistaken_delimiter(record, delimiter_, shown);
        if (!words && record.fields.size() == 1)
            words = foreign_delimiter(line_of(text, record.line), [&](std::string_view heading) {
                return !column_key(table_key_, heading).empty();
            });
        if (!words) return false;
        is_mistaken_ = true;
        rows_.report(Severity::error, "unsupported-dialect", rows_.at(record.line),
                     *std::move(words));
        return true;
    }

    void read_row(CsvRecord& record) {
        if (record.fields.size() > rows_.columns() || written_fields_ < rows_.columns())
            return reject_field_count(record);
        if (auto found =
                find_swallowed_rows(record.fields, written_fields_, written_headings_, delimiter_))
            rows_.report(Severity::warning, "rows-in-cell", rows_.at(record.line, found->field + 1),
                         std::move(found->message));
        cells_.resize(record.fields.size());
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            cells_[i].text.swap(record.fields[i]);
        for (Cell& cell : cells_) empty_if_missing(cell.text);
        rows_.row(record.line, cells_);
    }

    void empty_if_missing(std::string& text) {
        const auto& missing = hints_.missing_values;
        if (std::ranges::find(missing, text) == missing.end()) return;
        text.clear();
        ++emptied_;
    }

    void reject_field_count(const CsvRecord& record) {
        for (const std::string& field : record.fields)
            if (const auto value = privacy::client_value(field))
                return rows_.reject({Severity::error, client_data, rows_.at(record.line),
                                     privacy::value_refusal(*value)});
        const auto better = written_fields_ == 1
                                ? better_delimiter(record.fields.front(), rows_.columns())
                                : std::nullopt;
        Message text =
            better ? message({"Die Zeile trennt ihre Felder mit „{}“, die Überschriften tun das "
                              "anders. Bitte überall dasselbe Trennzeichen verwenden.",
                              "The row separates its fields by '{}', the headings do not. Use the "
                              "same delimiter throughout."},
                             {*better})
                   : message({"Die Zeile hat {}, die Überschrift aber {}. Fehlt ein "
                              "Trennzeichen, oder gehört ein Feld in Anführungszeichen?",
                              "The row has {}, but the heading has {}. Is a delimiter missing, or "
                              "does a field need quotes?"},
                             {counted(written_fields_, {"ein Feld", "one field"},
                                      {"{} Felder", "{} fields"}),
                              counted(rows_.columns(), {"eine Spalte", "one column"},
                                      {"{} Spalten", "{} columns"})});
        rows_.reject(
            {Severity::error, "wrong-field-count", rows_.at(record.line), std::move(text)});
    }

    void report_quote(CsvScanner::Step step, int line) {
        if (step == CsvScanner::Step::unterminated_quote)
            rows_.report(
                Severity::error, "unterminated-quote", rows_.at(line),
                Text{"Ein Anführungszeichen, das hier beginnt, wird nicht geschlossen; ab hier "
                     "ist die Datei nicht lesbar.",
                     "A quote that begins here is never closed; from here on the file cannot "
                     "be read."});
        else
            rows_.report(
                Severity::error, "text-after-quote", rows_.at(line),
                Text{"Nach dem schließenden Anführungszeichen folgt noch Text; ab hier ist die "
                     "Datei nicht lesbar. Anführungszeichen im Text bitte verdoppeln.",
                     "Text follows the closing quote; from here on the file cannot be read. "
                     "Double the quotes inside of text."});
    }

    std::string_view table_key_;
    const CsvHints& hints_;
    int emptied_ = 0;  ///< cells that held one
    TableRows rows_;
    std::vector<Cell> cells_;
    std::size_t written_fields_ = 0;  ///< of the current record, blank ones included
    std::size_t written_headings_ = 0;
    char delimiter_ = ',';
    bool is_mistaken_ = false;
};

}  // namespace

std::optional<Message> mistaken_delimiter(const CsvRecord& headings, char delimiter, char shown) {
    if (headings.fields.size() != 1 || shown == delimiter ||
        headings.fields.front().find(shown) == std::string::npos)
        return std::nullopt;
    const auto name = [](char sign) {
        return sign == '\t' ? std::string{"Tab"} : std::string{sign};
    };
    return message({"datapackage.json (dialect.delimiter) nennt als Trennzeichen „{}“, die "
                    "Überschriften trennen aber mit „{}“. Bitte dort berichtigen oder die Angabe "
                    "streichen.",
                    "datapackage.json (dialect.delimiter) says that '{}' separates the fields, but "
                    "'{}' separates the headings. Correct it there, or delete the member."},
                   {name(delimiter), name(shown)});
}

std::optional<Message> foreign_delimiter(std::string_view line,
                                         FunctionRef<bool(std::string_view)> is_known) {
    std::string headings{line};
    std::erase(headings, '"');
    for (const char sign : {'|', '^', '~', ':'}) {
        // "Stand: 03/2025, Quelle: Stadt" is a title.
        if (sign == ':' && headings.find(": ") != headings.npos) continue;
        std::string_view rest = headings;
        int known = 0;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(sign), rest.size());
            if (end > 0 && is_known(unicode::trim(rest.substr(0, end)))) ++known;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (known < 2) continue;
        return message({"Zwischen den Überschriften steht „{}“. Tabellen trennen mit Komma, "
                        "Semikolon oder Tab; bitte so speichern.",
                        "'{}' stands between the headings. Tables are separated by comma, "
                        "semicolon or tab; save the file so."},
                       {std::string{sign}});
    }
    return std::nullopt;
}

std::string_view line_of(std::string_view text, int line) {
    for (;;) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        if (--line == 0 || end == text.size()) return text.substr(0, end);
        text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}

Message missing_values_note(int cells) {
    return message({"Zellen mit einem Wert, der nach datapackage.json (missingValues) nicht "
                    "erhoben heißt, gelten als leer (Anzahl: {}).",
                    "Cells with a value that means not recorded, as datapackage.json "
                    "(missingValues) says, count as empty (number: {})."},
                   {std::to_string(cells)});
}

Status read_csv_table(std::string bytes, const std::string& file, std::string_view table_key,
                      RowBudgets& budgets, NetworkBuilder& builder, const CsvHints& hints) {
    const auto text = decode_as(hints.encoding, std::move(bytes), file, builder);
    if (!text) return std::monostate{};
    if (auto other = other_text(*text, file)) {
        builder.report(*std::move(other));
        return std::monostate{};
    }
    return CsvTableReader{file, table_key, budgets, builder, hints}.read(*text);
}

}  // namespace lotse::io

#include "csv_table.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>

#include "csv_dialect.hpp"
#include "row_budget.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <optional>

namespace lotse::io {
namespace {

bool blank(std::string_view text) {
    return unicode::trim(text).empty();
}

void drop_blank_end(std::vector<std::string>& fields) {
    while (!fields.empty() && blank(fields.back())) fields.pop_back();
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

class CsvTableReader {
public:
    CsvTableReader(const std::string& file, std::string_view table_key, const Limits& limits,
                   NetworkBuilder& builder)
        : file_{file},
          table_key_{table_key},
          limits_{limits},
          budget_{table_key, limits},
          builder_{builder} {}

    Status read(std::string_view text) {
        const CsvDialect dialect = find_dialect(text, known_headings(table_key_));
        CsvScanner scanner{text, dialect.delimiter};
        CsvRecord record;
        for (int number = 0;; ++number) {
            const auto step = scanner.next(record);
            if (step == CsvScanner::Step::end) break;
            written_fields_ = record.fields.size();
            drop_blank_end(record.fields);
            if (auto error = over_limit(record)) return *std::move(error);
            if (step != CsvScanner::Step::record) {
                report_quote(step, scanner.line());
                return std::monostate{};
            }
            if (record.fields.empty() || (number == 0 && is_separator_line(text))) continue;
            if (number < dialect.heading_record)
                note_title(record);
            else if (!input_)
                read_headings(record);
            else if (unicode::trim(record.fields.front()).starts_with('#'))
                note_comment(record);
            else if (auto error = budget_.count_row(file_, record.line))
                return *std::move(error);
            else
                read_row(record);
        }
        report_passed_over();
        return std::monostate{};
    }

private:
    SourcePosition at(int row, std::size_t field = 0) const {
        return {file_, {}, row, static_cast<int>(field)};
    }
    void report(Severity severity, std::string_view code, SourcePosition where, Message text) {
        builder_.report({severity, code, std::move(where), std::move(text)});
    }

    std::optional<Error> over_limit(const CsvRecord& record) const {
        const std::string where = file_ + ':' + std::to_string(record.line);
        if (record.fields.size() > static_cast<std::size_t>(limits_.columns))
            return limit_error("columns", limits_.columns, where);
        const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
        if (std::ranges::any_of(record.fields, [&](const auto& f) { return f.size() > longest; }))
            return limit_error("field-kb", limits_.field_kb, where);
        return std::nullopt;
    }

    void read_headings(const CsvRecord& record) {
        input_ = builder_.table(table_key_, at(record.line));
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            const std::string& raw = record.fields[i];
            const auto heading = clean_label(raw);
            if (!heading)
                report(Severity::error, "bad-heading", at(record.line, i + 1),
                       message({"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen oder kein "
                                "gültiges UTF-8. Bitte neu eintippen.",
                                "The heading '{}' holds invisible control characters or is not "
                                "valid UTF-8. Type it again."},
                               {raw}));
            const std::string shown = heading.value_or(unicode::visible(raw));
            input_->add_column(shown, static_cast<int>(i + 1));
            named_.push_back(!shown.empty());
        }
        input_->finish_columns();
    }

    void read_row(CsvRecord& record) {
        if (record.fields.size() > named_.size() || written_fields_ < named_.size())
            return reject_field_count(record);
        cells_.resize(record.fields.size());
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            if (!named_[i] && !blank(record.fields[i]))
                report(Severity::warning, "unnamed-column", at(record.line, i + 1),
                       message({"„{}“ steht in einer Spalte ohne Überschrift und wird nicht "
                                "gelesen.",
                                "'{}' stands in a column without a heading and is not read."},
                               {record.fields[i]}));
            cells_[i].text = std::move(record.fields[i]);
        }
        input_->add_row(record.line, cells_);
    }

    void reject_field_count(const CsvRecord& record) {
        const std::string found = std::to_string(written_fields_);
        const std::string wanted = std::to_string(named_.size());
        const auto better = written_fields_ == 1
                                ? better_delimiter(record.fields.front(), named_.size())
                                : std::nullopt;
        Message text =
            better ? message({"Die Zeile trennt ihre Felder mit „{}“, die Überschriften tun das "
                              "anders. Bitte überall dasselbe Trennzeichen verwenden.",
                              "The row separates its fields by '{}', the headings do not. Use the "
                              "same delimiter throughout."},
                             {*better})
                   : message({"Die Zeile hat {} Felder, die Überschrift aber {} Spalten. Fehlt ein "
                              "Trennzeichen, oder gehört ein Feld in Anführungszeichen?",
                              "The row has {} fields, but the heading has {} columns. Is a "
                              "delimiter missing, or does a field need quotes?"},
                             {found, wanted});
        input_->reject_row(
            {Severity::error, "wrong-field-count", at(record.line), std::move(text)});
    }

    void report_quote(CsvScanner::Step step, int line) {
        if (step == CsvScanner::Step::unterminated_quote)
            report(Severity::error, "unterminated-quote", at(line),
                   Text{"Ein Anführungszeichen, das hier beginnt, wird nicht geschlossen; ab hier "
                        "ist die Datei nicht lesbar.",
                        "A quote that begins here is never closed; from here on the file cannot "
                        "be read."});
        else
            report(Severity::error, "text-after-quote", at(line),
                   Text{"Nach dem schließenden Anführungszeichen folgt noch Text; ab hier ist die "
                        "Datei nicht lesbar. Anführungszeichen im Text bitte verdoppeln.",
                        "Text follows the closing quote; from here on the file cannot be read. "
                        "Double the quotes inside of text."});
    }

    void note_title(const CsvRecord& record) {
        report(Severity::note, "title-row", at(record.line),
               message({"Zeile über den Überschriften übergangen: „{}“",
                        "Row above the headings passed over: '{}'"},
                       {*std::ranges::find_if_not(record.fields, blank)}));
    }
    void note_comment(const CsvRecord& record) {
        if (comments_++ == 0) first_comment_ = record.line;
    }

    void report_passed_over() {
        if (!input_)
            report(Severity::error, "empty-table", at(1),
                   Text{"Die Tabelle ist leer; es fehlt die Zeile mit den Überschriften.",
                        "The table is empty; the row of headings is missing."});
        if (comments_ > 0)
            report(
                Severity::note, "comment-rows", at(first_comment_),
                message({"Zeilen, die mit # beginnen, gelten als Kommentar (Anzahl: {}); dies ist "
                         "die erste.",
                         "Rows that begin with # are comments (number: {}); this is the first."},
                        {std::to_string(comments_)}));
    }

    const std::string& file_;
    std::string_view table_key_;
    const Limits& limits_;
    RowBudget budget_;
    NetworkBuilder& builder_;
    TableInput* input_ = nullptr;
    std::vector<bool> named_;  ///< by column
    std::vector<Cell> cells_;
    std::size_t written_fields_ = 0;  ///< of the current record, blank ones included
    int comments_ = 0;
    int first_comment_ = 0;
};

}  // namespace

Status read_csv_table(std::string bytes, const std::string& file, std::string_view table_key,
                      const Limits& limits, NetworkBuilder& builder) {
    const auto text = decode_table(std::move(bytes), file, builder);
    if (!text) return std::monostate{};
    return CsvTableReader{file, table_key, limits, builder}.read(*text);
}

}  // namespace lotse::io

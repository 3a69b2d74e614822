#include "table_rows.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/error_text.hpp>

#include "client_values.hpp"
#include "text_file.hpp"

#include <algorithm>

namespace lotse::io {

bool is_blank(std::string_view text) {
    return unicode::trim(text).empty();
}

Issue unnamed_column(SourcePosition where) {
    return {Severity::warning, "unnamed-column", std::move(where),
            Text{"Die Zelle steht in einer Spalte ohne Überschrift und wird nicht gelesen. Bitte "
                 "die Spalte benennen oder die Zelle leeren.",
                 "The cell stands in a column without a heading and is not read. Name the column "
                 "or empty the cell."}};
}

TableRows::TableRows(SourcePosition place, std::string_view table_key, RowBudgets& budgets,
                     NetworkBuilder& builder)
    : place_{std::move(place)},
      table_key_{table_key},
      limits_{budgets.limits()},
      budget_{budgets.of(table_key)},
      builder_{builder} {}

SourcePosition TableRows::at(int row, std::size_t column) const {
    return {place_.file, place_.sheet, row, static_cast<int>(column)};
}

void TableRows::report(Severity severity, std::string_view code, SourcePosition where,
                       Message text) {
    builder_.report({severity, code, std::move(where), std::move(text)});
}

Status TableRows::count_row(int row) {
    if (auto error = budget_.count_row([&] { return to_string(at(row)); }))
        return *std::move(error);
    return std::monostate{};
}

Status TableRows::check_size(int row, std::span<const std::string> fields) const {
    if (fields.size() > static_cast<std::size_t>(limits_.columns))
        return limit_error("columns", limits_.columns,
                           to_string(at(row, static_cast<std::size_t>(limits_.columns) + 1)));
    const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].size() > longest)
            return limit_error("field-kb", limits_.field_kb, to_string(at(row, i + 1)));
    return std::monostate{};
}

bool TableRows::look_for_client_data(int row, std::span<const std::string> fields) {
    bool found = false;
    for (std::size_t i = 0; i < fields.size(); ++i)
        found |= refuse_client_value(fields[i], at(row, i + 1), builder_);
    return found;
}

void TableRows::title(int row, std::span<const std::string> fields) {
    if (look_for_client_data(row, fields)) return;
    report(Severity::note, "title-row", at(row),
           message({"Zeile über den Überschriften übergangen: „{}“",
                    "Row above the headings passed over: '{}'"},
                   {*std::ranges::find_if_not(fields, is_blank)}));
}

void TableRows::headings(int row, std::span<const std::string> fields) {
    input_ = builder_.table(table_key_, at(row));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view raw = cleaned(fields[i], row, i + 1);
        const auto heading = clean_label(raw);
        if (!heading)
            report(Severity::error, "bad-heading", at(row, i + 1),
                   message({"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen oder kein "
                            "gültiges UTF-8. Bitte neu eintippen.",
                            "The heading '{}' holds invisible control characters or is not "
                            "valid UTF-8. Type it again."},
                           {raw}));
        const std::string shown = heading.value_or(unicode::visible(raw));
        input_->add_column(shown, static_cast<int>(i + 1));
        headings_.push_back(shown);
    }
    input_->finish_columns();
}

std::size_t TableRows::first_column() const {
    const auto first =
        std::ranges::find_if(headings_, [](const std::string& text) { return !text.empty(); });
    return static_cast<std::size_t>(first - headings_.begin());
}

bool TableRows::comment(int row, std::span<const std::string> fields, std::size_t first) {
    if (first >= fields.size() || !unicode::trim(fields[first]).starts_with('#') ||
        is_error_text(fields[first]))
        return false;
    look_for_client_data(row, fields);
    if (comments_.count++ == 0) comments_.first = at(row);
    return true;
}

bool TableRows::means_heading(std::size_t column, std::string_view text) const {
    if (column >= headings_.size()) return false;
    const std::string& heading = headings_[column];
    if (heading.empty()) return false;
    if (text == heading) return true;
    const auto known = column_key(table_key_, text);
    return known.empty() ? unicode::match_key(text) == unicode::match_key(heading)
                         : known == column_key(table_key_, heading);
}

bool TableRows::repeated_headings(int row, std::span<const std::string> fields) {
    // Nearly every row has a cell that can be none, and rows are many.
    constexpr std::size_t shortest = 2;
    const auto is_none = [](const std::string& text) {
        return !text.empty() &&
               (text.size() < shortest || (text.front() >= '0' && text.front() <= '9'));
    };
    if (std::ranges::any_of(fields, is_none)) return false;
    std::size_t same = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (is_blank(fields[i])) continue;
        if (!means_heading(i, fields[i])) return false;
        ++same;
    }
    if (same < 2) return false;
    report(Severity::warning, "repeated-headings", at(row),
           Text{"Die Zeile wiederholt die Überschriften und wird übergangen. Sind hier zwei "
                "Tabellen aneinandergefügt, bitte die zweite prüfen.",
                "The row repeats the headings and is passed over. If two tables were joined here, "
                "check the second one."});
    return true;
}

std::string_view TableRows::cleaned(std::string_view text, int row, std::size_t column) {
    const auto out = without_edge_marks(text);
    if (out.size() < text.size() && marked_.count++ == 0) marked_.first = at(row, column);
    return out;
}

void TableRows::row(int row, std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const auto text = cleaned(cells[i].text, row, i + 1);
            text.size() < cells[i].text.size())
            cells[i].text = std::string{text};
        const bool named = i < headings_.size() && !headings_[i].empty();
        if (named || is_blank(cells[i].text)) continue;
        // Cells below no heading at all are looked at here only.
        if (i >= headings_.size()) refuse_client_value(cells[i].text, at(row, i + 1), builder_);
        builder_.report(unnamed_column(at(row, i + 1)));
    }
    input_->add_row(row, cells);
}

void TableRows::finish() {
    if (!input_)
        report(Severity::error, "empty-table", at(1),
               Text{"Die Tabelle ist leer; es fehlt die Zeile mit den Überschriften.",
                    "The table is empty; the row of headings is missing."});
    if (marked_.count > 0) builder_.report(marked_.note());
}

Issue CommentRows::note() const {
    return {Severity::note, "comment-rows", first,
            count == 1
                ? Message{Text{"Die Zeile beginnt mit # und gilt als Kommentar.",
                               "The row begins with # and is a comment."}}
                : message({"{} Zeilen, die mit # beginnen, gelten als Kommentar; dies ist die "
                           "erste.",
                           "{} rows that begin with # are comments; this is the first."},
                          {std::to_string(count)})};
}

}  // namespace lotse::io

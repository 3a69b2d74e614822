#include "directory_rows.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/formula.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_values.hpp"
#include "column_map.hpp"
#include "directory_values.hpp"
#include "second_headings.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace lotse::io {
namespace {

std::size_t filled(const std::vector<Cell>& cells) {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const Cell& c) { return !is_blank(c.text); }));
}

}  // namespace

Status DirectoryRows::check_size(int row, const std::vector<Cell>& cells) const {
    const std::string where = to_string(table_.at(row, 0));
    if (cells.size() > static_cast<std::size_t>(limits_.columns))
        return limit_error("columns", limits_.columns, where);
    const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
    if (std::ranges::any_of(cells, [&](const Cell& c) { return c.text.size() > longest; }))
        return limit_error("field-kb", limits_.field_kb, where);
    return std::monostate{};
}

void DirectoryRows::title(int row, const std::vector<Cell>& cells) {
    ++table_.counts.titles;
    std::string text;
    bool refused = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (is_blank(cells[i].text)) continue;
        refused |= refuse_client_data(row, i + 1, cells[i].text);
        const bool reaches_person = privacy::holds_personal_contact(cells[i].text);
        text += text.empty() ? "" : " | ";
        text += reaches_person ? "…" : unicode::trim(cells[i].text);
    }
    if (refused) return;
    report(Severity::note, "title-row", row,
           message({"Zeile über den Überschriften übergangen: „{}“",
                    "Row above the headings passed over: '{}'"},
                   {text}));
}

void DirectoryRows::headings(int row, std::vector<Cell> cells) {
    table_.place.row = row;
    std::set<std::string> taken;
    std::optional<std::size_t> above;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        clean(cells[i].text, row, i + 1);
        const auto label = clean_label(cells[i].text);
        if (!label)
            report(Severity::error, "bad-heading", row,
                   message({"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen oder kein "
                            "gültiges UTF-8. Bitte neu eintippen.",
                            "The heading '{}' holds invisible control characters or is not "
                            "valid UTF-8. Type it again."},
                           {cells[i].text}),
                   i + 1);
        std::string name = label.value_or(std::string{});
        // A table without headings begins with its first row, which no message may repeat.
        if (refuse_client_data(row, i + 1, name)) name.clear();
        if (!name.empty()) {
            above = i;
        } else {
            table_.blank_headings.insert(i);
            name = "Spalte " + std::to_string(i + 1);
            // "Ansprechpartner" above two columns holds for both.
            if (above && is_withheld_heading(table_.headings[*above], "extra")) {
                table_.of_persons.insert(i);
                name = table_.headings[*above];
            }
        }
        const std::string first = name;
        for (int n = 2; !taken.insert(unicode::match_key(name)).second; ++n)
            name = first + " (" + std::to_string(n) + ")";
        table_.headings.push_back(std::move(name));
        table_.heading_rows.push_back(row);
    }
    remember_headings(cells);
}

void DirectoryRows::clean(std::string& text, int row, std::size_t column) {
    std::string rest{without_edge_marks(text)};
    // Texts of pages and of word processors say with it where a word may be divided.
    constexpr std::string_view soft_hyphen = "\u00ad";
    for (auto at = rest.find(soft_hyphen); at != rest.npos; at = rest.find(soft_hyphen, at))
        rest.erase(at, soft_hyphen.size());
    if (rest.size() == text.size()) return;
    if (marked_.count++ == 0)
        marked_.first = {table_.place.file, table_.place.sheet, row, static_cast<int>(column)};
    text = std::move(rest);
}

DirectoryTable DirectoryRows::finish() && {
    if (marked_.count > 0) builder_.report(marked_.note());
    return std::move(table_);
}

Status DirectoryRows::row(int row, std::vector<Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) clean(cells[i].text, row, i + 1);
    if (filled(cells) == 0) {
        blank();
        return std::monostate{};
    }
    if (auto error = budget_.count_row([&] { return to_string(table_.at(row, 0)); }))
        return *std::move(error);
    ++table_.counts.rows;
    cells.resize(columns());
    for (Cell& cell : cells)
        if (cell.kind == CellKind::text && is_guarded_formula(cell.text)) cell.text.erase(0, 1);
    bool refused = false;
    for (std::size_t i = 0; i < cells.size(); ++i)
        refused |= refuse_client_data(row, i + 1, cells[i].text);
    if (refused) return std::monostate{};
    if (data_ == RowsOfData::recognise && is_no_data(row, cells)) {
        ++table_.counts.passed_over;
        return std::monostate{};
    }
    if (unicode::trim(cells.front().text).starts_with('#')) {
        ++table_.counts.passed_over;
        report(Severity::note, "comment-rows", row,
               Text{"Zeile übergangen: Sie beginnt mit # und gilt als Kommentar.",
                    "Row passed over: it begins with # and is a comment."});
        return std::monostate{};
    }
    table_.rows.push_back({row, std::move(cells)});
    return std::monostate{};
}

Status DirectoryRows::reject(int row, const std::vector<Cell>& cells, std::string_view code,
                             Message text) {
    if (auto error = budget_.count_row([&] { return to_string(table_.at(row, 0)); }))
        return *std::move(error);
    ++table_.counts.rows;
    ++table_.counts.rejected;
    for (std::size_t i = 0; i < cells.size(); ++i) refuse_client_data(row, i + 1, cells[i].text);
    report(Severity::error, code, row, std::move(text));
    return std::monostate{};
}

void DirectoryRows::report(Severity severity, std::string_view code, int row, Message text,
                           std::size_t column) {
    builder_.report({severity,
                     code,
                     {table_.place.file, table_.place.sheet, row, static_cast<int>(column)},
                     std::move(text)});
}

bool DirectoryRows::refuse_client_data(int row, std::size_t column, std::string_view text) {
    return refuse_client_value(
        text, {table_.place.file, table_.place.sheet, row, static_cast<int>(column)}, builder_);
}

bool DirectoryRows::is_no_data(int row, const std::vector<Cell>& cells) {
    const auto first = std::ranges::find_if(cells, [](auto& c) { return !is_blank(c.text); });
    const std::size_t cells_filled = filled(cells);
    const bool are_second = table_.rows.empty() && are_second_headings(table_, cells);
    // "Gesamt-Elternrat; Elternabend" is a provider with an offer.
    const bool is_total_word = unicode::match_key(first->text).find(' ') == std::string::npos;
    const bool only_figures = std::all_of(first + 1, cells.end(), [](const Cell& c) {
        return is_not_recorded(c.text) || c.text.find_first_of("0123456789") != std::string::npos;
    });
    // "Summe; 2; ; 20; 15": a provider has more than numbers behind its name.
    const bool only_numbers = std::all_of(first + 1, cells.end(), [](const Cell& c) {
        return is_not_recorded(c.text) || ascii::is_digit(unicode::trim(c.text).front());
    });
    const bool little_filled = cells_filled * 2 <= std::max<std::size_t>(4, columns());
    if (!are_second && (is_total_word || only_figures) && begins_with_total(first->text) &&
        (little_filled || (is_total_word && only_numbers))) {
        report(Severity::note, "total-row", row,
               message({"Summenzeile übergangen: „{}“", "Row of totals passed over: '{}'"},
                       {first->text}));
        return true;
    }
    const auto repeats = [&](const std::vector<std::string>& written) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!is_blank(cells[i].text) && unicode::match_key(cells[i].text) != written[i])
                return false;
        return true;
    };
    // One cell may be written in another way: "Angebot (Forts.)".
    const auto nearly_repeats = [&](const std::vector<std::string>& written) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            same += !is_blank(cells[i].text) && unicode::match_key(cells[i].text) == written[i];
        constexpr std::size_t fewest = 3;
        return same >= fewest && same + 1 == cells_filled;
    };
    if ((cells_filled > 1 && std::ranges::any_of(written_headings_, repeats)) ||
        std::ranges::any_of(written_headings_, nearly_repeats)) {
        report(Severity::note, "repeated-headings", row,
               Text{"Zeile übergangen: Sie wiederholt die Überschriften.",
                    "Row passed over: it repeats the headings."});
        return true;
    }
    if (are_second) {
        report(Severity::warning, "second-headings", row,
               message({"Zeile übergangen: Sie sieht aus wie eine zweite Zeile mit "
                        "Überschriften („{}“ …); Spalten ohne eigene Überschrift heißen nach ihr. "
                        "Bitte alle Überschriften in eine Zeile schreiben.",
                        "Row passed over: it looks like a second row of headings ('{}' …); columns "
                        "without a heading of their own are called by it. Write all headings into "
                        "one row."},
                       {first->text}));
        take_second_headings(table_, row, cells);
        remember_headings(cells);
        return true;
    }
    const bool is_footnote =
        cells_filled == 2 && unicode::trim(first->text).find_first_not_of('*') == std::string::npos;
    const bool is_labelled =
        unicode::trim(first->text).ends_with(':') && cells_filled * 2 <= columns();
    constexpr std::size_t fewest_columns = 4;
    const std::size_t most_cells = columns() < fewest_columns ? 1 : 2;
    const bool is_legend = cells_filled * 2 <= columns() + 1 && is_word_of_remarks(first->text) &&
                           std::ranges::any_of(cells, [](const Cell& c) {
                               return c.text.find(" = ") != std::string::npos;
                           });
    const bool is_remark = is_legend || (cells_filled <= most_cells && begins_remark(first->text));
    if (is_remark || (columns() >= fewest_columns && (is_footnote || is_labelled))) {
        const std::string_view text = unicode::trim(first->text);
        report(Severity::warning, "remark-row", row,
               message({"Zeile übergangen: Sie beginnt mit „{}“ und sagt wohl etwas über das "
                        "Verzeichnis. Ist sie ein Angebot, bitte den Namen ausschreiben.",
                        "Row passed over: it begins with '{}' and probably says something of the "
                        "directory. If it is an offer, write its name in full."},
                       {text.substr(0, text.find(' '))}));
        return true;
    }
    constexpr std::size_t fewest_headings = 3;
    if (!table_.rows.empty() && cells_filled >= fewest_headings && cells_filled * 2 >= columns() &&
        std::ranges::all_of(cells, [](const Cell& cell) {
            return is_blank(cell.text) || is_called_like_a_field(cell.text);
        })) {
        report(Severity::warning, "headings-again", row,
               message({"Zeile übergangen: Sie sieht aus wie die Überschriften eines zweiten "
                        "Blocks. Auch darunter gelten die Überschriften von Zeile {}; stehen dort "
                        "andere Spalten, bitte in eine eigene Datei nehmen.",
                        "Row passed over: it looks like the headings of a second block. Below it, "
                        "too, the headings of row {} hold; if other columns stand there, put them "
                        "into a file of their own."},
                       {std::to_string(table_.place.row)}));
        return true;
    }
    warn_of_headings(row, cells);
    constexpr std::size_t many_columns = 4;
    if (cells_filled == 1 && columns() >= many_columns) {
        report(Severity::warning, "lone-text", row,
               message({"Zeile übergangen: Nur eine Zelle ist gefüllt („{}“). Ist es ein "
                        "Angebot, bitte die Zeile ausfüllen.",
                        "Row passed over: one cell only is filled ('{}'). If it is an offer, "
                        "fill in the row."},
                       {first->text}));
        return true;
    }
    return false;
}

void DirectoryRows::remember_headings(const std::vector<Cell>& cells) {
    auto& keys = written_headings_.emplace_back(table_.headings.size());
    for (std::size_t i = 0; i < std::min(keys.size(), cells.size()); ++i)
        keys[i] = unicode::match_key(cells[i].text);
}

void DirectoryRows::warn_of_headings(int row, const std::vector<Cell>& cells) {
    constexpr std::size_t fewest = 4;
    const auto known =
        static_cast<std::size_t>(std::ranges::count_if(cells, is_called_like_a_field, &Cell::text));
    if (!table_.rows.empty() || known < fewest || known * 2 <= filled(cells)) return;
    report(Severity::warning, "second-headings", row,
           Text{"Die Zeile sieht zum Teil aus wie eine zweite Zeile mit Überschriften, gilt aber "
                "als Angebot. Sind es Überschriften, bitte alle in eine Zeile schreiben.",
                "The row looks in part like a second row of headings, but counts as an offer. If "
                "these are headings, write all of them into one row."});
}

}  // namespace lotse::io

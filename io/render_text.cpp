#include <lotse/base/unicode.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::io {
namespace {

constexpr std::size_t line_width = 118;

using Lines = std::vector<std::string>;

/// Wraps at blanks; a word longer than the width is cut where it must be.
Lines wrapped(std::string_view text, std::size_t width) {
    Lines lines(1);
    const auto room = [&] { return width - unicode::length(lines.back()); };
    while (!text.empty()) {
        const auto end = text.find(' ');
        std::string_view word = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (!lines.back().empty() && room() < unicode::length(word) + 1) lines.emplace_back();
        if (!lines.back().empty()) lines.back() += ' ';
        while (unicode::length(word) > room()) {
            std::size_t bytes = 0;
            for (std::size_t n = room(); n > 0; --n) {
                do ++bytes;
                while (bytes < word.size() &&
                       (static_cast<unsigned char>(word[bytes]) & 0xC0U) == 0x80U);
            }
            lines.back() += word.substr(0, bytes);
            word.remove_prefix(bytes);
            lines.emplace_back();
        }
        lines.back() += word;
    }
    return lines;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = text.find(' ');
        longest = std::max(longest, unicode::length(text.substr(0, end)));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return longest;
}

enum class Align { left, right };

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t length = unicode::length(text);
    const std::string blanks(width > length ? width - length : 0, ' ');
    return align == Align::right ? blanks + text : text + blanks;
}

struct TextColumn {
    std::size_t index = 0;  ///< in the table
    std::size_t width = 0;
    Align align = Align::left;
};

/// Room for the longest word and, up to a limit, for the longest cell. A column without any value
/// is left out; write_table names it.
std::vector<TextColumn> layout(const Table& table, const std::vector<Lines>& cells) {
    constexpr std::size_t comfortable = 34;
    std::vector<TextColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto filled =
            std::ranges::find_if(table.rows, [&](const auto& row) { return row[i].index() != 0; });
        if (filled == table.rows.end()) continue;
        const Value& value = (*filled)[i];
        TextColumn column{i, 0, is_number(value) ? Align::right : Align::left};
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const std::size_t words = std::min(longest_word(cells[row][i]), comfortable);
            const std::size_t whole =
                row == 0 ? 0 : std::min(unicode::length(cells[row][i]), comfortable);
            column.width = std::max({column.width, words, whole});
        }
        columns.push_back(column);
    }
    return columns;
}

/// As many columns as fit a line; further ones go to blocks below, each begun by the first two
/// columns, which name the row.
std::vector<std::vector<TextColumn>> blocks(const std::vector<TextColumn>& columns) {
    const std::size_t naming = std::min<std::size_t>(2, columns.size());
    std::vector<std::vector<TextColumn>> out;
    std::size_t used = line_width;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t width = columns[i].width + 2;
        if (used + width > line_width) {
            out.emplace_back();
            used = 0;
            for (std::size_t n = 0; i > 0 && n < naming; ++n) {
                out.back().push_back(columns[n]);
                used += columns[n].width + 2;
            }
        }
        out.back().push_back(columns[i]);
        used += width;
    }
    return out;
}

void write_row(std::string& out, const Lines& row, const std::vector<TextColumn>& columns) {
    std::vector<Lines> parts;
    std::size_t height = 1;
    for (const TextColumn& column : columns) {
        parts.push_back(wrapped(row[column.index], column.width));
        height = std::max(height, parts.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i)
            text += "  " + padded(line < parts[i].size() ? parts[i][line] : std::string{},
                                  columns[i].width, columns[i].align);
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + '\n';
    }
}

std::string empty_columns(const Table& table, const std::vector<TextColumn>& shown,
                          Language language) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (std::ranges::find(shown, i, &TextColumn::index) == shown.end())
            out += (out.empty() ? "" : ", ") + column_heading(table.columns[i], language);
    return out;
}

void write_table(std::string& out, const Table& table, Language language) {
    out += '\n' + table.title.in(language) + '\n';
    if (table.rows.empty()) {
        out += std::string{"  "} + std::string{Text{"(keine)", "(none)"}.in(language)} + '\n';
        return;
    }
    std::vector<Lines> cells(1);
    for (const Column& column : table.columns)
        cells.front().push_back(column_heading(column, language));
    for (const auto& row : table.rows) {
        Lines& line = cells.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            line.push_back(unicode::visible(value_text(row[i], table.columns[i], language)));
    }
    const auto columns = layout(table, cells);
    for (const auto& block : blocks(columns)) {
        write_row(out, cells.front(), block);
        std::string rule;
        for (const TextColumn& column : block) {
            rule += "  ";
            for (std::size_t i = 0; i < column.width; ++i) rule += "─";
        }
        out += rule + '\n';
        for (std::size_t row = 1; row < cells.size(); ++row) write_row(out, cells[row], block);
        out += '\n';
    }
    out.pop_back();
    if (const std::string empty = empty_columns(table, columns, language); !empty.empty())
        out +=
            "  " + message({"ohne Werte: {}", "without values: {}"}, {empty}).in(language) + '\n';
}

void write_sentences(std::string& out, const std::vector<Message>& sentences, std::string_view mark,
                     Language language) {
    if (sentences.empty()) return;
    out += '\n';
    for (const Message& sentence : sentences) {
        const Lines lines = wrapped(sentence.in(language), line_width - mark.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            out += (i == 0 ? std::string{mark} : std::string(mark.size(), ' ')) + lines[i] + '\n';
    }
}

}  // namespace

std::string render_text(const Document& document, Language language) {
    std::string out = document.title.in(language);
    if (!document.network.name.empty()) out += " – " + unicode::visible(document.network.name);
    out += '\n';
    std::size_t width = 0;
    for (const Column& column : document.summary.columns)
        width = std::max(width, unicode::length(column_heading(column, language)));
    if (!document.summary.columns.empty()) out += '\n';
    for (std::size_t i = 0; i < document.summary.columns.size(); ++i) {
        const Column& column = document.summary.columns[i];
        out += "  " + padded(column_heading(column, language), width, Align::left) + "  " +
               unicode::visible(value_text(document.summary.rows.front()[i], column, language)) +
               '\n';
    }
    for (const Table& table : document.tables) write_table(out, table, language);
    write_sentences(out, document.reading, "", language);
    write_sentences(out, document.notes, "* ", language);
    return out;
}

}  // namespace lotse::io

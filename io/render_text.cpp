#include <lotse/base/unicode.hpp>
#include <lotse/io/render.hpp>

#include <algorithm>

namespace lotse::io {
namespace {

constexpr std::size_t line_width = 118;
constexpr std::size_t narrowest = 10;  // a column is never squeezed below this

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

enum class Align { left, right };

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t length = unicode::length(text);
    const std::string blanks(width > length ? width - length : 0, ' ');
    return align == Align::right ? blanks + text : text + blanks;
}

struct TextColumn {
    std::size_t width = 0;
    Align align = Align::left;
};

/// Widest cell of each column, the widest columns narrowed until the table fits the line.
std::vector<TextColumn> layout(const Table& table, const std::vector<Lines>& cells) {
    std::vector<TextColumn> columns(table.columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const Lines& row : cells)
            columns[i].width = std::max(columns[i].width, unicode::length(row[i]));
        for (const auto& row : table.rows)
            if (row[i].index() != 0) {
                const bool number = std::holds_alternative<double>(row[i]) ||
                                    std::holds_alternative<std::int64_t>(row[i]);
                if (number) columns[i].align = Align::right;
                break;
            }
    }
    const auto total = [&] {
        std::size_t sum = 0;
        for (const TextColumn& c : columns) sum += c.width + 2;
        return sum;
    };
    while (total() > line_width) {
        const auto widest = std::ranges::max_element(columns, {}, &TextColumn::width);
        if (widest->width <= narrowest) break;
        --widest->width;
    }
    return columns;
}

void write_row(std::string& out, const Lines& row, const std::vector<TextColumn>& columns) {
    std::vector<Lines> parts;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        parts.push_back(wrapped(row[i], columns[i].width));
        height = std::max(height, parts.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i)
            text += "  " + padded(line < parts[i].size() ? parts[i][line] : std::string{},
                                  columns[i].width, columns[i].align);
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + '\n';
    }
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
    write_row(out, cells.front(), columns);
    std::string rule;
    for (const TextColumn& column : columns) {
        rule += "  ";
        for (std::size_t i = 0; i < column.width; ++i) rule += "─";
    }
    out += rule + '\n';
    for (std::size_t row = 1; row < cells.size(); ++row) write_row(out, cells[row], columns);
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

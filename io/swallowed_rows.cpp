#include "swallowed_rows.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace lotse::io {
namespace {

/// Lines with any text.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find_first_of("\r\n"));
        if (!unicode::trim(line).empty()) out.push_back(line);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return out;
}

bool has_delimiters(std::string_view line, char delimiter, std::size_t wanted) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != delimiter) continue;
        if (i + 1 < line.size() && line[i + 1] == ' ') return false;
        ++count;
    }
    return count == wanted;
}

/// `before` and `behind`: fields of the record on either side of the cell.
bool is_rows(std::span<const std::string_view> lines, std::size_t before, std::size_t behind,
             char delimiter) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == lines.size();
        const std::size_t wanted = first ? behind : last ? before : before + behind;
        if (!has_delimiters(lines[i], delimiter, wanted)) return false;
    }
    return lines.size() > 1;
}

}  // namespace

std::optional<SwallowedRows> find_swallowed_rows(std::span<const std::string> fields,
                                                 std::size_t written, std::size_t columns,
                                                 char delimiter) {
    constexpr std::size_t fewest_columns = 3;  // "2,5 hours" alone is no row
    if (written != columns || columns < fewest_columns) return std::nullopt;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].find_first_of("\r\n") == std::string::npos) continue;
        const auto lines = lines_of(fields[i]);
        if (is_rows(lines, i, written - i - 1, delimiter))
            return SwallowedRows{
                i, message({"Die Zeilen dieser Zelle sehen aus wie eigene Zeilen der Tabelle "
                            "(Anzahl: {}). Steht hier oder am Ende der Zelle ein "
                            "Anführungszeichen zu viel, bitte löschen; sonst fehlen die Zeilen.",
                            "The lines of this cell look like rows of the table (number: {}). If "
                            "there is a quote too many here or at the end of the cell, delete it; "
                            "otherwise the rows are missing."},
                           {std::to_string(lines.size())})};
    }
    return std::nullopt;
}

}  // namespace lotse::io

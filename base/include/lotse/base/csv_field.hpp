/// Writing a field of a CSV record as CsvScanner reads it (RFC 4180).
#ifndef LOTSE_BASE_CSV_FIELD_HPP
#define LOTSE_BASE_CSV_FIELD_HPP

#include <string>
#include <string_view>

namespace lotse {

/// Appends the text, in quotes where it holds the delimiter, a quote or a line end.
inline void add_csv_field(std::string_view text, char delimiter, std::string& out) {
    const char special[] = {delimiter, '"', '\r', '\n'};
    if (text.find_first_of({special, sizeof special}) == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace lotse

#endif

/// How a CSV file is laid out: its delimiter and the row of its headings.
#ifndef LOTSE_IO_CSV_DIALECT_HPP
#define LOTSE_IO_CSV_DIALECT_HPP

#include "heading_row.hpp"

#include <string_view>

namespace lotse::io {

struct CsvDialect {
    char delimiter = ',';
    int heading_record = 0;  ///< how many records stand above the headings
};

/// Each of comma, semicolon and tab is tried; the one that shows most known headings in one of the
/// first records wins, then the one with most fields. A first line `sep=;` decides.
CsvDialect find_dialect(std::string_view text, const Headings& headings,
                        TableOf of = TableOf::network);

/// The same where the delimiter is known.
CsvDialect find_dialect_of(std::string_view text, const Headings& headings, char delimiter);

/// `sep=;` as spreadsheets write it above the headings.
bool is_separator_line(std::string_view text);

/// The line of the row behind the first `most`, not counting comments and headings that stand
/// again; 0: there is none. Rows that are too many are so refused before any is kept.
int row_beyond(std::string_view text, const CsvDialect& dialect, std::int64_t most);

}  // namespace lotse::io

#endif

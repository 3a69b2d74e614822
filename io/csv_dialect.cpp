#include "csv_dialect.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace lotse::io {
namespace {

HeadingFit heading_fit(std::string_view text, char delimiter, int skipped, const Headings& headings,
                       TableOf of) {
    CsvScanner scanner{text, delimiter};
    CsvRecord record;
    HeadingSearch search{headings, of};
    for (int number = 0; number < rows_searched_for_headings; ++number) {
        if (scanner.next(record) != CsvScanner::Step::record) break;
        if (number >= skipped && !search.offer(number, record.fields)) break;
    }
    return search.best().value_or(HeadingFit{skipped, 0, 0});
}

/// In the first row, behind a delimiter.
bool has_open_quote(std::string_view text, char delimiter) {
    CsvScanner scanner{text, delimiter};
    CsvRecord record;
    return scanner.next(record) == CsvScanner::Step::unterminated_quote && record.fields.size() > 1;
}

}  // namespace

bool is_separator_line(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    return line.size() == 5 && line.substr(0, 4) == "sep=";
}

CsvDialect find_dialect_of(std::string_view text, const Headings& headings, char delimiter) {
    const int skipped = is_separator_line(text) ? 1 : 0;
    return {delimiter, heading_fit(text, delimiter, skipped, headings, TableOf::network).row};
}

CsvDialect find_dialect(std::string_view text, const Headings& headings, TableOf of) {
    if (is_separator_line(text)) {
        const char delimiter = text[4];
        return {delimiter, heading_fit(text, delimiter, 1, headings, of).row};
    }
    CsvDialect best;
    HeadingFit best_fit;
    std::optional<char> opens_quote;
    for (const char delimiter : {',', ';', '\t'}) {
        if (!opens_quote && has_open_quote(text, delimiter)) opens_quote = delimiter;
        const HeadingFit fit = heading_fit(text, delimiter, 0, headings, of);
        if (std::pair{fit.known, fit.fields} <= std::pair{best_fit.known, best_fit.fields})
            continue;
        best = {delimiter, fit.row};
        best_fit = fit;
    }
    // 'key,"name,kind': the quote is the fault, not that no heading is known.
    if (best_fit.known == 0 && opens_quote) return {*opens_quote, 0};
    return best;
}

int row_beyond(std::string_view text, const CsvDialect& dialect, std::int64_t most) {
    const auto lines = std::max(std::ranges::count(text, '\n'), std::ranges::count(text, '\r'));
    if (lines < most) return 0;
    CsvScanner scanner{text, dialect.delimiter};
    CsvRecord record;
    std::optional<std::string> heading;
    for (int number = 0; scanner.next(record) == CsvScanner::Step::record; ++number) {
        if (number < dialect.heading_record || record.blank()) continue;
        const std::string_view first = unicode::trim(record.fields.front());
        if (!heading)
            heading = first;
        else if (!first.starts_with('#') && first != *heading && most-- <= 0)
            return record.line;
    }
    return 0;
}

}  // namespace lotse::io

#include "csv_dialect.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <optional>

namespace lotse::io {
namespace {

constexpr int records_looked_at = 50;

struct Fit {
    int record = 0;
    std::size_t known = 0;
    std::size_t fields = 0;

    /// One lone word can be a title; two known ones, or all of several, are headings.
    bool convincing() const { return known >= 2 || (known == 1 && fields == 1); }
};

Fit fit_of(const CsvRecord& record, int number,
           const std::set<std::string, std::less<>>& headings) {
    Fit fit{number, 0, 0};
    for (const std::string& field : record.fields) {
        const std::string key = unicode::match_key(field);
        if (key.empty()) continue;
        ++fit.fields;
        if (headings.contains(key)) ++fit.known;
    }
    return fit;
}

/// The first record with at least two known headings; else the first with any; else the first that
/// is not blank.
Fit heading_fit(std::string_view text, char delimiter, int skipped,
                const std::set<std::string, std::less<>>& headings) {
    CsvScanner scanner{text, delimiter};
    CsvRecord record;
    std::optional<Fit> fallback;
    for (int number = 0; number < records_looked_at; ++number) {
        if (scanner.next(record) != CsvScanner::Step::record) break;
        if (number < skipped || record.blank()) continue;
        const Fit fit = fit_of(record, number, headings);
        if (fit.convincing()) return fit;
        if (!fallback || (fallback->known == 0 && fit.known > 0)) fallback = fit;
    }
    return fallback.value_or(Fit{skipped, 0, 0});
}

}  // namespace

std::set<std::string, std::less<>> known_headings(std::string_view table_key) {
    std::set<std::string, std::less<>> out;
    const auto add = [&](std::string_view heading) { out.insert(unicode::match_key(heading)); };
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != table_key) return;
        for_each_column<Row>([&](const auto& column) {
            add(column.key);
            add(column.heading.de);
            add(column.heading.en);
            for (std::string_view rest = column.aliases; !rest.empty();) {
                const auto end = rest.find('|');
                add(rest.substr(0, end));
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            }
        });
    });
    return out;
}

bool is_separator_line(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    return line.size() == 5 && line.substr(0, 4) == "sep=";
}

CsvDialect find_dialect(std::string_view text, const std::set<std::string, std::less<>>& headings) {
    if (is_separator_line(text)) {
        const char delimiter = text[4];
        return {delimiter, heading_fit(text, delimiter, 1, headings).record};
    }
    CsvDialect best;
    Fit best_fit;
    for (const char delimiter : {',', ';', '\t'}) {
        const Fit fit = heading_fit(text, delimiter, 0, headings);
        if (std::pair{fit.known, fit.fields} <= std::pair{best_fit.known, best_fit.fields})
            continue;
        best = {delimiter, fit.record};
        best_fit = fit;
    }
    return best;
}

}  // namespace lotse::io

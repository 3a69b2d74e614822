#include "heading_row.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <map>

namespace lotse::io {

namespace {

template <class Row>
Headings headings_of() {
    Headings out;
    const auto add = [&](std::string_view heading) { out.insert(unicode::match_key(heading)); };
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
    return out;
}

}  // namespace

const Headings& known_headings(std::string_view table_key) {
    static const std::map<std::string_view, Headings> tables = [] {
        std::map<std::string_view, Headings> out;
        NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
            using Row = typename std::decay_t<decltype(rows)>::value_type;
            out.emplace(Row::table, headings_of<Row>());
        });
        return out;
    }();
    static const Headings none;
    const auto found = tables.find(table_key);
    return found == tables.end() ? none : found->second;
}

bool HeadingSearch::offer(int row, std::span<const std::string> fields) {
    HeadingFit fit{row, 0, 0};
    for (const std::string& field : fields) {
        const std::string key = unicode::match_key(field);
        if (key.empty()) continue;
        ++fit.fields;
        if (known_.contains(key)) ++fit.known;
    }
    if (fit.fields == 0) return true;
    const auto first = std::ranges::find_if(fields, [](const auto& text) { return !text.empty(); });
    const bool is_comment = first->starts_with('#');
    if (is_comment || (lone_ == LoneWord::is_title && fit.fields == 1)) fit.known = 0;
    // One lone word can be a title ("Angebote") or a table of one column: what follows tells.
    const bool convincing = fit.known >= 2;
    const bool better =
        best_ && fit.known > 0 && (best_->known == 0 || (best_->fields == 1 && fit.fields > 1));
    if (convincing || !best_ || better) best_ = fit;
    return !convincing;
}

}  // namespace lotse::io

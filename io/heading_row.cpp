#include "heading_row.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <map>

namespace lotse::io {

namespace {

template <class Row>
Headings headings_of() {
    Headings out;
    for_each_column<Row>([&](const auto& column) {
        std::set<std::string, std::less<>> of_column;
        const auto add = [&](std::string_view heading) {
            of_column.insert(unicode::match_key(heading));
        };
        add(column.key);
        add(column.heading.de);
        add(column.heading.en);
        for_each_member(column.aliases, add);
        out.insert(of_column.begin(), of_column.end());
        if (column.need != Need::optional) out.required.push_back(std::move(of_column));
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
    const bool is_directory = of_ == TableOf::directory;
    if (is_comment || (is_directory && fit.fields == 1)) fit.known = 0;
    // One lone word can be a title ("Angebote") or a table of one column: what follows tells.
    constexpr std::size_t convincing = 2;
    const bool complete = fit.known >= convincing && has_required(fields);
    if (best_ && best_->known >= convincing) {
        const bool replaces = complete && (!is_directory || stands_below_title(fit, fields));
        if (replaces) best_ = fit;
        const bool further = !is_directory || fit.fields == 1;  // titles may stand in several rows
        return !replaces && further;
    }
    const bool better =
        best_ && fit.known > 0 && (best_->known == 0 || (best_->fields == 1 && fit.fields > 1));
    if (fit.known >= convincing || !best_ || better) {
        best_ = fit;
        best_fields_.assign(fields.begin(), fields.end());
    }
    const bool pure = known_.required.empty() || fit.known == fit.fields;
    return !complete && !(fit.known >= convincing && pure);
}

bool HeadingSearch::stands_below_title(const HeadingFit& fit,
                                       std::span<const std::string> fields) const {
    const auto is_blank = [](const std::string& text) { return unicode::match_key(text).empty(); };
    bool has_figures = false;
    for (std::size_t i = 0; i < best_fields_.size(); ++i) {
        if (is_blank(best_fields_[i])) continue;
        has_figures |= best_fields_[i].find_first_of("0123456789") != std::string::npos;
        // Nothing below it: a heading for itself above a second row of headings.
        const bool is_known = known_.contains(unicode::match_key(best_fields_[i]));
        if (is_known && (i >= fields.size() || is_blank(fields[i]))) return false;
    }
    return has_figures && fit.known >= best_->known;
}

bool HeadingSearch::has_required(std::span<const std::string> fields) const {
    return std::ranges::all_of(known_.required, [&](const auto& column) {
        return std::ranges::any_of(fields, [&](const std::string& field) {
            return column.contains(unicode::match_key(field));
        });
    });
}

}  // namespace lotse::io

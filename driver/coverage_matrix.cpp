#include "coverage_matrix.hpp"

#include <lotse/base/html.hpp>
#include <lotse/model/governance.hpp>

#include <algorithm>
#include <map>

namespace lotse::driver {
namespace {

std::string_view sign(CoverageState state) {
    switch (state) {
        case CoverageState::available: return "✓";
        case CoverageState::barrier: return "!";
        case CoverageState::planned: return "…";
        case CoverageState::none: return "✕";
        case CoverageState::unknown: return "?";
    }
    return "?";
}

std::size_t column_at(const Table& table, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, key, &Column::key) -
                                    table.columns.begin());
}

std::string badge(CoverageState state, Language language) {
    const auto& e = enumerator(state);
    const std::string label = html::escape(e.label.in(language));
    return "<span class=\"state state-" + std::string{e.key} + "\" title=\"" + label +
           "\"><span aria-hidden=\"true\">" + std::string{sign(state)} +
           "</span><span class=\"spoken\">" + label + "</span></span>";
}

struct Entry {
    std::string key;
    std::string label;
};

void remember(std::vector<Entry>& list, const std::string& key, const std::string& label) {
    if (std::ranges::find(list, key, &Entry::key) == list.end()) list.push_back({key, label});
}

}  // namespace

std::string coverage_matrix_html(const Document& coverage, Language language) {
    const auto table = std::ranges::find(coverage.tables, "cells", &Table::key);
    if (table == coverage.tables.end() || table->rows.empty()) return {};
    const std::size_t area = column_at(*table, "area");
    const std::size_t area_name = column_at(*table, "area_name");
    const std::size_t topic = column_at(*table, "topic");
    const std::size_t state = column_at(*table, "state");
    std::vector<Entry> areas;
    std::vector<Entry> topics;
    std::map<std::pair<std::string, std::string>, CoverageState> cells;
    for (const auto& row : table->rows) {
        const auto& of_area = std::get<std::string>(row[area]);
        const auto& of_topic = std::get<Choice>(row[topic]);
        remember(areas, of_area, std::get<std::string>(row[area_name]));
        remember(topics, of_topic.key, of_topic.label.in(language));
        cells.try_emplace({of_area, of_topic.key},
                          *from_key<CoverageState>(std::get<Choice>(row[state]).key));
    }
    std::string out = "<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr><td></td>";
    for (const Entry& column : topics)
        out += "<th scope=\"col\">" + html::escape(column.label) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const Entry& row : areas) {
        out += "<tr><th scope=\"row\">" + html::escape(row.label) + "</th>";
        for (const Entry& column : topics) {
            const auto cell = cells.find({row.key, column.key});
            out += "<td>" + (cell == cells.end() ? std::string{} : badge(cell->second, language)) +
                   "</td>";
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table></div>\n<p class=\"matrix-legend\">";
    for (const auto& e : all_enumerators<CoverageState>)
        out += badge(e.value, language) + " " + html::escape(e.label.in(language)) + " &nbsp; ";
    return out + "</p>\n";
}

}  // namespace lotse::driver

#include "coverage_matrix.hpp"

#include <lotse/base/html.hpp>
#include <lotse/model/governance.hpp>

#include <algorithm>
#include <map>

namespace lotse::driver {
namespace {

std::string_view sign(CoverageState state) {
    switch (state) {
        case CoverageState::available: return "●";
        case CoverageState::barrier: return "◐";
        case CoverageState::planned: return "○";
        case CoverageState::none: return "✕";
        case CoverageState::unknown: return "?";
    }
    return "?";
}

/// What a cell shows: its state, and whether online offers alone make it.
struct Shown {
    CoverageState state;
    enum class Reach { on_site, online_only } reach = Reach::on_site;
};

std::size_t column_at(const Table& table, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, key, &Column::key) -
                                    table.columns.begin());
}

Message label_of(const Shown& shown) {
    if (shown.reach == Shown::Reach::online_only) return Text{"nur online", "online only"};
    return enumerator(shown.state).label;
}

std::string badge(const Shown& shown, Language language) {
    const std::string label = html::escape(label_of(shown).in(language));
    const std::string mark{shown.reach == Shown::Reach::online_only ? "@" : sign(shown.state)};
    return "<span class=\"state state-" + std::string{enumerator(shown.state).key} + "\" title=\"" +
           label + "\"><span aria-hidden=\"true\">" + mark + "</span><span class=\"spoken\">" +
           label + "</span></span>";
}

struct Entry {
    std::string key;
    std::string label;
};

/// An area, and the group of persons that its cells speak of.
struct RowEntry {
    std::string key;
    std::string area;
    std::string group;  ///< empty: all
};

template <class EntryOf>
void remember(std::vector<EntryOf>& list, EntryOf entry) {
    if (std::ranges::find(list, entry.key, &EntryOf::key) == list.end())
        list.push_back(std::move(entry));
}

/// Of the target group and the legal basis that were asked for.
RowEntry row_entry(const std::string& area, const std::string& name,
                   std::initializer_list<const Value*> parts, Language language) {
    RowEntry entry{area, name, {}};
    for (const Value* part : parts) {
        const Choice* choice = std::get_if<Choice>(part);
        entry.key += ' ';
        if (!choice) continue;
        entry.key += choice->key;
        entry.group += (entry.group.empty() ? "" : ", ") + choice->label.in(language);
    }
    return entry;
}

}  // namespace

std::string coverage_matrix_html(const Document& coverage, Language language) {
    const auto table = std::ranges::find(coverage.tables, "cells", &Table::key);
    if (table == coverage.tables.end() || table->rows.empty()) return {};
    const std::size_t area = column_at(*table, "area");
    const std::size_t area_name = column_at(*table, "area_name");
    const std::size_t topic = column_at(*table, "topic");
    const std::size_t target = column_at(*table, "target");
    const std::size_t legal = column_at(*table, "legal");
    const std::size_t state = column_at(*table, "state");
    const std::size_t reason = column_at(*table, "reason");
    std::vector<RowEntry> rows;
    std::vector<Entry> topics;
    std::map<std::pair<std::string, std::string>, Shown> cells;
    bool any_online = false;
    for (const auto& row : table->rows) {
        const auto& of_topic = std::get<Choice>(row[topic]);
        const RowEntry entry =
            row_entry(std::get<std::string>(row[area]), std::get<std::string>(row[area_name]),
                      {&row[target], &row[legal]}, language);
        remember(rows, entry);
        remember(topics, {of_topic.key, of_topic.label.in(language)});
        Shown shown{*from_key<CoverageState>(std::get<Choice>(row[state]).key)};
        const Choice* why = std::get_if<Choice>(&row[reason]);
        if (why && why->key.find("online_only") != std::string::npos) {
            shown.reach = Shown::Reach::online_only;
            any_online = true;
        }
        cells.try_emplace({entry.key, of_topic.key}, shown);
    }
    std::string out = "<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr><td></td>";
    for (const Entry& column : topics)
        out += "<th scope=\"col\">" + html::escape(column.label) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const RowEntry& row : rows) {
        out += "<tr><th scope=\"row\">" + html::escape(row.area);
        if (!row.group.empty())
            out += " <span class=\"sub\">" + html::escape(row.group) + "</span>";
        out += "</th>";
        for (const Entry& column : topics) {
            const auto cell = cells.find({row.key, column.key});
            out += "<td>" + (cell == cells.end() ? std::string{} : badge(cell->second, language)) +
                   "</td>";
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table></div>\n<p class=\"matrix-legend\">";
    const auto explain = [&](const Shown& shown) {
        out +=
            badge(shown, language) + " " + html::escape(label_of(shown).in(language)) + " &nbsp; ";
    };
    for (const auto& e : all_enumerators<CoverageState>) explain({e.value});
    if (any_online) explain({CoverageState::available, Shown::Reach::online_only});
    return out + "</p>\n";
}

}  // namespace lotse::driver

#include "graph_columns.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lotse::io {
namespace {

constexpr std::string_view foreign_prefix = "extra_";

/// What graph files say themselves, and every heading of the table.
bool is_taken(std::string_view heading, std::string_view table) {
    constexpr std::array<std::string_view, 18> taken{
        "b",    "e kind", "end",  "from",        "g",     "id",     "key", "label",  "mutual",
        "name", "r",      "size", "sector from", "start", "target", "to",  "weight", "x"};
    const std::string key = unicode::match_key(heading);
    return key == "y" || std::ranges::find(taken, key) != taken.end() ||
           !column_key(table, heading).empty();
}

std::string_view bare(std::string_view heading) {
    while (heading.starts_with(foreign_prefix)) heading.remove_prefix(foreign_prefix.size());
    return heading;
}

GraphColumns numbered(const std::vector<ExportColumn>& columns, std::string_view table,
                      std::string_view prefix, std::array<std::string_view, 2> left_out) {
    GraphColumns out;
    int foreign = 0;
    for (const ExportColumn& column : columns) {
        if (std::ranges::find(left_out, column.key) != left_out.end()) continue;
        std::string id{prefix};
        id += column.foreign ? "x" + std::to_string(++foreign) : column.key;
        if (column.key == sector_from_title && !column.foreign)
            out.sector_from = out.list.size();
        else
            out.by_key.emplace(column.key, out.list.size());
        out.list.push_back({std::move(id),
                            column.foreign ? title_of_heading(column.key, table) : column.key,
                            column.type});
    }
    return out;
}

bool reads_as_number(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
}

}  // namespace

std::string kept_heading(std::string_view title) {
    return std::string{foreign_prefix} + std::string{title};
}

std::string title_of_heading(std::string_view heading, std::string_view table) {
    return is_taken(bare(heading), table) ? kept_heading(heading) : std::string{heading};
}

std::string heading_of_title(std::string_view title, std::string_view table) {
    if (title.starts_with(foreign_prefix) && is_taken(bare(title), table))
        title.remove_prefix(foreign_prefix.size());
    return std::string{title};
}

GraphColumns actor_columns(const Network& network, const ExportOptions& options) {
    auto columns = export_columns(network.tables().actors, options);
    const bool has_sector =
        std::ranges::any_of(columns, [](const auto& c) { return c.key == "sector"; });
    if (!has_sector) {
        const auto kind = std::ranges::find(columns, "kind", &ExportColumn::key);
        columns.insert(kind + 1, {"sector", ColumnType::text, Need::optional, false});
    }
    const auto& actors = network.tables().actors;
    bool implied = false;
    for (std::size_t i = 0; i < actors.size() && !implied; ++i)
        implied = !actors[i].sector && network.sector_of(ActorId{i});
    if (implied) {
        const auto sector = std::ranges::find(columns, "sector", &ExportColumn::key);
        columns.insert(sector + 1,
                       {std::string{sector_from_title}, ColumnType::text, Need::optional, false});
    }
    return numbered(columns, Actor::table, "n_", {"key", "name"});
}

GraphColumns tie_columns(const Network& network, const ExportOptions& options) {
    GraphColumns out =
        numbered(export_columns(network.tables().ties, options), Tie::table, "e_", {"from", "to"});
    // What edges of every form have, and lotse only passes on.
    if (const auto label = out.by_key.find("label"); label != out.by_key.end())
        out.list[label->second].title = "label";
    if (const auto weight = out.by_key.find("weight"); weight != out.by_key.end()) {
        bool numbers = true;
        for (const Tie& tie : network.ties())
            for (const auto& [heading, text] : tie.extra)
                numbers = numbers && (heading != "weight" || text.empty() || reads_as_number(text));
        if (numbers) {
            out.list[weight->second].title = "weight";
            out.list[weight->second].type = ColumnType::number;
        }
    }
    return out;
}

std::string_view type_name(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return "long";
        case ColumnType::number: return "double";
        case ColumnType::text: break;
    }
    return "string";
}

void for_each_attribute(const GraphColumns& columns, const Network& network, ActorId id,
                        const ExportOptions& options, AttributeVisitor visit) {
    const auto emit = [&](std::string_view key, std::string_view text) {
        if (const auto it = columns.by_key.find(key); it != columns.by_key.end())
            visit(columns.list[it->second], text);
    };
    if (!network[id].sector)
        if (const auto sector = network.sector_of(id)) {
            emit("sector", enumerator(*sector).key);
            if (columns.sector_from) visit(columns.list[*columns.sector_from], sector_from_kind);
        }
    for_each_exported_text(network[id], options, emit);
}

void for_each_attribute(const GraphColumns& columns, const Tie& tie, const ExportOptions& options,
                        AttributeVisitor visit) {
    for_each_exported_text(tie, options, [&](std::string_view key, std::string_view text) {
        if (const auto it = columns.by_key.find(key); it != columns.by_key.end())
            visit(columns.list[it->second], text);
    });
}

}  // namespace lotse::io

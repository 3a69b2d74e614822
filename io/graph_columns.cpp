#include "graph_columns.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

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

std::string_view type_name(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return "long";
        case ColumnType::number: return "double";
        case ColumnType::text: break;
    }
    return "string";
}

/// The type of a foreign column in which no program changes any of its texts, as it would "007" or
/// "1.10" as numbers.
class TextTypes {
public:
    void look_at(std::string_view text) {
        any_ = true;
        booleans_ = booleans_ && (text == "true" || text == "false");
        integers_ = integers_ && is_written_as<std::int64_t>(text);
        numbers_ = numbers_ && is_written_as<double>(text);
    }
    std::string_view name() const {
        if (!any_) return "string";
        if (booleans_) return "boolean";
        return integers_ ? "long" : numbers_ ? "double" : "string";
    }

private:
    template <class Number>
    static bool is_written_as(std::string_view text) {
        Number value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc{} || end != text.data() + text.size()) return false;
        std::array<char, 400> written{};
        const auto same = [&](auto... format) {
            const auto done =
                std::to_chars(written.data(), written.data() + written.size(), value, format...);
            const std::string_view shown{written.data(), done.ptr};
            return text == shown ||
                   (std::is_same_v<Number, double> && text == std::string{shown} + ".0");
        };
        if constexpr (std::is_same_v<Number, double>)
            return std::isfinite(value) &&
                   (same(std::chars_format::fixed) || same(std::chars_format::scientific));
        else
            return same();
    }

    bool any_ = false;
    bool booleans_ = true;
    bool integers_ = true;
    bool numbers_ = true;
};

template <class Row>
std::map<std::string, TextTypes, std::less<>> types_of_foreign(const std::vector<Row>& rows) {
    std::map<std::string, TextTypes, std::less<>> out;
    for (const Row& row : rows)
        for (const auto& [heading, text] : row.extra)
            if (!text.empty()) out[heading].look_at(text);
    return out;
}

template <class Row>
GraphColumns numbered(const std::vector<ExportColumn>& columns, const std::vector<Row>& rows,
                      std::string_view prefix, std::array<std::string_view, 2> left_out) {
    const std::string_view table = Row::table;
    const auto types = types_of_foreign(rows);
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
        const auto type = column.foreign ? types.find(column.key) : types.end();
        out.list.push_back(
            {std::move(id), column.foreign ? title_of_heading(column.key, table) : column.key,
             column.type, type == types.end() ? type_name(column.type) : type->second.name()});
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
    return numbered(columns, actors, "n_", {"key", "name"});
}

GraphColumns tie_columns(const Network& network, const ExportOptions& options) {
    const auto& ties = network.tables().ties;
    GraphColumns out = numbered(export_columns(ties, options), ties, "e_", {"from", "to"});
    // What edges of every form have, and lotse only passes on.
    if (const auto label = out.by_key.find("label"); label != out.by_key.end()) {
        out.list[label->second].title = "label";
        out.list[label->second].type_name = "string";
    }
    if (const auto weight = out.by_key.find("weight"); weight != out.by_key.end()) {
        bool numbers = true;
        for (const Tie& tie : network.ties())
            for (const auto& [heading, text] : tie.extra)
                numbers = numbers && (heading != "weight" || text.empty() || reads_as_number(text));
        if (numbers) {
            out.list[weight->second].title = "weight";
            out.list[weight->second].type = ColumnType::number;
            out.list[weight->second].type_name = "double";
        }
    }
    return out;
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

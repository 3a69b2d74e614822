#include "graph_columns.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// Foreign columns must not be taken for what graph files say themselves.
std::string free_title(const ExportColumn& column) {
    constexpr std::array<std::string_view, 16> taken{
        "b",    "g",    "id",     "key",    "label", "mutual", "name", "r",
        "from", "size", "source", "target", "to",    "weight", "x",    "y"};
    const bool clash =
        column.foreign && std::ranges::find(taken, unicode::match_key(column.key)) != taken.end();
    return clash ? "extra_" + column.key : column.key;
}

GraphColumns numbered(const std::vector<ExportColumn>& columns, std::string_view prefix,
                      std::array<std::string_view, 2> left_out) {
    GraphColumns out;
    int foreign = 0;
    for (const ExportColumn& column : columns) {
        if (std::ranges::find(left_out, column.key) != left_out.end()) continue;
        std::string id{prefix};
        id += column.foreign ? "x" + std::to_string(++foreign) : column.key;
        out.by_key.emplace(column.key, out.list.size());
        out.list.push_back({std::move(id), free_title(column), column.type});
    }
    return out;
}

}  // namespace

GraphColumns actor_columns(const Network& network, const ExportOptions& options) {
    auto columns = export_columns(network.tables().actors, options);
    const bool has_sector =
        std::ranges::any_of(columns, [](const auto& c) { return c.key == "sector"; });
    if (!has_sector) {
        const auto kind = std::ranges::find(columns, "kind", &ExportColumn::key);
        columns.insert(kind + 1, {"sector", ColumnType::text, Need::optional, false});
    }
    return numbered(columns, "n_", {"key", "name"});
}

GraphColumns tie_columns(const Network& network, const ExportOptions& options) {
    return numbered(export_columns(network.tables().ties, options), "e_", {"from", "to"});
}

}  // namespace lotse::io

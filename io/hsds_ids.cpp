#include "hsds_ids.hpp"

#include "hsds_links.hpp"

#include <map>

namespace lotse::io::hsds {
namespace {

/// What tells two rows of the table apart; empty: nothing refers to them.
std::string content(const ReadTable& table, const ReadRow& row) {
    if (table.name == "organization" || table.name == "service" || table.name == "location")
        return key_of(table, row);
    std::string out;
    const auto add = [&](std::initializer_list<std::string_view> columns) {
        for (const std::string_view column : columns) (out += table.text(row, column)) += '\x1f';
    };
    if (table.name == "taxonomy_term" || table.name == "taxonomy") add({"code", "name", "term"});
    if (table.name == "service_at_location") add({"service_id", "location_id"});
    return out;
}

}  // namespace

std::vector<RepeatedId> repeated_ids(const ReadPackage& package) {
    struct First {
        std::string content;
        SourcePosition place;
    };
    std::map<std::pair<std::string, std::string>, First> by_id;
    std::vector<RepeatedId> out;
    for (const ReadTable& table : package.tables)
        for (const ReadRow& row : table.rows) {
            const std::string id{table.text(row, "id")};
            std::string said = content(table, row);
            if (id.empty() || said.empty()) continue;
            const SourcePosition place = table.place_of(row, "id");
            const auto [first, added] = by_id.try_emplace({table.name, id}, First{said, place});
            if (added || first->second.content == said) continue;
            out.push_back({&row,
                           table.name,
                           {Severity::error, "duplicate-key", place,
                            message({"id: Die Kennung „{}“ steht schon in {}, in einer Zeile, die "
                                     "etwas anderes sagt. Jede Kennung darf nur einmal stehen.",
                                     "id: the id '{}' already stands in {}, in a row that says "
                                     "something else. Every id may occur only once."},
                                    {id, to_string(first->second.place)})}});
        }
    return out;
}

}  // namespace lotse::io::hsds

#include "own_codes.hpp"

#include <algorithm>
#include <array>

namespace lotse {

bool is_fixed_list(std::string_view name) {
    constexpr std::array<std::string_view, 3> fixed{"coverage_states", "sectors", "tie_kinds"};
    return std::ranges::find(fixed, name) != fixed.end();
}

Codebook extended_codebook(std::span<const OwnCode> own) {
    Codebook book = Codebook::built_in();
    for (const OwnCode& row : own) {
        CodeList* list = book.list(row.list);
        if (!list || (is_fixed_list(row.list) && !list->find(row.code))) continue;
        Code code{row.code, {row.de, row.en}, {}, {}};
        if (row.sector) code.attributes["sector"] = enumerator(*row.sector).key;
        // The rule of a kind of actor is its role in the graph.
        if (!row.rule.empty())
            code.attributes[row.list == "actor_kinds" ? "role" : "rule"] = row.rule;
        list->add(std::move(code));
    }
    return book;
}

}  // namespace lotse

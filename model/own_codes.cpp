#include "own_codes.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace lotse {

bool is_fixed_list(std::string_view name) {
    constexpr std::array<std::string_view, 3> fixed{"coverage_states", "sectors", "tie_kinds"};
    return std::ranges::find(fixed, name) != fixed.end();
}

namespace {

/// "min_weeks=52; topics=LP-SUC|X-PSY" fills the columns of a list of rules; a plain text is the
/// rule, of a kind of actor its role in the graph.
void add_rule(Code& code, std::string_view list, std::string_view rule) {
    if (rule.empty()) return;
    if (rule.find('=') == std::string_view::npos) {
        code.attributes[list == "actor_kinds" ? "role" : "rule"] = rule;
        return;
    }
    while (!rule.empty()) {
        const auto end = std::min(rule.find(';'), rule.size());
        const std::string_view part = rule.substr(0, end);
        rule.remove_prefix(std::min(end + 1, rule.size()));
        const auto sign = part.find('=');
        if (sign == std::string_view::npos) continue;
        const std::string name{unicode::trim(part.substr(0, sign))};
        code.attributes[name] = unicode::trim(part.substr(sign + 1));
    }
}

}  // namespace

Codebook extended_codebook(std::span<const OwnCode> own) {
    Codebook book = Codebook::built_in();
    std::map<std::string_view, CodeList*> extended;
    for (const OwnCode& row : own) {
        const CodeList* known = book.list(row.list);
        if (!known || (is_fixed_list(row.list) && !known->find(row.code))) continue;
        Code code{row.code, {row.de, row.en}, {}, {}};
        if (row.sector) code.attributes["sector"] = enumerator(*row.sector).key;
        add_rule(code, row.list, row.rule);
        CodeList*& list = extended[row.list];
        if (list == nullptr) list = book.extend(row.list);
        list->add(std::move(code));
    }
    return book;
}

}  // namespace lotse

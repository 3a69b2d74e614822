/// Parts of what a cell holds: the members of a list, and whether a text is digits only.
#ifndef LOTSE_BASE_TEXT_PARTS_HPP
#define LOTSE_BASE_TEXT_PARTS_HPP

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// At least one digit, and nothing else.
constexpr bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, ascii::is_digit);
}

/// Calls visit(member) for what stands between the bars of a list, without blanks around it and
/// unless it is blank.
template <class Visitor>
void for_each_member(std::string_view list, Visitor&& visit) {
    for (;;) {
        const auto end = list.find('|');
        if (const auto member = unicode::trim(list.substr(0, end)); !member.empty()) visit(member);
        if (end == std::string_view::npos) return;
        list.remove_prefix(end + 1);
    }
}

/// The members that for_each_member visits.
inline std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> out;
    for_each_member(list, [&](std::string_view member) { out.emplace_back(member); });
    return out;
}

}  // namespace lotse

#endif

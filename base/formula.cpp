#include <lotse/base/formula.hpp>

#include <algorithm>
#include <array>

namespace lotse {

bool starts_formula(std::string_view text) noexcept {
    using namespace std::string_view_literals;
    constexpr std::array signs{"="sv,  "+"sv,  "-"sv,  "@"sv,  "\t"sv,
                               "\r"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};
    const auto first = text.find_first_not_of('\'');
    if (first == std::string_view::npos) return false;
    return std::ranges::any_of(
        signs, [&](std::string_view sign) { return text.substr(first).starts_with(sign); });
}

std::string guarded_formula(std::string text) {
    if (starts_formula(text)) text.insert(0, 1, '\'');
    return text;
}

bool is_guarded_formula(std::string_view text) noexcept {
    return text.starts_with('\'') && starts_formula(text.substr(1));
}

}  // namespace lotse

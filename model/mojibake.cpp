#include "mojibake.hpp"

#include <algorithm>
#include <array>

namespace lotse {
namespace {

/// What stands behind Ã for ä ö ü ß Ä Ö Ü and the letters of neighbours (é è ç á ó í ñ); the last
/// row for ß Ä Ö Ü as ISO 8859-1 has them.
constexpr std::array<std::string_view, 18> behind_a_tilde{
    "\u00A4", "\u00B6", "\u00BC", "\u0178", "\u201E", "\u2013", "\u0153", "\u00A9", "\u00A8",
    "\u00A7", "\u00A1", "\u00B3", "\u00AD", "\u00B1", "\u009F", "\u0084", "\u0096", "\u009C"};
/// Behind Â for § ° ´ « » and the no-break space.
constexpr std::array<std::string_view, 6> behind_a_circumflex{"\u00A7", "\u00B0", "\u00B4",
                                                              "\u00AB", "\u00BB", "\u00A0"};

template <std::size_t count>
bool begins_with_one(std::string_view text, const std::array<std::string_view, count>& signs) {
    return std::ranges::any_of(signs, [&](auto sign) { return text.starts_with(sign); });
}

}  // namespace

bool holds_mojibake(std::string_view utf8) {
    constexpr std::string_view a_tilde = "\u00C3", a_circumflex = "\u00C2", dash = "\u00E2\u20AC";
    for (auto at = utf8.find('\xC3'); at != utf8.npos; at = utf8.find('\xC3', at + 1)) {
        const auto rest = utf8.substr(at);
        if (rest.starts_with(dash) ||
            (rest.starts_with(a_tilde) &&
             begins_with_one(rest.substr(a_tilde.size()), behind_a_tilde)) ||
            (rest.starts_with(a_circumflex) &&
             begins_with_one(rest.substr(a_circumflex.size()), behind_a_circumflex)))
            return true;
    }
    return false;
}

}  // namespace lotse

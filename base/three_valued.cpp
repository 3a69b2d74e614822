#include <lotse/base/not_recorded.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/three_valued.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse {

bool says_not_recorded(std::string_view text) {
    constexpr std::array<std::string_view, 12> words{"k a",           "ka",
                                                     "keine angabe",  "keine angaben",
                                                     "nicht bekannt", "nicht erfasst",
                                                     "nicht erhoben", "not known",
                                                     "not recorded",  "not stated",
                                                     "unbekannt",     "unknown"};
    return !unicode::has_telling_signs(text) &&
           std::ranges::find(words, unicode::match_key(text)) != words.end();
}

std::optional<ThreeValued> parse_three_valued(std::string_view text) {
    const std::string_view given = unicode::trim(text);
    if (given.empty() || given == "?" || says_not_recorded(given)) return ThreeValued::unknown;
    if (unicode::has_telling_signs(given)) return std::nullopt;
    const std::string key = unicode::match_key(given);
    if (key == "yes" || key == "ja" || key == "1" || key == "true" || key == "wahr")
        return ThreeValued::yes;
    if (key == "no" || key == "nein" || key == "0" || key == "false" || key == "falsch")
        return ThreeValued::no;
    return std::nullopt;
}

}  // namespace lotse

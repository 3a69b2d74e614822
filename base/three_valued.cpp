#include <lotse/base/ascii.hpp>
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

bool may_say_not_recorded(std::string_view text) {
    constexpr std::array<std::string_view, 10> signs{"?", "??", "-", "--", "---",
                                                     "–", "—",  "−", ".",  "/"};
    constexpr std::array<std::string_view, 8> words{"n/a", "n.a.", "n. a.", "na",
                                                    "nan", "nat",  "null",  "none"};
    text = unicode::trim(text);
    std::string small{text};
    for (char& c : small)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return std::ranges::find(signs, text) != signs.end() ||
           std::ranges::find(words, small) != words.end() || is_missing_value(text);
}

bool is_missing_value(std::string_view text) {
    constexpr std::array<std::string_view, 8> words{"NA",  "N/A", "n/a",  "<NA>",
                                                    "NaN", "NaT", "null", "NULL"};
    return std::ranges::find(words, unicode::trim(text)) != words.end();
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

#include "area_keys.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/municipalities.hpp>

#include <algorithm>

namespace lotse {
namespace {

bool is_german_land(std::string_view ags) {
    const int land = (ags[0] - '0') * 10 + (ags[1] - '0');
    return land >= 1 && land <= 16;
}

bool lost_zero(std::size_t digits) {
    return digits == 4 || digits == 7 || digits == 11;
}

/// Keys of areas side by side. "05,911" is a number that a spreadsheet made of a key.
bool are_area_keys(std::string_view text) {
    std::string apart{text};
    std::ranges::replace(apart, ' ', ',');
    const auto parts = parts_of(apart);
    if (parts.empty() || !std::ranges::all_of(parts, all_digits)) return false;
    constexpr std::size_t kreis_without_zero = 4;
    return text.find_first_of(";/&+\n\r") != text.npos || text.find(", ") != text.npos ||
           std::ranges::all_of(
               parts, [](const std::string& part) { return part.size() >= kreis_without_zero; });
}

/// Digits and the signs of numbers, such that nobody can mean it as a key.
bool is_number_and_no_key(std::string_view text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9' && !unicode::is_key_text(text) &&
           text.find_first_not_of("0123456789.,+-eE ") == text.npos &&
           text.find_first_of(".,eE") != text.npos;
}

/// "5.911" and "5911.0" without what the spreadsheet put in; empty: neither.
std::string digits_of_number(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == 0 || dot == text.npos) return {};
    const std::string_view behind = text.substr(dot + 1);
    if (!all_digits(text.substr(0, dot))) return {};
    if (!behind.empty() && behind.find_first_not_of('0') == behind.npos && behind.size() < 3)
        return std::string{text.substr(0, dot)};
    constexpr std::size_t group = 3;
    std::string out{text.substr(0, dot)};
    if (out.size() > group) return {};
    for (std::size_t at = dot; at < text.size(); at += group + 1) {
        const std::string_view digits = text.substr(at + 1, group);
        if (text[at] != '.' || digits.size() != group || !all_digits(digits)) return {};
        out += digits;
    }
    return out;
}

bool has_exponent(std::string_view text) {
    const auto sign = text.find_first_of("eE");
    if (sign == 0 || sign == text.npos) return false;
    std::string mantissa{text.substr(0, sign)};
    std::erase(mantissa, '.');
    std::string_view exponent = text.substr(sign + 1);
    if (exponent.starts_with('-')) exponent.remove_prefix(1);
    return all_digits(mantissa) && all_digits(exponent);
}

/// The area that comes with the program, of digits that may lack a leading zero; empty: none.
std::string known_area(std::string digits) {
    static const Network germany{{}, {}};
    if (lost_zero(digits.size())) digits.insert(0, 1, '0');
    const bool is_known = germany.find_area(digits) || find_municipality(digits);
    return is_known ? digits : std::string{};
}

}  // namespace

std::optional<std::string> parse_area_key(std::string text, const CellContext& context) {
    if (!all_digits(text)) {
        if (are_area_keys(text)) {
            report_several_keys("bad-ags", text, context);
            return std::nullopt;
        }
        if (is_number_and_no_key(text)) {
            report_number_for_key(text, context);
            return std::nullopt;
        }
        return text;
    }
    const std::size_t length = text.size();
    if (lost_zero(length)) {
        const std::string repaired = '0' + text;
        if (is_german_land(repaired)) {
            context.warning(
                "repaired-ags",
                message({"{}: Dem Gebietsschlüssel „{}“ fehlt die führende Null; gelesen als „{}“.",
                         "{}: the area key '{}' lost its leading zero; read as '{}'."},
                        {context.column, text, repaired}));
            return repaired;
        }
    }
    const bool known_length =
        length == 2 || length == 3 || length == 5 || length == 8 || length == 12;
    if (known_length && is_german_land(text)) return text;
    context.error("bad-ags",
                  message({"{}: „{}“ ist kein Gebietsschlüssel. Ein Land hat 2, ein Kreis 5, eine "
                           "Gemeinde 8 Stellen (ARS 12) und beginnt mit 01 bis 16.",
                           "{}: '{}' is not an area key. A Land has 2, a Kreis 5, a municipality 8 "
                           "digits (ARS 12), beginning with 01 to 16."},
                          {context.column, text}));
    return std::nullopt;
}

std::string_view district_of_town(std::string_view key) {
    constexpr std::size_t district = 5;
    if (level_of_key(key) != "municipality" ||
        key.find_first_not_of('0', district) != std::string_view::npos)
        return {};
    const Area* town = find_municipality(key);
    return town && key.starts_with(town->parent.key) ? std::string_view{town->parent.key}
                                                     : std::string_view{};
}

const Area* find_under_other_key(const std::vector<Area>& areas, std::string_view key) {
    if (level_of_key(key) != "municipality") return nullptr;
    const std::string same = key_of_same_area(key);
    constexpr std::size_t district = 5;
    constexpr std::size_t number = 3;  // in the Kreis, in both keys
    const std::string_view start = key.substr(0, district);
    const std::string_view end = key.substr(key.size() - number);
    for (auto at = std::ranges::lower_bound(areas, start, {}, &Area::key);
         at != areas.end() && at->key.starts_with(start); ++at)
        if (at->key.ends_with(end) && at->key != key && level_of_key(at->key) == "municipality" &&
            key_of_same_area(at->key) == same)
            return &*at;
    return nullptr;
}

HeldAreas::HeldAreas(const std::vector<Area>& own) {
    for (const Area& area : own) {
        if (level_of_key(area.key) != "municipality") continue;
        own_.insert(area.key);
        if (district_of_town(area.key).empty())
            key_of_same_.try_emplace(key_of_same_area(area.key), area.key);
    }
}

std::string HeldAreas::key_of(std::string_view mentioned) const {
    if (level_of_key(mentioned) != "municipality" || own_.contains(mentioned))
        return std::string{mentioned};
    std::string out = key_of_same_area(mentioned);
    const auto own = key_of_same_.find(out);
    return own == key_of_same_.end() ? out : std::string{own->second};
}

bool is_like_number(std::string_view key) {
    return has_exponent(key) || !digits_of_number(key).empty();
}

void report_number_for_key(const std::string& text, const CellContext& context) {
    context.error("bad-ags",
                  message({"{}: „{}“ ist kein Gebietsschlüssel; die Tabellenkalkulation hat ihn in "
                           "eine Zahl verwandelt. Bitte die Spalte als Text formatieren und den "
                           "Schlüssel neu eintragen, z. B. 05911.",
                           "{}: '{}' is not an area key; the spreadsheet turned it into a number. "
                           "Format the column as text and enter the key again, e.g. 05911."},
                          {context.column, text}));
}

void warn_number_like_areas(const std::vector<Area>& areas, BuildLog& log) {
    for (const Area& area : areas) {
        const std::string digits = digits_of_number(area.key);
        constexpr std::size_t fewest = 4;  // "11.0" numbers a quarter, too
        const std::string known = digits.size() < fewest ? std::string{} : known_area(digits);
        if (known.empty()) continue;
        log.say(Severity::warning, "bad-ags", log.place(area.origin, "key"),
                message({"key: „{}“ gilt als eigener Schlüssel. Ist das Gebiet „{}“ gemeint, hat "
                         "die Tabellenkalkulation seinen Schlüssel in eine Zahl verwandelt; dann "
                         "bitte die Spalte als Text formatieren und ihn neu eintragen.",
                         "key: '{}' counts as a key of your own. If the area '{}' is meant, the "
                         "spreadsheet turned its key into a number; then format the column as "
                         "text and enter it again."},
                        {area.key, known}));
    }
}

}  // namespace lotse

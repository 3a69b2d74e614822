#include "area_names.hpp"

#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/municipalities.hpp>
#include <lotse/model/network.hpp>

#include "place_words.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace lotse::io {

namespace {

constexpr std::size_t land_digits = 2;
constexpr std::size_t district_digits = 5;
constexpr std::size_t municipality_digits = 8;

std::vector<std::string> named(const std::multimap<std::string, std::string, std::less<>>& index,
                               const std::string& key) {
    std::vector<std::string> out;
    const auto [from, to] = index.equal_range(key);
    for (auto it = from; it != to; ++it) out.push_back(it->second);
    std::ranges::sort(out);
    return out;
}

/// What stands before the hyphen of "Castrop-Rauxel"; empty: there is none.
std::string first_part(std::string_view name) {
    const auto hyphen = name.find('-');
    return hyphen == std::string_view::npos ? std::string{}
                                            : unicode::match_key(name.substr(0, hyphen));
}

/// How "Koeln" and "Köln", "St. Augustin" and "Sankt Augustin" are alike.
std::string plain_spelling(std::string_view name) {
    std::string out = '-' + unicode::slug(name) + '-';
    constexpr std::string_view saint = "-sankt-";
    if (const auto at = out.find(saint); at != std::string::npos)
        out.replace(at, saint.size(), "-st-");
    return out;
}

/// Key of the Land that an addition names; empty: none.
std::string land_of(const std::vector<std::string>& addition) {
    std::string text;
    for (const std::string& word : addition) text += (text.empty() ? "" : " ") + word;
    const std::string_view code = area_word(text);
    return all_digits(code) ? std::string{code} : std::string{};
}

void join(std::vector<std::string>& keys, const std::vector<std::string>& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

const AreaNames& AreaNames::built_in() {
    static const AreaNames names;
    return names;
}

AreaNames::AreaNames() {
    const Network germany{{}, {}};
    std::map<std::string, int> districts_of_land;
    for (const Area& area : germany.areas()) {
        areas_.emplace(area.key, area);
        const std::string name = unicode::match_key(area.name);
        districts_.emplace(name, area.key);
        learn_spelling(name);
        if (area.key.size() != district_digits) continue;
        ++districts_of_land[area.key.substr(0, land_digits)];
        constexpr std::string_view kind = "landkreis ";
        if (name.starts_with(kind)) {
            districts_.emplace(name.substr(kind.size()), area.key);
            learn_spelling(name.substr(kind.size()));
        }
        if (const auto parts = split_addition(area.name); !parts.addition.empty()) {
            short_districts_.emplace(unicode::match_key(parts.name),
                                     ShortName{area.key, parts.addition});
            learn_spelling(unicode::match_key(parts.name));
        }
    }
    for (const Area& area : germany.areas()) {
        const std::string land = area.key.substr(0, land_digits);
        if (area.key.size() == district_digits && districts_of_land.at(land) == 1)
            same_as_land_.emplace(land, area.key);
    }
    add_towns();
    for (const auto& [key, area] : areas_) {
        const std::string district = key.substr(0, district_digits);
        if (areas_.contains(district)) continue;
        if (const auto now = germany.find_area(district))
            former_.emplace(district, germany[*now].key);
    }
}

void AreaNames::add_towns() {
    for (Area area : municipalities()) {
        const std::string district = area.key.substr(0, district_digits);
        const bool city = area.key.ends_with("000") && areas_.contains(district);
        if (city) cities_.insert(area.key = district);
        towns_.emplace(unicode::match_key(area.name), area.key);
        learn_spelling(unicode::match_key(area.name));
        const NameWithAddition parts = split_addition(area.name);
        if (!parts.addition.empty()) {
            short_towns_.emplace(unicode::match_key(parts.name),
                                 ShortName{area.key, parts.addition});
            learn_spelling(unicode::match_key(parts.name));
        }
        if (std::string part = first_part(area.name); !part.empty())
            first_parts_.emplace(std::move(part), area.key);
        areas_.emplace(area.key, std::move(area));
    }
}

void AreaNames::learn_spelling(const std::string& key) {
    spellings_[plain_spelling(key)].insert(key);
}

std::string AreaNames::as_spelt(std::string_view name) const {
    std::string key = unicode::match_key(name);
    const auto known = spellings_.find(plain_spelling(key));
    if (known == spellings_.end() || known->second.contains(key) || known->second.size() != 1)
        return key;
    return *known->second.begin();
}

bool AreaNames::lies_in(const std::string& key, std::span<const std::string> districts) const {
    const Area* area = find(key);
    // The recorded Kreis, not the digits: a Kreis of today holds towns with the keys of former
    // ones.
    const std::string_view home =
        area && !area->parent.empty() && key.size() > district_digits ? area->parent.key : key;
    return districts.empty() || std::ranges::any_of(districts, [&](const std::string& d) {
               return home.starts_with(d) || key == d;
           });
}

std::vector<std::string> AreaNames::towns_called(const std::string& name,
                                                 std::span<const std::string> districts) const {
    const std::string key = as_spelt(name);
    const auto outside = [&](const std::string& k) { return !lies_in(k, districts); };
    std::vector<std::string> found = named(towns_, key);
    std::erase_if(found, outside);
    const bool one_city = found.size() == 1 && cities_.contains(found.front());
    if (one_city || (!found.empty() && !districts.empty())) return found;
    const auto [from, to] = short_towns_.equal_range(key);
    std::vector<std::string> more;
    for (auto it = from; it != to; ++it) more.push_back(it->second.key);
    // Only where a Kreis is given: "Baden" alone is not Baden-Baden.
    if (found.empty() && more.empty() && !districts.empty()) more = named(first_parts_, key);
    std::erase_if(more, outside);
    join(found, more);
    return found;
}

TownsFound AreaNames::towns(std::string_view name, std::span<const std::string> districts) const {
    const std::string key = unicode::match_key(name);
    if (key.empty()) return {};
    // "Sachsen" is the Land, not Sachsen b. Ansbach.
    if (!area_word(name).empty() && !towns_.contains(key)) return {};
    if (auto found = towns_called(key, districts); !found.empty()) return {std::move(found), true};
    if (const auto [kind, rest] = name_of_kind(name); kind == "city" || kind == "municipality") {
        auto found = towns_called(rest, districts);
        const auto no_city = [&](const std::string& k) { return !cities_.contains(k); };
        if (kind == "city" && !std::ranges::all_of(found, no_city)) std::erase_if(found, no_city);
        if (!found.empty()) return {std::move(found), true};
    }
    const NameWithAddition parts = split_addition(name);
    if (parts.addition.empty()) return {};
    const std::string shorter = as_spelt(parts.name);
    std::vector<std::string> found;
    const auto [from, to] = short_towns_.equal_range(shorter);
    for (auto it = from; it != to; ++it)
        if (same_addition(it->second.addition, parts.addition) &&
            lies_in(it->second.key, districts))
            found.push_back(it->second.key);
    std::ranges::sort(found);
    if (!found.empty()) return {std::move(found), true};
    if (!parts.after_sign) {
        // "Furth im Wald, Roding".
        const auto sign = std::min(name.find_first_of("(,/"), name.find(" OT "));
        return {sign < name.size() ? towns(name.substr(0, sign), districts).keys
                                   : std::vector<std::string>{},
                false};
    }
    found = towns_called(shorter, districts);
    // "Eisenberg (Thüringen)".
    if (const auto land = land_of(parts.addition); !land.empty()) {
        std::erase_if(found, [&](const std::string& k) { return !lies_in(k, std::array{land}); });
        return {std::move(found), true};
    }
    return {std::move(found), false};
}

std::vector<std::string> AreaNames::town_of_part(std::string_view name, Behind behind) const {
    constexpr std::array<std::string_view, 8> around{"land",   "umland", "kreis", "region",
                                                     "county", "area",   "und",   "stadt"};
    const std::string_view signs = behind == Behind::any_sign ? "- " : "-";
    if (!exact_districts(name).empty()) return {};  // "Mainz-Bingen"
    for (auto at = name.find_last_of(signs); at != name.npos && at > 0;
         at = name.find_last_of(signs, at - 1)) {
        const std::string rest = unicode::match_key(name.substr(at + 1));
        if (rest.empty() ||
            std::ranges::find(around, rest.substr(0, rest.find(' '))) != around.end() ||
            std::ranges::any_of(named(towns_, rest), [&](const std::string& key) {
                return is_city(key);  // "Bochum-Herne"
            }))
            return {};
        const std::string_view start = unicode::trim(name.substr(0, at));
        const TownsFound found = towns(start, {});
        if (!found.whole || found.keys.empty()) continue;
        const std::string& key = found.keys.front();
        const bool exact = unicode::match_key(find(key)->name) == unicode::match_key(start);
        const bool sure = is_city(key) || (exact && behind == Behind::any_sign);
        return found.keys.size() == 1 && sure ? found.keys : std::vector<std::string>{};
    }
    return {};
}

std::vector<std::string> AreaNames::of_kind(std::string_view kind, const std::string& rest) const {
    const std::string name = as_spelt(rest);
    auto found = named(districts_, name);
    const bool exact = !found.empty();
    // "Landkreis Dillingen a. d. Donau" is written out in the list.
    const NameWithAddition parts = split_addition(name);
    const bool added = !exact && !parts.addition.empty();
    const auto [from, to] = short_districts_.equal_range(added ? as_spelt(parts.name) : name);
    for (auto it = from; it != to; ++it)
        if (added ? same_addition(it->second.addition, parts.addition) : !exact || kind == "city")
            join(found, {it->second.key});
    auto right = found;
    std::erase_if(right, [&](const std::string& key) {
        return key.size() != district_digits || cities_.contains(key) != (kind == "city");
    });
    // "Kreis Bochum" can only mean the city.
    return right.empty() && kind == "district" ? found : right;
}

std::vector<std::string> AreaNames::exact_districts(std::string_view name) const {
    const std::string key = as_spelt(name);
    auto found = named(districts_, key);
    if (found.empty())
        if (const auto word = area_word(name); !word.empty() && areas_.contains(word))
            found.emplace_back(word);
    // "Offenbach" is the name of the Landkreis, but also what people call Offenbach am Main.
    if (std::ranges::any_of(found, [](const auto& k) { return k.size() == district_digits; })) {
        const auto [from, to] = short_districts_.equal_range(key);
        for (auto it = from; it != to; ++it) join(found, {it->second.key});
    }
    // Of Berlin and Hamburg, Land and Kreis are the same ground.
    for (const auto& [land, district] : same_as_land_) {
        if (std::ranges::find(found, land) == found.end()) continue;
        std::erase(found, land);
        join(found, {district});
    }
    if (!found.empty()) return found;
    const auto [kind, rest] = name_of_kind(name);
    return kind == "city" || kind == "district" ? of_kind(kind, rest) : found;
}

std::vector<std::string> AreaNames::districts(std::string_view name) const {
    auto found = exact_districts(name);
    if (!found.empty()) return found;
    const NameWithAddition parts = split_addition(name);
    const auto [from, to] = short_districts_.equal_range(unicode::match_key(parts.name));
    for (auto it = from; it != to; ++it)
        if (parts.addition.empty() || same_addition(parts.addition, it->second.addition))
            found.push_back(it->second.key);
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> AreaNames::city_and_district(std::string_view text) const {
    const auto [kind, name] = name_of_kind(text);
    if (kind != "both") return {};
    auto found = of_kind("district", name);
    if (found.size() != 1 || cities_.contains(found.front())) return {};
    const auto city = of_kind("city", name);
    if (city.size() <= 1) join(found, city);
    return found;
}

std::vector<std::string> AreaNames::keys(std::string_view text) const {
    if (const std::string key = official_key(text); !key.empty()) return {today(key)};
    auto found = exact_districts(text);
    return found.empty() ? towns(text, {}).keys : found;
}

bool AreaNames::is_name(std::string_view text) const {
    const std::string key = unicode::match_key(text);
    return towns_.contains(key) || districts_.contains(key) || !city_and_district(text).empty();
}

std::string AreaNames::today(const std::string& key) const {
    const auto it = former_.find(key);
    return it == former_.end() ? key : it->second;
}

bool AreaNames::is_town(std::string_view key) const {
    return key.size() >= municipality_digits || cities_.find(key) != cities_.end();
}

const Area* AreaNames::find(std::string_view key) const {
    const auto it = areas_.find(key);
    return it == areas_.end() ? nullptr : &it->second;
}

bool names_house(std::string_view name) {
    constexpr std::array<std::string_view, 15> ends{
        "halle", "center", "centrum", "arena",   "schule", "klinik",   "klinikum", "palast",
        "hotel", "museum", "stadion", "theater", "therme", "akademie", "kolleg"};
    constexpr std::array<std::string_view, 12> whole{
        "haus",  "rathaus", "krankenhaus", "saal",         "bad",        "forum",
        "treff", "büro",    "kulturhaus",  "gemeindehaus", "bürgerhaus", "palais"};
    for (auto at = name.find('-'); at != name.npos; at = name.find('-', at + 1)) {
        const std::string rest = unicode::match_key(name.substr(at + 1));
        const std::string_view word = std::string_view{rest}.substr(0, rest.find(' '));
        if (std::ranges::find(whole, rest) != whole.end() ||
            std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); }))
            return true;
    }
    return false;
}

std::string official_key(std::string_view text) {
    text = unicode::trim(text);
    std::string key;
    for (const char c : text)
        if (c != ' ') key += c;
    if (!all_digits(key)) return {};
    const std::size_t length = key.size();
    if (length == district_digits - 1 || length == municipality_digits - 1 || length == 11)
        key.insert(0, 1, '0');
    const bool known = key.size() == 2 || key.size() == 3 || key.size() == district_digits ||
                       key.size() == municipality_digits || key.size() == 12;
    if (!known) return {};
    const int land = (key[0] - '0') * 10 + (key[1] - '0');
    return land >= 1 && land <= 16 ? key : std::string{};
}

}  // namespace lotse::io

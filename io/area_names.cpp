#include "area_names.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <functional>

namespace lotse::io {

/// datasets/geo/gemeinden.csv.
std::string_view municipalities_table();

namespace {

constexpr std::size_t district_digits = 5;
constexpr std::size_t municipality_digits = 8;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string> named(const std::multimap<std::string, std::string, std::less<>>& index,
                               const std::string& key) {
    std::vector<std::string> out;
    const auto [from, to] = index.equal_range(key);
    for (auto it = from; it != to; ++it) out.push_back(it->second);
    std::ranges::sort(out);
    return out;
}

std::optional<double> degrees(std::string_view text) {
    const auto value = parse_number(text);
    const double* number = std::get_if<double>(&value);
    return number ? std::optional{*number} : std::nullopt;
}

/// "lkr hof", "lk hof", "kreis hof" as "landkreis hof".
std::string district_words(std::string_view name) {
    std::string key = unicode::match_key(name);
    for (const std::string_view word : {"lkr ", "lk ", "kreis "})
        if (key.starts_with(word)) return "landkreis " + key.substr(word.size());
    return key;
}

}  // namespace

const AreaNames& AreaNames::built_in() {
    static const AreaNames names;
    return names;
}

AreaNames::AreaNames() {
    const Network germany{{}, {}};
    for (const Area& area : germany.areas()) {
        areas_.emplace(area.key, area);
        const std::string name = unicode::match_key(area.name);
        districts_.emplace(name, area.key);
        constexpr std::string_view kind = "landkreis ";
        if (area.key.size() != district_digits) continue;
        if (name.starts_with(kind)) districts_.emplace(name.substr(kind.size()), area.key);
    }
    CsvScanner scanner{municipalities_table(), ','};
    CsvRecord record;
    scanner.next(record);  // key, name, parent, lat, lon
    while (scanner.next(record) == CsvScanner::Step::record) {
        if (record.fields.size() < 5) continue;
        const std::string& key = record.fields[0];
        const std::string district = key.substr(0, district_digits);
        const bool city = key.ends_with("000") && areas_.contains(district);
        Area area;
        area.key = city ? district : key;
        area.name = record.fields[1];
        area.level = "municipality";
        area.parent.key = record.fields[2];
        area.lat = degrees(record.fields[3]);
        area.lon = degrees(record.fields[4]);
        if (city) cities_.insert(district);
        towns_.emplace(unicode::match_key(area.name), area.key);
        areas_.emplace(area.key, std::move(area));
    }
}

std::vector<std::string> AreaNames::towns(std::string_view name,
                                          std::span<const std::string> districts) const {
    const auto inside = [&](const std::string& key) {
        return districts.empty() || std::ranges::any_of(districts, [&](const std::string& d) {
                   return key.starts_with(d);
               });
    };
    const auto collect = [&](const std::string& key) {
        std::vector<std::string> found = named(towns_, key);
        std::erase_if(found, std::not_fn(inside));
        if (!found.empty()) return found;
        const std::string longer = key + ' ';
        for (auto it = towns_.lower_bound(longer);
             it != towns_.end() && it->first.starts_with(longer); ++it)
            if (inside(it->second)) found.push_back(it->second);
        std::ranges::sort(found);
        return found;
    };
    const std::string key = unicode::match_key(name);
    if (key.empty()) return {};
    auto found = collect(key);
    const auto end = std::min({name.find_first_of("(,/"), name.find(" OT "), name.size()});
    const std::string shorter = unicode::match_key(name.substr(0, end));
    if (found.empty() && !shorter.empty() && shorter != key) found = collect(shorter);
    return found;
}

std::vector<std::string> AreaNames::districts(std::string_view name) const {
    const std::string key = district_words(name);
    auto found = named(districts_, key);
    constexpr std::string_view kind = "landkreis ";
    if (found.empty() && key.starts_with(kind)) {
        found = named(districts_, key.substr(kind.size()));
    }
    if (found.empty() && key.starts_with("stadt ")) found = named(districts_, key.substr(6));
    return found;
}

std::vector<std::string> AreaNames::keys(std::string_view text) const {
    if (std::string key = official_key(text); !key.empty()) return {std::move(key)};
    auto found = districts(text);
    return found.empty() ? towns(text, {}) : found;
}

bool AreaNames::is_town(std::string_view key) const {
    return key.size() >= municipality_digits || cities_.find(key) != cities_.end();
}

const Area* AreaNames::find(std::string_view key) const {
    const auto it = areas_.find(key);
    return it == areas_.end() ? nullptr : &it->second;
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

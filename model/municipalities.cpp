#include <lotse/base/csv.hpp>
#include <lotse/base/number.hpp>
#include <lotse/model/municipalities.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lotse {

/// datasets/geo/gemeinden.csv.
std::string_view municipalities_table();

namespace {

std::optional<double> degrees(std::string_view text) {
    const auto value = parse_number(text);
    const double* number = std::get_if<double>(&value);
    return number ? std::optional{*number} : std::nullopt;
}

std::vector<Area> read_municipalities() {
    std::vector<Area> out;
    CsvScanner scanner{municipalities_table(), ','};
    CsvRecord record;
    scanner.next(record);  // key, name, parent, lat, lon
    while (scanner.next(record) == CsvScanner::Step::record) {
        if (record.fields.size() < 5) continue;
        Area& area = out.emplace_back();
        area.key = record.fields[0];
        area.name = record.fields[1];
        area.level = "municipality";
        area.parent.key = record.fields[2];
        area.lat = degrees(record.fields[3]);
        area.lon = degrees(record.fields[4]);
        area.source = {"GeoBasis-DE / BKG 2016 (Daten verändert)"};
    }
    std::ranges::sort(out, {}, &Area::key);
    return out;
}

constexpr std::size_t district_digits = 5;
constexpr std::size_t ags_digits = 8;
constexpr std::size_t ars_digits = 12;

/// The AGS that an ARS contains.
std::string without_association(std::string_view key) {
    std::string out{key};
    if (out.size() == ars_digits) out.erase(district_digits, ars_digits - ags_digits);
    return out;
}

}  // namespace

std::span<const Area> municipalities() {
    static const std::vector<Area> all = read_municipalities();
    return all;
}

const Area* find_municipality(std::string_view key) {
    const std::string ags = without_association(key);
    const auto all = municipalities();
    const auto found = std::ranges::lower_bound(all, ags, {}, &Area::key);
    return found != all.end() && found->key == ags ? &*found : nullptr;
}

std::string key_of_same_area(std::string_view key) {
    if (level_of_key(key).empty()) return std::string{key};
    // An ARS that ends in 000 is that of an association, unless it is a Kreis with zeros.
    const bool is_padded = key.find_first_not_of('0', district_digits) == key.npos;
    if (key.size() == ars_digits && key.ends_with("000") && !is_padded) return std::string{key};
    std::string ags = without_association(key);
    ags.resize(ags_digits, '0');
    const Area* town = find_municipality(ags);
    if (town && ags == town->parent.key + "000") return town->parent.key;
    const bool is_municipality =
        key.size() == ags_digits || (key.size() == ars_digits && (town || !is_padded));
    return is_municipality ? ags : std::string{key};
}

}  // namespace lotse

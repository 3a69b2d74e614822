#include <lotse/base/csv.hpp>
#include <lotse/base/number.hpp>
#include <lotse/model/municipalities.hpp>

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

}  // namespace

std::span<const Area> municipalities() {
    static const std::vector<Area> all = read_municipalities();
    return all;
}

const Area* find_municipality(std::string_view key) {
    constexpr std::size_t ags_digits = 8;
    constexpr std::size_t ars_digits = 12;
    std::string ags{key};
    if (ags.size() == ars_digits) ags.erase(5, ars_digits - ags_digits);
    const auto all = municipalities();
    const auto found = std::ranges::lower_bound(all, ags, {}, &Area::key);
    return found != all.end() && found->key == ags ? &*found : nullptr;
}

}  // namespace lotse

#include <lotse/base/csv.hpp>
#include <lotse/base/number.hpp>
#include <lotse/model/municipalities.hpp>
#include <lotse/model/network.hpp>

#include "area_keys.hpp"
#include "built_in.hpp"
#include "former_districts.hpp"

#include <algorithm>
#include <array>
#include <set>

/// The areas of a network: those that come with the program, its own, and those that it mentions.
namespace lotse {
namespace {

std::optional<double> plain_number(std::string_view text) {
    const auto value = parse_number(text);
    const double* number = std::get_if<double>(&value);
    return number ? std::optional{*number} : std::nullopt;
}

/// The Länder and Kreise that come with the program, by key.
const std::vector<Area>& german_areas() {
    static const std::vector<Area> areas = [] {
        std::vector<Area> out;
        for (const BuiltInFile& file : built_in_areas()) {
            CsvScanner scanner{file.text, ','};
            CsvRecord headings;
            scanner.next(headings);
            for (CsvRecord record; scanner.next(record) == CsvScanner::Step::record;) {
                Area& area = out.emplace_back();
                for (std::size_t i = 0; i < record.fields.size() && i < headings.fields.size();
                     ++i) {
                    const std::string& heading = headings.fields[i];
                    const std::string& text = record.fields[i];
                    if (text.empty()) continue;
                    if (heading == "key")
                        area.key = text;
                    else if (heading == "name")
                        area.name = text;
                    else if (heading == "level")
                        area.level = text;
                    else if (heading == "settlement")
                        area.settlement = text;
                    else if (heading == "source")
                        area.source = {text};
                    else if (heading == "as_of")
                        area.as_of = parse_partial_date(text);
                    else if (heading == "population")
                        area.population = std::get<std::int64_t>(parse_integer(text));
                    else if (heading == "lat")
                        area.lat = plain_number(text);
                    else if (heading == "lon")
                        area.lon = plain_number(text);
                }
            }
        }
        std::ranges::sort(out, {}, &Area::key);
        return out;
    }();
    return areas;
}

/// Sources and date of an area whose own row replaces some of its figures: the own source vouches
/// for none but those, the built-in one for those that are left, which it then names with its date.
void divide_sources(Area& known, const Area& own) {
    constexpr std::array<std::string_view, 8> figures{"settlement",
                                                      "population",
                                                      "unemployed_sgb2",
                                                      "unemployed_sgb3",
                                                      "long_term",
                                                      "deprivation",
                                                      "lat",
                                                      "lon"};
    bool replaced = false;
    std::string left;
    for_each_column<Area>([&](const auto& column) {
        if (std::ranges::find(figures, column.key) == figures.end()) return;
        if (cell_value(own, column).index() != 0)
            replaced = true;
        else if (cell_value(known, column).index() != 0)
            left += (left.empty() ? "" : ", ") + std::string{column.key};
    });
    if (!replaced && own.source.empty()) return;
    std::vector<std::string> sources = own.source;
    if (!left.empty())
        for (const std::string& built_in : known.source)
            sources.push_back(replaced
                                  ? built_in + " [" + left +
                                        (known.as_of ? "; " + to_string(*known.as_of) : "") + "]"
                                  : built_in);
    known.source = std::move(sources);
    if (replaced) known.as_of = own.as_of;
}

/// Fields recorded in `own` replace those of `known`; one number of a position is none.
void overlay(Area& known, Area own) {
    if (own.lat.has_value() != own.lon.has_value()) own.lat = own.lon = {};
    divide_sources(known, own);
    for_each_column<Area>([&](const auto& column) {
        if (column.key != "source" && cell_value(own, column).index() != 0)
            known.*column.member = own.*column.member;
    });
    known.extra = std::move(own.extra);
    known.origin = own.origin;
}

/// The municipality that comes with the program, under this key of it.
std::optional<Area> municipality_as(const std::string& key) {
    const Area* known = find_municipality(key);
    if (!known) return std::nullopt;
    Area out = *known;
    if (out.key != key) out.parent = {};  // of an ARS: by its digits
    out.key = key;
    return out;
}

}  // namespace

std::string_view level_of_key(std::string_view key) {
    if (key.find_first_not_of("0123456789") != std::string_view::npos) return {};
    switch (key.size()) {
        case 2: return "state";
        case 3: return "region";
        case 5: return "district";
        case 8:
        case 12: return "municipality";
        default: return {};
    }
}

void Network::collect_areas() {
    areas_ = german_areas();
    const auto find = [&](std::string_view key) -> Area* {
        const auto it = std::ranges::lower_bound(areas_, key, {}, &Area::key);
        return it != areas_.end() && it->key == key ? &*it : nullptr;
    };
    std::vector<Area> added;
    for (const Area& own : tables_.areas) {
        if (Area* known = find(own.key)) {
            overlay(*known, own);
            continue;
        }
        const auto known = municipality_as(own.key);
        Area& area = added.emplace_back(known ? *known : own);
        if (!known) continue;
        overlay(area, own);
        area.parent = own.parent;  // the network may hold a former Kreis of it
    }
    const auto sort_areas = [this] {
        if (!std::ranges::is_sorted(areas_, {}, &Area::key))
            std::ranges::sort(areas_, {}, &Area::key);
    };
    areas_.insert(areas_.end(), added.begin(), added.end());
    sort_areas();

    // Areas that are only mentioned get a row of their own.
    std::vector<std::string> mentioned;
    const auto mention = [&](const Ref<Area>& ref) {
        if (!ref.empty() && !level_of_key(ref.key).empty() && !find(ref.key) &&
            !find(district_of_town(ref.key)) && !find_under_other_key(areas_, ref.key))
            mentioned.push_back(ref.key);
    };
    NetworkTables::for_each(tables_, [&](const auto& rows) {
        for (const auto& row : rows) {
            for_each_column<std::decay_t<decltype(row)>>([&](const auto& column) {
                using T = typename std::decay_t<decltype(column)>::Type;
                if constexpr (std::is_same_v<T, Ref<Area>>)
                    mention(row.*column.member);
                else if constexpr (std::is_same_v<T, std::vector<Ref<Area>>>)
                    for (const auto& ref : row.*column.member) mention(ref);
            });
        }
    });
    std::ranges::sort(mentioned);
    mentioned.erase(std::unique(mentioned.begin(), mentioned.end()), mentioned.end());
    std::ranges::stable_sort(mentioned, {}, &std::string::size);  // the AGS before the ARS
    std::set<std::string> same;
    for (const std::string& key : mentioned) {
        if (!same.insert(key_of_same_area(key)).second) continue;
        if (auto known = municipality_as(key)) {
            areas_.push_back(*std::move(known));
            continue;
        }
        Area& area = areas_.emplace_back();
        area.name = area.key = key;
    }
    for (Area& area : areas_)
        if (area.level.empty()) area.level = level_of_key(area.key);
    sort_areas();
}

void Network::find_parents() {
    parents_.assign(areas_.size(), std::nullopt);
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        const Area& area = areas_[i];
        const std::string ags =
            area.key.size() == 12 ? area.key.substr(0, 5) + area.key.substr(9) : area.key;
        // Of two rows of one municipality the one under its ARS lies in the other.
        const auto under_ags = ags == area.key ? std::nullopt : find_area(ags);
        if (under_ags && areas_[under_ags->index()].key == ags && !level_of_key(area.key).empty()) {
            parents_[i] = under_ags;
            continue;
        }
        const bool lies_in_itself = key_of_same_area(area.parent.key) == key_of_same_area(area.key);
        if (!area.parent.empty() && !lies_in_itself) {
            parents_[i] = *area.parent;
            continue;
        }
        if (level_of_key(area.key).empty()) continue;
        // A former Kreis that the network itself holds lies in the one of today.
        if (const auto now = successor_of_district(area.key); !now.empty()) {
            parents_[i] = find_area(now);
            continue;
        }
        for (const std::size_t length :
             {std::size_t{8}, std::size_t{5}, std::size_t{3}, std::size_t{2}}) {
            if (length > ags.size() || (length == ags.size() && ags == area.key)) continue;
            const auto found = find_area(std::string_view{ags}.substr(0, length));
            if (!found || found->index() == i) continue;
            parents_[i] = found;
            break;
        }
    }
}

}  // namespace lotse

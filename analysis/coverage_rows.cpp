#include "coverage_rows.hpp"

#include <lotse/model/municipalities.hpp>

#include "area_index.hpp"
#include "offer_phase.hpp"
#include "presence.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

bool is_own_district(const Network& network, AreaId id) {
    return network[id].level == "district" && level_of_key(network[id].key).empty();
}

/// The network has a row of its own for the area.
bool is_own(const Network& network, AreaId id) {
    const auto& own = network.tables().areas;
    const std::string& key = network[id].key;
    const auto at = std::ranges::lower_bound(own, key, {}, &Area::key);
    return at != own.end() && at->key == key;
}

/// The Kreis that a Land is as well.
std::optional<AreaId> district_of_land(const Network& network, AreaId id) {
    const std::string& key = network[id].key;
    if (level_of_key(key) != "state") return std::nullopt;
    const auto district = network.find_area(key + "000");
    return district && is_same_area(network, id, *district) ? district : std::nullopt;
}

/// The network has Kreise of its own in the Land, such as districts of Berlin.
bool is_divided(const Network& network, AreaId land) {
    return std::ranges::any_of(network.tables().areas, [&](const Area& row) {
        const AreaId id = *network.find_area(row.key);
        return network[id].level == "district" && network.within(id, land) &&
               !is_same_area(network, id, land);
    });
}

/// The area itself or the one above it that has the level. What lies in an undivided Land that is a
/// Kreis lies in that Kreis; a part of it that is only mentioned is no Kreis.
std::optional<AreaId> holder(const Network& network, AreaId id, std::string_view level) {
    std::optional<AreaId> out;
    for (const AreaId area : up_from(network, id)) {
        if (out && level != "district") break;
        if (!out && network[area].level == level) out = area;
        if (level != "district" || area == id || (out && is_own(network, *out))) continue;
        if (const auto district = district_of_land(network, area);
            district && !is_divided(network, area))
            return district;
    }
    return out;
}

/// What lies inside another row is part of it: rows of both would count its people twice.
std::vector<AreaId> outermost(const Network& network, const std::set<AreaId>& rows) {
    std::vector<AreaId> out;
    for (const AreaId row : rows) {
        const auto up = up_from(network, row);
        const bool inside = std::ranges::any_of(up, [&](AreaId above) {
            // Parents may form a circle, in which nothing is inside.
            if (above == row || !rows.contains(above)) return false;
            const auto up_again = up_from(network, above);
            return std::ranges::find(up_again, row) == up_again.end();
        });
        if (!inside) out.push_back(row);
    }
    return out;
}

/// Not a quarter: the rest of the Land would have no row.
bool divides_land(std::string_view level) {
    return level == "district" || level == "municipality";
}

/// A Land that is a Kreis as well gives way to Kreise of the network's own in it, such as districts
/// of Berlin: they would be counted twice. Those that are only mentioned are parts of it.
void part_lands_from_rows_inside(const Network& network, std::set<AreaId>& rows) {
    std::set<AreaId> lands;
    for (const AreaId row : rows)
        if (const AreaId land = widest_of_same(network, row); land != row) lands.insert(land);
    if (lands.empty()) return;
    std::set<AreaId> divided;
    std::map<AreaId, AreaId> land_of_part;
    for (const AreaId row : rows) {
        const AreaId widest = widest_of_same(network, row);
        for (const AreaId above : up_from(network, row)) {
            if (above == row || above == widest || !lands.contains(above)) continue;
            if (is_own(network, row) && divides_land(network[row].level))
                divided.insert(above);
            else
                land_of_part.emplace(row, above);
        }
    }
    std::erase_if(rows, [&](AreaId row) {
        const AreaId land = widest_of_same(network, row);
        const auto part = land_of_part.find(row);
        return (land != row && divided.contains(land)) ||
               (part != land_of_part.end() && !divided.contains(part->second));
    });
}

/// An area whose level is not recorded, and that nobody asks for, gives way to Kreise and
/// municipalities in it.
void drop_unknown_levels_with_rows_inside(const View& view, std::set<AreaId>& rows) {
    const Network& network = *view.network;
    std::set<AreaId> divided;
    for (const AreaId row : rows) {
        if (level_depth(network[row].level) > level_depth("municipality")) continue;
        for (const AreaId above : up_from(network, row))
            if (network[above].level.empty() && !network.within(above, row)) divided.insert(above);
    }
    for (const AreaId asked : view.areas) divided.erase(asked);
    std::erase_if(rows, [&](AreaId row) { return divided.contains(row); });
}

/// Where the offers that count are recorded to be, and what findings speak of.
template <class Counts>
std::set<AreaId> areas_with_supply(const Network& network, const Counts& counts) {
    std::set<AreaId> out;
    const auto add = [&](const Ref<Area>& ref) {
        if (!ref.empty()) out.insert(*ref);
    };
    for (const Offer& offer : network.offers()) {
        if (!counts(offer)) continue;
        for (const auto& area : offer.areas) add(area);
        for (const auto& venue : offer.venues) add(network[*venue].area);
    }
    for (const Finding& finding : network.tables().findings) add(finding.area);
    return out;
}

/// `lent`: keys of rows of the table areas that do not count.
std::set<AreaId> mentioned_areas(const Network& network,
                                 const std::vector<std::string>& lent = {}) {
    std::set<AreaId> out = areas_with_supply(network, [](const Offer&) { return true; });
    const auto add = [&](const Ref<Area>& ref) {
        if (!ref.empty()) out.insert(*ref);
    };
    for (const Area& area : network.tables().areas)
        if (std::ranges::find(lent, area.key) == lent.end())
            out.insert(*network.find_area(area.key));
    for (const Actor& actor : network.actors()) {
        add(actor.area);
        for (const auto& area : actor.serves) add(area);
    }
    for (const Venue& venue : network.venues()) add(venue.area);
    return out;
}

/// A kreisfreie Stadt is a municipality as well as a Kreis, and Berlin and Hamburg are a Land, too,
/// unless the network has municipalities of its own in it. A key that is only mentioned, and that
/// no list knows, is a part of it.
bool is_city(const Network& network, AreaId id) {
    const std::string& key = network[district_of_land(network, id).value_or(id)].key;
    if (level_of_key(key) != "district" || !find_municipality(key + "000")) return false;
    return std::ranges::none_of(network.areas_inside(id, "municipality"), [&](AreaId part) {
        return is_own(network, part) || find_municipality(network[part].key);
    });
}

std::vector<AreaId> cities_inside(const Network& network, AreaId outer) {
    std::vector<AreaId> out;
    for (const AreaId area : mentioned_areas(network))
        if (is_city(network, area) && network.within(area, outer)) out.push_back(area);
    return out;
}

/// The municipalities of an own Kreis, and its other parts: quarters, and areas whose level is not
/// recorded. Empty: it has no municipality.
std::vector<AreaId> parts_of(const Network& network, AreaId district) {
    std::vector<AreaId> out = network.areas_inside(district, "municipality");
    if (out.empty()) return out;
    const std::set<AreaId> municipalities(out.begin(), out.end());
    std::set<AreaId> above;
    for (const AreaId municipality : municipalities)
        for (const AreaId area : up_from(network, municipality)) above.insert(area);
    for (const std::string_view level : {"quarter", "site", ""})
        for (const AreaId area : network.areas_inside(district, level))
            if (!above.contains(area) &&
                std::ranges::none_of(up_from(network, area),
                                     [&](AreaId outer) { return municipalities.contains(outer); }))
                out.push_back(area);
    return out;
}

/// Areas of the level inside an area; an own Kreis opens into its parts.
std::vector<AreaId> rows_inside(const Network& network, AreaId outer, std::string_view level) {
    if (level == "municipality" && is_own_district(network, outer))
        if (auto parts = parts_of(network, outer); !parts.empty()) return parts;
    std::vector<AreaId> out =
        level == "municipality" ? cities_inside(network, outer) : std::vector<AreaId>{};
    const std::string_view wanted = level.empty() ? "district" : level;
    for (const AreaId id : network.areas_inside(outer, wanted)) {
        const auto below = level.empty() && is_own_district(network, id) ? parts_of(network, id)
                                                                         : std::vector<AreaId>{};
        if (below.empty())
            out.push_back(id);
        else
            out.insert(out.end(), below.begin(), below.end());
    }
    if (out.empty()) out.push_back(outer);
    return out;
}

/// The smallest area that surely holds what the area covers and every row that may overlap with it:
/// official areas of one level are apart, where an own one lies in its state is not known. nullopt:
/// anywhere.
std::optional<AreaId> known_bounds(const Network& network, AreaId area) {
    for (const AreaId above : up_from(network, area))
        if (!level_of_key(network[above].key).empty()) return above;
    return std::nullopt;
}

/// Adds wider areas with findings, or with offers that have not ended, beside Kreise where none of
/// the rows can lie in them: a state of which no Kreis is mentioned. Whoever only serves a state or
/// sits there adds no row.
void add_apart(const View& view, std::set<AreaId>& rows) {
    const Network& network = *view.network;
    std::set<AreaId> bounds;  // of the rows
    std::set<AreaId> around;  // these and what holds them
    const auto take = [&](AreaId row) {
        const auto known = known_bounds(network, row);
        if (!known) return false;
        bounds.insert(*known);
        for (const AreaId above : up_from(network, *known)) around.insert(above);
        return true;
    };
    if (!std::ranges::all_of(rows, take)) return;  // a row that may lie anywhere
    const std::set<AreaId> supplied = areas_with_supply(network, [&](const Offer& offer) {
        return phase_of(offer, view.moment()) != Phase::ended;
    });
    std::vector<AreaId> smallest_first(supplied.begin(), supplied.end());
    std::ranges::stable_sort(smallest_first, std::greater{},
                             [&](AreaId area) { return level_depth(network[area].level); });
    for (const AreaId area : smallest_first) {
        const auto known = known_bounds(network, area);
        const auto holds_it = [&](AreaId above) { return bounds.contains(above); };
        if (!known || around.contains(*known) ||
            std::ranges::any_of(up_from(network, *known), holds_it))
            continue;
        rows.insert(area);
        take(area);
    }
}

/// Adds the rows that stay, unless they hold a row or lie in one.
void add_lost(const View& view, std::set<AreaId>& rows) {
    const Network& network = *view.network;
    for (const std::string& key : view.lost_areas) {
        const auto lost = network.find_area(key);
        if (lost && std::ranges::none_of(rows, [&](AreaId row) {
                return network.within(*lost, row) || network.within(row, *lost);
            }))
            rows.insert(*lost);
    }
}

}  // namespace

Result<std::vector<AreaId>> area_rows(const View& view, std::string_view level) {
    const Network& network = *view.network;
    std::string code;
    if (!level.empty()) {
        const Code* known = network.codes().list("levels")->recognise(level);
        if (!known)
            return Error{ErrorKind::usage,
                         message({"--by: „{}“ ist keine Ebene (lotse list codes).",
                                  "--by: '{}' is no level (lotse list codes)."},
                                 {level})};
        code = known->code;
    }
    std::set<AreaId> rows;
    for (const AreaId area : view.areas)
        for (const AreaId row : rows_inside(network, area, code)) rows.insert(row);
    if (view.areas.empty()) {
        const std::string_view wanted = code.empty() ? std::string_view{"district"} : code;
        std::set<AreaId> holders;
        const std::set<AreaId> mentioned = mentioned_areas(network);
        for (const AreaId area : mentioned) {
            if (const auto above = holder(network, area, wanted))
                holders.insert(*above);
            else if (wanted == "municipality" && is_city(network, area))
                rows.insert(area);
            else if (level_depth(network[area].level) > level_depth(wanted))
                rows.insert(area);  // an own quarter or an area without level or parent
        }
        for (const AreaId above : holders)
            for (const AreaId row : rows_inside(network, above, code)) rows.insert(row);
        if (code.empty() && !rows.empty()) add_apart(view, rows);
        if (code.empty() && rows.empty()) rows = mentioned;  // a state-wide network has no Kreise
        if (code.empty()) add_lost(view, rows);
    }
    part_lands_from_rows_inside(network, rows);
    drop_unknown_levels_with_rows_inside(view, rows);
    return outermost(network, rows);
}

std::set<AreaId> named_areas(const View& view) {
    return mentioned_areas(*view.network, view.lent_areas);
}

Message no_rows_words(const View& view) {
    const Network& network = *view.network;
    const std::set<AreaId> mentioned = mentioned_areas(network);
    if (mentioned.empty())
        return Text{
            "Das Netz nennt kein Gebiet. Tragen Sie bei Akteuren oder Angeboten ein Gebiet ein "
            "oder wählen Sie eines mit --area.",
            "The network names no area. Record areas for actors or offers, or choose one with "
            "--area."};
    const AreaId finest = *std::ranges::max_element(
        mentioned, {}, [&](AreaId area) { return level_depth(network[area].level); });
    return message(
        {"Das Netz nennt nur Gebiete einer gröberen Ebene (etwa {}). --by {} zeigt sie; --area {} "
         "zeigt, was darin liegt.",
         "The network names areas of a coarser level only (such as {}). --by {} shows them; --area "
         "{} shows what lies inside."},
        {name_words(network, finest), Message{network[finest].level, network[finest].level},
         Message{network[finest].key, network[finest].key}});
}

void note_nested_areas(const View& view, std::vector<Message>& notes) {
    const Network& network = *view.network;
    const std::set<AreaId> chosen{view.areas.begin(), view.areas.end()};
    const auto outer = outermost(network, chosen);
    std::vector<AreaId> inner;
    std::ranges::set_difference(chosen, outer, std::back_inserter(inner));
    if (inner.empty()) return;
    notes.push_back(message(
        {"--area nennt Gebiete, die in einem anderen gewählten liegen ({}). Nichts zählt doppelt: "
         "Was im anderen schon enthalten ist, kommt nicht noch einmal dazu.",
         "--area names areas that lie in another chosen one ({}). Nothing counts twice: what the "
         "other contains already is not added again."},
        {names_words<Area>(network, inner)}));
}

std::vector<Choice> topic_columns(const View& view) {
    const Network& network = *view.network;
    const auto occurs = [&](const Code& code) {
        if (code.attribute("official") == "yes" ||
            std::ranges::find(view.lost_topics, code.code) != view.lost_topics.end())
            return true;
        const auto has = [&](const Offer& o) {
            return std::ranges::find(o.topics, code.code) != o.topics.end();
        };
        return std::ranges::any_of(network.offers(), has) ||
               std::ranges::any_of(network.tables().findings,
                                   [&](const Finding& f) { return f.topic == code.code; });
    };
    std::vector<Choice> out;
    for (const std::string& code : view.topics)
        out.push_back(network.codes().choice("topics", code));
    if (out.empty())
        for (const Code& code : network.codes().list("topics")->codes())
            if (occurs(code)) out.push_back(network.codes().choice("topics", code.code));
    return out;
}

}  // namespace lotse::analysis

#include <lotse/base/csv.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "built_in.hpp"
#include "former_districts.hpp"
#include "own_codes.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace lotse {
namespace {

/// Adds all recorded cells as one line: the canonical form that is sorted and hashed.
template <class Row>
void add_canonical_line(const Row& row, std::string& out) {
    for_each_cell_text(row, [&](std::string_view key, std::string_view text) {
        out += key;
        out += '\x1f';
        out += text;
        out += '\x1e';
    });
}

/// Moves the rows to the order that `order` gives: first the row that stood at order[0].
template <class Row>
void permute(std::vector<Row>& rows, std::vector<std::size_t>& order) {
    for (std::size_t start = 0; start < order.size(); ++start) {
        if (order[start] == start) continue;
        Row first = std::move(rows[start]);
        std::size_t at = start;
        while (order[at] != start) {
            const std::size_t from = std::exchange(order[at], at);
            rows[at] = std::move(rows[from]);
            at = from;
        }
        order[at] = at;
        rows[at] = std::move(first);
    }
}

/// By the bytes of their canonical lines.
template <class Row>
void sort_by_lines(std::vector<Row>& rows) {
    std::string lines;
    std::vector<std::size_t> ends;
    ends.reserve(rows.size());
    for (const Row& row : rows) {
        add_canonical_line(row, lines);
        ends.push_back(lines.size());
    }
    const auto line = [&](std::size_t i) {
        const std::size_t start = i == 0 ? 0 : ends[i - 1];
        return std::string_view{lines}.substr(start, ends[i] - start);
    };
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto before = [&](std::size_t a, std::size_t b) {
        const int sign = line(a).compare(line(b));
        return sign < 0 || (sign == 0 && a < b);
    };
    if (std::ranges::is_sorted(order, before)) return;
    std::ranges::sort(order, before);
    permute(rows, order);
}

template <class Row>
void sort_canonically(std::vector<Row>& rows) {
    for (Row& row : rows) std::ranges::sort(row.extra);
    if constexpr (requires(const Row& r) { r.key; }) {
        if (!std::ranges::is_sorted(rows, {}, &Row::key)) std::ranges::sort(rows, {}, &Row::key);
    } else {
        sort_by_lines(rows);
    }
}

template <class Row, class Index>
void index_keys(const std::vector<Row>& rows, Index& index) {
    index.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        index.emplace(rows[i].key, static_cast<std::uint32_t>(i));
}

template <class Entity, class Index>
std::optional<Id<Entity>> look_up(const Index& index, std::string_view key) {
    const auto it = index.find(key);
    if (it == index.end()) return std::nullopt;
    return Id<Entity>{it->second};
}

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

/// Fields recorded in `own` replace those of `known`.
void overlay(Area& known, const Area& own) {
    divide_sources(known, own);
    for_each_column<Area>([&](const auto& column) {
        if (column.key != "source" && cell_value(own, column).index() != 0)
            known.*column.member = own.*column.member;
    });
    known.extra = own.extra;
    known.origin = own.origin;
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

Network::Network(NetworkInfo info, NetworkTables tables)
    : info_{std::move(info)}, tables_{std::move(tables)}, codes_{extended_codebook(tables_.codes)} {
    NetworkTables::for_each(tables_, [](auto& rows) { sort_canonically(rows); });
    collect_areas();
    index_keys(areas_, area_index_);
    index_keys(tables_.actors, actor_index_);
    index_keys(tables_.venues, venue_index_);
    index_keys(tables_.offers, offer_index_);
    resolve();
    find_parents();
    find_date();
}

void Network::collect_areas() {
    areas_ = german_areas();
    const auto find = [&](std::string_view key) -> Area* {
        const auto it = std::ranges::lower_bound(areas_, key, {}, &Area::key);
        return it != areas_.end() && it->key == key ? &*it : nullptr;
    };
    std::vector<Area> added;
    for (const Area& own : tables_.areas) {
        if (Area* known = find(own.key))
            overlay(*known, own);
        else
            added.push_back(own);
    }
    const auto sort_areas = [this] {
        if (!std::ranges::is_sorted(areas_, {}, &Area::key))
            std::ranges::sort(areas_, {}, &Area::key);
    };
    areas_.insert(areas_.end(), added.begin(), added.end());
    sort_areas();

    // Areas that are only mentioned get a row of their own; their name is their key.
    std::vector<std::string> mentioned;
    const auto mention = [&](const Ref<Area>& ref) {
        if (!ref.empty() && !level_of_key(ref.key).empty() && !find(ref.key))
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
    for (std::string& key : mentioned) {
        Area& area = areas_.emplace_back();
        area.name = key;
        area.key = std::move(key);
    }
    for (Area& area : areas_)
        if (area.level.empty()) area.level = level_of_key(area.key);
    sort_areas();
}

void Network::resolve() {
    const auto target = [&]<class Entity>(Ref<Entity>& ref) {
        if constexpr (std::is_same_v<Entity, Actor>)
            ref.id = find_actor(ref.key);
        else if constexpr (std::is_same_v<Entity, Area>)
            ref.id = find_area(ref.key);
        else
            ref.id = find_venue(ref.key);
        return ref.id.has_value();
    };
    const auto resolve_row = [&](auto& row) {
        bool complete = true;
        for_each_column<std::decay_t<decltype(row)>>([&](const auto& column) {
            auto& cell = row.*column.member;
            if constexpr (requires { cell.id; }) {
                if (cell.empty() || target(cell)) return;
                cell = {};
                if (column.need != Need::optional) complete = false;
            } else if constexpr (requires { cell.front().id; }) {
                std::erase_if(cell, [&](auto& ref) { return !target(ref); });
            }
        });
        return complete;
    };
    NetworkTables::for_each(tables_, [&](auto& rows) {
        std::erase_if(rows, [&](auto& row) { return !resolve_row(row); });
    });
    for (Area& area : areas_)
        if (!area.parent.empty() && !target(area.parent)) area.parent = {};
}

void Network::find_parents() {
    parents_.assign(areas_.size(), std::nullopt);
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        const Area& area = areas_[i];
        if (!area.parent.empty()) {
            parents_[i] = *area.parent;
            continue;
        }
        if (level_of_key(area.key).empty()) continue;
        // A former Kreis that the network itself holds lies in the one of today.
        if (const auto now = successor_of_district(area.key); !now.empty()) {
            parents_[i] = find_area(now);
            continue;
        }
        const std::string ags =
            area.key.size() == 12 ? area.key.substr(0, 5) + area.key.substr(9) : area.key;
        for (const std::size_t length :
             {std::size_t{8}, std::size_t{5}, std::size_t{3}, std::size_t{2}}) {
            if (length > ags.size() || (length == ags.size() && ags == area.key)) continue;
            if (const auto found = find_area(std::string_view{ags}.substr(0, length))) {
                parents_[i] = found;
                break;
            }
        }
    }
}

std::optional<ActorId> Network::find_actor(std::string_view key) const {
    return look_up<Actor>(actor_index_, key);
}
std::optional<OfferId> Network::find_offer(std::string_view key) const {
    return look_up<Offer>(offer_index_, key);
}
std::optional<VenueId> Network::find_venue(std::string_view key) const {
    return look_up<Venue>(venue_index_, key);
}
std::optional<AreaId> Network::find_area(std::string_view key) const {
    const auto found = look_up<Area>(area_index_, key);
    if (found) return found;
    const auto now = successor_of_district(key);
    return now.empty() ? std::nullopt : look_up<Area>(area_index_, now);
}

std::optional<Sector> Network::sector_of(ActorId id) const {
    const Actor& actor = (*this)[id];
    if (actor.sector) return actor.sector;
    return from_key<Sector>(codes_.attribute("actor_kinds", actor.kind, "sector"));
}

ActorRole Network::role_of(ActorId id) const {
    const auto role = codes_.attribute("actor_kinds", (*this)[id].kind, "role");
    return from_key<ActorRole>(role).value_or(ActorRole::organisation);
}

std::vector<std::string> Network::legal_circles(ActorId id) const {
    const Actor& actor = (*this)[id];
    if (!actor.legal.empty()) return actor.legal;
    return split_list(codes_.attribute("actor_kinds", actor.kind, "legal"));
}

bool Network::is_partner(ActorId id) const {
    const Actor& actor = (*this)[id];
    return role_of(id) != ActorRole::fact && actor.scope != "category" &&
           actor.scope != "proposed" && actor.status != "planned" && actor.status != "proposed";
}

std::optional<AreaId> Network::parent_of(AreaId id) const {
    return parents_[id.index()];
}

bool Network::within(AreaId inner, AreaId outer) const {
    std::optional<AreaId> area = inner;
    for (std::size_t steps = 0; area && steps <= areas_.size();
         ++steps) {  // bounded: parents may form a circle
        if (*area == outer) return true;
        area = parent_of(*area);
    }
    return false;
}

std::vector<AreaId> Network::areas_inside(AreaId outer, std::string_view level) const {
    std::vector<AreaId> out;
    for (std::size_t i = 0; i < areas_.size(); ++i)
        if (areas_[i].level == level && within(AreaId{i}, outer)) out.emplace_back(i);
    return out;
}

/// By the first day a date can mean, then by how much of it is known: "2026" beside "2026-05" says
/// nothing newer.
void Network::find_date() {
    NetworkTables::for_each(tables_, [&](const auto& rows) {
        for (const auto& row : rows) as_of_ = std::max(as_of_, row.as_of);
    });
}

NetworkIdentity Network::identity() const {
    std::string canonical =
        info_.name + '\n' + info_.license + '\n' + (info_.fictional ? "fictional\n" : "\n");
    NetworkTables::for_each(tables_, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        canonical += Row::table;
        canonical += '\n';
        for (const Row& row : rows) {
            add_canonical_line(row, canonical);
            canonical += '\n';
        }
    });
    return {info_.name, sha256_hex(canonical), static_cast<std::int64_t>(actors().size()),
            static_cast<std::int64_t>(ties().size()), info_.fictional};
}

}  // namespace lotse

#include <lotse/base/sha256.hpp>
#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/municipalities.hpp>
#include <lotse/model/network.hpp>

#include "area_keys.hpp"
#include "former_districts.hpp"
#include "own_codes.hpp"

#include <algorithm>
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

/// By the parents alone.
bool is_below(const Network& network, AreaId inner, AreaId outer) {
    std::optional<AreaId> area = inner;
    for (std::size_t steps = 0; area && steps <= network.areas().size();
         ++steps) {  // bounded: parents may form a circle
        if (*area == outer) return true;
        area = network.parent_of(*area);
    }
    return false;
}

/// Two official keys of one area, of which the second is longer.
bool is_longer_key_of_same(const std::string& key, const std::string& longer) {
    constexpr std::size_t ags_digits = 8, ars_digits = 12;
    const bool may_be =
        longer.size() > key.size() && (longer.find_first_not_of('0', key.size()) == longer.npos ||
                                       (key.size() == ags_digits && longer.size() == ars_digits));
    return may_be && !level_of_key(longer).empty() &&
           key_of_same_area(key) == key_of_same_area(longer);
}

}  // namespace

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
    auto now = successor_of_district(key);
    if (now.empty()) now = district_of_town(key);
    if (!now.empty()) return look_up<Area>(area_index_, now);
    const Area* other = find_under_other_key(areas_, key);
    return other ? std::optional{AreaId{static_cast<std::size_t>(other - areas_.data())}}
                 : std::nullopt;
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
    // A Land that is a Kreis and a town, too, lies in each of the three.
    auto above = parent_of(outer);
    for (; above && is_longer_key_of_same((*this)[*above].key, (*this)[outer].key);
         above = parent_of(outer))
        outer = *above;
    return is_below(*this, inner, outer);
}

std::vector<AreaId> Network::areas_inside(AreaId outer, std::string_view level) const {
    std::vector<AreaId> out;
    for (std::size_t i = 0; i < areas_.size(); ++i)
        if (const AreaId id{i}; areas_[i].level == level && within(id, outer) &&
                                (is_below(*this, id, outer) || !is_below(*this, outer, id)))
            out.push_back(id);
    return out;
}

/// By the first day a date can mean, then by how much of it is known: "2026" beside "2026-05" says
/// nothing newer.
void Network::find_date() {
    as_of_ = info_.as_of;
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

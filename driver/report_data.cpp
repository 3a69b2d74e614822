#include "report_data.hpp"

#include "presence.hpp"

#include <lotse/analysis/way_map.hpp>
#include <lotse/model/fee.hpp>
#include <lotse/model/phase.hpp>
#include <lotse/viz/palette.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace lotse::driver {
namespace {

Table table(std::string_view key, std::initializer_list<std::string_view> columns) {
    Table out{std::string{key}, {}, {}, {}};
    for (const std::string_view column : columns) out.columns.push_back({std::string{column}, {}});
    return out;
}

Value text_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Value date_or_null(const std::optional<PartialDate>& date) {
    if (!date) return {};
    return Message{people_text(*date, Language::de), people_text(*date, Language::en)};
}

/// null: not recorded.
Value three_valued(ThreeValued value) {
    if (value == ThreeValued::unknown) return {};
    return value == ThreeValued::yes;
}

Value number_of(std::size_t position) {
    return static_cast<std::int64_t>(position);
}

template <class Entity>
Value keys_of(const std::vector<Ref<Entity>>& refs) {
    std::vector<std::string> out;
    for (const auto& ref : refs) out.push_back(ref.key);
    return out;
}
/// As the table of areas has them: a town may be mentioned under another key.
Value keys_of(const Network& network, const std::vector<Ref<Area>>& refs) {
    std::vector<std::string> out;
    for (const auto& ref : refs) out.push_back(network[*ref].key);
    return out;
}
Value key_of(const Network& network, const Ref<Area>& ref) {
    return ref.empty() ? Value{} : Value{network[*ref].key};
}

std::string hex(viz::Colour colour) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        out += digits[part / 16];
        out += digits[part % 16];
    }
    return out;
}

Table cost_table(const analysis::WayMap& ways) {
    Table out = table("costs", {"other_topic"});
    out.rows.push_back({ways.other_topic_cost});
    return out;
}

/// Codes that the other tables use, with their words.
Table code_table(const Network& network) {
    Table out = table("codes", {"list", "code", "label"});
    const auto add_list = [&](std::string_view list) {
        if (const CodeList* codes = network.codes().list(list))
            for (const Code& code : codes->codes())
                out.rows.push_back({std::string{list}, code.code, code.label});
    };
    for (const std::string_view list :
         {"actor_kinds", "topics", "legal_bases", "tie_levels", "tie_statuses", "offer_statuses",
          "actor_statuses", "contact_roles"})
        add_list(list);
    const auto add_enumerators = [&](std::string_view list, const auto& all) {
        for (const auto& e : all)
            out.rows.push_back({std::string{list}, std::string{e.key}, Message{e.label}});
    };
    add_enumerators("tie_kinds", all_enumerators<TieKind>);
    for (const auto& e : all_enumerators<TieKind>)
        out.rows.push_back(
            {std::string{"tie_kinds_backwards"}, std::string{e.key}, Message{backwards(e.value)}});
    add_enumerators("legality", all_enumerators<analysis::Legality>);
    add_enumerators("states", all_enumerators<CoverageState>);
    return out;
}

Table sector_table() {
    Table out = table("sectors", {"sector", "label", "full", "ink"});
    const auto add = [&](std::string_view key, Text label, std::optional<Sector> sector) {
        const viz::Swatch swatch = viz::swatch(sector, viz::Scheme::colour);
        out.rows.push_back({std::string{key}, Message{label}, hex(swatch.full), hex(swatch.ink)});
    };
    for (const auto& e : all_enumerators<Sector>) add(e.key, e.label, e.value);
    add("", {"ohne Sektor", "without sector"}, std::nullopt);
    return out;
}

/// Areas that actors, offers and cells mention, and those above them.
Table area_table(const Network& network, const std::set<std::string>& mentioned) {
    std::set<AreaId> used;
    for (const std::string& key : mentioned)
        for (auto area = network.find_area(key); area && used.insert(*area).second;)
            area = network.parent_of(*area);
    Table out = table("areas", {"key", "name", "parent"});
    for (const AreaId id : used) {
        const auto parent = network.parent_of(id);
        out.rows.push_back(
            {network[id].key, network[id].name, parent ? Value{network[*parent].key} : Value{}});
    }
    return out;
}

Table actor_table(const Network& network, const analysis::View& view, const viz::Drawing& map) {
    std::set<std::string> drawn;
    for (const viz::Node& node : map.nodes) drawn.insert(node.id);
    Table out =
        table("actors", {"key", "name", "short_name", "aliases", "kind", "tag", "sector", "role",
                         "area", "serves", "status", "website", "as_of", "node", "there"});
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        const auto sector = network.sector_of(ActorId{i});
        const std::string node = "a" + std::to_string(i);
        out.rows.push_back(
            {actor.key, actor.name, text_or_null(actor.short_name), actor.aliases, actor.kind,
             std::string{network.codes().attribute("actor_kinds", actor.kind, "tag")},
             sector ? Value{std::string{enumerator(*sector).key}} : Value{},
             std::string{enumerator(network.role_of(ActorId{i})).key}, key_of(network, actor.area),
             keys_of(network, actor.serves),
             text_or_null(std::string{status_on(actor, view.moment())}),
             text_or_null(actor.website), date_or_null(actor.as_of),
             drawn.contains(node) ? Value{node} : Value{}, is_there(view, actor)});
    }
    return out;
}

Table tie_table(const Network& network, const analysis::View& view, const viz::Drawing& map) {
    std::map<std::pair<std::string, std::string>, std::string> lines;
    for (const viz::Edge& edge : map.edges)
        if (!edge.from.empty()) lines.emplace(std::minmax(edge.from, edge.to), edge.id);
    Table out = table("ties", {"from", "to", "kind", "level", "topics", "status", "line"});
    for (const Tie& tie : network.ties()) {
        const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
        const std::string a = "a" + std::to_string(from), b = "a" + std::to_string(to);
        const auto line = lines.find(std::minmax(a, b));
        out.rows.push_back({number_of(from), number_of(to), std::string{enumerator(tie.kind).key},
                            tie.level ? Value{*tie.level} : Value{}, tie.topics,
                            text_or_null(std::string{status_on(tie, view.moment())}),
                            line == lines.end() ? Value{} : Value{line->second}});
    }
    return out;
}

Table offer_table(const Network& network, const analysis::View& view) {
    Table out = table("offers", {"key", "name", "topics", "providers", "host", "funders", "free",
                                 "end", "status", "runs"});
    for (const Offer& offer : network.offers())
        out.rows.push_back({offer.key, offer.name, offer.topics, keys_of(offer.providers),
                            text_or_null(offer.host.key), keys_of(offer.funders),
                            three_valued(free_of_charge(offer)), date_or_null(offer.end),
                            text_or_null(std::string{offer_status(offer, view.moment())}),
                            runs(view, offer)});
    return out;
}

Table contact_table(const Network& network) {
    Table out = table("contacts", {"actor", "role", "filled"});
    for (const Contact& contact : network.tables().contacts)
        out.rows.push_back({contact.actor.key, contact.role, three_valued(contact.filled)});
    return out;
}

/// Ends are positions in the table of actors; hops to actors that the page does not show are left
/// out.
std::vector<Table> way_tables(const Network& shown, const Network& whole,
                              const analysis::WayMap& ways) {
    const auto position = [&](ActorId id) { return shown.find_actor(whole[id].key); };
    Table actors = table("way_actors", {"actor", "homes"});
    for (const analysis::WayHome& home : ways.homes) {
        const auto at = position(home.actor);
        if (!at) continue;
        std::vector<std::string> areas;
        for (const AreaId id : home.areas) areas.push_back(whole[id].key);
        actors.rows.push_back({number_of(at->index()), std::move(areas)});
    }
    Table hops = table("hops", {"from", "to", "kind", "tie", "cost", "topics", "legality",
                                "legal_basis", "condition"});
    for (const analysis::WayHop& hop : ways.hops) {
        const auto from = position(hop.from), to = position(hop.to);
        if (!from || !to) continue;
        const Tie& tie = whole[hop.tie];
        const std::string kind{enumerator(tie.kind).key};
        hops.rows.push_back({number_of(from->index()), number_of(to->index()), kind,
                             tie.from.key + '>' + tie.to.key + ':' + kind, hop.cost, hop.topics,
                             static_cast<std::int64_t>(hop.legality), text_or_null(tie.legal_basis),
                             hop.condition ? Value{*hop.condition} : Value{}});
    }
    Table goals = table("goals", {"topic", "actors"});
    for (const analysis::WayGoals& goal : ways.goals) {
        std::vector<std::string> keys;
        for (const ActorId id : goal.actors) keys.push_back(whole[id].key);
        goals.rows.push_back({goal.topic.key, std::move(keys)});
    }
    return {std::move(actors), std::move(hops), std::move(goals)};
}

/// Tables of results the script looks things up in, as "<analysis>.<table>".
std::vector<Table> result_tables(std::span<const ReportResult> results) {
    static const std::set<std::string> wanted{
        "coverage.cells",    "introductions.introductions", "invitations.invitees", "roles.roles",
        "centrality.actors", "door-opener.actors",          "compare.ties"};
    std::vector<Table> out;
    for (const ReportResult& result : results)
        for (const Table& found : result.document.tables) {
            const std::string key = result.document.id + '.' + found.key;
            if (!wanted.contains(key)) continue;
            out.push_back(found);
            out.back().key = key;
        }
    return out;
}

std::set<std::string> mentioned_areas(const Network& network, std::span<const Table> tables) {
    std::set<std::string> out;
    const auto add = [&](const Ref<Area>& ref) {
        if (!ref.empty()) out.insert(ref.key);
    };
    for (const Actor& actor : network.actors()) {
        add(actor.area);
        for (const auto& area : actor.serves) add(area);
    }
    for (const Offer& offer : network.offers())
        for (const auto& area : offer.areas) add(area);
    for (const Table& cells : tables)
        if (cells.key == "coverage.cells")
            for (const auto& row : cells.rows) out.insert(std::get<std::string>(row.front()));
    return out;
}

}  // namespace

std::vector<Table> report_data(const Network& shown, const analysis::View& view,
                               std::span<const ReportResult> results, const viz::Drawing& map) {
    const analysis::WayMap ways = analysis::way_map(view);
    std::vector<Table> found = result_tables(results);
    std::vector<Table> out{cost_table(ways),
                           code_table(shown),
                           sector_table(),
                           area_table(shown, mentioned_areas(shown, found)),
                           actor_table(shown, view, map),
                           tie_table(shown, view, map),
                           offer_table(shown, view),
                           contact_table(shown)};
    std::ranges::move(way_tables(shown, *view.network, ways), std::back_inserter(out));
    std::ranges::move(found, std::back_inserter(out));
    return out;
}

}  // namespace lotse::driver

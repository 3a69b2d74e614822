#include "what_if.hpp"

#include "coverage_rows.hpp"
#include "lent_rows.hpp"
#include "offer_phase.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace lotse::analysis {
namespace {

using Keys = std::vector<std::string>;

bool contains(const Keys& keys, const std::string& key) {
    return std::ranges::find(keys, key) != keys.end();
}

Error unknown_actor(std::string_view option, const std::string& text, const Network& network) {
    const std::string meant = meant_key(network.actors(), text);
    if (meant.empty())
        return {ErrorKind::usage,
                message({"--{}: Einen Akteur „{}“ gibt es nicht.", "--{}: there is no actor '{}'."},
                        {option, text})};
    return {ErrorKind::usage, message({"--{}: Einen Akteur „{}“ gibt es nicht. Meinten Sie „{}“?",
                                       "--{}: there is no actor '{}'. Did you mean '{}'?"},
                                      {option, text, meant})};
}

/// Areas of what --without takes away stay among those that the network names.
void keep_areas(const Network& network, std::span<const Ref<Area>> areas, NetworkTables& tables,
                View& view) {
    for (const Ref<Area>& ref : areas)
        if (!ref.empty()) lend_area(network, *ref, tables, view);
}

/// What an offer that goes leaves behind.
void keep_rows(const Network& network, const Offer& offer, NetworkTables& tables, View& view) {
    keep_areas(network, offer.areas, tables, view);
    view.lost_topics.insert(view.lost_topics.end(), offer.topics.begin(), offer.topics.end());
}

std::vector<ActorId> ids_of(const std::vector<Ref<Actor>>& actors) {
    std::vector<ActorId> out;
    for (const Ref<Actor>& actor : actors) out.push_back(*actor);
    return out;
}

std::vector<ActorId> recorded_providers(const Offer& offer) {
    if (!offer.providers.empty() || offer.host.empty()) return ids_of(offer.providers);
    return {*offer.host};
}

/// Takes the actors away, and the offers that only they make. Errors: usage (unknown actor).
Status take_away(const Network& network, const Keys& actors, NetworkTables& tables, View& view) {
    view.takes_away = !actors.empty();
    for (const std::string& key : actors) {
        const auto id = network.find_actor(key);
        if (!id) return unknown_actor("without", key, network);
        keep_areas(network, std::array{network[*id].area}, tables, view);
        keep_areas(network, network[*id].serves, tables, view);
        std::erase_if(tables.actors, [&](const Actor& actor) { return actor.key == key; });
    }
    if (actors.empty()) return std::monostate{};
    const auto rows = area_rows(view, {});
    if (!rows) return rows.error();
    for (const AreaId row : *rows) view.lost_areas.push_back(network[row].key);
    const auto are_taken = [&](const std::vector<ActorId>& some) {
        return !some.empty() && std::ranges::all_of(some, [&](ActorId actor) {
            return contains(actors, network[actor].key);
        });
    };
    // Who has ended leaves nobody to carry on.
    const auto goes = [&](const Offer& offer) {
        return are_taken(recorded_providers(offer)) || are_taken(providers_now(view, offer));
    };
    std::set<std::string> gone;
    for (const Offer& offer : network.offers()) {
        if (goes(offer)) {
            gone.insert(offer.key);
            keep_rows(network, offer, tables, view);
        } else if (are_taken(ids_of(offer.funders)) || are_taken(funders_now(view, offer))) {
            view.funder_gone.push_back(offer.key);
        }
    }
    std::erase_if(tables.offers, [&](const Offer& offer) { return gone.contains(offer.key); });
    std::map<std::string_view, bool> keeps_funder;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::funds && exists(tie, view) && !contains(actors, tie.to.key))
            keeps_funder[tie.to.key] |= !contains(actors, tie.from.key);
    for (const auto& [actor, keeps] : keeps_funder)
        if (!keeps) view.unfunded.emplace_back(actor);
    return std::monostate{};
}

/// Adds the ties, each once and none that exists. Errors: usage.
Status add_ties(const ViewOptions& options, NetworkTables& tables, View& view) {
    const Network& network = *view.network;
    std::vector<Tie> added;
    for (const std::string& text : options.with) {
        const auto wish = parse_wish(text);
        if (!wish) return wish.error();
        for (const std::string& end : {wish->from, wish->to})
            if (!network.find_actor(end) || contains(options.without, end))
                return no_actor("with", end, view);
        if (wish->from == wish->to)
            return unknown({"--with: „{}“ verbindet einen Akteur mit sich selbst.",
                            "--with: '{}' ties an actor to itself."},
                           text);
        if (std::ranges::any_of(network.ties(), [&](const Tie& tie) {
                return is_wished(tie, *wish) && exists(tie, view);
            })) {
            view.known_already.push_back(text);
            continue;
        }
        if (std::ranges::any_of(added, [&](const Tie& tie) { return is_wished(tie, *wish); }))
            continue;
        Tie& tie = added.emplace_back();
        tie.from.key = wish->from;
        tie.to.key = wish->to;
        tie.kind = wish->kind;
    }
    tables.ties.insert(tables.ties.end(), added.begin(), added.end());
    return std::monostate{};
}

}  // namespace

Error unknown(Text words, std::string_view text) {
    return {ErrorKind::usage, message(words, {text})};
}

Result<WishedTie> parse_wish(const std::string& text) {
    const auto arrow = text.find('>');
    const auto colon = text.rfind(':');
    if (arrow == std::string::npos || colon == std::string::npos || colon < arrow)
        return unknown({"--with: „{}“ hat nicht die Form \"VON>AN:ART\".",
                        "--with: '{}' is not of the form \"FROM>TO:KIND\"."},
                       text);
    const auto kind = from_key<TieKind>(unicode::trim(std::string_view{text}.substr(colon + 1)));
    if (!kind)
        return unknown({"--with: „{}“ nennt keine Art von Beziehung (lotse list codes).",
                        "--with: '{}' names no kind of tie (lotse list codes)."},
                       text);
    return WishedTie{
        std::string{unicode::trim(std::string_view{text}.substr(0, arrow))},
        std::string{unicode::trim(std::string_view{text}.substr(arrow + 1, colon - arrow - 1))},
        *kind};
}

bool is_wished(const Tie& tie, const WishedTie& wish) {
    const bool turned =
        !is_directed(tie.kind) && tie.from.key == wish.to && tie.to.key == wish.from;
    return tie.kind == wish.kind &&
           (turned || (tie.from.key == wish.from && tie.to.key == wish.to));
}

Error no_actor(std::string_view option, const std::string& key, const View& view) {
    if (contains(view.taken_away, key))
        return {ErrorKind::usage, message({"--{}: Den Akteur „{}“ nimmt --without weg.",
                                           "--{}: --without takes the actor '{}' away."},
                                          {option, key})};
    return unknown_actor(option, key, *view.network);
}

Status suppose(std::shared_ptr<const Network> network, const ViewOptions& options,
               const Network* other, View& view) {
    view.network = std::move(network);
    view.taken_away = options.without;
    if (options.without.empty() && options.with.empty() && !lacks_choice(*view.network, options))
        return std::monostate{};
    NetworkTables tables = view.network->tables();
    lend_chosen(*view.network, other, options, tables, view);
    if (auto taken = take_away(*view.network, options.without, tables, view); !taken) return taken;
    if (auto added = add_ties(options, tables, view); !added) return added;
    NetworkInfo info = view.network->info();
    info.as_of = view.network->as_of();
    view.network = std::make_shared<Network>(std::move(info), std::move(tables));
    return std::monostate{};
}

std::vector<Message> notes_on_known_ties(const View& view) {
    std::vector<Message> notes;
    for (const std::string& text : view.known_already)
        notes.push_back(message({"Die mit --with angenommene Beziehung {} ist schon erfasst: Sie "
                                 "ändert nichts.",
                                 "The tie {} supposed by --with is recorded already: it changes "
                                 "nothing."},
                                {text}));
    return notes;
}

}  // namespace lotse::analysis

#include <lotse/analysis/view.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "presence.hpp"
#include "what_if.hpp"
#include "words.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

constexpr std::array member_kinds{TieKind::member_of, TieKind::leads, TieKind::hosts_office};
constexpr std::array referral_kinds{TieKind::refers_to, TieKind::informs};
/// These say that two rows mean one actor; they are no relation between two.
constexpr std::array identity_kinds{TieKind::same_as, TieKind::successor_of};

template <class Range, class T>
bool contains(const Range& range, const T& value) {
    return std::ranges::find(range, value) != std::ranges::end(range);
}

/// "refers" for "refers_to": what begins so; nullptr: nothing does, or several.
const Code* only_longer_code(const CodeList& list, std::string_view text) {
    constexpr std::size_t shortest = 3;
    const Code* found = nullptr;
    for (const Code& code : list.codes()) {
        if (text.size() < shortest || !code.code.starts_with(text)) continue;
        if (found) return nullptr;
        found = &code;
    }
    return found;
}

Result<std::vector<std::string>> codes_of(const Network& network, std::string_view list,
                                          const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const std::string& text : texts) {
        const CodeList& known = *network.codes().list(list);
        const Code* code = known.recognise(text);
        const Code* nearest = code ? nullptr : known.nearest(text);
        if (!code && !nearest) nearest = only_longer_code(known, text);
        if (nearest)
            return Error{ErrorKind::usage,
                         message({"Den Code „{}“ gibt es nicht in der Liste {}. Meinten Sie „{}“?",
                                  "There is no code '{}' in the list {}. Did you mean '{}'?"},
                                 {text, list, nearest->code})};
        if (!code)
            return Error{
                ErrorKind::usage,
                message(
                    {"Den Code „{}“ gibt es nicht in der Liste {} (lotse list codes zeigt sie).",
                     "There is no code '{}' in the list {} (lotse list codes shows it)."},
                    {text, list})};
        if (!contains(out, code->code)) out.push_back(code->code);
    }
    return out;
}

bool topic_fits(const Tie& tie, const View& view) {
    return view.topics.empty() ||
           std::ranges::any_of(tie.topics, [&](const auto& t) { return contains(view.topics, t); });
}

bool kind_fits(TieKind kind, Layer layer, const View& view) {
    if (!view.kinds.empty() && !contains(view.kinds, kind)) return false;
    switch (layer) {
        case Layer::actors: return !contains(identity_kinds, kind) || contains(view.kinds, kind);
        case Layer::bodies: return contains(member_kinds, kind);
        case Layer::referral: return contains(referral_kinds, kind);
        case Layer::all: return true;
    }
    return true;
}

}  // namespace

Moment View::moment() const {
    return {at, network->as_of()};
}

std::optional<PartialDate> View::reference_date() const {
    return moment().date();
}

Result<View> make_view(std::shared_ptr<const Network> network, const ViewOptions& options,
                       const Network* other) {
    View view;
    if (!options.at.empty()) {
        view.at = parse_partial_date(options.at);
        if (!view.at)
            return unknown(
                {"--at: „{}“ ist kein Datum. Erlaubt sind 2019, 2019-03, 2019-03-05 und "
                 "05.03.2019.",
                 "--at: '{}' is not a date. Allowed are 2019, 2019-03, 2019-03-05 and 05.03.2019."},
                options.at);
    }
    if (auto supposed = suppose(std::move(network), options, other, view); !supposed)
        return supposed.error();
    for (const std::string& key : options.area) {
        const auto area = view.network->find_area(key);
        if (const std::string meant = area ? "" : meant_key(view.network->areas(), key);
            !meant.empty())
            return Error{ErrorKind::usage,
                         message({"--area: Ein Gebiet „{}“ gibt es nicht. Meinten Sie „{}“?",
                                  "--area: there is no area '{}'. Did you mean '{}'?"},
                                 {key, meant})};
        if (!area)
            return unknown(
                {"--area: Ein Gebiet „{}“ gibt es nicht. Kreise haben 5 Stellen (05911), Länder 2 "
                 "(05).",
                 "--area: there is no area '{}'. Kreise have 5 digits (05911), Länder 2 (05)."},
                key);
        if (!contains(view.areas, *area)) view.areas.push_back(*area);
    }
    struct CodeOption {
        std::string_view list;
        const std::vector<std::string>& texts;
        std::vector<std::string>& codes;
    };
    for (const CodeOption& option : {CodeOption{"topics", options.topic, view.topics},
                                     CodeOption{"targets", options.target, view.targets},
                                     CodeOption{"legal_circles", options.legal, view.legal}}) {
        auto codes = codes_of(*view.network, option.list, option.texts);
        if (!codes) return codes.error();
        option.codes = *std::move(codes);
    }
    const auto kinds = codes_of(*view.network, "tie_kinds", options.kinds);
    if (!kinds) return kinds.error();
    for (const std::string& kind : *kinds) view.kinds.push_back(*from_key<TieKind>(kind));
    if (options.min_level < 0 || options.min_level > 4)
        return Error{ErrorKind::usage, message({"--min-level muss zwischen 0 und 4 liegen.",
                                                "--min-level must be between 0 and 4."})};
    constexpr int greatest_suppression = 1000;  // each value below it is tried for each hidden one
    if (options.suppress_below < least_suppression || options.suppress_below > greatest_suppression)
        return Error{
            ErrorKind::usage,
            message({"--suppress-below muss mindestens {} und höchstens {} sein: Zahlen von 1 bis "
                     "2 Personen stehen nie in einem Ergebnis.",
                     "--suppress-below must be at least {} and at most {}: counts of 1 to 2 "
                     "persons are never part of a result."},
                    {std::to_string(least_suppression), std::to_string(greatest_suppression)})};
    view.suppress_below = options.suppress_below;
    view.assumed = options.with;
    view.layer = options.layer;
    view.min_level = options.min_level;
    return view;
}

std::vector<std::pair<std::string, Value>> given_options(const ViewOptions& options) {
    auto all = option_values(options);
    std::vector<std::pair<std::string, Value>> out;
    const auto defaults = option_values(ViewOptions{});
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].second != defaults[i].second) out.push_back(std::move(all[i]));
    return out;
}

std::vector<bool> actors_in_view(const View& view) {
    const Network& network = *view.network;
    std::vector<bool> inside(network.actors().size(), true);
    if (view.areas.empty()) return inside;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Actor& actor = network.actors()[i];
        inside[i] = std::ranges::any_of(view.areas, [&](AreaId area) {
            if (!actor.area.empty() && network.within(*actor.area, area)) return true;
            return std::ranges::any_of(actor.serves, [&](const Ref<Area>& served) {
                return network.within(*served, area) || network.within(area, *served);
            });
        });
    }
    const std::vector<bool> seated = inside;
    const auto add_neighbour = [&](ActorId actor, ActorId of) {
        const Actor& row = network[actor];
        if (seated[of.index()] && row.area.empty() && row.serves.empty())
            inside[actor.index()] = true;
    };
    for (const Tie& tie : network.ties()) {
        const bool leads_here = seated[(*tie.from).index()] || seated[(*tie.to).index()];
        // What has ended was here too.
        if (!leads_here || !is_in_force(tie, view)) continue;
        add_neighbour(*tie.from, *tie.to);
        add_neighbour(*tie.to, *tie.from);
    }
    return inside;
}

std::shared_ptr<const Network> network_in_view(const View& view) {
    if (view.areas.empty()) return view.network;
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    NetworkInfo info = network.info();
    info.as_of = network.as_of();
    for (const AreaId area : view.areas) info.name += ", " + network[area].name;
    NetworkTables tables = network.tables();
    std::erase_if(tables.actors, [&](const Actor& actor) {
        return !inside[network.find_actor(actor.key)->index()];
    });
    return std::make_shared<const Network>(std::move(info), std::move(tables));
}

namespace {

enum class Fit { in, no, planned, over, without_topic, without_level };

/// Whether a tie between two that count is one of the graph, and why not.
Fit fit(const Tie& tie, const View& view) {
    if (!exists(tie, view)) {
        const Phase phase = phase_of(tie.status);
        if (phase == Phase::planned && topic_fits(tie, view) &&
            tie.level.value_or(0) >= view.min_level)
            return Fit::planned;
        return !view.at && phase == Phase::running ? Fit::over : Fit::no;
    }
    if (!view.topics.empty() && tie.topics.empty()) return Fit::without_topic;
    if (!topic_fits(tie, view)) return Fit::no;
    if (view.min_level > 0 && !tie.level) return Fit::without_level;
    return tie.level.value_or(0) < view.min_level ? Fit::no : Fit::in;
}

}  // namespace

LayerGraph layer_graph(const View& view, Layer default_layer) {
    const Network& network = *view.network;
    LayerGraph out;
    out.layer = view.layer.value_or(default_layer);
    const std::vector<bool> chosen = actors_in_view(view);
    std::vector<bool> inside = chosen;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (!inside[i]) continue;
        const ActorId id{i};
        const bool fits = out.layer == Layer::all || network.is_partner(id);
        inside[i] = fits && is_present(view, id);
        if (!inside[i]) continue;
        out.actors.push_back(id);
        if (is_planned(network[id])) ++out.actors_planned;
        if (is_ahead(network[id].since, view.reference_date())) ++out.actors_ahead;
    }
    // Another end outside the chosen areas would count if they were chosen, too.
    const auto leads_outside = [&](ActorId here, ActorId there) {
        return inside[here.index()] && !chosen[there.index()] && is_present(view, there) &&
               (out.layer == Layer::all || network.is_partner(there));
    };
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const Tie& tie = network.ties()[i];
        if (*tie.from == *tie.to) continue;
        if (!inside[(*tie.from).index()] || !inside[(*tie.to).index()]) {
            const bool outside =
                leads_outside(*tie.from, *tie.to) || leads_outside(*tie.to, *tie.from);
            if (outside && kind_fits(tie.kind, out.layer, view) && fit(tie, view) == Fit::in)
                ++out.outside;
            continue;
        }
        if (!kind_fits(tie.kind, out.layer, view)) {
            if (out.layer == Layer::actors && view.kinds.empty()) ++out.identities;
            continue;
        }
        switch (fit(tie, view)) {
            case Fit::no: continue;
            case Fit::planned: ++out.planned; continue;
            case Fit::over: ++out.over; continue;
            case Fit::without_topic: ++out.without_topic; continue;
            case Fit::without_level: ++out.without_level; continue;
            case Fit::in: break;
        }
        out.ties.emplace_back(i);
        if (is_ahead(tie.since, view.reference_date())) ++out.ties_ahead;
    }
    for (const std::string& text : view.assumed) {
        const auto wish = parse_wish(text);
        if (std::ranges::none_of(out.ties, [&](TieId id) { return is_wished(network[id], *wish); }))
            out.assumed_outside.push_back(text);
    }
    return out;
}

std::vector<Message> layer_notes(const LayerGraph& graph) {
    std::vector<Message> notes;
    const auto& layer = enumerator(graph.layer);
    notes.push_back(
        message({"Ebene „{}“: {}, {}. Programme, Vereinbarungen, "
                 "Veranstaltungen und Sammelbegriffe sind nur in der Ebene „alles“ enthalten.",
                 "Layer '{}': {}, {}. Programmes, agreements, events and categories "
                 "are part of the layer 'all' only."},
                {Message{layer.label},
                 counted(graph.actors.size(), {"Akteur", "actor"}, {"Akteure", "actors"}),
                 counted(graph.ties.size(), {"Beziehung", "tie"}, {"Beziehungen", "ties"})}));
    const auto left_out = [&](std::int64_t count, Text words) {
        if (count > 0)
            notes.push_back(
                message(words, {counted(count, {"Beziehung", "tie"}, {"Beziehungen", "ties"})}));
    };
    left_out(graph.outside, {"Nicht dabei: {} zu Akteuren außerhalb des gewählten Gebiets.",
                             "Left out: {} to actors outside the chosen area."});
    left_out(graph.without_level,
             {"Nicht dabei: {} ohne erfasste Stufe.", "Left out: {} without a recorded level."});
    left_out(graph.without_topic,
             {"Nicht dabei: {} ohne erfasstes Thema.", "Left out: {} without a recorded topic."});
    left_out(graph.identities,
             {"Nicht dabei: {} der Arten „ist dasselbe wie“ und „ist Nachfolger von“, die keine "
              "Zusammenarbeit sind; --kinds nimmt sie dazu.",
              "Left out: {} of the kinds 'is the same as' and 'is successor of', which are no "
              "cooperation; --kinds takes them in."});
    for (const std::string& text : graph.assumed_outside)
        notes.push_back(
            message({"Die angenommene Beziehung {} zählt hier nicht: Sie liegt außerhalb der Ebene "
                     "oder der Auswahl (angenommene Beziehungen haben weder Stufe noch Thema).",
                     "The assumed tie {} does not count here: it is outside the layer or the "
                     "selection (assumed ties have neither level nor topic)."},
                    {text}));
    left_out(graph.planned, {"Nicht dabei: {}, erst geplant oder vorgeschlagen.",
                             "Left out: {}, planned or proposed so far."});
    if (graph.actors_planned > 0)
        notes.push_back(
            message({"Mitgezählt in der Ebene „alles“, obwohl erst geplant oder vorgeschlagen: {}.",
                     "Counted in the layer 'all' although planned or proposed so far: {}."},
                    {counted(graph.actors_planned, {"Akteur", "actor"}, {"Akteure", "actors"})}));
    left_out(graph.over, {"Nicht dabei: {} mit einem Ende vor dem neuesten Stand der Daten.",
                          "Left out: {} that ended before the newest date of the data."});
    std::vector<Message> ahead;
    if (graph.actors_ahead > 0)
        ahead.push_back(counted(graph.actors_ahead, {"Akteur", "actor"}, {"Akteure", "actors"}));
    if (graph.ties_ahead > 0)
        ahead.push_back(counted(graph.ties_ahead, {"Beziehung", "tie"}, {"Beziehungen", "ties"}));
    if (!ahead.empty())
        notes.push_back(
            message({"Mitgezählt, obwohl ihr Beginn nach dem neuesten Stand der Daten liegt: {}. "
                     "Mit --at zählt nur, was an diesem Tag besteht.",
                     "Counted although they begin after the newest date of the data: {}. With --at "
                     "only what exists on that day counts."},
                    {list_words(ahead)}));
    return notes;
}

}  // namespace lotse::analysis

#include "draw_chain.hpp"

#include "best_ways.hpp"
#include "draw.hpp"
#include "presence.hpp"

#include <lotse/analysis/paths.hpp>
#include <lotse/model/fee.hpp>
#include <lotse/viz/chain.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

using analysis::Paths;

/// What the analysis found, as strips.
class StripBuilder {
public:
    StripBuilder(const analysis::View& view, const Paths::Findings& found, std::string goal,
                 Language language)
        : view_{view},
          network_{*view.network},
          found_{found},
          goal_{std::move(goal)},
          language_{language} {}

    viz::Strip build() {
        strip_.title =
            message({"Weg von {} zu {}", "Way from {} to {}"}, {found_.from_name, found_.goal})
                .in(language_);
        for (const Paths::Path& path : found_.paths) add_path(path);
        if (found_.paths.empty()) {
            for (const Message& sentence : Paths::why_no_way(view_, found_))
                strip_.remarks.push_back(sentence.in(language_));
            for (const Paths::OutsideHop& hop : found_.outside) add_outside(hop);
            for (const Paths::MissingLink& link : found_.missing) add_missing(link);
        }
        strip_.notes.push_back(say(
            {"Auftrag: die Rechtsgrundlage eines Schritts, gemessen an dem, was der Rechtskreis "
             "erlaubt; ungeklärt ohne erfasste Grundlage oder wenn keine Regel von ihr spricht, "
             "freie Träger brauchen keine. Übergabe: von hier an führen andere im Auftrag weiter, "
             "oder das Ziel ist erreicht.",
             "Mandate: the legal basis of a step against what the legal circle allows; unclear "
             "without a recorded one or where no rule speaks of it, free bodies need none. "
             "Hand-over: from here others go on within the mandate, or the goal is reached."}));
        return std::move(strip_);
    }

private:
    template <class... Arguments>
    std::string say(Text pattern, Arguments... arguments) const {
        return message(pattern, std::initializer_list<std::string_view>{arguments...})
            .in(language_);
    }

    void add_path(const Paths::Path& path) {
        viz::StripWay way;
        way.state = state_of(path.legality);
        way.heading = say({"Weg {} · ", "Way {} · "}, std::to_string(path.rank)) +
                      viz::counted(static_cast<std::size_t>(path.handoffs), {"Schritt", "hand-off"},
                                   {"Schritte", "hand-offs"}, language_) +
                      " · " + std::string{enumerator(way.state).label.in(language_)};
        for (const Paths::Hop& hop : found_.hops) {
            if (hop.path != path.rank) continue;
            if (way.stations.empty()) way.stations.push_back(hop.from);
            way.stations.push_back(hop.to);
            Tie tie;
            tie.kind = hop.kind;
            const auto drawn = viz::tie_class(tie);
            const bool onwards =
                !is_directed(hop.kind) || hop.tie.starts_with(network_[hop.from].key + ">");
            using Direction = viz::StripHop::Tie;
            way.hops.push_back({hop.step_kind.label.in(language_),
                                drawn.value_or(viz::TieClass::exchange), basis(hop),
                                state_of(hop.legality),
                                onwards ? Direction::onwards : Direction::backwards});
        }
        // From the first station on that is the end or whose own step is legal, others can go on.
        for (std::size_t i = 0; i < way.hops.size() && !way.hand_over; ++i)
            if (i + 1 == way.hops.size() || way.hops[i + 1].state == viz::WayState::legal)
                way.hand_over = i + 1;
        if (way.stations.empty()) {
            way.stations.push_back(path.target);
            way.heading = say({"{}: am Ziel, kein Schritt nötig", "{}: there, no hand-off needed"},
                              network_[path.target].name);
        }
        way.offers = offers_of(way.stations.back());
        strip_.ways.push_back(std::move(way));
    }

    /// What the way leads to, from what is recorded; none for a way to an actor.
    std::vector<std::string> offers_of(ActorId provider) const {
        constexpr std::string_view of_topic = "topic=";
        const Code* const topic =
            goal_.starts_with(of_topic)
                ? network_.codes().list("topics")->recognise(goal_.substr(of_topic.size()))
                : nullptr;
        std::vector<std::string> all;
        for (const Offer& offer : network_.offers()) {
            const bool asked =
                topic ? std::ranges::find(offer.topics, topic->code) != offer.topics.end()
                      : offer.key == goal_;
            const bool provides =
                std::ranges::any_of(offer.providers,
                                    [&](const Ref<Actor>& actor) { return *actor == provider; }) ||
                (offer.providers.empty() && !offer.host.empty() && *offer.host == provider);
            if (!asked || !provides || offer.status == "paused" || !runs(view_, offer)) continue;
            std::string text = say({"Angebot: {}", "Offer: {}"}, offer.name);
            const ThreeValued free = free_of_charge(offer);
            if (free == ThreeValued::yes) text += say({", kostenfrei", ", free of charge"});
            if (free == ThreeValued::no) text += say({", kostet etwas", ", has a fee"});
            if (offer.end)
                text += say({", bis {}", ", until {}"}, people_text(*offer.end, language_));
            const std::string_view status = offer_status(offer, view_.moment());
            if (status.empty())
                text += say({", Status nicht erfasst", ", status not recorded"});
            else if (status != "active")  // a word that no list knows
                text += say({", Status „{}“", ", status '{}'"}, status);
            all.push_back(std::move(text));
        }
        return all;
    }

    std::string basis(const Paths::Hop& hop) const {
        std::string text = hop.legal_basis
                               ? hop.legal_basis->label.in(language_)
                               : say({"keine Rechtsgrundlage erfasst", "no legal basis recorded"});
        if (hop.condition) text += " – " + hop.condition->in(language_);
        return text;
    }

    void add_outside(const Paths::OutsideHop& hop) {
        viz::StripWay way;
        way.state = viz::WayState::outside;
        std::string names;
        for (const std::string& name : hop.way) names += (names.empty() ? "" : " – ") + name;
        way.heading = say({"Kein Weg: dieser Schritt liegt außerhalb des Auftrags ({})",
                           "No way: this step is outside the mandate ({})"},
                          names);
        way.stations = {hop.from, hop.to};
        viz::StripHop step{"", viz::TieClass::exchange,
                           hop.legal_basis ? hop.legal_basis->label.in(language_) : std::string{},
                           viz::WayState::outside, viz::StripHop::Tie::onwards};
        for (const Tie& tie : network_.ties()) {
            const bool onwards = *tie.from == hop.from && *tie.to == hop.to;
            const bool back = *tie.from == hop.to && *tie.to == hop.from;
            if (!step.kind.empty() || (!onwards && !back)) continue;
            step.kind = (onwards ? enumerator(tie.kind).label : backwards(tie.kind)).in(language_);
            step.drawn_as = viz::tie_class(tie).value_or(viz::TieClass::exchange);
            if (!onwards && is_directed(tie.kind)) step.tie = viz::StripHop::Tie::backwards;
        }
        if (step.kind.empty()) step.kind = say({"Schritt", "step"});
        way.hops.push_back(std::move(step));
        strip_.ways.push_back(std::move(way));
    }

    void add_missing(const Paths::MissingLink& link) {
        viz::StripWay way;
        way.state = viz::WayState::none;
        way.heading = say({"Kein Weg erfasst – mit dieser Beziehung gäbe es einen; verbindend: {}",
                           "No way recorded – this tie would make one; shared: {}"},
                          enumerator(link.shared).label.in(language_));
        way.stations = {link.from, link.to};
        way.hops.push_back({std::string{enumerator(link.kind).label.in(language_)},
                            viz::TieClass::referral, "", viz::WayState::none,
                            viz::StripHop::Tie::missing});
        strip_.ways.push_back(std::move(way));
    }

    const analysis::View& view_;
    const Network& network_;
    const Paths::Findings& found_;
    std::string goal_;  ///< as asked for: an actor, an offer, topic=CODE or kind=CODE
    Language language_;
    viz::Strip strip_;
};

Result<viz::Drawing> draw_strip(const ViewRequest& request) {
    const Call& call = request.call;
    OptionTexts texts;
    for (const char* key : {"from", "to", "k"})
        if (call.has(key)) texts[key] = {call.option(key)};
    if (!call.has("k")) texts["k"] = {"1"};
    auto options = parse_options<Paths::Options>(texts);
    if (!options) return options.error();
    options->mandate = Flag::on;
    const auto found = Paths::run(request.chosen, *options);
    if (!found) return found.error();
    const Network& network = *request.chosen.network;
    viz::PictureOptions picture = request.options;
    if (!call.has("paper")) picture.paper = viz::Paper::a4;
    return viz::way_strip(
        network, StripBuilder{request.chosen, *found, options->to, picture.language}.build(),
        picture);
}

/// A strip of ways; the bands show the whole network.
bool is_strip(const Call& call) {
    return call.has("from") || call.has("to") || call.has("k");
}

Result<viz::Drawing> draw(const ViewRequest& request) {
    if (is_strip(request.call)) return draw_strip(request);
    return viz::chain(*request.network, tie_options(request));
}

}  // namespace

ViewInfo chain_view() {
    std::vector<OptionInfo> options;
    for (OptionInfo& option : option_infos<Paths::Options>())
        if (option.key != "mandate") {
            if (option.key == "k") option.default_text = "1";
            options.push_back(std::move(option));
        }
    return {"chain",
            {"Steuerungs-, Struktur- und Handlungsebene; mit --from und --to ein Verweisweg als "
             "Streifen",
             "steering, structure and action levels; with --from and --to a referral path as a "
             "strip"},
            1,
            std::move(options),
            draw,
            [](std::string_view, const Call& call) { return is_strip(call); },
            [](const Call& call) { return !is_strip(call); }};
}

}  // namespace lotse::driver

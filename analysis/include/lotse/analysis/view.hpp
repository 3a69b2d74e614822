/// View: which part of a network an analysis looks at. The options that every analysis understands.
#ifndef LOTSE_ANALYSIS_VIEW_HPP
#define LOTSE_ANALYSIS_VIEW_HPP

#include <lotse/base/options.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/model/phase.hpp>

#include <memory>
#include <string>
#include <vector>

namespace lotse::analysis {

/// Which actors and ties form the graph. Programmes, agreements, events and categories of actors
/// are facts about partners, not partners: they enter `all` only.
enum class Layer {
    actors,    ///< partners and every relation between them
    bodies,    ///< bodies and who belongs to them: member_of, leads, hosts_office
    referral,  ///< partners and the ways of clients: refers_to, informs
    all        ///< everything recorded
};

constexpr auto enumerators(Layer) {
    using enum Layer;
    return std::array{
        Enumerator{actors, "actors", {"Akteure", "actors"}},
        Enumerator{bodies, "bodies", {"Gremien", "bodies"}},
        Enumerator{referral, "referral", {"Verweise", "referral"}},
        Enumerator{all, "all", {"alles", "all"}},
    };
}

/// Counts of 1 to least_suppression - 1 persons are never shown; an option can only raise it.
inline constexpr int least_suppression = 3;

/// The options as typed.
struct ViewOptions {
    std::vector<std::string> area;
    std::vector<std::string> topic;
    std::vector<std::string> target;
    std::vector<std::string> legal;
    std::vector<std::string> kinds;
    std::optional<Layer> layer;
    int min_level = 0;
    std::string at;
    std::vector<std::string> without;
    std::vector<std::string> with;
    int suppress_below = least_suppression;

    static constexpr auto fields() {
        return std::tuple{
            field("area", &ViewOptions::area,
                  {"nur diese Gebiete (AGS oder eigener Schlüssel)",
                   "only these areas (AGS or own key)"}),
            field("topic", &ViewOptions::topic,
                  {"nur diese Themen (Codes)", "only these topics (codes)"}),
            field("target", &ViewOptions::target,
                  {"nur diese Zielgruppen (Codes)", "only these target groups (codes)"}),
            field("legal", &ViewOptions::legal,
                  {"nur diese Rechtskreise", "only these legal circles"}),
            field("kinds", &ViewOptions::kinds,
                  {"nur diese Arten von Beziehungen", "only these kinds of ties"}),
            field("layer", &ViewOptions::layer, {"Ebene des Netzes", "layer of the network"}),
            field("min-level", &ViewOptions::min_level,
                  {"nur Beziehungen ab dieser Stufe (0-4)", "only ties from this level (0-4)"}),
            field("at", &ViewOptions::at,
                  {"Stichtag, z. B. 2026-06-30", "date to look at, e.g. 2026-06-30"}),
            field("without", &ViewOptions::without,
                  {"was wäre ohne diese Akteure und die Angebote, die nur sie machen",
                   "what if these actors were gone, and the offers that only they provide"}),
            field("with", &ViewOptions::with,
                  {"was wäre mit dieser Beziehung: \"VON>AN:ART\"",
                   "what if there were this tie: \"FROM>TO:KIND\""}),
            field("suppress-below", &ViewOptions::suppress_below,
                  {"Zahlen von Personen unter dieser nicht zeigen (3 bis 1000)",
                   "do not show counts of persons below this (3 to 1000)"}),
        };
    }
};

/// The options checked against a network. Cheap to copy; keeps the network alive.
struct View {
    std::shared_ptr<const Network> network;  ///< what-if changes applied
    std::vector<AreaId> areas;               ///< empty: everywhere
    std::vector<std::string> topics;         ///< codes; empty: all
    std::vector<std::string> targets;
    std::vector<std::string> legal;
    std::vector<TieKind> kinds;
    std::optional<Layer> layer;  ///< empty: the analysis' own
    int min_level = 0;
    std::optional<PartialDate> at;
    std::int64_t suppress_below = least_suppression;
    std::vector<std::string> taken_away;  ///< keys of the actors of --without
    std::vector<std::string> assumed;     ///< ties of --with as typed
    bool takes_away = false;              ///< --without took somebody out of the network
    /// Codes of what the offers are about that --without takes away, or that only the other state
    /// of a comparison has: their rows stay, to show that.
    std::vector<std::string> lost_topics;
    /// Keys of areas: the same for the rows of tables, those of the network without what-if or
    /// those of both states.
    std::vector<std::string> lost_areas;
    /// Keys of rows of the table areas that are there for the view only: chosen, or lost.
    std::vector<std::string> lent_areas;
    /// Keys of offers all of whose recorded funders --without takes away, but for those that have
    /// ended.
    std::vector<std::string> funder_gone;
    /// Keys of actors all of whose funders by ties --without takes away.
    std::vector<std::string> unfunded;
    std::vector<std::string> known_already;  ///< ties of --with, as typed, that are recorded anyway
    std::size_t threads = 1;  ///< how many may compute; findings are the same for any number

    /// When its rows are looked at, for what becomes of their status (phase.hpp).
    Moment moment() const;

    /// `at`, else the newest date of the data: "today" without a clock.
    std::optional<PartialDate> reference_date() const;

    /// A row of this time counts: valid on `at`; without it, not over by the newest date of the
    /// data. A later start does not take it away: that date is when somebody
    /// last wrote a row, not today.
    bool counts(const std::optional<PartialDate>& since,
                const std::optional<PartialDate>& until) const;
};

/// Official areas can be chosen whether the network mentions them or not. `other`: the other state
/// of a comparison; areas and codes that only it has can be chosen, and nothing is there.
/// Errors: usage (unknown area, code, actor; impossible date; malformed --with).
Result<View> make_view(std::shared_ptr<const Network> network, const ViewOptions& options,
                       const Network* other = nullptr);

/// Only the options that were given, for the record in the output.
std::vector<std::pair<std::string, Value>> given_options(const ViewOptions& options);

/// A layer of the view as lists of vertices and edges.
struct LayerGraph {
    Layer layer = Layer::actors;
    std::vector<ActorId> actors;  ///< in canonical order; actors without ties stay in
    std::vector<TieId> ties;      ///< between two of `actors`, no self-ties
    std::int64_t without_level =
        0;  ///< ties left out because min_level is set and theirs is not recorded
    std::int64_t without_topic = 0;   ///< the same for topics
    std::int64_t planned = 0;         ///< ties left out because they are planned or proposed
    std::int64_t actors_planned = 0;  ///< taken in though planned or proposed: `all` only
    std::int64_t over = 0;  ///< ties left out because they ended before the newest date of the data
    /// Taken in without --at although they begin after the newest date of the data.
    /// @{
    std::int64_t actors_ahead = 0;
    std::int64_t ties_ahead = 0;
    /// @}
    std::int64_t outside = 0;     ///< ties left out that lead to somebody outside the chosen areas
    std::int64_t identities = 0;  ///< ties left out that say who is who, not who works with whom
    std::vector<std::string> assumed_outside;  ///< ties of --with that this layer does not hold
};

/// Ties count that exist. Planned and proposed actors are part of `all` only. O(actors + ties).
LayerGraph layer_graph(const View& view, Layer default_layer);

/// A row valid on the date: not certainly over and not certainly still to come.
bool valid_at(const std::optional<PartialDate>& since, const std::optional<PartialDate>& until,
              const std::optional<PartialDate>& at);

/// The tie is there: not planned, proposed or ended, its time counts, and neither of its ends has
/// ended. A tie of an actor with itself never is.
bool exists(const Tie& tie, const View& view);

/// Per actor: it sits in one of the view's areas, serves one, or serves an area that holds one; or
/// nothing is recorded of where it is, and a tie joins it with an actor of these. Without areas:
/// everybody. O(actors + ties).
std::vector<bool> actors_in_view(const View& view);

/// The actors in view and what hangs on them as a network of its own, named after the areas; the
/// whole network if no area is chosen. For maps of a region.
std::shared_ptr<const Network> network_in_view(const View& view);

/// What --with supposes although it is recorded: every result and picture says so.
std::vector<Message> notes_on_known_ties(const View& view);

/// Notes every result on a layer carries: which one it is, and what was left out.
std::vector<Message> layer_notes(const LayerGraph& graph);

}  // namespace lotse::analysis

#endif

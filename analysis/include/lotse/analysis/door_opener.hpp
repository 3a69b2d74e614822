/// Door-openers: what the others would no longer reach without an actor or body (A08).
#ifndef LOTSE_ANALYSIS_DOOR_OPENER_HPP
#define LOTSE_ANALYSIS_DOOR_OPENER_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Every actor of the layer, bodies included, is taken out once, exactly; looked at are the ways of
/// `paths` from the sources (jobcenters and employment agencies that are not part of another one,
/// or --from) to the goals (organisations of the sectors health and health insurance, or --to). A
/// pair of source and goal counts if the goal can be reached, with --within in so many hand-offs.
/// Pairs that involve the actor itself count on neither side: asked is what others lose. Mean
/// hand-offs: over the pairs that count on that side; `detour`: over the pairs that count without
/// the actor, how many hand-offs more.
///
/// A topic is lost if a source reached somebody else who offers it, and does so no more. Isolated
/// are actors that have ways now and none without the actor.
///
/// Ranks by pairs_lost; rank_low to rank_high is the interval (5th to 95th percentile) when a tenth
/// of the ties is missing at random, 200 samples with a fixed seed; empty: the network is too large
/// for that. `key_players` are the actors, `--set` at most and no more than it takes, whose removal
/// together loses most pairs; nobody if none is lost.
/// `doors`: of each source those that open most, about 100,000 rows in all.
///
/// Source: Borgatti (2006), KPP-Neg, see lotse/graph/removals.hpp; intervals: Costenbader & Valente
/// (2003).
struct DoorOpener {
    struct Options {
        std::vector<std::string> from;
        std::vector<std::string> to;
        int within = 0;
        int set = 2;

        static constexpr auto fields() {
            return std::tuple{
                field(
                    "from", &Options::from,
                    {"von wem aus: Akteure, kind=CODE oder sector=CODE; sonst Jobcenter und "
                     "Agenturen",
                     "from whom: actors, kind=CODE or sector=CODE; else jobcenters and agencies"}),
                field("to", &Options::to,
                      {"zu wem: Akteure, kind=CODE, sector=CODE oder topic=CODE; sonst "
                       "Gesundheitswesen und Kassen",
                       "to whom: actors, kind=CODE, sector=CODE or topic=CODE; else the health "
                       "system and insurers"}),
                field("within", &Options::within,
                      {"in höchstens so vielen Schritten; 0: beliebig",
                       "in at most so many hand-offs; 0: any number"}),
                field("set", &Options::set,
                      {"höchstens so viele Akteure, die zusammen am meisten öffnen; 0: keine Suche",
                       "at most so many actors that together open most; 0: no search"}),
            };
        }
    };

    struct Candidate {
        std::optional<std::int64_t> rank{};  ///< empty: there are no pairs
        std::optional<std::int64_t> rank_low{};
        std::optional<std::int64_t> rank_high{};
        ActorId actor;
        Choice kind{};
        std::int64_t pairs_with = 0;
        std::int64_t pairs_without = 0;
        std::int64_t pairs_lost = 0;
        std::int64_t near_with = 0;  ///< of the pairs, those within two hand-offs
        std::int64_t near_without = 0;
        std::optional<double> mean_handoffs_with{};
        std::optional<double> mean_handoffs_without{};
        std::optional<double> detour{};
        std::int64_t topics_lost = 0;
        std::vector<Choice> topics{};
        std::int64_t isolated = 0;
        std::vector<Choice> isolated_actors{};

        static constexpr auto fields() {
            using C = Candidate;
            return std::tuple{
                field("rank", &C::rank, {"Platz", "Rank"}),
                field("rank_low", &C::rank_low, {"Platz, günstig", "Best rank"}),
                field("rank_high", &C::rank_high, {"Platz, ungünstig", "Worst rank"}),
                field("actor", &C::actor, {"Akteur", "Actor"}),
                field("kind", &C::kind, {"Art", "Kind"}),
                field("pairs_with", &C::pairs_with, {"Paare mit ihm", "Pairs with it"}),
                field("pairs_without", &C::pairs_without, {"Paare ohne ihn", "Pairs without it"}),
                field("pairs_lost", &C::pairs_lost, {"Paare verloren", "Pairs lost"}),
                field("near_with", &C::near_with,
                      {"in zwei Schritten mit ihm", "Within two with it"}),
                field("near_without", &C::near_without,
                      {"in zwei Schritten ohne ihn", "Within two without it"}),
                field("mean_handoffs_with", &C::mean_handoffs_with,
                      {"Schritte mit ihm (Mittel)", "Mean hand-offs with it"}, Unit::steps, 2),
                field("mean_handoffs_without", &C::mean_handoffs_without,
                      {"Schritte ohne ihn (Mittel)", "Mean hand-offs without it"}, Unit::steps, 2),
                field("detour", &C::detour, {"Umweg ohne ihn", "Detour without it"}, Unit::steps,
                      2),
                field("topics_lost", &C::topics_lost, {"Themen verloren", "Topics lost"}),
                field("topics", &C::topics, {"Themen", "Topics"}),
                field("isolated", &C::isolated, {"ohne Weg", "Isolated"}),
                field("isolated_actors", &C::isolated_actors,
                      {"Wer ohne Weg wäre", "Who would be isolated"}),
            };
        }
    };

    /// One source and one actor that opens doors for it.
    struct Door {
        ActorId source;
        ActorId actor;
        std::int64_t goals = 0;  ///< other than source and actor
        std::int64_t reached_with = 0;
        std::int64_t reached_without = 0;
        std::int64_t near_with = 0;
        std::int64_t near_without = 0;

        static constexpr auto fields() {
            using D = Door;
            return std::tuple{
                field("source", &D::source, {"Von", "From"}),
                field("actor", &D::actor, {"über", "Through"}),
                field("goals", &D::goals, {"Ziele", "Goals"}),
                field("near_with", &D::near_with,
                      {"in zwei Schritten mit ihm", "Within two with it"}),
                field("near_without", &D::near_without,
                      {"in zwei Schritten ohne ihn", "Within two without it"}),
                field("reached_with", &D::reached_with, {"erreicht mit ihm", "Reached with it"}),
                field("reached_without", &D::reached_without,
                      {"erreicht ohne ihn", "Reached without it"}),
            };
        }
    };

    struct KeyPlayer {
        ActorId actor;
        std::int64_t pairs_lost_alone = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &KeyPlayer::actor, {"Akteur", "Actor"}),
                field("pairs_lost_alone", &KeyPlayer::pairs_lost_alone,
                      {"Paare verloren, allein", "Pairs lost alone"}),
            };
        }
    };

    struct Findings {
        std::int64_t sources = 0;
        std::int64_t goals = 0;
        std::int64_t pairs = 0;          ///< of different actors
        std::int64_t pairs_reached = 0;  ///< of these
        std::int64_t door_openers = 0;   ///< without whom a pair is lost
        std::optional<std::int64_t> set_pairs_lost;
        std::optional<Choice> set_search;
        std::vector<Candidate> actors;
        std::vector<Door> doors;
        std::vector<KeyPlayer> key_players;

        // For explain only.
        LayerGraph layer;
        Message source_words;
        Message goal_words;
        int within = 0;
        std::int64_t doors_left_out = 0;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("sources", &F::sources, {"Ausgangspunkte", "Sources"}),
                field("goals", &F::goals, {"Ziele", "Goals"}),
                field("pairs", &F::pairs, {"Paare", "Pairs"}),
                field("pairs_reached", &F::pairs_reached, {"davon erreicht", "Of these reached"}),
                field("door_openers", &F::door_openers,
                      {"Akteure, ohne die Paare verloren gehen",
                       "Actors without whom pairs are "
                       "lost"}),
                field("set_pairs_lost", &F::set_pairs_lost,
                      {"Paare verloren ohne die Schlüsselakteure zusammen",
                       "Pairs lost without the key players together"}),
                field("set_search", &F::set_search, {"Suche", "Search"}),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("doors", &F::doors, {"Wer wem Türen öffnet", "Who opens doors for whom"}),
                field("key_players", &F::key_players, {"Schlüsselakteure", "Key players"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown actor or code, negative numbers).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Bottlenecks: on whom the network and the ways through it hang, and how many other ways there
/// are (A06).
#ifndef LOTSE_ANALYSIS_BOTTLENECKS_HPP
#define LOTSE_ANALYSIS_BOTTLENECKS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Cut vertices and bridges: all ties of the layer `actors` (unless --layer says otherwise) as a
/// simple undirected graph. Cut off are all parts that are left but the largest (of equal ones the
/// part with the first actor stays).
///
/// Gatekeepers and alternatives: the ways of `paths`, from each source. A gatekeeper of a source is
/// an actor that every way from the source to some other actor leads through: a dominator. A topic
/// depends on it if the source reaches other actors that offer the topic, and all of these lie
/// behind the gatekeeper. Disjoint paths to a topic share no actor but the source, so they end at
/// different providers: so many actors must fail before the topic is out of reach (Menger). Empty:
/// the source offers the topic itself.
///
/// Sources are the jobcenters and employment agencies in view that are not part of
/// another one, or --from. Of each, the gatekeepers that most hangs on: about 100,000 rows in all.
///
/// Cost: O(n + m) for the whole; per source a dominator tree and disjoint paths to each topic.
struct Bottlenecks {
    struct Options {
        std::vector<std::string> from;

        static constexpr auto fields() {
            return std::tuple{field(
                "from", &Options::from,
                {"von wem aus: Akteure, kind=CODE oder sector=CODE; sonst Jobcenter und Agenturen",
                 "from whom: actors, kind=CODE or sector=CODE; else jobcenters and agencies"})};
        }
    };

    struct CutVertex {
        ActorId actor;
        std::int64_t pieces = 0;          ///< parts its part of the network falls into without it
        std::int64_t actors_cut_off = 0;  ///< in all pieces but the largest
        std::vector<Choice> cut_off{};
        bool one_is_largest = true;  ///< for explain only

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &CutVertex::actor, {"Akteur", "Actor"}),
                field("pieces", &CutVertex::pieces, {"Teile ohne ihn", "Pieces without it"}),
                field("actors_cut_off", &CutVertex::actors_cut_off,
                      {"Abgeschnittene", "Number cut off"}),
                field("cut_off", &CutVertex::cut_off, {"Abgeschnitten wären", "Cut off would be"}),
            };
        }
    };

    struct Bridge {
        ActorId from;
        ActorId to;
        std::vector<Choice> kinds{};      ///< of the ties between the two
        std::int64_t actors_cut_off = 0;  ///< on the smaller side
        std::vector<Choice> cut_off{};

        static constexpr auto fields() {
            return std::tuple{
                field("from", &Bridge::from, {"Von", "From"}),
                field("to", &Bridge::to, {"An", "To"}),
                field("kinds", &Bridge::kinds, {"Art", "Kind"}),
                field("actors_cut_off", &Bridge::actors_cut_off,
                      {"Abgeschnittene", "Number cut off"}),
                field("cut_off", &Bridge::cut_off, {"Abgeschnitten wären", "Cut off would be"}),
            };
        }
    };

    struct Gatekeeper {
        ActorId source;
        ActorId actor;
        std::int64_t actors_behind = 0;  ///< reached through it only
        std::vector<Choice> topics{};    ///< reached through it only
        Message behind{};                ///< some of them by name

        static constexpr auto fields() {
            return std::tuple{
                field("source", &Gatekeeper::source, {"Von", "From"}),
                field("actor", &Gatekeeper::actor, {"nur über", "Only through"}),
                field("actors_behind", &Gatekeeper::actors_behind,
                      {"Akteure dahinter", "Actors behind it"}),
                field("topics", &Gatekeeper::topics, {"Themen dahinter", "Topics behind it"}),
                field("behind", &Gatekeeper::behind, {"Dahinter", "Behind it"}),
            };
        }
    };

    struct Alternative {
        ActorId source;
        Choice topic;
        std::optional<std::int64_t> disjoint_paths{};  ///< empty: the source offers it itself
        std::int64_t providers = 0;          ///< recorded, and who is referred to on the topic
        std::int64_t reached = 0;            ///< of these
        std::vector<Choice> only_through{};  ///< actors that all ways share, providers included

        static constexpr auto fields() {
            return std::tuple{
                field("source", &Alternative::source, {"Von", "From"}),
                field("topic", &Alternative::topic, {"Thema", "Topic"}),
                field("disjoint_paths", &Alternative::disjoint_paths,
                      {"Unabhängige Wege", "Disjoint paths"}),
                field("providers", &Alternative::providers, {"Erfasste Ziele", "Recorded goals"}),
                field("reached", &Alternative::reached, {"davon erreichbar", "Of these reached"}),
                field("only_through", &Alternative::only_through,
                      {"Alle Wege führen über", "All ways lead through"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t cut_vertex_count = 0;
        std::int64_t bridge_count = 0;
        std::int64_t sources = 0;
        std::int64_t topics = 0;        ///< with a recorded goal
        std::int64_t several_ways = 0;  ///< pairs of source and topic
        std::int64_t single_way = 0;
        std::int64_t unreachable = 0;
        std::vector<CutVertex> cut_vertices;
        std::vector<Bridge> bridges;
        std::vector<Gatekeeper> gatekeepers;
        std::vector<Alternative> alternatives;

        // For explain only.
        LayerGraph layer;
        Message source_words;
        std::int64_t gatekeepers_left_out = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("actor_count", &Findings::actor_count, {"Akteure", "Actors"}),
                field("cut_vertex_count", &Findings::cut_vertex_count,
                      {"Gelenkpunkte", "Cut vertices"}),
                field("bridge_count", &Findings::bridge_count, {"Brücken", "Bridges"}),
                field("sources", &Findings::sources, {"Ausgangspunkte", "Sources"}),
                field("topics", &Findings::topics,
                      {"Themen mit erfasstem Ziel", "Topics with a recorded goal"}),
                field("several_ways", &Findings::several_ways,
                      {"Paare mit mehreren unabhängigen Wegen", "Pairs with several ways"}),
                field("single_way", &Findings::single_way,
                      {"Paare mit nur einem Weg", "Pairs with a single way"}),
                field("unreachable", &Findings::unreachable,
                      {"Paare ohne erfassten Weg", "Pairs without a recorded way"}),
                field("cut_vertices", &Findings::cut_vertices, {"Gelenkpunkte", "Cut vertices"}),
                field("bridges", &Findings::bridges, {"Brücken", "Bridges"}),
                field("gatekeepers", &Findings::gatekeepers,
                      {"Stellen, über die jeder Weg führt", "Gatekeepers of the ways"}),
                field("alternatives", &Findings::alternatives,
                      {"Unabhängige Wege zu Themen", "Disjoint paths to topics"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown actor or code in --from).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

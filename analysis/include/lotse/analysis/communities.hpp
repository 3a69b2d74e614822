/// Communities: which actors form groups that are close among themselves and loosely tied to
/// others.
#ifndef LOTSE_ANALYSIS_COMMUNITIES_HPP
#define LOTSE_ANALYSIS_COMMUNITIES_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Leiden algorithm with modularity on the undirected simple projection of the layer `actors`
/// (unless --layer says otherwise), fixed seed. Community 1 is the largest. An actor without ties
/// is a community of its own. Source and cost: graph::communities.
struct Communities {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    struct Member {
        ActorId actor;
        Choice kind;
        std::optional<Sector> sector{};  ///< empty: not recorded
        std::int64_t community = 0;      ///< 1 is the largest

        static constexpr auto fields() {
            return std::tuple{field("actor", &Member::actor, {"Akteur", "Actor"}),
                              field("kind", &Member::kind, {"Art", "Kind"}),
                              field("sector", &Member::sector, {"Sektor", "Sector"}),
                              field("community", &Member::community, {"Gruppe", "Community"})};
        }
    };

    struct Group {
        std::int64_t community = 0;
        std::int64_t actors = 0;
        std::vector<Choice> sectors;  ///< the most frequent first

        static constexpr auto fields() {
            return std::tuple{field("community", &Group::community, {"Gruppe", "Community"}),
                              field("actors", &Group::actors, {"Akteure", "Actors"}),
                              field("sectors", &Group::sectors, {"Sektoren", "Sectors"})};
        }
    };

    struct Findings {
        std::optional<double> modularity;  ///< empty: no ties
        std::int64_t communities = 0;
        std::int64_t alone = 0;  ///< communities of one actor
        std::vector<Group> groups;
        std::vector<Member> actors;
        LayerGraph layer;

        static constexpr auto fields() {
            return std::tuple{
                field("modularity", &Findings::modularity, {"Modularität", "Modularity"}),
                field("communities", &Findings::communities, {"Gruppen", "Communities"}),
                field("alone", &Findings::alone,
                      {"davon mit einem einzigen Akteur", "of these with a single actor"}),
                field("groups", &Findings::groups, {"Gruppen", "Communities"}),
                field("actors", &Findings::actors, {"Akteure", "Actors"})};
        }
    };

    static Info info();
    /// Errors: engine, limit.
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Roles: does each actor stand in the network where its declared role wants it?
#ifndef LOTSE_ANALYSIS_ROLES_HPP
#define LOTSE_ANALYSIS_ROLES_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Where an actor is compared with its role.
enum class RoleState {
    differs,    ///< the whole range of ranks lies outside what the role leads one to expect
    uncertain,  ///< a part of it does
    fits,       ///< none of it does
    not_judged  ///< something that the comparison needs is not recorded
};

constexpr auto enumerators(RoleState) {
    using enum RoleState;
    return std::array{
        Enumerator{differs, "differs", {"weicht ab", "differs"}},
        Enumerator{uncertain, "uncertain", {"ungewiss", "uncertain"}},
        Enumerator{fits, "fits", {"passt", "fits"}},
        Enumerator{not_judged, "not_judged", {"nicht beurteilt", "not judged"}},
    };
}

/// Which measure belongs to a role, and which share of the ranks counts as fitting, are data: the
/// code list `expected_roles` (columns measure, side, share), which a network may extend.
///
/// Layer `actors` unless --layer says otherwise. Measures: degree and betweenness as in
/// `centrality`; delivery: offers the actor provides plus actors that refer to it. Ranks are
/// counted from the top, or from the bottom for a role at the periphery; equals share the best of
/// their ranks, but who has 0 of a measure comes last from the top. Ranges as in `robustness`. An
/// actor without any recorded tie (delivery: without offers and referrals) is not judged: not
/// recorded is not none. Offers count that run on the reference date and have a topic of the view.
/// What is compared is the place in the recorded network, never persons or the quality of work.
struct Roles {
    struct Options {
        double loss = 0.1;
        std::optional<int> samples;

        static constexpr auto fields() {
            return std::tuple{
                field("loss", &Options::loss,
                      {"Anteil, der in jeder Stichprobe fehlt (0 bis 1)",
                       "share that is missing in each sample (0 to 1)"}),
                field("samples", &Options::samples,
                      {"Zahl der Stichproben (sonst 200, in großen Netzen weniger)",
                       "number of samples (else 200, fewer in large networks)"}),
            };
        }
    };

    struct Line {
        ActorId actor;
        Choice role;
        RoleState state = RoleState::not_judged;
        Choice measure{};
        std::optional<double> value{};
        Message expected{};  ///< ranks that fit the role
        Message places{};    ///< ranks the actor may have
        std::optional<std::int64_t> rank{};
        std::optional<std::int64_t> best{};
        std::optional<std::int64_t> worst{};
        Message reason{};  ///< why it is not judged

        static constexpr auto fields() {
            using L = Line;
            return std::tuple{
                field("actor", &L::actor, {"Akteur", "Actor"}),
                field("role", &L::role, {"Erwartete Rolle", "Expected role"}),
                field("state", &L::state, {"Vergleich", "Comparison"}),
                field("measure", &L::measure, {"Maß", "Measure"}),
                field("expected", &L::expected, {"Erwartet", "Expected"}),
                field("places", &L::places, {"Im Netz", "In the network"}),
                field("reason", &L::reason, {"Grund", "Reason"}),
                field("value", &L::value, {"Wert", "Value"}, Unit::none, 1),
                field("rank", &L::rank, {"Platz", "Rank"}),
                field("best", &L::best, {"bester", "best"}),
                field("worst", &L::worst, {"schlechtester", "worst"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t declared = 0;  ///< actors of the layer with an expected role
        std::int64_t differs = 0;
        std::int64_t uncertain = 0;
        std::int64_t fits = 0;
        std::int64_t not_judged = 0;
        double loss = 0;
        std::int64_t samples = 0;
        std::vector<Line> roles;  ///< differing first

        LayerGraph layer;
        std::optional<std::size_t> pivots;  ///< empty: measures are exact

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("declared", &F::declared, {"mit erwarteter Rolle", "with an expected role"}),
                field("differs", &F::differs, {"davon abweichend", "of these differing"}),
                field("uncertain", &F::uncertain, {"davon ungewiss", "of these uncertain"}),
                field("fits", &F::fits, {"davon passend", "of these fitting"}),
                field("not_judged", &F::not_judged, {"davon nicht beurteilt", "not judged"}),
                field("roles", &F::roles, {"Rollen", "Roles"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (loss outside [0, 1), samples outside 1..10000), engine, limit. O(samples n
    /// m), above 1500 actors O(samples m).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

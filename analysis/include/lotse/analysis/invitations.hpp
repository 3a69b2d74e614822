/// Invitations: whom to invite so that everything is represented and most are reached (A09).
#ifndef LOTSE_ANALYSIS_INVITATIONS_HPP
#define LOTSE_ANALYSIS_INVITATIONS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// What has to be represented among the invited.
enum class RequirementKind { topic, sector, area };

constexpr auto enumerators(RequirementKind) {
    using enum RequirementKind;
    return std::array{
        Enumerator{topic, "topic", {"Thema", "Topic"}},
        Enumerator{sector, "sector", {"Sektor", "Sector"}},
        Enumerator{area, "area", {"Gebiet", "Area"}},
    };
}

enum class RequirementState { covered, uncovered, not_recorded };

constexpr auto enumerators(RequirementState) {
    using enum RequirementState;
    return std::array{
        Enumerator{covered, "covered", {"vertreten", "represented"}},
        Enumerator{uncovered, "uncovered", {"nicht vertreten", "not represented"}},
        Enumerator{not_recorded, "not_recorded", {"nicht erhoben", "not recorded"}},
    };
}

/// A list of at most `--size` organisations, --fixed ones always among them, that represents as
/// many requirements as possible; of these lists one that reaches most actors within `--within`
/// steps; of these a shortest one. Requirements: --topic, else all topics with a provider;
/// --sectors, else all sectors of the candidates; every --area. A topic is represented by who
/// offers it or receives referrals for it (as in `paths`), an area by who serves it or sits there.
/// A requirement that no recorded organisation meets is not recorded; that is not none.
///
/// Steps follow all ties of the layer `actors` (unless --layer says otherwise) in both directions:
/// who knows whom. Reach counts the invited themselves. Without --size: 8, or as many as it takes
/// to represent everything that is recorded.
///
/// Exact by branch and bound up to a limit of work, else the best list found, at least the greedy
/// one, with an upper bound of the reach: lotse/graph/max_coverage.hpp. Source: Borgatti (2006),
/// KPP-Pos with m-reach; Church & ReVelle (1974); Nemhauser, Wolsey & Fisher (1978).
struct Invitations {
    struct Options {
        std::vector<std::string> fixed;
        std::vector<std::string> sectors;
        std::optional<int> size;
        int within = 2;

        static constexpr auto fields() {
            return std::tuple{
                field("fixed", &Options::fixed,
                      {"diese Akteure sind auf jeden Fall dabei",
                       "these actors are invited in any case"}),
                field("sectors", &Options::sectors,
                      {"diese Sektoren sollen vertreten sein; sonst alle vorhandenen",
                       "these sectors have to be represented; else all that are present"}),
                field("size", &Options::size,
                      {"höchstens so viele Einladungen; sonst 8 oder so viele wie nötig",
                       "at most so many invitations; else 8 or as many as it takes"}),
                field("within", &Options::within, {"Reichweite in Schritten", "reach in steps"}),
            };
        }
    };

    struct Invitee {
        std::int64_t rank = 0;
        ActorId actor;
        std::optional<Sector> sector{};
        bool fixed = false;
        std::int64_t reach_gain = 0;  ///< actors reached that those before do not reach
        std::int64_t reach_alone = 0;
        std::vector<Choice> covers{};  ///< requirements that those before do not meet

        static constexpr auto fields() {
            using I = Invitee;
            return std::tuple{
                field("rank", &I::rank, {"Rang", "Rank"}),
                field("actor", &I::actor, {"Akteur", "Actor"}),
                field("sector", &I::sector, {"Sektor", "Sector"}),
                field("fixed", &I::fixed, {"gesetzt", "Fixed"}),
                field("reach_gain", &I::reach_gain, {"erreicht zusätzlich", "Reaches in addition"}),
                field("reach_alone", &I::reach_alone, {"erreicht allein", "Reaches alone"}),
                field("covers", &I::covers, {"vertritt zusätzlich", "Represents in addition"}),
            };
        }
    };

    struct Requirement {
        RequirementKind kind = RequirementKind::topic;
        Choice requirement;
        RequirementState state = RequirementState::not_recorded;
        std::int64_t candidates = 0;
        std::vector<Choice> invited{};  ///< who of the list meets it

        static constexpr auto fields() {
            using R = Requirement;
            return std::tuple{
                field("kind", &R::kind, {"Art", "Kind"}),
                field("requirement", &R::requirement, {"Was vertreten sein soll", "Requirement"}),
                field("state", &R::state, {"Stand", "State"}),
                field("candidates", &R::candidates,
                      {"Einrichtungen, die es vertreten können", "Organisations that can"}),
                field("invited", &R::invited, {"davon eingeladen", "Of these invited"}),
            };
        }
    };

    struct Findings {
        std::int64_t invited = 0;
        std::optional<std::int64_t> fewest;  ///< that represent all that is recorded
        Choice search;                       ///< exact or greedy
        std::int64_t covered = 0;
        std::int64_t uncovered = 0;
        std::int64_t not_recorded = 0;
        std::int64_t reach = 0;
        std::int64_t reach_bound = 0;  ///< no list that represents as much reaches more
        std::int64_t actors = 0;
        std::vector<Invitee> invitees;
        std::vector<Requirement> requirements;

        // For explain only.
        LayerGraph layer;
        int within = 0;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("invited", &F::invited, {"Einladungen", "Invitations"}),
                field("fewest", &F::fewest,
                      {"So viele braucht es mindestens, um alles Erfasste zu vertreten",
                       "At least so many represent all that is recorded"}),
                field("search", &F::search, {"Suche", "Search"}),
                field("covered", &F::covered, {"vertreten", "Represented"}),
                field("uncovered", &F::uncovered, {"nicht vertreten", "Not represented"}),
                field("not_recorded", &F::not_recorded, {"nicht erhoben", "Not recorded"}),
                field("reach", &F::reach, {"Erreichte Akteure", "Actors reached"}),
                field("reach_bound", &F::reach_bound,
                      {"Mehr sind nicht möglich als", "No more are possible than"}),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("invitees", &F::invitees, {"Einladungsliste", "Invitees"}),
                field("requirements", &F::requirements,
                      {"Was vertreten sein soll", "Requirements"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown actor or sector, a fixed actor that is no organisation in view, more
    /// fixed ones than --size, numbers out of range).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Brokerage: who stands between two partners that have no tie of their own, and between which
/// sectors (A07).
///
/// Layer `actors` unless --layer says otherwise, as a directed graph: several ties from A to B are
/// one, ties of undirected kinds lead both ways. B brokers the ordered pair (A, C) when A->B and
/// B->C exist and A->C does not. Actors whose sector is not recorded have no role and are left out
/// of the graph, since every triple with them would be guessed.
///
/// Two-mode, on the memberships of the same layer: a body stands between two members without a tie
/// of their own, a member between two bodies without another member in common. That brokerage can
/// be carried over to actors and institutions and ordered by how different the two sides are is the
/// idea of Jasny & Lubell (2015), Social Networks 41, doi:10.1016/j.socnet.2014.11.005; the counts
/// are this project's.
#ifndef LOTSE_ANALYSIS_BROKERAGE_HPP
#define LOTSE_ANALYSIS_BROKERAGE_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

struct Brokerage {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    /// Brokered pairs per role, their expectation in a random network of the same size and sectors
    /// in which pairs are joined both ways and one way as often as here (undirected ties join both
    /// ways, and single arcs would understate how much the counts vary), and the distance from it
    /// in standard deviations. Empty optionals:
    /// the sector is not recorded; a z also where the count cannot vary.
    struct Broker {
        using Count = std::optional<std::int64_t>;
        using Score = std::optional<double>;

        ActorId actor;
        std::optional<Sector> sector{};
        Count coordinator{};
        Count itinerant{};
        Count gatekeeper{};
        Count representative{};
        Count liaison{};
        Count total{};
        Score expected_coordinator{};
        Score z_coordinator{};
        Score expected_itinerant{};
        Score z_itinerant{};
        Score expected_gatekeeper{};
        Score z_gatekeeper{};
        Score expected_representative{};
        Score z_representative{};
        Score expected_liaison{};
        Score z_liaison{};
        Score expected_total{};
        Score z_total{};

        static constexpr auto fields() {
            using B = Broker;
            return std::tuple{
                field("actor", &B::actor, {"Akteur", "Actor"}),
                field("sector", &B::sector, {"Sektor", "Sector"}),
                field("coordinator", &B::coordinator, {"Koordinator", "Coordinator"}),
                field("itinerant", &B::itinerant, {"Außenvermittler", "Itinerant broker"}),
                field("gatekeeper", &B::gatekeeper, {"Torwächter", "Gatekeeper"}),
                field("representative", &B::representative, {"Repräsentant", "Representative"}),
                field("liaison", &B::liaison, {"Verbinder", "Liaison"}),
                field("total", &B::total, {"Zusammen", "Total"}),
                field("expected_coordinator", &B::expected_coordinator,
                      {"Koordinator, erwartet", "Coordinator, expected"}, Unit::none, 1),
                field("z_coordinator", &B::z_coordinator, {"Koordinator, z", "Coordinator, z"},
                      Unit::none, 1),
                field("expected_itinerant", &B::expected_itinerant,
                      {"Außenvermittler, erwartet", "Itinerant broker, expected"}, Unit::none, 1),
                field("z_itinerant", &B::z_itinerant, {"Außenvermittler, z", "Itinerant broker, z"},
                      Unit::none, 1),
                field("expected_gatekeeper", &B::expected_gatekeeper,
                      {"Torwächter, erwartet", "Gatekeeper, expected"}, Unit::none, 1),
                field("z_gatekeeper", &B::z_gatekeeper, {"Torwächter, z", "Gatekeeper, z"},
                      Unit::none, 1),
                field("expected_representative", &B::expected_representative,
                      {"Repräsentant, erwartet", "Representative, expected"}, Unit::none, 1),
                field("z_representative", &B::z_representative,
                      {"Repräsentant, z", "Representative, z"}, Unit::none, 1),
                field("expected_liaison", &B::expected_liaison,
                      {"Verbinder, erwartet", "Liaison, expected"}, Unit::none, 1),
                field("z_liaison", &B::z_liaison, {"Verbinder, z", "Liaison, z"}, Unit::none, 1),
                field("expected_total", &B::expected_total,
                      {"Zusammen, erwartet", "Total, expected"}, Unit::none, 1),
                field("z_total", &B::z_total, {"Zusammen, z", "Total, z"}, Unit::none, 1),
            };
        }
    };

    /// One role: what it means, how often it occurs, and who fills it most.
    struct Role {
        Choice role;
        Message meaning;
        std::int64_t count = 0;
        std::optional<ActorId> most_often{};
        std::optional<std::int64_t> pairs{};  ///< of that actor
        std::optional<std::int64_t> also{};   ///< other actors with as many

        static constexpr auto fields() {
            return std::tuple{
                field("role", &Role::role, {"Rolle", "Role"}),
                field("meaning", &Role::meaning, {"Bedeutung", "Meaning"}),
                field("count", &Role::count, {"Vermittelte Paare", "Brokered pairs"}),
                field("most_often", &Role::most_often, {"Am häufigsten", "Most often"}),
                field("pairs", &Role::pairs, {"davon Paare", "Pairs of these"}),
                field("also", &Role::also, {"Weitere mit gleich vielen", "Others with as many"}),
            };
        }
    };

    /// A body, and the pairs of its members that have no tie of their own: they meet there.
    struct Meeting {
        ActorId body;
        std::int64_t members = 0;
        std::int64_t between = 0;    ///< such pairs of two sectors
        std::int64_t only_here = 0;  ///< of these, with no other body in common
        std::int64_t within = 0;     ///< such pairs of one sector

        static constexpr auto fields() {
            using M = Meeting;
            return std::tuple{
                field("body", &M::body, {"Gremium", "Body"}),
                field("members", &M::members, {"Mitglieder", "Members"}),
                field("between", &M::between, {"Paare aus zwei Sektoren", "Pairs of two sectors"}),
                field("only_here", &M::only_here, {"davon nur hier", "of these only here"}),
                field("within", &M::within, {"Paare aus einem Sektor", "Pairs of one sector"}),
            };
        }
    };

    /// A member of several bodies, and the pairs of bodies that it alone joins.
    struct Link {
        ActorId actor;
        std::optional<Sector> sector{};
        std::int64_t bodies = 0;
        std::int64_t joined = 0;  ///< pairs of its bodies without another member in common or a tie

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Link::actor, {"Akteur", "Actor"}),
                field("sector", &Link::sector, {"Sektor", "Sector"}),
                field("bodies", &Link::bodies, {"Gremien", "Bodies"}),
                field(
                    "joined", &Link::joined,
                    {"Gremienpaare nur über dieses Mitglied", "Pairs of bodies through it alone"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t without_sector = 0;
        std::int64_t sectors = 0;
        std::int64_t directed_ties = 0;  ///< edges of the graph
        std::optional<double> density;
        std::int64_t brokered_pairs = 0;  ///< a pair counts once for each broker
        std::vector<Broker> actors;       ///< by total, then key; without a sector last
        std::vector<Role> roles;
        std::vector<Meeting> meetings;  ///< by pairs of two sectors
        std::vector<Link> links;        ///< by joined pairs

        LayerGraph layer;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("without_sector", &F::without_sector,
                      {"Ohne erfassten Sektor", "Without a recorded sector"}),
                field("sectors", &F::sectors, {"Sektoren", "Sectors"}),
                field("directed_ties", &F::directed_ties,
                      {"Gerichtete Verbindungen", "Directed connections"}),
                field("density", &F::density, {"Dichte", "Density"}, Unit::share),
                field("brokered_pairs", &F::brokered_pairs,
                      {"Vermittelte Paare", "Brokered pairs"}),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("roles", &F::roles, {"Rollen", "Roles"}),
                field("meetings", &F::meetings,
                      {"Gremien, in denen sich Unverbundene treffen",
                       "Bodies where those without a tie meet"}),
                field("links", &F::links,
                      {"Mitglieder, die Gremien verbinden", "Members that join bodies"}),
            };
        }
    };

    static Info info();
    /// Errors: none of its own. O(n + paths of two ties).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Paths: over whom one gets from an actor to another, to an offer or to a topic, within the law.
#ifndef LOTSE_ANALYSIS_PATHS_HPP
#define LOTSE_ANALYSIS_PATHS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Whether a hop keeps to the mandate of who makes it.
enum class Legality {
    legal,    ///< the basis is in the allow-list, or a free body needs none
    unclear,  ///< no legal basis is recorded, or one that no rule in force speaks of for who acts
    outside   ///< the recorded basis is not in the allow-list
};

constexpr auto enumerators(Legality) {
    using enum Legality;
    return std::array{
        Enumerator{legal, "legal", {"im Auftrag", "within the mandate"}},
        Enumerator{unclear, "unclear", {"ungeklärt", "unclear"}},
        Enumerator{outside, "outside", {"außerhalb des Auftrags", "outside the mandate"}},
    };
}

/// What two actors share who could be tied.
enum class Shared { body, area, nothing };

constexpr auto enumerators(Shared) {
    using enum Shared;
    return std::array{
        Enumerator{body, "body", {"gemeinsames Gremium", "a common body"}},
        Enumerator{area, "area", {"gemeinsames Gebiet", "a common area"}},
        Enumerator{nothing, "nothing", {"nichts Erfasstes", "nothing recorded"}},
    };
}

/// The k cheapest ways without a detour over the same actor, from an actor to the nearest goals: an
/// actor; an offer's providers (else its host); the actors of a kind; for a topic the actors that
/// provide a running offer of it or receive referrals for it.
///
/// A way follows refers_to and informs forwards and memberships (member_of, leads, hosts_office)
/// both ways: over a body its members meet. With `--layer` all kinds of that layer may be used, the
/// others both ways. A way ends at the first goal it meets.
///
/// Cost: 1 for each hand-off, plus weights where it is looser, see analysis/path_graph.cpp.
///
/// With `--mandate` a hop is legal if its legal basis is in the allow-list of a legal circle
/// of who acts (of the member, in a membership) on the reference date, on condition or not; free
/// bodies need no basis. Unclear is a hop without a basis, one on a basis that no rule speaks of or
/// that was in the allow-list before (what replaces it may allow the same), and one of somebody
/// without a legal circle; on another basis it is outside. A way is as good as its worst hop. Legal
/// ways come first, then unclear ones; those with a hop outside are named apart and are no ways.
///
/// Where no way leads there, `missing_link` names the fewest new ties that would make one, rather
/// between actors that share a body or an area. `hand_over` is the first actor on the best way that
/// is a goal itself or whose own next hop is legal: from there others can go on.
///
/// Source: QUESTIONS A04 and A05; method and cost: lotse/graph/boost_paths.hpp.
struct Paths {
    struct Options {
        std::string from;
        std::string to;
        int k = 3;
        Flag mandate = Flag::off;

        static constexpr auto fields() {
            return std::tuple{
                field("from", &Options::from,
                      {"von diesem Akteur (Schlüssel)", "from actor (key)"}),
                field("to", &Options::to,
                      {"zu Akteur, Angebot, topic=CODE oder kind=CODE",
                       "to actor, offer, topic=CODE or kind=CODE"}),
                field("k", &Options::k, {"Anzahl der Wege", "number of paths"}),
                field("mandate", &Options::mandate,
                      {"Wege im gesetzlichen Auftrag zuerst, dann ungeklärte; keine außerhalb",
                       "ways within the legal mandate first, then unclear ones; none outside"}),
            };
        }
    };

    struct Path {
        std::int64_t rank = 0;
        double cost = 0;
        std::int64_t handoffs = 0;
        Legality legality = Legality::legal;
        ActorId target;
        std::vector<std::string> way;  ///< names

        static constexpr auto fields() {
            return std::tuple{
                field("rank", &Path::rank, {"Rang", "Rank"}),
                field("cost", &Path::cost, {"Aufwand", "Cost"}, Unit::none, 2),
                field("handoffs", &Path::handoffs, {"Schritte", "Hand-offs"}, Unit::steps),
                field("legality", &Path::legality, {"Auftrag", "Mandate"}),
                field("target", &Path::target, {"Ziel", "Target"}),
                field("way", &Path::way, {"Weg", "Way"}),
            };
        }
    };

    struct Hop {
        std::int64_t path = 0;
        std::int64_t step = 0;
        ActorId from;
        ActorId to;
        std::string tie;  ///< as recorded: "FROM>TO:KIND"
        TieKind kind = TieKind::refers_to;
        Choice step_kind;  ///< the kind, in the words of the direction in which the step goes
        std::optional<Choice> legal_basis;
        Legality legality = Legality::legal;
        std::optional<Message> condition;
        double cost = 0;
        bool weakest = false;

        static constexpr auto fields() {
            return std::tuple{
                field("path", &Hop::path, {"Weg", "Path"}),
                field("step", &Hop::step, {"Schritt", "Step"}),
                field("from", &Hop::from, {"Von", "From"}),
                field("to", &Hop::to, {"An", "To"}),
                field("tie", &Hop::tie, {"Beziehung", "Tie"}),
                field("kind", &Hop::step_kind, {"Art", "Kind"}),
                field("legal_basis", &Hop::legal_basis, {"Rechtsgrundlage", "Legal basis"}),
                field("legality", &Hop::legality, {"Auftrag", "Mandate"}),
                field("condition", &Hop::condition, {"Bedingung", "Condition"}),
                field("cost", &Hop::cost, {"Aufwand", "Cost"}, Unit::none, 2),
                field("weakest", &Hop::weakest, {"schwächstes Glied", "Weakest hop"}),
            };
        }
    };

    struct MissingLink {
        ActorId from;
        ActorId to;
        TieKind kind = TieKind::refers_to;
        Shared shared = Shared::nothing;

        static constexpr auto fields() {
            return std::tuple{
                field("from", &MissingLink::from, {"Von", "From"}),
                field("to", &MissingLink::to, {"An", "To"}),
                field("kind", &MissingLink::kind, {"Art", "Kind"}),
                field("shared", &MissingLink::shared, {"Gemeinsam", "Shared"}),
            };
        }
    };

    /// A hop outside the mandate on a way that would otherwise lead there.
    struct OutsideHop {
        ActorId from;
        ActorId to;
        std::optional<Choice> legal_basis;
        std::vector<std::string> way;  ///< names

        static constexpr auto fields() {
            return std::tuple{
                field("from", &OutsideHop::from, {"Von", "From"}),
                field("to", &OutsideHop::to, {"An", "To"}),
                field("legal_basis", &OutsideHop::legal_basis, {"Rechtsgrundlage", "Legal basis"}),
                field("way", &OutsideHop::way, {"Weg", "Way"}),
            };
        }
    };

    struct Findings {
        bool reachable = false;
        std::vector<std::string> missing_link;  ///< "FROM>TO:KIND", as --with takes it
        std::optional<ActorId> hand_over;
        std::int64_t targets = 0;
        std::vector<Path> paths;
        std::vector<Hop> hops;
        std::vector<MissingLink> missing;
        std::vector<OutsideHop> outside;

        bool only_referred_to = false;  ///< the start is the goal by referrals, without an offer

        // For explain only.
        std::optional<std::vector<ActorId>> offering;  ///< of a topic: those with a running offer
        /// Of `offering`: not recorded whether their offers are open to the groups asked for.
        std::vector<ActorId> perhaps;
        std::vector<OfferId> not_running;  ///< offers on the topic that are planned or over
        std::vector<ActorId> no_goals;     ///< recorded for the goal, but no part of the layer
        bool leads_to_offers = false;      ///< not to an actor or a kind of actors
        Message from_name;
        Message goal;
        Flag mandate = Flag::off;
        bool complete = true;
        std::vector<std::string> rules;  ///< sources of the mandates used
        std::vector<Message> notes;

        static constexpr auto fields() {
            return std::tuple{
                field("reachable", &Findings::reachable, {"erreichbar", "Reachable"}),
                field("missing_link", &Findings::missing_link, {"fehlendes Glied", "Missing link"}),
                field("hand_over", &Findings::hand_over, {"Übergabe an", "Hand-over to"}),
                field("targets", &Findings::targets, {"Mögliche Ziele", "Possible targets"}),
                field("paths", &Findings::paths, {"Wege", "Paths"}),
                field("hops", &Findings::hops, {"Schritte", "Hops"}),
                field("missing", &Findings::missing, {"Fehlende Beziehungen", "Missing ties"}),
                field("outside", &Findings::outside,
                      {"Außerhalb des Auftrags", "Outside the mandate"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (no --from or --to, unknown key or code, k below 1).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    /// Sentences: that no way is recorded, and why as far as it is known. Precondition: not
    /// reachable.
    static std::vector<Message> why_no_way(const View& view, const Findings& findings);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

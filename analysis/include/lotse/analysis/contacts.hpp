/// Contacts: which roles of an actor are named, vacant, out of date or not recorded. Roles only.
#ifndef LOTSE_ANALYSIS_CONTACTS_HPP
#define LOTSE_ANALYSIS_CONTACTS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

enum class ContactState { named, vacant, outdated, unknown, not_recorded };

constexpr auto enumerators(ContactState) {
    using enum ContactState;
    return std::array{
        Enumerator{named, "named", {"benannt", "named"}},
        Enumerator{vacant, "vacant", {"nicht besetzt", "vacant"}},
        Enumerator{outdated, "outdated", {"veraltet", "outdated"}},
        Enumerator{unknown, "unknown", {"unbekannt", "unknown"}},
        Enumerator{not_recorded, "not_recorded", {"nicht erhoben", "not recorded"}},
    };
}

/// Actors by roles. A cell is a role that an actor is expected to name (code list
/// contact_requirements, by kind of actor) or that the table contacts records for it.
///
/// - *named*: recorded as filled, and confirmed within the months of review_periods `contact`
///   (12), or without a date.
/// - *outdated*: recorded as filled, but the date is certainly older than that.
/// - *vacant*: recorded as not filled. *unknown*: somebody recorded that it is not known.
/// - *not_recorded*: expected, and the table has no row. That is no vacancy.
///
/// Of several rows for one actor and role the newest counts. Categories of actors are not expected
/// to name anybody. Mailboxes are not shown.
///
/// Pairs: jobcenters and health conferences that work for a common area, with the first expected
/// role of either side. How often they meet is not part of the data.
///
/// Cost: O(actors + contacts log contacts + jobcenters x health conferences).
/// Source: QUESTIONS A14; the roles follow the results of the workshop in Bochum.
struct Contacts {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    struct Cell {
        ActorId actor;
        ContactState state = ContactState::not_recorded;
        Choice role;
        std::optional<PartialDate> as_of;
        std::optional<ActorId> ask;  ///< where the actor itself is not the one
        bool expected = false;
        ThreeValued older = ThreeValued::unknown;  ///< than the period, whatever the state
        Choice kind;

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Cell::actor, {"Akteur", "Actor"}),
                field("state", &Cell::state, {"Stand der Rolle", "State"}),
                field("role", &Cell::role, {"Rolle", "Role"}),
                field("as_of", &Cell::as_of, {"Stand vom", "As of"}),
                field("ask", &Cell::ask, {"Wen fragen", "Whom to ask"}),
                field("expected", &Cell::expected, {"erwartet", "Expected"}),
                field("older", &Cell::older, {"länger nicht bestätigt", "Not confirmed for long"}),
                field("kind", &Cell::kind, {"Art", "Kind"}),
            };
        }
    };

    /// The two sides of a regular exchange.
    struct Pair {
        ActorId jobcenter;
        ContactState jobcenter_state = ContactState::not_recorded;
        ActorId conference;
        ContactState conference_state = ContactState::not_recorded;
        ThreeValued complete = ThreeValued::unknown;  ///< no: a side is vacant or outdated

        static constexpr auto fields() {
            return std::tuple{
                field("jobcenter", &Pair::jobcenter, {"Jobcenter", "Jobcenter"}),
                field("jobcenter_state", &Pair::jobcenter_state,
                      {"Gesundheit im Jobcenter", "Health in the jobcenter"}),
                field("conference", &Pair::conference, {"Gesundheitskonferenz", "Conference"}),
                field("conference_state", &Pair::conference_state,
                      {"Zielgruppe Arbeitslose", "Unemployed people"}),
                field("complete", &Pair::complete,
                      {"auf beiden Seiten benannt", "Named on both sides"}),
            };
        }
    };

    struct Findings {
        std::int64_t cells = 0;
        std::int64_t expected = 0;
        std::int64_t expected_named = 0;
        std::int64_t named = 0;
        std::int64_t vacant = 0;
        std::int64_t outdated = 0;
        std::int64_t unknown = 0;
        std::int64_t not_recorded = 0;
        std::int64_t older = 0;  ///< rows not confirmed for long, whatever their state
        std::int64_t undated = 0;
        std::int64_t pairs_complete = 0;
        std::vector<Cell> contacts;  ///< vacant first
        std::vector<Pair> pairs;

        static constexpr auto fields() {
            return std::tuple{
                field("cells", &Findings::cells, {"Ansprechstellen", "Contacts"}),
                field("expected", &Findings::expected, {"davon erwartet", "Of these expected"}),
                field("expected_named", &Findings::expected_named,
                      {"erwartet und benannt", "Expected and named"}),
                field("named", &Findings::named, {"benannt", "Named"}),
                field("vacant", &Findings::vacant, {"nicht besetzt", "Vacant"}),
                field("outdated", &Findings::outdated, {"veraltet", "Outdated"}),
                field("unknown", &Findings::unknown, {"unbekannt", "Unknown"}),
                field("not_recorded", &Findings::not_recorded, {"nicht erhoben", "Not recorded"}),
                field("older", &Findings::older,
                      {"länger nicht bestätigt", "Not confirmed for long"}),
                field("undated", &Findings::undated,
                      {"erfasst ohne Datum", "Recorded without a date"}),
                field("pairs_complete", &Findings::pairs_complete,
                      {"Paare, auf beiden Seiten benannt", "Pairs named on both sides"}),
                field("contacts", &Findings::contacts, {"Ansprechstellen", "Contacts"}),
                field("pairs", &Findings::pairs,
                      {"Jobcenter und Gesundheitskonferenz", "Jobcenter and health conference"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Bodies: who sits in which body, where a jobcenter is missing, and what bodies have in common.
#ifndef LOTSE_ANALYSIS_BODIES_HPP
#define LOTSE_ANALYSIS_BODIES_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

enum class Representation { present, not_among_recorded, not_recorded };

constexpr auto enumerators(Representation) {
    using enum Representation;
    return std::array{
        Enumerator{present, "present", {"vertreten", "represented"}},
        Enumerator{not_among_recorded,
                   "not_among_recorded",
                   {"nicht unter den erfassten", "not among the recorded"}},
        Enumerator{not_recorded, "not_recorded", {"nicht erhoben", "not recorded"}},
    };
}

/// How a jobcenter stands to a body of its area.
enum class SeatState {
    without_jobcenter,
    proposed,
    members_not_recorded,
    jobcenter_not_recorded,
    does_not_exist,
    body_not_recorded,
    member  ///< the order is that of the table: what needs somebody to act first
};

constexpr auto enumerators(SeatState) {
    using enum SeatState;
    return std::array{
        Enumerator{member, "member", {"Mitglied", "member"}},
        Enumerator{proposed, "proposed", {"geplant oder vorgeschlagen", "planned or proposed"}},
        Enumerator{without_jobcenter, "without_jobcenter", {"ohne Jobcenter", "no jobcenter"}},
        Enumerator{members_not_recorded,
                   "members_not_recorded",
                   {"Mitglieder nicht erhoben", "members not recorded"}},
        Enumerator{jobcenter_not_recorded,
                   "jobcenter_not_recorded",
                   {"Jobcenter nicht erhoben", "jobcenter not recorded"}},
        Enumerator{
            body_not_recorded, "body_not_recorded", {"Gremium nicht erhoben", "body not recorded"}},
        Enumerator{does_not_exist, "does_not_exist", {"existiert nicht", "does not exist"}},
    };
}

/// Why somebody is expected in a body.
enum class Basis { law, former_regulation, wish, project, network };

constexpr auto enumerators(Basis) {
    using enum Basis;
    return std::array{
        Enumerator{law, "law", {"Gesetz (nur NRW)", "law (NRW only)"}},
        Enumerator{former_regulation,
                   "former_regulation",
                   {"frühere Verordnung (NRW)", "former regulation (NRW)"}},
        Enumerator{wish, "wish", {"Wunsch (Workshop Bochum)", "wish (Bochum workshop)"}},
        Enumerator{project, "project", {"Festlegung des Projekts", "decision of the project"}},
        Enumerator{network, "network", {"Festlegung dieses Netzes", "decision of this network"}},
    };
}

/// Actors by bodies. A body is an actor of a kind with the role `body`; who has a seat is who is
/// recorded as a member, its lead or its office. The matrix is kept as pairs; the numbers of
/// members that two bodies share are the off-diagonal entries of A'A, A being the matrix of actors
/// by bodies (Breiger 1974).
///
/// *Jobcenters*: per area (Kreise unless --by), health conferences and steering groups that work
/// for it or a part of it, and the jobcenters that do, branches counted with their head office.
/// `without_jobcenter` means: members are recorded, and no seat of this jobcenter. Without any
/// recorded member it is not known. `does_not_exist` only where the body's row says that it has
/// ended, or is planned or proposed. Whom to write to: office, else lead, else the health office.
///
/// *Missing*: members that the list body_templates expects, with what the expectation rests on.
/// Members are organisations; that somebody speaks for a group in person cannot be recorded.
///
/// Cost: O(ties log ties + areas x actors + bodies x actors x expected members).
/// Source: Breiger, R. L. (1974), The Duality of Persons and Groups, Social Forces 53(2), 181-190,
/// doi:10.2307/2576011.
struct Bodies {
    struct Options {
        std::string by;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Gebiete: state, region, district, municipality, quarter",
                       "level of the areas: state, region, district, municipality, quarter"})};
        }
    };

    struct AreaRow {
        AreaId area;
        Choice body_kind{};
        SeatState state = SeatState::body_not_recorded;
        std::optional<ActorId> body{};
        std::optional<ActorId> jobcenter{};
        std::vector<Choice> seats{};  ///< kinds of ties
        std::optional<ActorId> write_to{};
        std::vector<Choice> examples{};  ///< bodies of the kind elsewhere in which a jobcenter sits

        static constexpr auto fields() {
            return std::tuple{
                field("area", &AreaRow::area, {"Gebiet", "Area"}),
                field("body_kind", &AreaRow::body_kind, {"Art des Gremiums", "Kind of body"}),
                field("state", &AreaRow::state, {"Jobcenter im Gremium", "Jobcenter in the body"}),
                field("body", &AreaRow::body, {"Gremium", "Body"}),
                field("jobcenter", &AreaRow::jobcenter, {"Jobcenter", "Jobcenter"}),
                field("seats", &AreaRow::seats, {"Das Jobcenter …", "The jobcenter …"}),
                field("write_to", &AreaRow::write_to, {"An wen schreiben", "Whom to write to"}),
                field("examples", &AreaRow::examples,
                      {"Vorbilder mit Jobcenter", "Examples with a jobcenter"}),
            };
        }
    };

    struct BodyRow {
        ActorId actor;
        Choice kind{};
        std::optional<std::int64_t> members{};  ///< recorded; empty: none recorded
        Representation jobcenter = Representation::not_recorded;
        Representation health_office = Representation::not_recorded;
        Representation target_group = Representation::not_recorded;
        std::vector<Choice> sectors{};
        std::optional<std::int64_t> missing{};  ///< empty: nothing expected, or no members recorded
        std::optional<ActorId> write_to{};

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &BodyRow::actor, {"Gremium", "Body"}),
                field("members", &BodyRow::members, {"erfasste Mitglieder", "Recorded members"}),
                field("jobcenter", &BodyRow::jobcenter, {"Jobcenter", "Jobcenter"}),
                field("health_office", &BodyRow::health_office,
                      {"Gesundheitsamt", "Health office"}),
                field("target_group", &BodyRow::target_group,
                      {"Arbeitsloseninitiative oder Selbsthilfe",
                       "Unemployed initiative or self-help"}),
                field("missing", &BodyRow::missing, {"fehlende Erwartete", "Expected but missing"}),
                field("sectors", &BodyRow::sectors, {"Sektoren", "Sectors"}),
                field("write_to", &BodyRow::write_to,
                      {"Geschäftsstelle oder Leitung", "Office or lead"}),
                field("kind", &BodyRow::kind, {"Art", "Kind"}),
            };
        }
    };

    struct Missing {
        ActorId body;
        Choice expected{};
        Basis basis = Basis::project;
        std::vector<Choice> candidates{};  ///< up to three from the same area
        std::int64_t others_with = 0;      ///< other bodies of the kind that have it
        std::int64_t others = 0;           ///< other bodies of the kind with recorded members

        static constexpr auto fields() {
            return std::tuple{
                field("body", &Missing::body, {"Gremium", "Body"}),
                field("expected", &Missing::expected, {"erwartet", "Expected"}),
                field("basis", &Missing::basis, {"Grundlage", "Basis"}),
                field("candidates", &Missing::candidates,
                      {"im Gebiet vorhanden", "Present in the area"}),
                field("others_with", &Missing::others_with,
                      {"andere Gremien damit", "Other bodies that have it"}),
                field("others", &Missing::others,
                      {"andere Gremien dieser Art", "Other bodies of the kind"}),
            };
        }
    };

    struct Interlock {
        ActorId body;
        ActorId other;
        std::int64_t shared = 0;
        std::vector<Choice> members{};

        static constexpr auto fields() {
            return std::tuple{
                field("body", &Interlock::body, {"Gremium", "Body"}),
                field("other", &Interlock::other, {"anderes Gremium", "Other body"}),
                field("shared", &Interlock::shared, {"gemeinsame Mitglieder", "Shared members"}),
                field("members", &Interlock::members, {"welche", "Which"}),
            };
        }
    };

    struct Member {
        ActorId actor;
        std::optional<Sector> sector{};
        ActorId body;
        std::vector<Choice> seats{};
        std::int64_t bodies = 0;  ///< in how many bodies the actor sits

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Member::actor, {"Akteur", "Actor"}),
                field("seats", &Member::seats, {"Beteiligung", "Seat"}),
                field("body", &Member::body, {"Gremium", "Body"}),
                field("bodies", &Member::bodies, {"Gremien insgesamt", "Bodies in all"}),
                field("sector", &Member::sector, {"Sektor", "Sector"}),
            };
        }
    };

    struct Findings {
        std::int64_t body_count = 0;
        std::int64_t with_members = 0;
        std::int64_t member_count = 0;
        std::int64_t jobcenter_member = 0;  ///< rows of `areas` in this state, and so on
        std::int64_t without_jobcenter = 0;
        std::int64_t proposed = 0;
        std::int64_t members_not_recorded = 0;
        std::int64_t jobcenter_not_recorded = 0;
        std::int64_t body_not_recorded = 0;
        std::int64_t does_not_exist = 0;
        std::vector<AreaRow> areas;  ///< what needs somebody to act first
        std::vector<BodyRow> bodies;
        std::vector<Missing> missing;
        std::vector<Interlock> interlocks;
        std::vector<Member> members;  ///< the matrix, actors in most bodies first

        static constexpr auto fields() {
            return std::tuple{
                field("body_count", &Findings::body_count, {"Gremien", "Bodies"}),
                field("with_members", &Findings::with_members,
                      {"davon mit erfassten Mitgliedern", "Of these with recorded members"}),
                field("member_count", &Findings::member_count,
                      {"Akteure in Gremien", "Actors in bodies"}),
                field("jobcenter_member", &Findings::jobcenter_member,
                      {"Jobcenter ist Mitglied", "Jobcenter is a member"}),
                field("without_jobcenter", &Findings::without_jobcenter,
                      {"ohne Jobcenter", "No jobcenter"}),
                field("proposed", &Findings::proposed,
                      {"geplant oder vorgeschlagen", "Planned or proposed"}),
                field("members_not_recorded", &Findings::members_not_recorded,
                      {"Mitglieder nicht erhoben", "Members not recorded"}),
                field("jobcenter_not_recorded", &Findings::jobcenter_not_recorded,
                      {"Jobcenter nicht erhoben", "Jobcenter not recorded"}),
                field("body_not_recorded", &Findings::body_not_recorded,
                      {"Gremium nicht erhoben", "Body not recorded"}),
                field("does_not_exist", &Findings::does_not_exist,
                      {"Gremium existiert nicht", "Body does not exist"}),
                field("areas", &Findings::areas,
                      {"Jobcenter in Gesundheitskonferenz und Steuerungsgremium",
                       "Jobcenters in health conferences and steering groups"}),
                field("bodies", &Findings::bodies, {"Gremien", "Bodies"}),
                field("missing", &Findings::missing,
                      {"Erwartete Mitglieder, die fehlen", "Expected members that are missing"}),
                field("interlocks", &Findings::interlocks,
                      {"Gremien mit gemeinsamen Mitgliedern", "Bodies that share members"}),
                field("members", &Findings::members,
                      {"Wer sitzt in welchem Gremium", "Who sits in which body"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown level).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

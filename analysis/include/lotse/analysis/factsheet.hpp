/// Factsheet: everything recorded about one actor or one area, on one page.
#ifndef LOTSE_ANALYSIS_FACTSHEET_HPP
#define LOTSE_ANALYSIS_FACTSHEET_HPP

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/peers.hpp>
#include <lotse/analysis/tie_direction.hpp>

namespace lotse::analysis {

/// With `--actor` the sheet of an actor, else that of the one area chosen by `--area`. It gathers
/// rows and results of other analyses and adds none of its own:
///
/// - the facts of the row itself, with what is not recorded named;
/// - of an actor its contacts, offers, bodies, ties, position in the layer `actors` (Centrality),
///   and the best way to every topic on offer (Paths);
/// - of an area the actors and bodies that serve it or sit there, their contacts and agenda, and
///   the offers that reach it, and its three nearest peers (Peers);
/// - the open cells of the coverage matrix for the area, or for where the actor works (Coverage);
/// - next steps that follow from a recorded fact or from a gap in the record;
/// - the sources of all these rows.
///
/// Mailboxes are not part of it. Cost: that of Coverage and, per topic, of Paths.
struct Factsheet {
    struct Options {
        std::string actor;

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Options::actor,
                      {"Steckbrief dieses Akteurs (Schlüssel); sonst des Gebiets aus --area",
                       "sheet of this actor (key); else of the area given by --area"})};
        }
    };

    struct Fact {
        Choice fact;
        std::vector<Choice> value;  ///< empty: not recorded

        static constexpr auto fields() {
            return std::tuple{field("fact", &Fact::fact, {"Angabe", "Fact"}),
                              field("value", &Fact::value, {"Inhalt", "Value"})};
        }
    };

    /// A figure of the area.
    struct Figure {
        Choice figure;
        Guarded<std::int64_t> persons;  ///< withheld as by `needs`

        static constexpr auto fields() {
            return std::tuple{
                field("figure", &Figure::figure, {"Kennzahl", "Figure"}),
                field("persons", &Figure::persons, {"Menschen", "People"}, Unit::persons)};
        }
    };

    struct ContactRole {
        ActorId actor;
        Choice role;
        ThreeValued filled = ThreeValued::unknown;
        std::optional<PartialDate> as_of;

        static constexpr auto fields() {
            return std::tuple{field("actor", &ContactRole::actor, {"Akteur", "Actor"}),
                              field("role", &ContactRole::role, {"Rolle", "Role"}),
                              field("filled", &ContactRole::filled, {"Besetzt", "Filled"}),
                              field("as_of", &ContactRole::as_of, {"Stand", "As of"})};
        }
    };

    struct OfferRow {
        OfferId offer;
        std::vector<Choice> topics;
        std::vector<Choice> parts;  ///< of an actor: provider, host, funder
        std::optional<Choice> form;
        ThreeValued free = ThreeValued::unknown;
        std::optional<PartialDate> start;
        std::optional<PartialDate> end;
        std::optional<Choice> status;  ///< as the dates have it: planned before the start

        static constexpr auto fields() {
            return std::tuple{field("offer", &OfferRow::offer, {"Angebot", "Offer"}),
                              field("topics", &OfferRow::topics, {"Themen", "Topics"}),
                              field("parts", &OfferRow::parts, {"Aufgabe", "Part"}),
                              field("form", &OfferRow::form, {"Form", "Form"}),
                              field("free", &OfferRow::free, {"Kostenfrei", "Free"}),
                              field("start", &OfferRow::start, {"Beginn", "Start"}),
                              field("end", &OfferRow::end, {"Ende", "End"}),
                              field("status", &OfferRow::status, {"Status", "Status"})};
        }
    };

    struct BodyRow {
        ActorId body;
        Choice kind;
        std::vector<Choice> parts;            ///< of an actor: leads, hosts the office, is member
        std::optional<std::int64_t> members;  ///< empty: no member is recorded

        static constexpr auto fields() {
            return std::tuple{
                field("body", &BodyRow::body, {"Gremium", "Body"}),
                field("kind", &BodyRow::kind, {"Art", "Kind"}),
                field("parts", &BodyRow::parts, {"Aufgabe", "Part"}),
                field("members", &BodyRow::members, {"Erfasste Mitglieder", "Recorded members"})};
        }
    };

    /// A tie of the actor to a partner, programme or agreement.
    struct TieRow {
        ActorId partner;
        TieDirection direction = TieDirection::mutual;
        TieKind kind = TieKind::cooperates;
        Choice seen_kind;  ///< the kind, in the words of the direction
        std::optional<Choice> level;
        std::vector<Choice> topics;
        std::optional<Choice> confirmed_by;
        std::optional<PartialDate> until;
        std::optional<Choice> status;  ///< that counts on the date
        bool planned = false;

        static constexpr auto fields() {
            return std::tuple{
                field("partner", &TieRow::partner, {"Partner", "Partner"}),
                field("direction", &TieRow::direction, {"Richtung", "Direction"}),
                field("kind", &TieRow::seen_kind, {"Art", "Kind"}),
                field("level", &TieRow::level, {"Stufe", "Level"}),
                field("topics", &TieRow::topics, {"Themen", "Topics"}),
                field("confirmed_by", &TieRow::confirmed_by, {"Bestätigt von", "Confirmed by"}),
                field("until", &TieRow::until, {"Bis", "Until"}),
                field("status", &TieRow::status, {"Status", "Status"})};
        }
    };

    /// An actor of the area.
    struct ActorRow {
        ActorId actor;
        Choice kind;
        std::optional<Sector> sector;

        static constexpr auto fields() {
            return std::tuple{field("actor", &ActorRow::actor, {"Akteur", "Actor"}),
                              field("kind", &ActorRow::kind, {"Art", "Kind"}),
                              field("sector", &ActorRow::sector, {"Sektor", "Sector"})};
        }
    };

    struct Position {
        Choice measure;
        std::optional<double> value;
        std::int64_t rank = 0;  ///< 1 + number of actors with a larger value
        std::int64_t of = 0;    ///< actors of the layer

        static constexpr auto fields() {
            return std::tuple{field("measure", &Position::measure, {"Maß", "Measure"}),
                              field("value", &Position::value, {"Wert", "Value"}),
                              field("rank", &Position::rank, {"Rang", "Rank"}),
                              field("of", &Position::of, {"von", "of"})};
        }
    };

    struct Way {
        Choice topic;
        bool reachable = false;
        std::optional<std::int64_t> handoffs;
        std::vector<std::string> way;   ///< names
        bool only_referred_to = false;  ///< as in Paths::Findings

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &Way::topic, {"Thema", "Topic"}),
                field("reachable", &Way::reachable, {"Weg erfasst", "Way recorded"}),
                field("handoffs", &Way::handoffs, {"Schritte", "Hand-offs"}, Unit::steps),
                field("way", &Way::way, {"Weg", "Way"})};
        }
    };

    struct Gap {
        AreaId area;
        Choice topic;
        CoverageState state = CoverageState::unknown;
        std::optional<Choice> reason;
        std::optional<ActorId> ask;

        static constexpr auto fields() {
            return std::tuple{field("area", &Gap::area, {"Gebiet", "Area"}),
                              field("topic", &Gap::topic, {"Thema", "Topic"}),
                              field("state", &Gap::state, {"Stand", "State"}),
                              field("reason", &Gap::reason, {"Grund", "Reason"}),
                              field("ask", &Gap::ask, {"Wen fragen", "Whom to ask"})};
        }
    };

    struct AgendaRow {
        ActorId body;
        Choice topic;
        Choice stage;
        std::optional<PartialDate> date;
        std::string next_step;

        static constexpr auto fields() {
            return std::tuple{
                field("body", &AgendaRow::body, {"Gremium", "Body"}),
                field("topic", &AgendaRow::topic, {"Thema", "Topic"}),
                field("stage", &AgendaRow::stage, {"Stufe", "Stage"}),
                field("date", &AgendaRow::date, {"Datum", "Date"}),
                field("next_step", &AgendaRow::next_step, {"Nächster Schritt", "Next step"})};
        }
    };

    struct Step {
        Message step;
        Choice look;  ///< command or table that helps

        static constexpr auto fields() {
            return std::tuple{field("step", &Step::step, {"Nächster Schritt", "Next step"}),
                              field("look", &Step::look, {"Befehl, Blatt", "Command, sheet"})};
        }
    };

    struct SourceRow {
        Choice source;  ///< key and title; of a free text the text itself
        std::optional<PartialDate> date;

        static constexpr auto fields() {
            return std::tuple{field("source", &SourceRow::source, {"Quelle", "Source"}),
                              field("date", &SourceRow::date, {"Datum", "Date"})};
        }
    };

    struct Findings {
        std::optional<ActorId> actor;      ///< whom the sheet is about,
        std::optional<AreaId> area;        ///< or which area
        std::optional<PartialDate> as_of;  ///< the newest date of its rows
        std::vector<Fact> facts;
        std::vector<Figure> figures;
        std::vector<Step> steps;
        std::vector<ContactRole> contacts;
        std::vector<OfferRow> offers;
        std::vector<BodyRow> bodies;
        std::vector<TieRow> ties;
        std::vector<ActorRow> actors;
        std::vector<AgendaRow> agenda;
        std::vector<Position> position;
        std::vector<Way> ways;
        std::vector<Gap> gaps;
        std::vector<Peers::PeerRow> peers;
        std::vector<SourceRow> sources;

        std::optional<std::size_t> pivots;  ///< position estimated from so many; empty: exact

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Findings::actor, {"Akteur", "Actor"}),
                field("area", &Findings::area, {"Gebiet", "Area"}),
                field("as_of", &Findings::as_of, {"Stand", "As of"}),
                field("facts", &Findings::facts, {"Angaben", "Facts"}),
                field("figures", &Findings::figures, {"Zahlen zum Gebiet", "Figures of the area"}),
                field("steps", &Findings::steps, {"Nächste Schritte", "Next steps"}),
                field("contacts", &Findings::contacts, {"Ansprechstellen", "Contacts"}),
                field("offers", &Findings::offers, {"Angebote", "Offers"}),
                field("bodies", &Findings::bodies, {"Gremien", "Bodies"}),
                field("ties", &Findings::ties, {"Beziehungen", "Ties"}),
                field("actors", &Findings::actors, {"Akteure", "Actors"}),
                field("agenda", &Findings::agenda, {"Agenda", "Agenda"}),
                field("position", &Findings::position, {"Stellung im Netz", "Position"}),
                field("ways", &Findings::ways, {"Wege zu den Themen", "Ways to the topics"}),
                field("gaps", &Findings::gaps,
                      {"Offene Felder der Angebotsmatrix", "Open cells of the coverage matrix"}),
                field("peers", &Findings::peers, {"Vergleichsorte", "Peers"}),
                field("sources", &Findings::sources, {"Quellen", "Sources"})};
        }
    };

    static Info info();
    /// Errors: usage (neither or both of --actor and one --area, unknown key), and those of
    /// Coverage, Centrality and Paths.
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Compare: what changed between two states of a network, and what is only recorded differently.
#ifndef LOTSE_ANALYSIS_COMPARE_HPP
#define LOTSE_ANALYSIS_COMPARE_HPP

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/compare_meaning.hpp>

namespace lotse::analysis {

/// Two states of one network, row by row. The same key means the same thing; ties are matched by
/// both ends and kind (several of a kind: identical ones first, then by topics, route and legal
/// basis, then in order).
///
/// - An actor that another one names as alias, or that has a recorded successor, is no loss: it has
///   the meaning `successor`, and its ties are matched with those of the successor, unless the
///   succession was there before.
/// - `meaning` tells apart what changed in the world and what in the recording: from unknown to a
///   value is `newly_recorded`, or `new` for an agenda stage dated after the earlier state, never
///   an improvement; a row that began before the date of the
///   earlier state is newly recorded; a missing row is `no_longer_recorded`, not ended.
/// - Each state has a date of its own (phase.hpp): what is planned or begins after that of the
///   later state has not begun (`planned`), what had ended in its state neither came nor went
///   (`over`), and levels are those of ties that are there in both.
/// - Columns about the recording itself (source, as of, confidence, note), mailboxes, and the
///   tables of sources and own codes are not compared; of counts of persons only what may be shown
///   (`person_counts`), so two numbers that are both withheld do not differ.
/// - A row that one state has outside the view, after its end or in another area, is still
///   recorded: it has changed, and is neither added nor removed.
/// - `cells` are those of `coverage` over the topics and areas of both states; `measures` figures
///   of other analyses, among them those of `profile`; `positions` actors whose ranges of ranks
///   (as `robustness`, but ranked among the actors that both states hold: others who are recorded
///   in one of them move nobody) do not overlap, left out in networks of more than some 900 actors.
///
/// The options of a view apply to both states. Cost: sorting the rows, and the analyses named.
/// Source: QUESTIONS A25.
struct Compare {
    struct Options {
        Flag all = Flag::off;

        static constexpr auto fields() {
            return std::tuple{
                field("all", &Options::all,
                      {"auch zeigen, was gleich geblieben ist", "also show what stayed the same"}),
            };
        }
    };

    struct ActorRow {
        std::string actor;
        std::string name;
        Choice kind;
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::vector<Choice> before{};  ///< columns that differ
        std::vector<Choice> after{};
        std::string heir{};  ///< key of its successor; for pictures only

        static constexpr auto fields() {
            using R = ActorRow;
            return std::tuple{
                field("actor", &R::actor, {"Schlüssel", "Key"}),
                field("name", &R::name, {"Akteur", "Actor"}),
                field("kind", &R::kind, {"Art", "Kind"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
            };
        }
    };

    struct TieRow {
        std::string from;
        std::string from_name;
        std::string to;
        std::string to_name;
        Choice kind;
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::optional<std::int64_t> level_before{};
        std::optional<std::int64_t> level_after{};
        std::vector<Choice> before{};
        std::vector<Choice> after{};

        /// Keys of its ends in the earlier state, where it has it; for pictures only.
        /// @{
        std::string from_before{};
        std::string to_before{};
        /// @}

        static constexpr auto fields() {
            using R = TieRow;
            return std::tuple{
                field("from", &R::from, {"Von", "From"}),
                field("to", &R::to, {"An", "To"}),
                field("from_name", &R::from_name, {"Von (Name)", "From (name)"}),
                field("kind", &R::kind, {"Art", "Kind"}),
                field("to_name", &R::to_name, {"An (Name)", "To (name)"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("level_before", &R::level_before, {"Stufe vorher", "Level before"}),
                field("level_after", &R::level_after, {"Stufe nachher", "Level after"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
            };
        }
    };

    struct CellRow {
        std::string area;
        std::string area_name;
        Choice topic;
        std::optional<Choice> target{};
        std::optional<Choice> legal{};
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::optional<CoverageState> before{};
        std::optional<CoverageState> after{};
        std::optional<Choice> reason{};  ///< after

        static constexpr auto fields() {
            using R = CellRow;
            return std::tuple{
                field("area", &R::area, {"Schlüssel", "Key"}),
                field("area_name", &R::area_name, {"Gebiet", "Area"}),
                field("topic", &R::topic, {"Thema", "Topic"}),
                field("target", &R::target, {"Zielgruppe", "Target group"}),
                field("legal", &R::legal, {"Rechtskreis", "Legal circle"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
                field("reason", &R::reason, {"Grund nachher", "Reason after"}),
            };
        }
    };

    /// A figure of another analysis. added: defined only after; removed: only before.
    struct MeasureRow {
        Choice measure;
        Choice analysis;
        Change change = Change::same;
        std::optional<double> before{};
        std::optional<double> after{};
        std::optional<double> difference{};

        static constexpr auto fields() {
            using R = MeasureRow;
            return std::tuple{
                field("analysis", &R::analysis, {"Auswertung", "Analysis"}),
                field("measure", &R::measure, {"Kennzahl", "Measure"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
                field("difference", &R::difference, {"Unterschied", "Difference"}),
            };
        }
    };

    struct PositionRow {
        std::string actor;
        std::string name;
        Choice measure;
        Meaning meaning = Meaning::same;
        Message before{};
        Message after{};

        static constexpr auto fields() {
            using R = PositionRow;
            return std::tuple{
                field("actor", &R::actor, {"Schlüssel", "Key"}),
                field("name", &R::name, {"Akteur", "Actor"}),
                field("measure", &R::measure, {"Maß", "Measure"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
            };
        }
    };

    struct OfferRow {
        std::string offer;
        std::string name;
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::vector<Choice> before{};
        std::vector<Choice> after{};

        static constexpr auto fields() {
            using R = OfferRow;
            return std::tuple{
                field("offer", &R::offer, {"Schlüssel", "Key"}),
                field("name", &R::name, {"Angebot", "Offer"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
            };
        }
    };

    struct AgendaRow {
        std::string body;
        std::string body_name;
        Choice topic;
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::optional<std::int64_t> before{};
        std::optional<std::int64_t> after{};

        static constexpr auto fields() {
            using R = AgendaRow;
            return std::tuple{
                field("body", &R::body, {"Schlüssel", "Key"}),
                field("body_name", &R::body_name, {"Gremium", "Body"}),
                field("topic", &R::topic, {"Thema", "Topic"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"Stufe vorher", "Stage before"}),
                field("after", &R::after, {"Stufe nachher", "Stage after"}),
            };
        }
    };

    struct ContactRow {
        std::string actor;
        std::string name;
        Choice role;
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::optional<ThreeValued> before{};
        std::optional<ThreeValued> after{};

        static constexpr auto fields() {
            using R = ContactRow;
            return std::tuple{
                field("actor", &R::actor, {"Schlüssel", "Key"}),
                field("name", &R::name, {"Akteur", "Actor"}),
                field("role", &R::role, {"Rolle", "Role"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"besetzt vorher", "Filled before"}),
                field("after", &R::after, {"besetzt nachher", "Filled after"}),
            };
        }
    };

    /// A row of the tables venues, areas, findings, needs and travel.
    struct OtherRow {
        Choice table;
        std::string key;  ///< its own, or what it is matched by: "05911|LP-BEW"
        Message name{};
        Change change = Change::same;
        Meaning meaning = Meaning::same;
        std::vector<Choice> before{};
        std::vector<Choice> after{};

        static constexpr auto fields() {
            using R = OtherRow;
            return std::tuple{
                field("table", &R::table, {"Tabelle", "Table"}),
                field("key", &R::key, {"Schlüssel", "Key"}),
                field("name", &R::name, {"Zeile", "Row"}),
                field("change", &R::change, {"Änderung", "Change"}),
                field("meaning", &R::meaning, {"Bedeutung", "Meaning"}),
                field("before", &R::before, {"vorher", "Before"}),
                field("after", &R::after, {"nachher", "After"}),
            };
        }
    };

    struct Findings {
        std::int64_t actors_added = 0;
        std::int64_t actors_planned = 0;  ///< of these
        std::int64_t actors_removed = 0;
        std::int64_t ties_added = 0;
        std::int64_t ties_planned = 0;  ///< of these
        std::int64_t ties_removed = 0;
        std::int64_t ties_strengthened = 0;
        std::int64_t ties_weakened = 0;
        std::int64_t offers_added = 0;
        std::int64_t offers_planned = 0;  ///< of these
        std::int64_t offers_removed = 0;
        std::int64_t offers_started = 0;
        std::int64_t offers_ended = 0;
        std::int64_t agenda_added = 0;
        std::int64_t agenda_higher = 0;
        std::int64_t agenda_lower = 0;
        std::int64_t contacts_filled = 0;
        std::int64_t contacts_vacated = 0;
        std::int64_t others_added = 0;
        std::int64_t others_removed = 0;
        std::int64_t others_changed = 0;
        std::int64_t cells_improved = 0;
        std::int64_t cells_worsened = 0;
        std::int64_t cells_newly_recorded = 0;
        std::int64_t cells_no_longer_recorded = 0;
        std::int64_t unchanged = 0;  ///< rows of all tables
        std::vector<ActorRow> actors;
        std::vector<TieRow> ties;
        std::vector<CellRow> cells;
        std::vector<MeasureRow> measures;
        std::vector<PositionRow> positions;
        std::vector<OfferRow> offers;
        std::vector<AgendaRow> agenda;
        std::vector<ContactRow> contacts;
        std::vector<OtherRow> others;

        bool has_positions = true;       ///< for explain only
        std::int64_t counts_shared = 0;  ///< areas whose counts one state lends; for explain only

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors_added", &F::actors_added,
                      {"Akteure neu erfasst", "Actors newly recorded"}),
                field("actors_planned", &F::actors_planned,
                      {"davon erst geplante Akteure", "Of these actors only planned"}),
                field("actors_removed", &F::actors_removed,
                      {"Akteure nicht mehr erfasst", "Actors no longer recorded"}),
                field("ties_added", &F::ties_added,
                      {"Beziehungen neu erfasst", "Ties newly recorded"}),
                field("ties_planned", &F::ties_planned,
                      {"davon erst geplante Beziehungen", "Of these ties only planned"}),
                field("ties_removed", &F::ties_removed,
                      {"Beziehungen nicht mehr erfasst", "Ties no longer recorded"}),
                field("ties_strengthened", &F::ties_strengthened,
                      {"Beziehungen mit höherer Stufe", "Ties at a higher level"}),
                field("ties_weakened", &F::ties_weakened,
                      {"Beziehungen mit niedrigerer Stufe", "Ties at a lower level"}),
                field("offers_added", &F::offers_added,
                      {"Angebote neu erfasst", "Offers newly recorded"}),
                field("offers_planned", &F::offers_planned,
                      {"davon erst geplante Angebote", "Of these offers only planned"}),
                field("offers_removed", &F::offers_removed,
                      {"Angebote nicht mehr erfasst", "Offers no longer recorded"}),
                field("offers_started", &F::offers_started,
                      {"geplante Angebote, die jetzt laufen", "Planned offers that run now"}),
                field("offers_ended", &F::offers_ended, {"Angebote beendet", "Offers ended"}),
                field("agenda_added", &F::agenda_added,
                      {"Punkte der Agenda neu", "Agenda items added"}),
                field("agenda_higher", &F::agenda_higher,
                      {"Punkte der Agenda höher", "Agenda items higher"}),
                field("agenda_lower", &F::agenda_lower,
                      {"Punkte der Agenda niedriger", "Agenda items lower"}),
                field("contacts_filled", &F::contacts_filled,
                      {"Ansprechstellen jetzt besetzt", "Contacts filled now"}),
                field("contacts_vacated", &F::contacts_vacated,
                      {"Ansprechstellen jetzt unbesetzt", "Contacts vacant now"}),
                field("others_added", &F::others_added,
                      {"Weitere Zeilen neu erfasst", "Further rows newly recorded"}),
                field("others_removed", &F::others_removed,
                      {"Weitere Zeilen nicht mehr erfasst", "Further rows no longer recorded"}),
                field("others_changed", &F::others_changed,
                      {"Weitere Zeilen geändert", "Further rows changed"}),
                field("cells_improved", &F::cells_improved,
                      {"Felder der Angebotsmatrix besser", "Coverage cells better"}),
                field("cells_worsened", &F::cells_worsened, {"Felder schlechter", "Cells worse"}),
                field("cells_newly_recorded", &F::cells_newly_recorded,
                      {"Felder nur neu erfasst", "Cells only newly recorded"}),
                field("cells_no_longer_recorded", &F::cells_no_longer_recorded,
                      {"Felder nicht mehr erfasst", "Cells no longer recorded"}),
                field("unchanged", &F::unchanged,
                      {"Zeilen ohne Änderung", "Rows without a change"}),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("ties", &F::ties, {"Beziehungen", "Ties"}),
                field("cells", &F::cells, {"Felder der Angebotsmatrix", "Coverage cells"}),
                field("offers", &F::offers, {"Angebote", "Offers"}),
                field("agenda", &F::agenda, {"Agenda", "Agenda"}),
                field("contacts", &F::contacts, {"Ansprechstellen", "Contacts"}),
                field("measures", &F::measures, {"Kennzahlen", "Measures"}),
                field("positions", &F::positions,
                      {"Akteure mit sicher anderer Stellung",
                       "Actors whose position surely changed"}),
                field("others", &F::others,
                      {"Weitere Zeilen: Orte, Gebiete, Befunde, Bedarf, Wegezeiten",
                       "Further rows: venues, areas, findings, needs, travel times"}),
            };
        }
    };

    static Info info();
    /// Errors: those of the analyses it calls.
    static Result<Findings> run(const View& before, const View& after, const Options& options);
    static void explain(const View& before, const View& after, const Findings& findings,
                        Document& document);
    /// Everything together; the network's identity is left to the caller.
    static Result<Document> document(const View& before, const View& after, const Options& options);
};

}  // namespace lotse::analysis

#endif

/// Agenda: how far a topic has come in the bodies of an area, and the way to a decision.
#ifndef LOTSE_ANALYSIS_AGENDA_HPP
#define LOTSE_ANALYSIS_AGENDA_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Stages 0-7 of the list agenda_stages, a scale of this project: 0 recorded as unknown, 1 raised,
/// 2 item in a body, 3 working group, 4 recommendation, 5 decision of the council, 6 agreement,
/// 7 made permanent. The idea that a community moves through stages is that of the Community
/// Readiness Model, which has nine others (Edwards et al. 2000).
///
/// A cell is an area and a topic. Its stage is the highest of the bodies responsible for the area:
/// those one of whose areas holds it; a body of a part of the area is not. Without an item the cell
/// is not recorded, which is neither stage 0 nor an absence of the topic.
/// *Stalled*: below stage 7, and the newest date of the items is certainly older than the months of
/// review_periods `agenda` (12). Without a date it is not known. Items dated after `--at` are left
/// out.
///
/// *Way to a decision*, for items below stage 5: the fewest steps from the body to a council (kind
/// `council`) whose area holds that of the body, else to one that shares an area. A step is a tie
/// informs or advises, part of (upwards), or a seat in a body, either way. Among equally short ways
/// bodies come before other actors. *Sponsors* sit in bodies on these ways.
///
/// Whether a plan names unemployed people is not part of the agenda; `need` says whether a need of
/// theirs is recorded for area and topic.
///
/// Cost: O(areas x topics x items + bodies x (actors + ties)).
/// Source: QUESTIONS A16; Edwards, R. W., Jumper-Thurman, P., Plested, B. A., Oetting, E. R. &
/// Swanson, L. (2000), Community readiness: Research to practice, Journal of Community Psychology
/// 28(3), 291-307, doi:10.1002/(SICI)1520-6629(200005)28:3<291::AID-JCOP5>3.0.CO;2-9.
struct Agenda {
    struct Options {
        std::string by;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Gebiete: state, region, district, municipality, quarter",
                       "level of the areas: state, region, district, municipality, quarter"})};
        }
    };

    struct Cell {
        AreaId area;
        Choice topic{};
        std::optional<Choice> stage{};  ///< empty: not recorded
        std::optional<ActorId> body{};  ///< with this stage, the newest of several
        std::optional<PartialDate> date{};
        ThreeValued stalled = ThreeValued::unknown;
        std::vector<Choice> further{};  ///< up to three areas with a higher stage
        std::optional<PartialDate> oldest{};
        ThreeValued need = ThreeValued::unknown;  ///< of unemployed people: yes or not recorded

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Cell::area, {"Gebiet", "Area"}),
                field("topic", &Cell::topic, {"Thema", "Topic"}),
                field("stage", &Cell::stage, {"Stufe", "Stage"}),
                field("body", &Cell::body, {"Gremium", "Body"}),
                field("date", &Cell::date, {"Datum", "Date"}),
                field("stalled", &Cell::stalled, {"ohne Bewegung", "Stalled"}),
                field("further", &Cell::further, {"weiter sind", "Further ahead"}),
                field("oldest", &Cell::oldest, {"ältestes Datum", "Oldest date"}),
                field("need", &Cell::need,
                      {"Bedarf Arbeitsloser erfasst", "Need of unemployed people recorded"}),
            };
        }
    };

    /// All areas of one topic together.
    struct TopicRow {
        Choice topic{};
        std::optional<Choice> stage{};  ///< the highest
        std::int64_t areas = 0;         ///< with a recorded stage
        std::int64_t decided = 0;       ///< stage 5 or higher
        std::int64_t stalled = 0;
        std::int64_t not_recorded = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &TopicRow::topic, {"Thema", "Topic"}),
                field("stage", &TopicRow::stage, {"höchste Stufe", "Highest stage"}),
                field("areas", &TopicRow::areas, {"Gebiete mit Stufe", "Areas with a stage"}),
                field("decided", &TopicRow::decided,
                      {"beschlossen oder weiter", "Decided or further"}),
                field("stalled", &TopicRow::stalled, {"ohne Bewegung", "Stalled"}),
                field("not_recorded", &TopicRow::not_recorded, {"nicht erhoben", "Not recorded"}),
            };
        }
    };

    struct Item {
        ActorId body;
        Choice topic{};
        Choice stage{};
        std::optional<PartialDate> date{};
        ThreeValued stalled = ThreeValued::unknown;
        std::string next_step{};
        std::optional<std::int64_t> steps{};  ///< empty: decided, or no way is recorded
        std::vector<Choice> way{};            ///< actors after the body, the council last

        static constexpr auto fields() {
            return std::tuple{
                field("body", &Item::body, {"Gremium", "Body"}),
                field("topic", &Item::topic, {"Thema", "Topic"}),
                field("stage", &Item::stage, {"Stufe", "Stage"}),
                field("date", &Item::date, {"Datum", "Date"}),
                field("stalled", &Item::stalled, {"ohne Bewegung", "Stalled"}),
                field("next_step", &Item::next_step, {"Nächster Schritt", "Next step"}),
                field("steps", &Item::steps, {"Schritte zum Beschluss", "Steps to a decision"},
                      Unit::steps),
                field("way", &Item::way, {"Weg zum Beschluss", "Way to a decision"}),
            };
        }
    };

    struct Sponsor {
        ActorId actor;
        std::int64_t bodies = 0;  ///< on ways to a decision
        std::vector<Choice> which{};

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Sponsor::actor, {"Akteur", "Actor"}),
                field("bodies", &Sponsor::bodies, {"Gremien auf den Wegen", "Bodies on the ways"}),
                field("which", &Sponsor::which, {"welche", "Which"}),
            };
        }
    };

    struct Findings {
        std::int64_t area_count = 0;
        std::int64_t cell_count = 0;
        std::int64_t recorded = 0;
        std::int64_t unknown = 0;  ///< stage 0
        std::int64_t decided = 0;
        std::int64_t stalled = 0;
        std::int64_t not_recorded = 0;
        std::int64_t item_count = 0;
        std::int64_t undated = 0;
        std::int64_t without_way = 0;  ///< items below stage 5 without a recorded way
        std::vector<TopicRow> topics{};
        std::vector<Item> items{};
        std::vector<Sponsor> sponsors{};
        std::vector<Cell> areas{};

        static constexpr auto fields() {
            return std::tuple{
                field("area_count", &Findings::area_count, {"Gebiete", "Areas"}),
                field("cell_count", &Findings::cell_count,
                      {"Felder (Gebiet und Thema)", "Cells (area and topic)"}),
                field("recorded", &Findings::recorded,
                      {"davon mit erfasster Stufe", "Of these with a recorded stage"}),
                field("unknown", &Findings::unknown,
                      {"davon Stufe 0 (unbekannt)", "Of these stage 0 (unknown)"}),
                field("decided", &Findings::decided,
                      {"beschlossen oder weiter", "Decided or further"}),
                field("stalled", &Findings::stalled, {"ohne Bewegung", "Stalled"}),
                field("not_recorded", &Findings::not_recorded, {"nicht erhoben", "Not recorded"}),
                field("item_count", &Findings::item_count,
                      {"Punkte der Agenda", "Items of the agenda"}),
                field("undated", &Findings::undated, {"davon ohne Datum", "Of these undated"}),
                field("without_way", &Findings::without_way,
                      {"ohne erfassten Weg zum Beschluss", "Without a recorded way to a decision"}),
                field("topics", &Findings::topics, {"Themen", "Topics"}),
                field("items", &Findings::items, {"Punkte der Agenda", "Items of the agenda"}),
                field("sponsors", &Findings::sponsors,
                      {"Wer in den Gremien auf den Wegen sitzt",
                       "Who sits in the bodies on the ways"}),
                field("areas", &Findings::areas,
                      {"Stufen nach Gebiet und Thema", "Stages by area and topic"}),
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

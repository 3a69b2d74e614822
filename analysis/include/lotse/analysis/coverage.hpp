/// Coverage: which areas have an offer for which topic, with what barrier, and whom to ask.
#ifndef LOTSE_ANALYSIS_COVERAGE_HPP
#define LOTSE_ANALYSIS_COVERAGE_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// A cell is an area, a topic and, if asked for, a target group and a legal circle. Its state
/// is the best state of the offers that cover the topic, reach the area and are open to the group.
///
/// - *Reach*: a venue lies in the area, or one of the offer's areas holds the area or lies in it.
///   An online offer without areas reaches every area; a cell that rests on such offers alone says
///   so (`online_only`). An offer on site without area or venue reaches none and is counted.
/// - *Open*: without `--target` and `--legal` to anybody. A target group is met by its own code, by
///   `public`, and for SGB II, SGB III and long-term by `unemployed`; a legal circle by its
///   own code or `free`. An offer that records no target group (no circle) leaves the cell
///   `unknown` with that reason: neither open nor closed is invented.
/// - *available*: it runs on the reference date and no barrier is recorded. A field that is not
///   recorded is no barrier; a note counts such offers. A status that is not recorded, or in a word
///   that no list knows, is a reason (`status_not_recorded`), a status of the network's own too
///   (`status=` and its code).
/// - *barrier*: a fee, not voluntary, only for people sent by the jobcenter (no barrier where SGB
///   II is asked for), only on the jobcenter's premises, no step-free access, ends within twelve
///   months, or paused.
/// - *planned*: status planned, or the start lies ahead.
/// - An offer whose recorded providers have all ended leaves the cell `unknown` with that reason
///   (`provider_ended`), whatever its own status says.
/// - *none*: only where a finding says so. *unknown*: everything else; deleting offers never gives
///   "none".
///
/// Findings count where they add something: `none` and `planned` where no offer runs, `available`
/// where none is recorded, `barrier` also where an offer runs, because fields of an offer cannot
/// hold every obstacle. Otherwise the offer wins and the contradiction is named. A finding holds
/// for areas inside its area, and without target group for every group.
///
/// With `--programme` a cell asks whether a jobcenter or employment agency that serves the area
/// participates in the programme.
///
/// Cost: O(areas x offers there). Source: QUESTIONS A01; the reasons of a gap follow the code list
/// gap_reasons.
struct Coverage {
    struct Options {
        std::string by;
        std::string programme;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Zeilen: state, region, district, municipality, quarter",
                       "level of the rows: state, region, district, municipality, quarter"}),
                field("programme", &Options::programme,
                      {"statt Themen: Teilnahme an diesem Programm (Schlüssel)",
                       "instead of topics: participation in this programme (key)"})};
        }
    };

    enum class Subject { offers, participation };

    struct Cell {
        AreaId area;
        Choice topic;
        std::optional<Choice> target;
        std::optional<Choice> legal;
        CoverageState state = CoverageState::unknown;
        std::vector<Choice> offers;    ///< the deciding ones first; of a programme the participants
        std::optional<Choice> reason;  ///< codes separated by `|`
        std::optional<ActorId> ask;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Cell::area, {"Gebiet", "Area"}),
                field("topic", &Cell::topic, {"Thema", "Topic"}),
                field("target", &Cell::target, {"Zielgruppe", "Target group"}),
                field("legal", &Cell::legal, {"Rechtskreis", "Legal circle"}),
                field("state", &Cell::state, {"Stand", "State"}),
                field("offers", &Cell::offers, {"Angebote", "Offers"}),
                field("reason", &Cell::reason, {"Grund", "Reason"}),
                field("ask", &Cell::ask, {"Wen fragen", "Whom to ask"}),
            };
        }
    };

    /// All areas of one topic and group together.
    struct TopicTotal {
        Choice topic;
        std::optional<Choice> target;
        std::optional<Choice> legal;
        std::int64_t available = 0;
        std::int64_t barrier = 0;
        std::int64_t planned = 0;
        std::int64_t none = 0;
        std::int64_t unknown = 0;
        std::optional<std::int64_t> population_available;  ///< empty: of no area is it recorded
        std::optional<double> population_share;

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &TopicTotal::topic, {"Thema", "Topic"}),
                field("target", &TopicTotal::target, {"Zielgruppe", "Target group"}),
                field("legal", &TopicTotal::legal, {"Rechtskreis", "Legal circle"}),
                field("available", &TopicTotal::available, {"vorhanden", "Available"}),
                field("barrier", &TopicTotal::barrier, {"mit Hürde", "With a barrier"}),
                field("planned", &TopicTotal::planned, {"geplant", "Planned"}),
                field("none", &TopicTotal::none, {"keins", "None"}),
                field("unknown", &TopicTotal::unknown, {"nicht erhoben", "Not recorded"}),
                field("population_available", &TopicTotal::population_available,
                      {"Einwohner mit Angebot", "Inhabitants with an offer"}, Unit::persons),
                field("population_share", &TopicTotal::population_share,
                      {"Anteil der Einwohner", "Share of inhabitants"}, Unit::share),
            };
        }
    };

    /// Open cells (none and unknown) by the body or actor most likely to know.
    struct Question {
        ActorId ask;
        std::int64_t cells = 0;
        std::vector<Choice> areas;
        std::vector<Choice> topics;

        static constexpr auto fields() {
            return std::tuple{
                field("ask", &Question::ask, {"Wen fragen", "Whom to ask"}),
                field("cells", &Question::cells, {"Offene Felder", "Open cells"}),
                field("areas", &Question::areas, {"Gebiete", "Areas"}),
                field("topics", &Question::topics, {"Themen", "Topics"}),
            };
        }
    };

    /// A finding that recorded offers contradict.
    struct Contradiction {
        AreaId area;
        Choice topic;
        CoverageState finding = CoverageState::unknown;
        CoverageState state = CoverageState::unknown;
        std::vector<Choice> offers;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Contradiction::area, {"Gebiet", "Area"}),
                field("topic", &Contradiction::topic, {"Thema", "Topic"}),
                field("finding", &Contradiction::finding, {"Feststellung", "Finding"}),
                field("state", &Contradiction::state, {"nach den Angeboten", "By the offers"}),
                field("offers", &Contradiction::offers, {"Angebote", "Offers"}),
            };
        }
    };

    struct Findings {
        std::int64_t areas = 0;
        std::int64_t available = 0;
        std::int64_t barrier = 0;
        std::int64_t planned = 0;
        std::int64_t none = 0;
        std::int64_t unknown = 0;
        std::int64_t online_only = 0;
        std::optional<std::int64_t> population_total;  ///< empty: of no area is it recorded
        std::optional<std::int64_t> population_available;
        std::optional<double> population_share;
        std::int64_t areas_without_population = 0;
        std::int64_t offers_without_area = 0;
        std::vector<Cell> cells;
        std::vector<TopicTotal> topics;
        std::vector<Question> questions;
        std::vector<Contradiction> contradictions;

        Subject subject = Subject::offers;  ///< for explain only
        std::int64_t areas_with_withheld_population =
            0;  ///< missing from the sums; for explain only

        static constexpr auto fields() {
            return std::tuple{
                field("areas", &Findings::areas, {"Gebiete", "Areas"}),
                field("available", &Findings::available, {"vorhanden", "Available"}),
                field("barrier", &Findings::barrier, {"mit Hürde", "With a barrier"}),
                field("planned", &Findings::planned, {"geplant", "Planned"}),
                field("none", &Findings::none, {"keins", "None"}),
                field("unknown", &Findings::unknown, {"nicht erhoben", "Not recorded"}),
                field("online_only", &Findings::online_only,
                      {"davon nur online", "Of these online only"}),
                field("population_total", &Findings::population_total, {"Einwohner", "Inhabitants"},
                      Unit::persons),
                field("population_available", &Findings::population_available,
                      {"Einwohner in Gebieten mit mindestens einem vorhandenen Angebot",
                       "Inhabitants of areas with at least one available offer"},
                      Unit::persons),
                field("population_share", &Findings::population_share,
                      {"Anteil der Einwohner", "Share of inhabitants"}, Unit::share),
                field("areas_without_population", &Findings::areas_without_population,
                      {"Gebiete ohne Einwohnerzahl", "Areas without population"}),
                field("offers_without_area", &Findings::offers_without_area,
                      {"Angebote ohne Gebiet und Ort", "Offers without area and venue"}),
                field("cells", &Findings::cells, {"Felder der Angebotsmatrix", "Cells"}),
                field("topics", &Findings::topics, {"Themen", "Topics"}),
                field("questions", &Findings::questions,
                      {"Wen zu offenen Feldern fragen", "Whom to ask about open cells"}),
                field("contradictions", &Findings::contradictions,
                      {"Widersprüche", "Contradictions"}),
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

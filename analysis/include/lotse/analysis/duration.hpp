/// Duration: whether offers last as long as the rules for a topic and target group ask for.
#ifndef LOTSE_ANALYSIS_DURATION_HPP
#define LOTSE_ANALYSIS_DURATION_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Sets every rule of the code list `duration_rules` (topics, target groups, least number of
/// weeks) against the offers that reach an area, cover one of the topics and are open to one of
/// the groups, as in `coverage`. A network adds rules by its table `codes` (column rule:
/// "topics=X-PSY; targets=sgb2; min_weeks=26; open_forms=counselling").
///
/// How long an offer lasts for one who begins on the reference date:
/// - *meets* / *too_short*: the recorded weeks are at least / below the least number;
/// - *open_ended*: no weeks are recorded, the form is one of the rule's open forms (counselling,
///   open offers) and it has no end, or one that leaves enough weeks. Open-ended is neither
///   unknown nor a promise: whether it carries for so long is for people to judge. An open form
///   that ends sooner is *too_short* by the weeks that are left, its last day included;
/// - *not_recorded*: no weeks are recorded and the form does not tell, or the end and the reference
///   date are too inexact (a year, a month) to tell;
/// - *planned*: it has not begun; how long it will last from its start stands beside it.
///
/// An area takes the best state of the offers that run: meets, open_ended, not_recorded (one such
/// offer might suffice, so "too short" would be an invention), too_short; if none runs, planned;
/// else *none* where a finding says so, otherwise *unknown*. Weeks are calendar weeks.
///
/// Cost: O(areas x rules x offers). Source: QUESTIONS A18; the rules name theirs.
struct Duration {
    struct Options {
        std::string by;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Zeilen: state, region, district, municipality, quarter",
                       "level of the rows: state, region, district, municipality, quarter"})};
        }
    };

    enum class State { meets, open_ended, not_recorded, too_short, planned, none, unknown };

    struct Cell {
        AreaId area;
        Choice rule;
        double min_weeks = 0;
        State state = State::unknown;
        std::optional<double> longest_weeks;  ///< recorded weeks of the offers that run
        std::vector<Choice> offers;           ///< that run; the deciding ones first
        std::vector<Choice> planned;          ///< planned ones that would meet the rule
        std::optional<ActorId> ask;           ///< where the state is a gap

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Cell::area, {"Gebiet", "Area"}),
                field("rule", &Cell::rule, {"Regel", "Rule"}),
                field("min_weeks", &Cell::min_weeks, {"Mindestens Wochen", "Least weeks"},
                      Unit::none, 0),
                field("state", &Cell::state, {"Stand", "State"}),
                field("longest_weeks", &Cell::longest_weeks, {"Längste Dauer", "Longest"},
                      Unit::none, 0),
                field("offers", &Cell::offers, {"Angebote", "Offers"}),
                field("planned", &Cell::planned,
                      {"Geplant und lang genug", "Planned and long enough"}),
                field("ask", &Cell::ask, {"Wen fragen", "Whom to ask"}),
            };
        }
    };

    struct OfferRow {
        OfferId offer;
        Choice rule;
        State state = State::unknown;
        std::optional<Choice> form;
        std::optional<double> weeks;  ///< at most, where the end or the date is not exact
        std::optional<double> missing_weeks;
        std::optional<PartialDate> end;
        std::vector<Choice> providers;

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &OfferRow::offer, {"Angebot", "Offer"}),
                field("rule", &OfferRow::rule, {"Regel", "Rule"}),
                field("state", &OfferRow::state, {"Stand", "State"}),
                field("form", &OfferRow::form, {"Form", "Form"}),
                field("weeks", &OfferRow::weeks, {"Wochen", "Weeks"}, Unit::none, 0),
                field("missing_weeks", &OfferRow::missing_weeks,
                      {"Fehlende Wochen", "Missing weeks"}, Unit::none, 0),
                field("end", &OfferRow::end, {"Ende", "End"}),
                field("providers", &OfferRow::providers, {"Anbieter", "Providers"}),
            };
        }
    };

    struct Rule {
        Choice rule;
        std::vector<Choice> topics;
        std::vector<Choice> targets;
        double min_weeks = 0;
        std::string source;

        static constexpr auto fields() {
            return std::tuple{
                field("rule", &Rule::rule, {"Regel", "Rule"}),
                field("topics", &Rule::topics, {"Themen", "Topics"}),
                field("targets", &Rule::targets, {"Zielgruppen", "Target groups"}),
                field("min_weeks", &Rule::min_weeks, {"Mindestens Wochen", "Least weeks"},
                      Unit::none, 0),
                field("source", &Rule::source, {"Quelle", "Source"}),
            };
        }
    };

    struct Findings {
        std::int64_t areas_checked = 0;
        std::int64_t meets = 0;
        std::int64_t open_ended = 0;
        std::int64_t not_recorded = 0;
        std::int64_t too_short = 0;
        std::int64_t planned = 0;
        std::int64_t none = 0;
        std::int64_t unknown = 0;
        std::vector<Cell> areas;
        std::vector<OfferRow> offers;
        std::vector<Rule> rules;

        static constexpr auto fields() {
            return std::tuple{
                field("areas_checked", &Findings::areas_checked, {"Gebiete", "Areas"}),
                field("meets", &Findings::meets, {"lang genug", "Long enough"}),
                field("open_ended", &Findings::open_ended, {"ohne festes Ende", "Open-ended"}),
                field("not_recorded", &Findings::not_recorded,
                      {"Angaben fehlen", "Entries missing"}),
                field("too_short", &Findings::too_short, {"zu kurz", "Too short"}),
                field("planned", &Findings::planned, {"erst geplant", "Only planned"}),
                field("none", &Findings::none, {"keins", "None"}),
                field("unknown", &Findings::unknown, {"kein Angebot erfasst", "No offer recorded"}),
                field("areas", &Findings::areas, {"Gebiete und Regeln", "Areas and rules"}),
                field("offers", &Findings::offers, {"Angebote", "Offers"}),
                field("rules", &Findings::rules, {"Regeln", "Rules"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

constexpr auto enumerators(Duration::State) {
    using enum Duration::State;
    return std::array{
        Enumerator{meets, "meets", {"lang genug", "long enough"}},
        Enumerator{open_ended, "open_ended", {"ohne festes Ende", "open-ended"}},
        Enumerator{not_recorded, "not_recorded", {"Angaben fehlen", "entries missing"}},
        Enumerator{too_short, "too_short", {"zu kurz", "too short"}},
        Enumerator{planned, "planned", {"erst geplant", "only planned"}},
        Enumerator{none, "none", {"keins", "none"}},
        Enumerator{unknown, "unknown", {"kein Angebot erfasst", "no offer recorded"}},
    };
}

}  // namespace lotse::analysis

#endif

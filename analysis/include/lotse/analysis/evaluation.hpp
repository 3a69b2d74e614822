/// Evaluation: which offers and programmes are evaluated, by whom, and who could.
#ifndef LOTSE_ANALYSIS_EVALUATION_HPP
#define LOTSE_ANALYSIS_EVALUATION_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Running and planned offers of the view with what is recorded of their evaluation.
///
/// - *evaluated* is the offer's own column. An evaluator of a provider, or of a programme in which
/// a
///   provider takes part, is named but does not make an offer evaluated.
///   An evaluation that is over stays one.
/// - *Funders* are those who fund an evaluator or the evaluated programme; whether their money is
///   meant for the evaluation is not recorded.
/// - *Feedback*: referrals to a provider, of one of the offer's topics if the referral names
/// topics,
///   and for how many of them feedback is agreed.
/// - The share of evaluated offers is that of running offers, with bounds: what is not recorded
///   counts as not evaluated in the lower and as evaluated in the upper one.
/// - *Who could*: research, and actors with a recorded evaluation, with the fewest steps to a
///   jobcenter in the layer `actors` (unless --layer says otherwise), direction ignored.
///
/// Aims, design and instruments of an evaluation, and times or results of placements, are not part
/// of the data. The network before and after a project is a matter of `compare`.
///
/// Cost: O(offers x (areas + providers x ties of a provider) + actors + ties).
/// Source: QUESTIONS A20.
struct Evaluation {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    struct OfferRow {
        OfferId offer;
        ThreeValued evaluated = ThreeValued::unknown;
        bool planned = false;
        std::vector<Choice> topics{};
        std::vector<Choice> evaluators{};
        std::vector<Choice> through{};  ///< programmes that are evaluated
        std::vector<Choice> funders{};
        std::optional<Choice> certified{};  ///< empty: not recorded
        std::int64_t referrals = 0;
        std::int64_t with_feedback = 0;
        std::int64_t feedback_not_recorded = 0;
        std::optional<PartialDate> as_of{};

        static constexpr auto fields() {
            return std::tuple{
                field("offer", &OfferRow::offer, {"Angebot", "Offer"}),
                field("evaluated", &OfferRow::evaluated, {"evaluiert", "Evaluated"}),
                field("planned", &OfferRow::planned, {"geplant", "Planned"}),
                field("topics", &OfferRow::topics, {"Themen", "Topics"}),
                field("certified", &OfferRow::certified, {"zertifiziert", "Certified"}),
                field("evaluators", &OfferRow::evaluators,
                      {"Evaluation im Umfeld durch", "Evaluation around it by"}),
                field("through", &OfferRow::through,
                      {"evaluiertes Programm", "Evaluated programme"}),
                field("funders", &OfferRow::funders,
                      {"Geldgeber von Evaluation oder Programm",
                       "Funders of evaluation or programme"}),
                field("referrals", &OfferRow::referrals,
                      {"Verweise an Anbieter", "Referrals to providers"}),
                field("with_feedback", &OfferRow::with_feedback,
                      {"davon mit Rückmeldung", "Of these with feedback"}),
                field("feedback_not_recorded", &OfferRow::feedback_not_recorded,
                      {"davon nicht erhoben", "Of these not recorded"}),
                field("as_of", &OfferRow::as_of, {"Stand vom", "As of"}),
            };
        }
    };

    struct TopicRow {
        Choice topic{};
        std::int64_t offers = 0;
        std::int64_t evaluated = 0;
        std::int64_t not_evaluated = 0;
        std::int64_t not_recorded = 0;
        std::optional<double> share_low{};
        std::optional<double> share_high{};

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &TopicRow::topic, {"Thema", "Topic"}),
                field("offers", &TopicRow::offers,
                      {"laufende oder ruhende Angebote", "Running or paused offers"}),
                field("evaluated", &TopicRow::evaluated, {"evaluiert", "Evaluated"}),
                field("not_evaluated", &TopicRow::not_evaluated,
                      {"nicht evaluiert", "Not evaluated"}),
                field("not_recorded", &TopicRow::not_recorded, {"nicht erhoben", "Not recorded"}),
                field("share_low", &TopicRow::share_low, {"mindestens", "At least"}, Unit::share),
                field("share_high", &TopicRow::share_high, {"höchstens", "At most"}, Unit::share),
            };
        }
    };

    struct ProgrammeRow {
        ActorId actor;
        ThreeValued evaluated = ThreeValued::unknown;  ///< yes, or not recorded
        std::vector<Choice> evaluators{};
        std::vector<Choice> funders{};
        std::int64_t participants = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &ProgrammeRow::actor, {"Programm", "Programme"}),
                field("evaluated", &ProgrammeRow::evaluated, {"evaluiert", "Evaluated"}),
                field("evaluators", &ProgrammeRow::evaluators, {"durch", "By"}),
                field("funders", &ProgrammeRow::funders, {"Geldgeber", "Funders"}),
                field("participants", &ProgrammeRow::participants,
                      {"erfasste Teilnehmer (Stellen)", "Recorded participants (actors)"}),
            };
        }
    };

    struct Evaluator {
        ActorId actor;
        std::optional<std::int64_t> steps{};  ///< to the nearest jobcenter; empty: no recorded way
        std::vector<Choice> evaluates{};

        static constexpr auto fields() {
            return std::tuple{
                field("actor", &Evaluator::actor, {"Akteur", "Actor"}),
                field("steps", &Evaluator::steps,
                      {"Schritte zum Jobcenter", "Steps to a jobcenter"}, Unit::steps),
                field("evaluates", &Evaluator::evaluates,
                      {"evaluiert bereits", "Evaluates already"}),
            };
        }
    };

    struct Findings {
        std::int64_t running = 0;
        std::int64_t evaluated = 0;
        std::int64_t not_evaluated = 0;
        std::int64_t not_recorded = 0;
        std::optional<double> share_low{};
        std::optional<double> share_high{};
        std::int64_t planned = 0;
        std::int64_t certified = 0;
        std::int64_t programme_count = 0;
        std::int64_t programmes_evaluated = 0;
        std::vector<TopicRow> topics{};
        std::vector<ProgrammeRow> programmes{};
        std::vector<Evaluator> evaluators{};
        std::vector<OfferRow> offers{};  ///< running ones that are not evaluated first

        LayerGraph layer{};
        bool has_jobcenter = false;  ///< in the layer; for explain only
        std::int64_t without_group =
            0;  ///< left out: the group or circle asked for is not recorded

        static constexpr auto fields() {
            return std::tuple{
                field("running", &Findings::running,
                      {"laufende oder ruhende Angebote", "Running or paused offers"}),
                field("evaluated", &Findings::evaluated, {"davon evaluiert", "Evaluated"}),
                field("not_evaluated", &Findings::not_evaluated,
                      {"davon nicht evaluiert", "Not evaluated"}),
                field("not_recorded", &Findings::not_recorded,
                      {"davon nicht erhoben", "Not recorded"}),
                field("share_low", &Findings::share_low,
                      {"Anteil evaluiert, mindestens", "Share evaluated, at least"}, Unit::share),
                field("share_high", &Findings::share_high,
                      {"Anteil evaluiert, höchstens", "Share evaluated, at most"}, Unit::share),
                field("planned", &Findings::planned, {"geplante Angebote", "Planned offers"}),
                field("certified", &Findings::certified,
                      {"laufende mit Zertifikat", "Running with a certificate"}),
                field("programme_count", &Findings::programme_count, {"Programme", "Programmes"}),
                field("programmes_evaluated", &Findings::programmes_evaluated,
                      {"davon mit erfasster Evaluation", "Of these with a recorded evaluation"}),
                field("topics", &Findings::topics, {"Themen", "Topics"}),
                field("programmes", &Findings::programmes, {"Programme", "Programmes"}),
                field("evaluators", &Findings::evaluators,
                      {"Wer evaluiert oder evaluieren könnte", "Who evaluates or could"}),
                field("offers", &Findings::offers, {"Angebote", "Offers"}),
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

/// Introductions: which new tie would bring most, and who could introduce the two (A10).
#ifndef LOTSE_ANALYSIS_INTRODUCTIONS_HPP
#define LOTSE_ANALYSIS_INTRODUCTIONS_HPP

#include <lotse/analysis/paths.hpp>

namespace lotse::analysis {

/// Candidates are pairs without any recorded tie, of whatever kind and state, that share a body, an
/// area (the Kreis they work or sit in) or an acquaintance: an organisation could refer to another,
/// or join a body. Each is tried out alone and exactly, as with `--with`: how many hand-offs do the
/// ways of `paths` take from each source (jobcenters and agencies that are not part of another one,
/// or --from) to each topic that somebody offers?
///
/// A topic out of reach counts as 10 hand-offs, and so does one farther away. The gain is what the
/// sum over sources and topics drops by; gaps_closed are the pairs of source and topic that come
/// within reach. Mean hand-offs: over the pairs within reach today, before as after: closing a gap
/// by a long way would else look like a loss.
///
/// The introducer is the common acquaintance whose weaker tie to the two is the strongest: by who
/// confirms it, then by level. Empty: none is recorded.
///
/// `plan` takes the best candidate, adds it, and looks for the next best, --plan times: greedy, so
/// not surely the best set. Link addition as one of the alterations of Valente (2012), Network
/// interventions, Science 337(6090), 49-53, doi:10.1126/science.1217330.
struct Introductions {
    struct Options {
        std::vector<std::string> from;
        int top = 20;
        int plan = 5;

        static constexpr auto fields() {
            return std::tuple{
                field(
                    "from", &Options::from,
                    {"für wen: Akteure, kind=CODE oder sector=CODE; sonst Jobcenter und Agenturen",
                     "for whom: actors, kind=CODE or sector=CODE; else jobcenters and agencies"}),
                field("top", &Options::top,
                      {"so viele Vorschläge zeigen", "show so many proposals"}),
                field("plan", &Options::plan,
                      {"so viele nacheinander planen", "plan so many one after the other"}),
            };
        }
    };

    struct Introduction {
        std::int64_t rank = 0;
        ActorId from;
        ActorId to;
        std::optional<ActorId> introducer{};
        std::int64_t gain = 0;
        std::int64_t gaps_closed = 0;
        std::vector<Choice> topics{};  ///< that come within reach or nearer
        std::optional<double> mean_handoffs_before{};
        std::optional<double> mean_handoffs_after{};
        Shared shared = Shared::nothing;
        std::vector<Choice> complementary{};  ///< topics that `to` offers and `from` does not
        std::string tie{};                    ///< as --with takes it

        static constexpr auto fields() {
            using I = Introduction;
            return std::tuple{
                field("rank", &I::rank, {"Rang", "Rank"}),
                field("from", &I::from, {"Wen", "Whom"}),
                field("to", &I::to, {"mit wem", "With whom"}),
                field("introducer", &I::introducer, {"Wer vorstellen kann", "Who can introduce"}),
                field("gain", &I::gain, {"Gewinn", "Gain"}, Unit::steps),
                field("gaps_closed", &I::gaps_closed, {"Lücken geschlossen", "Gaps closed"}),
                field("topics", &I::topics, {"Themen", "Topics"}),
                field("mean_handoffs_before", &I::mean_handoffs_before,
                      {"Schritte vorher (Mittel)", "Mean hand-offs before"}, Unit::steps, 2),
                field("mean_handoffs_after", &I::mean_handoffs_after,
                      {"Schritte nachher (Mittel)", "Mean hand-offs after"}, Unit::steps, 2),
                field("shared", &I::shared, {"Gemeinsam", "Shared"}),
                field("complementary", &I::complementary,
                      {"Was der eine hat und der andere nicht",
                       "What one has and the other has "
                       "not"}),
                field("tie", &I::tie, {"Beziehung", "Tie"}),
            };
        }
    };

    /// One step of the plan; gain and gaps on top of the steps before.
    struct Step {
        std::int64_t step = 0;
        ActorId from;
        ActorId to;
        std::optional<ActorId> introducer{};
        std::int64_t gain = 0;
        std::int64_t gaps_closed = 0;
        std::int64_t gaps_left = 0;
        std::string tie{};

        static constexpr auto fields() {
            return std::tuple{
                field("step", &Step::step, {"Nr.", "No."}),
                field("from", &Step::from, {"Wen", "Whom"}),
                field("to", &Step::to, {"mit wem", "With whom"}),
                field("introducer", &Step::introducer,
                      {"Wer vorstellen kann", "Who can introduce"}),
                field("gain", &Step::gain, {"Gewinn", "Gain"}, Unit::steps),
                field("gaps_closed", &Step::gaps_closed, {"Lücken geschlossen", "Gaps closed"}),
                field("gaps_left", &Step::gaps_left, {"Lücken übrig", "Gaps left"}),
                field("tie", &Step::tie, {"Beziehung", "Tie"}),
            };
        }
    };

    /// What stays out of reach if nothing is done.
    struct Gap {
        ActorId source;
        Choice topic;
        std::int64_t providers = 0;               ///< recorded, and who is referred to on the topic
        std::optional<std::int64_t> plan_step{};  ///< that closes it; empty: none does

        static constexpr auto fields() {
            return std::tuple{
                field("source", &Gap::source, {"Von", "From"}),
                field("topic", &Gap::topic, {"Thema", "Topic"}),
                field("providers", &Gap::providers, {"Erfasste Ziele", "Recorded goals"}),
                field("plan_step", &Gap::plan_step, {"geschlossen mit Schritt", "Closed by step"}),
            };
        }
    };

    struct Findings {
        std::int64_t sources = 0;
        std::int64_t topics = 0;
        std::int64_t candidates = 0;      ///< with a gain
        std::int64_t total_handoffs = 0;  ///< from each source to each topic, out of reach: 10
        std::int64_t total_handoffs_after_plan = 0;
        std::int64_t gap_count = 0;
        std::int64_t gaps_after_plan = 0;
        std::optional<double> mean_handoffs;
        std::optional<double> mean_handoffs_after_plan;  ///< of the pairs within reach today
        std::vector<Introduction> introductions;
        std::vector<Step> plan;
        std::vector<Gap> gaps;

        // For explain only.
        LayerGraph layer;
        Message source_words;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("sources", &F::sources, {"Ausgangspunkte", "Sources"}),
                field("topics", &F::topics,
                      {"Themen mit erfasstem Ziel", "Topics with a recorded goal"}),
                field("candidates", &F::candidates,
                      {"Mögliche Beziehungen mit Gewinn", "Possible ties with a gain"}),
                field("gap_count", &F::gap_count, {"Lücken heute", "Gaps today"}),
                field("gaps_after_plan", &F::gaps_after_plan,
                      {"Lücken nach dem Plan", "Gaps after the plan"}),
                field("mean_handoffs", &F::mean_handoffs,
                      {"Schritte heute (Mittel)", "Mean hand-offs today"}, Unit::steps, 2),
                field("mean_handoffs_after_plan", &F::mean_handoffs_after_plan,
                      {"Schritte nach dem Plan (Mittel)", "Mean hand-offs after the plan"},
                      Unit::steps, 2),
                field("total_handoffs", &F::total_handoffs,
                      {"Schritte zusammen, Lücken als 10", "Hand-offs in all, gaps as 10"},
                      Unit::steps),
                field("total_handoffs_after_plan", &F::total_handoffs_after_plan,
                      {"Schritte zusammen nach dem Plan", "Hand-offs in all after the plan"},
                      Unit::steps),
                field("introductions", &F::introductions, {"Vorschläge", "Introductions"}),
                field("plan", &F::plan, {"Plan: nacheinander", "Plan: one after the other"}),
                field("gaps", &F::gaps, {"Was sonst fehlt", "What else is missing"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown actor or code, negative numbers).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Robustness: how far the positions of actors can be relied on, given who confirmed what.
#ifndef LOTSE_ANALYSIS_ROBUSTNESS_HPP
#define LOTSE_ANALYSIS_ROBUSTNESS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Two questions on the layer `actors` (unless --layer says otherwise): which ties did both sides
/// name, and on which ranks would actors stand if more ties were missing than are?
///
/// A share `loss` of the ties, and in a second round of what actors reported, is taken away at
/// random, `samples` times each with a fixed seed; degree, betweenness and harmonic centrality are
/// ranked anew (undirected simple projection, unweighted, as in `centrality`). The interval holds
/// the 5th to 95th percentile of the ranks of both rounds and the recorded rank; rank correlations
/// are Spearman's. After Costenbader & Valente (2003) and Borgatti, Carley & Krackhardt (2006).
/// Missing ties can be simulated, false ties and missing actors cannot.
struct Robustness {
    struct Options {
        double loss = 0.1;
        std::optional<int> samples;

        static constexpr auto fields() {
            return std::tuple{
                field("loss", &Options::loss,
                      {"Anteil, der in jeder Stichprobe fehlt (0 bis unter 1)",
                       "share that is missing in each sample (0 to 1)"}),
                field("samples", &Options::samples,
                      {"Zahl der Stichproben (sonst 200, in großen Netzen weniger)",
                       "number of samples (else 200, fewer in large networks)"}),
            };
        }
    };

    struct Measure {
        Choice measure;
        std::optional<ActorId> first{};  ///< highest value; empty: nobody stands out
        Message first_places{};
        std::optional<double> correlation_ties{};     ///< mean, ties missing; empty: no order
        std::optional<double> correlation_reports{};  ///< mean, reports missing
        std::optional<double> first_kept{};  ///< share of samples in which the first stays first
        double places = 1;                   ///< mean number of ranks in an interval

        static constexpr auto fields() {
            using M = Measure;
            return std::tuple{
                field("measure", &M::measure, {"Maß", "Measure"}),
                field("first", &M::first, {"An erster Stelle", "First"}),
                field("first_places", &M::first_places, {"Spanne", "Range"}),
                field("first_kept", &M::first_kept, {"bleibt vorn", "stays first"}, Unit::share),
                field("correlation_ties", &M::correlation_ties,
                      {"Rangkorrelation ohne Beziehungen", "Rank correlation without ties"},
                      Unit::none, 2),
                field("correlation_reports", &M::correlation_reports,
                      {"Rangkorrelation ohne Meldungen", "Rank correlation without reports"},
                      Unit::none, 2),
                field("places", &M::places, {"Plätze je Spanne", "Ranks in a range"}, Unit::none,
                      1),
            };
        }
    };

    struct Member {
        ActorId actor;
        Choice kind;
        std::int64_t ties = 0;             ///< of the layer, with the actor at one end
        std::int64_t confirmed = 0;        ///< of these, named by the actor itself
        std::int64_t not_confirmed = 0;    ///< named by the other side only, or by neither
        std::int64_t not_recorded = 0;     ///< who confirmed it is not recorded
        std::optional<double> response{};  ///< confirmed of those where it is recorded
        Message degree_places{};
        Message betweenness_places{};
        Message harmonic_places{};

        static constexpr auto fields() {
            using M = Member;
            return std::tuple{
                field("actor", &M::actor, {"Akteur", "Actor"}),
                field("kind", &M::kind, {"Art", "Kind"}),
                field("degree_places", &M::degree_places, {"Partner", "Partners"}),
                field("betweenness_places", &M::betweenness_places,
                      {"Zwischen anderen", "Between others"}),
                field("harmonic_places", &M::harmonic_places, {"Nähe zu allen", "Close to all"}),
                field("ties", &M::ties, {"Beziehungen", "Ties"}),
                field("confirmed", &M::confirmed, {"selbst bestätigt", "confirmed by it"}),
                field("not_confirmed", &M::not_confirmed,
                      {"nicht selbst bestätigt", "not confirmed by it"}),
                field("not_recorded", &M::not_recorded,
                      {"Bestätigung nicht erfasst", "Confirmation not recorded"}),
                field("response", &M::response, {"Anteil bestätigt", "Share confirmed"},
                      Unit::share),
            };
        }
    };

    /// The same ranges as numbers.
    struct Place {
        Choice measure;
        ActorId actor;
        double value = 0;
        std::int64_t rank = 1;
        std::int64_t best = 1;
        std::int64_t worst = 1;

        static constexpr auto fields() {
            using P = Place;
            return std::tuple{
                field("measure", &P::measure, {"Maß", "Measure"}),
                field("actor", &P::actor, {"Akteur", "Actor"}),
                field("value", &P::value, {"Wert", "Value"}),
                field("rank", &P::rank, {"Platz", "Rank"}),
                field("best", &P::best, {"bester", "best"}),
                field("worst", &P::worst, {"schlechtester", "worst"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t ties = 0;
        std::int64_t both = 0;
        std::int64_t one_side = 0;
        std::int64_t neither = 0;
        std::int64_t not_recorded = 0;
        std::optional<double> confirmed_share;  ///< both of those where it is recorded
        double loss = 0;
        std::int64_t samples = 0;
        std::vector<Measure> measures;
        std::vector<Member> actors;  ///< by number of partners
        std::vector<Place> ranks;    ///< by measure, then rank

        LayerGraph layer;
        std::optional<std::size_t> pivots;  ///< empty: measures are exact

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("ties", &F::ties, {"Beziehungen", "Ties"}),
                field("both", &F::both, {"von beiden Seiten bestätigt", "confirmed by both sides"}),
                field("one_side", &F::one_side,
                      {"von einer Seite bestätigt", "confirmed by one side"}),
                field("neither", &F::neither,
                      {"von keiner Seite bestätigt", "confirmed by neither side"}),
                field("not_recorded", &F::not_recorded,
                      {"Bestätigung nicht erfasst", "confirmation not recorded"}),
                field("confirmed_share", &F::confirmed_share,
                      {"Anteil von beiden Seiten bestätigt", "Share confirmed by both sides"},
                      Unit::share),
                field("loss", &F::loss,
                      {"Fehlender Anteil je Stichprobe", "Missing in each sample"}, Unit::share),
                field("samples", &F::samples, {"Stichproben je Runde", "Samples per round"}),
                field("measures", &F::measures, {"Verlässlichkeit je Maß", "Stability by measure"}),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("ranks", &F::ranks, {"Plätze", "Ranks"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (loss outside [0, 1), samples outside 1..10000), engine, limit. O(samples n
    /// m), above 1500 actors O(samples m).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

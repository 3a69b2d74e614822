/// Profile: what the network looks like as a whole, held against random networks.
#ifndef LOTSE_ANALYSIS_PROFILE_HPP
#define LOTSE_ANALYSIS_PROFILE_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Undirected simple projection of the layer `actors` (unless --layer says otherwise); reciprocity
/// alone uses the ties of directed kinds, as a simple directed graph.
///
/// Each measure comes with two intervals that hold at least 95 % of `samples` random networks (of
/// fewer than 40 all of them; fixed seed):
/// same number of actors and connected pairs (conditional uniform graph test: Anderson, Butts &
/// Carley 1999), and same number of partners of each actor (edge swaps, graph::Rewiring). Empty:
/// the measure cannot vary, or is not defined.
///
/// Which form of governance the numbers resemble (Provan & Kenis 2008) is a rule of this project:
/// shared unless degree centralization lies above the first interval; then an administrative
/// organisation if the actor with the most partners is a body, else a lead organisation.
struct Profile {
    struct Options {
        std::optional<int> samples;

        static constexpr auto fields() {
            return std::tuple{
                field("samples", &Options::samples,
                      {"Zahl der Zufallsnetze (sonst 200, in großen Netzen weniger)",
                       "number of random networks (else 200, fewer for large networks)"})};
        }
    };

    struct Measure {
        Choice measure;
        std::optional<double> value{};
        std::optional<double> size_low{};  ///< random networks of the same size
        std::optional<double> size_high{};
        std::optional<double> degree_low{};  ///< of the same degrees
        std::optional<double> degree_high{};
        Message position{};  ///< against the same size
        Message meaning{};

        static constexpr auto fields() {
            using M = Measure;
            return std::tuple{
                field("measure", &M::measure, {"Maß", "Measure"}),
                field("value", &M::value, {"Wert", "Value"}, Unit::none, 2),
                field("size_low", &M::size_low, {"Zufall von", "Chance from"}, Unit::none, 2),
                field("size_high", &M::size_high, {"bis", "to"}, Unit::none, 2),
                field("position", &M::position, {"Vergleich", "Comparison"}),
                field("meaning", &M::meaning, {"Lesart", "Meaning"}),
                field("degree_low", &M::degree_low,
                      {"bei gleicher Partnerzahl von", "same numbers of partners from"}, Unit::none,
                      2),
                field("degree_high", &M::degree_high, {"bis", "to"}, Unit::none, 2),
            };
        }
    };

    /// A form of governance: what speaks for it in the network, and the conditions under which it
    /// works, which people have to judge.
    struct Form {
        Choice form;
        std::optional<bool> resembles{};  ///< empty: the numbers do not tell
        Message trust{};
        Message participants{};
        Message goal_consensus{};
        Message competencies{};

        static constexpr auto fields() {
            return std::tuple{
                field("form", &Form::form, {"Form der Steuerung", "Form of governance"}),
                field("resembles", &Form::resembles, {"Das Netz ähnelt ihr", "Resembles it"}),
                field("trust", &Form::trust, {"Vertrauen", "Trust"}),
                field("participants", &Form::participants,
                      {"Zahl der Beteiligten", "Number of participants"}),
                field("goal_consensus", &Form::goal_consensus,
                      {"Einigkeit über Ziele", "Goal consensus"}),
                field("competencies", &Form::competencies,
                      {"Bedarf an gemeinsamem Können", "Need for network-level competencies"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t ties = 0;   ///< as recorded
        std::int64_t pairs = 0;  ///< connected
        std::int64_t isolates = 0;
        std::int64_t components = 0;
        std::optional<double> density;
        std::optional<ActorId> most_partners;
        std::int64_t as_many_partners = 0;  ///< others with as many; for explain only
        std::int64_t core = 0;              ///< actors in the core that fits best
        std::int64_t samples = 0;
        std::vector<Measure> measures;
        std::vector<Form> governance;

        LayerGraph layer;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("ties", &F::ties, {"Beziehungen", "Ties"}),
                field("pairs", &F::pairs, {"Verbundene Paare", "Connected pairs"}),
                field("isolates", &F::isolates,
                      {"Ohne erfasste Beziehung", "Without a recorded tie"}),
                field("components", &F::components, {"Komponenten", "Components"}),
                field("density", &F::density, {"Dichte", "Density"}, Unit::share),
                field("most_partners", &F::most_partners, {"Meiste Partner", "Most partners"}),
                field("core", &F::core, {"Akteure im Kern", "Actors in the core"}),
                field("samples", &F::samples, {"Zufallsnetze", "Random networks"}),
                field("measures", &F::measures, {"Maße", "Measures"}),
                field("governance", &F::governance,
                      {"Formen der Steuerung und ihre Bedingungen, gemeinsam zu beurteilen",
                       "Forms of governance and their conditions, to be judged together"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (samples outside 1..10000), limit, engine. O(samples n m).
    static Result<Findings> run(const View& view, const Options& options);
    /// The values of the measures, not held against random networks.
    static Result<Findings> observed(const View& view);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Centrality: who has many partners, who lies between others, who is close to all.
///
/// Layer `actors` unless --layer says otherwise. The graph is the undirected simple projection of
/// the layer: loops dropped, all ties between two actors merged to one; with --directed a simple
/// directed graph in which ties of undirected kinds lead both ways. Isolates are kept.
#ifndef LOTSE_ANALYSIS_CENTRALITY_HPP
#define LOTSE_ANALYSIS_CENTRALITY_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// How betweenness is found.
enum class BetweennessBy { counting, sampling };

constexpr auto enumerators(BetweennessBy) {
    using enum BetweennessBy;
    return std::array{
        Enumerator{counting, "exact", {"genau", "exact"}},
        Enumerator{sampling, "sampled", {"geschätzt", "sampled"}},
    };
}

struct Centrality {
    struct Options {
        Flag directed = Flag::off;
        Flag weights = Flag::off;
        std::optional<BetweennessBy> betweenness{};  ///< empty: sampled where the exact answer
                                                     ///< would take minutes

        static constexpr auto fields() {
            return std::tuple{
                field("directed", &Options::directed,
                      {"Richtung der Beziehungen beachten", "respect the direction of ties"}),
                field("weights", &Options::weights,
                      {"Wege gewichten: Länge einer Beziehung = 1/Stufe",
                       "weighted paths: length of a tie = 1/level"}),
                field("betweenness", &Options::betweenness,
                      {"Zwischenzentralität genau oder aus einer Stichprobe",
                       "betweenness exact or from a sample"}),
            };
        }
    };

    /// An empty optional: the measure is not defined for this actor.
    struct Position {
        ActorId actor;
        Choice kind;
        std::optional<Sector> sector{};  ///< empty: not recorded
        std::int64_t degree = 0;         ///< different partners; with --directed in plus out
        std::int64_t in_degree = 0;   ///< partners with a tie to the actor, by recorded direction
        std::int64_t out_degree = 0;  ///< partners it has a tie to; undirected ties count in both
        double strength = 0;          ///< sum of levels, the highest one per pair
        double betweenness = 0;       ///< pairs of others; unordered, with --directed ordered
        std::optional<double> betweenness_normalized{};  ///< share of all such pairs
        std::optional<double> closeness{};       ///< inverse mean distance to the reachable actors
        std::optional<double> harmonic{};        ///< mean inverse distance to all others
        std::optional<double> eigenvector{};     ///< largest value 1
        double pagerank = 0;                     ///< damping 0.85
        std::optional<double> constraint{};      ///< Burt; higher: partners know each other
        std::optional<double> effective_size{};  ///< partners minus their redundancy
        std::int64_t coreness = 0;
        bool cut_vertex = false;
        std::int64_t component = 0;  ///< 1 is the largest

        static constexpr auto fields() {
            using P = Position;
            return std::tuple{
                field("actor", &P::actor, {"Akteur", "Actor"}),
                field("kind", &P::kind, {"Art", "Kind"}),
                field("sector", &P::sector, {"Sektor", "Sector"}),
                field("degree", &P::degree, {"Grad", "Degree"}),
                field("in_degree", &P::in_degree, {"Eingangsgrad", "In-degree"}),
                field("out_degree", &P::out_degree, {"Ausgangsgrad", "Out-degree"}),
                field("strength", &P::strength, {"Gewichteter Grad", "Strength"}, Unit::none, 0),
                field("betweenness", &P::betweenness, {"Zwischenzentralität", "Betweenness"},
                      Unit::none, 1),
                field("betweenness_normalized", &P::betweenness_normalized,
                      {"Zwischenzentralität (Anteil)", "Betweenness (share)"}, Unit::share),
                field("closeness", &P::closeness, {"Nähezentralität", "Closeness"}),
                field("harmonic", &P::harmonic, {"Harmonische Zentralität", "Harmonic centrality"}),
                field("eigenvector", &P::eigenvector,
                      {"Eigenvektorzentralität", "Eigenvector centrality"}),
                field("pagerank", &P::pagerank, {"PageRank", "PageRank"}),
                field("constraint", &P::constraint, {"Constraint (Burt)", "Constraint (Burt)"}),
                field("effective_size", &P::effective_size,
                      {"Effektive Größe (Burt)", "Effective size (Burt)"}, Unit::none, 1),
                field("coreness", &P::coreness, {"Kernzahl", "Coreness"}),
                field("cut_vertex", &P::cut_vertex, {"Gelenkpunkt", "Cut vertex"}),
                field("component", &P::component, {"Komponente", "Component"}),
            };
        }
    };

    /// The actor with the highest value of one measure.
    struct Leader {
        Choice measure;
        ActorId actor;
        double value;
        std::int64_t also = 0;  ///< other actors with the same value (12 significant digits)

        static constexpr auto fields() {
            return std::tuple{
                field("measure", &Leader::measure, {"Maß", "Measure"}),
                field("actor", &Leader::actor, {"Akteur", "Actor"}),
                field("value", &Leader::value, {"Wert", "Value"}),
                field("also", &Leader::also,
                      {"Weitere mit gleichem Wert", "Others with the same value"}),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t ties = 0;   ///< of the layer, as recorded
        std::int64_t pairs = 0;  ///< edges of the graph that the measures use
        std::int64_t components = 0;
        std::int64_t isolates = 0;
        std::optional<double> density;
        std::optional<double> mean_degree;
        std::vector<Position> actors;  ///< by betweenness (12 significant digits), then key
        std::vector<Leader> most_central;

        Options options;
        LayerGraph layer;
        std::int64_t ties_without_level = 0;
        std::int64_t ties_of_level_0 = 0;
        /// Of betweenness: paths drawn; empty: it is exact.
        std::optional<std::int64_t> sampled_paths;
        double sampling_error = 0;  ///< share of all pairs that no value is off by

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("ties", &F::ties, {"Beziehungen", "Ties"}),
                field("pairs", &F::pairs, {"Verbundene Paare", "Connected pairs"}),
                field("components", &F::components, {"Komponenten", "Components"}),
                field("isolates", &F::isolates,
                      {"Ohne erfasste Beziehung", "Without a recorded tie"}),
                field("density", &F::density, {"Dichte", "Density"}, Unit::share),
                field("mean_degree", &F::mean_degree, {"Mittlerer Grad", "Mean degree"}, Unit::none,
                      1),
                field("actors", &F::actors, {"Akteure", "Actors"}),
                field("most_central", &F::most_central,
                      {"Höchster Wert je Maß", "Highest value of each measure"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (weighted paths are not sampled), limit, engine. O(n m), weighted
    /// O(n m log n); sampled O(n + m) a path at worst.
    static Result<Findings> run(const View& view, const Options& options);
    /// Actors, pairs, density and mean degree alone, without directions. O(n + m).
    static Findings whole(const View& view);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

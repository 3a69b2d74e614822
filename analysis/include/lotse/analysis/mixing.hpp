/// Mixing: which sectors are tied to which, and which keep to themselves.
#ifndef LOTSE_ANALYSIS_MIXING_HPP
#define LOTSE_ANALYSIS_MIXING_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Counts pairs of actors with at least one tie (undirected simple projection) on the layer
/// `actors` (unless --layer says otherwise); actors without a recorded sector are left out.
/// Expected: what the number would be if every possible pair were tied equally often. E-I index:
/// (pairs between sectors - pairs within) / all, -1 to 1 (Krackhardt & Stern 1988). Assortativity:
/// graph::assortativity. Agreement with communities: graph::agreement of graph::communities.
struct Mixing {
    struct Options {
        static constexpr auto fields() { return std::tuple{}; }
    };

    /// One row of the mixing matrix; empty: no actor of one of the two sectors.
    struct Row {
        using Count = std::optional<std::int64_t>;

        Sector sector;
        Count work{}, health{}, municipality{}, social{}, sport{}, education{}, insurance{},
            science{}, politics{}, umbrella{};

        static constexpr auto fields() {
            return std::tuple{
                field("sector", &Row::sector, {"Sektor", "Sector"}),
                field("work", &Row::work, {"Arbeit", "Work"}),
                field("health", &Row::health, {"Gesundheit", "Health"}),
                field("municipality", &Row::municipality, {"Kommune", "Municipality"}),
                field("social", &Row::social, {"Soziales", "Social"}),
                field("sport", &Row::sport, {"Sport", "Sport"}),
                field("education", &Row::education, {"Bildung", "Education"}),
                field("insurance", &Row::insurance, {"Kassen", "Insurance"}),
                field("science", &Row::science, {"Wissenschaft", "Science"}),
                field("politics", &Row::politics, {"Politik", "Politics"}),
                field("umbrella", &Row::umbrella, {"Dach", "Umbrella"}),
            };
        }
    };

    struct SectorLine {
        Sector sector;
        std::int64_t actors = 0;
        std::int64_t internal = 0;         ///< pairs within the sector
        std::int64_t external = 0;         ///< pairs with another sector
        std::optional<double> ei_index{};  ///< empty: no pair
        std::optional<double> ei_expected{};

        static constexpr auto fields() {
            using S = SectorLine;
            return std::tuple{
                field("sector", &S::sector, {"Sektor", "Sector"}),
                field("actors", &S::actors, {"Akteure", "Actors"}),
                field("internal", &S::internal, {"Paare im Sektor", "Pairs within"}),
                field("external", &S::external, {"Paare nach außen", "Pairs outwards"}),
                field("ei_index", &S::ei_index, {"E-I-Index", "E-I index"}, Unit::none, 2),
                field("ei_expected", &S::ei_expected,
                      {"E-I-Index, erwartet", "E-I index, expected"}, Unit::none, 2),
            };
        }
    };

    /// Two sectors, or one with itself.
    struct Pair {
        Sector sector;
        Sector other;
        std::int64_t tied = 0;
        std::int64_t possible = 0;
        double expected = 0;
        std::optional<double> ratio{};  ///< tied / expected; empty: none expected

        static constexpr auto fields() {
            return std::tuple{
                field("sector", &Pair::sector, {"Sektor", "Sector"}),
                field("other", &Pair::other, {"mit Sektor", "with sector"}),
                field("tied", &Pair::tied, {"Verbundene Paare", "Connected pairs"}),
                field("possible", &Pair::possible, {"Mögliche Paare", "Possible pairs"}),
                field("expected", &Pair::expected, {"Erwartet", "Expected"}, Unit::none, 1),
                field("ratio", &Pair::ratio, {"Verhältnis", "Ratio"}, Unit::none, 2),
            };
        }
    };

    struct Findings {
        std::int64_t actor_count = 0;
        std::int64_t without_sector = 0;
        std::int64_t pairs = 0;  ///< connected pairs with both sectors recorded
        std::int64_t internal = 0;
        std::int64_t external = 0;
        std::optional<double> external_expected;  ///< share of possible pairs between sectors
        std::optional<double> ei_index;
        std::optional<double> assortativity;
        std::int64_t communities = 0;
        std::optional<double> agreement;
        std::int64_t untied = 0;  ///< pairs of different sectors without a recorded tie
        std::vector<Row> matrix;
        std::vector<SectorLine> sectors;
        std::vector<Pair> not_tied;  ///< the most expected first
        std::vector<Pair> mixing;    ///< by ratio, highest first

        LayerGraph layer;

        static constexpr auto fields() {
            using F = Findings;
            return std::tuple{
                field("actors", &F::actor_count, {"Akteure", "Actors"}),
                field("without_sector", &F::without_sector,
                      {"Ohne erfassten Sektor", "Without a recorded sector"}),
                field("pairs", &F::pairs, {"Verbundene Paare", "Connected pairs"}),
                field("internal", &F::internal, {"im selben Sektor", "within a sector"}),
                field("external", &F::external, {"zwischen Sektoren", "between sectors"}),
                field("external_expected", &F::external_expected,
                      {"Anteil zwischen Sektoren bei Zufall", "Share between sectors by chance"},
                      Unit::share),
                field("ei_index", &F::ei_index, {"E-I-Index", "E-I index"}, Unit::none, 2),
                field("assortativity", &F::assortativity,
                      {"Assortativität der Sektoren", "Assortativity of sectors"}, Unit::none, 2),
                field("communities", &F::communities, {"Gruppen (Leiden)", "Communities (Leiden)"}),
                field(
                    "agreement", &F::agreement,
                    {"Gruppen wie Sektoren (Rand-Index)", "Communities like sectors (Rand index)"},
                    Unit::none, 2),
                field("untied", &F::untied,
                      {"Sektorpaare ohne erfasste Beziehung",
                       "Pairs of sectors without a recorded tie"}),
                field("matrix", &F::matrix,
                      {"Verbundene Paare je Sektor", "Connected pairs by sector"}),
                field("sectors", &F::sectors, {"Sektoren", "Sectors"}),
                field("not_tied", &F::not_tied,
                      {"Sektoren ohne erfasste Beziehung zueinander",
                       "Sectors without a recorded tie between them"}),
                field("mixing", &F::mixing, {"Erfasst und erwartet", "Recorded and expected"}),
            };
        }
    };

    static Info info();
    /// Errors: limit, engine. O(n + m log m).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Reach: how far the nearest open offer is, and how many places there are for whom it reaches.
#ifndef LOTSE_ANALYSIS_REACH_HPP
#define LOTSE_ANALYSIS_REACH_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// One cell per area (rows as in `coverage`) and topic; the point of the area stands for all who
/// live there.
///
/// - *Open offer*: runs on the reference date, is not paused, and is open to one of the groups
/// asked
///   for; a barrier such as a fee does not matter here (`cascade` looks at it). The area recorded
///   for an offer is no border: people may go to a venue elsewhere. Online offers are counted
///   (`online_offers`) and never a way of 0 km.
/// - *Way*: one means of transport for the whole result (`--mode`, else the one most rows of the
///   travel table have, else public transport); ways on foot count with each. The travel table
///   comes first; where it is silent, great-circle distance times a detour, and minutes by a speed,
///   both by settlement class from the code list travel_rules. `basis` says which of the two.
///   A venue without position stands at the point of its area. An offer without venue counts for
///   the areas recorded for it, at their point, and for areas that hold them; for areas inside a
///   wider one its way is not known.
/// - *Threshold*: minutes by mode and settlement class (1 and 2 urban, 3 and 4 rural), same list;
///   a missing class is that of the area above, else 3. `within_threshold` is `no` only where the
///   Kreis of the area has an open offer on the topic or a finding speaks of it, and no open offer
///   of unknown place might be nearer; else it is unknown. There a way of more than four times the
///   threshold is not shown.
/// - *Access*: places per 1000 of the demand (unemployed by --legal, else inhabitants), E2SFCA and
///   balanced; weights 1, 0.68, 0.22 for thirds of the threshold. Places are shared with the people
///   of all areas that the result has without --area, so that it chooses rows and changes no value.
///   Only offers with a recorded capacity count; the places of one with several venues are one
///   pool, reached by the nearest of them. Empty without demand, and where the offers within the
///   threshold record no capacity.
/// - *Shares* over areas with a known way, weighted by demand. FGT on the relative excess
///   (minutes - threshold) / threshold. Concentration index of the minutes by deprivation, the most
///   deprived first: below 0 the long ways lie with deprived areas.
///
/// Cost: O(areas x venues) additions and multiplications, O(areas x offers per topic) comparisons.
/// Sources: formulas at analysis/accessibility.hpp; rules in datasets/codes/travel_rules.csv.
struct Reach {
    struct Options {
        std::string by;
        std::string mode;
        std::optional<double> threshold;
        std::optional<double> detour;
        std::optional<double> speed;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Zeilen: state, region, district, municipality, quarter",
                       "level of the rows: state, region, district, municipality, quarter"}),
                field("mode", &Options::mode,
                      {"Verkehrsmittel: public_transport, car, bicycle, walk",
                       "means of transport: public_transport, car, bicycle, walk"}),
                field("threshold", &Options::threshold,
                      {"Schwelle in Minuten für alle Gebiete statt der Liste travel_rules",
                       "threshold in minutes for all areas instead of the list travel_rules"}),
                field("detour", &Options::detour,
                      {"Umweg: Weglänge durch Luftlinie", "detour: way by straight line"}),
                field("speed", &Options::speed,
                      {"Tempo geschätzter Wege in km/h", "speed of estimated ways in km/h"})};
        }
    };

    struct Cell {
        /// Nothing is known yet.
        Cell(AreaId of, Choice about) : area{of}, topic{std::move(about)} {}

        AreaId area;
        Choice topic;
        std::optional<double> nearest_km;
        std::optional<double> nearest_minutes;
        std::optional<OfferId> nearest_offer;
        ThreeValued within_threshold = ThreeValued::unknown;
        std::optional<double> access_e2sfca;
        std::optional<double> access_bfca;
        double threshold_minutes = 0;
        std::optional<Choice> basis;
        std::int64_t online_offers = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Cell::area, {"Gebiet", "Area"}),
                field("topic", &Cell::topic, {"Thema", "Topic"}),
                field("nearest_km", &Cell::nearest_km, {"Weg", "Way"}, Unit::kilometres, 1),
                field("nearest_minutes", &Cell::nearest_minutes, {"Dauer", "Time"}, Unit::minutes,
                      0),
                field("nearest_offer", &Cell::nearest_offer, {"Nächstes Angebot", "Nearest offer"}),
                field("within_threshold", &Cell::within_threshold,
                      {"in der Schwelle", "Within threshold"}),
                field("access_e2sfca", &Cell::access_e2sfca,
                      {"Plätze je 1000 (E2SFCA)", "Places per 1000 (E2SFCA)"}, Unit::none, 1),
                field("access_bfca", &Cell::access_bfca,
                      {"Plätze je 1000 (balanciert)", "Places per 1000 (balanced)"}, Unit::none, 1),
                field("threshold_minutes", &Cell::threshold_minutes, {"Schwelle", "Threshold"},
                      Unit::minutes, 0),
                field("basis", &Cell::basis, {"Grundlage", "Basis"}),
                field("online_offers", &Cell::online_offers, {"online", "Online"}),
            };
        }
    };

    struct Settlement {
        AreaId area;
        std::optional<Choice> settlement;  ///< empty: not recorded, the default holds
        double threshold_minutes = 0;
        double detour = 1;
        double speed_kmh = 1;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Settlement::area, {"Gebiet", "Area"}),
                field("settlement", &Settlement::settlement, {"Siedlungstyp", "Settlement"}),
                field("threshold_minutes", &Settlement::threshold_minutes,
                      {"Schwelle", "Threshold"}, Unit::minutes, 0),
                field("detour", &Settlement::detour, {"Umweg", "Detour"}, Unit::none, 2),
                field("speed_kmh", &Settlement::speed_kmh, {"Tempo in km/h", "Speed in km/h"},
                      Unit::none, 1),
            };
        }
    };

    /// What the known ways of one topic, or of all, add up to.
    struct Total {
        std::optional<double> share_within;
        std::optional<double> fgt0;
        std::optional<double> fgt1;
        std::optional<double> fgt2;
        std::optional<double> concentration_index;
    };

    struct TopicTotal : Total {
        Choice topic;
        std::int64_t within = 0;
        std::int64_t outside = 0;
        std::int64_t unknown = 0;
        std::optional<double> mean_minutes;
        std::int64_t open_offers = 0;
        std::int64_t with_capacity = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("topic", &TopicTotal::topic, {"Thema", "Topic"}),
                field("within", &TopicTotal::within, {"Gebiete in der Schwelle", "Areas within"}),
                field("outside", &TopicTotal::outside, {"außerhalb", "Outside"}),
                field("unknown", &TopicTotal::unknown, {"nicht erhoben", "Not recorded"}),
                field("share_within", &TopicTotal::share_within,
                      {"Anteil in der Schwelle", "Share within"}, Unit::share),
                field("mean_minutes", &TopicTotal::mean_minutes, {"Dauer im Mittel", "Mean time"},
                      Unit::minutes, 0),
                field("fgt0", &TopicTotal::fgt0, {"FGT 0", "FGT 0"}),
                field("fgt1", &TopicTotal::fgt1, {"FGT 1", "FGT 1"}),
                field("fgt2", &TopicTotal::fgt2, {"FGT 2", "FGT 2"}),
                field("concentration_index", &TopicTotal::concentration_index,
                      {"Konzentrationsindex der Minuten", "Concentration index of the minutes"}),
                field("open_offers", &TopicTotal::open_offers,
                      {"offene Angebote vor Ort", "Open offers on site"}),
                field("with_capacity", &TopicTotal::with_capacity,
                      {"davon mit Platzzahl", "With capacity"}),
            };
        }
    };

    struct Findings : Total {
        std::int64_t area_count = 0;
        Choice mode;
        Choice demand;
        std::int64_t within = 0;
        std::int64_t outside = 0;
        std::int64_t unknown = 0;
        std::vector<Cell> areas;
        std::vector<TopicTotal> topics;
        std::vector<Settlement> settlements;

        // For explain only.
        std::int64_t recorded_ways = 0;
        std::int64_t at_area_points = 0;
        std::int64_t online_only = 0;
        std::int64_t unplaced = 0;
        std::int64_t openness_not_recorded = 0;
        std::int64_t areas_without_point = 0;
        std::int64_t areas_without_demand = 0;
        std::int64_t areas_with_withheld_demand = 0;
        std::int64_t areas_without_deprivation = 0;
        std::int64_t travel_rows_unused = 0;
        bool demand_measured = false;
        std::optional<Message> demand_hidden;  ///< why another number is not the weight
        std::vector<std::string> unusable_rules;

        static constexpr auto fields() {
            return std::tuple{
                field("area_count", &Findings::area_count, {"Gebiete", "Areas"}),
                field("mode", &Findings::mode, {"Verkehrsmittel", "Means of transport"}),
                field("demand", &Findings::demand, {"gewichtet nach", "Weighted by"}),
                field("within", &Findings::within,
                      {"Felder in der Schwelle", "Cells within the threshold"}),
                field("outside", &Findings::outside, {"außerhalb", "Outside"}),
                field("unknown", &Findings::unknown, {"nicht erhoben", "Not recorded"}),
                field("share_within", &Findings::share_within,
                      {"Anteil in der Schwelle", "Share within the threshold"}, Unit::share),
                field("fgt0", &Findings::fgt0, {"FGT 0: Anteil außerhalb", "FGT 0: share outside"}),
                field("fgt1", &Findings::fgt1,
                      {"FGT 1: mittlere Überschreitung", "FGT 1: mean excess"}),
                field("fgt2", &Findings::fgt2,
                      {"FGT 2: mittlere quadrierte Überschreitung", "FGT 2: mean squared excess"}),
                field("concentration_index", &Findings::concentration_index,
                      {"Konzentrationsindex der Minuten nach Deprivation",
                       "Concentration index of the minutes by deprivation"}),
                field("areas", &Findings::areas, {"Gebiete und Themen", "Areas and topics"}),
                field("topics", &Findings::topics, {"Themen", "Topics"}),
                field("settlements", &Findings::settlements, {"Regeln je Gebiet", "Rules by area"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown level or mode, numbers that are not positive).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

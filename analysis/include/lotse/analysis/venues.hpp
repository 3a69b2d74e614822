/// Venues: at what kind of places offers happen, and how far the next neutral place is.
#ifndef LOTSE_ANALYSIS_VENUES_HPP
#define LOTSE_ANALYSIS_VENUES_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Looks at the open offers (as in `reach`) and their venues; with --area at offers that reach one
/// of the areas or take place there. An offer with several venues counts at each kind of them, and
/// an answer holds for it if one of its venues gives it. What is not recorded is counted by itself
/// and enters no share. A venue that no open offer uses stays in the list with 0 offers.
///
/// `neutral` is what the table of venues says: not the premises of an authority. The nearest
/// neutral venue of an area (rows as in `coverage`) is found with the ways of `reach`, whether an
/// offer takes place there or not, up to four times the threshold: what is farther is said to be
/// so, without a time. An area may lack one only because `neutral` is not recorded.
/// Cost: O(offers + areas x venues).
/// Source: QUESTIONS A29; acceptability and accommodation after Penchansky, R. & Thomas, J. W.
/// (1981), The concept of access, Medical Care 19(2), 127-140.
struct Venues {
    struct Options {
        std::string by;
        std::string mode;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Zeilen: state, region, district, municipality, quarter",
                       "level of the rows: state, region, district, municipality, quarter"}),
                field("mode", &Options::mode,
                      {"Verkehrsmittel: public_transport, car, bicycle, walk",
                       "means of transport: public_transport, car, bicycle, walk"})};
        }
    };

    struct Kind {
        Choice kind;  ///< not_recorded: an offer without venue, or a venue without kind
        std::int64_t offers = 0;
        std::int64_t venues = 0;
        std::optional<double> share;  ///< of the offers on site with a recorded kind of venue

        static constexpr auto fields() {
            return std::tuple{
                field("kind", &Kind::kind, {"Art des Ortes", "Kind of venue"}),
                field("offers", &Kind::offers, {"Angebote", "Offers"}),
                field("venues", &Kind::venues, {"Orte", "Venues"}),
                field("share", &Kind::share, {"Anteil der Angebote", "Share of offers"},
                      Unit::share),
            };
        }
    };

    /// One yes-or-no question about the offers.
    struct Answer {
        Choice question;
        std::int64_t yes = 0;
        std::int64_t no = 0;
        std::int64_t unknown = 0;
        std::optional<double> share;  ///< yes of yes and no

        static constexpr auto fields() {
            return std::tuple{
                field("question", &Answer::question, {"Merkmal", "Feature"}),
                field("yes", &Answer::yes, {"ja", "Yes"}),
                field("no", &Answer::no, {"nein", "No"}),
                field("unknown", &Answer::unknown, {"nicht erhoben", "Not recorded"}),
                field("share", &Answer::share, {"Anteil ja", "Share yes"}, Unit::share),
            };
        }
    };

    struct Row {
        VenueId venue;
        std::optional<Choice> kind;
        std::optional<AreaId> area;
        ThreeValued neutral = ThreeValued::unknown;
        ThreeValued barrier_free = ThreeValued::unknown;
        std::optional<double> transit_minutes;
        std::int64_t offers = 0;

        static constexpr auto fields() {
            return std::tuple{
                field("venue", &Row::venue, {"Ort", "Venue"}),
                field("kind", &Row::kind, {"Art", "Kind"}),
                field("area", &Row::area, {"Gebiet", "Area"}),
                field("neutral", &Row::neutral, {"neutral", "Neutral"}),
                field("barrier_free", &Row::barrier_free, {"barrierefrei", "Barrier-free"}),
                field("transit_minutes", &Row::transit_minutes, {"zum ÖPNV", "To public transport"},
                      Unit::minutes, 0),
                field("offers", &Row::offers, {"Angebote", "Offers"}),
            };
        }
    };

    struct AreaRow {
        AreaId area;
        std::optional<VenueId> nearest_neutral;
        std::optional<double> km;
        std::optional<double> minutes;
        std::optional<Choice> basis;
        /// Open offers at the nearest neutral venue, for whatever areas; empty: no venue is named.
        std::optional<std::int64_t> offers_there;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &AreaRow::area, {"Gebiet", "Area"}),
                field("nearest_neutral", &AreaRow::nearest_neutral,
                      {"nächster neutraler Ort", "Nearest neutral venue"}),
                field("km", &AreaRow::km, {"Weg", "Way"}, Unit::kilometres, 1),
                field("minutes", &AreaRow::minutes, {"Dauer", "Time"}, Unit::minutes, 0),
                field("basis", &AreaRow::basis, {"Grundlage", "Basis"}),
                field("offers_there", &AreaRow::offers_there, {"Angebote dort", "Offers there"}),
            };
        }
    };

    struct Findings {
        std::int64_t offers = 0;
        std::int64_t on_site = 0;
        std::int64_t online = 0;
        std::int64_t without_venue = 0;  ///< on site, venue not recorded
        std::optional<double> share_outside_jobcenter;
        std::optional<double> share_neutral;
        std::optional<double> share_barrier_free;
        std::optional<double> share_mixed;
        std::optional<double> transit_minutes_median;
        std::int64_t transit_not_recorded = 0;
        std::vector<Answer> answers;
        std::vector<Kind> kinds;
        std::vector<AreaRow> areas;
        std::vector<Row> venues;

        /// For explain only.
        /// @{
        std::int64_t openness_not_recorded = 0;
        Choice mode;
        std::vector<AreaId> too_far;  ///< all recorded neutral venues lie beyond what is told
        /// @}

        static constexpr auto fields() {
            return std::tuple{
                field("offers", &Findings::offers, {"offene Angebote", "Open offers"}),
                field("on_site", &Findings::on_site, {"davon vor Ort", "On site"}),
                field("online", &Findings::online, {"davon online", "Online"}),
                field("without_venue", &Findings::without_venue,
                      {"vor Ort, Ort nicht erhoben", "On site, venue not recorded"}),
                field("share_outside_jobcenter", &Findings::share_outside_jobcenter,
                      {"Anteil außerhalb des Jobcenters", "Share outside the jobcenter"},
                      Unit::share),
                field("share_neutral", &Findings::share_neutral,
                      {"Anteil an neutralen Orten", "Share at neutral venues"}, Unit::share),
                field("share_barrier_free", &Findings::share_barrier_free,
                      {"Anteil barrierefrei", "Share barrier-free"}, Unit::share),
                field("share_mixed", &Findings::share_mixed,
                      {"Anteil offen für mehrere Gruppen", "Share open to several groups"},
                      Unit::share),
                field("transit_minutes_median", &Findings::transit_minutes_median,
                      {"Weg zum ÖPNV, Mitte", "Way to public transport, median"}, Unit::minutes, 0),
                field("transit_not_recorded", &Findings::transit_not_recorded,
                      {"genutzte Orte ohne Angabe dazu", "Venues in use without it"}),
                field("answers", &Findings::answers, {"Merkmale", "Features"}),
                field("kinds", &Findings::kinds, {"Arten von Orten", "Kinds of venues"}),
                field("areas", &Findings::areas,
                      {"Nächster neutraler Ort", "Nearest neutral venue"}),
                field("venues", &Findings::venues, {"Orte", "Venues"}),
            };
        }
    };

    static Info info();
    /// Errors: usage (unknown level or mode).
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

}  // namespace lotse::analysis

#endif

/// Needs: how many persons need something, and how many places there are for them.
#ifndef LOTSE_ANALYSIS_NEEDS_HPP
#define LOTSE_ANALYSIS_NEEDS_HPP

#include <lotse/analysis/analysis.hpp>

namespace lotse::analysis {

/// Joins the counts of the table needs with the offers. A row is an area, a topic and a target
/// group as recorded; further rows say for which of the areas nothing is recorded.
///
/// - *persons* are as recorded, never added: groups overlap, and areas hold each other.
/// - *state* is that of `coverage` for area, topic and group. SGB II and SGB III are asked for as
///   legal circles, other groups as target groups; offers for a part of a group (only women,
///   only people with an addiction) count, offers for professionals alone do not.
/// - *places* is the sum of the recorded capacities of the offers that run, reach the area and are
///   open to the group; empty if none of them records one. An offer that reaches several areas
///   counts in each, so places of areas must not be added either.
/// - *places_per_1000* = 1000 x places / persons; empty if one of them is, or persons is 0.
///
/// Counts of 1 to 2 persons (`--suppress-below`), counts they could be worked out from, and the
/// places per 1,000 of these are withheld: `suppress` and `person_counts` say how.
///
/// Cost: O(needs x offers) and person_counts. Source: QUESTIONS A22.
struct Needs {
    struct Options {
        std::string by;

        static constexpr auto fields() {
            return std::tuple{
                field("by", &Options::by,
                      {"Ebene der Gebiete: state, region, district, municipality, quarter",
                       "level of the areas: state, region, district, municipality, quarter"})};
        }
    };

    enum class Data { recorded, withheld, not_recorded };

    struct Row {
        AreaId area;
        std::optional<Choice> topic;
        std::optional<Choice> target;
        Data data = Data::not_recorded;
        Guarded<std::int64_t> persons;
        std::optional<PartialDate> year;
        std::vector<std::string> source;
        std::optional<CoverageState> state;  ///< empty without topic
        std::optional<std::int64_t> places;
        std::int64_t offers_without_places = 0;
        Guarded<double> places_per_1000;
        std::vector<Choice> offers;
        std::optional<ActorId> ask;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &Row::area, {"Gebiet", "Area"}),
                field("topic", &Row::topic, {"Thema", "Topic"}),
                field("target", &Row::target, {"Zielgruppe", "Target group"}),
                field("persons", &Row::persons, {"Personen", "Persons"}, Unit::persons),
                field("state", &Row::state, {"Angebot", "Offer"}),
                field("places", &Row::places, {"Plätze", "Places"}),
                field("places_per_1000", &Row::places_per_1000,
                      {"Plätze je 1.000", "Places per 1,000"}, Unit::none, 1),
                field("year", &Row::year, {"Jahr", "Year"}),
                field("data", &Row::data, {"Daten", "Data"}),
                field("offers_without_places", &Row::offers_without_places,
                      {"Angebote ohne Platzzahl", "Offers without places"}),
                field("offers", &Row::offers, {"Angebote", "Offers"}),
                field("ask", &Row::ask, {"Wen fragen", "Whom to ask"}),
                field("source", &Row::source, {"Quelle", "Source"}),
            };
        }
    };

    /// What the table areas holds of the areas above.
    struct AreaRow {
        AreaId area;
        Guarded<std::int64_t> population;
        Guarded<std::int64_t> unemployed_sgb2;
        Guarded<std::int64_t> unemployed_sgb3;
        Guarded<std::int64_t> unemployed;
        Guarded<std::int64_t> long_term;

        static constexpr auto fields() {
            return std::tuple{
                field("area", &AreaRow::area, {"Gebiet", "Area"}),
                field("population", &AreaRow::population, {"Einwohner", "Inhabitants"},
                      Unit::persons),
                field("unemployed_sgb2", &AreaRow::unemployed_sgb2,
                      {"Arbeitslose SGB II", "Unemployed SGB II"}, Unit::persons),
                field("unemployed_sgb3", &AreaRow::unemployed_sgb3,
                      {"Arbeitslose SGB III", "Unemployed SGB III"}, Unit::persons),
                field("unemployed", &AreaRow::unemployed, {"Arbeitslose", "Unemployed"},
                      Unit::persons),
                field("long_term", &AreaRow::long_term,
                      {"Langzeitarbeitslose", "Long-term unemployed"}, Unit::persons),
            };
        }
    };

    struct Findings {
        std::int64_t recorded = 0;
        std::int64_t withheld = 0;
        std::int64_t not_recorded = 0;
        std::int64_t without_offer = 0;  ///< recorded or withheld, and no offer runs or is known
        std::int64_t without_places = 0;
        std::optional<PartialDate> oldest_year;
        std::optional<PartialDate> newest_year;
        std::vector<Row> needs;
        std::vector<AreaRow> areas;

        static constexpr auto fields() {
            return std::tuple{
                field("recorded", &Findings::recorded,
                      {"gezeigte Zahlen zum Bedarf", "Counts of need shown"}),
                field("withheld", &Findings::withheld,
                      {"zum Schutz nicht gezeigte", "Counts withheld for protection"}),
                field("not_recorded", &Findings::not_recorded,
                      {"Felder ohne Daten", "Cells without data"}),
                field("without_offer", &Findings::without_offer,
                      {"Bedarf ohne erfasstes Angebot, das läuft",
                       "Need without a recorded running offer"}),
                field("without_places", &Findings::without_places,
                      {"Bedarf mit Angebot, aber ohne Platzzahl",
                       "Need with an offer but no places"}),
                field("oldest_year", &Findings::oldest_year, {"ältestes Jahr", "Oldest year"}),
                field("newest_year", &Findings::newest_year, {"neuestes Jahr", "Newest year"}),
                field("needs", &Findings::needs, {"Bedarf und Plätze", "Needs and places"}),
                field("areas", &Findings::areas, {"Gebiete", "Areas"}),
            };
        }
    };

    static Info info();
    static Result<Findings> run(const View& view, const Options& options);
    static void explain(const View& view, const Findings& findings, Document& document);
    static Entry entry();
};

constexpr auto enumerators(Needs::Data) {
    using enum Needs::Data;
    return std::array{
        Enumerator{recorded, "recorded", {"erfasst", "recorded"}},
        Enumerator{withheld, "withheld", {"nicht gezeigt", "withheld"}},
        Enumerator{not_recorded, "not_recorded", {"keine Daten", "no data"}},
    };
}

}  // namespace lotse::analysis

#endif

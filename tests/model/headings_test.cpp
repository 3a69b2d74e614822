#include <lotse/model/headings.hpp>
#include <lotse/model/network_builder.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("headings are read without umlauts, too") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"Schluessel", "NAME", "Art", "Traegerform", "Breite", "Laenge"},
         {"jc", "Jobcenter", "jobcenter", "gE", "51.5", "7.2"}});
    add(builder, "offers",
        {{"schluessel", "Name", "Handlungsfelder", "Plaetze", "Gebuehrenfrei", "Anbieter"},
         {"o", "Kurs", "LP-BEW", "12", "ja", "jc"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result).empty());
    CHECK(result.network.actors()[0].lon == 7.2);
    CHECK(result.network.offers()[0].capacity == 12);
    CHECK(result.network.offers()[0].free == ThreeValued::yes);
    CHECK(result.network.offers()[0].providers.size() == 1);
}

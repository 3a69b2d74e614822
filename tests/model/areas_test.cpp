#include <lotse/model/municipalities.hpp>
#include <lotse/model/network_builder.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("a Kreis of today holds what has the key of a former one") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "other", "03152012"},
         {"b", "B", "other", "03156"},
         {"c", "C", "other", "16056000"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"actors.csv:3:4 former-district"});
    const Network& network = result.network;
    CHECK(network.actors()[1].area.key == "03159");
    const auto lies_in = [&](std::string_view inner, std::string_view outer) {
        return network.within(*network.find_area(inner), *network.find_area(outer));
    };
    CHECK(lies_in("03152012", "03159"));
    CHECK(lies_in("03152012", "03"));
    CHECK(lies_in("16056000", "16063"));
    CHECK(network[*network.find_area("03152")].key == "03159");
}

TEST_CASE("a former Kreis that a network itself holds lies in that of today, unless it says so") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"}, {"a", "A", "other", "03152"}, {"b", "B", "other", "x"}});
    add(builder, "areas",
        {{"key", "name", "level", "parent"},
         {"03152", "Altkreis Göttingen", "district", ""},
         {"03156", "Altkreis Osterode", "district", "x"},
         {"x", "Südniedersachsen", "region", ""}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result).empty());
    const Network& network = result.network;
    const auto parent = [&](std::string_view key) {
        return network[*network.parent_of(*network.find_area(key))].key;
    };
    CHECK(network.actors()[0].area.key == "03152");
    CHECK(parent("03152") == "03159");
    CHECK(parent("03156") == "x");
}

TEST_CASE("coordinates 0/0 are not recorded, and it is said") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "lat", "lon"},
         {"a", "A", "other", "0", "0.0"},
         {"b", "B", "other", "0", "9.5"}});
    add(builder, "venues", {{"key", "name", "lat", "lon"}, {"v", "V", "0", "0"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"actors.csv:2:4 null-coordinates",
                                                    "actors.csv:3:4 outside-germany",
                                                    "venues.csv:2:3 null-coordinates"});
    CHECK_FALSE(result.network.actors()[0].lat);
    CHECK_FALSE(result.network.actors()[0].lon);
    CHECK(result.network.actors()[1].lat == 0.0);
}

TEST_CASE("one number is no position: it is said, kept, and never joined with one of a list") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind", "lat"}, {"a", "A", "other", "50.5"}});
    add(builder, "venues", {{"key", "name", "lat", "lon"}, {"v", "V", "", "9.5"}});
    add(builder, "areas",
        {{"key", "name", "level", "lat", "lon"},
         {"05911", "Bochum", "district", "51.9", ""},
         {"05913", "Dortmund", "district", "51.6", "7.5"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"actors.csv:2:4 half-coordinates",
                                                    "areas.csv:2:4 half-coordinates",
                                                    "venues.csv:2:4 half-coordinates"});
    const Network& network = result.network;
    CHECK(network.actors()[0].lat == 50.5);
    CHECK(network.tables().areas[0].lat == 51.9);
    const Area& bochum = network[*network.find_area("05911")];
    REQUIRE(bochum.lat);
    CHECK(*bochum.lat < 51.6);  // of the list
    CHECK(bochum.lon);
    CHECK(network[*network.find_area("05913")].lat == 51.6);
}

TEST_CASE("of actors without an area nobody says that they share one") {
    const auto message = [](const std::string& area) {
        NetworkBuilder builder;
        add(builder, "actors",
            {{"key", "name", "kind", "area"},
             {"a", "TV", "other", area},
             {"b", "TV", "other", area}});
        const BuildResult result = std::move(builder).finish();
        REQUIRE(result.issues.size() == 1);
        CHECK(result.issues[0].code == "similar-actor");
        return result.issues[0].message.de;
    };
    CHECK(message("").find("ein Gebiet ist bei beiden nicht erhoben") != std::string::npos);
    CHECK(message("05911").find("dasselbe Gebiet") != std::string::npos);
}

TEST_CASE("the built-in source of an area vouches for its own figures alone") {
    const auto bochum = [](const std::vector<std::vector<std::string>>& rows) {
        NetworkBuilder builder;
        add(builder, "areas", rows);
        const auto result = std::move(builder).finish();
        REQUIRE(result.network.find_area("05911"));
        return result.network[*result.network.find_area("05911")];
    };
    const Area plain = bochum({{"key", "name"}, {"05911", "Bochum"}});
    REQUIRE(plain.source.size() == 1);
    const std::string destatis = plain.source[0];
    CHECK(destatis.starts_with("Destatis"));
    CHECK(to_string(*plain.as_of) == "2018-12-31");
    const Area counted = bochum({{"key", "name", "unemployed_sgb2"}, {"05911", "Bochum", "12345"}});
    CHECK(counted.source ==
          std::vector{destatis + " [settlement, population, lat, lon; 2018-12-31]"});
    CHECK_FALSE(counted.as_of);
    const Area sourced = bochum({{"key", "name", "population", "source", "as_of"},
                                 {"05911", "Bochum", "370000", "Stadt Bochum", "2025"}});
    CHECK(sourced.source == std::vector<std::string>{
                                "Stadt Bochum", destatis + " [settlement, lat, lon; 2018-12-31]"});
    CHECK(to_string(*sourced.as_of) == "2025");
}

TEST_CASE("a municipality that is only mentioned has the name and position of the BKG") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "other", "05954016"},
         {"b", "B", "other", "059540016016"},
         {"c", "C", "other", "05954999"},
         {"d", "D", "other", "059549999000"},
         {"e", "E", "other", "059549999999"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) ==
          std::vector<std::string>{"actors.csv:4:4 unknown-area", "actors.csv:6:4 unknown-area"});
    const Network& network = result.network;
    const auto area = [&](std::string_view key) { return network[*network.find_area(key)]; };
    for (const char* key : {"05954016", "059540016016"}) {
        CAPTURE(key);
        CHECK(area(key).name == "Hattingen");
        CHECK(area(key).lat == Approx(51.4).margin(0.1));
        CHECK(network.within(*network.find_area(key), *network.find_area("05954")));
    }
    CHECK(area("05954999").name == "05954999");
    CHECK_FALSE(area("05954999").lat);
}

TEST_CASE("the municipalities that come with the program are all of Germany") {
    std::size_t of_today = 0;
    const Network germany{{}, {}};
    for (const Area& area : municipalities())
        if (germany.find_area(area.parent.key)) ++of_today;
    CHECK(municipalities().size() == 11084);
    CHECK(of_today == municipalities().size());
    CHECK(find_municipality("05911000")->name == "Bochum");
    CHECK(find_municipality("05911") == nullptr);
    CHECK(find_municipality("") == nullptr);
}

TEST_CASE("an own row of a municipality keeps the rest of what comes with the program") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
    add(builder, "areas",
        {{"key", "name", "population", "lat", "lon", "parent"},
         {"05382020", "Hennef", "47000", "", "", ""},
         {"053820024024", "Königswinter", "", "50.6", "7.2", "k"},
         {"k", "Siebengebirge", "", "", "", ""}});
    const Network network = std::move(builder).finish().network;
    const auto area = [&](const char* key) { return network[*network.find_area(key)]; };
    const Area* known = find_municipality("05382020");
    CHECK(area("05382020").name == "Hennef");
    CHECK(area("05382020").population == 47000);
    CHECK(area("05382020").lat == known->lat);
    CHECK(area("05382020").lon == known->lon);
    CHECK(area("05382020").level == "municipality");
    CHECK(area("05382020").source ==
          std::vector<std::string>{known->source.front() + " [lat, lon]"});
    CHECK(area("053820024024").lat == 50.6);
    CHECK(area("053820024024").source.empty());
    CHECK(network.within(*network.find_area("053820024024"), *network.find_area("k")));
    CHECK(network.within(*network.find_area("05382020"), *network.find_area("05382")));
}

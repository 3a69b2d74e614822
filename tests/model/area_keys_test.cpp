#include <lotse/model/municipalities.hpp>
#include <lotse/model/network_builder.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace lotse;
using Found = std::vector<std::string>;
using Lines = std::vector<std::vector<std::string>>;

TEST_CASE("own areas may have keys that look like numbers") {
    NetworkBuilder builder;
    add(builder, "areas",
        {{"key", "name", "level", "parent"},
         {"1.1", "Innenstadt", "quarter", "05911"},
         {"01.2", "Nord", "quarter", "05911"},
         {"1.2.3", "Block", "quarter", "1.1"},
         {"12E", "Ehrenfeld", "quarter", "05911"},
         {"5E3", "Elf", "quarter", "05911"},
         {"11.0", "Zwölf", "quarter", "05911"},
         {"1.234", "Dreizehn", "quarter", "05911"}});
    add(builder, "actors",
        {{"key", "name", "kind", "area", "serves"},
         {"a", "A", "other", "1.1", "01.2|1.2.3|12E"},
         {"b", "B", "other", "5E3", "11.0|1.234"}});
    add(builder, "travel", {{"from", "to", "minutes"}, {"1.1", "01.2", "7"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result).empty());
    CHECK(result.network.actors()[0].serves.size() == 3);
    CHECK(result.network.tables().travel.size() == 1);
}

TEST_CASE("a number that a spreadsheet made of a key is refused where no area is called so") {
    const auto codes = [](const std::string& key) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind", "area"}, {"a", "A", "other", key}});
        return found(std::move(builder).finish());
    };
    for (const char* key : {"5911.0", "5.911", "5,911", "5,911E+03", "5.911E3", "5.911.000"}) {
        CAPTURE(key);
        CHECK(codes(key) == Found{"actors.csv:2:4 bad-ags"});
    }
    for (const char* key : {"1.1", "12E", "59.11", "1.2.3"}) {
        CAPTURE(key);
        CHECK(codes(key) == Found{"actors.csv:2:4 unknown-reference"});
    }
}

TEST_CASE("an own key that is probably an official one turned into a number is warned of") {
    NetworkBuilder builder;
    add(builder, "areas",
        {{"key", "name"},
         {"5911.0", "Bochum"},
         {"5.913", "Dortmund"},
         {"5.911.000", "Bochum"},
         {"5,913", "Dortmund"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == Found{"areas.csv:2:1 bad-ags", "areas.csv:3:1 bad-ags",
                                 "areas.csv:4:1 bad-ags", "areas.csv:5:1 bad-ags"});
    CHECK(std::ranges::count(result.issues, Severity::warning, &Issue::severity) == 3);
    CHECK(result.issues[1].message.de.find("„05913“") != std::string::npos);
}

TEST_CASE("a kreisfreie Stadt is one area under the keys of Kreis and municipality") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area", "serves"},
         {"a", "A", "other", "05911000", "059110000000|05911"},
         {"b", "B", "other", "05954016", "059540000000"}});
    add(builder, "areas",
        {{"key", "name", "level", "parent"}, {"mitte", "Mitte", "quarter", "05911000"}});
    add(builder, "findings", {{"area", "topic", "state"}, {"059110000000", "LP-ERN", "none"}});
    add(builder, "needs",
        {{"area", "topic", "persons"}, {"05911000", "LP-ERN", "30"}, {"05911", "LP-ERN", "30"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == Found{"needs.csv:3 repeated-need"});
    const Network& network = result.network;
    CHECK(network.actors()[0].area.key == "05911000");  // as it was written
    for (const Ref<Area>& area : {network.actors()[0].area, network.tables().findings[0].area}) {
        CHECK(network[*area].key == "05911");
        CHECK(network[*area].name == "Bochum");
    }
    CHECK(network.actors()[0].serves.size() == 1);
    CHECK(std::ranges::count(network.areas(), "Bochum", &Area::name) == 1);
    CHECK(network[*network.find_area("05911000")].key == "05911");
    CHECK(network[*network.find_area("059110000000")].key == "05911");
    CHECK(network.within(*network.find_area("mitte"), *network.find_area("05911")));
    CHECK(network[*network.find_area("059540000000")].key == "059540000000");
}

TEST_CASE("the municipality of a kreisfreie Stadt that a network holds itself stays what it is") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
    add(builder, "areas", {{"key", "name"}, {"05911000", "Bochum (Gemeinde)"}});
    add(builder, "findings", {{"area", "topic", "state"}, {"05911000", "LP-ERN", "none"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result).empty());
    CHECK(result.network.tables().findings[0].area.key == "05911000");
    const Network& network = result.network;
    CHECK(network[*network.find_area("05911000")].name == "Bochum (Gemeinde)");
    CHECK(network.within(*network.find_area("05911000"), *network.find_area("05911")));
}

TEST_CASE("a Kreis whose only municipality ends in 000 is that town, and no other is") {
    std::map<std::string, int> members;
    for (const Area& area : municipalities()) ++members[area.parent.key];
    const Network germany{{}, {}};
    int towns = 0;
    for (const Area& area : municipalities()) {
        const bool is_town = germany[*germany.find_area(area.parent.key)].key + "000" == area.key;
        CAPTURE(area.key);
        CHECK(germany.find_area(area.key).has_value() == is_town);
        if (!is_town) continue;
        ++towns;
        CHECK(members[area.parent.key] == 1);
    }
    CHECK(towns > 100);
    CHECK_FALSE(germany.find_area("16056000"));  // Eisenach lies in the Wartburgkreis
    CHECK_FALSE(germany.find_area("059119999000"));
}

TEST_CASE("AGS and ARS of a municipality are one area, under the key that the network has") {
    const auto network_of = [](std::initializer_list<const char*> own, const char* seat,
                               const char* served) {
        NetworkBuilder builder;
        add(builder, "actors",
            {{"key", "name", "kind", "area", "serves"}, {"a", "A", "other", seat, served}});
        for (const char* key : own) add(builder, "areas", {{"key", "name"}, {key, "Hennef"}});
        return std::move(builder).finish().network;
    };
    const std::string ags = "05382020";
    const std::string ars = "053820020020";
    const auto held = [&](const Network& network) {
        std::string out;
        for (const std::string& key : {ags, ars}) {
            const auto area = network.find_area(key);
            REQUIRE(area);
            out += network[*area].key + ' ';
            CHECK(network.within(*area, *network.find_area("05382")));
        }
        return out;
    };
    CHECK(held(network_of({}, ags.c_str(), ags.c_str())) == "05382020 05382020 ");
    CHECK(held(network_of({}, ars.c_str(), ars.c_str())) == "053820020020 053820020020 ");
    CHECK(held(network_of({}, ars.c_str(), ags.c_str())) == "05382020 05382020 ");
    CHECK(held(network_of({"053820020020"}, ags.c_str(), "05911")) == "053820020020 053820020020 ");
    const Network both = network_of({"05382020", "053820020020"}, ags.c_str(), ars.c_str());
    CHECK(held(both) == "05382020 053820020020 ");
    CHECK(both.within(*both.find_area(ags), *both.find_area(ars)));
    CHECK(both.within(*both.find_area(ars), *both.find_area(ags)));
    const Network newer = network_of({}, "053820099998", "05382998");  // none of 2016
    CHECK(newer[*newer.find_area("053820099998")].key == "05382998");
    CHECK(newer.actors()[0].area.key == "053820099998");  // as it was written
}

TEST_CASE("what is said twice of AGS and ARS is found") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "serves"}, {"a", "A", "other", "05382020|053820020020"}});
    add(builder, "needs",
        {{"area", "topic", "persons"},
         {"05382020", "LP-ERN", "30"},
         {"053820020020", "LP-ERN", "30"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"needs.csv:3 repeated-need"});
    CHECK(result.network.actors()[0].serves.size() == 1);
}

TEST_CASE("a Land that is a town is one area under all its keys, and Bremen is not") {
    for (const char* key : {"02", "020", "02000", "02000000", "020000000000"})
        CHECK(key_of_same_area(key) == "02000");
    CHECK(key_of_same_area("11") == key_of_same_area("110000000000"));
    for (const char* key : {"04", "04011", "05", "05382", "053820020000", "16056", "mk", "11a"})
        CHECK(key_of_same_area(key) == key);
    CHECK(key_of_same_area("04011000") == "04011");
    const Network germany{{}, {}};
    const auto lies_in = [&](const char* inner, const char* outer) {
        return germany.within(*germany.find_area(inner), *germany.find_area(outer));
    };
    CHECK(lies_in("11", "11000"));
    CHECK(lies_in("11000", "11"));
    CHECK_FALSE(lies_in("04", "04011"));
    CHECK_FALSE(lies_in("02", "11000"));
    CHECK(germany.areas_inside(*germany.find_area("11000"), "state").empty());
    CHECK(germany.areas_inside(*germany.find_area("11"), "district").size() == 1);
}

#include "directories.hpp"

#include <fstream>
#include <map>
#include <set>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

struct Town {
    std::string area;
    Found codes;
    std::string note;
    std::string delivery;
};

Town town(const std::string& name, const std::string& district) {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort;Kreis\nVerein;Kurs;Bewegung;" + name + ";" + district + "\n");
    const Offer& offer = read.built.network.tables().offers.at(0);
    return {read.built.network.tables().actors.at(0).area.key, codes_of(read.built), offer.note,
            offer.delivery};
}

struct Catchment {
    Found areas;
    Found codes;
    std::string note;
};

Catchment catchment(const std::string& text) {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Einzugsgebiet\nVerein;Kurs;"
        "Bewegung;" +
        text + "\n");
    const Offer& offer = read.built.network.tables().offers.at(0);
    Found areas;
    for (const auto& area : offer.areas) areas.push_back(area.key);
    return {areas, codes_of(read.built), offer.note};
}

/// The fields of a table of datasets/geo, none of which holds a line break.
std::vector<Found> geo_rows(const std::string& name) {
    std::ifstream in{std::string{DATASETS_DIR "/geo/"} + name};
    std::vector<Found> out;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        Found fields{""};
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                fields.emplace_back();
            else
                fields.back() += c;
        }
        out.push_back(std::move(fields));
    }
    return out;
}

}  // namespace

TEST_CASE("every municipality lies in the Kreis of today, whatever its key begins with") {
    std::map<std::string, std::string> districts;
    for (const Found& row : geo_rows("kreise.csv")) districts[row.at(0)] = row.at(1);
    const auto towns = geo_rows("gemeinden.csv");
    std::string table = "Anbieter;Angebot;Thema;Ort;Kreis\n";
    std::map<std::string, std::string> wanted;  // by provider
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::pair<std::string, std::string>> twice;
    for (const Found& row : towns)
        if (!seen.insert({row.at(1), row.at(2)}).second) twice.insert({row.at(1), row.at(2)});
    int number = 0;
    for (const Found& row : towns) {
        if (twice.contains({row.at(1), row.at(2)})) continue;  // no name tells them apart
        const std::string& name = row.at(1);
        const std::string provider = name + ' ' + std::to_string(++number);
        const std::string cell = name.find(';') == std::string::npos ? name : '"' + name + '"';
        table += provider + ";Kurs;Bewegung;" + cell + ";" + districts.at(row.at(2)) + "\n";
        const bool city = row.at(0).ends_with("000") && districts.contains(row.at(0).substr(0, 5));
        wanted[provider] = city ? row.at(0).substr(0, 5) : row.at(0);
    }
    const auto read = convert_as_proposed(table);
    int wrong = 0;
    for (const Actor& actor : read.built.network.tables().actors)
        if (actor.area.key != wanted.at(actor.name) && ++wrong < 10)
            UNSCOPED_INFO(actor.name << ": " << actor.area.key << ", not "
                                     << wanted.at(actor.name));
    CHECK(wrong == 0);
    CHECK(wanted.size() > 11000);
    const Network& network = read.built.network;
    const auto duderstadt = network.find_area("03152007");
    REQUIRE(duderstadt);
    CHECK(network.within(*duderstadt, *network.find_area("03159")));
    CHECK(network.within(*network.find_area("16056000"), *network.find_area("16063")));
}

TEST_CASE("a former Kreis is that of today, and it is said") {
    CHECK(town("Duderstadt", "Landkreis Göttingen").area == "03152007");
    CHECK(town("Duderstadt", "Landkreis Göttingen").codes.empty());
    const Town old_key = town("Duderstadt", "03152");
    CHECK(old_key.area == "03152007");
    CHECK(old_key.codes == Found{"former-district"});
    CHECK(town("", "03156").area == "03159");
    CHECK(catchment("16056").areas == Found{"16063"});
    CHECK(catchment("16056").codes == Found{"former-district"});
}

TEST_CASE("words for what a place is are no places") {
    for (const char* both : {"Stadt und Landkreis Hof", "Stadt/Landkreis Hof",
                             "Stadt- und Landkreis Hof", "Landkreis und Stadt Hof"}) {
        INFO(both);
        CHECK(catchment(both).areas == Found{"09464", "09475"});
        CHECK(catchment(both).codes.empty());
    }
    CHECK(catchment("Vogtlandkreis, Stadt und Landkreis Hof").areas ==
          Found{"14523", "09464", "09475"});
    CHECK(catchment("Stadt und Landkreis Göttingen").areas == Found{"03159"});
    CHECK(catchment("Landkreise Hof und Bayreuth").areas == Found{"09475"});
    for (const char* word : {"Stadt", "Landkreis", "Dorf", "Mark", "Deutsch", "Gemeinde", "Bad"}) {
        INFO(word);
        CHECK(catchment(word).areas.empty());
        CHECK(town(word, "").area.empty());
        CHECK(town(word, "").codes == Found{"unknown-place"});
        CHECK(town(word, "").note == std::string{"Ort: "} + word);
    }
    const Town both = town("Stadt/Landkreis Kassel", "");
    CHECK(both.area.empty());
    CHECK(both.codes == Found{"unknown-place"});
    CHECK(both.note == "Ort: Stadt/Landkreis Kassel");
}

TEST_CASE("usual ways to write a place are understood") {
    const auto area = [](const char* name, const char* district = "") {
        return town(name, district).area;
    };
    CHECK(area("Frankfurt a.M.") == "06412");
    CHECK(area("Frankfurt/Main") == "06412");
    CHECK(area("Frankfurt (Main)") == "06412");
    CHECK(area("Frankfurt a. d. Oder") == "12053");
    CHECK(area("Weiden in der Oberpfalz") == "09363");
    CHECK(area("kreisfreie Stadt Münster") == "05515");
    CHECK(area("", "kreisfreie Stadt Münster") == "05515");
    CHECK(area("Hof, Stadt") == "09464");
    CHECK(area("Landkreis Hof") == "09475");
    CHECK(area("Stadt Wehlen") == "14628370");
    CHECK(area("NRW") == "05");
    CHECK(area("", "NRW") == "05");
    CHECK(area("", "Frankfurt a.M.") == "06412");
    CHECK(area("", "Frankfurt/O.") == "12053");
    CHECK(area("", "Landkreis Nienburg") == "03256");
    CHECK(area("Berlin") == "11000");
    CHECK(area("Castrop", "Recklinghausen") == "05562004");
    CHECK(area("", "Landkreis Dillingen a.d. Donau") == "09773");
    CHECK(area("", "Landkreis Pfaffenhofen a.d. Ilm") == "09186");
    CHECK(area("", "Stadt Frankfurt am Main") == "06412");
    CHECK(area("Koeln") == "05315");
    CHECK(area("Nuernberg") == "09564");
    CHECK(area("St. Augustin") == "05382056");
    CHECK(area("Sankt Ingbert") == area("St. Ingbert"));
    CHECK(area("Eisenberg (Thüringen)") == "16074018");
    // Several are called so; one village of the full name is not what most mean.
    for (const char* name : {"Frankfurt", "Halle", "Weiden", "Landsberg", "Oldenburg"}) {
        INFO(name);
        CHECK(town(name, "").codes.front() == "ambiguous-place");
        CHECK(town(name, "").note == std::string{"Ort: "} + name);
    }
    CHECK(area("Essen") == "05113");
    CHECK(area("Baden").empty());
}

TEST_CASE("a Land that is one city is that city; a name of two Kreise is neither") {
    CHECK(catchment("Berlin").areas == Found{"11000"});
    CHECK(catchment("Hamburg").areas == Found{"02000"});
    CHECK(catchment("Berlin").codes.empty());
    CHECK(catchment("Land Bremen").areas == Found{"04"});
    CHECK(catchment("Stadt Bremen").areas == Found{"04011"});
    CHECK(catchment("Niedersachsen").areas == Found{"03"});
    CHECK(catchment("Meck-Pomm").areas == Found{"13"});
    for (const char* name : {"Bremen", "Offenbach", "Hof", "Oldenburg", "Würzburg"}) {
        INFO(name);
        CHECK(catchment(name).areas.empty());
        CHECK(catchment(name).codes == Found{"ambiguous-place"});
        CHECK(catchment(name).note == std::string{"Einzugsgebiet: "} + name);
    }
    CHECK(catchment("bundesweit").codes == Found{"unknown-place"});
    CHECK(catchment("bundesweit").note == "Einzugsgebiet: bundesweit");
}

TEST_CASE("what is no place is in the note, and online is a way to deliver") {
    CHECK(town("Berlin-Mitte", "").note == "Ort: Berlin-Mitte");
    CHECK(town("Dresden", "Vogtlandkreis").note == "Ort: Dresden; Kreis: Vogtlandkreis");
    CHECK(town("Plauen", "Nirgendkreis").note == "Kreis: Nirgendkreis");
    CHECK(town("Bochum/Wattenscheid", "").area == "05911");
    CHECK(town("Bochum/Wattenscheid", "").note == "Ort: Bochum/Wattenscheid");
    CHECK(town("Plauen", "Vogtlandkreis").note.empty());
    const Town online = town("online", "");
    CHECK(online.area.empty());
    CHECK(online.codes.empty());
    CHECK(online.delivery == "online");
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort\nKasse;Kurs;Bewegung;Bochum\nKasse;Yoga;Bewegung;online\n"
        "Verein;;;Nirgendheim\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.actors.size() == 2);
    CHECK(tables.actors[0].key == "kasse-bochum");
    CHECK(tables.actors[1].note == "Ort: Nirgendheim");
}

TEST_CASE("the place of an offer that is a town is its area, a house is a venue") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort des Angebots\nVHS;Yoga;Entspannung;Bochum\n"
        "VHS;Lauf;Bewegung;Turnhalle\nVHS;Kochen;Ernährung;Halle\n");
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.offers.size() == 3);
    std::map<std::string, std::size_t> venues;
    for (const Offer& offer : tables.offers) {
        venues[offer.name] = offer.venues.size();
        if (offer.name == "Yoga") CHECK(offer.areas.at(0).key == "05911");
    }
    CHECK(venues == std::map<std::string, std::size_t>{{"Kochen", 1}, {"Lauf", 1}, {"Yoga", 0}});
}

TEST_CASE("a house number in a column of its own is part of the street") {
    for (const char* heading : {"Hausnr.", "Hausnummer", "HAUSNR", "Nr."}) {
        INFO(heading);
        const auto read =
            convert_as_proposed("Anbieter;Angebot;Thema;Straße;" + std::string{heading} +
                                ";Ort\nTV;A;Sport;Weg;3;Plauen\n"
                                "TV;B;Sport;Weg;5 a;Plauen\n");
        const auto& venues = read.built.network.tables().venues;
        REQUIRE(venues.size() == 2);
        CHECK(venues[0].name == "Weg 3, Plauen");
        CHECK(venues[1].name == "Weg 5 a, Plauen");
    }
    CHECK(proposed_field(propose_map("Nr.;Anbieter;Angebot\n1;V;K\n"), "Nr.") ==
          "nicht übernommen");
    const auto read =
        convert_as_proposed("Anbieter;Angebot;Thema;Hausnummer;Ort\nTV;A;Sport;3;Plauen\n");
    CHECK(read.built.network.tables().offers.at(0).note == "Hausnummer: 3");
}

TEST_CASE("a whole number with zeros is the number, and a street has its number once") {
    const auto venue = [](const std::string& cells) {
        const auto read = convert_as_proposed(
            "Anbieter;Angebot;Thema;Straße;Hausnummer;PLZ;Ort\nTV;A;Sport;" + cells + "\n");
        return read.built.network.tables().venues.at(0).name;
    };
    CHECK(venue("Weg;12.0;95100.0;Selb") == "Weg 12, 95100 Selb");
    CHECK(venue("Weg 12;12.0;8523.0;Plauen") == "Weg 12, 08523 Plauen");
    CHECK(venue("Weg 12a;12 a;08523;Plauen") == "Weg 12a, 08523 Plauen");
    CHECK(venue("Weg 112;12;08523;Plauen") == "Weg 112 12, 08523 Plauen");
    CHECK(venue("Straße des 17. Juni;17;08523;Plauen") == "Straße des 17. Juni 17, 08523 Plauen");
}

TEST_CASE("the name of a Kreis and of a municipality in it is no catchment area by itself") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Einzugsgebiet\nV;A;Bewegung;Zwickau, Werdau\n"
        "V;B;Bewegung;Landkreis Zwickau\nV;C;Bewegung;Stadt Zwickau\n"
        "V;D;Bewegung;Vogtlandkreis, Brandenburg, Berlin\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2:4 ambiguous-place"});
    Found areas;
    for (const Offer& offer : read.built.network.tables().offers) {
        areas.emplace_back();
        for (const auto& area : offer.areas) areas.back() += area.key + " ";
    }
    CHECK(areas == Found{"14524300 ", "14524 ", "14524330 ", "14523 12 11000 "});
    CHECK(read.built.network.tables().offers[0].note == "Einzugsgebiet: Zwickau");
    for (const char* rest : {"Einzugsgebiet\nV;A;Sport;Landkreise Zwickau und Leipzig",
                             "Einzugsgebiet\nV;A;Sport;LK Leipzig, Zwickau",
                             "Einzugsgebiet (Kreise)\nV;A;Sport;Zwickau, Landkreis Leipzig"}) {
        const auto several = convert_as_proposed("Anbieter;Angebot;Thema;" + std::string{rest});
        const auto& keys = several.built.network.tables().offers.front().areas;
        CHECK(std::ranges::count(keys, "14524", &Ref<Area>::key) == 1);
    }
}

TEST_CASE("of several towns the first counts, also where its name has a preposition") {
    const auto read = convert_as_proposed(
        "Anbieter;Angebot;Thema;Ort\nV;A;Bewegung;Furth im Wald, Roding\n"
        "W;B;Bewegung;Furth im Wald (Oberpfalz)\n");
    CHECK(places_of(read.built) == Found{"liste.csv:2:4 ambiguous-place"});
    for (const Actor& actor : read.built.network.tables().actors)
        CHECK(actor.area.key == "09372126");
}

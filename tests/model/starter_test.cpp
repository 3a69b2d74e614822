#include <lotse/model/starter.hpp>

#include <catch2/catch.hpp>
#include <csv_rows.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace lotse;

namespace {

const std::string codes = DATASETS_DIR "/codes/";
const std::string geo = DATASETS_DIR "/geo/";

Starter starter(std::vector<std::string> keys, Language language = Language::de) {
    auto made = starter_network(keys, language);
    if (!made) FAIL(made.error().message.en);
    return *std::move(made);
}

std::string refusal(const std::string& key) {
    const std::vector<std::string> keys{key};
    const auto made = starter_network(keys, Language::en);
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::usage);
    return made.error().message.en;
}

std::size_t count(const Starter& made, std::string_view kind, std::string_view carrier = {}) {
    return static_cast<std::size_t>(std::ranges::count_if(made.tables.actors, [&](const Actor& a) {
        return a.kind == kind && (carrier.empty() || a.carrier == carrier);
    }));
}

const Actor& actor(const Starter& made, std::string_view key) {
    const auto it = std::ranges::find(made.tables.actors, key, &Actor::key);
    INFO(key);
    REQUIRE(it != made.tables.actors.end());
    return *it;
}

std::vector<std::string> serves(const Actor& actor) {
    std::vector<std::string> out;
    for (const auto& area : actor.serves) out.push_back(area.key);
    std::ranges::sort(out);
    return out;
}

std::string without(std::string text, std::string_view start) {
    return text.starts_with(start) ? text.substr(start.size()) : text;
}

/// The regulation's name of a jobcenter in the words of the areas.
std::string plain_name(std::string name) {
    static const std::map<std::string, std::string> other{
        {"Hamburg", "team.arbeit.hamburg"},
        {"Bitburg-Prüm", "Eifelkreis Bitburg-Prüm"},
        {"Oldenburg (Oldenburg)", "Oldenburg"},
        {"Neumarkt i. d. OPf", "Neumarkt in der Oberpfalz"},
        {"Dillingen a. d. Donau", "Dillingen an der Donau"},
        {"Pfaffenhofen a. d. Ilm", "Pfaffenhofen an der Ilm"},
        {"Neustadt a. d. Aisch-Bad Windsheim", "Neustadt an der Aisch-Bad Windsheim"}};
    name = without(name.substr(0, name.find(',')), "Landkreis ");
    const auto it = other.find(name);
    return it == other.end() ? name : it->second;
}

}  // namespace

TEST_CASE("Germany has the jobcenters of the regulation for 2026", "[starter]") {
    // Anlage 1 zur EinglMV 2026, BGBl. 2025 I Nr. 335: 300 joint institutions, 104 municipal.
    std::vector<std::string> official;
    for (const CsvRow& row : csv_rows(TESTS_DIR "/model/jobcenters_2026.csv"))
        official.push_back(plain_name(row.at("name")) + ": " + row.at("form"));
    REQUIRE(official.size() == 404);

    const Starter germany = starter({"de"});
    std::vector<std::string> made;
    for (const Actor& a : germany.tables.actors)
        if (a.kind == "jobcenter")
            made.push_back(
                without(without(without(a.name, "Jobcenter "), "Berlin "), "Landkreis ") + ": " +
                a.carrier);
    std::ranges::sort(official);
    std::ranges::sort(made);
    std::vector<std::string> different;
    std::ranges::set_symmetric_difference(made, official, std::back_inserter(different));
    CHECK(different == std::vector<std::string>{});
    CHECK(count(germany, "jobcenter", "joint") == 300);
    CHECK(count(germany, "jobcenter", "municipal") == 104);
    CHECK(germany.districts.size() == 400);
}

TEST_CASE("Health offices are as many as the Länder say", "[starter]") {
    // gesundheitsamt-bw.de: 38; lgl.bayern.de: 71 + 5; NRW: every Kreis and kreisfreie Stadt.
    CHECK(count(starter({"08"}), "health_office") == 38);
    CHECK(count(starter({"09"}), "health_office") == 76);
    CHECK(count(starter({"05"}), "health_office") == 53);
    CHECK(count(starter({"11"}), "health_office") == 12);
    CHECK(count(starter({"02"}), "health_office") == 7);
    // 24 in Rheinland-Pfalz; for five towns it is not known which of them, so they have an entry.
    CHECK(count(starter({"07"}), "health_office") == 24 + 5);
}

TEST_CASE("A health conference is made only where a checked law has one", "[starter]") {
    CHECK(count(starter({"05"}), "health_conference") == 53);
    CHECK(count(starter({"08"}), "health_conference") == 38);  // one a health office
    CHECK(count(starter({"02"}), "health_conference") == 7);   // one a Bezirk
    std::set<std::string> with;
    for (const CsvRow& land : csv_rows(geo + "laender.csv")) {
        const Starter made = starter({land.at("key")});
        if (count(made, "health_conference") > 0) with.insert(land.at("key"));
        CHECK((count(made, "health_conference") > 0) == made.left_out.empty());
    }
    CHECK(with == std::set<std::string>{"02", "05", "08"});
    const Starter two = starter({"09162", "06611"});
    REQUIRE(two.left_out.size() == 2);
    CHECK(two.left_out[0].de.find("(Bayern) nicht angelegt") != std::string::npos);
    CHECK(two.left_out[1].en.find("(Hessen) not made") != std::string::npos);
}

TEST_CASE("Every Kreis has exactly its rows, counted in the tables", "[starter]") {
    const auto rules = csv_rows(codes + "starter_rules.csv");
    const auto exceptions = csv_rows(codes + "starter_exceptions.csv");
    std::set<std::string> municipal;
    for (const CsvRow& row : csv_rows(codes + "municipal_carriers.csv"))
        municipal.insert(row.at("area"));
    std::map<std::string, std::set<std::string>> beside;
    for (const CsvRow& row : csv_rows(geo + "kreise_nachbarn.csv")) {
        beside[row.at("key_a")].insert(row.at("key_b"));
        beside[row.at("key_b")].insert(row.at("key_a"));
    }
    for (const CsvRow& kreis : csv_rows(geo + "kreise.csv")) {
        const std::string& key = kreis.at("key");
        std::map<std::string, std::size_t> expected;
        std::set<std::string> replaced, own_areas;
        for (const CsvRow& row : exceptions) {
            const auto districts = cell_items(row.at("districts"));
            if (std::ranges::find(districts, key) == districts.end()) continue;
            ++expected[row.at("kind")];
            if (row.at("effect") == "instead") replaced.insert(row.at("kind"));
            if (!row.at("area_name").empty()) own_areas.insert(row.at("area"));
        }
        std::map<std::string, std::string> demands;
        for (const CsvRow& row : rules)
            if (row.at("land") == kreis.at("parent") ||
                (row.at("land").empty() && !demands.contains(row.at("kind"))))
                demands[row.at("kind")] = row.at("required");
        for (const auto& [kind, required] : demands)
            if (required == "yes" && !replaced.contains(kind)) ++expected[kind];

        const Starter made = starter({key});
        std::map<std::string, std::size_t> kinds;
        for (const Actor& a : made.tables.actors) ++kinds[a.kind];
        INFO(key << ' ' << kreis.at("name"));
        CHECK(kinds == expected);
        CHECK(made.tables.areas.size() == 1 + beside[key].size() + own_areas.size());
        for (const std::string& neighbour : beside[key])
            CHECK(std::ranges::count(made.tables.areas, neighbour, &Area::key) == 1);
        if (!replaced.contains("jobcenter"))
            CHECK(actor(made, "jc-" + key).carrier ==
                  (municipal.contains(key) ? "municipal" : "joint"));
    }
}

TEST_CASE("Everything is assumed, dated, sourced, and no tie is claimed", "[starter]") {
    for (const Language language : {Language::de, Language::en}) {
        const Starter made = starter({"de"}, language);
        std::set<std::string> keys, sources;
        for (const Source& source : made.tables.sources) sources.insert(source.key);
        for (const Actor& a : made.tables.actors) {
            INFO(a.key);
            CHECK(keys.insert(a.key).second);
            CHECK(a.confidence == "assumed");
            CHECK(a.as_of);
            CHECK(a.note.starts_with(language == Language::de ? "angenommen – bitte bestätigen."
                                                              : "assumed – please confirm."));
            CHECK(sources.contains(a.source.at(0)));
            CHECK_FALSE(a.serves.empty());
            CHECK((a.kind == "jobcenter") == !a.carrier.empty());
        }
        CHECK(made.tables.ties.empty());
        CHECK(made.tables.findings.empty());
        CHECK(made.tables.contacts.empty());
        CHECK(made.tables.offers.empty());
    }
}

TEST_CASE("Shared offices serve Kreise that touch", "[starter]") {
    std::set<std::pair<std::string, std::string>> touch;
    for (const CsvRow& row : csv_rows(geo + "kreise_nachbarn.csv")) {
        touch.emplace(row.at("key_a"), row.at("key_b"));
        touch.emplace(row.at("key_b"), row.at("key_a"));
    }
    for (const CsvRow& row : csv_rows(codes + "starter_exceptions.csv")) {
        const auto districts = cell_items(row.at("districts"));
        for (const std::string& one : districts)
            CHECK((districts.size() == 1 || std::ranges::any_of(districts, [&](const auto& other) {
                       return touch.contains({one, other});
                   })));
    }
    CHECK(serves(actor(starter({"09261"}), "ga-09274")) ==
          std::vector<std::string>{"09261", "09274"});  // asked from the town
    CHECK(serves(actor(starter({"07338"}), "jc-vorderpfalz-ludwigshafen")).size() == 4);
    const Starter hanau = starter({"06435"});
    CHECK(actor(hanau, "jc-06435").carrier == "municipal");
    CHECK(actor(hanau, "jc-hanau").carrier == "joint");
}

TEST_CASE("Names of a starter network", "[starter]") {
    CHECK(starter({"05911"}).info.name == "Startnetz Bochum (angenommen, bitte bestätigen)");
    CHECK(starter({" 05 "}, Language::en).info.name ==
          "Starter network Nordrhein-Westfalen (assumed, please confirm)");
    CHECK(starter({"DE"}).info.name == "Startnetz Deutschland (angenommen, bitte bestätigen)");
    CHECK(starter({"05911", "05913", "05916", "05914"}).info.name ==
          "Startnetz 4 Kreise (angenommen, bitte bestätigen)");
    CHECK(actor(starter({"05334"}), "kgk-05334").name ==
          "Kommunale Gesundheitskonferenz Städteregion Aachen");
    CHECK(actor(starter({"03241"}, Language::en), "ga-03241").name ==
          "Public health office Region Hannover");
    const Starter twice = starter({"05911", "05", "05911"});
    CHECK(twice.districts.size() == 53);
}

TEST_CASE("A key that is no Kreis or Land is refused with what was meant", "[starter]") {
    CHECK(refusal("Bochum").find("05911 (Bochum)") != std::string::npos);
    CHECK(refusal("bohcum").find("05911 (Bochum)") != std::string::npos);
    CHECK(refusal("Berlin").find("11000 (Berlin)") != std::string::npos);
    CHECK(refusal("5911").find("05911 (Bochum)") != std::string::npos);
    CHECK(refusal("5").find("05 (Nordrhein-Westfalen)") != std::string::npos);
    CHECK(refusal("05911000").find("05911 (Bochum)") != std::string::npos);
    CHECK(refusal("03152").find("03159 (Göttingen)") != std::string::npos);  // until 2016
    CHECK(refusal("zzzzzzzzz").find("all of Germany is de") != std::string::npos);
    CHECK(refusal("").find("all of Germany is de") != std::string::npos);
    const auto none = starter_network({}, Language::de);
    CHECK_FALSE(none);
}

TEST_CASE("No key is answered by that of another place, and every area of a name is told",
          "[starter]") {
    const auto meant = [](const char* text) {
        const std::string said = refusal(text);
        const auto start = said.find("Did you mean ");
        return start == said.npos ? std::string{} : said.substr(start + 13);
    };
    CHECK(meant("Aachen") == "05334 (Städteregion Aachen)?");
    CHECK(meant("Kreis Recklinghausen") == "05562 (Recklinghausen)?");
    CHECK(meant("Hof") == "09464 (Hof) or 09475 (Landkreis Hof)?");
    CHECK(meant("Landkreis Hof") == "09475 (Landkreis Hof)?");
    CHECK(meant("Frankfurt") == "06412 (Frankfurt am Main) or 12053 (Frankfurt (Oder))?");
    CHECK(meant("Sachsen") == "14 (Sachsen)?");
    CHECK(meant("NRW") == "05 (Nordrhein-Westfalen)?");
    CHECK(meant("Muenchen") == "09162 (München) or 09184 (Landkreis München)?");
    CHECK(meant("15352") == "15085 (Harz) or 15089 (Salzlandkreis)?");
    CHECK(meant("Kreis").empty());
    for (const auto& [old_key, today] : {std::pair{"05354", "05334 (Städteregion Aachen)"},
                                         {"05313", "05334 (Städteregion Aachen)"},
                                         {"05313000", "05334 (Städteregion Aachen)"},
                                         {"13051", "13072 (Landkreis Rostock)"},
                                         {"14262", "14612 (Dresden)"}})
        CHECK(refusal(old_key).find(std::string{"exists no more. Today it is "} + today) !=
              std::string::npos);
    CHECK(meant("05999").empty());
    CHECK(refusal("05999").find("the Land Nordrhein-Westfalen") != std::string::npos);
    CHECK(refusal("99999").find("all of Germany is de") != std::string::npos);
}

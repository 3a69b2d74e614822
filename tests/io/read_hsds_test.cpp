#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace lotse;

namespace {

bool has(const BuildResult& result, std::string_view issue) {
    const auto all = found(result);
    return std::ranges::find(all, issue) != all.end();
}

const Offer& offer(const BuildResult& result, std::string_view key) {
    const auto id = result.network.find_offer(key);
    REQUIRE(id);
    return result.network[*id];
}
const Actor& actor(const BuildResult& result, std::string_view key) {
    const auto id = result.network.find_actor(key);
    REQUIRE(id);
    return result.network[*id];
}

std::string extra_of(const Record& row, std::string_view heading) {
    for (const auto& [name, text] : row.extra)
        if (name == heading) return text;
    return {};
}

template <class Entity>
std::vector<std::string> keys(const std::vector<Ref<Entity>>& refs) {
    std::vector<std::string> out;
    for (const auto& ref : refs) out.push_back(ref.key);
    return out;
}

using Strings = std::vector<std::string>;

/// A directory of Lake County as another program may publish it.
constexpr std::string_view organizations =
    "id,name,alternate_name,description,email,website,legal_status,parent_organization_id\n"
    "org-1,Lake County Office,LCO,\"Help, for "
    "all\",info@lake.example,https://lake.example/,public,\n"
    "org-2,\"Sports club \"\"Lake\"\"\",,Sports,,,,org-1\n";
constexpr std::string_view services =
    "id,organization_id,name,status,fees_description,assured_date,x_farbe\n"
    "s-1,org-1,Walking group,active,Free,2026-03-01,rot\n"
    "s-2,org-2,Counselling,temporarily closed,,,\n"
    "s-3,org-2,Something else,defunct,,,\n";

}  // namespace

TEST_CASE("a package of HSDS 3.0 becomes a network") {
    const auto result = read_folder(
        {{"organizations.csv", organizations},
         {"services.csv", services},
         {"locations.csv",
          "id,location_type,name,latitude,longitude,transportation,organization_id\n"
          "l-1,physical,Town hall,52.123,9.456,Bus 7,org-1\n"
          "l-2,virtual,Video,,,,\n"
          "l-3,physical,,1.5,2,,\n"},
         {"service_at_location.csv", "id,service_id,location_id\nx,s-1,l-1\ny,s-1,l-2\n"},
         {"service_areas.csv",
          "id,service_id,name\na,s-1,Bochum\nb,s-1,North shore\nc,s-2,North shore\nd,s-2,05911\n"},
         {"attributes.csv",
          "id,link_id,taxonomy_term_id,link_entity\n1,s-1,t-1,service\n2,s-1,t-2,service\n"
          "3,s-1,t-3,service\n4,org-2,t-4,organization\n5,s-2,t-5,service\n"},
         {"taxonomy_terms.csv",
          "id,code,name,description\nt-1,BEW,Physical activity,\nt-2,,Langzeitarbeitslose,\n"
          "t-3,,Fishing,\nt-4,,Sportverein,\nt-5,,Health counselling,\n"},
         {"cost_options.csv",
          "id,service_id,amount,currency,option\n1,s-1,0,eur,\n2,s-2,12.125,EUR,\n3,s-3,5,GBP,"
          "under "
          "18\n"},
         {"schedules.csv",
          "id,service_id,valid_from,valid_to,byday\n1,s-1,2026-01-01,2026-12-31,\n2,s-2,,,MO\n"},
         {"languages.csv", "id,service_id,name,code\n1,s-1,Deutsch,de\n2,s-1,,tr\n"},
         {"accessibility.csv", "id,location_id,description\n1,l-1,Ramp at the back\n"},
         {"contacts.csv",
          "id,organization_id,name,email\n1,org-1,Some Body,some.body@lake.example\n"},
         {"phones.csv", "id,organization_id,number\n1,org-1,0123 456789\n"},
         {"metadata.csv", "id,resource_id\n1,org-1\n"},
         {"own.csv", "a\n1\n"}});
    CHECK_FALSE(result.has_errors());
    REQUIRE(result.network.actors().size() == 2);
    const Actor& club = actor(result, "org-2");
    CHECK(club.name == "Sports club \"Lake\"");
    CHECK(club.part_of.key == "org-1");
    CHECK(club.kind == "sports_club");
    const Actor& office = actor(result, "org-1");
    CHECK(office.kind == "other");
    CHECK(office.website == "https://lake.example/");
    CHECK(office.aliases == Strings{"LCO"});
    CHECK(extra_of(office, "description") == "Help, for all");
    CHECK(extra_of(office, "legal_status") == "public");

    const Offer& walking = offer(result, "s-1");
    CHECK(keys(walking.providers) == Strings{"org-1"});
    CHECK(walking.topics == Strings{"LP-BEW"});
    CHECK(walking.targets == Strings{"long_term"});
    CHECK(extra_of(walking, "taxonomy_terms") == "Fishing");
    CHECK(keys(walking.venues) == Strings{"l-1", "l-2"});
    CHECK(keys(walking.areas) == Strings{"05911", "north-shore"});
    CHECK(walking.status == "active");
    CHECK(walking.free == ThreeValued::yes);
    CHECK(to_string(*walking.start) == "2026-01-01");
    CHECK(to_string(*walking.end) == "2026-12-31");
    CHECK(to_string(*walking.as_of) == "2026-03-01");
    CHECK(walking.languages == Strings{"de", "tr"});
    CHECK(extra_of(walking, "fees_description") == "Free");
    CHECK(extra_of(walking, "x_farbe") == "rot");
    const Offer& counselling = offer(result, "s-2");
    CHECK(counselling.status == "paused");
    CHECK(counselling.topics == Strings{"X-BER"});
    CHECK(counselling.fee_eur == 12.125);
    CHECK(counselling.free == ThreeValued::unknown);
    CHECK(offer(result, "s-3").status == "ended");
    CHECK(offer(result, "s-3").topics == Strings{"X-OFFEN"});
    CHECK(extra_of(offer(result, "s-3"), "cost_options") == "5 GBP under 18");
    const auto hall = result.network.find_venue("l-1");
    REQUIRE(hall);
    CHECK(result.network[*hall].lat == 52.123);
    CHECK(extra_of(result.network[*hall], "organization_id") == "org-1");
    CHECK(extra_of(result.network[*hall], "transportation") == "Bus 7");
    CHECK(extra_of(result.network[*hall], "accessibility") == "Ramp at the back");
    CHECK(result.network[*hall].barrier_free == ThreeValued::unknown);
    CHECK(result.network[*result.network.find_venue("l-2")].kind == "online");
    CHECK(result.network[*result.network.find_venue("l-3")].name == "l-3");
    CHECK(result.network[*result.network.find_area("north-shore")].name == "North shore");

    const TestFolder again;
    for (const io::OutputFile& file : io::hsds_files(result.network))
        again.write(file.name, file.bytes);
    CHECK(io::read_network(again.path())->network.identity().sha256 ==
          result.network.identity().sha256);

    const std::string all = io::json_text(result.network, {io::Mailboxes::include});
    for (const char* withheld : {"Some Body", "some.body", "info@lake", "456789"})
        CHECK(all.find(withheld) == std::string::npos);
    for (const char* issue :
         {"contacts.csv:2 withheld", "phones.csv:2 withheld", "metadata.csv:2 not-carried",
          "organizations.csv:1:5 withheld", "organizations.csv:1:7 unknown-column",
          "services.csv:4 no-topic", "schedules.csv:3 not-carried", "own.csv unknown-file"})
        CHECK(has(result, issue));
}

TEST_CASE("one organization, a page of services and a list say the same") {
    constexpr std::string_view inside = R"("id": "s-1", "name": "Walking", "status": "active",
        "attributes": [{"id": "1", "taxonomy_term": {"id": "t", "name": "Physical activity"}}],
        "service_at_locations": [{"id": "x", "location": {"id": "l", "location_type": "physical",
            "name": "Hall", "latitude": 50.5, "longitude": 7}}],
        "service_areas": [{"id": "a", "name": "Bochum"}],
        "phones": [{"id": "p", "number": "0123"}])";
    constexpr std::string_view around = R"("id": "o", "name": "Office", "description": "d")";
    const std::string organization =
        std::string{"{"} + std::string{around} + ", \"services\": [{" + std::string{inside} + "}]}";
    const std::string service = std::string{"{"} + std::string{inside} + ", \"organization\": {" +
                                std::string{around} + "}}";
    const std::string document = "{\"organization\": [" + organization + "]}";
    const std::string page =
        "{\"total_items\": 2, \"total_pages\": 2, \"contents\": [" + service + "]}";
    for (const std::string& text :
         {organization, service, document, page, "[" + organization + "]", "[" + service + "]",
          "[" + service + ", " + organization + "]"}) {
        INFO(text);
        const auto result = read_json(text);
        CHECK_FALSE(result.has_errors());
        CHECK(actor(result, "o").name == "Office");
        const Offer& walking = offer(result, "s-1");
        CHECK(keys(walking.providers) == Strings{"o"});
        CHECK(walking.topics == Strings{"LP-BEW"});
        CHECK(keys(walking.venues) == Strings{"l"});
        CHECK(keys(walking.areas) == Strings{"05911"});
        CHECK(result.network.venues().size() == 1);
    }
    CHECK(has(read_json(page), "netz.json:1:1 one-page"));
}

TEST_CASE("names of HSDS 2.0 and Open Referral UK are read") {
    const auto result =
        read_folder({{"organization.csv", "id,name,url\no,Office,https://o.example/\n"},
                     {"service.csv", "id,organization_id,name,status\ns,o,Course,active\n"},
                     {"service_taxonomy.csv", "id,service_id,taxonomy_id\n1,s,t\n"},
                     {"taxonomy.csv", "id,name,vocabulary\nt,Nutrition,x\n"},
                     {"service_area.csv", "id,service_id,service_area\n1,s,Bochum\n"},
                     {"regular_schedule.csv", "id,service_id,weekday\n1,s,1\n"}});
    CHECK_FALSE(result.has_errors());
    CHECK(actor(result, "o").website == "https://o.example/");
    CHECK(offer(result, "s").topics == Strings{"LP-ERN"});
    CHECK(keys(offer(result, "s").areas) == Strings{"05911"});
    CHECK(has(result, "organization.csv:1 older-name"));
}

TEST_CASE("the usual file names and columns of HSDS 2.0 are read") {
    const auto result =
        read_folder({{"organizations.csv", "id,name\no,Office\n"},
                     {"services.csv", "id,organization_id,name,status\ns,o,Course,active\n"},
                     {"locations.csv", "id,name\nl,Hall\n"},
                     {"services_at_location.csv", "id,service_id,location_id\n1,s,l\n"},
                     {"services_taxonomy.csv", "id,service_id,taxonomy_id\n1,s,t\n"},
                     {"taxonomy_terms.csv", "id,term\nt,Nutrition\n"},
                     {"payments_accepted.csv", "id,service_id,payment\n1,s,cash\n"}});
    CHECK_FALSE(result.has_errors());
    CHECK(offer(result, "s").topics == Strings{"LP-ERN"});
    CHECK(keys(offer(result, "s").venues) == Strings{"l"});
    CHECK(has(result, "payments_accepted.csv:2 not-carried"));
}

TEST_CASE("service areas are found as in a directory, or said to be own ones") {
    const auto result = read_folder(
        {{"organizations.csv", "id,name\no,Office\n"},
         {"services.csv", "id,organization_id,name,status\ns,o,Course,active\n"},
         {"service_areas.csv",
          "id,service_id,name\n1,s,Kreis Recklinghausen\n2,s,Plauen\n3,s,Nordstadt-Quartier\n"}});
    CHECK_FALSE(result.has_errors());
    CHECK(keys(offer(result, "s").areas) == Strings{"05562", "14523320", "nordstadt-quartier"});
    CHECK(result.network[*result.network.find_area("14523320")].name == "Plauen");
    CHECK(has(result, "service_areas.csv:4 unknown-area"));
    CHECK_FALSE(has(result, "service_areas.csv:2 unknown-area"));
}

TEST_CASE("a schedule belongs to the service of its location; languages are codes") {
    const auto result = read_json(R"({"contents": [{"id": "s", "name": "Course", "status": "active",
        "organization": {"id": "o", "name": "Office", "description": "d"},
        "service_at_locations": [{"id": "sl", "location": {"id": "l", "location_type": "physical",
            "name": "Hall"}, "schedules": [
            {"id": "1", "valid_from": "2026-01-01", "valid_to": "2026-12-31", "byday": "MO"},
            {"id": "2", "valid_from": "2026-01-01", "valid_to": "2026-12-31", "byday": "WE"}]}],
        "languages": [{"id": "3", "name": "Deutsch", "code": "de"}, {"id": "4", "name": "Turkish"},
            {"id": "5", "name": "Esperanto"}]}]})");
    CHECK_FALSE(result.has_errors());
    const Offer& course = offer(result, "s");
    CHECK(to_string(*course.start) == "2026-01-01");
    CHECK(to_string(*course.end) == "2026-12-31");
    CHECK(course.languages == Strings{"de", "tr", "Esperanto"});
    for (const Issue& issue : result.issues)
        CHECK(issue.message.en.find("belongs to no service") == std::string::npos);
}

TEST_CASE("a status that somebody changed counts, with a warning") {
    const auto read = [](std::string_view status, std::string_view own) {
        return read_json(
            R"({"organization": [],
            "x_lotse_actors": [{"key": "a", "name": "A", "kind": "other"}],
            "service": [{"id": "1", "x_lotse_key": "o", "name": "O", "status": ")" +
            std::string{status} + R"(", "x_lotse_status": ")" + std::string{own} +
            R"(", "attributes": [{"taxonomy_term": {"id": "t", "name": "Nutrition"}}]}]})");
    };
    CHECK(offer(read("active", ""), "o").status.empty());
    CHECK(offer(read("inactive", "planned"), "o").status == "planned");
    CHECK(offer(read("defunct", "planned"), "o").status == "ended");
    CHECK(found(read("defunct", "planned")) == Strings{"netz.json:3:25 contradiction"});
}

TEST_CASE("what hangs together wrongly is named by its cell") {
    const auto result = read_folder(
        {{"organizations.csv",
          "id,name,parent_organization_id\no,A,p\np,B,o\no,C,\n,D,\nq,,nobody\nr r,E,\n"},
         {"services.csv", "id,organization_id,name,status\ns,nobody,S,active\n"},
         {"service_at_location.csv", "id,service_id,location_id\n1,s,nowhere\n2,none,x\n3,,\n"},
         {"locations.csv", "id,name,latitude\nl,L,here\nm,M,100\n"},
         {"attributes.csv",
          "id,link_id,taxonomy_term_id,link_entity\n1,s,nothing,service\n2,none,t,service\n"},
         {"taxonomy_terms.csv", "id,name\nt,Nutrition\n"},
         {"accessibility.csv", "id,location_id,description\n1,x,y\n"},
         {"languages.csv", "id,service_id,name\n1,s,a,b\n"}});
    for (const char* issue :
         {"organizations.csv:4:1 duplicate-key", "organizations.csv:5:1 missing-value",
          "organizations.csv:6:2 missing-value", "organizations.csv:6:3 unknown-id",
          "organizations.csv:7:1 bad-key", "services.csv:2:2 unknown-id",
          "service_at_location.csv:2:3 unknown-id", "service_at_location.csv:3:2 unknown-id",
          "service_at_location.csv:4 not-carried", "locations.csv:2:3 bad-number",
          "locations.csv:3:3 out-of-range", "attributes.csv:2:3 unknown-id",
          "attributes.csv:3:2 unknown-id", "accessibility.csv:2:2 unknown-id",
          "languages.csv:2 wrong-field-count", "organizations.csv:2:3 circle"})
        CHECK(has(result, issue));
}

TEST_CASE("a row of HSDS with an error is not used, and counted") {
    const auto result = read_folder(
        {{"organizations.csv", "id,name,parent_organization_id\no,A,\np,B,nobody\n"},
         {"services.csv",
          "id,organization_id,name,status\ns,o,S,active\nt,nobody,T,active\nu,,U,active\n"},
         {"locations.csv", "id,name\nl,L\n"},
         {"service_at_location.csv", "id,service_id,location_id\n1,s,l\n2,s,nowhere\n"}});
    CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 3);
    CHECK(result.rows.rejected == 3);
    CHECK(result.rows.read == result.rows.used + result.rows.rejected);
    CHECK(result.network.tables().actors.size() == 1);
    CHECK(result.network.find_offer("s"));
    CHECK(result.network.find_offer("u"));
    CHECK_FALSE(result.network.find_offer("t"));
}

TEST_CASE("other JSON and other folders stay what they are") {
    CHECK(found(read_json(R"({"lotse": "1", "tables": {"actors": []}, "services": []})")) ==
          Strings{"netz.json:1:42 unknown-member"});
    CHECK(has(read_json("[1, 2]"), "netz.json:1:1 wrong-structure"));
    CHECK(has(read_json(R"([{"key": "a"}])"), "netz.json:1:1 wrong-structure"));
    const auto result = read_folder(
        {{"actors.csv", "key,name,kind\na,A,other\n"}, {"services.csv", "id,name\n1,x\n"}});
    CHECK(result.network.actors().size() == 1);
    CHECK(has(result, "services.csv unknown-file"));
}

TEST_CASE("tax numbers are left out, not taken for those of clients") {
    const auto result = read_folder({{"organizations.csv", "id,name,tax_id\no,Office,12 345\n"}});
    CHECK_FALSE(result.has_errors());
    CHECK(actor(result, "o").extra.empty());
    CHECK(has(result, "organizations.csv:2 withheld"));
}

TEST_CASE("HSDS input is bounded") {
    io::Limits limits;
    limits.actors = 1;
    const TestFolder folder;
    folder.write("organizations.csv", organizations).write("services.csv", services);
    const auto refused = io::read_network(folder.path(), limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::limit);
    folder.write("x.json",
                 R"({"organization": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]})");
    const auto json = io::read_network(folder / "x.json", limits);
    REQUIRE_FALSE(json);
    CHECK(json.error().kind == ErrorKind::limit);
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += R"({"services": [)";
    folder.write("x.json", deep);
    CHECK_FALSE(io::read_network(folder / "x.json", {}));
}

TEST_CASE("a damaged HSDS document is refused with a place, or read") {
    const auto musterkreis = io::read_network(std::filesystem::path{DATASETS_DIR} / "verzahnung");
    const std::string original = io::hsds_json_text(musterkreis->network, {});
    std::minstd_rand random{20261122};
    const auto below = [&](std::size_t count) {
        return random() % std::max<std::size_t>(count, 1);
    };
    const TestFolder folder;
    int accepted = 0;
    for (int round = 0; round < 120; ++round) {
        std::string text = original;
        const std::size_t at = below(text.size());
        switch (round % 5) {
            case 0: text[at] = static_cast<char>(below(128)); break;
            case 1: text.erase(at, below(40)); break;
            case 2: text.insert(at, text.substr(below(text.size()), below(200))); break;
            case 3: text.replace(text.find('"', at), 1, "\"\\u202e"); break;
            default: std::swap(text[at], text[below(text.size())]); break;
        }
        folder.write("x.json", text);
        const auto result = io::read_network(folder / "x.json");
        INFO("round " << round);
        REQUIRE(result);
        accepted += result->has_errors() ? 0 : 1;
        for (const Issue& issue : result->issues)
            CHECK(to_string(issue, Language::de).find_first_of("\x1b\b\r\n") == std::string::npos);
    }
    CHECK(accepted > 0);
}

TEST_CASE("a number of HSDS JSON is read where lotse knows the column, and kept where not") {
    const auto result = read_json(R"({"organization": [{"id": "o", "name": "O", "registered":
        86095742719012345678, "x_lotse_lat": 51.125}, {"id": "p", "name": "P"}],
        "x_lotse_ties": [{"from": "o", "to": "p", "kind": "funds", "funding_share": 0.125}]})");
    CHECK_FALSE(result.has_errors());
    CHECK(actor(result, "o").lat == 51.125);
    CHECK(actor(result, "o").extra.front().second == "86095742719012345678");
    CHECK(result.network.ties().front().funding_share == 0.125);
}

TEST_CASE("a text of HSDS JSON where a list belongs is named by its place") {
    const auto of = [](std::string_view member) {
        return found(read_json("{\"id\": \"o\", \"name\": \"O\",\n" + std::string{member} + "}"));
    };
    CHECK(of("\"services\": \"keine\"").back() == "netz.json:2:13 wrong-structure");
    CHECK(of("\"locations\": 5").back() == "netz.json:2:14 wrong-structure");
    CHECK(of("\"services\": null") == of("\"services\": []"));
}

TEST_CASE("an empty table of HSDS is an error, as one of lotse's own") {
    const auto result = read_folder({{"organizations.csv", ""}, {"services.csv", "\n\n"}});
    CHECK(has(result, "organizations.csv:1 empty-table"));
    CHECK(has(result, "services.csv:1 empty-table"));
}

TEST_CASE("columns of HSDS JSON are counted over all rows") {
    std::string text = "[";
    for (int i = 0; i < 400; ++i) {
        const std::string n = std::to_string(i);
        text += std::string{i == 0 ? "" : ","} + R"({"id": ")" + n + R"(", "name": "A", "a)" + n +
                R"(": 1, "b)" + n + R"(": 2})";
    }
    const TestFolder folder;
    folder.write("x.json", text + "]");
    const auto refused = io::read_network(folder / "x.json");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::limit);
}

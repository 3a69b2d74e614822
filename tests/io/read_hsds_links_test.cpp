#include <lotse/model/fee.hpp>

#include "files.hpp"
#include "graph_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;

namespace {

using Strings = std::vector<std::string>;
using Tables = std::vector<std::pair<std::string, std::string>>;

bool has(const BuildResult& result, std::string_view issue) {
    const auto all = found(result);
    return std::ranges::find(all, issue) != all.end();
}

/// One organization, one service and one location, whose ids are the same as in each table of a
/// database that counts from 1; and what comes with them.
BuildResult read_with(const Tables& others) {
    const TestFolder folder;
    folder.write("organization.csv", "id,name\n1,AWO\n")
        .write("service.csv", "id,organization_id,name,status\n1,1,Kurs,active\n")
        .write("location.csv", "id,location_type,name\n1,physical,Haus\n")
        .write("service_at_location.csv", "id,service_id,location_id\n1,1,1\n")
        .write("taxonomy_term.csv",
               "id,code,name\n10,,Bewegung\n11,,Suchtmittelkonsum\n"
               "12,,Sportverein\n");
    for (const auto& [name, text] : others) folder.write(name, text);
    return *io::read_network(folder.path());
}

const Offer& course(const BuildResult& result) {
    const auto id = result.network.find_offer("1");
    REQUIRE(id);
    return result.network[*id];
}
const Actor& provider(const BuildResult& result) {
    const auto id = result.network.find_actor("1");
    REQUIRE(id);
    return result.network[*id];
}
const Venue& house(const BuildResult& result) {
    const auto id = result.network.find_venue("1");
    REQUIRE(id);
    return result.network[*id];
}

std::string extra(const Record& row, std::string_view heading) {
    const auto at = std::ranges::find(row.extra, heading, [](const auto& e) { return e.first; });
    return at == row.extra.end() ? "" : at->second;
}

}  // namespace

TEST_CASE("an attribute belongs to what it names, not to a service with the same id") {
    const std::string name = GENERATE("attribute", "other_attribute", "link_taxonomy");
    const std::string entity = name == "attribute" ? "link_entity" : "link_type";
    const std::string term = name == "link_taxonomy" ? "taxonomy_id" : "taxonomy_term_id";
    const auto result = read_with({{name + ".csv", "id,link_id," + entity + ',' + term +
                                                       "\n1,1,organization,12\n2,1,organization,10"
                                                       "\n3,1,location,11\n"}});
    INFO(name);
    CHECK_FALSE(result.has_errors());
    CHECK(course(result).topics == Strings{"X-OFFEN"});
    CHECK(provider(result).kind == "sports_club");
    CHECK(extra(provider(result), "taxonomy_terms") == "Bewegung");
    CHECK(has(result, name + ".csv:4 not-carried"));
}

TEST_CASE("an attribute of a service still is one, by any of the names for it") {
    for (const auto& [file, text] :
         Tables{{"attribute.csv", "id,link_id,link_entity,taxonomy_term_id\n1,1,service,10\n"},
                {"attribute.csv",
                 "id,link_id,link_entity,link_type,taxonomy_term_id\n"
                 "1,1,services,organization,10\n"},
                {"other_attribute.csv", "id,link_id,link_type,taxonomy_term_id\n1,1,service,10\n"},
                {"service_attribute.csv", "id,service_id,taxonomy_term_id\n1,1,10\n"},
                {"service_taxonomy.csv", "id,service_id,taxonomy_id\n1,1,10\n"}}) {
        INFO(file << '\n' << text);
        CHECK(course(read_with({{file, text}})).topics == Strings{"LP-BEW"});
    }
}

TEST_CASE("an attribute that does not say what it belongs to is taken by an id that is unique") {
    const std::string heading = "id,link_id,taxonomy_term_id\n";
    const auto unclear = read_with({{"attribute.csv", heading + "1,1,10\n"}});
    CHECK_FALSE(unclear.has_errors());
    CHECK(has(unclear, "attribute.csv:2 ambiguous-id"));
    CHECK(course(unclear).topics == Strings{"X-OFFEN"});
    const auto clear = read_with({{"service.csv",
                                   "id,organization_id,name,status\n1,1,Kurs,active\n"
                                   "7,1,Zwei,active\n"},
                                  {"attribute.csv", heading + "1,7,10\n"}});
    CHECK(clear.network[*clear.network.find_offer("7")].topics == Strings{"LP-BEW"});
    CHECK(
        has(read_with({{"attribute.csv", heading + "1,9,10\n"}}), "attribute.csv:2:2 unknown-id"));
}

TEST_CASE("attributes of things that lotse has no place for are warnings, not errors") {
    const auto result = read_with({{"other_attribute.csv",
                                    "id,link_id,link_type,taxonomy_term_id\n"
                                    "1,1,location,10\n2,c1,cost_option,10\n"
                                    "3,1,something_else,10\n4,x,organization,10\n"}});
    CHECK(has(result, "other_attribute.csv:2 not-carried"));
    CHECK(has(result, "other_attribute.csv:5:2 unknown-id"));
    CHECK(course(result).topics == Strings{"X-OFFEN"});
    CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 1);
}

TEST_CASE("a taxonomy with the id of a missing term is no term") {
    const auto result =
        read_with({{"taxonomy.csv", "id,name,description\n20,Nutrition,All of it\n"},
                   {"attribute.csv", "id,link_id,link_entity,taxonomy_term_id\n1,1,service,20\n"}});
    CHECK(has(result, "attribute.csv:2:4 unknown-id"));
    CHECK(has(result, "taxonomy.csv:2 not-carried"));
}

TEST_CASE("nesting says what an attribute of HSDS JSON belongs to") {
    const auto result = read_json(R"({"id": "1", "name": "Kurs", "status": "active",
        "organization": {"id": "1", "name": "AWO", "attributes": [
            {"id": "1", "taxonomy_term": {"id": "10", "name": "Bewegung"}}]},
        "service_at_locations": [{"id": "1", "location": {"id": "1", "name": "Haus",
            "location_type": "physical", "attributes": [
                {"id": "2", "taxonomy_term": {"id": "11", "name": "Suchtmittelkonsum"}}]}}]})");
    CHECK_FALSE(result.has_errors());
    CHECK(course(result).topics == Strings{"X-OFFEN"});
    CHECK(extra(provider(result), "taxonomy_terms") == "Bewegung");
    CHECK(has(result, "netz.json:6:17 not-carried"));
}

TEST_CASE("rows of HSDS JSON with the same id that link to different things are named") {
    const auto result = read_json(R"({"id": "o", "name": "AWO", "services": [
        {"id": "s", "name": "Eins", "status": "active", "organization_id": "o",
         "service_areas": [{"id": "1", "name": "Bochum"}]},
        {"id": "t", "name": "Zwei", "status": "active", "organization_id": "o",
         "service_areas": [{"id": "1", "name": "Bochum"}]}]})");
    CHECK(has(result, "netz.json:5:28 contradiction"));
}

TEST_CASE("an id that stands twice is an error also where the keys of lotse differ") {
    const auto result = read_folder(
        {{"organizations.csv", "id,name,x_lotse_key\no1,Verein A,a\no1,Verein B,b\no2,C,c\n"},
         {"services.csv", "id,organization_id,name,status,x_lotse_key\ns1,o1,Kurs,active,k\n"},
         {"locations.csv", "id,name\nl,L\nm,M\n"},
         {"service_at_location.csv", "id,service_id,location_id\n1,s1,l\n1,s1,m\n"},
         {"attributes.csv", "id,link_id,taxonomy_term_id,link_entity\n1,s1,t1,service\n"},
         {"taxonomy_terms.csv", "id,name\nt1,Bewegung\nt1,Suchtmittelkonsum\n"}});
    CHECK(has(result, "organizations.csv:3:1 duplicate-key"));
    CHECK(has(result, "service_at_location.csv:3:1 duplicate-key"));
    CHECK(has(result, "taxonomy_terms.csv:3:1 duplicate-key"));
    CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 3);
    CHECK(result.rows.rejected == 3);
    CHECK_FALSE(result.network.find_actor("b"));
    const Offer& offer = result.network[*result.network.find_offer("k")];
    CHECK(offer.providers.front().key == "a");
    CHECK(offer.venues.size() == 1);
    CHECK(offer.topics == Strings{"LP-BEW"});
}

TEST_CASE("an amount that is none is named where it stands") {
    const auto read = [](const std::string& amount) {
        return read_with({{"cost_option.csv", "id,service_id,currency,amount\n1,1,EUR," + amount +
                                                  "\n2,1,USD,many\n"}});
    };
    CHECK(has(read("viel"), "cost_option.csv:2:4 bad-number"));
    CHECK(has(read("-3"), "cost_option.csv:2:4 out-of-range"));
    const auto result = read("viel");
    CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 1);
    CHECK(result.rows.rejected == 1);
    CHECK(extra(course(result), "cost_options") == "many USD");
    CHECK_FALSE(read("k. A.").has_errors());
    CHECK_FALSE(read("\"12,50\"").has_errors());
}

TEST_CASE("what linking tables say beside their links is kept") {
    const auto result = read_with(
        {{"service_at_location.csv",
          "id,service_id,location_id,description\n1,1,1,nur dienstags\n"},
         {"attribute.csv",
          "id,link_id,link_entity,link_type,taxonomy_term_id,value\n"
          "1,1,service,who,10,nur Teilnehmende\n2,1,organization,,12,seit 1990\n"},
         {"service_area.csv",
          "id,service_id,name,description,extent\n"
          "1,1,Bochum,nur Wattenscheid,POLYGON\n2,1,Herne,Herne,\n"},
         {"language.csv",
          "id,service_id,name,code,note\n1,1,Deutsch,de,Dolmetscher\n"
          "2,1,Deutsch (leichte Sprache),de,\n"},
         {"schedule.csv", "id,service_id,valid_from,valid_to,notes\n1,1,Herbst,,Ferien\n"},
         {"accessibility.csv", "id,location_id,description,details\n1,1,Rampe,Klingel\n"}});
    CHECK_FALSE(result.has_errors());
    const Offer& offer = course(result);
    CHECK(extra(offer, "service_at_location_description") == "Haus: nur dienstags");
    CHECK(extra(offer, "attribute_value") == "Bewegung: nur Teilnehmende");
    CHECK(extra(offer, "attribute_link_type") == "Bewegung: who");
    CHECK(extra(provider(result), "attribute_value") == "Sportverein: seit 1990");
    CHECK(extra(offer, "service_area_description") == "Bochum: nur Wattenscheid");
    CHECK(extra(offer, "language_note") == "de: Dolmetscher");
    CHECK(extra(offer, "language_name") == "Deutsch (leichte Sprache)");
    CHECK(extra(offer, "schedule_valid_from") == "Herbst");
    CHECK(extra(offer, "schedule_notes") == "Ferien");
    CHECK(extra(house(result), "accessibility_details") == "Rampe: Klingel");
    CHECK(has(result, "service_area.csv:2 described-area"));
    CHECK(has(result, "service_area.csv:2 not-carried"));
    CHECK_FALSE(has(result, "schedule.csv:2 not-carried"));

    const TestFolder again;
    for (const io::OutputFile& file : io::hsds_files(result.network))
        again.write(file.name, file.bytes);
    CHECK(io::read_network(again.path())->network.identity().sha256 ==
          result.network.identity().sha256);
}

TEST_CASE("an area without a name is named, with its description kept") {
    const auto result =
        read_with({{"service_area.csv", "id,service_id,name,description\n1,1,,nur Nord\n"}});
    CHECK(course(result).areas.empty());
    CHECK(extra(course(result), "service_area_description") == "nur Nord");
    CHECK(has(result, "service_area.csv:2 not-carried"));
}

TEST_CASE("a fee keeps the words and days that say when it is this fee") {
    const auto with = [](const std::string& row) {
        return read_with(
            {{"cost_option.csv",
              "id,service_id,option,amount,currency,amount_description,valid_from\n" + row}});
    };
    const auto evening = with("1,1,,5,EUR,pro Abend,2024-01-01\n");
    CHECK(course(evening).fee_eur == 5);
    CHECK(extra(course(evening), "cost_options") == "5 EUR pro Abend (2024-01-01–)");
    const auto members = with("1,1,Mitglieder,0,EUR,,\n");
    CHECK(course(members).free == ThreeValued::unknown);
    CHECK_FALSE(course(members).fee_eur);
    CHECK(free_of_charge(course(members)) == ThreeValued::unknown);
    CHECK(extra(course(members), "cost_options") == "0 EUR Mitglieder");
    const auto plain = with("1,1,,0,EUR,,\n");
    CHECK(course(plain).free == ThreeValued::yes);
    CHECK(extra(course(plain), "cost_options").empty());
}

TEST_CASE("a page of terms is no network of actors") {
    const auto page = [](std::string_view contents) {
        return found(
            read_json(R"({"total_pages": 1, "contents": [)" + std::string{contents} + "]}"));
    };
    const Strings refused{"netz.json missing-table"};
    CHECK(page(R"({"id": "t", "code": "x", "name": "Term", "taxonomy_detail":
        {"id": "u", "name": "T"}})") == refused);
    CHECK(page(R"({"id": "t", "code": "x", "name": "Term"})") == refused);
    CHECK(page(R"({"id": "t", "name": "Term", "vocabulary": "esd"})").front() == refused.front());
    const auto words = read_json(R"([{"id": "t", "name": "Term", "taxonomy_id": "u"}])");
    CHECK(words.issues.front().message.en.find("terms, no organizations") != std::string::npos);
    CHECK_FALSE(read_json(R"([{"id": "o", "name": "AWO", "code": "7"}])").has_errors());
}

TEST_CASE("an organization of a page may have a code or a version of its own") {
    const auto names = [](std::string_view more) {
        const auto result =
            read_json(R"({"total_pages": 1, "contents": [{"id": "o1", "name": "A", )" +
                      std::string{more} + R"(}, {"id": "o2", "name": "B"}]})");
        Strings out;
        for (const Actor& actor : result.network.actors()) out.push_back(actor.name);
        return out;
    };
    CHECK(names(R"("code": "7", "website": "https://a.example")") == Strings{"A", "B"});
    CHECK(names(R"("version": "2", "legal_status": "e.V.")") == Strings{"A", "B"});
    CHECK(names(R"("code": "7", "phones": [{"id": "p", "number": "1"}])") == Strings{"A", "B"});
    CHECK(names(R"("code": "7", "description": "a term")") == Strings{"B"});
}

TEST_CASE("an empty page of an API holds no organization, and no page is missing") {
    CHECK(found(read_json(R"({"total_items": 0, "total_pages": 0, "contents": []})")) ==
          Strings{"netz.json missing-table"});
}

TEST_CASE("url is the older name of website, and a column of its own beside it") {
    const auto beside = read_with(
        {{"organization.csv", "id,name,url,website\n1,AWO,https://u.example,https://w.example\n"}});
    CHECK(provider(beside).website == "https://w.example");
    CHECK(extra(beside.network, "1", "extra_url") == "https://u.example");
    CHECK_FALSE(has(beside, "organization.csv:1 older-name"));
    const auto alone = read_with({{"organization.csv", "id,name,url\n1,AWO,https://u.example\n"}});
    CHECK(provider(alone).website == "https://u.example");
    CHECK(has(alone, "organization.csv:1 older-name"));
}

TEST_CASE("url is the website of each organization that has no other") {
    const auto result = read_with({{"organization.csv",
                                    "id,name,website,url\n1,AWO,https://a.example,\n"
                                    "2,DRK,,https://b.example\n"}});
    const auto& actors = result.network.tables().actors;
    CHECK(actors.at(0).website == "https://a.example");
    CHECK(actors.at(1).website == "https://b.example");
    CHECK(extra(result.network, "2", "extra_url").empty());
    CHECK(has(result, "organization.csv:1 older-name"));
}

TEST_CASE("services inside of a place, and places inside of a service, are offered there") {
    const std::string text = GENERATE(
        R"([{"id": "1", "name": "AWO", "locations": [{"id": "1", "name": "Haus",
             "services": [{"id": "1", "name": "Kurs", "status": "active"}]}]}])",
        R"([{"id": "1", "name": "AWO", "locations": [{"id": "1", "name": "Haus",
             "service": {"id": "1", "name": "Kurs", "status": "active"}}]}])",
        R"([{"id": "1", "name": "AWO", "services": [{"id": "1", "name": "Kurs",
             "status": "active", "locations": [{"id": "1", "name": "Haus"}]}]}])");
    INFO(text);
    const auto result = read_json(text);
    CHECK_FALSE(result.has_errors());
    REQUIRE(course(result).providers.size() == 1);
    CHECK(course(result).providers[0].key == "1");
    REQUIRE(course(result).venues.size() == 1);
    CHECK(course(result).venues[0].key == "1");
    CHECK(course(result).extra.empty());
    CHECK(extra(house(result), "service_id").empty());
}

TEST_CASE("a service that names its organization keeps it wherever it stands") {
    const auto result = read_json(R"([
        {"id": "1", "name": "AWO", "locations": [{"id": "1", "name": "Haus",
         "services": [{"id": "1", "name": "Kurs", "status": "active"}]}]},
        {"id": "2", "name": "VHS", "services": [{"id": "1", "name": "Kurs", "status": "active"}]}])");
    REQUIRE(course(result).providers.size() == 1);
    CHECK(course(result).providers[0].key == "2");
    REQUIRE(course(result).venues.size() == 1);
}

TEST_CASE("a code that lotse does not know is named where it stands, too") {
    const auto result =
        read_with({{"taxonomy_term.csv",
                    "id,code,name\n10,topics:LP-BEW,B\n11,topics:QUATSCH,Q\n"
                    "12,topics:X-EIGEN,Eigenes\n"},
                   {"attribute.csv",
                    "id,link_id,link_entity,taxonomy_term_id\n1,1,service,11\n"
                    "2,1,service,12\n"},
                   {"x_lotse_codes.csv", "list,code,de,en\ntopics,X-EIGEN,Eigenes,Own\n"}});
    CHECK(has(result, "service.csv:2 unknown-code"));
    CHECK(has(result, "taxonomy_term.csv:3:2 unknown-code"));
    const auto about_terms = std::ranges::count_if(result.issues, [](const Issue& issue) {
        return issue.code == "unknown-code" && issue.where.file == "taxonomy_term.csv";
    });
    CHECK(about_terms == 1);
    CHECK(result.rows.rejected == 1);
}

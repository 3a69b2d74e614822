#include "files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

TEST_CASE("a column of HSDS JSON takes one text or number") {
    const auto of = [](std::string_view member) {
        return read_json("{\"id\": \"o\", \"services\": [],\n" + std::string{member} + "}");
    };
    for (const char* wrong : {"\"name\": true", "\"name\": [\"A\", \"B\"]", "\"name\": [\"A\"]"}) {
        const auto result = of(wrong);
        CAPTURE(wrong, found(result));
        CHECK(found(result).back().starts_with("netz.json:2:"));
        CHECK(found(result).back().ends_with("wrong-type"));
        CHECK(std::ranges::count(result.issues, Severity::error, &Issue::severity) == 1);
        CHECK(result.network.actors().empty());
        CHECK(result.rows.rejected == 1);
    }
    CHECK(found(of("\"name\": {\"de\": \"A\"}")).back() == "netz.json:2:9 wrong-type");
    CHECK_FALSE(of("\"name\": 5").has_errors());
    const auto other = of("\"name\": \"A\", \"tags\": [\"x\", \"y\"], \"open\": true");
    CHECK_FALSE(other.has_errors());
    REQUIRE(other.network.actors().size() == 1);
    CHECK(other.network.actors()[0].extra.size() == 2);
}

TEST_CASE("a row of HSDS JSON with a wrong type is there for what refers to it") {
    const auto result = read_json(
        R"({"organization": [{"id": "o", "name": "O"}, {"id": "p", "name": ["P"]}],
 "location": [{"id": "l", "name": {}}],
 "service": [{"id": "s", "name": "S", "organization_id": "o", "status": ["active"]},
             {"id": "t", "name": "T", "organization_id": "p", "status": "active"}],
 "service_at_location": [{"id": "x", "service_id": "s", "location_id": "l"}],
 "attribute": [{"id": "a", "link_id": "s", "taxonomy_term_id": "b"}],
 "taxonomy_term": [{"id": "b", "name": "Bewegung", "code": "topics:LP-BEW"}]})");
    std::vector<std::string> errors;
    for (const Issue& issue : result.issues)
        if (issue.severity == Severity::error)
            errors.push_back(to_string(issue.where) + ' ' + std::string{issue.code});
    CHECK(errors == Found{"netz.json:1:66 wrong-type", "netz.json:2:35 wrong-type",
                          "netz.json:3:74 wrong-type", "netz.json:4:14 unknown-reference"});
    CHECK(result.rows.rejected == 4);
}

TEST_CASE("what stands beside the tables of an HSDS document is named") {
    const auto result = read_json(
        R"({"organization": [{"id": "o", "name": "O"}],
            "teis": "x", "total_pages": 1})");
    CHECK(found(result).back() == "netz.json:2:21 unknown-member");
}

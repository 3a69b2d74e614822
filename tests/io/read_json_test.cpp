#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

/// One actor whose members are `a`, after the two that every network has.
std::string with_actor(const std::string& a) {
    return R"({"lotse": "1", "tables": {"actors": [)" + a + "]}}";
}

}  // namespace

TEST_CASE("a network is read from JSON") {
    const auto result = read_json(
        "\xEF\xBB\xBF"
        R"({
  "tables": {
    "actors": [
      {"key": "a", "name": "Krankenkasse A", "kind": "health_insurer", "aliases": ["KKA", "A"]},
      {"kind": "sports_club", "name": "Verein B", "key": "b", "lat": 51.481, "lon": 7.2, "Farbe": 3.5}
    ],
    "Beziehungen": [{"from": "a", "to": "b", "kind": "funds", "level": 2, "feedback": true,
                     "topics": "LP-BEW|LP-ERN", "route": null}]
  },
  "lotse": "1", "name": "Probe", "license": "CC0-1.0", "fictional": true
})");
    CHECK(found(result) == Found{"netz.json:3:5 unknown-column"});
    CHECK(result.rows.used == 3);
    CHECK(result.network.info().name == "Probe");
    CHECK(result.network.info().fictional);
    const Network& network = result.network;
    CHECK(network.actors()[0].aliases == std::vector<std::string>{"KKA", "A"});
    CHECK(network.actors()[1].lat == 51.481);
    CHECK(network.actors()[1].extra.front().second == "3.5");
    CHECK(network.ties()[0].topics.size() == 2);
    CHECK(network.ties()[0].feedback == ThreeValued::yes);
    CHECK(network.ties()[0].level == 2);
}

TEST_CASE("a network in JSON without a name is called like its file") {
    CHECK(read_json(with_actor("")).network.info().name == "netz");
}

TEST_CASE("text that is no JSON is named by line and column") {
    CHECK(found(read_json("")) == Found{"netz.json:1:1 bad-json"});
    CHECK(found(read_json("{\"lotse\": \"1\",\n \"tables\": tru}")) ==
          Found{"netz.json:2:15 bad-json"});
    CHECK(found(read_json("{\"lotse\": \"1\", \"tables\": {\"actors\": [{\"key\": \"a")) ==
          Found{"netz.json:1:48 bad-json"});
    const auto behind = [](const std::string& text) {
        const auto result = read_json(with_actor("") + "\n " + text);
        REQUIRE(found(result) == Found{"netz.json:2:2 bad-json"});
        return result.issues.back().message.en;
    };
    CHECK(behind("x ä\n") ==
          "'x ä' follows after the end of the JSON text. Delete it; a file holds exactly one JSON "
          "object.");
    CHECK(behind("{\"a\": 1}").starts_with("'{\"a\": 1}' follows"));
    CHECK(behind("// Ende").find("a comment: '// Ende'") != std::string::npos);
    CHECK(found(read_json("{ /* so */ \"lotse\": \"1\"}")) == Found{"netz.json:1:3 bad-json"});
    CHECK(found(read_json("{\"lotse\": \"1\",\n\"name\": \"M\xFF\"}")) ==
          Found{"netz.json:2:11 unreadable-text"});
    CHECK(found(read_json(with_actor(R"({"key": "a", "lat": 1e999})"))).front().find(" bad-json") !=
          std::string::npos);
}

TEST_CASE("a member that stands twice is an error") {
    CHECK(found(read_json(with_actor(R"({"key": "a", "name": "A", "name": "Z"})"))) ==
          Found{"netz.json:1:64 duplicate-member"});
    CHECK(found(read_json(R"({"lotse": "1", "lotse": "1"})")) ==
          Found{"netz.json:1:16 duplicate-member"});
}

TEST_CASE("the outer object is checked") {
    CHECK(found(read_json(R"({"lotse": "1"})")) == Found{"netz.json missing-tables"});
    CHECK(found(read_json(R"({"tables": {"actors": []}})")) == Found{"netz.json missing-version"});
    CHECK(found(read_json(R"({"lotse": "2", "tables": {"actors": []}})")) ==
          Found{"netz.json:1:11 unknown-version"});
    CHECK(found(read_json(R"({"lotse": 1, "tables": {"actors": []}})")) ==
          Found{"netz.json:1:11 wrong-structure"});
    CHECK(found(read_json(R"({"lotse": "1", "tables": {}})")) == Found{"netz.json missing-table"});
    CHECK(found(read_json(R"({"lotse": "1", "tabels": [], "tables": {"actors": []}})")) ==
          Found{"netz.json:1:16 unknown-member"});
    CHECK(found(read_json(R"({"lotse": "1", "tables": {"actors": [], "teis": [{"x": {}}]}})")) ==
          Found{"netz.json:1:41 unknown-table"});
    // What is not read is looked at for data of clients all the same.
    CHECK(found(read_json(
              R"({"lotse": "1", "tables": {"actors": [], "liste": [{"x": "E763972509"}]}})")) ==
          Found{"netz.json:1:41 unknown-table", "netz.json:1:57 client-data"});
    CHECK(found(read_json(R"({"lotse": "1", "von": "E763972509", "tables": {"actors": []}})")) ==
          Found{"netz.json:1:16 unknown-member", "netz.json:1:23 client-data"});
    CHECK(found(read_json(R"({"lotse": "1", "tables": []})")) ==
          Found{"netz.json:1:26 wrong-structure"});
    CHECK(found(read_json(R"({"lotse": "1", "tables": {"actors": {}}})")) ==
          Found{"netz.json:1:37 wrong-structure"});
    CHECK(found(read_json(R"({"lotse": "1", "tables": {"actors": [7]}})")).size() == 1);
    CHECK(found(read_json("[]")).front() == "netz.json missing-tables");
}

TEST_CASE("types are strict") {
    const auto one = [](const std::string& member) {
        return found(
            read_json(with_actor(R"({"key": "a", "name": "A", "kind": "other", )" + member + "}")));
    };
    CHECK(one(R"("lat": 51.5, "lon": 7.2)").empty());
    CHECK(one(R"("lat": "51.5")") == Found{"netz.json:1:38 wrong-type"});
    CHECK(one(R"("short_name": 5)") == Found{"netz.json:1:38 wrong-type"});
    CHECK(one(R"("aliases": ["x", "y"])").empty());
    CHECK(one(R"("aliases": "x|y")").empty());
    CHECK(one(R"("aliases": ["x", 2])").front().find("wrong-type") != std::string::npos);
    CHECK(one(R"("aliases": ["x|y"])").front().find("wrong-type") != std::string::npos);
    CHECK(one(R"("note": {"de": "x"})").front().find("nested-value") != std::string::npos);
    CHECK(one(R"("aliases": [["x"]])").front().find("nested-value") != std::string::npos);
    CHECK(found(read_json(with_actor(R"({"key": 5, "name": "A", "kind": "other"})"))) ==
          Found{"netz.json:1:38 wrong-type"});
    CHECK(found(read_json(with_actor(R"({"key": "a", "kind": "other"})"))) ==
          Found{"netz.json:1:38 missing-value"});
}

TEST_CASE("a JSON number means the same as its digits") {
    const auto share = [](const std::string& number) {
        const auto result = read_json(
            R"({"lotse": "1", "tables": {"actors": [{"key": "a", "name": "A", "kind": "other"},
                {"key": "b", "name": "B", "kind": "other"}], "ties": [{"from": "a", "to": "b",
                "kind": "funds", "funding_share": )" +
            number + "}]}}");
        REQUIRE(found(result).empty());
        return *result.network.ties()[0].funding_share;
    };
    CHECK(share("0.125") == 0.125);
    CHECK(share("1e-3") == 0.001);
    CHECK(share("1") == 1);
    CHECK(share("0.1") == 0.1);
}

TEST_CASE("a number in a foreign member stays as it was written") {
    for (const std::string number : {"86095742719012345678", "1e308", "-0", "1.0", "2.50", "1E-400",
                                     "0.12345678901234567890"}) {
        const auto result = read_json(
            with_actor(R"({"key": "a", "name": "A", "kind": "other", "Vorgang": )" + number + "}"));
        REQUIRE(result.rows.used == 1);
        CHECK(result.network.actors()[0].extra.front().second == number);
    }
}

TEST_CASE("depth, values, members and rows of JSON are limited") {
    const TestFolder folder;
    const auto limit = [&](const std::string& text, const io::Limits& limits) {
        folder.write("netz.json", text);
        const auto result = io::read_network(folder / "netz.json", limits);
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::limit);
        CHECK(result.error().message.en.find("netz.json:1") == 0);
        const std::string& words = result.error().message.en;
        const auto at = words.find("--limit ") + 8;
        return words.substr(at, words.find('=') - at);
    };
    const std::string deep(100'000, '[');
    CHECK(limit(with_actor(R"({"key": "a", "x": )" + deep), {}) == "depth");
    io::Limits few;
    few.values = 8;
    CHECK(limit(with_actor("{}, {}, {}, {}, {}, {}"), few) == "values");
    few = {};
    few.columns = 2;
    CHECK(limit(with_actor(R"({"key": "a", "name": "A", "kind": "other"})"), few) == "columns");
    CHECK(limit(with_actor(R"({"key": "a"}, {"name": "A"}, {"kind": "other"})"), few) == "columns");
    few = {};
    few.actors = 1;
    CHECK(limit(with_actor("{}, {}"), few) == "actors");
    few = {};
    few.field_kb = 1;
    CHECK(limit(with_actor("{\"name\": \"" + std::string(1025, 'x') + "\"}"), few) == "field-kb");
}

TEST_CASE("tables of JSON that somebody put aside are not read") {
    for (const std::string name : {"_ties", "//ties", "#ties", "-ties", "ties_", "~Beziehungen"}) {
        INFO(name);
        const auto result = read_json(
            R"({"lotse": "1", "tables": {"actors": [{"key": "a", "name": "A", "kind": "other"},)"
            R"( {"key": "b", "name": "B", "kind": "other"}], ")" +
            name + R"(": [{"from": "a", "to": "b", "kind": "refers_to"}]}})");
        REQUIRE(result.issues.size() == 1);
        CHECK(result.issues.front().code == "unknown-table");
        CHECK(result.network.tables().ties.empty());
    }
}

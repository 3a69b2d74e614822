// Issues that concern no row have a place, too.
#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("what concerns the network as a whole stands at the file that describes it") {
    const auto places = [](const BuildResult& result) {
        std::vector<std::string> out;
        for (const Issue& issue : result.issues)
            if (issue.code == "withheld" || issue.code == "no-actors")
                out.push_back(to_string(issue.where) + " " + std::string{issue.code});
        return out;
    };
    using Places = std::vector<std::string>;
    const std::string_view actors = "key,name,kind\n";
    CHECK(places(read_folder({{"actors.csv", actors}})) == Places{"actors.csv:1 no-actors"});
    CHECK(places(read_folder(
              {{"actors.csv", actors},
               {"datapackage.json", R"({"title": "Netz Tel. 0521 123456", "resources": []})"}})) ==
          Places{"actors.csv:1 no-actors", "datapackage.json withheld"});
    CHECK(places(read_json(R"({"lotse": "1", "license": "a.b@c.de", "tables": {"actors": []}})")) ==
          Places{"netz.json withheld", "netz.json:1:50 no-actors"});
    const TestFolder named{"Netz Tel. 0521 123456"};
    named.write("actors.csv", "key,name,kind\na,A,other\n");
    const auto result = io::read_network(named.path());
    REQUIRE(result);
    CHECK(places(*result) == Places{"… withheld"});
}

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;
using Lines = std::vector<std::vector<std::string>>;

namespace {

BuildResult with_ties(const Lines& ties) {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind"}, {"a", "A", "jobcenter"}, {"b", "B", "sports_club"}});
    add(builder, "ties", ties);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("a tie that ended and began again is no repeated one") {
    CHECK(found(with_ties({{"from", "to", "kind", "since", "until"},
                           {"b", "a", "cooperates", "2024", ""},
                           {"a", "b", "cooperates", "2015", "2018-06"},
                           {"a", "b", "cooperates", "2019-01-01", "2021-12-31"},
                           {"a", "b", "refers_to", "2017", "2019"},
                           {"a", "b", "refers_to", "2019", "2021"}}))
              .empty());
}

TEST_CASE("ties of one content that last at the same time are repeated") {
    CHECK(found(with_ties({{"from", "to", "kind", "since", "until"},
                           {"a", "b", "cooperates", "2015", "2019"},
                           {"b", "a", "cooperates", "2018", ""},
                           {"a", "b", "cooperates", "2025", ""},
                           {"a", "b", "informs", "2019", "2019"},
                           {"a", "b", "informs", "2019", "2019"},
                           {"a", "b", "leads", "", "2019"},
                           {"a", "b", "leads", "", ""},
                           {"a", "b", "provides", "", ""},
                           {"a", "b", "provides", "", ""}})) ==
          Found{"ties.csv:3 repeated-tie", "ties.csv:4 repeated-tie", "ties.csv:6 repeated-tie",
                "ties.csv:8 repeated-tie", "ties.csv:10 repeated-tie"});
}

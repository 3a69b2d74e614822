#include "typed_rows.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Found = std::vector<std::string>;
using Lines = std::vector<std::vector<std::string>>;

namespace {

BuildResult with_offers(const Lines& actors, const Lines& offers) {
    NetworkBuilder builder;
    add(builder, "actors", actors);
    add(builder, "offers", offers);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("check warns of the ended providers that the analyses do not count") {
    const auto result = with_offers({{"key", "name", "kind", "status", "until", "as_of"},
                                     {"a", "A", "counselling", "active", "2025-12", "2026-06"},
                                     {"b", "B", "counselling", "ended", "", "2026-06"},
                                     {"c", "C", "counselling", "active", "2026-06", "2026-06"}},
                                    {{"key", "name", "topics", "providers", "host", "end"},
                                     {"o1", "Eins", "LP-BEW", "a", "", ""},
                                     {"o2", "Zwei", "LP-BEW", "", "b", ""},
                                     {"o3", "Drei", "LP-BEW", "b", "", "2027-12"},
                                     {"o4", "Vier", "LP-BEW", "b", "", "2026-05"},
                                     {"o5", "Acht", "LP-BEW", "c", "b", ""},
                                     {"o6", "Neun", "LP-BEW", "a|c", "", ""},
                                     {"o7", "Zehn", "LP-BEW", "", "", ""}});
    CHECK(found(result) == Found{"offers.csv:2:4 ended-provider", "offers.csv:3:5 ended-provider",
                                 "offers.csv:4:4 ended-provider"});
    for (const Issue& issue : result.issues) {
        CHECK(issue.severity == Severity::warning);
        CHECK_FALSE(issue.message.en.empty());
    }
}

TEST_CASE("that a network has no actors is said at the table of actors") {
    CHECK(found(with_offers({{"key", "name", "kind"}}, {{"key", "name", "topics"}})) ==
          Found{"actors.csv:1 no-actors"});
}

TEST_CASE("the warning of a place abroad is not taken for a tax number that its digits look like") {
    const auto result = with_offers({{"key", "name", "kind", "lat", "lon"},
                                     {"a", "A", "sports_club", "12.27363318956", "8,5"},
                                     {"b", "B", "sports_club", "51.27363318956", "7,16470222959"}},
                                    {{"key", "name", "topics"}});
    CHECK(found(result) == Found{"actors.csv:2:4 outside-germany"});
    CHECK_FALSE(result.holds_client_data());
    CHECK(result.network.actors().size() == 2);
}

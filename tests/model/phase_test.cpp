#include <lotse/model/phase.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace lotse;

TEST_CASE("the status of an offer is that of its dates, and else a word that no list knows stays") {
    const auto at = [](const char* status, int start, int end) {
        Offer offer;
        offer.status = status;
        if (start > 0) offer.start = PartialDate{start};
        if (end > 0) offer.end = PartialDate{end};
        return std::string{offer_status(offer, PartialDate{2024})};
    };
    CHECK(at("active", 2025, 0) == "planned");
    CHECK(at("", 2025, 0) == "planned");
    CHECK(at("paused", 2025, 0) == "planned");
    CHECK(at("ended", 2025, 0) == "ended");
    CHECK(at("planned", 0, 2023) == "ended");
    CHECK(at("proposed", 0, 0) == "planned");
    CHECK(at("paused", 2023, 0) == "paused");
    CHECK(at("in Klärung", 2025, 0) == "planned");
    CHECK(at("in Klärung", 2023, 0) == "in Klärung");
    CHECK(at("in Klärung", 0, 2023) == "ended");
    CHECK(at("", 2023, 2025).empty());
    Offer undated;
    undated.start = PartialDate{2025};
    CHECK(offer_status(undated, std::nullopt).empty());
}

#include <lotse/model/actor.hpp>
#include <lotse/model/phase.hpp>
#include <lotse/model/tie.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace lotse;

TEST_CASE("the status of an offer is that of its dates, and else a word that no list knows stays") {
    const auto at = [](const char* status, int start, int end) {
        Offer offer;
        offer.status = status;
        if (start > 0) offer.start = PartialDate{start};
        if (end > 0) offer.end = PartialDate{end};
        return std::string{offer_status(offer, {{}, PartialDate{2024}})};
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
    CHECK(offer_status(undated, {}).empty());
}

TEST_CASE("what has ended since was there on an earlier date, by its dates") {
    const std::optional<PartialDate> none;
    const PartialDate data{2026, 6};
    struct Case {
        std::optional<PartialDate> since, until, at;
        Phase phase;
    };
    using enum Phase;
    for (const Case& c : {
             Case{none, PartialDate{2024, 12}, PartialDate{2024, 6, 30}, running},
             {none, PartialDate{2024, 12}, PartialDate{2024, 12, 31}, running},
             {none, PartialDate{2024, 12}, PartialDate{2025, 1, 1}, ended},
             {PartialDate{2015}, PartialDate{2024, 12}, PartialDate{2014, 6}, planned},
             {PartialDate{2015}, none, PartialDate{2014, 6}, planned},
             // Without an end nothing tells when it ended.
             {PartialDate{2015}, none, PartialDate{2020}, ended},
             // On and after the date of the data the status tells what holds.
             {none, PartialDate{2026}, none, ended},
             {none, PartialDate{2026}, PartialDate{2026, 5, 31}, running},
             {none, PartialDate{2026}, PartialDate{2026, 6, 30}, ended},
             {none, PartialDate{2026}, PartialDate{2026, 9, 1}, ended},
             {none, PartialDate{2027}, PartialDate{2026}, ended},
             {PartialDate{2027}, none, PartialDate{2026, 9}, ended},
         }) {
        INFO((c.at ? to_string(*c.at) : "no date"));
        Actor actor;
        actor.status = "ended";
        actor.since = c.since;
        actor.until = c.until;
        Tie tie;
        tie.status = "ended";
        tie.since = c.since;
        tie.until = c.until;
        Offer offer;
        offer.status = "ended";
        offer.start = c.since;
        offer.end = c.until;
        const Moment moment{c.at, data};
        CHECK(phase_of(actor, moment) == c.phase);
        CHECK(phase_of(tie, moment) == c.phase);
        CHECK(phase_of(offer, moment) == c.phase);
        CHECK(offer_status(offer, moment) ==
              (c.phase == running ? "active" : enumerator(c.phase).key));
    }
    CHECK(status_on("paused", {}, PartialDate{2024}, {PartialDate{2023}, data}) == "paused");
    // Where the data have no date, it is not known to be earlier than the one asked for.
    CHECK(phase_of("ended", {}, PartialDate{2024}, {PartialDate{2023}, {}}) == running);
}

// What is planned, paused or over in one of two states is not told as begun, and not as lost.

#include "compared.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

constexpr PartialDate may{2025, 5, 1};
constexpr PartialDate june{2026, 6, 1};

/// What a row of any table says about the world.
struct Said {
    std::string status{};
    std::optional<PartialDate> begin{};
    std::optional<PartialDate> end{};
    bool is_there = true;
};
constexpr const char* nothing = "";
const Said absent{nothing, {}, {}, false};

/// Two actors, and a tie, an offer and an actor that say the same.
TestTables state(const Said& said, PartialDate as_of) {
    TestTables out;
    for (const char* key : {"a", "b"}) out.actor(key).as_of = as_of;
    if (!said.is_there) return out;
    Actor& actor = out.actor("c");
    actor.status = said.status;
    actor.since = said.begin;
    actor.until = said.end;
    Tie& tie = out.tie("a", "b");
    tie.status = said.status;
    tie.since = said.begin;
    tie.until = said.end;
    Offer& offer = out.offer("o", "LP-BEW", "a");
    offer.status = said.status;
    offer.start = said.begin;
    offer.end = said.end;
    return out;
}

Compared both(const Said& before, const Said& after) {
    return compared(state(before, may), state(after, june));
}

/// "change meaning" of the tie, which must be that of the offer and the actor too.
std::string told(const Said& before, const Said& after) {
    const Compare::Findings found = both(before, after).found;
    const auto words = [](const auto& row) {
        return std::string{enumerator(row.change).key} + " " +
               std::string{enumerator(row.meaning).key};
    };
    REQUIRE(found.ties.size() == 1);
    REQUIRE(found.offers.size() == 1);
    const auto actor = std::ranges::find(found.actors, "c", &Compare::ActorRow::actor);
    REQUIRE(actor != found.actors.end());
    CHECK(words(found.offers[0]) == words(found.ties[0]));
    CHECK(words(*actor) == words(found.ties[0]));
    return words(found.ties[0]);
}

Document read(const Said& before, const Said& after) {
    const Compared states = both(before, after);
    Document document;
    Compare::explain(states.before, states.after, states.found, document);
    return document;
}

bool says(const Document& document, std::string_view words) {
    return std::ranges::any_of(document.reading, [&](const Message& line) {
        return line.de.find(words) != std::string::npos || line.en.find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("What is planned or over has not begun", "[compare]") {
    const PartialDate autumn{2025, 9, 1}, winter{2025, 12, 1}, next_year{2027, 1, 0};
    CHECK(told(absent, {"planned", next_year}) == "added planned");
    CHECK(told(absent, {"planned"}) == "added planned");
    CHECK(told(absent, {"proposed"}) == "added planned");
    CHECK(told(absent, {"active", next_year}) == "added planned");
    CHECK(told(absent, {nothing, next_year}) == "added planned");
    CHECK(told(absent, {"ended", autumn, winter}) == "added over");
    CHECK(told(absent, {"active", autumn, winter}) == "added over");
    CHECK(told(absent, {"active", autumn}) == "added new");
    CHECK(told(absent, {"paused", autumn}) == "added new");
    CHECK(told(absent, {}) == "added undated");
}

TEST_CASE("The sentence on new rows says which are planned or over", "[compare]") {
    const Document planned = read(absent, {"planned", PartialDate{2027}});
    CHECK(says(planned,
               "1 Beziehung neu erfasst, davon nachweislich neu begonnen 0, erst geplant "
               "1;"));
    CHECK(says(planned,
               "1 offer newly recorded, of these begun since for certain 0, only planned "
               "1;"));
    CHECK(says(planned, "Außerdem: 1 neu erfasster Akteur (davon erst geplant 1)."));
    const Document over = read(absent, {"ended", PartialDate{2025, 9}, PartialDate{2025, 12}});
    CHECK(says(over, "1 Angebot neu erfasst, davon nachweislich neu begonnen 0, schon beendet 1;"));
    CHECK(says(over, "Besides: 1 actor newly recorded (of these already ended 1)."));
    const auto found = both(absent, {"planned"}).found;
    CHECK(found.ties_planned + found.offers_planned + found.actors_planned == 3);
    const auto running = both(absent, {"active"}).found;
    CHECK(running.ties_planned + running.offers_planned + running.actors_planned == 0);
}

TEST_CASE("What a row that was there becomes", "[compare]") {
    CHECK(told({"planned"}, {"ended"}) == "changed plan_ended");
    CHECK(told({"active"}, {"ended"}) == "changed ended");
    CHECK(told({"paused"}, {"ended"}) == "changed ended");
    CHECK(told({"active"}, {"planned"}) == "changed planned");
    CHECK(told({"active"}, {"active", PartialDate{2027}}) == "changed planned");
    CHECK(told({"active"}, {"paused"}) == "changed paused");
    CHECK(told({"planned"}, {"paused"}) == "changed paused");
    CHECK(told({"paused"}, {"active"}) == "changed resumed");
    CHECK(told({"ended"}, {"active"}) == "changed resumed");
    CHECK(told({"planned"}, {"active"}) == "changed started");
    CHECK(told({nothing, PartialDate{2025, 9, 1}}, {nothing, PartialDate{2025, 9, 1}}) ==
          "changed started");
    // That it runs nobody recorded.
    for (const char* status : {"planned", "paused", "ended"})
        CHECK(told({status}, {nothing}) == "changed no_longer_recorded");
    for (const char* status : {"planned", "paused"})
        CHECK(told({nothing}, {status}) == "changed newly_recorded");
    CHECK(told({nothing}, {"ended"}) == "changed ended");
}

TEST_CASE("The reading tells what rests, is put back or never began", "[compare]") {
    const Document dropped = read({"planned"}, {"ended"});
    CHECK(says(dropped, "geplante, die jetzt laufen, 0, beendete 0."));
    CHECK(says(dropped, "1 vorher geplante, jetzt beendete Beziehung"));
    CHECK(says(dropped, "1 offer planned before and ended now"));
    CHECK(both({"planned"}, {"ended"}).found.offers_ended == 0);
    const Document resting = read({"active"}, {"paused"});
    CHECK(says(resting, "1 jetzt ruhende Beziehung und 1 jetzt ruhendes Angebot"));
    CHECK(says(resting, "„ruht jetzt“"));
    CHECK(says(read({"active"}, {"planned"}), "1 jetzt erst geplantes Angebot"));
    CHECK(says(read({"paused"}, {"active"}), "1 offer that runs again"));
}

TEST_CASE("Nobody is asked what became of rows that had ended before", "[compare]") {
    CHECK(told({"ended"}, absent) == "removed over");
    CHECK(told({"active", PartialDate{2020}, PartialDate{2024}}, absent) == "removed over");
    CHECK(told({"active"}, absent) == "removed no_longer_recorded");
    const Document over = read({"ended"}, absent);
    CHECK(says(over, "nicht mehr erfasst 1 (davon vorher schon beendet 1), verbindlicher"));
    CHECK_FALSE(says(over, "Auf der anderen Seite"));
    CHECK_FALSE(says(over, "oder fehlt nur der Eintrag"));
    CHECK(says(read({"active"}, absent), "oder fehlt nur der Eintrag"));
}

TEST_CASE("A plan at a higher level binds nobody", "[compare]") {
    for (const char* status : {"planned", "ended", "active", "paused"}) {
        TestTables before = state({status}, may), after = state({status}, june);
        before.ties[0].level = 1;
        after.ties[0].level = 3;
        const bool is_there = status != std::string{"planned"} && status != std::string{"ended"};
        CHECK(compared(before, after).found.ties_strengthened == (is_there ? 1 : 0));
    }
}

TEST_CASE("A proposed body that is only now recorded has not begun", "[compare]") {
    TestTables after = state(absent, june);
    Actor& body = after.actor("body", "working_group");
    body.scope = "proposed";
    body.since = PartialDate{2026, 1, 1};
    CHECK(compared(state(absent, may), after).found.actors_planned == 1);
}

TEST_CASE("An agenda item of a session to come has not begun", "[compare]") {
    TestTables before = state(absent, may), after = state(absent, june);
    AgendaItem& item = after.agenda.emplace_back();
    item.body.key = "a";
    item.topic = "LP-BEW";
    item.stage = 1;
    item.date = PartialDate{2026, 9, 1};
    const auto meaning = [&] { return compared(before, after).found.agenda.at(0).meaning; };
    CHECK(meaning() == Meaning::planned);
    item.date = PartialDate{2026, 3, 1};
    CHECK(meaning() == Meaning::begun);
    before.agenda.push_back(item);
    before.agenda[0].stage = 0;
    CHECK(meaning() == Meaning::begun);
    item.date = PartialDate{2026, 9, 1};
    CHECK(meaning() == Meaning::newly_recorded);
}

TEST_CASE("Pictures learn what a tie and an actor were called before", "[compare]") {
    TestTables before = state({"active"}, may), after;
    for (const char* key : {"a", "b2"}) after.actor(key).as_of = june;
    after.actors[1].aliases = {"b"};
    after.tie("a", "b2").status = "ended";
    const auto found = compared(before, after).found;
    const auto actor = std::ranges::find(found.actors, "b", &Compare::ActorRow::actor);
    REQUIRE(actor != found.actors.end());
    CHECK(actor->heir == "b2");
    REQUIRE(found.ties.size() == 1);
    CHECK(found.ties[0].to == "b2");
    CHECK(found.ties[0].to_before == "b");
}

// Who has ended pays, refers and provides no more, and nobody has a tie with itself.

#include <lotse/analysis/agenda.hpp>
#include <lotse/analysis/bodies.hpp>
#include <lotse/analysis/bottlenecks.hpp>
#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/commitment.hpp>
#include <lotse/analysis/contacts.hpp>
#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/duration.hpp>
#include <lotse/analysis/evaluation.hpp>
#include <lotse/analysis/funding.hpp>
#include <lotse/analysis/matching.hpp>
#include <lotse/analysis/reach.hpp>
#include <lotse/analysis/sustainability.hpp>
#include <lotse/analysis/venues.hpp>

#include "offer_phase.hpp"
#include "presence.hpp"

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using namespace lotse::analysis;

namespace {

struct Answer {
    std::string reading;
    std::string notes;

    bool says(std::string_view words) const { return reading.find(words) != std::string::npos; }
    bool notes_say(std::string_view words) const { return notes.find(words) != std::string::npos; }
};

View look(const TestTables& tables) {
    ViewOptions options;
    options.at = "2026-06-15";
    return *make_view(tables.network(), options);
}

template <class A>
typename A::Findings run(const TestTables& tables) {
    const auto found = A::run(look(tables), {});
    REQUIRE(found);
    return *found;
}

template <class A>
Answer answer(const TestTables& tables) {
    Document document;
    A::explain(look(tables), run<A>(tables), document);
    Answer out;
    for (const Message& line : document.reading) out.reading += line.en + '\n';
    for (const Message& line : document.notes) out.notes += line.en + '\n';
    return out;
}

/// An advice centre and an insurer of the past, what they left behind, and who is there today.
TestTables left_behind() {
    TestTables tables;
    Area& area = tables.areas.emplace_back();
    area.key = area.name = "g";
    area.level = "municipality";
    tables.actor("jc", "jobcenter").serves.push_back({"g", {}});
    for (const auto& [key, kind] :
         {std::pair{"alt", "counselling"}, std::pair{"kk", "health_insurer"}}) {
        Actor& ended = tables.actor(key, kind);
        ended.status = "ended";
        ended.until = PartialDate{2023, 12, 31};
    }
    tables.actor("sb", "addiction_counselling").status = "active";
    Tie& referral = tables.tie("alt", "sb", TieKind::refers_to);
    referral.topics = {"LP-SUC"};
    referral.feedback = ThreeValued::yes;
    tables.tie("jc", "sb", TieKind::informs);
    tables.tie("kk", "sb", TieKind::funds).funding_share = 1;
    Offer& offer = tables.offer("o1", "LP-BEW", "alt");
    offer.form = "course";
    offer.status = "active";
    offer.funders.push_back({"kk", {}});
    offer.areas.push_back({"g", {}});
    return tables;
}

}  // namespace

TEST_CASE("a tie exists while both of its ends are there, and never with itself", "[presence]") {
    TestTables tables = lettered(2, "AB AA");
    const auto existing = [&] {
        const View view = look(tables);
        return std::ranges::count_if(view.network->ties(),
                                     [&](const Tie& tie) { return exists(tie, view); });
    };
    CHECK(existing() == 1);
    tables.actors[1].until = PartialDate{2026, 6, 14};
    CHECK(existing() == 0);
    tables.actors[1].until.reset();
    tables.actors[0].status = "ended";
    CHECK(existing() == 0);
    const View view = look(tables);
    CHECK(is_in_force(view.network->ties()[1], view));
}

TEST_CASE("who has ended pays nothing", "[sustainability][funding]") {
    const TestTables tables = left_behind();
    const auto found = run<Sustainability>(tables);
    CHECK(found.usable == 0);
    CHECK(found.unclear == 1);
    CHECK(found.lost_funder == 1);  // not: a funder that nobody recorded
    CHECK(found.without_funder == 0);
    CHECK(found.funded.empty());
    CHECK(found.funders.empty());
    CHECK_FALSE(found.funder_hhi);
    const Answer text = answer<Sustainability>(tables);
    CHECK_FALSE(text.says("Most hangs on"));
    CHECK(text.notes_say("recorded funders have all ended: Angebot o1."));
    CHECK(text.notes_say("recorded providers have all ended: Angebot o1."));

    const auto funding = run<Funding>(tables);
    CHECK(funding.recipients.empty());
    CHECK(funding.funder_gone == 1);
    CHECK(funding.not_recorded == 0);
    CHECK(funding.one_funder == 0);
    CHECK(answer<Funding>(tables).notes_say("recorded funders have all ended: Angebot o1."));

    TestTables today = tables;
    today.actors[2].status.clear();
    today.actors[2].until.reset();
    CHECK(run<Sustainability>(today).funded.size() == 1);
    CHECK(run<Funding>(today).sole_source == 1);
    CHECK_FALSE(answer<Funding>(today).notes_say("funders have all ended"));
}

TEST_CASE("a referral of who has ended leads nowhere", "[bottlenecks][evaluation]") {
    TestTables tables = left_behind();
    CHECK(run<Bottlenecks>(tables).topics == 0);
    tables.offer("o2", "LP-SUC", "sb").status = "active";
    const auto rows = run<Evaluation>(tables).offers;
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows) CHECK(row.referrals == 0);
}

TEST_CASE("an offer of providers that have all ended is not said to be there",
          "[coverage][cascade]") {
    TestTables tables = left_behind();
    const auto cell = [&] {
        for (const auto& row : run<Coverage>(tables).cells)
            if (row.topic.key == "LP-BEW") return row;
        throw std::runtime_error{"no cell"};
    };
    CHECK(cell().state == CoverageState::unknown);
    CHECK(cell().reason->key == "provider_ended");
    for (const Answer& text :
         {answer<Coverage>(tables), answer<Cascade>(tables), answer<Reach>(tables),
          answer<Venues>(tables), answer<Evaluation>(tables), answer<Funding>(tables),
          answer<Bottlenecks>(tables), answer<Matching>(tables), answer<Duration>(tables)})
        CHECK(text.notes_say("providers have all ended: Angebot o1."));
    CHECK(run<Venues>(tables).offers == 0);
    const auto asked = [&] {
        std::string keys;
        for (const auto& question : run<Cascade>(tables).unknown)
            if (question.ask) keys += tables.network()->name_of(*question.ask).key + ' ';
        return keys;
    };
    CHECK(asked().find("alt") == std::string::npos);
    // With another provider the offer is there, and that one is asked.
    tables.offers[0].providers.push_back({"sb", {}});
    CHECK(cell().state == CoverageState::available);
    CHECK(asked().find("sb") != std::string::npos);
    CHECK(asked().find("alt") == std::string::npos);
    const View view = look(tables);
    CHECK(why_not_running(view, view.network->offers()[0]).empty());
}

TEST_CASE("a tie with itself is no referral, no funding and no goal",
          "[cascade][funding][bottlenecks]") {
    TestTables tables;
    tables.actor("a", "jobcenter");
    tables.actor("c", "sports_club");
    tables.tie("a", "a", TieKind::refers_to).topics = {"LP-BEW"};
    tables.tie("c", "c", TieKind::funds).funding_share = 1;
    CHECK(run<Bottlenecks>(tables).topics == 0);
    CHECK(run<Funding>(tables).recipients.empty());

    TestTables town = left_behind();
    town.offers[0].providers = {{"jc", {}}};
    const auto effective = [&] {
        for (const auto& cell : run<Cascade>(town).areas)
            if (cell.topic.key == "LP-BEW") return cell.effective;
        throw std::runtime_error{"no cell"};
    };
    const ThreeValued without = effective();
    Tie& self = town.tie("jc", "jc", TieKind::refers_to);
    self.topics = {"LP-BEW"};
    self.feedback = ThreeValued::yes;
    CHECK(effective() == without);
}

TEST_CASE("bodies and jobcenters without an area are named where areas decide",
          "[bodies][agenda][contacts][commitment]") {
    TestTables tables;
    Area& area = tables.areas.emplace_back();
    area.key = area.name = "k";
    area.level = "district";
    tables.actor("kgk", "health_conference");
    Actor& jobcenter = tables.actor("jc", "jobcenter");
    jobcenter.area.key = "k";
    jobcenter.serves.push_back({"k", {}});
    tables.tie("jc", "kgk", TieKind::member_of);
    AgendaItem& item = tables.agenda.emplace_back();
    item.body.key = "kgk";
    item.topic = "LP-BEW";
    item.stage = 6;
    const auto all_say = [&](std::string_view words) {
        return std::array{
            answer<Bodies>(tables).notes_say(words), answer<Agenda>(tables).notes_say(words),
            answer<Contacts>(tables).notes_say(words), answer<Commitment>(tables).notes_say(words)};
    };
    CHECK(all_say("Bodies without a recorded area: 1 (Partner kgk).") ==
          std::array{true, true, true, true});
    tables.actors[1].area.key.clear();
    tables.actors[1].serves.clear();
    CHECK(answer<Contacts>(tables).notes_say(
        "Bodies and jobcenters without a recorded area: 2 (Partner jc and Partner kgk)."));
    for (Actor& actor : tables.actors) actor.area.key = "k";
    CHECK(all_say("without a recorded area") == std::array{false, false, false, false});
}

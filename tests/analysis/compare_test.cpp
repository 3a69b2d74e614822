#include <lotse/analysis/compare.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::Compare;

namespace {

Compare::Findings compare(const TestTables& before, const TestTables& after,
                          const analysis::ViewOptions& look = {}, Flag all = Flag::off) {
    const auto old_view = analysis::make_view(before.network(), look);
    const auto new_view = analysis::make_view(after.network(), look);
    REQUIRE(old_view);
    REQUIRE(new_view);
    const auto found = Compare::run(*old_view, *new_view, {all});
    REQUIRE(found);
    return *found;
}

template <class Row>
std::string words(const Row& row) {
    return std::string{enumerator(row.change).key} + " " + std::string{enumerator(row.meaning).key};
}

/// "change meaning" by "from-to kind".
std::multimap<std::string, std::string> ties(const TestTables& before, const TestTables& after,
                                             const analysis::ViewOptions& look = {}) {
    std::multimap<std::string, std::string> out;
    for (const auto& row : compare(before, after, look).ties)
        out.emplace(row.from + "-" + row.to + " " + row.kind.key, words(row));
    return out;
}

using Rows = std::multimap<std::string, std::string>;

TestTables three(PartialDate as_of) {
    TestTables tables;
    for (const char* key : {"a", "b", "c"}) tables.actor(key).as_of = as_of;
    return tables;
}

constexpr PartialDate may{2025, 5, 0};
constexpr PartialDate june{2026, 6, 0};

std::string keys(const std::vector<Choice>& choices) {
    std::string out;
    for (const Choice& choice : choices) out += (out.empty() ? "" : "|") + choice.key;
    return out;
}

}  // namespace

TEST_CASE("A network does not differ from itself", "[compare]") {
    for (const TestTables& tables :
         {TestTables{}, lettered(1, ""), lettered(4, "AB AB BC AA"), dataset("musterkreis")}) {
        const auto found = compare(tables, tables);
        CHECK(found.actors.empty());
        CHECK(found.ties.empty());
        CHECK(found.cells.empty());
        CHECK(found.offers.empty());
        CHECK(found.agenda.empty());
        CHECK(found.contacts.empty());
        CHECK(found.others.empty());
        CHECK(found.measures.empty());
        CHECK(found.positions.empty());
        const auto whole = compare(tables, tables, {}, Flag::on);
        CHECK(whole.ties.size() == tables.ties.size());
        CHECK(whole.actors.size() == tables.actors.size());
        CHECK(static_cast<std::size_t>(whole.unchanged) ==
              whole.actors.size() + whole.ties.size() + whole.cells.size() + whole.offers.size() +
                  whole.agenda.size() + whole.contacts.size() + whole.measures.size() +
                  whole.others.size());
    }
}

TEST_CASE("What changed in the world is kept apart from what is newly recorded", "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    before.tie("a", "b", TieKind::refers_to);
    after.tie("a", "b", TieKind::refers_to).level = 2;
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed newly_recorded"}});
    before.ties[0].level = 1;
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed strengthened"}});
    before.ties[0].level = 3;
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed weakened"}});
    after.ties[0].level.reset();
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed no_longer_recorded"}});
    after.ties[0].level = 3;
    after.ties[0].route = "self";
    before.ties[0].route = "event";
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed other"}});
    after.ties[0].status = "ended";
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed ended"}});
    before.ties[0].status = "planned";
    after.ties[0].status = "active";
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "changed started"}});
    before.ties = after.ties;
    after.ties[0].note = "anders vermerkt";
    after.ties[0].confidence = "assumed";
    CHECK(ties(before, after).empty());
    after.ties.clear();
    CHECK(ties(before, after) == Rows{{"a-b refers_to", "removed no_longer_recorded"}});
}

TEST_CASE("New rows are new only if they began since", "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    Tie& tie = after.tie("a", "b", TieKind::member_of);
    CHECK(ties(before, after) == Rows{{"a-b member_of", "added undated"}});
    tie.since = PartialDate{2019, 0, 0};
    CHECK(ties(before, after) == Rows{{"a-b member_of", "added newly_recorded"}});
    tie.since = PartialDate{2025, 6, 0};
    CHECK(ties(before, after) == Rows{{"a-b member_of", "added new"}});
    tie.since = PartialDate{2025, 0, 0};  // before or after May?
    CHECK(ties(before, after) == Rows{{"a-b member_of", "added undated"}});
    CHECK(compare(before, after).ties_added == 1);
    const auto first_sentence = [&] {
        const auto old_view = analysis::make_view(before.network(), {});
        const auto new_view = analysis::make_view(after.network(), {});
        Document document;
        Compare::explain(*old_view, *new_view, compare(before, after), document);
        return document.reading.front().de;
    };
    CHECK(first_sentence().find("1 Beziehung neu erfasst, davon nachweislich neu begonnen 0;") !=
          std::string::npos);
    tie.since = PartialDate{2025, 6, 0};
    CHECK(first_sentence().find("1 Beziehung neu erfasst, davon nachweislich neu begonnen 1;") !=
          std::string::npos);
}

TEST_CASE("Several ties of a kind, and ties without direction", "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    before.tie("a", "b");
    after.tie("b", "a");  // cooperation has no first end
    CHECK(ties(before, after).empty());
    before.ties.clear();
    after.ties.clear();
    for (const char* topic : {"LP-BEW", "LP-ERN", "LP-SUC"})
        before.tie("a", "b", TieKind::refers_to).topics = {topic};
    for (const char* topic : {"LP-SUC", "LP-STR", "LP-ERN"})
        after.tie("a", "b", TieKind::refers_to).topics = {topic};
    after.ties[0].level = 2;  // LP-SUC
    const auto found = compare(before, after);
    REQUIRE(found.ties.size() == 2);
    std::map<std::string, std::string> rows;
    for (const auto& row : found.ties) rows[keys(row.before) + ">" + keys(row.after)] = words(row);
    CHECK(rows ==
          std::map<std::string, std::string>{{"level=>level=2", "changed newly_recorded"},
                                             {"topics=LP-BEW>topics=LP-STR", "changed other"}});
    after.ties.pop_back();
    CHECK(compare(before, after).ties_removed == 1);
    before.ties[0].topics = {"LP-ERN", "LP-BEW"};
    after.ties = {before.ties[0]};
    after.ties[0].topics = {"LP-BEW", "LP-ERN"};
    before.ties.resize(1);
    CHECK(ties(before, after).empty());  // the order of a list says nothing
}

TEST_CASE("A successor is no loss", "[compare]") {
    TestTables before = three(may);
    before.tie("a", "b", TieKind::refers_to);
    TestTables after;
    for (const char* key : {"a2", "b", "c"}) after.actor(key).as_of = june;
    after.tie("a2", "b", TieKind::refers_to);
    auto found = compare(before, after);
    CHECK(found.actors_removed == 1);
    CHECK(found.ties_removed == 1);
    after.actors[0].aliases = {"a"};
    found = compare(before, after);
    CHECK(found.actors_removed == 0);
    CHECK(found.actors_added == 0);
    REQUIRE(found.actors.size() == 1);
    CHECK(words(found.actors[0]) == "changed successor");
    CHECK(keys(found.actors[0].after) == "key=a2");
    CHECK(found.ties.empty());
    after.actors[0].aliases.clear();
    after.actor("a").status = "ended";
    after.tie("a2", "a", TieKind::successor_of);
    found = compare(before, after);
    CHECK(found.actors_removed + found.actors_added + found.ties_removed + found.ties_added == 0);
    CHECK(words(found.actors.at(0)) == "changed successor");
    // The same key with another name is the same actor.
    TestTables renamed = before;
    renamed.actors[0].name = "Neuer Name";
    found = compare(before, renamed);
    REQUIRE(found.actors.size() == 1);
    CHECK(words(found.actors[0]) == "changed other");
    CHECK(keys(found.actors[0].after) == "name=Neuer Name");
}

TEST_CASE("A successor in the view is told although its predecessor sat elsewhere", "[compare]") {
    TestTables before;
    before.actor("old").area.key = "05911";
    TestTables by_alias;
    Actor& heir = by_alias.actor("new");
    heir.area.key = "05913";
    heir.aliases = {"old"};
    TestTables by_tie = by_alias;
    by_tie.actors[0].aliases.clear();
    Actor& ended = by_tie.actor("old");
    ended.area.key = "05911";
    ended.status = "ended";
    by_tie.tie("new", "old", TieKind::successor_of);
    for (const TestTables* after : {&by_alias, &by_tie})
        for (const char* area : {"05911", "05913"}) {
            analysis::ViewOptions look;
            look.area = {area};
            const auto found = compare(before, *after, look);
            REQUIRE(found.actors.size() == 1);
            CHECK(words(found.actors[0]) == "changed successor");
            CHECK(keys(found.actors[0].after) == "key=new");
            CHECK(found.actors_added == 0);
        }
    // An heir that was there before has its own row; the end elsewhere is none of the view.
    before.actor("new").area.key = "05913";
    analysis::ViewOptions look;
    look.area = {"05913"};
    CHECK(compare(before, by_tie, look).actors.empty());
}

TEST_CASE("Who ended by its date may have a successor", "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    after.actors[0].until = PartialDate{2025, 12, 31};
    after.actor("a2").as_of = june;
    after.tie("a2", "a", TieKind::successor_of);
    auto found = compare(before, after);
    REQUIRE(found.actors.size() == 1);
    CHECK(words(found.actors[0]) == "changed successor");
    CHECK(found.actors_added == 0);
    after.actors[0].until = PartialDate{2026, 12, 31};  // still there: both are
    found = compare(before, after);
    CHECK(found.actors_added == 1);
}

TEST_CASE("Cells that become known are no improvement", "[compare]") {
    TestTables before = three(may);
    before.areas.emplace_back().key = "dorf";
    before.areas[0].name = "Dorf";
    TestTables after = before;
    for (Actor& actor : after.actors) actor.as_of = june;
    Offer& offer = after.offer("kurs", "LP-BEW", "a");
    offer.areas = {{"dorf", {}}};
    offer.status = "active";
    const auto state = [&](const TestTables& one, const TestTables& other) {
        for (const auto& row : compare(one, other).cells)
            if (row.topic.key == "LP-BEW")
                return words(row) + " " + std::string{enumerator(*row.before).key} + " " +
                       std::string{enumerator(*row.after).key};
        return std::string{};
    };
    CHECK(state(before, after) == "changed newly_recorded unknown available");
    CHECK(state(after, before) == "changed no_longer_recorded available unknown");
    TestTables planned = after;
    planned.offers[0].status = "planned";
    for (Actor& actor : planned.actors) actor.as_of = may;
    CHECK(state(planned, after) == "changed improved planned available");
    CHECK(compare(planned, after).offers_started == 1);
    TestTables fee = after;
    fee.offers[0].fee_eur = 20;
    CHECK(state(after, fee) == "changed worsened available barrier");
    fee.offers[0].topics = {"X-PFL"};  // a topic that only one state has
    CHECK(compare(after, fee).cells_no_longer_recorded == 1);
    CHECK(compare(after, fee).cells_newly_recorded == 1);
}

TEST_CASE("Agenda and contacts", "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    const auto item = [](TestTables& tables, std::optional<std::int64_t> stage,
                         std::optional<PartialDate> date) {
        AgendaItem& row = tables.agenda.emplace_back();
        row.body.key = "a";
        row.topic = "LP-BEW";
        row.stage = stage;
        row.date = date;
    };
    const auto meaning = [&](std::int64_t from, std::int64_t to, std::optional<PartialDate> date) {
        before.agenda.clear();
        after.agenda.clear();
        item(before, from, {});
        item(after, to, date);
        const auto found = compare(before, after);
        return found.agenda.empty() ? std::string{} : words(found.agenda[0]);
    };
    CHECK(meaning(2, 2, {}).empty());
    CHECK(meaning(1, 3, {}) == "changed improved");
    CHECK(meaning(3, 1, {}) == "changed worsened");
    CHECK(meaning(0, 3, {}) == "changed newly_recorded");  // 0 is unknown
    CHECK(meaning(0, 3, PartialDate{2024, 0, 0}) == "changed newly_recorded");
    CHECK(meaning(0, 3, PartialDate{2026, 1, 0}) == "changed new");  // from where is not known
    CHECK(meaning(3, 0, {}) == "changed no_longer_recorded");
    const auto filled = [&](ThreeValued from, ThreeValued to) {
        before.contacts.resize(1);
        before.contacts[0].actor.key = "a";
        before.contacts[0].role = "steering";
        after.contacts = before.contacts;
        before.contacts[0].filled = from;
        after.contacts[0].filled = to;
        const auto found = compare(before, after);
        return found.contacts.empty() ? std::string{} : words(found.contacts[0]);
    };
    CHECK(filled(ThreeValued::no, ThreeValued::yes) == "changed improved");
    CHECK(filled(ThreeValued::yes, ThreeValued::no) == "changed worsened");
    CHECK(filled(ThreeValued::unknown, ThreeValued::yes) == "changed newly_recorded");
    CHECK(filled(ThreeValued::no, ThreeValued::unknown) == "changed no_longer_recorded");
}

TEST_CASE("No mailbox comes into a comparison", "[compare]") {
    TestTables before = three(may);
    TestTables after = before;
    after.actors[0].mailbox = "gesundheit@verein.example";
    CHECK(compare(before, after).actors.empty());
}

TEST_CASE("Before and after the workshop in the fictional Kreis", "[compare]") {
    const TestTables before = dataset("musterkreis-vorher");
    const TestTables after = dataset("musterkreis");
    const auto found = compare(before, after);
    CHECK(found.ties_added == 12);
    CHECK(found.ties_removed == 2);
    CHECK(found.ties_strengthened == 3);
    CHECK(found.ties_weakened == 0);
    CHECK(found.offers_added == 3);
    CHECK(found.offers_ended == 1);
    CHECK(found.offers_started == 3);
    CHECK(found.agenda_higher == 7);  // of two more the stage before is not known
    CHECK(found.agenda_added == 2);
    CHECK(found.actors_added == 2);
    CHECK(found.actors_removed == 0);
    for (const auto& row : found.ties)
        if (row.change == analysis::Change::added) CHECK(row.meaning == analysis::Meaning::begun);
    // Two municipalities lose "available" for one topic each, because money ends.
    std::vector<std::string> lost;
    for (const auto& row : found.cells)
        if (row.meaning == analysis::Meaning::worsened) {
            CHECK(row.before == CoverageState::available);
            CHECK(row.after == CoverageState::barrier);
            CHECK(row.reason->key == "expires");
            lost.push_back(row.area);
        }
    CHECK(lost == std::vector<std::string>{"mk-suederhoehe", "mk-waldau"});
    // The other way round everything that was gained is missing.
    const auto back = compare(after, before);
    CHECK(back.ties_added == 2);
    CHECK(back.ties_removed == 12);
    CHECK(back.ties_weakened == 3);
    CHECK(back.agenda_lower + back.agenda_higher <= 9);
}

TEST_CASE("What got less is said too, and a cell that became empty is no missing row",
          "[compare]") {
    TestTables before = three(may);
    TestTables after = three(june);
    for (const char* to : {"b", "c"}) {
        before.tie("a", to, TieKind::refers_to).level = 3;
        after.tie("a", to, TieKind::refers_to).level = 1;
    }
    const auto reading = [&] {
        const auto old_view = analysis::make_view(before.network(), {});
        const auto new_view = analysis::make_view(after.network(), {});
        Document document;
        Compare::explain(*old_view, *new_view, compare(before, after), document);
        std::string out;
        for (const Message& line : document.reading) out += line.en + '\n';
        return out;
    };
    const auto says = [&](std::string_view words) {
        return reading().find(words) != std::string::npos;
    };
    CHECK(says("On the other side: 2 ties at a lower level."));
    CHECK(says("look at the rows with 'worse or lower', 'less binding', 'ended'"));
    before.offer("o", "LP-BEW", "a");
    CHECK(says("On the other side: 2 ties at a lower level and 1 offer no longer recorded."));
    CHECK(says("ask about 1 row no longer recorded: ended"));
    after.ties[0].level.reset();
    CHECK(says("On the other side: 1 tie at a lower level and"));
    CHECK(says("ask about 1 row no longer recorded and 1 row with cells empty now: ended"));
    after = before;
    after.tie("b", "c");
    CHECK_FALSE(says("On the other side"));
}

#include <lotse/viz/change_map.hpp>

#include "geometry_checks.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

/// A sample network, the same with some rows gone and others new, and what changed.
struct TwoStates {
    TestTables before;
    TestTables after;
    Changes changes;
};

TwoStates two_states(std::size_t actors) {
    constexpr std::size_t marks = all_enumerators<ChangeMark>.size();
    TwoStates states;
    states.after = sample_tables(actors);
    states.before = states.after;
    for (std::size_t i = 0; i < states.after.actors.size(); ++i)
        states.changes.actors.push_back(
            {states.after.actors[i].key, i % 9 == 0 ? ChangeMark::begun : ChangeMark::same});
    std::size_t i = 0;
    for (const Tie& tie : states.after.ties) {
        const ChangeMark mark = all_enumerators<ChangeMark>[i++ % marks].value;
        states.changes.ties.push_back({tie.from.key, tie.to.key, tie.kind, mark, 1, 3});
    }
    Actor& gone = states.before.actor("gone", "research");
    gone.name = "Hochschule für angewandte Wissenschaften";
    states.before.tie("gone", states.after.actors[0].key);
    states.changes.actors.push_back({"gone", ChangeMark::removed});
    states.changes.ties.push_back(
        {"gone", states.after.actors[0].key, TieKind::cooperates, ChangeMark::removed, {}, {}});
    return states;
}

Drawing drawn(const TwoStates& states, const PictureOptions& options = {}) {
    const Result<Drawing> drawing =
        change_map(*states.before.network(), *states.after.network(), states.changes, options);
    REQUIRE(drawing);
    return *drawing;
}

/// The number in brackets at the end of the legend's line that begins with `text`.
std::size_t count_in_legend(const Drawing& drawing, std::string_view text) {
    for (const TextLine& line : drawing.labels)
        if (line.role == "legend" && line.text.starts_with(text))
            return std::stoul(line.text.substr(line.text.rfind('(') + 1));
    return 0;
}

}  // namespace

TEST_CASE("a change map has no faults of layout, in every size, colour and language") {
    for (const std::size_t actors : {1u, 30u, 80u, 150u})
        for (const auto scheme : {Scheme::colour, Scheme::grey}) {
            PictureOptions options;
            options.scheme = scheme;
            if (scheme == Scheme::grey) options.language = Language::en;
            const auto faults = layout_faults(drawn(two_states(actors), options));
            INFO(actors << ": " << (faults.empty() ? "" : faults[0]));
            CHECK(faults.empty());
        }
    for (const double scale : {0.5, 2.0, 3.0})
        for (const std::size_t actors : {3u, 20u})
            for (const bool with_ties : {true, false}) {
                TwoStates states = two_states(actors);
                if (!with_ties)  // all of them stand in the box beside the legend
                    states.before.ties.clear(), states.after.ties.clear(),
                        states.changes.ties.clear();
                PictureOptions options;
                options.font_scale = scale;
                const auto faults = layout_faults(drawn(states, options));
                INFO(scale << ", " << actors << ": " << (faults.empty() ? "" : faults[0]));
                CHECK(faults.empty());
            }
    for (const auto paper : {Paper::a4, Paper::a0}) {
        PictureOptions options;
        options.paper = paper;
        CHECK(layout_faults(drawn(two_states(40), options)).empty());
    }
}

TEST_CASE("the legend counts the ties of every mark, and the note the rest") {
    const TwoStates states = two_states(80);
    const Drawing drawing = drawn(states);
    // By hand: kinds that are drawn, no tie of an actor with itself, the same actors and kinds.
    std::map<ChangeMark, std::size_t> expected;
    std::size_t not_drawn = 0;
    for (const TieChange& tie : states.changes.ties) {
        const bool line =
            tie.kind != TieKind::successor_of && tie.kind != TieKind::same_as && tie.from != tie.to;
        line ? ++expected[tie.mark] : ++not_drawn;
    }
    REQUIRE(expected[ChangeMark::begun] > 0);
    CHECK(count_in_legend(drawing, "+ neu, seither") == expected[ChangeMark::begun]);
    CHECK(count_in_legend(drawing, "(+) neu erfasst") == expected[ChangeMark::newly_recorded]);
    CHECK(count_in_legend(drawing, "+ war geplant") == expected[ChangeMark::started]);
    CHECK(count_in_legend(drawing, "2›3 verbindlicher") == expected[ChangeMark::stronger]);
    CHECK(count_in_legend(drawing, "3›2 weniger") == expected[ChangeMark::weaker]);
    CHECK(count_in_legend(drawing, "~ andere") == expected[ChangeMark::changed]);
    CHECK(count_in_legend(drawing, "× beendet") == expected[ChangeMark::ended]);
    CHECK(count_in_legend(drawing, "× nicht mehr") == expected[ChangeMark::removed]);
    CHECK(count_in_legend(drawing, "unverändert") == expected[ChangeMark::same]);
    CHECK(count_in_legend(drawing, "Akteure: + neu") == 9);
    CHECK(count_in_legend(drawing, "Akteure: × nicht mehr") == 1);
    CHECK(says(drawing, "ohne eigene Linie") == (not_drawn > 0));
}

TEST_CASE("every kind of change differs from unchanged by width, dash or sign, not only colour") {
    const Drawing drawing = drawn(two_states(80));
    std::map<std::string, std::set<std::string>> signs;  // by style
    std::map<std::string, std::string> sign_on;
    for (const Node& node : drawing.nodes)
        if (node.style == "sign") sign_on[node.id.substr(5)] = node.lines.at(0);
    std::size_t changed = 0, signed_lines = 0;
    for (const Edge& edge : drawing.edges) {
        if (edge.from.empty() || edge.style == "same") continue;
        ++changed;
        signed_lines += sign_on.contains(edge.id);
        if (sign_on.contains(edge.id)) signs[edge.style].insert(sign_on[edge.id]);
    }
    CHECK(signs.at("begun") == std::set<std::string>{"+"});
    CHECK(signs.at("removed") == std::set<std::string>{"×"});
    CHECK(signs.at("stronger") == std::set<std::string>{"1›3"});
    CHECK(signed_lines > changed * 9 / 10);  // a line may be too short for its sign
    std::set<std::pair<double, Dash>> looks;
    for (const LineStyle& style : drawing.styles)
        if (style.name == "begun" || style.name == "removed" || style.name == "same")
            looks.insert({style.width_pt, style.dash});
    CHECK(looks.size() == 3);
}

TEST_CASE("what is gone is still on the map, marked, on the same place") {
    const TwoStates states = two_states(40);
    const Drawing drawing = drawn(states);
    const auto gone = std::ranges::find_if(
        drawing.nodes, [](const Node& node) { return node.tag.starts_with("× "); });
    REQUIRE(gone != drawing.nodes.end());
    CHECK(gone->border_dash == Dash::dashed);
    CHECK(says(drawing, "Gestrichelter Rahmen"));
    CHECK(gone->title.find("nicht mehr erfasst") != std::string::npos);

    PictureOptions options;
    options.places = drawing.places;
    const Drawing again = drawn(states, options);
    for (const auto& [key, place] : drawing.places)
        CHECK(distance(again.places.at(key), place) < 0.01);
}

TEST_CASE("two equal states have no changes, and rows in another order the same map") {
    TwoStates states = two_states(30);
    const std::string first = to_json(drawn(states));
    std::ranges::reverse(states.after.actors);
    std::ranges::reverse(states.before.ties);
    CHECK(to_json(drawn(states)) == first);

    for (ActorChange& actor : states.changes.actors) actor.mark = ChangeMark::same;
    for (TieChange& tie : states.changes.ties) tie.mark = ChangeMark::same;
    const Drawing still = drawn(states);
    CHECK(std::ranges::find(still.nodes, "sign", &Node::style) == still.nodes.end());
    CHECK(still.styles.size() == 1);
}

TEST_CASE("a tie without direction that ended with its ends the other way round is drawn") {
    TwoStates states;
    for (TestTables* tables : {&states.before, &states.after})
        for (const char* key : {"a", "b"}) tables->actor(key);
    states.before.tie("a", "b");
    states.after.tie("b", "a").status = "ended";
    states.changes.ties.push_back({"b", "a", TieKind::cooperates, ChangeMark::ended, {}, {}});
    const Drawing drawing = drawn(states);
    CHECK(count_in_legend(drawing, "× beendet") == 1);
    CHECK_FALSE(says(drawing, "Nicht gezeichnet"));
}

TEST_CASE("a change map without a line does not call ties unrecorded that are") {
    TwoStates states;
    for (TestTables* tables : {&states.before, &states.after})
        for (const char* key : {"a", "b"}) tables->actor(key);
    CHECK(says(drawn(states), "Keine Beziehung erfasst"));
    states.before.tie("a", "b").status = "planned";  // or of another topic than is asked for
    CHECK(says(drawn(states), "Keine Beziehung gezeichnet"));
}

TEST_CASE("a tie that ended while its partner got a successor was there before") {
    TwoStates states;
    states.before.actor("a");
    states.before.actor("old");
    states.before.tie("a", "old");
    states.after.actor("a");
    states.after.actor("new");
    states.after.tie("a", "new").status = "ended";
    states.changes.ties.push_back(
        {"a", "new", TieKind::cooperates, ChangeMark::ended, {}, {}, "a", "old"});
    const Drawing drawing = drawn(states);
    CHECK(count_in_legend(drawing, "× beendet") == 1);
    CHECK_FALSE(says(drawing, "Nicht gezeichnet"));
}

TEST_CASE("what is only planned is no solid line, and what never ran no line") {
    TwoStates states;
    for (TestTables* tables : {&states.before, &states.after})
        for (const char* key : {"a", "b", "c"}) tables->actor(key);
    states.before.tie("a", "b");
    states.after.tie("a", "b").status = "planned";
    states.after.tie("a", "c").status = "planned";
    states.changes.ties = {
        {"a", "b", TieKind::cooperates, ChangeMark::planned, {}, {}},
        {"a", "c", TieKind::cooperates, ChangeMark::newly_planned, {}, {}},
    };
    const Drawing drawing = drawn(states);
    CHECK(count_in_legend(drawing, "(×) jetzt erst geplant") == 1);
    const auto style = std::ranges::find(drawing.styles, "planned", &LineStyle::name);
    REQUIRE(style != drawing.styles.end());
    CHECK(style->dash != Dash::solid);
    CHECK(says(drawing, "1 Beziehung, davon neu, fehlend oder geändert 1."));
}

TEST_CASE("a level that falls has a sample that falls") {
    TwoStates states;
    for (TestTables* tables : {&states.before, &states.after}) {
        for (const char* key : {"a", "b"}) tables->actor(key);
        tables->tie("a", "b");
    }
    states.changes.ties = {{"a", "b", TieKind::cooperates, ChangeMark::weaker, 3, 1}};
    CHECK(count_in_legend(drawn(states), "3›2 weniger verbindlich") == 1);
    CHECK(count_in_legend(drawn(states), "2›3") == 0);
}

TEST_CASE("who begins after the date of the map has not ended") {
    TwoStates states;
    states.before.actor("a");
    for (const char* key : {"a", "later", "over"}) states.after.actor(key);
    states.after.actors[1].status = "planned";
    states.after.actors[1].since = PartialDate{2027, 1};
    states.after.actors[2].until = PartialDate{2020};
    PictureOptions options;
    options.at = PartialDate{2026, 6, 1};
    CHECK(says(drawn(states, options),
               "Nicht gezeichnete Akteure: 1 noch nicht begonnen, 1 beendet."));
}

TEST_CASE("an actor that others go on with is gone, and its heir new") {
    TwoStates states;
    for (const char* key : {"a", "old"}) states.before.actor(key);
    for (const char* key : {"a", "new"}) states.after.actor(key);
    states.changes.actors = {{"old", ChangeMark::successor}, {"new", ChangeMark::heir}};
    const Drawing drawing = drawn(states);
    CHECK(count_in_legend(drawing, "Akteure: × hat Nachfolge") == 1);
    CHECK(count_in_legend(drawing, "Akteure: (+) neu erfasst als Nachfolge") == 1);
}

#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

using namespace lotse;
using Catch::Matchers::VectorContains;
using Texts = std::vector<std::string>;

namespace {

std::string in_time(std::string_view timeformat, std::string_view of_node) {
    return "<gexf version=\"1.3\"><graph mode=\"dynamic\" timeformat=\"" + std::string{timeformat} +
           "\"><nodes>\n<node id=\"a\"" + std::string{of_node} + "</node></nodes></graph></gexf>";
}

/// "since until spells timestamp" of the only node.
std::string life_of(std::string_view of_node, std::string_view timeformat = "date") {
    const auto result = read_graph_text("a.gexf", in_time(timeformat, of_node));
    CHECK_FALSE(result.has_errors());
    const Actor& a = result.network.actors()[0];
    const auto day = [](const auto& date) { return date ? to_string(*date) : std::string{"-"}; };
    return day(a.since) + ' ' + day(a.until) + ' ' + extra(result.network, "a", "spells") + ' ' +
           extra(result.network, "a", "timestamp");
}

}  // namespace

TEST_CASE("Gephi: dynamic GEXF") {
    const auto dynamic = read_fixture("gephi-dynamic.gexf");
    CHECK(actors_of(dynamic.network) == Texts{"a|Jobcenter Köln|jobcenter", "b|Verein|sports_club",
                                              "c|Krankenkasse|health_insurer"});
    CHECK(ties_of(dynamic.network) ==
          Texts{"a>b:funds", "a>b:refers_to", "a>c:refers_to", "b>c:cooperates", "c>a:refers_to"});
    const Network& network = dynamic.network;
    CHECK(to_string(*network[*network.find_actor("a")].since) == "2005-01-01");
    CHECK(to_string(*network[*network.find_actor("b")].since) == "2009-01-01");
    CHECK(to_string(*network[*network.find_actor("b")].until) == "2013-06-30");
    CHECK(extra(network, "b", "spells") == "2009-01-01..2010-12-31|2012-01-01..2013-06-30");
    CHECK(extra(network, "a", "Umsatz") == "2.5");
    CHECK_FALSE(network.ties()[0].since);
    CHECK(to_string(*network.ties()[1].until) == "2020-01-01");
    CHECK(network.ties()[3].note == "seit dem Frühjahr");
}

TEST_CASE("GEXF 1.1 in Latin-1: hierarchy becomes part_of") {
    const auto result = read_fixture("gexf-1.1.gexf");
    const Network& network = result.network;
    CHECK(actors_of(network) ==
          Texts{"daneben|Beirat|other", "ganz-innen|Arbeitsgruppe Bewegung|other",
                "innen|Geschäftsstelle|other", "oben|Gesundheitskonferenz|health_conference"});
    CHECK(ties_of(network) == Texts{"innen>daneben:informs", "oben>ganz-innen:cooperates"});
    CHECK(network[*network.find_actor("ganz-innen")].part_of.key == "innen");
    CHECK(network[*network.find_actor("daneben")].part_of.key == "oben");
    CHECK(extra(network, "innen", "Fläche") == "1.5");
    CHECK(extra(network, "oben", "start") == "1.5");
}

TEST_CASE("graphology: mixed directions, labels that name a kind") {
    const auto result = read_fixture("graphology.gexf");
    CHECK(actors_of(result.network) ==
          Texts{"jc-köln|Jobcenter Köln|jobcenter", "verein|Verein <Blau> & Söhne|sports_club"});
    CHECK(ties_of(result.network) ==
          Texts{"jc-köln>verein:cooperates", "jc-köln>verein:refers_to"});
    CHECK(result.network.ties()[1].level == 3);
}

TEST_CASE("what a value belongs to may be missing, what it says is kept") {
    const auto result =
        read_graph_text("a.gexf",
                        "<gexf version=\"1.3\"><graph><nodes><node id=\"a\" label=\"A\"><attvalues>"
                        "<attvalue value=\"wichtig\"/></attvalues></node></nodes></graph></gexf>");
    CHECK_THAT(found(result), VectorContains(std::string{"a.gexf:1:69 undeclared-key"}));
    CHECK(extra(result.network, "a", "attvalue") == "wichtig");
}

TEST_CASE("GEXF: points in time are a period from the first to the last") {
    CHECK(life_of("><spells><spell timestamp=\"2021-01-01\"/><spell timestamp=\"2019-01-01\"/>"
                  "</spells>") == "2019-01-01 2021-01-01 2021-01-01|2019-01-01 ");
    CHECK(life_of(" timestamp=\"2019-01-01\"><spells><spell timestamp=\"2021-01-01\"/></spells>") ==
          "2019-01-01 2021-01-01 2019-01-01|2021-01-01 ");
    CHECK(life_of("><spells><spell timestamp=\"2020-05-01\"/><spell start=\"2018-01-01\" "
                  "end=\"2019-01-01\"/></spells>") ==
          "2018-01-01 2020-05-01 2020-05-01|2018-01-01..2019-01-01 ");
}

TEST_CASE("GEXF: what a node says beside its spells is kept") {
    const auto lifetime = [](std::string_view of_node) {
        return extra(read_graph_text("a.gexf", in_time("date", of_node)).network, "a", "lifetime");
    };
    const std::string spell = "><spells><spell start=\"2020-01-01\" end=\"2021-01-01\"/></spells>";
    CHECK(life_of(" start=\"2015-01-01\" end=\"2026-12-31\"" + spell) == "2020-01-01 2021-01-01  ");
    CHECK(lifetime(" start=\"2015-01-01\" end=\"2026-12-31\"" + spell) == "2015-01-01..2026-12-31");
    CHECK(lifetime(" start=\"2015-01-01\"" + spell) == "2015-01-01..");
    CHECK(lifetime(" start=\"2020-01-01\" end=\"2021-01-01\"" + spell).empty());
    CHECK(lifetime(" start=\"2015-01-01\">").empty());
}

TEST_CASE("GEXF: one point in time is kept and no period") {
    CHECK(life_of("><spells><spell timestamp=\"2020-05-01\"/></spells>") == "- -  2020-05-01");
    CHECK(life_of(" timestamp=\"2020-05-01\">") == "- -  2020-05-01");
    CHECK(life_of(" timestamp=\"2020-05-01\"><spells><spell timestamp=\"2020-05-01\"/></spells>") ==
          "- -  2020-05-01");
    CHECK(life_of(" start=\"2019-01-01\" timestamp=\"2020-05-01\">") == "2019-01-01 -  2020-05-01");
}

TEST_CASE("GEXF: bounds that are numbers are compared as numbers") {
    const auto result = read_graph_text(
        "a.gexf", in_time("double",
                          "><spells><spell start=\"10.0\" end=\"12.0\"/><spell start=\"9.0\" "
                          "end=\"9.5\"/></spells>"));
    CHECK(extra(result.network, "a", "start") == "9.0");
    CHECK(extra(result.network, "a", "end") == "12.0");
    CHECK(life_of("><spells><spell timestamp=\"2010.0\"/><spell timestamp=\"2009.0\"/></spells>",
                  "double") == "2009 2010 2010.0|2009.0 ");
}

TEST_CASE("GEXF: a spell without a bound leaves the period open") {
    CHECK(life_of("><spells><spell start=\"2010-01-01\" end=\"2011-01-01\"/><spell "
                  "start=\"2015-01-01\"/></spells>") ==
          "2010-01-01 - 2010-01-01..2011-01-01|2015-01-01.. ");
}

TEST_CASE("GEXF 1.1: slices are spells, as networkx writes them") {
    const auto result = read_graph_text(
        "a.gexf",
        "<gexf version=\"1.1\"><graph mode=\"dynamic\"><nodes><node id=\"a\"><slices>"
        "<slice start=\"2018-01-01\" end=\"2018-06-01\"/>"
        "<slice start=\"2019-01-01\" end=\"2020-01-01\"/></slices></node><node id=\"b\"/></nodes>"
        "<edges><edge source=\"a\" target=\"b\"><slices><slice start=\"2018-01-01\" "
        "end=\"2018-06-01\"/></slices></edge></edges></graph></gexf>");
    for (const Issue& issue : result.issues) CHECK(issue.code != "unknown-element");
    CHECK(to_string(*result.network.actors()[0].since) == "2018-01-01");
    CHECK(to_string(*result.network.actors()[0].until) == "2020-01-01");
    CHECK(extra(result.network, "a", "spells") == "2018-01-01..2018-06-01|2019-01-01..2020-01-01");
    CHECK(to_string(*result.network.ties()[0].until) == "2018-06-01");
}

TEST_CASE("GEXF: of several values the last in time counts, in whatever order they stand") {
    const auto level = [](const std::string& values) {
        const auto result = read_graph_text(
            "a.gexf",
            "<gexf version=\"1.2\"><graph mode=\"dynamic\"><attributes class=\"edge\">"
            "<attribute id=\"l\" title=\"level\" type=\"integer\"/></attributes>"
            "<nodes><node id=\"a\"/><node id=\"b\"/></nodes><edges><edge source=\"a\" target=\"b\">"
            "<attvalues>" +
                values + "</attvalues></edge></edges></graph></gexf>");
        return result.network.tables().ties.at(0).level;
    };
    const std::string open = "<attvalue for=\"l\" value=\"3\" start=\"2015-01-01\"/>";
    const std::string ended =
        "<attvalue for=\"l\" value=\"1\" start=\"2010-01-01\" end=\"2015-01-01\"/>";
    const std::string later = "<attvalue for=\"l\" value=\"2\" start=\"2018-01-01\"/>";
    CHECK(level(open + ended) == 3);
    CHECK(level(ended + open) == 3);
    CHECK(level(later + open + ended) == 2);
    CHECK(level(ended + "<attvalue for=\"l\" value=\"4\" timestamp=\"2014-01-01\"/>") == 1);
    CHECK(level("<attvalue for=\"l\" value=\"4\" timestamp=\"10.0\"/>"
                "<attvalue for=\"l\" value=\"2\" timestamp=\"9.0\"/>") == 4);
    CHECK(level("<attvalue for=\"l\" value=\"4\"/><attvalue for=\"l\" value=\"2\"/>") == 2);
}

#include "graph_files.hpp"

#include "files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>

using namespace lotse;
using Texts = std::vector<std::string>;

TEST_CASE("GML: what networkx and igraph write, and what is broken") {
    const auto result =
        read_graph_text("a.gml",
                        "Creator \"x\"\ngraph [\n  directed 1\n  label \"Netz\"\n"
                        "  node [ id 1 label \"K&#246;ln &amp; S&#252;d\" kind \"jobcenter\"\n"
                        "    graphics [ x 1.5 y -2E3 ] ]\n"
                        "  node [ id 2 label \"Verein\" Gr\xC3\xB6\xC3\x9F"
                        "e 3.5 ]\n"
                        "  edge [ source 1 target 2 kind \"funds\" weight 2.0 ]\n]\n");
    CHECK(result.network.info().name == "Netz");
    CHECK(actors_of(result.network) == Texts{"1|Köln & Süd|jobcenter", "2|Verein|other"});
    CHECK(ties_of(result.network) == Texts{"1>2:funds"});
    CHECK(extra(result.network, "2", "Größe") == "3.5");
    const auto errors = [](std::string_view text) { return found(read_graph_text("a.gml", text)); };
    CHECK(errors("graph [ node [ id 1 label \"abc") == Texts{"a.gml:1:27 bad-gml"});
    CHECK(errors("") == Texts{"a.gml:1:1 bad-gml"});
    CHECK(errors("graph [ ] ]") == Texts{"a.gml:1:11 bad-gml"});
    CHECK(errors("graph [ node [ id 1 kind \"event\" ] node [ id 1 kind \"event\" ] ]") ==
          Texts{"a.gml:1:36 duplicate-key"});
    const std::string twice =
        "graph [ node [ id 1 label \"A\" label \"B\" kind \"event\" ] node [ id 2 id 3 kind "
        "\"event\" ] edge [ source 1 target 2 target 1 kind \"funds\" kind \"leads\" ] ]";
    CHECK(errors(twice) == Texts{"a.gml:1:31 duplicate-data", "a.gml:1:68 duplicate-data",
                                 "a.gml:1:88 no-direction", "a.gml:1:113 duplicate-data",
                                 "a.gml:1:135 duplicate-data"});
    const auto first = read_graph_text("a.gml", twice);
    CHECK(actors_of(first.network) == Texts{"1|A|event", "2|2|event"});
    CHECK(ties_of(first.network) == Texts{"1>2:funds"});
    std::string deep = "graph [ ";
    for (int i = 0; i < 20000; ++i) deep += "x [ ";
    const TestFolder folder;
    folder.write("a.gml", deep);
    CHECK(io::read_network(folder / "a.gml").error().kind == ErrorKind::limit);
}

TEST_CASE("GML: signs are looked for behind & only, and not far") {
    const auto result =
        read_graph_text("a.gml",
                        "graph [ node [ id 1 kind \"event\" label \"A & B; C &amp; D &#000228; &"
                        "amperesundnochmehr; &\" ] ]");
    CHECK(actors_of(result.network) == Texts{"1|A & B; C & D ä &amperesundnochmehr; &|event"});
    const auto names = read_graph_text(
        "a.gml",
        "graph [ node [ id 1 kind \"event\" label \"M&uuml;ller &#xFC; &Auml;rzte &apos; "
        "&#55296; &nichts;\" ] ]");
    CHECK(actors_of(names.network) == Texts{"1|Müller ü Ärzte ' &#55296; &nichts;|event"});
    const TestFolder folder;
    const std::string half(1'500'000, 'x');
    folder.write("a.gml", "graph [ node [ id 1 label \"" + half + half + ";\" ] ]");
    const auto begin = std::chrono::steady_clock::now();
    CHECK(io::read_network(folder / "a.gml").error().kind == ErrorKind::limit);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    CHECK(taken.count() < 5);  // 0.1; it was 40
}

TEST_CASE("GML: numbers that are none count as not recorded, as networkx and igraph write them") {
    for (const char* none : {"NAN", "NaN", "+INF", "-INF", "-Infinity"}) {
        INFO(none);
        const auto result = read_graph_text(
            "a.gml", "graph [\nnode [ id 1 kind \"event\" score " + std::string{none} +
                         " ]\nnode [ id 2 kind \"event\" score 1.5 ]\n"
                         "edge [ source 1 target 2 kind \"funds\" funding_share " +
                         none + " ]\n]");
        CHECK_FALSE(result.has_errors());
        const auto issues = found(result);
        CHECK(std::ranges::count(issues, "a.gml:2:32 not-a-number") == 1);
        CHECK(std::ranges::count(issues, "a.gml:4:53 not-a-number") == 1);
        CHECK(extra(result.network, "1", "score").empty());
        CHECK(extra(result.network, "2", "score") == "1.5");
        CHECK_FALSE(result.network.tables().ties.at(0).funding_share);
    }
    const auto text = read_graph_text("a.gml", "graph [ node [ id 1 score nano ] ]");
    CHECK(extra(text.network, "1", "score") == "nano");
}

TEST_CASE("many long ids that begin alike become keys in a time that their number bounds") {
    constexpr std::size_t count = 20'000;
    const std::string begin = "https://example.org/" + std::string(60, 'x') + '/';
    std::string text = "graph [\n";
    for (std::size_t i = 0; i < count; ++i)
        text += "node [ id \"" + begin + std::to_string(i) + "\" kind \"event\" ]\n";
    const auto started = std::chrono::steady_clock::now();
    const auto result = read_graph_text("a.gml", text + "]");
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
    CHECK(result.network.actors().size() == count);
    CHECK(taken.count() < 8);  // 1; it was 23
}

TEST_CASE("GML: a key that is repeated is a list, as networkx writes it") {
    const auto result = read_graph_text(
        "a.gml",
        "graph [ node [ id 1 kind \"event\" tags \"a\" tags \"b\" tags \"c\" aliases "
        "\"_networkx_list_start\" aliases \"Eins\" rooms \"_networkx_list_start\" rooms 7 ]\n"
        "node [ id 2 kind \"_networkx_list_start\" kind \"event\" ]\n"
        "edge [ source 1 target 2 kind \"informs\" topics \"LP-BEW\" topics \"LP-STR\" ]\n"
        "edge [ source 2 target 1 kind \"funds\" topics \"[]\" ] ]");
    CHECK(extra(result.network, "1", "tags") == "a|b|c");
    CHECK(extra(result.network, "1", "rooms") == "7");
    CHECK(result.network.actors()[0].aliases == Texts{"Eins"});
    CHECK(actors_of(result.network) == Texts{"1|1|event", "2|2|event"});
    CHECK(result.network.ties()[0].topics == Texts{"LP-BEW", "LP-STR"});
    CHECK(result.network.ties()[1].topics.empty());
    for (const Issue& issue : result.issues) {
        CHECK(issue.code != "duplicate-data");
        CHECK(issue.code != "unknown-code");
    }
    CHECK_THAT(found(read_graph_text("a.gml", "graph [ node [ id 1 since 2019 since 2020 ] ]")),
               Catch::Matchers::VectorContains(std::string{"a.gml:1:32 duplicate-data"}));
}

TEST_CASE("GML: a list cannot grow beyond the size of a value") {
    const TestFolder folder;
    std::string text = "graph [ node [ id 1";
    for (int i = 0; i < 2000; ++i) text += " tags \"" + std::string(60, 'x') + '"';
    folder.write("a.gml", text + " ] ]");
    CHECK(io::read_network(folder / "a.gml").error().kind == ErrorKind::limit);
}

TEST_CASE("GML: groups of yEd are part_of") {
    const auto parent = [](const BuildResult& result, std::string_view key) {
        return result.network[*result.network.find_actor(key)].part_of.key;
    };
    const auto result = read_graph_text("y.gml",
                                        "graph [ hierarchic 1\nnode [ id 1 label \"B\" gid 0 ]\n"
                                        "node [ id 0 label \"Kreis\" isGroup 1 ]\n"
                                        "node [ id 2 isGroup 1 gid 0 ] node [ id 3 gid 2 ] ]");
    CHECK(parent(result, "1") == "0");
    CHECK(parent(result, "2") == "0");
    CHECK(parent(result, "3") == "2");
    CHECK(parent(result, "0").empty());
    for (const Actor& actor : result.network.actors()) CHECK(actor.extra.empty());
    CHECK_THAT(found(result),
               Catch::Matchers::VectorContains(std::string{"y.gml:2:1 nested-graph"}));
    const auto own = read_graph_text("a.gml", "graph [ node [ id 0 ] node [ id 1 gid 0 ] ]");
    CHECK(parent(own, "1").empty());
    CHECK(extra(own.network, "1", "gid") == "0");
}

TEST_CASE("a column's own name counts before a word for it, whatever stands first") {
    const auto result =
        read_graph_text("a.gml",
                        "graph [ node [ id 1 kind \"event\" url \"https://u.example\" Website "
                        "\"https://w.example\" ]"
                        " node [ id 2 kind \"event\" url \"https://v.example\" ] ]");
    CHECK_FALSE(result.has_errors());
    CHECK(result.network.tables().actors.at(0).website == "https://w.example");
    CHECK(extra(result.network, "1", "extra_url") == "https://u.example");
    // Where the own name says nothing, the word for it does.
    CHECK(result.network.tables().actors.at(1).website == "https://v.example");
    CHECK(extra(result.network, "2", "extra_url").empty());
}

TEST_CASE("the kind is that of 'kind', also behind a 'type'") {
    const auto result = read_graph_text(
        "a.gml",
        "graph [ directed 1 node [ id 1 label \"A\" type \"sports_club\" kind \"jobcenter\" ]"
        " node [ id 2 label \"B\" type \"Hund\" kind \"clinic\" ]"
        " node [ id 3 label \"C\" type \"clinic\" kind \"Hund\" ]"
        " node [ id 4 label \"D\" type \"clinic\" ]"
        " edge [ source 1 target 2 type \"informs\" kind \"refers_to\" ] ]");
    const Network& network = result.network;
    CHECK(actors_of(network) == Texts{"1|A|jobcenter", "2|B|clinic", "3|C|other", "4|D|clinic"});
    CHECK(extra(network, "1", "extra_type") == "sports_club");
    CHECK(extra(network, "2", "extra_type") == "Hund");
    CHECK(extra(network, "3", "extra_type") == "clinic");
    CHECK(extra(network, "3", "extra_kind") == "Hund");
    CHECK(ties_of(network) == Texts{"1>2:refers_to"});
    CHECK(network.ties()[0].extra ==
          std::vector{std::pair<std::string, std::string>{"extra_type", "informs"}});
    const auto unknown = [](const std::string& issue) { return issue.ends_with("unknown-kind"); };
    CHECK(std::ranges::count_if(found(result), unknown) == 1);
}

TEST_CASE("the kind is that of 'kind', also behind headings that mean the same") {
    const auto result = read_graph_text(
        "a.gml",
        "graph [ directed 1 node [ id 1 label \"A\" Art \"Stelle\" kind \"jobcenter\" Gebiet "
        "\"hier\" area \"05911\" ] node [ id 2 label \"B\" Art \"clinic\" ]"
        " edge [ source 1 target 2 Kind \"Vertrag\" kind \"funds\" Stufe \"hoch\" level 3 ] ]");
    CHECK_FALSE(result.has_errors());
    const Network& network = result.network;
    CHECK(actors_of(network) == Texts{"1|A|jobcenter", "2|B|clinic"});
    CHECK(extra(network, "1", "extra_Art") == "Stelle");
    CHECK(extra(network, "1", "extra_Gebiet") == "hier");
    CHECK(ties_of(network) == Texts{"1>2:funds"});
    CHECK(network.ties()[0].level == 3);
    CHECK(network.ties()[0].extra ==
          std::vector{std::pair<std::string, std::string>{"extra_Kind", "Vertrag"},
                      std::pair<std::string, std::string>{"extra_Stufe", "hoch"}});
}

TEST_CASE("GML: words without quotes, as Gephi writes its name and ids") {
    const auto gephi = read_graph_text(
        "a.gml",
        "graph\n[\n  Creator Gephi\n  directed 0\n  node\n  [\n    id n0\n    label \"A\"\n  ]\n"
        "  node\n  [\n    id n1\n    label \"B\"\n  ]\n"
        "  edge\n  [\n    id 0\n    source n0\n    target n1\n    value 1.0\n  ]\n]\n");
    CHECK(actors_of(gephi.network) == Texts{"n0|A|other", "n1|B|other"});
    CHECK(ties_of(gephi.network) == Texts{"n0>n1:cooperates"});
    const auto is_unquoted = [](const std::string& issue) {
        return issue.ends_with("unquoted-text");
    };
    CHECK(std::ranges::none_of(found(gephi), is_unquoted));
    const auto other = read_graph_text(
        "a.gml",
        "graph [ directed true node [ id 1 kind event town Hagen graphics [ type oval ] ]"
        " node [ id 2 kind event ] edge [ source 1 target 2 ] ]");
    CHECK(actors_of(other.network) == Texts{"1|1|event", "2|2|event"});
    CHECK(extra(other.network, "1", "town") == "Hagen");
    CHECK(ties_of(other.network) == Texts{"1>2:refers_to"});
    CHECK(std::ranges::count_if(found(other), is_unquoted) == 2);
    for (const char* broken : {"graph [ node [ id 1 label \"A\" kind ] ]", "graph [ node [ id ] ]",
                               "graph [ node [ id 1 label kind \"event\" ] ]", "Netz mit Namen"})
        CHECK(found(read_graph_text("a.gml", broken)).front().ends_with("bad-gml"));
}

TEST_CASE("GML: comments stand anywhere outside of strings") {
    const auto result = read_graph_text("a.gml",
                                        "# Netz [\ngraph [ # ein \"Netz\"\n  # directed 1\n"
                                        "  node [ id 1 label \"Haus #3\" ] # Haus ]\n"
                                        "\tnode [ id 2 label # Name\n \"B\" Platz# 7 ]\n] # Ende");
    CHECK(actors_of(result.network) == Texts{"1|Haus #3|other", "2|B|other"});
    CHECK(extra(result.network, "2", "Platz#") == "7");
}

TEST_CASE("GML: arrow heads of yEd are directions, and Gephi's mixed edges have their own") {
    const auto ties = [](const std::string& creator, const std::string& in_edge) {
        return ties_of(
            read_graph_text("a.gml", creator +
                                         "\ngraph [ directed 1 node [ id 0 ] node [ id 1 ]"
                                         " edge [ " +
                                         in_edge + " source 0 target 1 ] ]")
                .network);
    };
    const std::string yed = "Creator \"yFiles\"";
    CHECK(ties(yed, "graphics [ fill \"#000000\" ]") == Texts{"0>1:cooperates"});
    CHECK(ties(yed, "graphics [ targetArrow \"standard\" ]") == Texts{"0>1:refers_to"});
    CHECK(ties(yed, "graphics [ sourceArrow \"standard\" ]") == Texts{"1>0:refers_to"});
    CHECK(ties("", "graphics [ sourceArrow \"delta\" targetArrow \"none\" ]") ==
          Texts{"1>0:refers_to"});
    CHECK(ties(yed, "graphics [ sourceArrow \"standard\" targetArrow \"standard\" ]").size() == 2);
    CHECK(ties("", "graphics [ fill \"#000000\" ]") == Texts{"0>1:refers_to"});
    CHECK(ties("", "") == Texts{"0>1:refers_to"});
    CHECK(ties("", "directed 0") == Texts{"0>1:cooperates"});
    CHECK(ties("", "directed 1") == Texts{"0>1:refers_to"});
}

TEST_CASE("GML: a name that only the drawing of yEd holds") {
    const auto result = read_graph_text(
        "a.gml",
        "graph [ node [ id 1 LabelGraphics [ text \"Nur\nhier\" ] LabelGraphics [ text \"Zwei\" ] ]"
        " node [ id 2 label \"\" LabelGraphics [ text \"B\" ] ]"
        " node [ id 3 label \"C\" LabelGraphics [ text \"anders\" ] ]"
        " edge [ source 1 target 2 LabelGraphics [ text \"funds\" ] ] ]");
    CHECK(actors_of(result.network) == Texts{"1|Nur hier|other", "2|B|other", "3|C|other"});
    CHECK(ties_of(result.network) == Texts{"1>2:funds"});
}

#include <lotse/analysis/centrality.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace lotse;
using namespace lotse::analysis;
using Position = Centrality::Position;

namespace {

View view_of(const TestTables& tables, const ViewOptions& options = {}) {
    return *make_view(tables.network(), options);
}

Centrality::Findings findings_of(const TestTables& tables,
                                 const Centrality::Options& options = {}) {
    return *Centrality::run(view_of(tables), options);
}

const Position& at(const View& view, const Centrality::Findings& findings, std::string_view key) {
    return *std::ranges::find(findings.actors, *view.network->find_actor(key), &Position::actor);
}

Approx exactly(double value) {
    return Approx(value).epsilon(1e-9);
}

OptionTexts flags(std::initializer_list<std::string> names) {
    OptionTexts out;
    for (const auto& name : names) out[name] = {};
    return out;
}

Document document_of(const TestTables& tables, const OptionTexts& options = {}) {
    return *find("centrality")->run(view_of(tables), options);
}

bool all_finite(const Document& document) {
    for (const Table& table : document.tables)
        for (const auto& row : table.rows)
            for (const Value& value : row)
                if (const auto* v = std::get_if<double>(&value); v && !std::isfinite(*v))
                    return false;
    return true;
}

}  // namespace

TEST_CASE("centrality of the Krackhardt kite") {
    const View view = view_of(krackhardt_kite());
    const auto findings = *Centrality::run(view, {});
    const auto& h = at(view, findings, "H");
    CHECK(findings.actors.front().actor == h.actor);
    CHECK(h.betweenness == exactly(14));
    CHECK(*h.betweenness_normalized == exactly(14.0 / 36));
    CHECK(h.cut_vertex);
    const auto& d = at(view, findings, "D");
    CHECK(d.degree == 6);
    CHECK(d.coreness == 3);
    CHECK(*d.effective_size == exactly(10.0 / 3));
    for (const char* key : {"F", "G"})
        CHECK(*at(view, findings, key).closeness == exactly(9.0 / 14));
    CHECK(*at(view, findings, "J").closeness == exactly(9.0 / 29));
    CHECK(*at(view, findings, "J").constraint == exactly(1));
    CHECK(findings.pairs == 18);
    CHECK(*findings.density == exactly(18.0 / 45));
    CHECK(*findings.mean_degree == exactly(3.6));
    REQUIRE(findings.most_central.size() == 7);
    CHECK(findings.most_central.front().measure.key == "degree");
    CHECK(findings.most_central.front().actor == d.actor);
    CHECK(findings.most_central.front().also == 0);
}

// The exact fractions; networkx 2.8.8 gives the same.
TEST_CASE("betweenness of the Florentine families") {
    const View view = view_of(florentine_families());
    const auto findings = *Centrality::run(view, {});
    CHECK(at(view, findings, "Medici").betweenness == exactly(47.5));
    CHECK(at(view, findings, "Guadagni").betweenness == exactly(139.0 / 6));
    CHECK(at(view, findings, "Albizzi").betweenness == exactly(58.0 / 3));
    CHECK(at(view, findings, "Salviati").betweenness == exactly(13));
    CHECK(at(view, findings, "Strozzi").betweenness == exactly(28.0 / 3));
    CHECK(findings.isolates == 1);
    CHECK(findings.components == 2);
    const auto& pucci = at(view, findings, "Pucci");
    CHECK(pucci.component == 2);
    CHECK(pucci.degree == 0);
    CHECK(*pucci.harmonic == 0);
    CHECK(*pucci.eigenvector == 0);
    CHECK_FALSE(pucci.closeness);
    CHECK_FALSE(pucci.constraint);
    CHECK_FALSE(pucci.effective_size);
}

// Values of networkx 2.8.8, which shares no code with igraph.
TEST_CASE("centrality of Zachary's karate club") {
    const View view = view_of(karate_club());
    const auto findings = *Centrality::run(view, {});
    struct Expected {
        const char* key;
        int degree;
        double betweenness, closeness, harmonic, eigenvector, pagerank, constraint, effective_size;
        int coreness;
    };
    for (const Expected& e :
         {Expected{"1", 16, 231.0714285714286, 0.5689655172413793, 0.7020202020202019,
                   0.9521323664766168, 0.09699728538830414, 0.15542329764660495, 13.75, 4},
          Expected{"34", 17, 160.5515873015873, 0.55, 0.7045454545454546, 1, 0.10091918233261697,
                   0.1564186851211073, 15.235294117647058, 4},
          Expected{"33", 12, 76.69047619047619, 0.515625, 0.6338383838383839, 0.8266588575205027,
                   0.07169322600574758, 0.2492233622751933, 9.833333333333334, 4},
          Expected{"12", 1, 0, 0.36666666666666664, 0.40909090909090917, 0.14156633334336252,
                   0.009564745492136189, 1, 1, 1}}) {
        INFO("member " << e.key);
        const auto& p = at(view, findings, e.key);
        CHECK(p.degree == e.degree);
        CHECK(p.in_degree == e.degree);
        CHECK(p.strength == e.degree);  // no level is recorded
        CHECK(p.betweenness == exactly(e.betweenness));
        CHECK(*p.betweenness_normalized == exactly(e.betweenness / 528));
        CHECK(*p.closeness == exactly(e.closeness));
        CHECK(*p.harmonic == exactly(e.harmonic));
        CHECK(*p.eigenvector == exactly(e.eigenvector));
        CHECK(p.pagerank == exactly(e.pagerank));
        CHECK(*p.constraint == exactly(e.constraint));
        CHECK(*p.effective_size == exactly(e.effective_size));
        CHECK(p.coreness == e.coreness);
        CHECK(p.cut_vertex == (p.degree == 16));
    }
}

TEST_CASE("equal values share the lead, the first key is named") {
    for (const auto& leader : findings_of(lettered(4, "AB BC CD DA")).most_central) {
        INFO(leader.measure.key);
        CHECK(leader.actor == ActorId{0});
        CHECK(leader.also == 3);
    }
}

TEST_CASE("sentences count equal values as the tables do, whatever their last digits") {
    // A and D both lie on 11/6 of the shortest paths, summed in different orders.
    const auto reading = document_of(lettered(6, "AB AD AE AF BC BF CD CF DE DF")).reading;
    REQUIRE(reading.size() > 1);
    CHECK_THAT(reading[1].en, Catch::Contains("A (and so 1 other) lies between others most often"));
}

TEST_CASE("with directions, connections in and out are no number of partners") {
    TestTables star = lettered(4, "AB AC AD");
    const auto reading = document_of(star, flags({"directed"})).reading;
    CHECK(reading.front().en == "Partner A has the most connections in and out: 6.");
}

TEST_CASE("directions count only when asked") {
    // A -> B -> C, A -- C
    TestTables tables = lettered(3, "");
    tables.tie("A", "B", TieKind::refers_to);
    tables.tie("A", "B", TieKind::informs);
    tables.tie("B", "C", TieKind::refers_to);
    tables.tie("A", "C", TieKind::cooperates);
    const View view = view_of(tables);
    const auto plain = *Centrality::run(view, {});
    CHECK(plain.ties == 4);
    CHECK(plain.pairs == 3);
    CHECK(at(view, plain, "A").degree == 2);
    CHECK(at(view, plain, "A").in_degree == 1);
    CHECK(at(view, plain, "A").out_degree == 2);
    CHECK(at(view, plain, "B").betweenness == 0);

    const auto directed = *Centrality::run(view, {.directed = Flag::on, .weights = Flag::off});
    CHECK(directed.pairs == 4);
    CHECK(*directed.density == exactly(4.0 / 6));
    CHECK(at(view, directed, "A").degree == 3);
    CHECK(at(view, directed, "A").betweenness == exactly(1));  // C -> A -> B
    CHECK(*at(view, directed, "A").betweenness_normalized == exactly(0.5));
    CHECK(*at(view, directed, "B").closeness == exactly(2.0 / 3));
    CHECK(at(view, directed, "C").component == 1);
}

TEST_CASE("weighted paths take the stronger ties; a tie without a level counts as level 1") {
    //  A -4- B -4- C      A -?- C      C -0- D
    TestTables tables = lettered(4, "");
    tables.tie("A", "B").level = 4;
    tables.tie("A", "B").level = 2;
    tables.tie("B", "C").level = 4;
    tables.tie("A", "C");
    tables.tie("C", "D").level = 0;
    const View view = view_of(tables);
    const auto found = *Centrality::run(view, {.directed = Flag::off, .weights = Flag::on});
    CHECK(at(view, found, "A").strength == 5);
    CHECK(at(view, found, "B").betweenness == exactly(1));
    CHECK(*at(view, found, "A").closeness == exactly(2 / 0.75));
    CHECK(*at(view, found, "A").harmonic == exactly((4.0 + 2.0) / 3));
    CHECK_FALSE(at(view, found, "D").closeness);
    CHECK(at(view, found, "D").degree == 1);
    CHECK(found.ties_of_level_0 == 1);
    CHECK(found.ties_without_level == 1);
}

TEST_CASE("the order of the rows changes nothing") {
    std::mt19937 random{7};
    TestTables tables = florentine_families();
    for (auto& tie : tables.ties) tie.level = static_cast<std::int64_t>(random() % 5);
    for (const auto& options : {flags({}), flags({"directed"}), flags({"weights"})}) {
        const Document expected = document_of(tables, options);
        TestTables shuffled = tables;
        for (int i = 0; i < 10; ++i) {
            std::ranges::shuffle(shuffled.actors, random);
            std::ranges::shuffle(shuffled.ties, random);
            const Document found = document_of(shuffled, options);
            CHECK(found.tables[0].rows == expected.tables[0].rows);
            CHECK(found.tables[1].rows == expected.tables[1].rows);
            CHECK(found.summary.rows == expected.summary.rows);
            CHECK(found.reading == expected.reading);
        }
    }
}

TEST_CASE("programmes, agreements and categories never change a measure of the actors") {
    const Document expected = document_of(karate_club());
    TestTables tables = karate_club();
    tables.actor("programme", "programme");
    tables.actor("agreement", "agreement");
    tables.actor("event", "event");
    tables.actor("all-clubs").scope = "category";
    tables.actor("wished").scope = "proposed";
    for (const char* key : {"programme", "agreement", "event", "all-clubs", "wished"})
        for (int i = 1; i <= 34; i += 3) {
            tables.tie(std::to_string(i), key, TieKind::participates_in);
            tables.tie(key, std::to_string(i), TieKind::cooperates);
        }
    const Document found = document_of(tables);
    CHECK(found.tables[0].rows == expected.tables[0].rows);
    CHECK(found.summary.rows == expected.summary.rows);
}

TEST_CASE("networks without actors or ties give no value that is not a number") {
    for (const auto& tables : {TestTables{}, lettered(1, ""), lettered(2, "AB"), lettered(3, "")})
        for (const auto& options :
             {flags({}), flags({"directed"}), flags({"weights"}), flags({"directed", "weights"})}) {
            const Document document = document_of(tables, options);
            CHECK(all_finite(document));
            CHECK_FALSE(document.reading.empty());
        }
    const auto pair = findings_of(lettered(2, "AB"));
    CHECK_FALSE(pair.actors[0].betweenness_normalized);
    CHECK(*findings_of(lettered(1, "")).mean_degree == 0);
}

// What the README of the data set promises, reckoned there with another program.
TEST_CASE("centrality of the Musterkreis") {
    const View view = view_of(dataset("musterkreis"));
    const auto findings = *Centrality::run(view, {});
    CHECK(findings.actor_count == 81);
    CHECK(findings.isolates == 8);
    CHECK(std::ranges::count(findings.actors, 1, &Position::component) == 70);
    CHECK(std::ranges::count(findings.actors, true, &Position::cut_vertex) == 17);
    for (const char* key : {"aerztenetz", "kgk", "ksb"}) CHECK(at(view, findings, key).cut_vertex);
    CHECK(std::ranges::count(findings.actors, 4, &Position::coreness) == 20);
}

TEST_CASE("betweenness from a sample says so, and how far off it may be") {
    Centrality::Options options;
    options.betweenness = BetweennessBy::sampling;
    const View view = view_of(krackhardt_kite());
    const auto exact = findings_of(krackhardt_kite());
    const auto found = *Centrality::run(view, options);
    CHECK(found.sampled_paths == 152019);  // ln(2 * 10 / 0.01) / (2 * 0.005^2), rounded up
    CHECK_FALSE(exact.sampled_paths);
    for (const Position& p : found.actors) {
        const Position& e = *std::ranges::find(exact.actors, p.actor, &Position::actor);
        CHECK(p.betweenness == Approx(e.betweenness).margin(0.005 * 45));
    }
    CHECK(at(view, found, "H").betweenness != 14);

    const auto told = [](const Document& document) {
        return std::ranges::any_of(document.notes, [](const Message& note) {
            return note.en.find("estimated from 152,019 shortest paths") != std::string::npos &&
                   note.de.find("um mehr als 0,5 % aller Paare") != std::string::npos;
        });
    };
    CHECK(told(document_of(krackhardt_kite(), {{"betweenness", {"sampled"}}})));
    CHECK_FALSE(told(document_of(krackhardt_kite(), {{"betweenness", {"exact"}}})));

    options.weights = Flag::on;
    CHECK(Centrality::run(view, options).error().kind == ErrorKind::usage);
}

TEST_CASE("the sentence on who lies between speaks of paths, not of pairs") {
    // A square: of the two shortest paths between opposite corners one leads through A.
    const auto reading = document_of(lettered(4, "AB BC CD DA")).reading;
    REQUIRE(reading.size() > 1);
    CHECK_THAT(reading[1].en, Catch::Contains("averaged over all pairs of other actors, 16.7 % of "
                                              "the shortest paths lead through it"));
}

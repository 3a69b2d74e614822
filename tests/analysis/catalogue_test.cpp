// What holds for every analysis of the catalogue, on real, random and degenerate networks.

#include <lotse/analysis/analysis.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace lotse;
using namespace lotse::analysis;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) {
    return static_cast<std::size_t>(random()) % n;
}

template <class T>
const T& any_of(Random& random, const std::vector<T>& items) {
    return items[below(random, items.size())];
}

OptionTexts words_from(std::string_view id, const std::string& actor) {
    if (id == "factsheet") return {{"actor", {actor}}};
    return {{"from", {actor}}, {"to", {"topic=LP-BEW"}}};
}

/// What an analysis cannot be asked without; nullopt: there is no actor to ask about.
std::optional<OptionTexts> words_for(std::string_view id, const View& view) {
    if (id != "paths" && id != "factsheet") return OptionTexts{};
    const std::vector<ActorId> actors = layer_graph(view, Layer::actors).actors;
    if (actors.empty()) return std::nullopt;
    return words_from(id, (*view.network)[actors.front()].key);
}

std::optional<std::string> fault(const Message& words) {
    for (const std::string* text : {&words.de, &words.en}) {
        if (text->empty()) return "empty words";
        for (const char* wrong : {"{}", "  ", " nan ", " inf ", " ,", " .", "..", "„“", "''"})
            if (text->find(wrong) != std::string::npos)
                return "'" + std::string{wrong} + "' in: " + *text;
    }
    if (words.de == words.en) return "the same in both languages: " + words.de;
    return std::nullopt;
}

std::size_t sentences(const std::vector<Message>& words, std::string Message::*language) {
    std::size_t out = 0;
    for (const Message& message : words) {
        const std::string& text = message.*language;
        ++out;
        for (std::size_t i = 0; i + 2 < text.size(); ++i)
            if ((text[i] == '.' || text[i] == ';' || text[i] == ':') && text[i + 1] == ' ') ++out;
    }
    return out;
}

std::optional<std::string> fault(const Table& table) {
    std::set<std::string> keys;
    for (const Column& column : table.columns) {
        if (!keys.insert(column.key).second) return "two columns " + column.key;
        if (column.label.de.empty() || column.label.en.empty())
            return "no heading of " + column.key;
    }
    for (const auto& row : table.rows) {
        if (row.size() != table.columns.size()) return "cells and columns differ";
        for (std::size_t c = 0; c < row.size(); ++c)
            if (const auto* number = std::get_if<double>(&row[c]);
                number != nullptr && !std::isfinite(*number))
                return "no number in " + table.columns[c].key;
    }
    return std::nullopt;
}

/// nullopt: the document is as every document must be.
std::optional<std::string> fault(const Document& document) {
    if (document.summary.rows.size() != 1) return "no summary";
    if (auto wrong = fault(document.summary)) return wrong;
    for (const Table& table : document.tables)
        if (auto wrong = fault(table)) return table.key + ": " + *wrong;
    if (document.notes.empty()) return "no note";
    for (const auto* list : {&document.notes, &document.reading})
        for (const Message& words : *list)
            if (auto wrong = fault(words)) return wrong;
    for (const auto language : {&Message::de, &Message::en})
        if (sentences(document.reading, language) < 2) return "fewer than two sentences to read";
    return std::nullopt;
}

/// Runs every analysis; each distinct fault is reported once with the first network it occurs on.
class Faults {
public:
    void run(const TestTables& tables, const ViewOptions& options, const std::string& where) {
        const auto view = make_view(tables.network(), options);
        REQUIRE(view);
        for (const Entry& entry : catalogue()) {
            const auto words = words_for(entry.info.id, *view);
            if (!words) continue;
            const auto document = entry.run(*view, *words);
            const std::string id{entry.info.id};
            if (!document)
                note(id, "error: " + document.error().message.en, where);
            else if (auto wrong = fault(*document))
                note(id, *wrong, where);
        }
    }
    void check() const {
        for (const auto& fault : faults_) FAIL_CHECK(fault);
    }

private:
    void note(const std::string& id, const std::string& wrong, const std::string& where) {
        if (seen_.insert(id + wrong.substr(0, 12)).second)
            faults_.push_back(id + ": " + wrong + "  [" + where + "]");
    }

    std::set<std::string> seen_;
    std::vector<std::string> faults_;
};

/// A part of the rows of every table, with all columns filled as people fill them; what they
/// mention may be missing.
TestTables part_of(const TestTables& whole, Random& random) {
    TestTables out = whole;
    NetworkTables::for_each(static_cast<NetworkTables&>(out), [&](auto& rows) {
        const std::size_t keep = below(random, 5);  // of four quarters
        std::erase_if(rows, [&](const auto&) { return below(random, 4) >= keep; });
    });
    return out;
}

/// 0 to 12 actors of any kind, ties of any kind between any of them: loops and parallel ties too.
TestTables random_network(Random& random) {
    static const std::vector<std::string> kinds{
        "jobcenter", "health_conference", "sports_club", "programme",   "agreement", "event",
        "body",      "general_practice",  "other",       "municipality"};
    static const std::vector<std::string> confirmed{"", "both", "from", "to", "none"};
    static const std::vector<std::string> statuses{"", "active", "planned", "ended"};
    static const std::vector<std::string> areas{"", "05911", "05913", "05"};
    static const std::vector<std::string> topics{"LP-BEW", "LP-SUC", "X-FAM"};
    TestTables out;
    const std::size_t n = below(random, 13);
    for (std::size_t i = 0; i < n; ++i) {
        Actor& actor = out.actor(std::string(1, static_cast<char>('A' + i)), any_of(random, kinds));
        actor.area.key = any_of(random, areas);
        if (below(random, 2) == 0)
            actor.sector =
                all_enumerators<Sector>[below(random, all_enumerators<Sector>.size())].value;
        if (below(random, 6) == 0) actor.scope = "category";
        if (below(random, 3) == 0)
            actor.expected_role = std::vector<std::string>{
                "coordination", "door_opener", "delivery", "periphery"}[below(random, 4)];
    }
    const std::size_t ties = n == 0 ? 0 : below(random, 2 * n + 1);
    for (std::size_t i = 0; i < ties; ++i) {
        Tie& tie =
            out.tie(out.actors[below(random, n)].key, out.actors[below(random, n)].key,
                    all_enumerators<TieKind>[below(random, all_enumerators<TieKind>.size())].value);
        if (below(random, 2) == 0) tie.level = static_cast<std::int64_t>(below(random, 5));
        tie.confirmed_by = any_of(random, confirmed);
        tie.status = any_of(random, statuses);
        if (below(random, 3) == 0) tie.topics = {any_of(random, topics)};
        if (below(random, 3) == 0) tie.until = parse_partial_date("2026-12");
        if (below(random, 4) == 0) tie.funding_share = 0.5;
    }
    for (std::size_t i = 0; n > 0 && i < below(random, 6); ++i) {
        Offer& offer = out.offer("o" + std::to_string(i), any_of(random, topics),
                                 out.actors[below(random, n)].key);
        if (below(random, 2) == 0) offer.areas.push_back({any_of(random, areas), {}});
        std::erase_if(offer.areas, [](const auto& area) { return area.key.empty(); });
        if (below(random, 2) == 0) offer.duration_weeks = 12;
    }
    return out;
}

/// The first note of an analysis of a layer says so.
bool looks_at_actor_layer(const Document& document) {
    return !document.notes.empty() && document.notes.front().de.starts_with("Ebene „Akteure“");
}

bool same(const Table& a, const Table& b) {
    return a.rows == b.rows;
}

}  // namespace

TEST_CASE("every analysis has a name, a number, a question and a source") {
    std::set<std::string_view> ids;
    for (const Entry& entry : catalogue()) {
        INFO(entry.info.id);
        CHECK(ids.insert(entry.info.id).second);
        CHECK(entry.info.number.size() >= 3);
        CHECK(entry.info.number.starts_with("A"));
        CHECK_FALSE(entry.info.title.de.empty());  // "Agenda" is the same in both languages
        CHECK_FALSE(fault(Message{entry.info.question}));
        CHECK(entry.info.source.size() > 10);
        CHECK(find(entry.info.id) == &entry);
        for (const OptionInfo& option : entry.options) CHECK_FALSE(option.label.de.empty());
    }
}

TEST_CASE("every analysis says something whole about any network") {
    Faults faults;
    const ViewOptions none;
    faults.run({}, none, "empty");
    faults.run(lettered(1, ""), none, "one actor");
    faults.run(lettered(3, ""), none, "no ties");
    faults.run(lettered(1, "AA"), none, "a loop");
    faults.run(lettered(2, "AB AB BA"), none, "a pair");
    faults.run(krackhardt_kite(), none, "kite");
    faults.run(florentine_families(), none, "families");
    TestTables facts;
    for (const char* kind : {"programme", "agreement", "event"}) facts.actor(kind, kind);
    faults.run(facts, none, "facts alone");
    const TestTables musterkreis = dataset("musterkreis");
    faults.run(musterkreis, none, "musterkreis");
    faults.run(dataset("verzahnung"), none, "verzahnung");
    TestTables silent = musterkreis;
    silent.ties.clear();
    silent.offers.clear();
    faults.run(silent, none, "without ties and offers");
    Random random{20191128};
    for (int i = 0; i < 150; ++i)
        faults.run(random_network(random), none, "random network " + std::to_string(i));
    for (int i = 0; i < 25; ++i)
        faults.run(part_of(musterkreis, random), none, "part " + std::to_string(i));
    faults.check();
}

TEST_CASE("every analysis takes every option that chooses what it looks at") {
    Faults faults;
    const TestTables musterkreis = dataset("musterkreis");
    const auto run = [&](const std::string& name, auto&& change) {
        ViewOptions options;
        change(options);
        faults.run(musterkreis, options, name);
    };
    run("area", [](ViewOptions& o) { o.area = {"mk-waldau"}; });
    run("area without anything", [](ViewOptions& o) { o.area = {"05911"}; });
    run("two areas", [](ViewOptions& o) { o.area = {"mk-waldau", "mk-musterstadt"}; });
    run("topic", [](ViewOptions& o) { o.topic = {"X-FAM"}; });
    run("target", [](ViewOptions& o) { o.target = {"addiction"}; });
    run("legal", [](ViewOptions& o) { o.legal = {"sgb3"}; });
    run("kinds", [](ViewOptions& o) { o.kinds = {"refers_to"}; });
    for (const Layer layer : {Layer::actors, Layer::bodies, Layer::referral, Layer::all})
        run("layer " + std::string{enumerator(layer).key},
            [&](ViewOptions& o) { o.layer = layer; });
    run("min-level", [](ViewOptions& o) { o.min_level = 4; });
    run("long ago", [](ViewOptions& o) { o.at = "1990"; });
    run("far ahead", [](ViewOptions& o) { o.at = "2090"; });
    run("without", [](ViewOptions& o) { o.without = {"kgk", "aa-mk"}; });
    run("with", [](ViewOptions& o) { o.with = {"wv-b>kgk:member_of"}; });
    faults.check();
}

TEST_CASE("an option changes the result, or a note says that it has no effect") {
    const auto network = dataset("musterkreis").network();
    struct Case {
        std::string_view key;
        ViewOptions options;
    };
    std::vector<Case> cases;
    const auto add = [&](std::string_view key, auto&& change) {
        change(cases.emplace_back(Case{key, {}}).options);
    };
    add("area", [](ViewOptions& o) { o.area = {"05911"}; });
    add("topic", [](ViewOptions& o) { o.topic = {"X-COA"}; });
    add("target", [](ViewOptions& o) { o.target = {"addiction"}; });
    add("legal", [](ViewOptions& o) { o.legal = {"sgb9"}; });
    add("kinds", [](ViewOptions& o) { o.kinds = {"evaluates"}; });
    add("layer", [](ViewOptions& o) { o.layer = Layer::bodies; });
    add("min-level", [](ViewOptions& o) { o.min_level = 4; });
    add("at", [](ViewOptions& o) { o.at = "1990"; });
    const View plain = *make_view(network, {});
    for (const Entry& entry : catalogue()) {
        const OptionTexts words = *words_for(entry.info.id, plain);
        const Document before = *entry.run(plain, words);
        for (const Case& c : cases) {
            const auto after = entry.run(*make_view(network, c.options), words);
            if (!after) continue;  // nothing is left to ask about
            bool changed = after->tables.size() != before.tables.size() ||
                           !same(after->summary, before.summary) ||
                           after->reading != before.reading;
            for (std::size_t t = 0; !changed && t < before.tables.size(); ++t)
                changed = !same(after->tables[t], before.tables[t]);
            const std::string option = "--" + std::string{c.key};
            const bool named = std::ranges::any_of(after->notes, [&](const Message& note) {
                return note.de.find(option) != std::string::npos;
            });
            INFO(entry.info.id << " " << option);
            CHECK((changed || named));
        }
    }
}

TEST_CASE("programmes, agreements, events and categories change nothing on the layer of actors") {
    const TestTables plain = dataset("musterkreis");
    TestTables more = plain;
    more.actor("zz-programme", "programme").sector = Sector::work;
    more.actor("zz-event", "event").sector = Sector::sport;
    Actor& category = more.actor("zz-category", "sports_club");
    category.scope = "category";
    category.sector = Sector::sport;
    for (std::size_t i = 0; i < plain.actors.size(); i += 3) {
        const std::string& key = plain.actors[i].key;
        more.tie(key, "zz-programme", TieKind::participates_in);
        more.tie(key, "zz-event", TieKind::cooperates);
        more.tie(key, "zz-category", TieKind::refers_to);
        more.tie("zz-category", key, TieKind::cooperates);
    }
    TestTables agreed = more;
    agreed.actor("zz-agreement", "agreement").sector = Sector::health;
    for (std::size_t i = 0; i < plain.actors.size(); i += 4)
        agreed.tie(plain.actors[i].key, "zz-agreement", TieKind::party_to);
    const View before = *make_view(plain.network(), {});
    const View without_agreement = *make_view(more.network(), {});
    const View with_agreement = *make_view(agreed.network(), {});
    int compared = 0;
    for (const Entry& entry : catalogue()) {
        const auto words = *words_for(entry.info.id, before);
        // what is agreed is what `commitment` asks for: there alone an agreement counts
        const View& after = entry.info.id == "commitment" ? without_agreement : with_agreement;
        const Document a = *entry.run(before, words);
        const Document b = *entry.run(after, words);
        if (!looks_at_actor_layer(a)) continue;
        INFO(entry.info.id);
        ++compared;
        CHECK(same(a.summary, b.summary));
        CHECK(a.reading == b.reading);
        REQUIRE(a.tables.size() == b.tables.size());
        for (std::size_t t = 0; t < a.tables.size(); ++t) {
            INFO(a.tables[t].key);
            CHECK(same(a.tables[t], b.tables[t]));
        }
    }
    CHECK(compared >= 7);
}

TEST_CASE("without offers an area is unknown, never empty") {
    const TestTables musterkreis = dataset("musterkreis");
    const auto states = [](const TestTables& tables) {
        const Document document = *find("coverage")->run(*make_view(tables.network(), {}), {});
        const Table& cells = *std::ranges::find(document.tables, "cells", &Table::key);
        const auto column = [&](std::string_view key) {
            return static_cast<std::size_t>(std::ranges::find(cells.columns, key, &Column::key) -
                                            cells.columns.begin());
        };
        std::map<std::pair<std::string, std::string>, std::string> out;
        for (const auto& row : cells.rows)
            out[{std::get<std::string>(row[column("area")]),
                 std::get<Choice>(row[column("topic")]).key}] =
                std::get<Choice>(row[column("state")]).key;
        return out;
    };
    const auto before = states(musterkreis);
    REQUIRE(before.size() > 50);

    TestTables nothing = musterkreis;
    nothing.offers.clear();
    nothing.findings.clear();
    for (const auto& [cell, state] : states(nothing)) CHECK(state == "unknown");

    TestTables confirmed = musterkreis;
    confirmed.offers.clear();
    int gaps = 0;
    for (const auto& [cell, state] : states(confirmed)) {
        INFO(cell.first << " " << cell.second);
        const auto found = before.find(cell);
        const bool gap = found != before.end() && found->second == "none";
        CHECK(state == (gap ? "none" : "unknown"));
        gaps += gap ? 1 : 0;
    }
    CHECK(gaps > 0);

    for (const std::string area : {"mk-musterstadt", "mk-waldau"}) {
        TestTables without = musterkreis;
        std::set<std::string> venues;
        for (const Venue& venue : without.venues)
            if (venue.area.key == area) venues.insert(venue.key);
        std::erase_if(without.offers, [&](const Offer& offer) {
            return std::ranges::any_of(offer.areas, [&](const auto& a) { return a.key == area; }) ||
                   std::ranges::any_of(offer.venues,
                                       [&](const auto& v) { return venues.contains(v.key); });
        });
        REQUIRE(without.offers.size() < musterkreis.offers.size());
        int lost = 0;
        for (const auto& [cell, state] : states(without)) {
            if (cell.first != area) continue;
            INFO(cell.first << " " << cell.second);
            const auto found = before.find(cell);
            REQUIRE(found != before.end());
            if (state == "none") CHECK(found->second == "none");
            if (state == "unknown" && found->second != "unknown") ++lost;
        }
        CHECK(lost > 0);
    }
}

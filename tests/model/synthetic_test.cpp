#include <lotse/model/synthetic.hpp>

#include <catch2/catch.hpp>
#include <csv_rows.hpp>

#include <algorithm>
#include <set>

using namespace lotse;

namespace {

const std::string geo = DATASETS_DIR "/geo/";

Synthetic synthetic(SyntheticSize size, Language language = Language::de) {
    auto made = synthetic_network(size, language);
    if (!made) FAIL(made.error().message.en);
    return *std::move(made);
}

Network network(SyntheticSize size, Language language = Language::de) {
    Synthetic made = synthetic(size, language);
    return {std::move(made.info), std::move(made.tables)};
}

std::set<std::string> kreise(const Synthetic& made) {
    std::set<std::string> out;
    for (const Area& area : made.tables.areas) out.insert(area.key);
    return out;
}

double share(const NetworkTables& tables, std::string_view kind) {
    const auto found = std::ranges::count(tables.actors, kind, &Actor::kind);
    return static_cast<double>(found) / static_cast<double>(tables.actors.size());
}

}  // namespace

TEST_CASE("a synthetic network is the same for the same numbers, and another for others") {
    const std::string once = network({5, 80, 7}).identity().sha256;
    CHECK(network({5, 80, 7}).identity().sha256 == once);
    CHECK(network({5, 80, 8}).identity().sha256 != once);
    CHECK(network({5, 81, 7}).identity().sha256 != once);
    CHECK(network({5, 80, 7}, Language::en).identity().sha256 != once);
}

TEST_CASE("all of Germany: every Kreis with its inhabitants, 50,000 actors, 100,000 offers") {
    const Synthetic made = synthetic({400, 140, 1});
    std::map<std::string, std::string> inhabitants;
    for (const CsvRow& row : csv_rows(geo + "kreise.csv"))
        inhabitants[row.at("key")] = row.at("population");
    CHECK(made.tables.areas.size() == inhabitants.size());
    for (const Area& area : made.tables.areas)
        CHECK(std::to_string(area.population.value()) == inhabitants.at(area.key));
    CHECK(made.tables.actors.size() >= 50'000);
    CHECK(made.tables.actors.size() <= 60'000);
    CHECK(made.tables.offers.size() >= 100'000);
    const double ties_per_actor = static_cast<double>(made.tables.ties.size()) /
                                  static_cast<double>(made.tables.actors.size());
    CHECK(ties_per_actor > 2);
    CHECK(ties_per_actor < 8);
    CHECK(std::ranges::count(made.tables.actors, "jobcenter", &Actor::kind) == 400);
    CHECK(share(made.tables, "sports_club") == Approx(0.3).margin(0.05));
    CHECK(share(made.tables, "general_practice") == Approx(0.16).margin(0.03));
}

TEST_CASE("a synthetic network says of itself that it is invented") {
    const Synthetic made = synthetic({2, 60, 3}, Language::en);
    CHECK(made.info.fictional);
    CHECK(made.info.name.find("fictional") != std::string::npos);
    for (const Actor& actor : made.tables.actors) {
        CHECK(actor.name.starts_with("Synthetic "));
        CHECK(actor.source == std::vector<std::string>{"synthetisch"});
        CHECK(actor.mailbox.empty());
    }
    REQUIRE(made.tables.sources.size() == 1);
    CHECK(made.tables.sources.front().title ==
          "Invented by lotse generate --areas 2 --actors-per-area 60 --seed 3");
}

TEST_CASE("the chosen Kreise touch each other") {
    std::multimap<std::string, std::string> beside;
    for (const CsvRow& row : csv_rows(geo + "kreise_nachbarn.csv")) {
        beside.emplace(row.at("key_a"), row.at("key_b"));
        beside.emplace(row.at("key_b"), row.at("key_a"));
    }
    for (const int seed : {1, 2, 3, 4, 5}) {
        const std::set<std::string> chosen = kreise(synthetic({12, 50, seed}));
        REQUIRE(chosen.size() == 12);
        std::set<std::string> reached{*chosen.begin()};
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const auto& [key, other] : beside)
                if (reached.contains(key) && chosen.contains(other)) reached.insert(other);
        }
        CHECK(reached == chosen);
    }
}

TEST_CASE("sizes out of range are refused") {
    for (const SyntheticSize size :
         {SyntheticSize{0, 140, 1}, SyntheticSize{401, 140, 1}, SyntheticSize{1, 49, 1},
          SyntheticSize{1, 2001, 1}, SyntheticSize{1, 140, -1}}) {
        const auto made = synthetic_network(size, Language::en);
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::usage);
    }
}

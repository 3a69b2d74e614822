#include "typed_rows.hpp"

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("the date of a network is the newest that is certain") {
    const auto date = [](const char* one, const char* other) {
        NetworkBuilder builder;
        add(builder, "actors",
            {{"key", "name", "kind", "as_of"},
             {"a", "A", "other", one},
             {"b", "B", "other", other}});
        return to_string(std::move(builder).finish().network.as_of().value());
    };
    CHECK(date("2026-05", "2026") == "2026-05");
    CHECK(date("2026", "2026-01") == "2026-01");
    CHECK(date("2026-05", "2026-05-02") == "2026-05-02");
    CHECK(date("2025-11", "2026") == "2026");
}

TEST_CASE("a row is old only where that is certain") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "as_of"},
         {"a", "A", "other", "2026"},
         {"b", "B", "other", "2025-06"},
         {"c", "C", "other", "2024-06"}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"actors.csv:4:4 stale"});
    CHECK(result.issues.front().message.en.find("(2026 in actors.csv:2:4)") != std::string::npos);
}

TEST_CASE("one date far after all others is named at its cell") {
    const auto with_newest = [](const std::string& newest, std::size_t others) {
        std::vector<std::vector<std::string>> rows{{"key", "name", "kind", "as_of"}};
        for (std::size_t i = 0; i < others; ++i) {
            const std::string key{static_cast<char>('a' + i)};
            rows.push_back({key, key, "other", i == 0 ? "2026-06" : "2026-01-15"});
        }
        rows.push_back({"z", "z", "other", newest});
        NetworkBuilder builder;
        add(builder, "actors", rows);
        return std::move(builder).finish();
    };
    using Found = std::vector<std::string>;
    const auto mistyped = with_newest("2062-06", 12);
    CHECK(found(mistyped) == Found{"actors.csv:2:4 stale", "actors.csv:14:4 lone-date"});
    CHECK(mistyped.issues[0].message.de.find("12 Zeilen") == 0);
    CHECK(mistyped.issues[0].message.de.find("(2062-06 in actors.csv:14:4)") != std::string::npos);
    CHECK(mistyped.issues[1].message.de.find("2062-06") != std::string::npos);
    CHECK(mistyped.issues[1].message.de.find("(der nächste ist 2026-06)") != std::string::npos);
    CHECK(found(with_newest("2027-06-30", 12)) == Found{"actors.csv:3:4 stale"});
    CHECK(found(with_newest("2026", 12)).empty());
    // Of few dates nobody can say that one is odd.
    CHECK(found(with_newest("2062-06", 3)) == Found{"actors.csv:2:4 stale"});
}

TEST_CASE("an end in a year that means none is no end") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "until"},
         {"a", "A", "other", "2098-12-31"},
         {"b", "B", "other", "9999"},
         {"c", "C", "other", "31.12.2099"}});
    add(builder, "ties", {{"from", "to", "kind", "until"}, {"a", "b", "cooperates", "31.12.9999"}});
    add(builder, "offers", {{"key", "name", "topics", "end"}, {"o", "O", "LP-BEW", "2999-12-31"}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"actors.csv:3:4 no-end",
                                                    "offers.csv:2:4 no-end",
                                                    "ties.csv:2:4 no-end"});
    CHECK(result.issues[0].message.de.find("Zellen in dieser Spalte: 2") != std::string::npos);
    CHECK(result.network.tables().ties.at(0).until == PartialDate{9999, 12, 31});
}

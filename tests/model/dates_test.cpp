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
    CHECK(found(std::move(builder).finish()) == std::vector<std::string>{"actors.csv:4:4 stale"});
}

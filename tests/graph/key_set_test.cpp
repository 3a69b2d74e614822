// KeySet against std::set, on few keys that lie close together and on many.

#include <key_set.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <set>

using namespace lotse::graph;

TEST_CASE("a set of keys holds what was put in and not taken out") {
    std::mt19937_64 random{7};
    for (const std::uint64_t range : {1U, 5U, 40U, 1000U, 1000000007U}) {
        for (const std::size_t most : {0U, 1U, 7U, 300U}) {
            KeySet keys{most};
            std::set<std::uint64_t> expected;
            int wrong = 0;
            for (int i = 0; i < 3000; ++i) {
                const std::uint64_t key = random() % range;
                if (keys.contains(key) != expected.contains(key)) ++wrong;
                if (expected.contains(key)) {
                    keys.erase(key);
                    expected.erase(key);
                } else if (expected.size() < most) {
                    keys.insert(key);
                    keys.insert(key);
                    expected.insert(key);
                } else if (most > 0) {
                    keys.erase(*expected.begin());
                    expected.erase(expected.begin());
                }
                for (const std::uint64_t there : expected)
                    if (i % 100 == 0 && !keys.contains(there)) ++wrong;
            }
            CHECK(wrong == 0);
        }
    }
}

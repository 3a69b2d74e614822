#include <lotse/analysis/suppression.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <set>

using namespace lotse;
using analysis::Showing;
using analysis::Sum;

namespace {

using Counts = std::vector<std::int64_t>;
using Sums = std::vector<Sum>;

/// The values a cell can have for somebody who knows the sums, what is shown and the rules: every
/// assignment of the hidden cells is tried.
std::vector<std::set<std::int64_t>> feasible(const Counts& counts, const Sums& sums,
                                             const std::vector<Showing>& showing,
                                             std::int64_t below, std::int64_t highest) {
    // Of cells that hang together through sums; where all are withheld, nothing is said of them.
    std::vector<std::size_t> group(counts.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (std::size_t round = 0; round < sums.size(); ++round)
        for (const Sum& sum : sums) {
            if (sum.reach == Sum::Reach::some) continue;
            std::size_t lowest = group[sum.total];
            for (const std::size_t part : sum.parts) lowest = std::min(lowest, group[part]);
            group[sum.total] = lowest;
            for (const std::size_t part : sum.parts) group[part] = lowest;
        }
    const auto beside_small = [&](std::size_t cell) {
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (group[i] == group[cell] && showing[i] == Showing::small) return true;
        return false;
    };
    std::vector<std::set<std::int64_t>> out(counts.size());
    Counts guess = counts;
    const auto consistent = [&](std::size_t known) {
        return std::ranges::all_of(sums, [&](const Sum& sum) {
            if (sum.total >= known) return true;
            std::int64_t rest = guess[sum.total];
            for (const std::size_t part : sum.parts) {
                if (part >= known) return true;
                rest -= guess[part];
            }
            return sum.reach == Sum::Reach::some ? rest >= 0 : rest == 0;
        });
    };
    const auto all_wide = [&] {
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0 && counts[i] < below && out[i].size() < 2) return false;
        return true;
    };
    bool enough = false;  // every small cell has two values: what is asked for
    const std::function<void(std::size_t)> assign = [&](std::size_t cell) {
        if (enough || !consistent(cell)) return;
        if (cell == counts.size()) {
            for (std::size_t i = 0; i < counts.size(); ++i) out[i].insert(guess[i]);
            enough = all_wide();
            return;
        }
        if (showing[cell] == Showing::shown) return assign(cell + 1);
        for (std::int64_t value = 0; value <= highest; ++value) {
            const bool small = value > 0 && value < below;
            if (showing[cell] == Showing::small && !small) continue;
            if (showing[cell] == Showing::withheld && small && beside_small(cell)) continue;
            guess[cell] = value;
            assign(cell + 1);
        }
        guess[cell] = counts[cell];
    };
    assign(0);
    return out;
}

void check_protected(const Counts& counts, const Sums& sums, std::int64_t below) {
    const auto showing = analysis::suppress(counts, sums, below);
    REQUIRE(showing.size() == counts.size());
    const std::int64_t highest = 2 + *std::ranges::max_element(counts);
    const auto values = feasible(counts, sums, showing, below, highest);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const bool small = counts[i] > 0 && counts[i] < below;
        INFO("cell " << i << " of " << Catch::rangeToString(counts));
        if (small) {
            CHECK(showing[i] != Showing::shown);
            CHECK(values[i].size() > 1);
        }
        if (counts[i] == 0) CHECK(showing[i] != Showing::small);
    }
}

/// One total, its parts.
Sum sum_of(std::size_t total, std::vector<std::size_t> parts) {
    return {total, std::move(parts)};
}

std::string shown(const Counts& counts, const Sums& sums, std::int64_t below = 3,
                  const Counts& order = {}) {
    std::string out;
    for (const Showing showing : analysis::suppress(counts, sums, below, order))
        out += showing == Showing::shown ? 's' : showing == Showing::small ? '<' : '.';
    return out;
}

}  // namespace

TEST_CASE("only counts of 1 and 2 are hidden where nothing sums", "[suppression]") {
    CHECK(shown({0, 1, 2, 3, 100}, {}) == "s<<ss");
    CHECK(shown({0, 1, 2, 3, 9}, {}, 10) == "s<<<<");
    CHECK(shown({}, {}).empty());
}

TEST_CASE("one part more goes with small ones, whatever their values") {
    CHECK(shown({114, 100, 3, 8, 1, 2}, {sum_of(0, {1, 2, 3, 4, 5})}, 3, {9, 5, 3, 4, 1, 1}) ==
          "ss.s<<");
    CHECK(shown({112, 100, 3, 8, 1}, {sum_of(0, {1, 2, 3, 4})}, 3, {9, 5, 3, 4, 1}) == "ss..<");
    for (const std::int64_t one : {1, 2})
        for (const std::int64_t other : {1, 2})
            CHECK(shown({20 + one + other, 20, one, other}, {sum_of(0, {1, 2, 3})}, 3,
                        {9, 5, 1, 1}) == "s.<<");
    // In the order given: never by the counts, which would tell that the other is larger.
    CHECK(shown({31, 10, 20, 1}, {sum_of(0, {1, 2, 3})}, 3, {9, 5, 4, 1}) == "ss.<");
    CHECK(shown({31, 20, 10, 1}, {sum_of(0, {1, 2, 3})}, 3, {9, 5, 4, 1}) == "ss.<");
}

TEST_CASE("a part is never larger than its whole", "[suppression]") {
    // Long-term unemployed 0 = 1 + 2 + 3; those of 1 are at most the 17 unemployed there.
    const Counts counts{21, 17, 2, 2, 17};
    const Sums sums{sum_of(0, {1, 2, 3}), {4, {1}, Sum::Reach::some}};
    CHECK(shown(counts, sums, 3, {9, 5, 1, 1, 5}) == "..<<s");
    check_protected(counts, sums, 3);
    std::mt19937_64 random{7};
    for (int round = 0; round < 1500; ++round) {
        // 0 = 1 + 2 + 3, and each of them a part of 4 ... 7
        Counts table(8, 0);
        Sums all{sum_of(0, {1, 2, 3}), sum_of(4, {5, 6, 7})};
        for (std::size_t i = 1; i <= 3; ++i) {
            table[i] = static_cast<std::int64_t>(random() % (random() % 3 == 0 ? 9 : 4));
            table[i + 4] = table[i] + static_cast<std::int64_t>(random() % 3);
            table[0] += table[i];
            table[4] += table[i + 4];
        }
        for (std::size_t i = 0; i < 4; ++i) all.push_back({i + 4, {i}, Sum::Reach::some});
        check_protected(table, all, 3);
    }
}

TEST_CASE("which cells are hidden does not tell the small ones", "[suppression]") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 300; ++round) {
        // 0 = 1 + ... + 5: in every table with the same shown cells the same ones are hidden.
        Counts counts(6, 0);
        for (std::size_t i = 1; i < counts.size(); ++i) {
            counts[i] = static_cast<std::int64_t>(random() % (random() % 2 == 0 ? 20 : 4));
            counts[0] += counts[i];
        }
        if (counts[0] < 3) continue;
        const Sums sums{sum_of(0, {1, 2, 3, 4, 5})};
        const auto showing = analysis::suppress(counts, sums, 3);
        for (int other = 0; other < 50; ++other) {
            Counts guess = counts;
            std::int64_t rest = counts[0];
            std::vector<std::size_t> withheld;
            for (std::size_t i = 1; i < counts.size(); ++i) {
                if (showing[i] == Showing::small) guess[i] = 1 + static_cast<int>(random() % 2);
                if (showing[i] == Showing::withheld) withheld.push_back(i);
                if (showing[i] != Showing::withheld) rest -= guess[i];
            }
            for (const std::size_t i : withheld) {
                const bool last = i == withheld.back();
                guess[i] = last ? rest : 3 + static_cast<std::int64_t>(random() % 20);
                rest -= guess[i];
            }
            const bool possible = std::ranges::all_of(
                withheld, [&](std::size_t i) { return counts[i] >= 3 && guess[i] >= 3; });
            if (!possible || showing[0] != Showing::shown) continue;
            CHECK(analysis::suppress(guess, sums, 3) == showing);
        }
    }
}

TEST_CASE("a total that is small hides its parts", "[suppression]") {
    CHECK(shown({2, 1, 1, 0}, {sum_of(0, {1, 2, 3})}) == "....");
    check_protected({50, 2, 48, 1, 1}, {sum_of(0, {1, 2}), sum_of(1, {3, 4})}, 3);
}

TEST_CASE("a hidden part does not come back through its own parts", "[suppression]") {
    // 0 = 1 + 2; 2 = 3 + 4: if 2 is hidden for the sake of 1, one of 3 and 4 has to be, too.
    const Counts counts{30, 1, 29, 9, 20};
    const Sums sums{sum_of(0, {1, 2}), sum_of(2, {3, 4})};
    CHECK(shown(counts, sums) == "s<..s");
    check_protected(counts, sums, 3);
}

TEST_CASE("sums that do not hold hide nothing more", "[suppression]") {
    CHECK(shown({380, 196, 61, 43, 1}, {sum_of(0, {1, 2, 3, 4})}) == "ssss<");
    // Off by one: had the small one been 2 instead of 1, the sum would hold.
    CHECK(shown({302, 196, 61, 43, 1}, {sum_of(0, {1, 2, 3, 4})}) == "s.ss<");
}

TEST_CASE("nobody can work out a small count: trees of areas", "[suppression]") {
    std::mt19937_64 random{3};
    const auto draw = [&](std::uint64_t bound) {
        return static_cast<std::int64_t>(random() % bound);
    };
    for (int round = 0; round < 1500; ++round) {
        // cell 0 = 1 + 2 + 3; one or two of them have parts of their own
        Counts counts(4, 0);
        Sums sums{sum_of(0, {1, 2, 3})};
        for (std::size_t part = 1; part <= 3; ++part) {
            if (part <= 1 + static_cast<std::size_t>(round % 2)) {
                Sum inner{part, {}};
                for (int i = 0; i < 2; ++i) {
                    inner.parts.push_back(counts.size());
                    counts.push_back(draw(5) == 0 ? draw(12) : draw(4));
                    counts[part] += counts.back();
                }
                sums.push_back(inner);
            } else {
                counts[part] = draw(3) == 0 ? draw(12) : draw(4);
            }
            counts[0] += counts[part];
        }
        check_protected(counts, sums, 3 + round % 3);
    }
}

TEST_CASE("nobody can work out a small count: areas by target groups", "[suppression]") {
    std::mt19937_64 random{5};
    for (int round = 0; round < 600; ++round) {
        // a table of 2 x 2 with both margins and the total
        Counts counts(9, 0);
        for (const std::size_t cell : {4U, 5U, 7U, 8U}) {
            counts[cell] = static_cast<std::int64_t>(random() % (random() % 3 == 0 ? 9 : 4));
            counts[cell / 3 * 3] += counts[cell];
            counts[cell % 3] += counts[cell];
            counts[0] += counts[cell];
        }
        const Sums sums{sum_of(0, {1, 2}), sum_of(3, {4, 5}), sum_of(6, {7, 8}),
                        sum_of(0, {3, 6}), sum_of(1, {4, 7}), sum_of(2, {5, 8})};
        check_protected(counts, sums, 3);
    }
}

TEST_CASE("numbers of persons are caught whatever made them", "[suppression]") {
    Document document;
    document.summary = {
        "summary", {}, {{"n", {}, Unit::persons}, {"m", {}}}, {{std::int64_t{2}, std::int64_t{2}}}};
    document.tables.push_back({"t", {}, {{"p", {}, Unit::persons}}, {}});
    for (const std::int64_t count : {0, 1, 2, 3}) document.tables[0].rows.push_back({count});
    document.tables[0].rows.push_back({1.5});
    document.tables[0].rows.push_back({Value{}});
    analysis::withhold_small_counts(document, 3);
    CHECK(document.summary.rows[0][0] == Value{Withheld{3}});
    CHECK(document.summary.rows[0][1] == Value{std::int64_t{2}});
    const auto& rows = document.tables[0].rows;
    CHECK(rows[0][0] == Value{std::int64_t{0}});
    CHECK(rows[1][0] == Value{Withheld{3}});
    CHECK(rows[2][0] == Value{Withheld{3}});
    CHECK(rows[3][0] == Value{std::int64_t{3}});
    CHECK(rows[4][0] == Value{Withheld{3}});
    CHECK(rows[5][0] == Value{});
    CHECK(document.notes.size() == 1);
}

#include <lotse/analysis/suppression.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
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
    const bool any_small = std::ranges::find(showing, Showing::small) != showing.end();
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
            return rest == 0;
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
            if (showing[cell] == Showing::withheld && small && any_small) continue;
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

std::string shown(const Counts& counts, const Sums& sums, std::int64_t below = 3) {
    std::string out;
    for (const Showing showing : analysis::suppress(counts, sums, below))
        out += showing == Showing::shown ? 's' : showing == Showing::small ? '<' : '.';
    return out;
}

}  // namespace

TEST_CASE("only counts of 1 and 2 are hidden where nothing sums", "[suppression]") {
    CHECK(shown({0, 1, 2, 3, 100}, {}) == "s<<ss");
    CHECK(shown({0, 1, 2, 3, 9}, {}, 10) == "s<<<<");
    CHECK(shown({}, {}).empty());
}

TEST_CASE("the smallest adequate part goes with a single small one", "[suppression]") {
    // 3 could be told from "not 1 or 2" if it changed by one; 8 is the smallest with room.
    CHECK(shown({114, 100, 3, 8, 1, 2}, {sum_of(0, {1, 2, 3, 4, 5})}) == "ssss<<");
    CHECK(shown({112, 100, 3, 8, 1}, {sum_of(0, {1, 2, 3, 4})}) == "sss.<");
    CHECK(shown({113, 100, 3, 8, 2}, {sum_of(0, {1, 2, 3, 4})}) == "sss.<");
}

TEST_CASE("two equal small parts need a third", "[suppression]") {
    CHECK(shown({22, 20, 1, 1}, {sum_of(0, {1, 2, 3})}) == "s.<<");
    CHECK(shown({23, 20, 1, 2}, {sum_of(0, {1, 2, 3})}) == "ss<<");
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
    CHECK(shown({302, 196, 61, 43, 1}, {sum_of(0, {1, 2, 3, 4})}) == "sss.<");
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

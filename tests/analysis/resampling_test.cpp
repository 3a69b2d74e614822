#include <dataset.hpp>
#include <networks.hpp>
#include <resampling.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::analysis;

namespace {

View view_of(const TestTables& tables) {
    return *make_view(tables.network(), {});
}

std::vector<std::string> kept(const TestTables& tables, Missing missing, double share) {
    const View view = view_of(tables);
    const LayerGraph layer = layer_graph(view, Layer::actors);
    graph::Random random;
    std::vector<std::string> out;
    for (const TieId tie : resample(view, layer, missing, share, random).ties)
        out.push_back((*view.network)[tie].from.key + (*view.network)[tie].to.key);
    return out;
}

}  // namespace

TEST_CASE("random draws are those of mt19937_64, the same everywhere") {
    graph::Random random{5489};  // the standard: the 10000th draw of the default seed
    std::mt19937_64 engine{5489};
    for (int i = 0; i < 9999; ++i) engine();
    CHECK(engine() == 9981545732273789042U);
    std::mt19937_64 other{5489};
    for (int i = 0; i < 100; ++i) CHECK(random.below(7) == other() % 7);
    std::array<int, 3> counts{};
    for (int i = 0; i < 30000; ++i) ++counts[random.below(3)];
    for (const int count : counts) CHECK(std::abs(count - 10000) < 300);
    int hits = 0;
    for (int i = 0; i < 10000; ++i) hits += random.chance(0.25) ? 1 : 0;
    CHECK(std::abs(hits - 2500) < 150);
    for (int i = 0; i < 100; ++i) CHECK_FALSE(random.chance(0));
    for (int i = 0; i < 100; ++i) CHECK(random.chance(1));
}

TEST_CASE("ranks: equal scores share the best rank") {
    CHECK(ranks(std::vector<double>{3, 7, 3, 1, 7}) == std::vector<std::int64_t>{3, 1, 3, 5, 1});
    CHECK(ranks(std::vector<double>{0.1 + 0.2, 0.3}) == std::vector<std::int64_t>{1, 1});
    CHECK(ranks({}).empty());
}

TEST_CASE("rank correlation of textbook cases") {
    using V = std::vector<double>;
    CHECK(*rank_correlation(V{1, 2, 3}, V{10, 20, 90}) == Approx(1));
    CHECK(*rank_correlation(V{1, 2, 3}, V{3, 2, 1}) == Approx(-1));
    // 1 - 6 sum d^2 / (n (n^2 - 1)) = 1 - 6 * 194 / 990
    const V iq{106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    const V hours{7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    CHECK(*rank_correlation(iq, hours) == Approx(1 - 6.0 * 194 / 990));
    // equal scores have their mean rank: x = 1.5 1.5 3, y = 1 2 3
    CHECK(*rank_correlation(V{5, 5, 9}, V{1, 2, 3}) == Approx(0.75 * 2 / std::sqrt(3.0)));
    CHECK_FALSE(rank_correlation(V{5, 5, 5}, V{1, 2, 3}));
    CHECK_FALSE(rank_correlation(V{1}, V{1}));
    CHECK_FALSE(rank_correlation(V{}, V{}));
}

TEST_CASE("no tie or every tie is missing") {
    const TestTables tables = krackhardt_kite();
    for (const Missing missing : {Missing::ties, Missing::reports}) {
        CHECK(kept(tables, missing, 0).size() == 18);
        CHECK(kept(tables, missing, 1).empty());
    }
}

TEST_CASE("about the given share of the ties is missing, the same ones in every run") {
    const TestTables tables = dataset("musterkreis");
    const View view = view_of(tables);
    const LayerGraph layer = layer_graph(view, Layer::actors);
    graph::Random random;
    double left = 0;
    for (int i = 0; i < 400; ++i)
        left += static_cast<double>(resample(view, layer, Missing::ties, 0.1, random).ties.size());
    CHECK(left / 400 / static_cast<double>(layer.ties.size()) == Approx(0.9).margin(0.01));
    CHECK(kept(tables, Missing::ties, 0.5) == kept(tables, Missing::ties, 0.5));
}

TEST_CASE("a tie goes with the reports of those who named it") {
    TestTables tables = lettered(2, "AB");
    const auto lost = [&](const std::string& confirmed) {
        tables.ties[0].confirmed_by = confirmed;
        const View view = view_of(tables);
        const LayerGraph layer = layer_graph(view, Layer::actors);
        graph::Random random;
        int out = 0;
        for (int i = 0; i < 4000; ++i)
            out += resample(view, layer, Missing::reports, 0.3, random).ties.empty() ? 1 : 0;
        return out / 4000.0;
    };
    CHECK(lost("both") == Approx(0.09).margin(0.02));
    for (const char* one : {"from", "to", "none", ""}) CHECK(lost(one) == Approx(0.3).margin(0.03));
    // with one silent actor: A-B goes if A named it, stays if B did
    std::set<std::pair<bool, bool>> seen;
    TestTables two = lettered(2, "AB AB");
    two.ties[0].confirmed_by = "from";
    two.ties[1].confirmed_by = "to";
    const View view = view_of(two);
    const LayerGraph layer = layer_graph(view, Layer::actors);
    graph::Random random;
    for (int i = 0; i < 200; ++i) {
        const auto ties = resample(view, layer, Missing::reports, 0.5, random).ties;
        const auto has = [&](std::string_view side) {
            return std::ranges::any_of(
                ties, [&](TieId tie) { return (*view.network)[tie].confirmed_by == side; });
        };
        seen.insert({has("from"), has("to")});
    }
    CHECK(seen.size() == 4);
}

TEST_CASE("rank intervals: 5th to 95th percentile, with the observed rank") {
    RankSamples samples{std::vector<double>{3, 2, 1}};
    CHECK(samples.intervals() == std::vector<RankInterval>{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
    CHECK_FALSE(samples.first_kept());
    for (int i = 0; i < 96; ++i) samples.add(std::vector<double>{3, 2, 1});
    for (int i = 0; i < 4; ++i) samples.add(std::vector<double>{1, 2, 3});
    CHECK(samples.intervals() == std::vector<RankInterval>{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
    CHECK(*samples.first_kept() == Approx(0.96));
    CHECK(*samples.mean_correlation() == Approx(0.92));
    for (int i = 0; i < 4; ++i) samples.add(std::vector<double>{1, 2, 3});
    CHECK(samples.intervals() == std::vector<RankInterval>{{1, 1, 3}, {2, 2, 2}, {3, 1, 3}});
    CHECK(rank_words({1, 1, 4}).de == "Platz 1–4");
    CHECK(rank_words({3, 3, 3}).en == "rank 3");
}

TEST_CASE("who has nothing may share a rank or come last") {
    const std::vector<double> scores{1, 0, 0, 2};
    CHECK(RankSamples{scores}.intervals()[1] == RankInterval{3, 3, 3});
    RankSamples last{scores, Zeros::last};
    CHECK(last.intervals()[0] == RankInterval{2, 2, 2});
    CHECK(last.intervals()[1] == RankInterval{4, 4, 4});
    last.add(std::vector<double>{1, 3, 0, 2});
    CHECK(last.intervals()[1] == RankInterval{4, 1, 4});
}

TEST_CASE("rank intervals of a score are certain where nothing is missing") {
    const View view = view_of(krackhardt_kite());
    const LayerGraph layer = layer_graph(view, Layer::actors);
    const auto degree = [&](const LayerGraph& of) -> Result<std::vector<double>> {
        std::vector<double> out(of.actors.size(), 0);
        for (const TieId id : of.ties) {
            ++out[(*(*view.network)[id].from).index()];
            ++out[(*(*view.network)[id].to).index()];
        }
        return out;
    };
    const auto certain = *rank_intervals(view, layer, Missing::ties, 0, 20, degree);
    CHECK(certain[3] == RankInterval{1, 1, 1});  // D
    const auto open = *rank_intervals(view, layer, Missing::ties, 0.2, 200, degree);
    CHECK(open[3].best == 1);
    CHECK(open[3].worst > 1);
    CHECK(open[9].worst == 10);  // J
    for (const RankInterval& i : open) CHECK((i.best <= i.rank && i.rank <= i.worst));
}

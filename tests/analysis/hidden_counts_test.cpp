// Networks that differ only in counts of persons that no result may show give the same results.

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/cascade.hpp>
#include <lotse/analysis/peers.hpp>
#include <lotse/analysis/person_counts.hpp>
#include <lotse/analysis/reach.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace lotse;
using namespace lotse::analysis;

namespace {

/// Of the municipalities a, b and c: inhabitants, and unemployed people of SGB II and SGB III.
struct Counts {
    std::array<std::int64_t, 3> population;
    std::array<std::int64_t, 3> sgb2;
    std::array<std::int64_t, 3> sgb3;
};

/// A Kreis k, which records the sums, with offers and a jobcenter; offers reach not every place.
std::shared_ptr<const Network> kreis(const Counts& counts) {
    TestTables tables;
    const auto area = [&](std::string key, std::string level) -> Area& {
        Area& row = tables.areas.emplace_back();
        row.key = row.name = std::move(key);
        row.level = std::move(level);
        row.lat = 51 + 0.05 * static_cast<double>(tables.areas.size());
        row.lon = 11;
        row.deprivation = static_cast<double>(tables.areas.size());
        return row;
    };
    const auto sum = [](const std::array<std::int64_t, 3>& parts) {
        return parts[0] + parts[1] + parts[2];
    };
    Area& whole = area("k", "district");
    whole.population = sum(counts.population);
    whole.unemployed_sgb2 = sum(counts.sgb2);
    whole.unemployed_sgb3 = sum(counts.sgb3);
    for (std::size_t i = 0; i < 3; ++i) {
        Area& part = area(std::string(1, static_cast<char>('a' + i)), "municipality");
        part.parent = {"k", {}};
        part.population = counts.population[i];
        part.unemployed_sgb2 = counts.sgb2[i];
        part.unemployed_sgb3 = counts.sgb3[i];
    }
    tables.actor("jc", "jobcenter").serves = {{"k", {}}};
    tables.actor("verein").area = {"a", {}};
    tables.tie("jc", "verein", TieKind::refers_to);
    for (const std::string place : {"a", "b"}) {
        Venue& venue = tables.venues.emplace_back();
        venue.key = venue.name = "v" + place;
        venue.area = {place, {}};
        venue.lat = place == "a" ? 51.1 : 51.15;
        venue.lon = 11;
        Offer& offer = tables.offer("o" + place, place == "a" ? "LP-BEW" : "LP-SUC", "verein");
        offer.areas = {{place, {}}};
        offer.venues = {{venue.key, {}}};
        offer.status = "active";
        offer.capacity = 10;
        offer.free = offer.voluntary = ThreeValued::yes;
    }
    return tables.network();
}

auto cells_of(const Document& document) {
    std::vector<std::vector<std::vector<Value>>> out{document.summary.rows};
    for (const Table& table : document.tables) out.push_back(table.rows);
    return out;
}

/// What may be known of the counts: the number, "<3", or that it is withheld (both negative).
std::vector<std::int64_t> shown(const Network& network) {
    std::vector<std::int64_t> out;
    const PersonCounts counts = person_counts(network, least_suppression);
    for (const std::string_view key : {"k", "a", "b", "c"}) {
        const AreaCounts& area = counts[*network.find_area(key)];
        for (const auto& count :
             {area.population, area.unemployed_sgb2, area.unemployed_sgb3, area.unemployed})
            out.push_back(count.value ? *count.value : -1 - count.withheld->below);
    }
    return out;
}

void check_same_results(const std::shared_ptr<const Network>& one,
                        const std::shared_ptr<const Network>& other,
                        const std::vector<std::string>& legal,
                        const std::vector<std::string>& areas) {
    ViewOptions options;
    options.legal = legal;
    options.area = areas;
    const auto view = make_view(one, options);
    const auto other_view = make_view(other, options);
    REQUIRE(view);
    REQUIRE(other_view);
    for (const Entry& entry : catalogue()) {
        OptionTexts words;
        if (entry.info.id == "paths") words = {{"from", {"jc"}}, {"to", {"topic=LP-BEW"}}};
        if (entry.info.id == "factsheet") words = {{"actor", {"jc"}}};
        const auto document = entry.run(*view, words);
        const auto same = entry.run(*other_view, words);
        INFO(entry.info.id << " legal " << legal.size() << " areas " << areas.size());
        REQUIRE(static_cast<bool>(document) == static_cast<bool>(same));
        if (document) CHECK(cells_of(*document) == cells_of(*same));
    }
}

}  // namespace

TEST_CASE("counts that may not be shown move no number of any analysis") {
    std::mt19937 random{1};
    const auto any = [&](std::array<std::int64_t, 3>& counts, std::int64_t most) {
        for (auto& count : counts) count = static_cast<std::int64_t>(random()) % most;
    };
    int pairs = 0;
    while (pairs < 30) {
        Counts counts;
        any(counts.population, random() % 2 == 0 ? 6 : 200);
        any(counts.sgb2, 5);
        any(counts.sgb3, 5);
        Counts changed = counts;
        for (auto* parts : {&changed.population, &changed.sgb2, &changed.sgb3})
            if (const std::size_t part = random() % 3; random() % 2 == 0 && (*parts)[part] > 0) {
                --(*parts)[part];
                ++(*parts)[(part + 1) % 3];
            }
        const auto one = kreis(counts);
        const auto other = kreis(changed);
        if (one->identity().sha256 == other->identity().sha256 || shown(*one) != shown(*other))
            continue;
        ++pairs;
        const std::vector<std::vector<std::string>> legal{{}, {"sgb2"}, {"sgb3"}};
        const std::vector<std::vector<std::string>> areas{{}, {"a"}, {"c"}, {"a", "b"}, {"b", "c"}};
        check_same_results(one, other, legal[random() % 3], areas[random() % 5]);
    }
}

TEST_CASE("what is recorded and not shown is never said to be not recorded") {
    const auto notes = [](const Counts& counts, auto analysis) {
        using A = decltype(analysis);
        const View view = *make_view(kreis(counts), {});
        Document document;
        A::explain(view, *A::run(view, {}), document);
        std::string out;
        for (const Message& note : document.notes) out += note.en + '\n';
        return out;
    };
    const auto says = [](const std::string& text, std::string_view words) {
        return text.find(words) != std::string::npos;
    };
    // Of SGB II nobody but one person each: nothing of the unemployed can be shown.
    const Counts people{{500, 600, 700}, {1, 1, 1}, {1, 1, 1}};
    constexpr std::string_view instead =
        "The weight is 'inhabitants' instead of 'unemployed (SGB II and SGB III)', because";
    CHECK(says(notes(people, Reach{}), instead));
    CHECK(says(notes(people, Cascade{}), instead));
    const Counts nobody{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    const std::string none = notes(nobody, Reach{});
    CHECK(says(none, "The weight is 'every area the same' instead of"));
    CHECK(says(none, "In the shares every area counts the same"));
    CHECK_FALSE(says(none, "Neither unemployed nor inhabitants are recorded"));
    const Counts enough{{500, 600, 700}, {50, 60, 70}, {10, 20, 30}};
    CHECK_FALSE(says(notes(enough, Reach{}), "The weight is"));

    constexpr std::string_view lacking = "but for the protection of small counts neither shown nor";
    CHECK(says(notes(people, Peers{}), lacking));
    CHECK_FALSE(says(notes(enough, Peers{}), lacking));
}

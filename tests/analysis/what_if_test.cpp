#include <lotse/analysis/coverage.hpp>
#include <lotse/analysis/funding.hpp>
#include <lotse/analysis/paths.hpp>
#include <lotse/analysis/reach.hpp>
#include <lotse/analysis/sustainability.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace lotse;
using namespace lotse::analysis;

namespace {

std::string keys(const View& view, const std::vector<Coverage::Cell>& cells) {
    std::set<std::string> areas;
    for (const auto& cell : cells) areas.insert((*view.network)[cell.area].key);
    std::string out;
    for (const std::string& key : areas) out += key + ' ';
    return out;
}

}  // namespace

TEST_CASE("what if: a tie that exists is not added again, and that is said") {
    TestTables t = lettered(3, "AB");
    t.tie("B", "C").status = "planned";
    ViewOptions options;
    options.with = {"B>A:cooperates", "B>C:cooperates", "C>B:cooperates"};
    const View view = *make_view(t.network(), options);
    CHECK(view.network->ties().size() == 3);  // of B and C the planned one and the supposed one
    const auto notes = notes_on_known_ties(view);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().en ==
          "The tie B>A:cooperates supposed by --with is recorded already: it changes nothing.");
    t.ties.front().until = PartialDate{2020, 0, 0};
    options.at = "2026";
    CHECK(notes_on_known_ties(*make_view(t.network(), options)).empty());
}

TEST_CASE("what if: an offer without its funder is not one without a recorded funder") {
    TestTables t;
    for (const char* key : {"kk", "stadt", "verein"}) t.actor(key);
    const auto offer = [&](const char* key, std::vector<Ref<Actor>> funders) {
        Offer& row = t.offer(key, "LP-BEW", "verein");
        row.status = "active";
        row.funders = std::move(funders);
    };
    offer("both", {{"kk", {}}, {"stadt", {}}});
    offer("gone", {{"kk", {}}});
    offer("none", {});
    ViewOptions options;
    options.without = {"kk"};
    const View view = *make_view(t.network(), options);
    const auto standing = Sustainability::run(view, {});
    REQUIRE(standing);
    CHECK(standing->funder_gone == 1);
    CHECK(standing->lost_funder == 1);
    CHECK(standing->no_funder == 1);
    CHECK(standing->without_funder == 1);
    CHECK(standing->usable == 1);
    const auto funding = Funding::run(view, {});
    REQUIRE(funding);
    CHECK(funding->funder_gone == 1);
    CHECK(funding->not_recorded == 1);
    const auto row = std::ranges::find(funding->offers, "funder_gone",
                                       [](const Funding::Row& each) { return each.state.key; });
    REQUIRE(row != funding->offers.end());
    CHECK((*view.network)[row->offer].key == "gone");
    Document document;
    Funding::explain(view, *funding, document);
    CHECK(std::ranges::any_of(document.notes, [](const Message& note) {
        return note.en ==
               "Offers that --without takes all recorded funders from that have not ended: Angebot "
               "gone.";
    }));
}

TEST_CASE("what if: who has ended neither pays nor provides for those taken away") {
    TestTables t;
    for (const char* key : {"kk", "verein", "andere"}) t.actor(key);
    t.actor("frueher").status = "ended";
    const auto offer = [&](const char* key, std::vector<Ref<Actor>> providers,
                           std::vector<Ref<Actor>> funders) {
        Offer& row = t.offer(key, "LP-BEW");
        row.status = "active";
        row.providers = std::move(providers);
        row.funders = std::move(funders);
    };
    offer("paid", {{"andere", {}}}, {{"kk", {}}, {"frueher", {}}});
    offer("unpaid", {{"andere", {}}}, {{"frueher", {}}});
    offer("made", {{"verein", {}}, {"frueher", {}}}, {});
    offer("unmade", {{"frueher", {}}}, {});
    t.actor("doppelt");
    for (const auto& [from, to] : {std::pair{"kk", "andere"},
                                   {"frueher", "andere"},
                                   {"kk", "doppelt"},
                                   {"andere", "doppelt"}})
        t.tie(from, to, TieKind::funds);
    ViewOptions options;
    options.without = {"kk", "verein"};
    const View view = *make_view(t.network(), options);
    CHECK(view.network->find_offer("paid"));
    CHECK_FALSE(view.network->find_offer("made"));
    CHECK(view.network->find_offer("unmade"));
    CHECK(view.funder_gone == std::vector<std::string>{"paid"});
    const auto funding = Funding::run(view, {});
    REQUIRE(funding);
    Document document;
    Funding::explain(view, *funding, document);
    const auto says = [&](std::string_view english) {
        return std::ranges::any_of(document.notes,
                                   [&](const Message& note) { return note.en == english; });
    };
    CHECK(
        says("Offers whose recorded funders have all ended: Angebot unpaid. Enter who pays "
             "today."));
    CHECK(
        says("Offers that --without takes all recorded funders from that have not ended: Angebot "
             "paid."));
    CHECK(says("Actors that --without takes all recorded funders from: Partner andere."));
}

TEST_CASE("what if: the data keep their date when the newest row is taken away") {
    TestTables t;
    t.actor("old").as_of = PartialDate{2024, 1};
    t.actor("new").as_of = PartialDate{2026, 6};
    for (Actor& actor : t.actors) actor.area.key = actor.key == "old" ? "05911" : "05913";
    t.offer("over", "LP-BEW", "old").end = PartialDate{2025, 6};
    t.offers.back().areas = {{"05911", {}}};
    ViewOptions options;
    options.without = {"new"};
    const View view = *make_view(t.network(), options);
    CHECK(view.reference_date() == PartialDate{2026, 6});
    CHECK(view.network->as_of() == PartialDate{2026, 6});  // of pictures
    CHECK(Coverage::run(view, {})->available == 0);
    ViewOptions part;
    part.area = {"05911"};
    CHECK(network_in_view(*make_view(t.network(), part))->as_of() == PartialDate{2026, 6});
}

TEST_CASE("what if: an actor that is taken away is not said to be unknown") {
    ViewOptions options;
    options.without = {"A"};
    const View view = *make_view(lettered(3, "AB BC").network(), options);
    for (const auto& [from, to] : {std::pair{"A", "C"}, {"C", "A"}}) {
        Paths::Options ways;
        ways.from = from;
        ways.to = to;
        const auto found = Paths::run(view, ways);
        REQUIRE_FALSE(found);
        CHECK(found.error().message.en.ends_with(": --without takes the actor 'A' away."));
    }
    options.with = {"A>B:cooperates"};
    CHECK(make_view(lettered(3, "AB BC").network(), options).error().message.en ==
          "--with: --without takes the actor 'A' away.");
}

TEST_CASE("official areas can be chosen although the network mentions none of them") {
    TestTables t;
    t.actor("jc", "jobcenter").area.key = "05911";
    ViewOptions options;
    const auto rows = [&](const char* area) {
        options.area = {area};
        const auto view = make_view(t.network(), options);
        REQUIRE(view);
        CHECK_FALSE(
            view->reference_date());  // the date of the area's own figures is not the data's
        return keys(*view, Coverage::run(*view, {})->cells);
    };
    CHECK(rows("059") ==
          "05911 05913 05914 05915 05916 05954 05958 05962 05966 05970 05974 05978 ");
    CHECK(rows("05954016") == "05954016 ");
    CHECK(rows("059540016016") == "059540016016 ");
    for (const char* unknown : {"099", "05911999", "9", "12345"}) {
        options.area = {unknown};
        CHECK_FALSE(make_view(t.network(), options));
    }
    options.area = {"05954016"};
    const View view = *make_view(t.network(), options);
    CHECK((*view.network)[view.areas.front()].name.starts_with("Hattingen"));
    CHECK(network_in_view(view)->actors().empty());
}

TEST_CASE("coverage says when --programme names something else") {
    TestTables t;
    t.actor("jc", "jobcenter").area.key = "05911";
    t.actor("p", "programme");
    const View view = *make_view(t.network(), {});
    const auto says = [&](const char* key) {
        Coverage::Options options;
        options.programme = key;
        Document document;
        Coverage::explain(view, *Coverage::run(view, options), document);
        return std::ranges::any_of(document.notes, [](const Message& note) {
            return note.en.find("is not recorded as a programme, but as: Jobcenter") !=
                   std::string::npos;
        });
    };
    CHECK(says("jc"));
    CHECK_FALSE(says("p"));
}

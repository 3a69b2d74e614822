#include <lotse/analysis/funding.hpp>

#include <dataset.hpp>
#include <networks.hpp>

#include <catch2/catch.hpp>

#include <map>

using namespace lotse;
using analysis::Funding;

namespace {

Funding::Findings check(const TestTables& tables, const analysis::ViewOptions& look = {},
                        const Funding::Options& options = {{}, Flag::on}) {
    const auto view = analysis::make_view(tables.network(), look);
    REQUIRE(view);
    const auto findings = Funding::run(*view, options);
    REQUIRE(findings);
    return *findings;
}

std::string reading_of(const TestTables& tables, const analysis::ViewOptions& look) {
    const auto view = analysis::make_view(tables.network(), look);
    REQUIRE(view);
    Document document;
    Funding::explain(*view, check(tables, look), document);
    std::string out;
    for (const Message& line : document.reading) out += line.en + '\n';
    return out;
}

std::string keys(const std::vector<Choice>& choices) {
    std::string out;
    for (const Choice& choice : choices) out += (out.empty() ? "" : "|") + choice.key;
    return out;
}

/// "state missing/against" by instrument, for the only offer.
std::map<std::string, std::string> options_of(const TestTables& tables,
                                              const analysis::ViewOptions& look = {}) {
    std::map<std::string, std::string> out;
    for (const auto& option : check(tables, look).options)
        out[option.instrument.key] =
            option.state.key + " " + keys(option.missing) + "/" + keys(option.against);
    return out;
}

std::map<std::string, std::string> states(const TestTables& tables) {
    const auto network = tables.network();
    std::map<std::string, std::string> out;
    for (const auto& row : check(tables).offers)
        out[network->name_of(row.offer).key] = row.state.key;
    return out;
}

TestTables certified_course() {
    TestTables tables;
    tables.actor("verein");
    Offer& offer = tables.offer("kurs", "LP-BEW", "verein");
    offer.form = "course";
    offer.certified = "zpp";
    offer.status = "active";
    return tables;
}

}  // namespace

TEST_CASE("A certified course may be subsidised; what is missing leaves it open", "[funding]") {
    TestTables tables = certified_course();
    CHECK(options_of(tables)["gkv-course"] == "allowed /");
    CHECK(options_of(tables)["gkv-setting"] == "conditional /");
    CHECK(options_of(tables)["sgb2-free"] == "not_decidable legal/");
    CHECK(options_of(tables)["sgb2-activation"] == "not_allowed legal/form");
    tables.offers[0].certified.clear();
    CHECK(options_of(tables)["gkv-course"] == "not_decidable certified/");
    tables.offers[0].certified = "none";
    CHECK(options_of(tables)["gkv-course"] == "not_allowed /certified");
    tables.offers[0].certified = "zpp";
    tables.offers[0].topics = {"X-SOZ"};
    CHECK(options_of(tables)["gkv-course"] == "not_allowed /topics");
    tables.offers[0].topics = {"X-SOZ", "LP-ERN"};
    CHECK(options_of(tables)["gkv-course"] == "allowed /");
}

TEST_CASE("Rules hold on the reference date", "[funding]") {
    TestTables tables = certified_course();
    tables.offers[0].form = "coaching";
    tables.offers[0].legal = {"sgb2"};
    tables.offers[0].voluntary = ThreeValued::yes;
    analysis::ViewOptions look;
    look.at = "2023-06-30";  // § 16k SGB II holds from 1 July 2023
    CHECK(options_of(tables, look)["sgb2-holistic"] == "not_allowed /not_in_force");
    look.at = "2023-07";
    CHECK(options_of(tables, look)["sgb2-holistic"] == "conditional /");
    CHECK(options_of(tables)["sgb2-holistic"] == "conditional /");
    tables.offers[0].voluntary = ThreeValued::no;
    CHECK(options_of(tables)["sgb2-holistic"] == "not_allowed /voluntary");
    tables.offers[0].voluntary = ThreeValued::unknown;
    CHECK(options_of(tables)["sgb2-holistic"] == "not_decidable voluntary/");
}

TEST_CASE("Funders are held against the instruments of their circle", "[funding]") {
    TestTables tables = certified_course();
    tables.actor("kasse", "health_insurer");
    tables.actor("jc", "jobcenter");
    tables.actor("stadt", "municipality");
    tables.actor("amt", "ministry");  // no legal circle: the list has nothing for it
    const auto with = [&](std::vector<std::string> funders) {
        tables.offers[0].funders.clear();
        for (const std::string& key : funders) tables.offers[0].funders.push_back({key, {}});
        return states(tables)["kurs"];
    };
    CHECK(with({}) == "not_recorded");
    CHECK(with({"kasse"}) == "fits");
    CHECK(with({"stadt"}) == "conditional");
    CHECK(with({"verein"}) == "fits");
    CHECK(with({"kasse", "stadt"}) == "conditional");
    CHECK(with({"jc"}) == "not_decidable");  // who takes part is not recorded
    CHECK(with({"kasse", "amt"}) == "not_decidable");
    tables.offers[0].legal = {"sgb3"};
    CHECK(with({"jc"}) == "no_instrument");
    CHECK(with({"kasse", "jc"}) == "no_instrument");
    tables.offers[0].legal = {"sgb2"};
    CHECK(with({"jc"}) == "conditional");
}

TEST_CASE("Shares per recipient and topic", "[funding]") {
    TestTables tables;
    for (const char* key : {"a", "b", "x"}) tables.actor(key);
    const auto pays = [&](const char* from, std::optional<double> share,
                          std::vector<std::string> topics) {
        Tie& tie = tables.tie(from, "x", TieKind::funds);
        tie.funding_share = share;
        tie.topics = std::move(topics);
    };
    const auto rows = [&] {
        std::map<std::string, std::string> out;
        for (const auto& row : check(tables).recipients)
            out[row.topic ? row.topic->key : ""] = row.state.key;
        return out;
    };
    pays("a", 1, {"LP-BEW"});
    CHECK(rows() == std::map<std::string, std::string>{{"LP-BEW", "sole_source"}});
    pays("b", 0.3, {"LP-ERN"});
    CHECK(rows()["LP-BEW"] == "sole_source");
    CHECK(rows()["LP-ERN"] == "rest_not_recorded");
    pays("b", std::nullopt, {"LP-ERN"});
    CHECK(rows()["LP-ERN"] == "shares_not_recorded");
    pays("b", 0.1, {});  // counts for each topic
    CHECK(rows()["LP-BEW"] == "above_one");
    CHECK(check(tables).contradictions == 1);
    tables.ties[0].status = "ended";
    CHECK_FALSE(rows().contains("LP-BEW"));
    tables.ties.clear();
    for (int i = 0; i < 10; ++i) pays(i % 2 == 0 ? "a" : "b", 0.1, {});
    CHECK(rows()[""] == "complete");  // ten tenths are no contradiction
}

TEST_CASE("A free course that only offers with a fee follow", "[funding]") {
    TestTables tables = certified_course();
    tables.areas.emplace_back().key = "dorf";
    tables.areas[0].name = "Dorf";
    tables.offers[0].free = ThreeValued::yes;
    tables.offers[0].areas = {{"dorf", {}}};
    const auto state = [&] { return check(tables).follow_ons.at(0).state.key; };
    CHECK(state() == "not_recorded");
    Offer& club = tables.offer("verein", "LP-BEW", "verein");
    club.form = "open_offer";
    club.areas = {{"dorf", {}}};
    CHECK(state() == "fee_not_recorded");
    tables.offers[1].fee_eur = 36;
    CHECK(state() == "fee");
    CHECK(check(tables).fee_barriers == 1);
    CHECK(check(tables).follow_ons.at(0).fee_eur == 36);
    tables.offers[1].fee_eur = 0;
    CHECK(state() == "free");
    const auto provider = std::ranges::find(tables.actors, "verein", &Actor::key);
    provider->status = "ended";  // whether it still exists is not recorded
    CHECK(state() == "not_recorded");
    provider->status.clear();
    tables.offers[0].as_of = PartialDate{2026, 5, 1};
    tables.offers[1].start = PartialDate{2030, 1, 1};  // nothing yet to go on to
    CHECK(state() == "not_recorded");
    tables.offers[1].start.reset();
    tables.offers[1].areas.clear();
    CHECK(state() == "not_recorded");
}

TEST_CASE("Nothing recorded is no statement about funding", "[funding]") {
    for (TestTables tables : {TestTables{}, lettered(1, ""), lettered(3, "AB AB BC AA")}) {
        const auto found = check(tables);
        CHECK(found.offer_count == 0);
        CHECK(found.no_instrument == 0);
        CHECK(found.rules.size() >= 12);
    }
    const auto view = analysis::make_view(certified_course().network(), {});
    REQUIRE(view);
    CHECK_FALSE(Funding::run(*view, {{"gibtsnicht"}, Flag::off}));
}

TEST_CASE("Own instruments without a rule decide nothing", "[funding]") {
    TestTables tables = certified_course();
    OwnCode& own = tables.codes.emplace_back();
    own.list = "funding_instruments";
    own.code = "stiftung";
    own.de = "Stiftung";
    own.en = "Foundation";
    CHECK(options_of(tables)["stiftung"] == "not_decidable /");
}

TEST_CASE("Funding of the fictional Kreis", "[funding]") {
    const TestTables tables = dataset("musterkreis");
    const auto found = check(tables);
    const auto network = tables.network();
    CHECK(found.offer_count == 59);  // 60, one of them ended
    CHECK(found.fits + found.conditional + found.unclear + found.no_instrument +
              found.not_recorded ==
          59);
    std::int64_t unrecorded = 0;
    for (const Offer& offer : tables.offers)
        if (offer.funders.empty() && offer.status != "ended") ++unrecorded;
    CHECK(found.not_recorded == unrecorded);
    // "Einziger Geldgeber" in the notes of the ties, and rv -> reha with a share of 1.
    std::vector<std::string> sole;
    for (const auto& row : found.recipients)
        if (row.state.key == "sole_source") sole.push_back(network->name_of(row.actor).key);
    CHECK(sole == std::vector<std::string>{"buerger-tal", "kgc", "reha", "schuldner-mu"});
    CHECK(found.contradictions == 0);
    for (const auto& option : found.options) {
        const Offer& offer = (*network)[option.offer];
        if (offer.certified == "none" && option.instrument.key == "gkv-course")
            CHECK(option.state.key == "not_allowed");
        if (option.instrument.key == "sgb2-activation" && offer.form == "labour_measure")
            CHECK(option.max_share == 0.2);
    }
    TestTables without = tables;
    without.offers.clear();
    CHECK(check(without).not_recorded == 0);
    CHECK(check(without).offer_count == 0);
}

TEST_CASE("Who pays everything on one topic need not pay the others", "[funding]") {
    TestTables tables = certified_course();
    tables.actor("kasse", "health_insurer");
    tables.actor("stadt", "municipality");
    const auto pays = [&](const char* from, const char* topic) {
        Tie& tie = tables.tie(from, "verein", TieKind::funds);
        tie.funding_share = 1;
        tie.topics = {topic};
    };
    pays("kasse", "LP-BEW");
    const auto reading = [&](const analysis::ViewOptions& look = {}) {
        return reading_of(tables, look);
    };
    CHECK(check(tables).sole_source == 1);
    CHECK(reading().find("pays everything at: Partner verein.") != std::string::npos);
    pays("kasse", "LP-ERN");
    CHECK(check(tables).sole_source == 1);  // two topics, one recipient, one funder
    pays("stadt", "LP-SUC");
    CHECK(check(tables).sole_source == 0);
    CHECK(reading().find("pays everything at") == std::string::npos);
    CHECK(reading().find("from one funder each at: Partner verein (Physical activity, "
                         "Nutrition, Substance use).") != std::string::npos);
    analysis::ViewOptions one_topic;
    one_topic.topic = {"LP-BEW"};
    CHECK(check(tables, one_topic).sole_source == 0);
    CHECK(reading(one_topic).find("Partner verein (Physical activity).") != std::string::npos);
    pays("kasse", "LP-SUC");
    pays("stadt", "LP-ERN");
    CHECK(check(tables).contradictions == 1);  // on two topics
}

TEST_CASE("Conditions are mentioned as often as there are any", "[funding]") {
    TestTables tables = certified_course();
    tables.actor("kasse", "health_insurer");
    tables.actor("stadt", "municipality");
    const auto says = [&](std::string_view words) {
        return reading_of(tables, {}).find(words) != std::string::npos;
    };
    tables.offers[0].funders = {{"kasse", {}}};
    CHECK(says("For 1 of 1 offer an instrument fits all recorded funders; for 0"));
    tables.offers[0].funders = {{"stadt", {}}};
    CHECK(says("fits all recorded funders, only on conditions;"));
    const auto add = [&](const char* key, const char* funder) {
        Offer other = tables.offers[0];
        other.key = key;
        other.funders = {{funder, {}}};
        tables.offers.push_back(other);
    };
    add("zwei", "kasse");
    CHECK(says("fits all recorded funders, on conditions for 1 of these;"));
    add("drei", "stadt");
    CHECK(says("fits all recorded funders, mostly on conditions;"));
}

#include <lotse/base/not_recorded.hpp>

#include "typed_rows.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

BuildResult build(const std::vector<std::vector<std::string>>& offers,
                  const std::vector<std::vector<std::string>>& ties = {}) {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "sector"},
         {"a", "A", "other", "unbekannt"},
         {"b", "B", "sports_club", ""}});
    add(builder, "offers", offers);
    if (!ties.empty()) add(builder, "ties", ties);
    return std::move(builder).finish();
}

}  // namespace

TEST_CASE("words for 'not known' in a column of codes count as not recorded") {
    for (const char* word : {"unbekannt", "Unknown", "k. A.", "k.A.", "keine Angabe",
                             "nicht bekannt", "nicht erhoben", "not stated"}) {
        INFO(word);
        CHECK(says_not_recorded(word));
        const auto result = build(
            {{"key", "name", "topics", "delivery", "open_to", "status", "certified", "legal",
              "targets"},
             {"o", "O", "LP-BEW", word, word, word, word, word, std::string{"women|"} + word}});
        CHECK(found(result).empty());
        CHECK_FALSE(result.network.tables().actors.at(0).sector);
        const Offer& offer = result.network.tables().offers.at(0);
        CHECK(offer.delivery.empty());
        CHECK(offer.open_to.empty());
        CHECK(offer.status.empty());
        CHECK(offer.certified.empty());
        CHECK(offer.legal.empty());
        CHECK(offer.targets == Found{"women"});
    }
    for (const char* word : {"", "nicht", "keine", "bekannt", "unbekannt?", "Angabe"})
        CHECK_FALSE(says_not_recorded(word));
}

TEST_CASE("a list that has a word for 'not known' keeps it, a required code must be known") {
    const auto with_tie = [](const char* kind, const char* status) {
        return build({{"key", "name", "topics"}, {"o", "O", "LP-BEW"}},
                     {{"from", "to", "kind", "status"}, {"a", "b", kind, status}});
    };
    const auto kept = with_tie("refers_to", "k. A.");
    CHECK(kept.network.tables().ties.at(0).status == "unknown");
    CHECK(found(with_tie("unbekannt", "")) == Found{"ties.csv:2:3 missing-value"});
}

TEST_CASE("words for 'not known' are no value where one is required") {
    const auto in_table = [](std::string_view table, const std::vector<std::string>& headings,
                             const std::vector<std::string>& row) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
        add(builder, table, {headings, row});
        const auto result = std::move(builder).finish();
        CHECK(result.rows.rejected == 1);
        return found(result);
    };
    CHECK(in_table("needs", {"area", "persons"}, {"05911", "k. A."}) ==
          Found{"needs.csv:2:2 missing-value"});
    CHECK(in_table("offers", {"key", "name", "topics"}, {"o", "O", "k. A.|unbekannt"}) ==
          Found{"offers.csv:2:3 missing-value"});
    CHECK(in_table("contacts", {"actor", "role", "filled"}, {"a", "keine Angabe", "ja"}) ==
          Found{"contacts.csv:2:2 missing-value"});
    CHECK(in_table("findings", {"area", "topic", "state"}, {"05911", "LP-BEW", "unbekannt"}) ==
          Found{"findings.csv:2:3 missing-value"});
    CHECK(in_table("ties", {"from", "to", "kind"}, {"a", "k. A.", "informs"}) ==
          Found{"ties.csv:2:2 missing-value"});
}

TEST_CASE(
    "a word for 'not known' where a value is required is quoted, and it is said what counts") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "unbekannt"}, {"b", "B", "other"}});
    add(builder, "ties", {{"from", "to", "kind"}, {"b", "b", "k. A."}});
    add(builder, "offers", {{"key", "name", "topics"}, {"o", "O", "k. A.|unbekannt"}});
    add(builder, "needs", {{"area", "persons"}, {"05911", "k. A."}});
    const auto result = std::move(builder).finish();
    const auto said = [&](std::string_view place) {
        const auto at = [](const Issue& issue) { return to_string(issue.where); };
        const auto it = std::ranges::find(result.issues, place, at);
        return it == result.issues.end() ? std::string{} : it->message.de;
    };
    CHECK(said("actors.csv:2:3") ==
          "kind: „unbekannt“ zählt als nicht erhoben; hier ist ein Code "
          "nötig (lotse list codes zeigt die Liste actor_kinds).");
    CHECK(said("ties.csv:2:3") ==
          "kind: „k. A.“ zählt als nicht erhoben; hier ist ein Code nötig "
          "(lotse list codes zeigt die Liste tie_kinds).");
    CHECK(said("offers.csv:2:3").starts_with("topics: „k. A.|unbekannt“ zählt als nicht erhoben"));
    CHECK(said("needs.csv:2:2") ==
          "persons: „k. A.“ zählt als nicht erhoben; hier ist eine Angabe nötig.");
}

TEST_CASE("a word for 'not known' where a partner or area may stand is none, unless one bears it") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area", "part_of", "serves"},
         {"a", "A", "other", "unbekannt", "k. A.", "05911|unbekannt"},
         {"b", "B", "sports_club", "", "unknown", ""},
         {"unknown", "Unknown", "other", "", "", ""}});
    const auto result = std::move(builder).finish();
    CHECK(found(result).empty());
    const auto& actors = result.network.tables().actors;
    REQUIRE(actors.size() == 3);
    CHECK(actors[0].area.empty());
    CHECK(actors[0].part_of.empty());
    CHECK(actors[0].serves.size() == 1);
    CHECK(actors[1].part_of.key == "unknown");
}

TEST_CASE("words for 'not known' count as not recorded where a number or date stands") {
    const auto result = build({{"key", "name", "topics", "capacity", "fee_eur", "start"},
                               {"o", "O", "LP-BEW", "unbekannt", "k. A.", "keine Angabe"}},
                              {{"from", "to", "kind", "level"}, {"a", "b", "refers_to", "k. A."}});
    CHECK(found(result).empty());
    const Offer& offer = result.network.tables().offers.at(0);
    CHECK_FALSE(offer.capacity);
    CHECK_FALSE(offer.fee_eur);
    CHECK_FALSE(offer.start);
    CHECK_FALSE(result.network.tables().ties.at(0).level);
}

TEST_CASE("ties are known by the usual words of their kinds") {
    for (const auto& [word, kind] : {std::pair{"kooperiert mit", TieKind::cooperates},
                                     {"Kooperation", TieKind::cooperates},
                                     {"MITGLIED_IN", TieKind::member_of},
                                     {"Mitglied von", TieKind::member_of},
                                     {"verweist auf", TieKind::refers_to},
                                     {"fördert", TieKind::funds},
                                     {"NIMMT_TEIL", TieKind::participates_in},
                                     {"GEHOERT_ZU", TieKind::part_of},
                                     {"GLEICH_WIE", TieKind::same_as},
                                     {"NACHFOLGER_VON", TieKind::successor_of},
                                     {"PARTEI_VON", TieKind::party_to},
                                     {"GESCHAEFTSSTELLE_VON", TieKind::hosts_office}}) {
        INFO(word);
        const auto result = build({{"key", "name", "topics"}, {"o", "O", "LP-BEW"}},
                                  {{"from", "to", "kind"}, {"a", "b", word}});
        CHECK(found(result).empty());
        REQUIRE(result.network.tables().ties.size() == 1);
        CHECK(result.network.tables().ties[0].kind == kind);
    }
}

TEST_CASE("what denies a code is not taken for a slip of it") {
    const CodeList& statuses = *Codebook::built_in().list("offer_statuses");
    CHECK(statuses.nearest("inaktiv") == nullptr);
    CHECK(statuses.nearest("inactive") == nullptr);
    CHECK(statuses.nearest("nicht aktiv") == nullptr);
    REQUIRE(statuses.nearest("aktif"));
    CHECK(statuses.nearest("aktif")->code == "active");
}

TEST_CASE("what is no slip of a code is not answered by another one") {
    const auto nearest = [](std::string_view list, std::string_view text) {
        const Code* code = Codebook::built_in().list(list)->nearest(text);
        return code ? code->code : std::string{};
    };
    for (const auto& [list, text] : {std::pair{"confirmed_by", "einseitig"},
                                     {"confirmed_by", "ja"},
                                     {"confirmed_by", "x"},
                                     {"certifications", "?"},
                                     {"certifications", "-"},
                                     {"legal_circles", "SGB II+III"},
                                     {"legal_circles", "SGB IV"},
                                     {"legal_circles", "SGB 7"},
                                     {"legal_circles", "sgb99"},
                                     {"actor_kinds", "DAK"}}) {
        INFO(text);
        CHECK(nearest(list, text).empty());
    }
    for (const auto& [text, code] :
         {std::pair{"XPSY", "X-PSY"}, {"xber", "X-BER"}, {"XSOZ", "X-SOZ"}, {"XKOM", "X-KOM"}})
        CHECK(nearest("topics", text) == code);
    CHECK(nearest("legal_circles", "SGBII") == "sgb2");
    CHECK(nearest("legal_circles", "SGBIV").empty());
    CHECK(nearest("actor_kinds", "Sportsverein") == "sports_club");
    CHECK(nearest("actor_kinds", "Job-Centre") == "jobcenter");
    CHECK(nearest("legal_circles", "Grundsichrung") == "sgb2");
}

TEST_CASE("a mere sign in a column of codes counts as not recorded, and it is said") {
    const auto result = build(
        {{"key", "name", "topics", "certified", "targets"}, {"o", "O", "LP-BEW", "?", "women|–"}},
        {{"from", "to", "kind", "confirmed_by"}, {"a", "b", "refers_to", "-"}});
    CHECK(found(result) == Found{"offers.csv:2:4 not-recorded", "offers.csv:2:5 not-recorded",
                                 "ties.csv:2:4 not-recorded"});
    CHECK_FALSE(result.has_errors());
    const Offer& offer = result.network.tables().offers.at(0);
    CHECK(offer.certified.empty());
    CHECK(offer.targets == Found{"women"});
    CHECK(result.network.tables().ties.at(0).confirmed_by.empty());
    CHECK(found(build({{"key", "name", "topics"}, {"o", "O", "-"}})) ==
          Found{"offers.csv:2:3 missing-value", "offers.csv:2:3 not-recorded"});
}

TEST_CASE("what people and programs write for a missing value counts as not recorded") {
    for (const char* sign :
         {"-", "–", "—", "--", "?", "n/a", "N/A", "NA", "<NA>", "NaT", "null", "None"}) {
        INFO(sign);
        NetworkBuilder builder;
        add(builder, "actors",
            {{"key", "name", "kind", "sector", "area", "serves", "part_of", "level", "lat",
              "since"},
             {"a", "A", "other", sign, sign, sign, sign, sign, sign, sign},
             {"b", "B", "other", "", "", "", "", "", sign, "2019"}});
        add(builder, "ties",
            {{"from", "to", "kind", "level", "targets", "status"},
             {"a", "b", "informs", sign, sign, sign}});
        const auto result = std::move(builder).finish();
        CHECK(found(result) == Found{"actors.csv:2:4 not-recorded", "actors.csv:2:5 not-recorded",
                                     "actors.csv:2:6 not-recorded", "actors.csv:2:7 not-recorded",
                                     "actors.csv:2:8 not-recorded", "actors.csv:2:9 not-recorded",
                                     "actors.csv:2:10 not-recorded", "ties.csv:2:4 not-recorded",
                                     "ties.csv:2:5 not-recorded", "ties.csv:2:6 not-recorded"});
        CHECK(result.issues[5].message.en.find("(such cells in this column: 2)") !=
              std::string::npos);
        const Actor& actor = result.network.tables().actors.at(0);
        CHECK(actor.area.empty());
        CHECK(actor.serves.empty());
        CHECK(actor.part_of.empty());
        CHECK_FALSE(actor.lat);
        CHECK_FALSE(actor.since);
        CHECK_FALSE(result.network.tables().ties.at(0).level);
    }
}

TEST_CASE("a missing value is an error where one is required, and NaN where a number stands") {
    const auto with_tie = [](const char* to, const char* kind, const char* level) {
        return found(build({{"key", "name", "topics"}, {"o", "O", "LP-BEW"}},
                           {{"from", "to", "kind", "level"}, {"a", to, kind, level}}));
    };
    CHECK(with_tie("-", "informs", "") == Found{"ties.csv:2:2 missing-value"});
    CHECK(with_tie("b", "NA", "") == Found{"ties.csv:2:3 missing-value"});
    CHECK(with_tie("b", "informs", "NaN") == Found{"ties.csv:2:4 bad-number"});
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
    add(builder, "contacts", {{"actor", "role", "filled"}, {"a", "office", "-"}});
    add(builder, "needs", {{"area", "persons"}, {"05911", "-"}});
    CHECK(found(std::move(builder).finish()) ==
          Found{"contacts.csv:2:3 not-recorded", "needs.csv:2:2 missing-value"});
}

TEST_CASE("free text stays as it is, and a row may be called as programs write a missing value") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "short_name", "aliases", "website", "note"},
         {"a", "A", "other", "NA", "null", "NaN", "-"},
         {"NA", "NA", "self_help", "", "", "", "None"}});
    add(builder, "ties", {{"from", "to", "kind"}, {"a", "NA", "informs"}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) == Found{"actors.csv:2:6 not-a-link", "actors.csv:3:2 not-recorded"});
    const auto& actors = result.network.tables().actors;
    const auto a = std::ranges::find(actors, "a", &Actor::key);
    const auto na = std::ranges::find(actors, "NA", &Actor::key);
    REQUIRE((a != actors.end() && na != actors.end()));
    CHECK(a->short_name == "NA");
    CHECK(a->aliases == std::vector<std::string>{"null"});
    CHECK(a->note == "-");
    CHECK(na->name == "NA");
    CHECK(na->note == "None");
}

TEST_CASE("several codes in a column of one are no list") {
    const auto result = build({{"key", "name", "topics", "form", "targets"},
                               {"o", "O", "LP-BEW", "Kurs/Gruppe", "Frauen, Männer"},
                               {"p", "P", "LP-BEW", "Kurs|Gruppe", ""}},
                              {{"from", "to", "kind"}, {"a", "b", "verweist auf, informiert"}});
    const auto said = [&](std::size_t i, std::string_view words) {
        return result.issues.at(i).message.de.find(words) != std::string::npos;
    };
    CHECK(found(result) == Found{"offers.csv:2:4 unknown-code", "offers.csv:2:5 unknown-code",
                                 "offers.csv:3:4 unknown-code", "ties.csv:2:3 unknown-code"});
    CHECK(said(0, "hier ist nur einer möglich"));
    CHECK(said(1, "bitte mit | trennen"));
    CHECK(said(2, "hier ist nur einer möglich"));
    CHECK(said(3, "für jede Art eine eigene Zeile"));
}

TEST_CASE("a level or stage may be given by what the list calls it") {
    const auto result = build({{"key", "name", "topics"}, {"o", "O", "LP-BEW"}},
                              {{"from", "to", "kind", "level"},
                               {"a", "b", "refers_to", "Vereinbarung"},
                               {"a", "b", "informs", "Joint activity"},
                               {"a", "b", "trains", "2.0"},
                               {"a", "b", "funds", "Absprache?"},
                               {"a", "b", "advises", "eng"},
                               {"a", "b", "leads", "5"}});
    CHECK(found(result) ==
          Found{"ties.csv:5:4 uncertain", "ties.csv:6:4 bad-number", "ties.csv:7:4 out-of-range"});
    REQUIRE(result.network.tables().ties.size() == 3);
    for (const Tie& tie : result.network.tables().ties)
        CHECK(tie.level == (tie.kind == TieKind::refers_to ? 4
                            : tie.kind == TieKind::informs ? 3
                                                           : 2));
}

TEST_CASE("the partners of the field are known by their words") {
    const auto code = [](const char* list, const char* word) {
        const Code* known = Codebook::built_in().list(list)->recognise(word);
        return known ? known->code : std::string{};
    };
    CHECK(code("actor_kinds", "Landesvereinigung") == "state_association");
    CHECK(code("actor_kinds", "Landeszentrale") == "state_association");
    CHECK(code("actor_kinds", "KV") == "physician_network");
    CHECK(code("actor_kinds", "Ärztlicher Dienst der BA") == "employment_agency");
    CHECK(code("contact_roles", "Gesundheit im JC") == "health_in_jobcenter");
}

TEST_CASE("a means of transport is a code, and an unknown one is named") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
    add(builder, "travel",
        {{"from", "to", "minutes", "mode"},
         {"05513", "05911", "30", "ÖPNV"},
         {"05911", "05513", "5", "Hubschrauber"},
         {"05913", "05911", "20", "k. A."}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) == Found{"travel.csv:3:4 unknown-code"});
    CHECK_FALSE(result.has_errors());
    Found modes;
    for (const Travel& way : result.network.tables().travel) modes.push_back(way.mode);
    std::ranges::sort(modes);
    CHECK(modes == Found{"", "Hubschrauber", "public_transport"});
}

TEST_CASE("an actor that ends before it begins stays without the dates and counts as faulty") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "since", "until"},
         {"a", "A", "other", "2024", "2020"},
         {"b", "B", "sports_club", "", ""}});
    const auto result = std::move(builder).finish();
    CHECK(found(result) == Found{"actors.csv:2:5 ends-before-start"});
    REQUIRE(result.network.actors().size() == 2);
    CHECK_FALSE(result.network.actors()[0].since);
    CHECK_FALSE(result.network.actors()[0].until);
    CHECK(result.rows.read == 2);
    CHECK(result.rows.used == 1);
    CHECK(result.rows.rejected == 1);
}

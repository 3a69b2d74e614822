#include <lotse/base/not_recorded.hpp>

#include "typed_rows.hpp"

#include <catch2/catch.hpp>

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
    CHECK(found(with_tie("unbekannt", "")) == Found{"ties.csv:2:3 unknown-code"});
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

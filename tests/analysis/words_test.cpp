#include <lotse/analysis/tie_direction.hpp>

#include <words.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using namespace lotse::analysis;

namespace {

std::vector<Message> items(std::initializer_list<std::string> names) {
    std::vector<Message> out;
    for (const std::string& name : names) out.emplace_back(name, name);
    return out;
}

}  // namespace

TEST_CASE("lists in sentences stay readable whatever their items hold") {
    CHECK(list_words(items({"A", "B", "C"})).de == "A, B und C");
    CHECK(list_words(items({"A", "B", "C"})).en == "A, B and C");
    CHECK(list_words(items({"A, Abteilung B", "C", "D"})).de == "A, Abteilung B; C; D");
    CHECK(list_words(items({"A", "B und C"})).de == "A; B und C");
    CHECK(list_words(items({"A", "B", "C"}), 2).de == "A, B und C");
    CHECK(list_words(items({"A", "B", "C", "D"}), 2).de == "A, B und 2 weitere");
    CHECK(list_words(items({"A", "B", "C", "D"}), 2, {"weitere Themen", "more topics"}).en ==
          "A, B and 2 more topics");
}

TEST_CASE("a tie seen from its other end is said the other way round, of every kind") {
    for (const auto& kind : all_enumerators<TieKind>) {
        const Message onwards = kind_words(kind.value, TieDirection::outgoing);
        const Message back = kind_words(kind.value, TieDirection::incoming);
        CHECK(onwards == Message{kind.label});
        CHECK((back == onwards) == !is_directed(kind.value));
    }
    const auto from_body = [](std::size_t others) {
        return Message{kind_words(TieKind::member_of, TieDirection::incoming, others)};
    };
    CHECK(from_body(1) == Message{"hat als Mitglied", "has as member"});
    CHECK(from_body(5) == Message{"hat als Mitglieder", "has as members"});
    CHECK(kind_choice(TieKind::refers_to, TieDirection::incoming) ==
          Choice{"refers_to", {"bekommt Verweise von", "receives referrals from"}});
}

TEST_CASE("where something is to be entered is said in the words of the template") {
    CHECK(place_of_column("actors", "sector") ==
          Message{"Spalte „Sektor“ im Blatt „Akteure“", "column 'Sector' of the sheet 'Actors'"});
    CHECK(place_of_column("findings", "state").de == "Spalte „Befund“ im Blatt „Feststellungen“");
    CHECK(place_of_table("ties") == Message{"Blatt „Beziehungen“", "sheet 'Ties'"});
}

TEST_CASE("a share of few known values says of how many in its heading") {
    const auto heading = [](std::int64_t known, std::int64_t unknown) {
        Document document;
        document.summary.columns.push_back({"share", Message{"Anteil", "Share"}});
        tell_few_known(document, "share", 1, known, unknown);
        return document.summary.columns.front().label.de;
    };
    CHECK(heading(1, 11) == "Anteil (1 von 1 bekannten; bei 11 nicht erhoben)");
    CHECK(heading(4, 1) == "Anteil (1 von 4 bekannten; bei 1 nicht erhoben)");
    CHECK(heading(5, 11) == "Anteil");
    CHECK(heading(1, 0) == "Anteil");
    CHECK(heading(0, 11) == "Anteil");
}

namespace {

struct Pair {
    ActorId from;
    ActorId to;

    static constexpr auto fields() {
        return std::tuple{field("from", &Pair::from, {"Von", "From"}),
                          field("to", &Pair::to, {"An", "To"})};
    }
};

struct Lone {
    ActorId actor;

    static constexpr auto fields() {
        return std::tuple{field("actor", &Lone::actor, {"Akteur", "Actor"})};
    }
};

struct Names {
    static Naming name_of(ActorId) { return {"a", "A"}; }
};

}  // namespace

TEST_CASE("several columns of keys say whose they are, a single one needs not") {
    const Names names;
    const Tabulator tabulator{names};
    const Table pairs = tabulator.table("pairs", Text{"Paare", "Pairs"}, std::vector<Pair>{{}});
    REQUIRE(pairs.columns.size() == 4);
    CHECK(pairs.columns[0].label == Message{"Schlüssel (Von)", "Key (From)"});
    CHECK(pairs.columns[2].label == Message{"Schlüssel (An)", "Key (To)"});
    const Table lone = tabulator.table("lone", Text{"Einer", "One"}, std::vector<Lone>{{}});
    CHECK(lone.columns[0].label == Message{"Schlüssel", "Key"});
}

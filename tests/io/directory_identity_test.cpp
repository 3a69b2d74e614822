#include "directories.hpp"

#include <directory_identity.hpp>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

Found keys_of_actors(const io::DirectoryResult& read) {
    Found out;
    for (const Actor& actor : read.built.network.tables().actors) out.push_back(actor.key);
    return out;
}

}  // namespace

TEST_CASE("what makes two cells of a directory the same") {
    using io::cell_identity;
    CHECK(cell_identity(" Kurs  A ") == cell_identity("kurs a"));
    CHECK(cell_identity("ÄRZTE–Haus") == cell_identity("Ärzte-Haus"));
    for (const auto& [a, b] : {std::pair{"Gymnastik <60", "Gymnastik >60"}, std::pair{"✓", ""},
                               std::pair{"Treff +", "Treff"}, std::pair{"Markt 5-7", "Markt 5/7"},
                               std::pair{"Grün ✓", "Grün ✗"}, std::pair{"Café?", "Café"}})
        CHECK(cell_identity(a) != cell_identity(b));
}

TEST_CASE("what makes two names of a directory the same") {
    using io::name_identity;
    for (const auto& [a, b] :
         {std::pair{"Verein e.V.", "VEREIN E. V."}, std::pair{"A & B", "A B!"},
          std::pair{"Weg 5, 08523 Plauen", "Weg 5 08523 Plauen"}, std::pair{"Weg 5 - 7", "Weg 5–7"},
          std::pair{"Pro-Familia", "Pro Familia"}})
        CHECK(name_identity(a) == name_identity(b));
    for (const auto& [a, b] :
         {std::pair{"Treff +", "Treff"}, std::pair{"Markt 5-7", "Markt 5/7"},
          std::pair{"<60", ">60"}, std::pair{"-7.5", "7.5"}, std::pair{"♥", "★"}})
        CHECK(name_identity(a) != name_identity(b));
}

TEST_CASE("rows that differ in a sign are all taken, equal ones once") {
    const auto read = convert_directory(
        "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n"
        "VHS;Plauen;;Gymnastik <60;Bewegung;;\nVHS;Plauen;;Gymnastik >60;Bewegung;;\n"
        "VHS;Plauen;; gymnastik  >60;bewegung;;\nTreff +;Plauen;;Kochen;Bewegung;;\n"
        "Treff;Plauen;;Kochen;Bewegung;;\n");
    Found offers;
    for (const Offer& offer : read.built.network.tables().offers) offers.push_back(offer.name);
    std::ranges::sort(offers);
    CHECK(offers == Found{"Gymnastik <60", "Gymnastik >60", "Kochen", "Kochen"});
    CHECK(read.counts.passed_over == 1);
    CHECK(places_of(read.built) ==
          Found{"liste.csv:4:1 repeated-row", "liste.csv:5:1 similar-actor"});
    // The name without the sign keeps the plain key, in any order of the rows.
    CHECK(keys_of_actors(read) == Found{"treff-plauen", "treff-plauen-2", "vhs-plauen"});
    const auto turned = convert_directory(
        "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\nTreff;Plauen;;Kochen;Bewegung;;\n"
        "Treff +;Plauen;;Kochen;Bewegung;;\n");
    REQUIRE(turned.built.network.find_actor("treff-plauen"));
    CHECK(turned.built.network[*turned.built.network.find_actor("treff-plauen")].name == "Treff");
}

TEST_CASE("no note of a provider is lost as a part of another") {
    const auto read = convert_directory(
        "Anbieter;Bemerkung\nVHS;nicht barrierefrei\nVHS;barrierefrei\nVHS;barrierefrei \n",
        "Spalte;Feld\nAnbieter;Anbieter\nBemerkung;Notiz\n");
    REQUIRE(read.built.network.tables().actors.size() == 1);
    CHECK(read.built.network.tables().actors.front().note == "nicht barrierefrei; barrierefrei");
}

TEST_CASE("data of persons are found in rows of a directory that cannot be read") {
    const auto codes = [](std::string_view rows) {
        return places_of(convert_directory("Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n"
                                           "VHS;Plauen;;Kurs;Bewegung;;\n" +
                                           std::string{rows})
                             .built);
    };
    CHECK(codes("VHS;Plauen;;Kurs;Bewegung;;;KVNR A123456780\n") ==
          Found{"liste.csv:3 wrong-field-count", "liste.csv:3:8 client-data"});
    CHECK(codes("VHS;\"Plauen;KVNR A123456780;Kurs\n") ==
          Found{"liste.csv:3 unterminated-quote", "liste.csv:3:2 client-data"});
    const auto unnamed = convert_directory("A123456780;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n");
    CHECK(places_of(unnamed.built).front() == "liste.csv:1:1 client-data");
}

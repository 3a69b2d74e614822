#include <lotse/model/network_builder.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

namespace {

using Lines = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a network is built from rows of text") {
    NetworkBuilder builder;
    add(builder, "Akteure",
        {{"Schlüssel", "Name", "Art", "Gebiet"},
         {"jc", "Jobcenter Bochum", "Jobcenter", "5911"},
         {"kgk", "KGK Bochum", "health_conference", "05911"}});
    add(builder, "ties",
        {{"from", "to", "kind", "level", "since"}, {"jc", "kgk", "member_of", "2", "05.03.2019"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) == std::vector<std::string>{"Akteure.csv:2:4 repaired-ags"});
    CHECK_FALSE(result.has_errors());
    CHECK(result.rows.read == 3);
    CHECK(result.rows.used == 3);
    const Network& network = result.network;
    REQUIRE(network.actors().size() == 2);
    const ActorId jc = *network.find_actor("jc");
    CHECK(network[jc].kind == "jobcenter");
    CHECK(network.sector_of(jc) == Sector::work);
    CHECK(network[*network[jc].area].name == "Bochum");
    CHECK(network.within(*network[jc].area, *network.find_area("05")));
    CHECK(*network.ties()[0].since == PartialDate{2019, 3, 5});
}

TEST_CASE("a whole number with zeros behind its sign is that number") {
    const auto level = [](std::string_view text) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "other"}});
        add(builder, "ties",
            {{"from", "to", "kind", "level"}, {"a", "a", "cooperates", std::string{text}}});
        const BuildResult result = std::move(builder).finish();
        return result.has_errors() ? found(result).at(0)
                                   : std::to_string(result.network.ties()[0].level.value_or(-1));
    };
    for (const char* text : {"2", "2.0", "2,0", "2.00", "2,00", "2.0000"})
        CHECK(level(text) == "2");
    for (const char* text : {"2.5", "2,5", "1.2340", "2.0.0", "2.", ".0", "2.0e0", "2.0 x"})
        CHECK(level(text) == "ties.csv:2:4 bad-number");
    for (const char* text : {"7.0", "2.000", "2,000", "-1,0"})
        CHECK(level(text) == "ties.csv:2:4 out-of-range");

    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind", "since"}, {"1.0", "A", "other", "2019.0"}});
    add(builder, "areas",
        {{"key", "name", "population", "settlement"},
         {"x", "X", "1.000", "3.0"},
         {"y", "Y", "1.234,00", ""},
         {"z", "Z", "1,234.0", ""}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result).empty());
    const Network& network = result.network;
    CHECK(network.actors()[0].key == "1.0");
    CHECK(network.actors()[0].since == PartialDate{2019, 0, 0});
    CHECK(network[*network.find_area("x")].population == 1000);
    CHECK(network[*network.find_area("x")].settlement == "3");
    CHECK(network[*network.find_area("y")].population == 1234);
    CHECK(network[*network.find_area("z")].population == 1234);

    NetworkBuilder wrong;
    add(wrong, "actors",
        {{"key", "name", "kind", "area", "since"}, {"a", "A", "other", "5911.0", "19.0"}});
    add(wrong, "areas", {{"key", "name", "population"}, {"x", "X", "1,000"}});
    CHECK(found(std::move(wrong).finish()) ==
          std::vector<std::string>{"actors.csv:2:4 bad-ags", "actors.csv:2:5 bad-date",
                                   "areas.csv:2:3 ambiguous-number"});
}

TEST_CASE("every problem is named, not only the first") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind"},
         {"a", "Verein A", "sports_club"},
         {"a", "Verein A2", "sports_club"},
         {"b", "", "jobcentr"}});
    add(builder, "ties",
        {{"from", "to", "kind", "funding_share"},
         {"a", "z", "cooperates", ""},
         {"a", "a", "funds", "1,5"},
         {"a", "a", "", ""}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) ==
          std::vector<std::string>{"actors.csv:3:1 duplicate-key", "actors.csv:4:2 missing-value",
                                   "actors.csv:4:3 unknown-code", "ties.csv:2:2 unknown-reference",
                                   "ties.csv:3:4 out-of-range", "ties.csv:4:3 missing-value"});
    CHECK(result.rows.read == 6);
    CHECK(result.rows.used == 1);
    CHECK(result.rows.rejected == 5);
}

TEST_CASE("a rejected actor takes its ties along") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "sports_club", "591100"},
         {"b", "B", "sports_club", ""}});
    add(builder, "ties", {{"from", "to", "kind"}, {"a", "b", "cooperates"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) ==
          std::vector<std::string>{"actors.csv:2:4 bad-ags", "ties.csv:2:1 unknown-reference"});
}

TEST_CASE("the order of rows does not matter") {
    const auto build = [](Lines actors) {
        NetworkBuilder builder;
        actors.insert(actors.begin(), {"key", "name", "kind"});
        add(builder, "actors", actors);
        return std::move(builder).finish().network.identity().sha256;
    };
    CHECK(build({{"a", "A", "other"}, {"b", "B", "other"}}) ==
          build({{"b", "B", "other"}, {"a", "A", "other"}}));
    CHECK(build({{"a", "A", "other"}}) != build({{"a", "A2", "other"}}));
}

TEST_CASE("the Länder and Kreise come with the program") {
    const Network network{{}, {}};
    const AreaId st = *network.find_area("15");
    CHECK(network.areas_inside(st, "district").size() == 14);
    CHECK(network.areas().size() == 416);
    CHECK(network.parent_of(*network.find_area("05911")) == network.find_area("05"));
}

TEST_CASE("own codes extend the lists") {
    NetworkBuilder builder;
    add(builder, "codes",
        {{"list", "code", "de", "en", "sector"},
         {"actor_kinds", "food_bank", "Tafel", "Food bank", "social"}});
    add(builder, "actors", {{"key", "name", "kind"}, {"t", "Tafel e. V.", "Tafel"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(result.issues.empty());
    CHECK(result.network.sector_of(ActorId{0}) == Sector::social);
}

TEST_CASE("a column of birth dates is refused by its values, founding dates are not") {
    const auto refused = [](const std::string& heading) {
        NetworkBuilder builder;
        Lines lines{{"key", "name", "kind", heading}};
        for (int i = 1; i < 8; ++i)
            lines.push_back({"v" + std::to_string(i), "V", "sports_club",
                             "0" + std::to_string(i) + ".02.1961"});
        add(builder, "actors", lines);
        return std::move(builder).finish().holds_client_data();
    };
    CHECK(refused("feld7"));
    CHECK_FALSE(refused("Gründungsdatum"));
}

TEST_CASE("mail addresses and telephone numbers stay out of every column but the mailbox") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "aliases", "note", "website", "mailbox"},
         {"a", "A", "sports_club", "B|erika@example.org", "Tel. 0521 123456",
          "mailto:erika@example.org", "info@example.org"},
         {"b", "erika@example.org", "sports_club", "", "", "", ""},
         {"c", "Sucht-Telefon 0221/892031", "counselling", "", "", "", ""}});
    add(builder, "contacts",
        {{"actor", "role", "filled", "note"}, {"a", "other", "yes", "Erika, mobil 0171/1234567"}});
    const BuildResult result = std::move(builder).finish();
    CHECK(found(result) ==
          std::vector<std::string>{"actors.csv:2:4 withheld", "actors.csv:2:5 withheld",
                                   "actors.csv:2:6 withheld", "actors.csv:3:2 personal-contact",
                                   "contacts.csv:2:4 withheld"});
    for (const Issue& issue : result.issues) {
        CHECK(issue.message.de.find("erika") == std::string::npos);
        CHECK(issue.message.de.find("0171") == std::string::npos);
    }
    REQUIRE(result.network.actors().size() == 2);
    CHECK(result.network.actors()[1].name == "Sucht-Telefon 0221/892031");
    const Actor& actor = result.network.actors()[0];
    CHECK((actor.aliases.empty() && actor.note.empty() && actor.website.empty()));
    CHECK(actor.mailbox == "info@example.org");
}

TEST_CASE("a role with the name of a person beside it is refused and not repeated") {
    const auto issues = [](const char* role) {
        NetworkBuilder builder;
        add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "sports_club"}});
        add(builder, "contacts", {{"actor", "role", "filled"}, {"a", role, "yes"}});
        return std::move(builder).finish();
    };
    for (const char* role :
         {"Leitung Petra Meier", "Petra Meier (Leitung)", "Ansprechpartnerin: Petra Meier",
          "Meier, Petra (Leitung)", "Leitung / Petra Meier", "Leitung – Petra Meier",
          "Leitung Anna-Lena von Bülow", "Petra Meier zuständig für Sucht",
          "Vertretung durch Petra Meier und Hans Müller", "Leitung Soziale Dienste, Petra M.",
          "Leitung Beratung Petra Meier Bochum", "Leitung Petra Lindenweg",
          "Leitung Petra Backhaus"}) {
        INFO(role);
        const BuildResult result = issues(role);
        CHECK(found(result) == std::vector<std::string>{"contacts.csv:2:2 personal-contact"});
        CHECK(result.issues[0].message.de.find("Petra") == std::string::npos);
        CHECK(result.network.tables().contacts.empty());
    }
    for (const char* role : {"Leitung Soziale Dienste",
                             "Koordination Bochum Mitte",
                             "Beauftragte für Chancengleichheit am Arbeitsmarkt (BCA)",
                             "Team Markt und Integration",
                             "Koordination Peer Support",
                             "Leitung Haus Martin Luther",
                             "Leitung Martin Luther Haus",
                             "Leitung Robert Bosch Stiftung",
                             "Team Karl Marx Straße",
                             "Leitung Otto Straße",
                             "Pfarrei St. Peter und Paul Bochum",
                             "Leitung Paul-Gerhardt-Haus Bochum",
                             "Leitung St. Josef Krankenhaus",
                             "Leitung Praxis Petra Meier",
                             "Leitung Wolf und Partner",
                             "Leitung Anne Frank Jugendtreff",
                             "Leitung Viktoria Versicherung",
                             "Leitung Petra Meier-Haus",
                             "Fachberatung Alexander von Humboldt Forum",
                             "Projekt Lisa Bochum",
                             "Leitung ab Jan 2025",
                             "Head of Social Services"}) {
        INFO(role);
        const BuildResult result = issues(role);
        CHECK(found(result) == std::vector<std::string>{"contacts.csv:2:2 unknown-code"});
        CHECK(result.network.tables().contacts.size() == 1);
    }
}

TEST_CASE("data of persons are found in a table that cannot be read") {
    const auto codes = [](const Lines& rows) {
        NetworkBuilder builder;
        add(builder, "actors", rows);
        return found(std::move(builder).finish());
    };
    using Found = std::vector<std::string>;
    CHECK(codes({{"name", "kind", "note"}, {"Verein", "other", "KVNR A123456780"}}) ==
          Found{"actors.csv:1 missing-column", "actors.csv:2:3 client-data"});
    CHECK(codes({{"key", "name", "kind", "name"}, {"a", "A", "other", "Kd.-Nr. 123D456789"}}) ==
          Found{"actors.csv:1:4 duplicate-column", "actors.csv:2:4 client-data"});
    CHECK(codes({{"name", "kind", "Kurs", "Kurs"}, {"A", "other", "", "A123456780"}}) ==
          Found{"actors.csv:1 missing-column", "actors.csv:1:3 unknown-column",
                "actors.csv:1:4 duplicate-column", "actors.csv:2:4 client-data"});
    CHECK(codes({{"key", "name", "kind", "A123456780"}, {"a", "A", "other", "x"}}) ==
          Found{"actors.csv:1:4 client-data"});
    const Lines births{{"name", "Merkmal", "Merkmal"}, {"A", "", "01.02.1980"},
                       {"B", "", "03.04.1975"},        {"C", "", "05.06.1990"},
                       {"D", "", "07.08.1969"},        {"E", "", "09.10.1988"}};
    const Found refused = codes(births);
    CHECK(std::ranges::count(refused, "actors.csv:1:3 client-data") == 1);
}

TEST_CASE("keys that look alike, in any case or as they are written, are a warning") {
    const auto warned = [](const std::string& one, const std::string& other) {
        NetworkBuilder builder;
        add(builder, "actors",
            {{"key", "name", "kind"}, {one, "A", "other"}, {other, "B", "other"}});
        return found(std::move(builder).finish()) ==
               std::vector<std::string>{"actors.csv:3:1 look-alike-key"};
    };
    for (const auto& [one, other] :
         std::vector<std::pair<std::string, std::string>>{{"kgk", "KGK"},
                                                          {"KI", "Kl"},
                                                          {"AOK", "A0K"},
                                                          {"VHS", "V\u041dS"},
                                                          {"kgk-1", "kgk-l"},
                                                          {"ab", "\uff41\uff42"},
                                                          {"stra\u00dfe", "stra\u03b2e"}}) {
        CAPTURE(one, other);
        CHECK(warned(one, other));
    }
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
             {"KI", "KL"}, {"a1", "a2"}, {"verein-a", "verein-b"}, {"A0", "B0"}}) {
        CAPTURE(one, other);
        CHECK_FALSE(warned(one, other));
    }
}

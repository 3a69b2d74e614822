#include <lotse/io/export.hpp>

#include "directories.hpp"

#include <algorithm>
#include <random>

using namespace lotse;
using Found = std::vector<std::string>;

namespace {

template <class Row>
Found keys_of(const std::vector<Row>& rows) {
    Found out;
    for (const Row& row : rows) out.push_back(row.key);
    return out;
}

}  // namespace

TEST_CASE("a directory becomes the network that a person would write down") {
    const auto read = convert_directory(
        "Angebote in Sachsen;;;;;;\n"
        "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n"
        "Turnverein Probe e. V.;08523 Plauen;Vogtlandkreis;Rückenfit;Bewegung;12,50 €;05.03.2026\n"
        "TURNVEREIN PROBE e.V.;8523 Plauen;Vogtlandkreis;Kochtreff;Essen/Begegnung;kostenlos;2026\n"
        ";;;;;;\n"
        "Jobcenter;Hof;Stadt Hof;Sprechstunde;Beratung;k. A.;laufend\n"
        "Summe;;;3;;;\n");
    const auto expected = read_folder(
        {{"actors.csv",
          "key,name,kind,area,source\n"
          "turnverein-probe-e-v-plauen,Turnverein Probe e. V.,other,14523320,liste\n"
          "jobcenter-hof,Jobcenter,jobcenter,09464,liste\n"},
         {"offers.csv",
          "key,name,topics,providers,areas,free,fee_eur,start,status,source\n"
          "rueckenfit-turnverein-probe-e-v-plauen,Rückenfit,LP-BEW,turnverein-probe-e-v-plauen,"
          "14523320,no,12.5,2026-03-05,,liste\n"
          "kochtreff-turnverein-probe-e-v-plauen,Kochtreff,LP-ERN|X-SOZ,"
          "turnverein-probe-e-v-plauen,14523320,yes,0,2026,,liste\n"
          "sprechstunde-jobcenter-hof,Sprechstunde,X-BER,jobcenter-hof,09464,,,,active,liste\n"},
         {"areas.csv",
          "key,name,level,lat,lon,source\n14523320,Plauen,municipality,50.50214,12.13102,"
          "\"GeoBasis-DE / BKG 2016, Daten verändert\"\n"},
         {"sources.csv", "key,title\nliste,liste.csv\n"}});
    CHECK_FALSE(expected.has_errors());
    CHECK(io::json_text(read.built.network)
              .substr(io::json_text(read.built.network).find("actors")) ==
          io::json_text(expected.network).substr(io::json_text(expected.network).find("actors")));
    CHECK(places_of(read.built) == Found{"liste.csv:4:2 repaired-postcode"});
    CHECK(read.counts.rows == 4);
    CHECK(read.counts.used == 3);
    CHECK(read.counts.passed_over == 1);
    CHECK(read.counts.titles == 1);
    CHECK(read.counts.blank == 1);
}

TEST_CASE("keys stay when rows come, go and move") {
    const std::string head = "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n";
    const std::string a = "Verein A;Plauen;Vogtlandkreis;Kurs;Bewegung;;2025\n";
    const std::string a2 = "Verein A;Plauen;Vogtlandkreis;Kurs;Bewegung;;2026\n";
    const std::string b = "Verein A;Rehau;Landkreis Hof;Kurs;Bewegung;;2026\n";
    const std::string c = "Caritas;;;Beratung;Beratung;;\n";
    const auto all = convert_directory(head + a + a2 + b + c);
    CHECK(keys_of(all.built.network.tables().actors) ==
          Found{"caritas", "verein-a-plauen", "verein-a-rehau"});
    CHECK(keys_of(all.built.network.tables().offers) ==
          Found{"beratung-caritas", "kurs-verein-a-plauen", "kurs-verein-a-plauen-2",
                "kurs-verein-a-rehau"});
    const auto moved = convert_directory(head + c + b + a2 + a);
    CHECK(io::json_text(moved.built.network) == io::json_text(all.built.network));
    const auto fewer = convert_directory(head + b + c);
    CHECK(keys_of(fewer.built.network.tables().actors) == Found{"caritas", "verein-a-rehau"});
}

TEST_CASE("long and foreign and equal names get good keys") {
    const std::string head = "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n";
    const std::string name(80, 'n');
    const auto read =
        convert_directory(head + name + ";;;A;Bewegung;;\n" + name + "x;;;A;Bewegung;;\n" +
                          "Добро;;;A;Bewegung;;\nA & B;;;A;Bewegung;;\nA B!;;;B;Bewegung;;\n");
    CHECK_FALSE(read.built.has_errors());
    const auto keys = keys_of(read.built.network.tables().actors);
    REQUIRE(keys.size() == 4);  // "A & B" and "A B!" are one
    for (const std::string& key : keys) CHECK(key.size() <= 64);
    CHECK(std::ranges::count_if(keys, [](const auto& k) { return k.starts_with("x-"); }) == 1);
}

TEST_CASE("a town is found or left open, never guessed") {
    const auto area_of = [](const std::string& town, const std::string& district) {
        const auto read =
            convert_directory("Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\nVerein;" + town +
                              ";" + district + ";Kurs;Bewegung;;\n");
        const auto found = places_of(read.built);
        return read.built.network.tables().actors.at(0).area.key +
               (found.empty() ? "" : " " + found.front().substr(found.front().find(' ') + 1));
    };
    // Independent of the program: keys as in the official list (Gemeindeverzeichnis).
    CHECK(area_of("Plauen", "") == "14523320");
    CHECK(area_of("Hof", "") == " ambiguous-place");
    CHECK(area_of("Hof", "Stadt Hof") == "09464");
    CHECK(area_of("Hof (Saale)", "09464") == "09464");
    CHECK(area_of("Rehau", "Lkr. Hof") == "09475162");
    CHECK(area_of("Rehau", "9475") == "09475162");
    CHECK(area_of("Auerbach", "Vogtlandkreis") == "14523020");
    CHECK(area_of("Auerbach", "") == " ambiguous-place");
    CHECK(area_of("Nirgendheim", "Vogtlandkreis") == "14523 unknown-place");
    CHECK(area_of("Nirgendheim", "") == " unknown-place");
    CHECK(area_of("Bochum", "") == "05911");
    CHECK(area_of("", "Vogtlandkreis") == "14523");
    CHECK(area_of("Dresden", "Vogtlandkreis") == " contradicting-place");
}

TEST_CASE("what lies elsewhere gets no area, and providers of several places stay apart") {
    const std::string_view table =
        "Anbieter;Ort;Angebot;Thema\nAWO;Dortmund;Kurs C;Bewegung\nAWO;Bochum;Kurs D;Bewegung\n"
        "TV;Nirgendheim;Kurs E;Bewegung\nTV;Hamm;Kurs F;Bewegung\n";
    const auto map = [](const std::string& districts) {
        return "Spalte;Feld;Wird zu\nAnbieter;Anbieter;\nOrt;Ort;\nAngebot;Angebot;\n"
               "Thema;Thema;\n;Kreis;" +
               districts + "\n";
    };
    const auto read = convert_directory(table, map("05915"));
    const auto& tables = read.built.network.tables();
    CHECK(keys_of(tables.actors) ==
          Found{"awo-bochum", "awo-dortmund", "tv-hamm", "tv-nirgendheim"});
    for (const Actor& actor : tables.actors)
        CHECK(actor.area.key == (actor.key == "tv-hamm" ? "05915" : ""));
    for (const Offer& offer : tables.offers) CHECK(offer.areas.size() == (offer.name == "Kurs F"));
    CHECK(places_of(read.built) ==
          Found{"liste.csv:2:1 similar-actor", "liste.csv:2:2 contradicting-place",
                "liste.csv:3:2 contradicting-place", "liste.csv:4:2 unknown-place"});
    CHECK(places_of(convert_directory(table, map("Nirgendkreis|Bochum")).built) ==
          Found{"zuordnung.csv:6:3 unknown-place"});
}

TEST_CASE("providers of one name in two towns of a Kreis that lotse does not know stay two") {
    const auto read = convert_directory(
        "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\nVHS;Oberdorf;Vogtlandkreis;A;Sport;;\n"
        "VHS;Unterdorf;Vogtlandkreis;B;Sport;;\nVHS;oberdorf;Vogtlandkreis;C;Sport;;\n");
    const auto& actors = read.built.network.tables().actors;
    CHECK(keys_of(actors) == Found{"vhs-oberdorf", "vhs-unterdorf"});
    for (const Actor& actor : actors) CHECK(actor.area.key == "14523");
}

TEST_CASE("official keys come before names, with their zeros") {
    const auto area_of = [](const std::string& ags) {
        const auto read =
            convert_directory("Anbieter;Angebot;AGS\nVerein;Kurs;" + ags + "\n",
                              "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nAGS;AGS\n");
        return read.built.network.tables().actors.at(0).area.key;
    };
    CHECK(area_of("09475162") == "09475162");
    CHECK(area_of("9475162") == "09475162");
    CHECK(area_of("9475") == "09475");
    CHECK(area_of("05911000") == "05911");
    CHECK(area_of("059110000000") == "05911");
    CHECK(area_of("12") == "12");
    CHECK(area_of("99999").empty());
    CHECK(area_of("4711 Beispiel").empty());
}

TEST_CASE("what a cell does not clearly say goes into the note") {
    const auto read = convert_directory(
        "Anbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n"
        "Verein;;;Kurs;Rückenschule;ab 5 €;im Frühling\n"
        "Verein;;;Kurs 2;Bewegung und Ernährung;5,- €;ab 03/2026\n"
        "Verein;;;Kurs 3;-;EUR 7.50;?\n");
    const auto& offers = read.built.network.tables().offers;
    REQUIRE(offers.size() == 3);
    CHECK(offers[1].key == "kurs-3-verein");
    CHECK(offers[2].note == "Thema: Rückenschule; Kosten: ab 5 €; Beginn: im Frühling");
    CHECK(offers[2].topics == Found{"X-OFFEN"});
    CHECK_FALSE(offers[2].fee_eur);
    CHECK(offers[2].free == ThreeValued::unknown);
    CHECK(offers[0].topics == Found{"LP-BEW", "LP-ERN"});
    CHECK(offers[0].fee_eur == 5.0);
    CHECK(offers[0].free == ThreeValued::no);
    CHECK(to_string(*offers[0].start) == "2026-03");
    CHECK(offers[1].fee_eur == 7.5);
    CHECK(offers[1].note.empty());
    CHECK(places_of(read.built) == Found{"liste.csv:2:5 no-topic", "liste.csv:2:5 unknown-topic",
                                         "liste.csv:2:6 not-understood",
                                         "liste.csv:2:7 not-understood"});
}

TEST_CASE("the map says what words mean") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Thema\nTV Probe;Kurs;Rückenschule\nT.V. Probe Verein;Yoga;Rückenschule\n",
        "Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\nThema;;Thema;\n"
        "Thema;rückenschule;;LP-BEW\nAngebot;Yoga;Thema;Entspannung\n"
        "Anbieter;T.V. Probe Verein;Anbieter;TV Probe\nAnbieter;TV Probe;Art des Anbieters;"
        "Sportverein\n;;Kreis;Vogtlandkreis\n;;Stand;2026-03\n");
    CHECK(places_of(read.built).empty());
    const auto& tables = read.built.network.tables();
    REQUIRE(tables.actors.size() == 1);
    CHECK(tables.actors[0].kind == "sports_club");
    CHECK(tables.actors[0].area.key == "14523");
    CHECK(to_string(*tables.actors[0].as_of) == "2026-03");
    REQUIRE(tables.offers.size() == 2);
    CHECK(tables.offers[0].topics == Found{"LP-BEW"});
    CHECK(tables.offers[1].topics == Found{"LP-STR", "LP-BEW"});
}

TEST_CASE("defects of a map are named in the map") {
    const std::string_view table = "Anbieter;Angebot\nVerein;Kurs\n";
    const auto found = [&](std::string_view map) {
        return places_of(convert_directory(table, map).built);
    };
    CHECK(found("Spalte;Feld\nAnbieter;Anbeiter\nAngebot;Angebot\n") ==
          Found{"liste.csv:1:1 unmapped-column", "zuordnung.csv:2:2 unknown-field"});
    CHECK(found("Spalte;Feld\nAnbieter;Anbieter\nAngebot;Anbieter\n") ==
          Found{"zuordnung.csv:3:2 duplicate-field"});
    CHECK(found("Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nOrt;Ort\n") ==
          Found{"zuordnung.csv:4:1 unknown-column"});
    CHECK(found("Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nFarbe;Notiz\n").back() ==
          "zuordnung.csv:4:1 unknown-column");
    CHECK(found("Spalte;Feld\nAnbieter;Anbieter\nAnbieter;Angebot\n") ==
          Found{"liste.csv:1:2 unmapped-column", "zuordnung.csv:3:1 duplicate-column"});
    CHECK(found("Spalte;Feld\nAnbieter;Notiz\nAngebot;Notiz\n") ==
          Found{"zuordnung.csv:1 missing-field"});
    CHECK(found("a;b\nAnbieter;Notiz\n").front() == "zuordnung.csv:1 missing-column");
    CHECK(found("Spalte;Wert;Feld;Wird zu\nAnbieter;;Anbieter;\nAngebot;;Angebot;\n"
                "Anbieter;Verein;Art des Anbieters;Sportvereinn\n") ==
          Found{"zuordnung.csv:4:4 unknown-code"});
}

TEST_CASE("repeated rows, remarks and differing facts are named with both rows") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Art;Straße;Barrierefrei\n"
        "Verein;Kurs A;Sportverein;Weg 1;ja\nVerein;Kurs B;VHS;Weg 1;nein\n"
        "verein;Kurs A;Sportverein;Weg 1;ja\nStand: März;;;;\nAnbieter;Angebot;Art;Straße;\n"
        ";;;Weg 2;ja\nVerien;Kurs C;;;\nVerband lang genug;Kurs;;;\nVerbnad lang genug;Kurs;;;\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nArt;Art des Anbieters\nStraße;Straße\n"
        "Barrierefrei;Barrierefrei\n");
    Found found = places_of(read.built);
    std::erase(found, "liste.csv:2 no-topic");
    CHECK(found == Found{"liste.csv:2:4 venue-without-place", "liste.csv:3:3 conflicting-facts",
                         "liste.csv:3:5 conflicting-facts", "liste.csv:4:1 repeated-row",
                         "liste.csv:5 remark-row", "liste.csv:7:1 missing-value",
                         "liste.csv:10:1 similar-provider"});
    const auto conflict =
        std::ranges::find(read.built.issues, std::string_view{"conflicting-facts"}, &Issue::code);
    CHECK(conflict->message.de.find("in Zeile 2 „Sportverein“") != std::string::npos);
    CHECK(read.counts.rows == 9);
    CHECK(read.counts.used == 5);
    CHECK(read.counts.passed_over == 3);
    CHECK(read.counts.rejected == 1);
}

TEST_CASE("persons stay out of the network, whatever the map says") {
    const std::string_view table =
        "Anbieter;Angebot;Ansprechpartnerin;Telefon;E-Mail;Bemerkung;Farbe\n"
        "Verein;Kurs;GEHEIM1;GEHEIM2;rolle@verein.example;Tel. 0000 000000 GEHEIM3;"
        "geheim4@x.example\n";
    const auto without = convert_directory(table,
                                           "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n"
                                           "Ansprechpartnerin;Notiz\nTelefon;Zusatzspalte\n"
                                           "E-Mail;Notiz\nBemerkung;Notiz\nFarbe;Zusatzspalte\n");
    io::ExportOptions all;
    all.mailboxes = io::Mailboxes::include;
    const std::string text = io::json_text(without.built.network, all);
    for (const char* secret : {"GEHEIM", "geheim4", "rolle@"})
        CHECK(text.find(secret) == std::string::npos);
    CHECK(places_of(without.built).size() >= 5);
    const auto mailbox = convert_directory(table,
                                           "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n"
                                           "Ansprechpartnerin;\nTelefon;\nBemerkung;\nFarbe;\n"
                                           "E-Mail;Funktionspostfach des Anbieters\n");
    CHECK(mailbox.built.network.tables().actors[0].mailbox == "rolle@verein.example");
    const std::string proposal = propose_map(table).text;
    for (const char* secret : {"GEHEIM", "geheim4", "rolle@"})
        CHECK(proposal.find(secret) == std::string::npos);
}

TEST_CASE("data of clients refuse a directory, without being repeated") {
    const std::string table =
        GENERATE("Anbieter;Angebot;Kundennummer\nVerein;Kurs;GEHEIM\n",
                 "Anbieter;Angebot;Notiz\nVerein;Kurs;Kunde 123A456789 GEHEIM\n",
                 "123A456789 GEHEIM;;\nAnbieter;Angebot;Notiz\nVerein;Kurs;\n");
    const auto read = convert_directory(table, "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n");
    CHECK(read.built.holds_client_data());
    const auto proposed = propose_map(table);
    CHECK(std::ranges::count(proposed.issues, client_data, &Issue::code) == 1);
    for (const auto* issues : {&read.built.issues, &proposed.issues})
        for (const Issue& issue : *issues)
            if (issue.code == client_data)
                CHECK(issue.message.de.find("GEHEIM") == std::string::npos);
}

TEST_CASE("a damaged directory never crashes and never loses a row in silence") {
    const std::vector<std::string> pieces{
        ";",          "\"",         "\n",      "\r\n",         ",",           "\t",
        "|",          "#",          "\0",      "\xFF",         "ä",           "Summe",
        "k. A.",      "123A456789", "=1+1",    "08523 Plauen", "Hof",         "kostenlos",
        "99.99.2026", "Anbieter",   "Angebot", "E-Mail",       "x@y.example", "2026-13"};
    const std::string table =
        "Titel;;;;;;\nAnbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n"
        "Verein A;Plauen;Vogtlandkreis;Kurs;Bewegung;12,50 €;2026\n"
        "Verein A;Plauen;Vogtlandkreis;Yoga;Entspannung;frei;laufend\n"
        "Verein B;Hof;Lkr. Hof;Kochen;Essen;5;05.03.2026\n;;;;;;\nSumme;;;3;;;\n";
    std::mt19937 random{20261122};
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>{0, n - 1}(random);
    };
    const TestFolder folder;
    int converted = 0;
    for (int round = 0; round < 250; ++round) {
        std::string damaged = table;
        std::string map{usual_map};
        for (std::size_t change = 0; change <= below(6); ++change) {
            std::string& target = below(5) == 0 ? map : damaged;
            const std::size_t at = below(target.size());
            const std::string& piece = pieces[below(pieces.size())];
            if (below(3) == 0)
                target.erase(at, 1 + below(5));
            else
                target.insert(at, piece.empty() ? std::string(1, '\0') : piece);
        }
        folder.write("liste.csv", damaged).write("zuordnung.csv", map);
        CAPTURE(round, damaged, map);
        const auto proposed = io::propose_column_map(folder / "liste.csv", Language::de);
        REQUIRE(proposed);
        const auto read = io::read_flat_directory(folder / "liste.csv", folder / "zuordnung.csv");
        REQUIRE(read);
        const io::DirectoryCounts& c = read->counts;
        CHECK(c.rows == c.used + c.rejected + c.passed_over);
        CHECK(c.used >= 0);
        const bool bad_map = std::ranges::any_of(read->built.issues, [](const Issue& i) {
            return i.severity == Severity::error && i.where.file == "zuordnung.csv";
        });
        if (bad_map) {
            CHECK(c.used == 0);
            continue;
        }
        ++converted;
        // Each row that is not used is named: its own line stands in an issue.
        std::int64_t named = 0;
        int last = 0;
        for (const Issue& issue : read->built.issues)
            if (issue.where.file == "liste.csv" && issue.where.row != last) {
                last = issue.where.row;
                ++named;
            }
        CHECK(named >= c.rejected + c.passed_over);
        // Each row that is used left its offer, or else its provider.
        const auto& tables = read->built.network.tables();
        const bool whole =
            damaged.find("\nAnbieter;Ort;Kreis;Angebot;Thema;Kosten;Beginn\n") != damaged.npos;
        if (!read->built.has_errors() && map == usual_map && whole)
            CHECK(static_cast<std::int64_t>(tables.offers.size() + tables.actors.size()) >= c.used);
    }
    CHECK(converted > 50);
}

TEST_CASE("a column is warned about once, and without a guess at the network's columns") {
    const auto read = convert_directory("Anbieter;Angebot;Kreis\nVerein;Kurs;Hof\n",
                                        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\n");
    CHECK(places_of(read.built) == Found{"liste.csv:1:3 unmapped-column", "liste.csv:2 no-topic"});
}

TEST_CASE("several offers in a cell become several, or are said to be one") {
    const std::string_view map =
        "Spalte;Feld;Trennzeichen\nAnbieter;Anbieter;\nAngebot;Angebot;\nThema;Thema;\n"
        "Kosten;Kosten;\nStraße;Straße;\n";
    const auto names = [](const io::DirectoryResult& read) {
        Found out;
        for (const Offer& offer : read.built.network.tables().offers) out.push_back(offer.name);
        std::ranges::sort(out);
        return out;
    };
    const std::string head = "Anbieter;Angebot;Thema;Kosten;Straße\n";
    const auto parallel = convert_directory(
        head +
            "Haus;\"Rücken\nKochen\nSingen\";\"Sport\nErnährung\nKultur\";\"5 €\n8 €\nfrei\";"
            "\"Weg 1\n\n08523 Plauen\"\n",
        map);
    CHECK(names(parallel) == Found{"Kochen", "Rücken", "Singen"});
    for (const Offer& offer : parallel.built.network.tables().offers) {
        CHECK(offer.topics.size() == 1);
        CHECK(offer.fee_eur == (offer.name == "Kochen" ? 8.0 : offer.name == "Rücken" ? 5.0 : 0.0));
        CHECK(offer.venues.size() == 1);
    }
    CHECK(places_of(parallel.built) == Found{"liste.csv:2:2 several-offers"});
    const auto said = std::ranges::find(parallel.built.issues, "several-offers", &Issue::code);
    CHECK(said->message.en.find("notes, addresses and extra columns") != std::string::npos);
    CHECK(parallel.counts.used == 1);
    const auto bullets = convert_directory(head + "Haus;\"- Lauf\n- Spiel\";Sport;;\n", map);
    CHECK(names(bullets) == Found{"Lauf", "Spiel"});
    const auto one = convert_directory(head + "Haus;\"Rücken\nfür Frauen\";Sport;;\n", map);
    CHECK(names(one) == Found{"Rücken für Frauen"});
    CHECK(places_of(one.built) == Found{"liste.csv:2:2 several-lines"});
    for (const char* separator : {"\\n", "Zeilenumbruch", "\"\n\"", "line-break"}) {
        const auto stated =
            convert_directory(head + "Haus;\"Rücken\nfür Frauen\";Sport;;\n",
                              "Spalte;Feld;Trennzeichen;Hinweis\nAnbieter;Anbieter;;\n"
                              "Thema;Thema;;\nKosten;Kosten;;\nStraße;Straße;;\n"
                              "Angebot;Angebot;" +
                                  std::string{separator} + ";x\n");
        CHECK(names(stated) == Found{"Rücken", "für Frauen"});
    }
    const auto again = convert_directory(head +
                                             "Haus;\"- Lauf\n- Spiel\";Sport;;\nHaus;Lauf;Sport;;\n"
                                             "Haus;\"- Spiel\n- Lauf\";Sport;;\n",
                                         map);
    CHECK(names(again) == Found{"Lauf", "Spiel"});
    CHECK(again.counts.used == 1);
    CHECK(again.counts.passed_over == 2);
}

TEST_CASE("names that may mean one provider are named") {
    const auto similar = [](const std::string& a, const std::string& b) {
        const auto read =
            convert_directory("Anbieter;Angebot;Thema\n" + a + ";K1;Sport\n" + b + ";K2;Sport\n",
                              "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n");
        return places_of(read.built) == Found{"liste.csv:3:1 similar-provider"};
    };
    CHECK(similar("Caritasverband Bochum e.V.", "Caritas-Verband Bochum"));
    CHECK(similar("Volkshochschule Bochum", "VHS Bochum"));
    CHECK(similar("DRK Kreisverband Bochum", "Deutsches Rotes Kreuz KV Bochum"));
    CHECK(similar("Stadt Bochum - Sportamt", "Sportamt Stadt Bochum"));
    CHECK_FALSE(similar("VHS Bochum", "VHS Herne"));
    CHECK_FALSE(similar("TV 1848", "TV 1884"));
}

TEST_CASE("the name of a person as a provider is said at its row") {
    const auto read = convert_directory(
        "Anbieter;Angebot;Thema\nHafenverein;K1;Sport\nHerr Max Mustermann;K2;Sport\n",
        "Spalte;Feld\nAnbieter;Anbieter\nAngebot;Angebot\nThema;Thema\n");
    CHECK(places_of(read.built) == Found{"liste.csv:3:1 person-names"});
}

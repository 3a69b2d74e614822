#include "text_width.hpp"

#include <catch2/catch.hpp>

using namespace lotse::viz;

TEST_CASE("widths follow the font's table") {
    CHECK(text_width_pt("", 10) == 0);
    CHECK(text_width_pt("A", 10) == Approx(6.39));  // hmtx of NotoSans-Regular
    CHECK(text_width_pt("ß", 10) == Approx(text_width_pt("ß", 20) / 2));
    CHECK(text_width_pt("m", 10, Weight::bold) > text_width_pt("m", 10));
    CHECK(text_width_pt("e\xCC\x81", 10) == Approx(text_width_pt("e", 10)));
}

TEST_CASE("no line begins with a comma, and abbreviations stay together") {
    for (const char* name :
         {"Kontakt-, Informations- und Beratungsstelle", "Turnverein Göttingen von 1846 e. V.",
          "Hilfen, z. B. nach § 20 SGB V", "Verein (e. V.) Kreis - , Stadt"})
        for (double width = 10; width < 200; width += 3)
            for (const std::string& line : wrap(name, 10, width)) {
                INFO(name << " | " << line);
                CHECK_FALSE(line.starts_with(","));
                CHECK_FALSE(line.starts_with("V."));
                CHECK_FALSE(line.starts_with("B."));
                CHECK_FALSE(line.ends_with("§"));
            }
    CHECK(wrap("Sport e. V. Kreis", 10, 45).back() == "Kreis");
}

TEST_CASE("names break into few, even lines") {
    CHECK(wrap("Jobcenter", 10, 100) == std::vector<std::string>{"Jobcenter"});
    CHECK(wrap("Agentur für Arbeit Waldau", 10, 100) ==
          std::vector<std::string>{"Agentur für", "Arbeit Waldau"});
    CHECK(wrap("Schwangerschaftskonfliktberatungsstelle", 10, 50).size() == 1);
    CHECK(wrap("Suchtberatungs- und -behandlungsstelle", 10, 130) ==
          std::vector<std::string>{"Suchtberatungs- und", "-behandlungsstelle"});
    CHECK(wrap("Stadt-\u00A0und\u00A0Kreis Sport-\u00A0bund", 10, 80) ==
          std::vector<std::string>{"Stadt-\u00A0und\u00A0Kreis", "Sport-\u00A0bund"});
    CHECK(wrap("", 10, 50) == std::vector<std::string>{""});
    for (const std::string& line : wrap("Turn- und Sportverein Grün-Weiß 1898 e. V.", 10, 110))
        CHECK(text_width_pt(line, 10) <= 110);
}

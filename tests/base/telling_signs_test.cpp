#include <lotse/base/telling_signs.hpp>
#include <lotse/base/three_valued.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("signs that change what a word says are seen") {
    for (const char* text :
         {"ja?", "nein (?)", "¿ja", "-ja", "– ja", "nein!", "(ja)", "ja)", "~ja", "ja*", "ja…",
          "ja..", "?", "", "-", "jobcenter ()", "ja ？", "ja\u200b?", "\"ja\""}) {
        INFO(text);
        CHECK(unicode::has_telling_signs(text));
        if (std::string_view{text} != "?" && std::string_view{text} != "")
            CHECK_FALSE(parse_three_valued(text));
    }
    for (const char* text :
         {"ja", "Ja.", "ja:", " nein ", "§ 20 SGB V", "Freie Förderung (§ 16f SGB II)", "K. A.",
          "job-center", "Beratung (u. a.)", "cafe\u0301"}) {
        INFO(text);
        CHECK_FALSE(unicode::has_telling_signs(text));
    }
    CHECK(parse_three_valued("?") == ThreeValued::unknown);
    CHECK(parse_three_valued("Ja.") == ThreeValued::yes);
}

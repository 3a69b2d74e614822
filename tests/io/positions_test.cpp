#include "files.hpp"

#include <catch2/catch.hpp>

#include <lotse/io/positions.hpp>

using namespace lotse;

namespace {

Result<io::Positions> read_text(std::string_view text) {
    const TestFolder folder;
    folder.write("p.csv", text);
    return io::read_positions(folder / "p.csv", {});
}

}  // namespace

TEST_CASE("places that were written are read back") {
    const io::Positions places{{"aa", {0, 1}}, {"bé", {0.25, 0.3333}}};
    const auto read = read_text(io::positions_text(places));
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->at("aa").y == 1);
    CHECK(read->at("bé").x == Approx(0.25));
    CHECK(read->at("bé").y == Approx(0.3333));
}

TEST_CASE("places as a spreadsheet saves them") {
    const auto read = read_text("Name;Schlüssel;x;y\r\nJobcenter;jc;0,5;0,125\r\n;;;\r\n");
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(read->at("jc").y == Approx(0.125));
}

TEST_CASE("a place that cannot be used is named with its cell") {
    struct Case {
        const char* text;
        const char* place;
    };
    for (const Case& c :
         {Case{"key,x\njc,0.1\n", "p.csv:1"}, Case{"key,x,y\njc,0.1,2\n", "p.csv:2:3"},
          Case{"key,x,y\njc,a,0\n", "p.csv:2:2"}, Case{"key,x,y\n,0,0\n", "p.csv:2:1"},
          Case{"key,x,y\njc,0,0\njc,0,0\n", "p.csv:3:1"},
          Case{"key,x,y\na,0,0\n\"b,0,0\nc,0,0\n", "p.csv:3"},
          Case{"key,x,y\n\"a\"x,0,0\nb,0,0\n", "p.csv:2"}, Case{"", "p.csv"}}) {
        const auto read = read_text(c.text);
        INFO(c.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::input);
        CHECK(read.error().message.en.find(c.place) == 0);
        CHECK(read.error().message.de.find(c.place) == 0);
    }
}

#include "wrapped_lines.hpp"

#include <catch2/catch.hpp>

#include <string>

using lotse::io::wrapped_lines;

TEST_CASE("lines of a text in a column are counted as words wrap") {
    CHECK(wrapped_lines("", 10) == 1);
    CHECK(wrapped_lines("eins zwei", 9) == 1);
    CHECK(wrapped_lines("eins zwei", 8) == 2);
    CHECK(wrapped_lines("eins zwei drei", 9) == 2);
    CHECK(wrapped_lines("Größe äöü", 9) == 1);  // characters, not bytes
    CHECK(wrapped_lines("eins\nzwei", 30) == 2);
    CHECK(wrapped_lines("eins\n\nzwei", 30) == 3);
    CHECK(wrapped_lines("eins\n", 30) == 2);
    CHECK(wrapped_lines(std::string(25, 'x'), 10) == 3);
    CHECK(wrapped_lines("a " + std::string(25, 'x') + " b", 10) == 4);
    CHECK(wrapped_lines("abc", 0) == 3);
}

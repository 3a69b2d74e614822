#include <lotse/base/text.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("holes of a message are filled in order, in both languages") {
    const Message words = message({"{} und {}.", "{} and {}."}, {"A", "B"});
    CHECK(words.de == "A und B.");
    CHECK(words.en == "A and B.");
}

TEST_CASE("a name that ends in a full stop ends the sentence too") {
    CHECK(message({"Bei {}.", "At {}."}, {"TuS e. V."}).de == "Bei TuS e. V.");
    CHECK(message({"{}. Danach {}", "{}. Then {}"}, {"TuS e. V.", "B"}).de == "TuS e. V. Danach B");
    CHECK(message({"{}, dann {}.", "{}, then {}."}, {"TuS e. V.", "B"}).de == "TuS e. V., dann B.");
}

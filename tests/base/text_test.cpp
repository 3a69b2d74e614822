#include <lotse/base/collate.hpp>
#include <lotse/base/text.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace lotse;

TEST_CASE("holes of a message are filled in order, in both languages") {
    const Message words = message({"{} und {}.", "{} and {}."}, {"A", "B"});
    CHECK(words.de == "A und B.");
    CHECK(words.en == "A and B.");
}

TEST_CASE("items that hold a comma or an \"und\" are listed by semicolons") {
    using Items = std::vector<std::string>;
    CHECK(listed(Items{}).empty());
    CHECK(listed(Items{"A", "B"}) == "A, B");
    CHECK(listed(Items{"A, Abteilung B", "C"}) == "A, Abteilung B; C");
    CHECK(listed(Items{"A", "B und C"}) == "A; B und C");
    CHECK(listed(Items{"A and B", "C"}) == "A and B; C");
    CHECK(listed(Items{"Rundfunk", "Anderes"}) == "Rundfunk, Anderes");
}

TEST_CASE("names are in the order of a German dictionary") {
    std::vector<std::string> names{"Zoo", "Ärzte", "Abt. 10", "Abt. 9", "aachen", "Apotheke"};
    std::ranges::sort(names, {}, [](const std::string& name) { return collation_key(name); });
    CHECK(names ==
          std::vector<std::string>{"aachen", "Abt. 9", "Abt. 10", "Apotheke", "Ärzte", "Zoo"});
}

TEST_CASE("a name that ends in a full stop ends the sentence too") {
    CHECK(message({"Bei {}.", "At {}."}, {"TuS e. V."}).de == "Bei TuS e. V.");
    CHECK(message({"{}. Danach {}", "{}. Then {}"}, {"TuS e. V.", "B"}).de == "TuS e. V. Danach B");
    CHECK(message({"{}, dann {}.", "{}, then {}."}, {"TuS e. V.", "B"}).de == "TuS e. V., dann B.");
}

#include <lotse/model/similar.hpp>

#include "directory_values.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <random>

using namespace lotse;
using Words = std::vector<std::string>;

namespace {

Words words_of(const std::string& name) {
    return io::split_words(name, std::array{std::string{" "}});
}

std::string letters_of(const std::string& name) {
    std::string out;
    for (const std::string& word : words_of(name)) out += word;
    return out;
}

std::string digits_of(const std::string& name) {
    std::string out;
    std::ranges::copy_if(name, std::back_inserter(out),
                         [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

/// Each name compared with each earlier one.
std::string first_similar(const Words& names, std::size_t number) {
    const std::string& name = names[number];
    std::string elsewhere;
    for (std::size_t i = 0; i < number; ++i) {
        const std::string& other = names[i];
        if (digits_of(name) != digits_of(other)) continue;
        Words left = words_of(name);
        Words right = words_of(other);
        std::ranges::sort(left);
        std::ranges::sort(right);
        const std::string a = letters_of(name);
        const std::string b = letters_of(other);
        const bool slips =
            std::min(name.size(), other.size()) >= 8 && typing_distance(name, other, 2) <= 2;
        if (a.substr(0, 4) == b.substr(0, 4) && (a == b || left == right || slips)) return other;
        if (elsewhere.empty() && left == right) elsewhere = other;
    }
    return elsewhere;
}

Words names_of(std::mt19937& random, std::size_t count, const Words& parts) {
    Words out;
    while (out.size() < count) {
        std::string name;
        for (std::size_t n = 2 + random() % 4; n > 0; --n) name += parts[random() % parts.size()];
        while (name.ends_with(' ')) name.pop_back();
        if (std::ranges::find(out, name) == out.end()) out.push_back(name);
    }
    return out;
}

}  // namespace

TEST_CASE("similar names are those that a comparison of all pairs finds") {
    std::mt19937 random{20261123};
    const std::vector<Words> alphabets{{"a", "b", "ab", "ba", "aab"},
                                       {"sport ", "verein ", "vereni ", "a ", "b ", "1 ", "2 "},
                                       {"turnverein", "nord", "nrod", "sued ", "ost ", "o"}};
    int found = 0;
    for (const Words& parts : alphabets)
        for (int round = 0; round < 10; ++round) {
            const Words names = names_of(random, 60, parts);
            io::SimilarNames similar;
            for (std::size_t i = 0; i < names.size(); ++i) {
                CAPTURE(names[i]);
                const std::string other = similar.find_then_add(names[i]);
                CHECK(other == first_similar(names, i));
                found += other.empty() ? 0 : 1;
            }
        }
    CHECK(found > 200);
}

TEST_CASE("one slip, two slips and a swap are similar, three are not") {
    const auto similar = [](const std::string& a, const std::string& b) {
        io::SimilarNames names;
        CHECK(names.find_then_add(a).empty());
        return names.find_then_add(b) == a;
    };
    CHECK(similar("turnverein", "turnvrein"));
    CHECK(similar("turnvrein", "turnverein"));
    CHECK(similar("turnverein nord", "turnvereni nodr"));
    CHECK(similar("turnverein", "turnverein s"));
    CHECK_FALSE(similar("turnverein nord", "turnvereni nodrx"));
    CHECK_FALSE(similar("verein a", "vexeix b"));
    CHECK_FALSE(similar("abcdefg", "abcdefh"));  // too short
    CHECK_FALSE(similar("turnverein 12", "turnverein 13"));
}

TEST_CASE("many names that begin alike are compared in time") {
    std::mt19937 random{1};
    io::SimilarNames similar;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20000; ++i) {
        std::string name = "sportverein ";
        for (int k = 0; k < 12; ++k) name += static_cast<char>('a' + random() % 26);
        similar.find_then_add(name);
    }
    // All pairs would take minutes.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{60});
}

TEST_CASE("keys of one name are numbered around those that are taken") {
    io::DistinctKeys keys;
    Words out;
    for (const char* key : {"kurs", "kurs-2", "kurs", "kurs", "kurs-2"})
        out.push_back(keys.take(key));
    CHECK(out == Words{"kurs", "kurs-2", "kurs-3", "kurs-4", "kurs-2-2"});
}

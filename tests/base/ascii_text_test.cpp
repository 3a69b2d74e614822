#include <lotse/base/look_alike.hpp>
#include <lotse/base/unicode.hpp>

#include <catch2/catch.hpp>

#include <random>

using namespace lotse;

namespace {

/// Plain text of up to 20 characters, blanks and punctuation included.
std::string plain_text(std::mt19937& random) {
    std::string out;
    for (auto left = random() % 21; left > 0; --left) out += static_cast<char>(9 + random() % 118);
    return out;
}

}  // namespace

// Plain text takes a shorter way than text with other characters. One other character behind it
// makes it take the long way.
TEST_CASE("plain text is treated like all text") {
    std::mt19937 random{7};
    for (int i = 0; i < 20000; ++i) {
        const std::string text = plain_text(random);
        INFO(text);
        const std::string key = unicode::match_key(text);
        CHECK(unicode::match_key(text + " é") == (key.empty() ? "é" : key + " é"));
        CHECK(unicode::confusable_key(text + "ж") ==
              unicode::confusable_key(text) + unicode::confusable_key("ж"));
        CHECK(unicode::trim("é" + text + "é") == "é" + text + "é");
        CHECK(unicode::confusable_spelling(text + "ж") ==
              unicode::confusable_spelling(text) + unicode::confusable_spelling("ж"));
        const std::string trimmed{unicode::trim(text)};
        CHECK(unicode::trim("\u00a0" + text + "\u00a0") == trimmed);
        CHECK(unicode::nfc(text + "e\u0301") == text + "é");
        CHECK_FALSE(unicode::first_invalid_utf8(text));
        CHECK(unicode::first_invalid_utf8(text + "\xC3") == text.size());
        const auto forbidden = unicode::first_forbidden(text);
        CHECK(unicode::first_forbidden(text + "\u202e") == forbidden.value_or(text.size()));
        if (!forbidden) CHECK(unicode::visible("é" + text) == "é" + unicode::visible(text));
    }
}

TEST_CASE(
    "text below the combining marks is in normal form C as it stands, broken text is mended") {
    for (const char* text : {"Größe", "Ärzte", "ʿAyn", "\u02ff"}) CHECK(unicode::nfc(text) == text);
    CHECK(unicode::nfc("A\u0308") == "Ä");
    CHECK(unicode::nfc("\u1e9b\u0323") == "\u1e9b\u0323");
    CHECK(unicode::nfc("a\xC3") == "a\uFFFD");
    CHECK(unicode::nfc("a\xC3z") == "a\uFFFDz");
}

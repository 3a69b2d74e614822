#include "directory_identity.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>

namespace lotse::io {
namespace {

constexpr char separator = '\x1e';

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char c : unicode::as_typed(unicode::trim(text)))
        if (c != ' ' || !out.ends_with(' ')) out += c;
    return out;
}

/// Signs that no spelling of the same name has instead of another.
std::string telling_signs(std::string typed) {
    std::erase(typed, ' ');
    std::string out;
    const auto is_digit_at = [&](std::size_t i) {
        return i < typed.size() && ascii::is_digit(typed[i]);
    };
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        for (const std::string_view sign : {"≤", "≥"})
            if (typed.compare(i, sign.size(), sign) == 0) out += sign;
        const bool joins =
            (c == '-' || c == '/') && is_digit_at(i + 1) && (i == 0 || is_digit_at(i - 1));
        if (joins || c == '+' || c == '<' || c == '>' || c == '=') out += c;
    }
    return out;
}

}  // namespace

std::string cell_identity(std::string_view text) {
    std::string typed = with_single_blanks(text);
    if (std::ranges::any_of(typed, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        // Letters and digits as they are in any case, and the signs between them.
        return unicode::match_key(typed) + separator + unicode::confusable_key(typed);
    for (char& c : typed)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return typed;
}

std::string name_identity(std::string_view text) {
    const std::string typed = with_single_blanks(text);
    std::string key = unicode::match_key(typed);
    if (key.empty()) return typed;
    if (const std::string signs = telling_signs(typed); !signs.empty()) key += separator + signs;
    return key;
}

std::string street_identity(std::string_view text) {
    std::string typed = with_single_blanks(text);
    for (char& c : typed)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    constexpr std::string_view shorter = "str", full = "strasse";
    for (auto at = typed.find(shorter); at != typed.npos; at = typed.find(shorter, at + 1)) {
        auto end = at + shorter.size();
        const bool ends_word = end == typed.size() || typed[end] == '.' || typed[end] == ' ';
        if (!ends_word) continue;
        if (end < typed.size() && typed[end] == '.') ++end;
        const bool joined = end < typed.size() && typed[end] != ' ';
        typed.replace(at, end - at, std::string{full} + (joined ? " " : ""));
    }
    // "7 a" is "7a".
    for (auto at = typed.find(' '); at != typed.npos; at = typed.find(' ', at + 1))
        if (at > 0 && ascii::is_digit(typed[at - 1]) && at + 1 < typed.size() &&
            ascii::is_letter(typed[at + 1]) &&
            (at + 2 == typed.size() || typed[at + 2] == ',' || typed[at + 2] == ' '))
            typed.erase(at, 1);
    return name_identity(typed);
}

}  // namespace lotse::io

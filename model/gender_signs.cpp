#include "gender_signs.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"

#include <algorithm>
#include <array>

namespace lotse::privacy {
namespace {

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || ascii::is_letter(c);
}

/// Also what some write in place of the asterisk: "Kund·in", "Kund’in".
std::string with_plain_signs(std::string_view text) {
    std::string out = unicode::as_typed(text);
    for (const std::string_view sign : {"·", "•", "’", "‘"})
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at))
            out.replace(at, sign.size(), "*");
    return out;
}

std::string lower(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// "*", "/-", "(" between a word and its ending. Empty: none.
std::string_view signs_at(std::string_view text) {
    constexpr std::string_view longest = "(/-";
    const auto signs = text.substr(0, text.find_first_not_of("*:_/(-!'`"));
    return signs.size() <= longest.size() ? signs : std::string_view{};
}

struct Ending {
    std::string_view letters;
    std::size_t size = 0;  ///< as written
};

/// A compound goes on behind "innen" ("Kund*innennummer"), behind "in" only where the sign says
/// that it is no "intern" or "Info".
Ending ending_at(std::string_view text, std::string_view signs) {
    constexpr std::string_view in_brackets = "inn)en";
    constexpr std::array<std::string_view, 8> endings{"innen", "nen", "in", "en",
                                                      "er",    "r",   "n",  "s"};
    if (text.starts_with(in_brackets)) return {"innen", in_brackets.size()};
    for (const std::string_view ending : endings) {
        if (!text.starts_with(ending)) continue;
        const bool ends_word = text.size() == ending.size() || !is_letter(text[ending.size()]);
        if (ends_word || ending == "innen" || (ending == "in" && signs == "*"))
            return {ending, ending.size()};
    }
    return {};
}

}  // namespace

std::string without_gender_signs(std::string_view given) {
    const std::string text = with_plain_signs(given);
    const std::string low = lower(text);
    std::string out;
    std::string word;  // before the sign
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view{low}.substr(at);
        const std::string_view signs = word.empty() ? std::string_view{} : signs_at(rest);
        const std::string_view behind = rest.substr(signs.size());
        const Ending ending = signs.empty() ? Ending{} : ending_at(behind, signs);
        if (ending.size > 0 && is_client_word(folded(word))) {
            const std::string joined = word + std::string{ending.letters};
            if (is_client_word(folded(joined))) {
                out += ending.letters;
                word = joined;
            }
            at += signs.size() + ending.size;
            continue;
        }
        constexpr std::string_view usual = "*:_";
        if (signs.size() == 1 && usual.find(signs) != usual.npos && behind.starts_with("in")) {
            ++at;
            continue;
        }
        word = is_letter(text[at]) ? word + text[at] : std::string{};
        out += text[at++];
    }
    return out;
}

}  // namespace lotse::privacy

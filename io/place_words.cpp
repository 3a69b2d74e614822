#include "place_words.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/codebook.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

std::string_view word_code(std::string_view text) {
    const Code* code = Codebook::built_in().list("area_words")->recognise(text);
    return code ? std::string_view{code->code} : std::string_view{};
}

bool is_kind(std::string_view code) {
    return code == "city" || code == "district" || code == "municipality" || code == "both";
}

/// Words that lead to an addition, in full and as they are shortened.
bool leads_addition(std::string_view word) {
    constexpr std::array<std::string_view, 16> words{"am",  "an",   "a",  "im", "in",    "i",
                                                     "b",   "bei",  "ob", "o",  "unter", "auf",
                                                     "vor", "vorm", "v",  "u"};
    return std::ranges::find(words, word) != words.end();
}

bool is_article(std::string_view word) {
    return leads_addition(word) || word == "d" || word == "der" || word == "den" || word == "dem";
}

std::vector<std::string> words_of(std::string_view key) {
    std::vector<std::string> out;
    while (!key.empty()) {
        const auto end = std::min(key.find(' '), key.size());
        if (end > 0) out.emplace_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return out;
}

/// Where an addition begins with a preposition; the length of the text: nowhere.
std::size_t preposition_in(std::string_view text) {
    for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        const std::string_view word = rest.substr(0, rest.find_first_of(" ."));
        if (word.size() < rest.size() && leads_addition(unicode::match_key(word))) return at;
    }
    return text.size();
}

/// The letters of `shorter` in their order within `longer`, from its first letter.
bool shortens(std::string_view shorter, std::string_view longer) {
    if (shorter.empty() || longer.empty() || shorter.front() != longer.front()) return false;
    for (const char c : shorter) {
        const auto at = longer.find(c);
        if (at == std::string_view::npos) return false;
        longer.remove_prefix(at + 1);
    }
    return true;
}

}  // namespace

NameOfKind name_of_kind(std::string_view text) {
    const std::string key = unicode::match_key(text);
    // The most words first: "Stadt und Landkreis Hof" is not the town "und Landkreis Hof".
    for (auto at = key.rfind(' '); at != std::string::npos && at > 0; at = key.rfind(' ', at - 1))
        if (const auto kind = word_code(std::string_view{key}.substr(0, at)); is_kind(kind))
            return {kind, key.substr(at + 1)};
    for (auto at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1))
        if (const auto kind = word_code(std::string_view{key}.substr(at + 1)); is_kind(kind))
            return {kind, key.substr(0, at)};
    return {};
}

std::string_view area_word(std::string_view text) {
    const std::string_view code = word_code(text);
    return is_kind(code) ? std::string_view{} : code;
}

NameWithAddition split_addition(std::string_view text) {
    const auto sign = std::min({text.find_first_of("(,/"), text.find(" OT "), text.size()});
    const auto preposition = preposition_in(text);
    const auto end = std::min(sign, preposition);
    if (end == 0 || end == text.size()) return {text, {}, false};
    NameWithAddition out{unicode::trim(text.substr(0, end)), {}, sign <= preposition};
    const std::vector<std::string> words = words_of(unicode::match_key(text.substr(end)));
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i + 1 == words.size() || !is_article(words[i])) out.addition.push_back(words[i]);
    return out;
}

bool same_addition(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return !a.empty() && std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return shortens(x, y) || shortens(y, x);
    });
}

}  // namespace lotse::io

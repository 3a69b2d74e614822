#include "words_before.hpp"

#include <lotse/base/unicode.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Fr." may be a day.
bool is_form_of_address(std::string_view part) {
    constexpr std::array<std::string_view, 5> forms{"herr", "herrn", "frau", "hr.", "hr"};
    return std::ranges::find(forms, part) != forms.end();
}

/// "Fit als Frau", "Yoga für die Frau".
bool goes_before_anybody(std::string_view part) {
    constexpr std::array<std::string_view, 8> words{"die",  "der",  "als",   "für",
                                                    "jede", "eine", "einer", "zur"};
    return std::ranges::find(words, part) != words.end();
}

bool is_number_word(std::string_view word) {
    constexpr std::array<std::string_view, 9> words{"nr", "nummer",  "nummern",     "no",  "number",
                                                    "id", "kennung", "kennzeichen", "code"};
    return std::ranges::find(words, word) != words.end();
}

/// Of "Teilnehmer/in", "Leistungsberechtigte/r" and "Kund(inn)en".
bool is_ending(std::string_view word) {
    constexpr std::array<std::string_view, 4> words{"in", "inn", "innen", "en"};
    return word.size() == 1 || std::ranges::find(words, word) != words.end();
}

/// "klienten", "arbeitslose", of one or many.
bool may_be_many(std::string_view word) {
    return word.ends_with("en") || (word.ends_with('e') && word != "kunde");
}

std::vector<std::string> split_at_blanks(std::string_view text) {
    std::vector<std::string> out;
    while (!(text = unicode::trim(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

bool ends_clause(std::string_view part) {
    return part.ends_with(',') || part.ends_with(';');
}

bool is_street(std::string_view part) {
    constexpr std::array<std::string_view, 17> streets{
        "str",   "strasse", "weg",   "platz",    "allee", "gasse", "ring",   "damm", "ufer",
        "markt", "anger",   "steig", "chaussee", "hof",   "pfad",  "graben", "wall"};
    constexpr std::size_t shortest_name = 3;  // "Ostring", but not "Döring", "Imhof", "Langer"
    const std::string key = unicode::match_key(part);
    const std::string_view word = std::string_view{key}.substr(key.rfind(' ') + 1);
    return std::ranges::any_of(streets, [&](std::string_view street) {
        return word == street ||
               (word.ends_with(street) && unicode::length(word) >= street.size() + shortest_name);
    });
}

/// Behind it the last part of a text is a name.
bool goes_before_name(std::string_view part) {
    constexpr std::array<std::string_view, 2> titles{"dr.", "prof."};
    const Heading heading{part};
    return is_form_of_address(part) || std::ranges::find(titles, part) != titles.end() ||
           begins_with_given_name(part) ||
           (heading.words().size() == 1 && is_client_word(heading.words().front()) &&
            !may_be_many(heading.words().front()));
}

/// "frau", "frau eva m."
bool ends_in_person(std::span<const std::string> parts) {
    constexpr std::size_t most_names = 2;
    for (std::size_t names = 0; names <= most_names && !parts.empty(); ++names) {
        const std::string& part = parts.back();
        parts = parts.first(parts.size() - 1);
        if (is_form_of_address(part)) return parts.empty() || !goes_before_anybody(parts.back());
        if (ends_clause(part)) return false;
    }
    return false;
}

}  // namespace

bool announces_client(std::string_view before) {
    const Heading heading{before};
    std::span<const std::string> words = heading.words();
    bool numbered = false;
    const auto drop_last = [&] { words = words.first(words.size() - 1); };
    for (; !words.empty(); drop_last()) {
        numbered = numbered || is_number_word(words.back());
        if (!is_number_word(words.back()) && !is_ending(words.back())) break;
    }
    if (words.empty()) return false;
    const std::string& word = words.back();
    const bool for_many =
        !numbered && may_be_many(word) && words.size() > 1 && words[words.size() - 2] == "fuer";
    if (is_client_word(word)) return !for_many;
    if (word == "kd" || word == "fall" || (word == "ba" && numbered)) return true;
    return ends_in_person(split_at_blanks(before));
}

bool ends_in_street(std::string_view before) {
    const std::vector<std::string> parts = split_at_blanks(before);
    if (parts.empty() || !is_street(parts.back())) return false;
    constexpr std::size_t most_names = 2;
    for (std::size_t back = 1; back <= most_names && back < parts.size(); ++back) {
        const std::string& part = parts[parts.size() - 1 - back];
        if (ends_clause(part)) break;
        if (goes_before_name(part)) return false;
    }
    return true;
}

}  // namespace lotse::privacy

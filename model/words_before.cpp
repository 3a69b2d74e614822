#include "words_before.hpp"

#include <lotse/base/text_parts.hpp>
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

/// "Die Frau heute", "als Patient".
bool goes_before_anybody(std::string_view part) {
    constexpr std::array<std::string_view, 6> words{"die", "der", "als", "jede", "eine", "einer"};
    return std::ranges::find(words, part) != words.end();
}

/// No part of a name: "Frau und Beruf", "Frau im Kurs", "Patient Yogakurs". "Von" and "zu" are.
bool is_no_name(std::string_view part) {
    constexpr std::array<std::string_view, 18> words{"und", "oder", "im",  "in",  "am",   "auf",
                                                     "bei", "mit",  "für", "aus", "nach", "zum",
                                                     "zur", "ohne", "and", "&",   "+",    "-"};
    constexpr std::array<std::string_view, 17> offers{
        "kurs",      "kurse",    "gruppe", "training", "beratung", "seminar",
        "workshop",  "schulung", "modul",  "programm", "projekt",  "flyer",
        "sprechtag", "coaching", "treff",  "angebot",  "netzwerk"};
    return std::ranges::find(words, part) != words.end() ||
           std::ranges::any_of(offers,
                               [&](std::string_view offer) { return part.ends_with(offer); });
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

bool ends_clause(std::string_view part) {
    return part.ends_with(',') || part.ends_with(';');
}

enum class Street {
    none,
    glued,  ///< "lindenweg", and many a surname
    apart,  ///< "ring"
    sure    ///< "musterstr.", "karl marx allee": no surname
};

Street street_in(std::string_view part) {
    constexpr std::array<std::string_view, 4> sure{"str", "strasse", "allee", "chaussee"};
    constexpr std::array<std::string_view, 13> streets{"weg",  "platz",  "gasse", "ring",  "damm",
                                                       "ufer", "markt",  "anger", "steig", "hof",
                                                       "pfad", "graben", "wall"};
    constexpr std::size_t shortest_name = 3;  // "Ostring", but not "Döring", "Imhof", "Langer"
    const std::string key = unicode::match_key(part);
    const std::string_view word = std::string_view{key}.substr(key.rfind(' ') + 1);
    const auto ends_in = [&](std::string_view street) {
        return word == street ||
               (word.ends_with(street) && unicode::length(word) >= street.size() + shortest_name);
    };
    if (std::ranges::any_of(sure, ends_in)) return Street::sure;
    if (std::ranges::find(streets, word) != streets.end()) return Street::apart;
    return std::ranges::any_of(streets, ends_in) ? Street::glued : Street::none;
}

/// "kunde", "tn", but not "klienten".
bool is_one_client(std::string_view part) {
    const Heading heading{part};
    return heading.words().size() == 1 && is_client_word(heading.words().front()) &&
           !may_be_many(heading.words().front());
}

/// Behind it the last part of a text is a name.
bool goes_before_name(std::string_view part) {
    constexpr std::array<std::string_view, 2> titles{"dr.", "prof."};
    return is_form_of_address(part) || std::ranges::find(titles, part) != titles.end() ||
           begins_with_given_name(part) || is_one_client(part);
}

/// "12 tn", "10 teilnehmer", but not "3. tn", "3 kunde".
bool are_counted(std::span<const std::string> parts) {
    if (parts.size() < 2 || !all_digits(parts[parts.size() - 2])) return false;
    const std::string_view last = parts.back();
    return last == "tn" || last == "elb" || last.ends_with("er") || may_be_many(last);
}

/// "frau", "frau eva m.", "kunde meier", but not "starke frau", "frau und beruf".
bool ends_in_person(std::span<const std::string> parts) {
    constexpr std::size_t most_names = 2;
    for (std::size_t names = 0; names <= most_names && !parts.empty(); ++names) {
        if (are_counted(parts)) return false;
        const std::string& part = parts.back();
        parts = parts.first(parts.size() - 1);
        const bool begins = parts.empty() || ends_clause(parts.back());
        if (is_form_of_address(part) && names == 0 && part == "frau") return begins;
        if (is_form_of_address(part)) return begins || !goes_before_anybody(parts.back());
        if (names > 0 && is_one_client(part))  // "Kurs für Teilnehmer Yoga"
            return begins || !part.ends_with("er") || parts.back() != "für";
        if (ends_clause(part) || is_no_name(part)) return false;
    }
    return false;
}

/// "kochkurs arbeitslose", "beratung für patienten", but not "akte des patienten", "notiz:
/// klienten".
bool are_many(std::span<const std::string> words, std::string_view before) {
    constexpr std::array<std::string_view, 7> of_one{"des",   "dem", "den",  "beim",
                                                     "einem", "vom", "einen"};
    if (!may_be_many(words.back()) || words.size() < 2) return false;
    const auto sign = before.find_last_of(",;:");
    const bool begins_clause = sign != before.npos && before.substr(sign + 1).starts_with(' ') &&
                               split_at_blanks(before.substr(sign + 1)).size() == 1;
    return !begins_clause && std::ranges::find(of_one, words[words.size() - 2]) == of_one.end();
}

}  // namespace

std::vector<std::string> split_at_blanks(std::string_view text) {
    std::vector<std::string> out;
    while (!(text = unicode::trim(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

bool announces_client(std::string_view before) {
    const Heading heading{before};
    std::span<const std::string> words = heading.words();
    bool numbered = false;
    bool is_one = false;  // "Leistungsberechtigte/r"
    const auto drop_last = [&] { words = words.first(words.size() - 1); };
    for (; !words.empty(); drop_last()) {
        numbered = numbered || is_number_word(words.back());
        is_one = is_one || words.back() == "r" || words.back() == "in";
        if (!is_number_word(words.back()) && !is_ending(words.back())) break;
    }
    if (words.empty()) return false;
    const std::string& word = words.back();
    const std::vector<std::string> parts = split_at_blanks(before);
    if (is_client_word(word) && are_counted(parts)) return false;
    if (is_client_word(word)) return numbered || is_one || !are_many(words, before);
    if (word == "kd" || word == "fall" || (word == "ba" && numbered)) return true;
    return ends_in_person(parts) && !ends_in_street(before);
}

bool ends_in_street(std::string_view before) {
    const std::vector<std::string> parts = split_at_blanks(before);
    const Street street = parts.empty() ? Street::none : street_in(parts.back());
    if (street == Street::none || street == Street::sure) return street == Street::sure;
    constexpr std::size_t most_names = 2;
    for (std::size_t back = 1; back <= most_names && back < parts.size(); ++back) {
        const std::string& part = parts[parts.size() - 1 - back];
        if (ends_clause(part)) break;
        // "Karl Marx Ring" and "Dr. Külz Ring" are streets, "Petra Ring" and "Frau Eva Ring" not
        const bool of_street = street == Street::apart && back == most_names &&
                               !is_form_of_address(part) && !is_one_client(part);
        if (!of_street && goes_before_name(part)) return false;
    }
    return true;
}

}  // namespace lotse::privacy

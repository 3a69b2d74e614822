#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "check_digits.hpp"
#include "client_words.hpp"
#include "decimal_fractions.hpp"
#include "words_before.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lotse::privacy {
namespace {

/// Customer number of the Federal Employment Agency, and number of a Bedarfsgemeinschaft.
bool is_customer_number(std::string_view t) {
    return matches(t, "999A999999");
}
bool is_community_number(std::string_view t) {
    return matches(t, "99999//9999999") || matches(t, "99999BG9999999");
}

/// A run of letters and digits, in upper case.
struct Word {
    std::string text;
    /// What stands between it and the word before: several blanks count as one; empty where a word
    /// was split.
    std::string gap;
};

/// Consecutive words that may be the groups of one identifier.
struct Groups {
    std::span<const Word> words;
    std::span<const Word> before;  ///< all words before them in the text

    /// Without the first, which belongs to the text before.
    template <class Fits>
    bool all_gaps(Fits fits) const {
        return std::ranges::all_of(words.subspan(1),
                                   [&](const Word& word) { return fits(word.gap); });
    }
};

bool is_blank_or_hyphen(std::string_view gap) {
    return gap == " " || gap == "-";
}

/// The slashes of "12345//0001234" are part of the number, whatever stands around them.
std::string_view inner_sign(std::string_view gap) {
    constexpr std::size_t widest = 8;  // " - // - "
    if (gap.size() > widest || gap.find_first_not_of(" -._,/") != gap.npos) return {};
    return gap.find("//") == gap.npos || std::ranges::count(gap, '/') != 2 ? std::string_view{}
                                                                           : "//";
}

/// Signs that people put into long numbers. Those that also stand between the items of a list must
/// be the same throughout, and those with blanks around them must occur twice: "Haus B, 0521 12345"
/// and "e. V. 052112345" are no numbers with a letter.
bool are_written_as_one(const Groups& groups) {
    constexpr std::array<std::string_view, 5> usual{"", " ", "-", ".", "_"};
    if (groups.all_gaps([&](std::string_view gap) {
            return !inner_sign(gap).empty() || std::ranges::find(usual, gap) != usual.end();
        }))
        return true;
    const std::string& first = groups.words[1].gap;
    if (first == "%") return false;  // of a web address, which is decoded
    const bool bare = first == "," || first == "/";
    return (bare || groups.words.size() > 2) &&
           groups.all_gaps([&](std::string_view gap) { return gap == first; });
}

/// "T 0234 12345" is a telephone number although one in ten such numbers has a valid check digit.
bool is_no_telephone_number(const Groups& groups) {
    const auto size = [&](std::size_t i) { return groups.words[i].text.size(); };
    if (groups.words.size() < 3 || size(0) != 1 || groups.words[1].text.front() != '0') return true;
    const bool in_threes = size(1) == 3 && size(2) == 3;
    return in_threes || size(1) < 3 || size(1) > 5;
}

/// "12 345 678 901", as the tax offices print it; other groups of eleven digits may be a telephone.
bool is_grouped_tax_number(const Groups& groups) {
    return groups.words.size() == 4 && groups.words[0].text.size() == 2 &&
           std::ranges::all_of(groups.words.subspan(1),
                               [](const Word& word) { return word.text.size() == 3; });
}

/// What stands before, in lower case, as far as it can say something.
std::string text_of(std::span<const Word> words) {
    constexpr std::size_t near = 12;
    std::string out;
    for (const Word& word : words.last(std::min(near, words.size()))) out += word.gap + word.text;
    for (char& c : out)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Without a check digit only "123 D 456789" and "123D 456789", or whatever follows a word for it.
bool is_grouped_customer_number(const Groups& groups) {
    constexpr std::array<std::string_view, 6> words_for_it{"KUNDENNUMMER", "KUNDENNR", "KUNDEN",
                                                           "KDNUMMER",     "KDNR",     "KUNDENID"};
    constexpr std::size_t near = 3;
    std::string announced;
    for (const Word& word : groups.before.last(std::min(near, groups.before.size()))) {
        announced += word.text;
        if (std::ranges::any_of(words_for_it,
                                [&](std::string_view end) { return announced.ends_with(end); }))
            return true;
    }
    constexpr std::size_t office_and_letter = 4;
    const std::string before = text_of(groups.before);
    // With a hyphen it may be anything that is named: "Kurs-Nr. 241F-301012", "Flyer 105A-202405";
    // behind a street it is the house, and a telephone number.
    const bool of_somebody = groups.before.empty() || announces_client(before) ||
                             (groups.all_gaps([](std::string_view gap) { return gap == " "; }) &&
                              !ends_in_street(before));
    const bool in_two =
        groups.words.size() == 2 && groups.words[0].text.size() == office_and_letter && of_somebody;
    const bool in_three = groups.words.size() == 3 && groups.words[1].text.size() == 1;
    return (in_two || in_three) && groups.all_gaps(is_blank_or_hyphen);
}

bool always(const Groups&) {
    return true;
}

/// "BG 317020001234", "BG-Nr. 31702 0001234", "31702/0001234 BG": without the two slashes only
/// beside a word for it.
bool is_announced_community_number(std::span<const Word> words, std::size_t first) {
    constexpr std::size_t office = 5, number = 7, widest_gap = 3;
    const auto digits = [&](std::size_t at, std::size_t size) {
        return at < words.size() && words[at].text.size() == size &&
               std::ranges::all_of(words[at].text, ascii::is_digit);
    };
    const auto is_one_of = [&](std::size_t at, std::span<const std::string_view> texts) {
        return at < words.size() && std::ranges::find(texts, words[at].text) != texts.end();
    };
    constexpr std::array<std::string_view, 3> communities{"BG", "BEDARFSGEMEINSCHAFT",
                                                          "BEDARFSGEMEINSCHAFTEN"};
    constexpr std::array<std::string_view, 5> numbers{"NR", "NUMMER", "NUMMERN", "ID", "NO"};
    const bool in_two = digits(first, office) && digits(first + 1, number) &&
                        words[first + 1].gap.size() <= widest_gap;
    if (!in_two && !digits(first, office + number)) return false;
    const std::size_t behind = first + (in_two ? 2 : 1);
    if (is_one_of(behind, communities) && words[behind].gap.size() <= widest_gap) return true;
    if (first == 0 || words[first].gap.size() > widest_gap) return false;
    const std::size_t before = first - 1;
    return is_one_of(before, communities) ||
           (is_one_of(before, numbers) && before > 0 && is_one_of(before - 1, communities));
}

struct Identifier {
    bool (*fits)(std::string_view);
    bool (*may_be_grouped)(const Groups&);
    Text name;
};
constexpr std::array identifiers{
    Identifier{is_health_insurance_number,
               is_no_telephone_number,
               {"eine Krankenversichertennummer", "a health insurance number"}},
    Identifier{is_pension_insurance_number,
               always,
               {"eine Rentenversicherungsnummer", "a pension insurance number"}},
    Identifier{is_tax_number,
               is_grouped_tax_number,
               {"eine Steuer-Identifikationsnummer", "a tax number"}},
    Identifier{is_iban, always, {"eine IBAN", "an IBAN"}},
    Identifier{
        is_customer_number, is_grouped_customer_number, {"eine Kundennummer", "a customer number"}},
    Identifier{
        is_community_number, always, {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
};
constexpr std::size_t fewest_digits = 9;  // customer number
constexpr std::size_t longest = 31;       // IBAN of Malta

std::string in_upper_case(std::string text) {
    for (char& c : text)
        if (ascii::is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// A word that is glued to the start of a number ends in one of two places: "KVNRV025788702" is
/// "KVNR" and more, though "RV" announces numbers too.
enum class GluedWord { at_its_longest, at_its_shortest };

/// The end of a word that is glued to the start of a number ("KVNRT342852494", "PatientT342852494",
/// "Steuer86095742719"); 0: there is none. At most the letters that a number begins with follow it.
std::size_t end_of_glued_word(std::string_view run, GluedWord wanted) {
    constexpr std::size_t shortest_word = 3;
    constexpr std::array<std::string_view, 20> announcements{
        "NR",           "NO",          "NUMMER", "NUMBER",  "ID",
        "IBAN",         "BG",          "KV",     "EGK",     "RV",
        "SV",           "KUNDE",       "KUNDIN", "PATIENT", "PATIENTIN",
        "VERSICHERTER", "VERSICHERTE", "STEUER", "KONTO",   "BEDARFSGEMEINSCHAFT"};
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if(run, ascii::is_digit) - run.begin());
    if (letters == run.size()) return 0;
    const std::string upper = in_upper_case(std::string{run.substr(0, letters)});
    const auto may_end = [&](std::size_t at) {
        const std::string_view word = std::string_view{upper}.substr(0, at);
        const std::string_view rest = std::string_view{upper}.substr(at);
        if (word.empty() || (rest.size() == 2 && !is_iban_country(rest))) return false;
        const bool new_case = ascii::is_lower(run[at - 1]) &&
                              (rest.empty() ? at >= shortest_word : ascii::is_upper(run[at]));
        return new_case || std::ranges::any_of(announcements, [&](std::string_view end) {
                   return word.ends_with(end);
               });
    };
    std::array<std::size_t, 3> ends{letters, letters - std::min<std::size_t>(letters, 1),
                                    letters - std::min<std::size_t>(letters, 2)};
    if (wanted == GluedWord::at_its_shortest) std::ranges::reverse(ends);
    const auto end = std::ranges::find_if(ends, may_end);
    return end == ends.end() ? 0 : *end;
}

/// Where two or more letters follow the last digit, as in "T342852494geb"; the size: nowhere.
std::size_t start_of_ending(std::string_view run) {
    const auto last = run.find_last_of("0123456789");
    return last == run.npos || last + 2 >= run.size() ? run.size() : last + 1;
}

/// Splits a text into words; a gap in which several blanks follow each other holds one.
class WordSplitter {
public:
    WordSplitter(std::string_view text, GluedWord glued) : glued_{glued} {
        for (const char c : text) take(c);
        end_run();
    }

    std::vector<Word> words() && { return std::move(words_); }

private:
    void take(char c) {
        if (ascii::is_alphanumeric(c)) {
            run_ += c;
            return;
        }
        end_run();
        if (c != ' ' || !gap_.ends_with(' ')) gap_ += c;
    }

    void end_run() {
        if (run_.empty()) return;
        const std::size_t start = end_of_glued_word(run_, glued_);
        const std::size_t end = start_of_ending(run_);
        add(run_.substr(0, start));
        add(run_.substr(start, end - start));
        add(run_.substr(end));
        run_.clear();
    }

    void add(std::string text) {
        if (text.empty()) return;
        words_.push_back({in_upper_case(std::move(text)), std::move(gap_)});
        gap_.clear();
    }

    GluedWord glued_;
    std::vector<Word> words_;
    std::string run_;
    std::string gap_;
};

/// Of the identifiers that begin so: only an IBAN begins with two letters, a health insurance
/// number with one.
std::size_t longest_from(std::string_view start) {
    constexpr std::size_t health_insurance = 10, community = 14;
    if (ascii::is_digit(start.front())) return community;
    return start.size() > 1 && ascii::is_digit(start[1]) ? health_insurance : longest;
}

std::optional<Text> identifier_from(std::span<const Word> words, std::size_t first) {
    for (const Identifier& identifier : identifiers)
        if (identifier.fits(words[first].text)) return identifier.name;
    if (is_announced_community_number(words, first)) return identifiers.back().name;
    std::string joined = words[first].text;
    for (std::size_t end = first + 1; end < words.size(); ++end) {
        joined.append(inner_sign(words[end].gap)).append(words[end].text);
        if (joined.size() > longest_from(joined)) break;
        if (joined.size() < fewest_digits) continue;
        const auto fits = std::ranges::find_if(
            identifiers, [&](const Identifier& identifier) { return identifier.fits(joined); });
        if (fits == identifiers.end()) continue;
        const Groups groups{words.subspan(first, end - first + 1), words.first(first)};
        if (are_written_as_one(groups) && fits->may_be_grouped(groups)) return fits->name;
    }
    return std::nullopt;
}

/// Keys of HSDS and other data (RFC 9562) without a meaning: 8-4-4-4-12 hexadecimal digits. Three
/// in two thousand of them hold what looks like an identifier.
void blot_out_uuids(std::string& text) {
    constexpr std::string_view form = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    const auto fits = [](char c, char f) { return f == 'h' ? ascii::is_hex_digit(c) : c == f; };
    for (auto it = text.begin();; it += std::ssize(form)) {
        it = std::search(it, text.end(), form.begin(), form.end(), fits);
        if (it == text.end()) return;
        std::fill_n(it, std::ssize(form), ';');
    }
}

/// "node/86095742719" of OpenStreetMap and "wikidata.org/wiki/Q123456781": one in ten of such keys
/// has a valid check digit.
void blot_out_map_keys(std::string& text) {
    for (const std::string_view before :
         {"node/", "way/", "relation/", "wikidata.org/wiki/Q", "wikidata.org/entity/Q"})
        for (auto at = text.find(before); at != text.npos; at = text.find(before, at)) {
            const bool begins = at == 0 || !ascii::is_alphanumeric(text[at - 1]);
            at += before.size();
            for (auto i = at; begins && i < text.size() && ascii::is_digit(text[i]); ++i)
                text[i] = ';';
        }
}

/// Whether there may be nine digits, of any script, at the price of one look at each byte.
bool may_hold_digits(std::string_view text) {
    const auto may_begin_digit = [](char c) {
        constexpr unsigned char first_lead = 0xC2;
        constexpr unsigned char latin_1_letters = 0xC3;
        const auto byte = static_cast<unsigned char>(c);
        return ascii::is_digit(c) || (byte >= first_lead && byte != latin_1_letters);
    };
    return static_cast<std::size_t>(std::ranges::count_if(text, may_begin_digit)) >= fewest_digits;
}

/// "%20" and "+" of a web address as the signs they stand for (RFC 3986, form encoding).
std::string web_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* hex = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(hex, hex + 2, byte, 16).ptr == hex + 2) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::optional<Text> identifier_in(std::string_view text) {
    std::string typed = unicode::as_typed(text);
    blot_out_uuids(typed);
    blot_out_map_keys(typed);
    blot_out_fractions(typed);
    if (static_cast<std::size_t>(std::ranges::count_if(typed, ascii::is_digit)) < fewest_digits)
        return std::nullopt;
    const auto looked_through = [](std::span<const Word> words) -> std::optional<Text> {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (auto found = identifier_from(words, i)) return found;
        return std::nullopt;
    };
    const std::vector<Word> words = WordSplitter{typed, GluedWord::at_its_longest}.words();
    if (auto found = looked_through(words)) return found;
    const std::vector<Word> others = WordSplitter{typed, GluedWord::at_its_shortest}.words();
    if (std::ranges::equal(words, others, {}, &Word::text, &Word::text)) return std::nullopt;
    return looked_through(others);
}

}  // namespace

std::optional<Text> client_value(std::string_view text) {
    if (tells_birth_date(text)) return Text{"ein Geburtsdatum", "a date of birth"};
    if (!may_hold_digits(text)) return std::nullopt;
    if (auto found = identifier_in(text)) return found;
    if (text.find_first_of("%+") == text.npos) return std::nullopt;
    return identifier_in(web_decoded(text));
}

Message value_refusal(const Text& found) {
    return message({"Hier steht {}. lotse nimmt keine Daten von Personen an; bitte löschen.",
                    "This holds {}. lotse takes no data of persons; please delete it."},
                   {Message{found}});
}

}  // namespace lotse::privacy

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// A letter or digit stands at the end of the text. Of other scripts than ASCII all but the
/// punctuation of Latin-1 and Unicode's own block of it ("»", "„", "…") counts.
bool ends_in_word(std::string_view text) {
    if (text.empty()) return false;
    const char last = text.back();
    if (static_cast<unsigned char>(last) < 0x80)
        return ascii::is_digit(last) || ascii::is_letter(last);
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return !text.substr(at).starts_with("\xC2") && !text.substr(at).starts_with("\xE2\x80");
}

bool begins_word(std::string_view text) {
    return ascii::is_digit(text.front()) || ascii::is_letter(text.front()) ||
           static_cast<unsigned char>(text.front()) >= 0x80;
}

/// May begin a full-width or otherwise typeset form of a sign, not a letter of western Europe.
bool is_wide_lead(char c) {
    constexpr unsigned char latin_1_letters = 0xC3;
    return static_cast<unsigned char>(c) > latin_1_letters;
}

/// Runs of digits and runs of other letters, in lower case.
std::vector<std::string> runs_of(std::string_view text) {
    std::vector<std::string> runs;
    bool digits = false;
    bool goes_on = false;
    for (const char c : unicode::match_key(unicode::as_typed(text))) {
        if (c == ' ') {
            goes_on = false;
            continue;
        }
        if (!goes_on || digits != ascii::is_digit(c)) runs.emplace_back();
        runs.back() += c;
        digits = ascii::is_digit(c);
        goes_on = true;
    }
    return runs;
}

/// Of up to two digits; 0: none.
unsigned small_number(std::string_view run) {
    unsigned number = 0;
    if (run.size() <= 2) std::from_chars(run.data(), run.data() + run.size(), number);
    return number;
}

/// "02", "Februar", "Feb."; 0: no month.
unsigned month_of(std::string_view run) {
    struct Month {
        std::string_view start;
        unsigned number;
    };
    constexpr std::array months{
        Month{"jan", 1},  Month{"jän", 1},  Month{"feb", 2}, Month{"mär", 3},  Month{"mrz", 3},
        Month{"mar", 3},  Month{"apr", 4},  Month{"mai", 5}, Month{"may", 5},  Month{"jun", 6},
        Month{"jul", 7},  Month{"aug", 8},  Month{"sep", 9}, Month{"okt", 10}, Month{"oct", 10},
        Month{"nov", 11}, Month{"dez", 12}, Month{"dec", 12}};
    if (ascii::is_digit(run.front())) return small_number(run);
    const auto it = std::ranges::find_if(
        months, [&](const Month& month) { return run.starts_with(month.start); });
    return it == months.end() ? 0 : it->number;
}

/// Of two digits those of the twentieth century; others more often belong to a number such as
/// "05.01.02". 0: no year.
int year_of(std::string_view run) {
    constexpr int first_of_two_digits = 30;
    int year = 0;
    if (!ascii::is_digit(run.front()) || (run.size() != 2 && run.size() != 4)) return 0;
    std::from_chars(run.data(), run.data() + run.size(), year);
    if (run.size() == 4) return year;
    return year >= first_of_two_digits ? 1900 + year : 0;
}

/// The year; 0: that is no date of birth.
int birth_year_of(std::string_view day, std::string_view month, std::string_view year) {
    constexpr int earliest = 1930;
    constexpr int latest = 2010;
    const int y = year_of(year);
    if (y < earliest || y > latest) return 0;
    const bool is_date = std::chrono::year_month_day{
        std::chrono::year{y}, std::chrono::month{month_of(month)},
        std::chrono::day{small_number(
            day)}}.ok();
    return is_date ? y : 0;
}

/// Digits from a place on, with the signs that people put between those of a telephone number.
std::size_t digits_from(std::string_view text) {
    const auto end = std::min(text.find_first_not_of("0123456789 +-/()."), text.size());
    return static_cast<std::size_t>(std::ranges::count_if(text.substr(0, end), ascii::is_digit));
}

std::size_t digit_run(std::string_view text) {
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

std::string_view after(std::string_view text, std::string_view signs) {
    return text.substr(std::min(text.find_first_not_of(signs), text.size()));
}

/// "+49 521 1234", "0049 521 1234", "+49 (0)521 1234"; no area code begins with two zeros.
bool begins_with_country_code(std::string_view text) {
    constexpr std::size_t fewest = 6;
    for (const std::string_view code : {"+49", "0049"}) {
        if (!text.starts_with(code)) continue;
        std::string_view number = after(text.substr(code.size()), " -/(.");
        if (number.starts_with('0')) number = after(number.substr(1), " -/).");
        return !number.empty() && number.front() != '0' && digits_from(number) >= fewest;
    }
    return false;
}

/// "0521/123456" or "0521) 1234", but no numbers of papers ("0123/2024"), no two postcodes and no
/// two area keys ("05711/05754").
bool begins_with_area_code(std::string_view text, bool in_brackets) {
    constexpr std::size_t shortest = 3, longest = 5, short_number = 4, plain_number = 5;
    const std::size_t code = digit_run(text);
    if (code < shortest || code > longest || text[0] != '0' || text[1] == '0') return false;
    const std::string_view rest = after(text.substr(code), " ");
    const bool closes = in_brackets && rest.starts_with(')');
    if (!closes && !rest.starts_with('/')) return false;
    const std::string_view number = after(rest.substr(1), " ");
    const std::size_t size = digit_run(number);
    // "(0234) 910-0".
    const std::size_t behind =
        size < number.size() && number[size] == '-' ? digit_run(number.substr(size + 1)) : 0;
    if (closes) return size + behind >= short_number;
    return size >= plain_number && number.front() != '0' && (code < longest || size > plain_number);
}

/// Digits of groups with single blanks between: "12 34 56".
std::size_t digits_in_groups(std::string_view text) {
    std::size_t digits = 0;
    for (;;) {
        const std::size_t run = digit_run(text);
        digits += run;
        if (run == 0 || run + 1 >= text.size() || text[run] != ' ') return digits;
        text.remove_prefix(run + 1);
    }
}

/// "0800" of "0800-1200 1300-1600 Uhr".
bool is_clock(std::string_view text) {
    constexpr std::size_t digits = 4;
    return digit_run(text) == digits && text.substr(0, 2) <= "24" && text.substr(2, 2) < "60";
}

/// "0234 998877", "0171-1234567", "0511 / 12 34 56": without a word for it, so a code of five
/// digits (a postcode?) or a year behind it ("0123/2024 12") makes no number.
bool begins_with_spaced_number(std::string_view text) {
    constexpr std::size_t shortest = 3, longest = 4, fewest = 5, year = 4;
    const std::size_t code = digit_run(text);
    if (code < shortest || code > longest || text[0] != '0' || text[1] == '0') return false;
    const std::string_view sign = after(text.substr(code), " ");
    const bool joined = sign.starts_with('/') || sign.starts_with('-');
    const std::string_view number = after(joined ? sign.substr(1) : sign, " ");
    if (number.empty() || number.front() == '0' || number.data() == text.data() + code)
        return false;
    const std::size_t run = digit_run(number);
    const bool is_year = run == year && (number.starts_with("19") || number.starts_with("20"));
    return run > 1 && !is_year && !(is_clock(text.substr(0, code)) && is_clock(number)) &&
           digits_in_groups(number) >= (text[code] == '-' ? fewest + 1 : fewest);  // "0412-30100"
}

/// What stands behind "Tel": a number, and not the hours in which somebody answers.
bool is_announced_number(std::string_view text, bool with_area_code) {
    constexpr std::size_t fewest = 6;
    std::string_view number = after(text, " .:-");
    if (number.starts_with("nr")) number = after(number.substr(2), " .:-");
    if (number.empty() || digits_from(number) < fewest) return false;
    if (with_area_code && number.front() != '0' && number.front() != '+' && number.front() != '(')
        return false;
    const auto end = number.find_first_not_of("0123456789 +-/().");
    return end == number.npos || !number.substr(end).starts_with("uhr");
}

bool begins_with_announced_number(std::string_view text) {
    struct Word {
        std::string_view text;
        bool with_area_code;  ///< else it may also be "mobil 2024/2025"
    };
    constexpr std::array words{
        Word{"telefonnummer", false}, Word{"telefon", false},   Word{"telefax", false},
        Word{"tel", false},           Word{"fax", false},       Word{"fon", false},
        Word{"phone", false},         Word{"rufnummer", false}, Word{"durchwahl", false},
        Word{"mobilnummer", true},    Word{"mobil", true},      Word{"handy", true}};
    return std::ranges::any_of(words, [&](const Word& word) {
        return text.starts_with(word.text) &&
               is_announced_number(text.substr(word.text.size()), word.with_area_code);
    });
}

/// "Kapitel 0512 68412", "Az. 0512-12345", "AGS 059 11 000".
bool announces_other_number(std::string_view before) {
    constexpr std::array<std::string_view, 17> words{
        "vr",           "hrb", "hra",    "kapitel", "kap", "az",     "aktenzeichen",
        "titel",        "ags", "ars",    "nr",      "no",  "nummer", "haushaltsstelle",
        "kostenstelle", "id",  "produkt"};
    // "Service-Nr. 0234 998877", "unter der Nummer".
    constexpr std::array<std::string_view, 13> of_telephones{
        "der",   "service", "hotline", "ruf",  "notruf",   "festnetz", "info",
        "handy", "mobil",   "einwahl", "büro", "whatsapp", "telefon"};
    const auto is_last = [](std::string_view key, std::span<const std::string_view> list) {
        return std::ranges::find(list, key.substr(key.rfind(' ') + 1)) != list.end();
    };
    const std::string key = unicode::match_key(before);
    const std::string_view all = key;
    return is_last(all, words) &&
           !is_last(all.substr(0, std::min(all.rfind(' '), all.size())), of_telephones);
}

bool holds_telephone_number(std::string_view text) {
    constexpr std::size_t fewest_digits = 6;
    const auto may_begin_digit = [](char c) { return ascii::is_digit(c) || is_wide_lead(c); };
    if (static_cast<std::size_t>(std::ranges::count_if(text, may_begin_digit)) < fewest_digits)
        return false;
    std::string typed = unicode::as_typed(text);
    for (char& c : typed)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view all = typed;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const char before = at == 0 ? ' ' : all[at - 1];
        if (ends_in_word(all.substr(0, at))) continue;
        const std::string_view rest = all.substr(at);
        const bool is_decimal_place = before == '.' || before == ',';
        if (begins_with_announced_number(rest) ||
            (!is_decimal_place &&
             (begins_with_country_code(rest) || begins_with_area_code(rest, before == '('))))
            return true;
        const bool goes_on = at > 1 && before == ' ' && ascii::is_digit(all[at - 2]);
        constexpr std::string_view within_other = "-/_=";
        if (!is_decimal_place && !goes_on && within_other.find(before) == within_other.npos &&
            begins_with_spaced_number(rest) && !announces_other_number(all.substr(0, at)))
            return true;
    }
    return false;
}

/// In any order of day, month and year; 0: none.
int birth_year_of(std::span<const std::string> runs) {
    for (const int year :
         {birth_year_of(runs[0], runs[1], runs[2]), birth_year_of(runs[1], runs[0], runs[2]),
          birth_year_of(runs[2], runs[1], runs[0])})
        if (year != 0) return year;
    return 0;
}

/// Three numbers, or a month between two, that stand together as one date: not "Geb. 13, 2.35", a
/// room of a building.
bool hold_together(std::string_view text, std::span<const std::string> runs) {
    constexpr std::string_view signs = "./- ";
    const auto stand_at = [&](std::size_t at) {
        at += runs[0].size();
        return std::ranges::all_of(runs.subspan(1), [&](const std::string& run) {
            const auto next = std::min(text.find_first_not_of(signs, at), text.size());
            const bool here = next > at && text.substr(next).starts_with(run);
            at = next + run.size();
            return here;
        });
    };
    for (auto at = text.find(runs[0]); at != text.npos; at = text.find(runs[0], at + 1))
        if (stand_at(at)) return true;
    return false;
}

/// "Born" is a place as well.
bool is_place_called_born(std::string_view text, std::string_view next) {
    return next != "on" && text.find("born") == text.npos && !text.starts_with("Born");
}

/// "Geb. 2.1.35" is building, floor and room; "geb. 2.1.35" and "Geb. 02.01.35" are dates of birth.
bool may_be_room(std::string_view text, std::span<const std::string> runs) {
    return runs.size() == 4 && runs[0] == "geb" && text.find("geb") == text.npos &&
           runs[1].size() < 3 && runs[2].size() == 1 && runs[3].size() < 4;
}

bool announces_birth_date(std::string_view text) {
    constexpr std::array<std::string_view, 11> announcements{
        "geb",    "geboren",  "geborene", "geborener", "geburtsdatum", "dob",
        "gebdat", "gebdatum", "born",     "birth",     "birthdate"};
    constexpr std::array<std::string_view, 6> between{"am", "on", "den", "dem", "datum", "dat"};
    const std::vector<std::string> runs = runs_of(text);
    std::string typed = unicode::as_typed(text);
    for (char& c : typed)
        if (ascii::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (std::ranges::find(announcements, runs[i]) == announcements.end()) continue;
        std::size_t day = i + 1;
        if (day == runs.size() || (runs[i] == "born" && is_place_called_born(text, runs[day])))
            continue;
        while (day < runs.size() && std::ranges::find(between, runs[day]) != between.end()) ++day;
        if (day + 2 >= runs.size()) continue;
        const auto date = std::span{runs}.subspan(day, 3);
        if (!may_be_room(text, std::span{runs}.subspan(i, day + 3 - i)) &&
            birth_year_of(date) != 0 && hold_together(typed, date))
            return true;
    }
    return false;
}

bool is_name_with_birth_date(std::string_view text) {
    constexpr std::string_view signs = " ,;:*(/-";
    for (auto at = text.find_first_of(signs); at != text.npos; at = text.find_first_of(signs, at)) {
        const auto date = text.find_first_not_of(signs, at);
        if (date == text.npos) return false;
        if (ascii::is_digit(text[date]) && is_person_name(text.substr(0, at)) &&
            birth_year(text.substr(date)))
            return true;
        at = date;
    }
    return false;
}

}  // namespace

bool tells_birth_date(std::string_view text) {
    constexpr std::size_t fewest_digits = 4;
    const auto digits = std::ranges::count_if(text, ascii::is_digit);
    if (static_cast<std::size_t>(digits) < fewest_digits) return false;
    const auto holds = [&](std::string_view letters) {
        const auto same = [](char a, char b) {
            return (ascii::is_upper(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
        };
        return std::search(text.begin(), text.end(), letters.begin(), letters.end(), same) !=
               text.end();
    };
    if ((holds("geb") || holds("bor") || holds("birth") || holds("dob")) &&
        announces_birth_date(text))
        return true;
    constexpr std::size_t longest = 80;
    return !ascii::is_digit(text.front()) && text.size() <= longest &&
           is_name_with_birth_date(unicode::as_typed(text));
}

bool holds_mail_address(std::string_view text) {
    if (text.find('@') == text.npos && std::ranges::none_of(text, is_wide_lead)) return false;
    const std::string typed = unicode::as_typed(text);
    const std::string_view all = typed;
    constexpr std::string_view signs_of_names = "._-+";
    for (auto at = all.find('@'); at != all.npos; at = all.find('@', at + 1)) {
        if (at == 0 || at + 1 == all.size()) continue;
        const bool name = ends_in_word(all.substr(0, at)) ||
                          signs_of_names.find(all[at - 1]) != signs_of_names.npos;
        const bool host = begins_word(all.substr(at + 1));
        if (name && host && all.find('.', at) != all.npos) return true;
    }
    return false;
}

bool holds_personal_contact(std::string_view text) {
    return holds_mail_address(text) || holds_telephone_number(text);
}

std::optional<int> birth_year(std::string_view text) {
    std::vector<std::string> runs = runs_of(text);
    constexpr std::array<std::string_view, 5> announcements{"geb", "geboren", "am", "born", "on"};
    while (!runs.empty() && std::ranges::find(announcements, runs.front()) != announcements.end())
        runs.erase(runs.begin());
    constexpr std::array<std::string_view, 3> signs_of_times{"t", "z", "uhr"};
    const bool only_time_follows =
        runs.size() >= 3 && std::ranges::all_of(runs.begin() + 3, runs.end(), [&](auto& run) {
            return ascii::is_digit(run.front()) ||
                   std::ranges::find(signs_of_times, run) != signs_of_times.end();
        });
    if (!only_time_follows) return std::nullopt;
    const int year = birth_year_of(runs);
    return year == 0 ? std::nullopt : std::optional{year};
}

bool is_plausible_birth_date(std::string_view text) {
    return birth_year(text).has_value();
}

}  // namespace lotse::privacy

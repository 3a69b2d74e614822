#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "announced_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>

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

/// "910-0", "910 - 0": a number and the zero of its switchboard, but not the year of a paper.
bool begins_with_switchboard(std::string_view text, std::size_t fewest) {
    constexpr std::size_t year = 4;
    const std::size_t size = digit_run(text);
    std::string_view rest = after(text.substr(size), " ");
    const bool is_year = size == year && (text.starts_with("19") || text.starts_with("20"));
    if (size < fewest || is_year || !rest.starts_with('-')) return false;
    rest = after(rest.substr(1), " ");
    const std::size_t zeros = std::min(rest.find_first_not_of('0'), rest.size());
    return (zeros == 1 || zeros == 2) && digit_run(rest) == zeros;
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
    // "0234/25-0" is rather the number of a paper.
    if (begins_with_switchboard(number, closes ? 2 : 3)) return true;
    const std::size_t size = digit_run(number);
    // "(0234) 910-12", but not "(0234) 12-14 Uhr".
    const std::size_t behind =
        size < number.size() && number[size] == '-' ? digit_run(number.substr(size + 1)) : 0;
    if (closes) return size >= short_number || (behind > 0 && size + behind > short_number);
    return size >= plain_number && number.front() != '0' && (code < longest || size > plain_number);
}

/// Digits of groups with single blanks between ("12 34 56"), which are taken off.
std::size_t take_groups(std::string_view& text) {
    std::size_t digits = 0;
    for (;;) {
        const std::size_t run = digit_run(text);
        digits += run;
        text.remove_prefix(run);
        if (run == 0 || text.size() < 2 || text[0] != ' ' || !ascii::is_digit(text[1]))
            return digits;
        text.remove_prefix(1);
    }
}

/// "0800" of "0800-1200 1300-1600 Uhr", but not "0201".
bool is_clock(std::string_view text) {
    constexpr std::size_t digits = 4;
    return digit_run(text) == digits && text.substr(0, 2) <= "24" && text.substr(2, 2) < "60" &&
           (text[3] == '0' || text[3] == '5');
}

bool is_year(std::string_view number) {
    constexpr std::size_t digits = 4;
    return digit_run(number) == digits && (number.starts_with("19") || number.starts_with("20"));
}

/// Digits of "910-1234", "51 - 23 45", a number and its extension; 0: it is none. Behind a slash
/// "25-1234" and "456-2024" are rather numbers of papers, as "10-12.2024" is a date, and "100 - 150
/// Euro" an amount.
std::size_t digits_with_extension(std::string_view text, bool behind_slash) {
    constexpr std::size_t year = 2, postcode = 5, fewest_behind_blanks = 3;
    const std::string_view number = text;
    const std::size_t first = digit_run(text);
    if (first < 2 || first == postcode || is_year(number)) return 0;
    if (behind_slash && first == year && number < "30") return 0;
    const std::size_t before = take_groups(text);
    const bool apart = text.starts_with(' ');
    text = after(text, " ");
    if (!text.starts_with('-')) return 0;
    text = after(text.substr(1), " ");
    if ((apart || behind_slash) && is_year(text)) return 0;
    const std::size_t extension = take_groups(text);
    if (extension == 0 || (apart && extension < fewest_behind_blanks)) return 0;
    const bool goes_on = text.size() > 1 && std::string_view{"-.:,"}.find(text[0]) != text.npos &&
                         ascii::is_digit(text[1]);
    text = after(text, " ");
    const bool is_amount =
        std::ranges::any_of(std::array<std::string_view, 4>{"uhr", "eur", "€", "%"},
                            [&](std::string_view unit) { return text.starts_with(unit); });
    return goes_on || is_amount ? 0 : before + extension;
}

/// "030", "0234", but no Swiss code and no number of a room ("012 345-678").
bool is_code_before_extensions(std::string_view code) {
    constexpr std::size_t short_code = 3;
    constexpr std::array<std::string_view, 4> short_ones{"030", "040", "069", "089"};
    return code.size() > short_code || std::ranges::find(short_ones, code) != short_ones.end();
}

/// "0234 998877", "0171-1234567", "0511 / 12 34 56", "0234 910-1234": without a word for it, so a
/// year behind the code ("0123/2024 12") makes no number, and one of five digits (a postcode?) only
/// an extension.
bool begins_with_spaced_number(std::string_view text) {
    constexpr std::size_t shortest = 3, longest = 5, fewest = 5;
    const std::size_t code = digit_run(text);
    if (code < shortest || code > longest || text[0] != '0' || text[1] == '0') return false;
    const std::string_view sign = after(text.substr(code), " ");
    const bool joined = sign.starts_with('/') || sign.starts_with('-');
    const std::string_view number = after(joined ? sign.substr(1) : sign, " ");
    if (number.empty() || number.front() == '0' || number.data() == text.data() + code)
        return false;
    if (is_clock(text.substr(0, code)) && is_clock(number)) return false;
    const std::size_t enough = code == longest || text[code] == '-' ? fewest + 1 : fewest;
    std::string_view rest = number;
    const std::size_t in_groups = take_groups(rest);
    const bool by_hyphen = sign.starts_with('-');
    if (is_code_before_extensions(text.substr(0, code)) && !(code == longest && by_hyphen) &&
        digits_with_extension(number, sign.starts_with('/')) >= enough)
        return true;
    if (begins_with_switchboard(number, code == longest ? 4 : 3)) return true;
    if (code == longest) return false;
    return digit_run(number) > 1 && !is_year(number) && in_groups >= enough;  // "0412-30100"
}

/// Codes of mobile phones: no course and no file is numbered so.
bool begins_with_mobile_code(std::string_view text) {
    return text.starts_with("015") || text.starts_with("016") || text.starts_with("017");
}

/// "01 71 / 1 23 45 67", "(02 34) 91 02 34", "0 21 31 / 12 34 56": codes in groups of two from the
/// right, as DIN 5008 had them, and a number in groups.
bool begins_with_grouped_code(std::string_view text, bool in_brackets) {
    constexpr std::size_t fewest = 5;
    const std::size_t first = digit_run(text);
    if (first == 0 || first > 2 || text[0] != '0' || (first == 2 && text[1] == '0')) return false;
    std::string_view rest = text;
    const std::size_t code = take_groups(rest);
    const std::string_view groups = text.substr(0, text.size() - rest.size());
    const bool in_pairs = groups.size() == code + (code - 1) / 2;
    if (code < 3 || code > fewest || !in_pairs) return false;
    rest = after(rest, " ");
    if (!rest.starts_with(in_brackets ? ')' : '/')) return false;
    rest = after(rest.substr(1), " ");
    std::string_view number = rest;
    if (number.empty() || number.front() == '0' || is_year(number) || take_groups(rest) < fewest)
        return false;
    // In pairs, too: "(01 24) 12 500" is rather an amount.
    number.remove_prefix(digit_run(number));
    if (number.size() < 2) return false;
    for (; number.size() > 1 && number[0] == ' ' && ascii::is_digit(number[1]);
         number.remove_prefix(3))
        if (digit_run(number.substr(1)) != 2) return false;
    return true;
}

/// "0171.1234567", "0171.123.45.67".
bool begins_with_dotted_mobile(std::string_view text) {
    constexpr std::size_t code = 4, fewest = 7;
    if (!begins_with_mobile_code(text) || digit_run(text) != code || text.size() == code ||
        text[code] != '.')
        return false;
    const std::string_view number = text.substr(code + 1);
    const auto end = std::min(number.find_first_not_of("0123456789."), number.size());
    return std::ranges::count_if(number.substr(0, end), ascii::is_digit) >= std::ptrdiff_t{fewest};
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

bool holds_telephone_number(std::string_view text) {
    constexpr std::size_t fewest_digits = 6;
    const auto may_begin_digit = [](char c) { return ascii::is_digit(c) || is_wide_lead(c); };
    if (static_cast<std::size_t>(std::ranges::count_if(text, may_begin_digit)) < fewest_digits)
        return false;
    std::string typed = unicode::as_typed(text);
    for (char& c : typed)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view all = typed;
    AnnouncedNumbers announced{all};
    for (std::size_t at = 0; at < all.size(); ++at) {
        const char before = at == 0 ? ' ' : all[at - 1];
        if (ends_in_word(all.substr(0, at))) continue;
        const std::string_view rest = all.substr(at);
        const bool is_decimal_place = before == '.' || before == ',';
        if (begins_with_announced_number(rest) ||
            (!is_decimal_place && (begins_with_country_code(rest) ||
                                   (begins_with_area_code(rest, before == '(') &&
                                    (begins_with_mobile_code(rest) || !announced.is_other(at))))))
            return true;
        const bool goes_on = at > 1 && before == ' ' && ascii::is_digit(all[at - 2]);
        constexpr std::string_view within_other = "-/_=";
        if (!is_decimal_place && !goes_on && within_other.find(before) == within_other.npos &&
            begins_with_spaced_number(rest) &&
            (begins_with_mobile_code(rest) || !announced.is_other(at)))
            return true;
        if (!is_decimal_place && !goes_on && within_other.find(before) == within_other.npos &&
            (begins_with_grouped_code(rest, before == '(') || begins_with_dotted_mobile(rest)) &&
            !announced.is_other(at))
            return true;
    }
    return false;
}

}  // namespace

namespace {

/// "mail.example" or "mail.example, ...", but not "inkl. Kissen" and "z.B.".
bool begins_with_host(std::string_view text) {
    const std::string_view host = text.substr(0, text.find_first_of(" ,;:<>()[]\n"));
    const auto dot = host.rfind('.', host.size() - 2);
    return host.size() > 3 && dot != host.npos && dot > 0 && dot + 2 < host.size() &&
           ascii::is_letter(host[dot + 1]) && ascii::is_letter(host[dot + 2]);
}

/// The sign for what is written in its place, "@" only before a host, with the blanks beside it.
void put_sign(std::string& text, std::string_view written, char sign) {
    for (auto at = text.find(written); at != text.npos; at = text.find(written, at + 1)) {
        auto end = at + written.size();
        while (at > 0 && text[at - 1] == ' ') --at;
        while (end < text.size() && text[end] == ' ') ++end;
        // "Instagram @verein.example" is no address.
        const bool is_handle = written == "@" && text[at] == ' ' && text[end - 1] == '@';
        if (sign == '@' && (is_handle || !begins_with_host(std::string_view{text}.substr(end)))) {
            at = end - 1;
            continue;
        }
        text[at] = sign;
        text.erase(at + 1, end - at - 1);
    }
}

/// "info (at) verein (dot) example", "info @ verein.example".
std::string with_signs(std::string text) {
    for (const std::string_view dot :
         {"(dot)", "[dot]", "{dot}", "(DOT)", "[DOT]", "(punkt)", "[punkt]", "(Punkt)", "[Punkt]"})
        put_sign(text, dot, '.');
    for (const std::string_view sign :
         {"@", "(at)", "[at]", "{at}", "<at>", "(AT)", "[AT]", "(ät)", "[ät]"})
        put_sign(text, sign, '@');
    return text;
}

}  // namespace

bool holds_mail_address(std::string_view text) {
    if (text.find('@') == text.npos && text.find_first_of("([{<") == text.npos &&
        std::ranges::none_of(text, is_wide_lead))
        return false;
    const std::string typed = with_signs(unicode::as_typed(text));
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

}  // namespace lotse::privacy

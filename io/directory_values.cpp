#include "directory_values.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/codebook.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lotse::io {
namespace {

std::string_view word_code(std::string_view text) {
    const Code* code = Codebook::built_in().list("directory_words")->recognise(text);
    return code ? std::string_view{code->code} : std::string_view{};
}

/// Digits and signs at the start, if what follows is nothing or one of the units.
std::optional<std::string_view> number_before_unit(std::string_view text,
                                                   std::span<const std::string_view> units) {
    text = unicode::trim(text);
    const auto end = std::ranges::find_if_not(
        text, [](char c) { return ascii::is_digit(c) || c == ',' || c == '.'; });
    const std::string_view number{text.begin(), end};
    const std::string unit = unicode::match_key(text.substr(number.size()));
    if (!unit.empty() && std::ranges::find(units, unit) == units.end()) return std::nullopt;
    if (text.size() > number.size() && unit.empty()) return std::nullopt;
    return number;
}

bool is_currency(std::string_view word) {
    return word == "€" || word == "eur" || word == "euro" || word == "teur";
}

/// The comma of "5.000,00 €".
bool is_decimal_comma(std::string_view text, std::size_t at) {
    constexpr std::size_t cents = 3;
    if (at == 0 || !ascii::is_digit(text[at - 1]) || text.size() <= at + cents) return false;
    if (!ascii::is_digit(text[at + 1]) || !ascii::is_digit(text[at + 2])) return false;
    const std::string_view rest = unicode::trim(text.substr(at + cents));
    return rest.starts_with("€") ||
           is_currency(unicode::match_key(rest.substr(0, rest.find_first_of(" ,;/+&|"))));
}

/// The slash of "Senioren/innen", "Kund/-innen", "Teilnehmende/r".
bool joins_genders(std::string_view text, std::size_t slash) {
    constexpr std::array<std::string_view, 6> endings{"in", "innen", "r", "n", "e", "frau"};
    if (slash == 0 || text[slash] != '/' || text[slash - 1] == ' ') return false;
    std::string_view rest = text.substr(slash + 1);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    const std::string_view ending = rest.substr(0, rest.find_first_of(" ,;/+&|.()\r\n"));
    return std::ranges::find(endings, ending) != endings.end();
}

/// The text between separators and line breaks, as views of it.
std::vector<std::string_view> parts_between(std::string_view text,
                                            std::span<const std::string> separators) {
    std::vector<bool> between(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) between[i] = text[i] == '\n' || text[i] == '\r';
    for (const std::string& separator : separators) {
        if (separator.empty()) continue;
        const bool word = !unicode::match_key(separator).empty();
        const std::string sign = word ? ' ' + separator + ' ' : separator;
        if (sign == "+") continue;
        for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1))
            if ((sign != "," || !is_decimal_comma(text, at)) && !joins_genders(text, at))
                std::fill_n(between.begin() + static_cast<std::ptrdiff_t>(at), sign.size(), true);
    }
    if (std::ranges::find(separators, "+") != separators.end())
        for (auto at = text.find('+'); at != text.npos; at = text.find('+', at + 1)) {
            // The plus of "60+" and of "ESF+" belongs to the word.
            if (at > 0 && ascii::is_digit(text[at - 1])) continue;
            auto next = at + 1;
            while (next < text.size() && text[next] == ' ' && !between[next]) ++next;
            between[at] = next < text.size() && !between[next];
        }
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        while (i < text.size() && !between[i]) ++i;
        if (const auto part = unicode::trim(text.substr(start, i - start)); !part.empty())
            out.push_back(part);
        while (i < text.size() && between[i]) ++i;
    }
    return out;
}

/// Words for money that no institution is called by: "Projektmittel", "Teilnahmebeiträge".
bool is_word_for_money(std::string_view word) {
    constexpr std::array<std::string_view, 16> ends{
        "mittel",   "mitteln",   "beitrag",     "beiträge",      "beiträgen", "gebühr",
        "gebühren", "gelder",    "eigenanteil", "eigenleistung", "spende",    "spenden",
        "zuschuss", "einnahmen", "zuschüsse",   "finanzierung"};
    constexpr std::array<std::string_view, 5> goods{"lebensmittel", "heilmittel", "hilfsmittel",
                                                    "arzneimittel", "nahrungsmittel"};
    return std::ranges::find(goods, word) == goods.end() &&
           std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); });
}

/// Also "kommunale Mittel" and "Haushaltsmittel der Stadt".
bool is_kind_of_money(std::string_view text) {
    const std::string key = unicode::match_key(text);
    return is_word_for_money(key.substr(0, key.find(' '))) ||
           is_word_for_money(key.substr(key.rfind(' ') + 1));
}

/// "50 % Kreis", "AOK (80 %)", "AOK 5.000 €", "20.000 EUR".
bool names_amount(std::string_view text) {
    const auto behind_digit = [&](std::size_t at) {
        const auto last = text.substr(0, at).find_last_not_of(" ,.-");
        return last != std::string_view::npos && ascii::is_digit(text[last]);
    };
    const auto begins_word = [](std::string_view rest) {  // "Projekt 2020 Europa"
        return !unicode::match_key(rest.substr(0, 1)).empty();
    };
    for (const std::string_view sign : {"%", "€", "EUR", "Euro", "EURO", "TEUR", "Prozent", "T€"})
        for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1))
            if (behind_digit(at) && !begins_word(text.substr(at + sign.size()))) return true;
    return text.find_first_not_of("0123456789., ") == std::string_view::npos;
}

/// "–", "./.", "(?)": written so that the cell is not empty. "●" and "***" say something.
bool is_placeholder(std::string_view text) {
    const std::string typed = unicode::as_typed(text);
    return typed.find_first_of("-./?_,;:\\|~") != typed.npos &&
           typed.find_first_not_of(" -./?_,;:\\|~()[]") == typed.npos;
}

/// Crosses are none: people write them for yes and for no.
bool is_tick(std::string_view text) {
    constexpr std::array<std::string_view, 8> ticks{"+", "✓", "✔", "☑", "✅", "√", "🗸", "🗹"};
    return std::ranges::find(ticks, unicode::as_typed(text)) != ticks.end();
}

}  // namespace

bool is_not_recorded(std::string_view text) {
    text = unicode::trim(text);
    if (text.empty()) return true;
    if (is_ditto(text)) return false;
    return is_placeholder(text) || word_code(text) == "not_recorded";
}

bool holds_signs_only(std::string_view text) {
    return unicode::match_key(text).empty();
}

bool is_ditto(std::string_view text) {
    text = unicode::trim(text);
    constexpr std::array<std::string_view, 9> marks{"\"", "\"\"", "″", "〃", "''",
                                                    "„",  "“",    "”", "'"};
    if (word_code(text) == "ditto") return true;
    // Also as typewriters had it: - " -
    std::string bare;
    for (const char c : text)
        if (c != ' ' && c != '-') bare += c;
    return std::ranges::find(marks, bare) != marks.end();
}

bool is_no_name(std::string_view text) {
    return is_ditto(text) || yes_or_no(text) || holds_signs_only(text) ||
           word_code(unicode::trim(text)) == "several";
}

bool is_no_fixed_place(std::string_view text) {
    const auto code = word_code(unicode::trim(text));
    if (code == "no_fixed_place" || code == "several") return true;
    // "bei Ihnen zu Hause", "bei den Teilnehmenden zuhause".
    const std::string key = unicode::match_key(text);
    return (key.starts_with("bei ") || key.starts_with("beim ")) &&
           (key.ends_with(" zu hause") || key.ends_with(" zuhause") || key.ends_with(" daheim"));
}

bool is_explained_online(std::string_view text) {
    text = unicode::trim(text);
    // "Online (auch Präsenz: Markt 3, 29221 Celle)" names a house, too.
    if (text.find_first_of("0123456789,;") != text.npos) return false;
    const std::string key = unicode::match_key(text);
    for (const std::string_view other : {"präsenz", "vor ort", "hybrid", "in person", "on site"})
        if (key.find(other) != key.npos) return false;
    for (const std::string_view sign : {"(", ":", " via ", " über ", " per "}) {
        const auto at = text.find(sign);
        if (at == text.npos || (sign == "(" && !text.ends_with(')'))) continue;
        if (const Code* code =
                Codebook::built_in().list("deliveries")->recognise(text.substr(0, at)))
            return code->code == "online";
    }
    return false;
}

bool names_contacts(std::string_view heading) {
    bool any = false;
    for (const std::string& word :
         split_words(unicode::match_key(heading), std::array{std::string{" "}})) {
        if (word.find_first_not_of("0123456789") == word.npos) continue;  // "Telefon (2)"
        if (word == "ap" || word == "asp") return true;  // Ansprechpartner of whatever follows
        const auto code = word_code(word);
        any |= code == "contact" || code == "registration";
        if (code != "contact" && code != "registration" && code != "beside_contact") return false;
    }
    return any;
}

bool is_kind_of_house(std::string_view text) {
    std::string key = unicode::match_key(text);
    // "Raum 3", "Turnhalle II", "Saal A": a number tells the rooms of one house apart.
    constexpr std::size_t longest_number = 3;
    const auto last = key.rfind(' ');
    if (last != std::string::npos && key.size() - last - 1 <= longest_number) key.resize(last);
    return word_code(text) == "kind_of_house" || word_code(key) == "kind_of_house";
}

namespace {

/// "GKV-Mittel nach § 20a" without the law, and without "über" before it.
std::string_view without_law(std::string_view part) {
    for (const std::string_view by : {"über ", "durch ", "aus ", "mit ", "nach "})
        if (part.starts_with(by)) part = unicode::trim(part.substr(by.size()));
    if (part.starts_with("SGB ") || part == "SGB") return {};
    const auto law = part.find("§");
    if (law == part.npos) return part;
    part = unicode::trim(part.substr(0, law));
    for (const std::string_view by : {"(", "nach", "gem.", "gemäß", "lt.", "laut"})
        if (part.ends_with(by)) part = unicode::trim(part.substr(0, part.size() - by.size()));
    return part;
}

}  // namespace

bool is_no_institution(std::string_view text) {
    text = unicode::trim(text);
    if (is_not_recorded(text) || is_ditto(text) || names_amount(text) || fee_of(text)) return true;
    const std::array<std::string, 6> between{",", ";", "/", "+", "und", "bzw."};
    return std::ranges::all_of(parts_between(text, between), [](std::string_view part) {
        part = without_law(part);
        if (part.empty()) return true;
        const auto code = word_code(part);
        return code == "own_means" || code == "several" || code == "no_funder" ||
               code == "kind_of_funder" || yes_or_no(part) || is_kind_of_money(part) ||
               names_amount(part) || holds_signs_only(part) ||
               Codebook::built_in().list("funding_instruments")->recognise(part);
    });
}

bool begins_with_total(std::string_view text) {
    const std::string key = unicode::match_key(text);
    return word_code(key.substr(0, key.find(' '))) == "total";
}

bool begins_remark(std::string_view text) {
    const std::string key = unicode::match_key(text);
    const std::string word = key.substr(0, key.find(' '));
    if (word_code(word) != "remark") return false;
    const std::string_view rest =
        std::string_view{key}.substr(std::min(word.size() + 1, key.size()));
    const auto colon = text.find(':');
    const bool has_colon = colon != text.npos && unicode::match_key(text.substr(0, colon)) == word;
    return rest.empty() || ascii::is_digit(rest.front()) || rest.starts_with("am ") || has_colon ||
           word == "gez";
}

bool is_word_of_remarks(std::string_view text) {
    return word_code(text) == "remark";
}

std::optional<ThreeValued> yes_or_no(std::string_view text) {
    text = unicode::trim(text);
    if (is_tick(text)) return ThreeValued::yes;
    const auto code = word_code(text);
    if (code == "yes") return ThreeValued::yes;
    if (code == "no") return ThreeValued::no;
    const auto plain = parse_three_valued(text);
    return plain == ThreeValued::unknown ? std::nullopt : plain;
}

std::optional<double> fee_of(std::string_view text) {
    text = unicode::trim(text);
    if (word_code(text) == "free_of_charge" || word_code(text) == "no") return 0;
    for (const std::string_view sign : {"€", "Euro", "EURO", "euro", "EUR", ",-", ",--"}) {
        if (text.starts_with(sign)) text.remove_prefix(sign.size());
        if (text.ends_with(sign)) text.remove_suffix(sign.size());
        text = unicode::trim(text);
    }
    const auto amount = parse_number(text, {0, 1e6});
    const double* value = std::get_if<double>(&amount);
    return value ? std::optional{*value} : std::nullopt;
}

std::optional<double> degrees_of(std::string_view text) {
    text = unicode::trim(text);
    constexpr std::string_view sign = "°";
    if (text.ends_with(sign)) text = unicode::trim(text.substr(0, text.size() - sign.size()));
    std::string plain{text};
    std::ranges::replace(plain, ',', '.');
    double value = 0;
    const char* const end = plain.data() + plain.size();
    const auto [stop, problem] =
        std::from_chars(plain.data(), end, value, std::chars_format::fixed);
    const bool whole = problem == std::errc{} && stop == end && std::isfinite(value);
    return whole ? std::optional{value} : std::nullopt;
}

std::optional<std::string> whole_number_with_unit(std::string_view text,
                                                  std::span<const std::string_view> units) {
    const auto number = number_before_unit(text, units);
    if (!number) return std::nullopt;
    // "12.0": so programs write a column of whole numbers that has gaps.
    const auto real = parse_number(*number, {0, 1e6});
    if (const double* value = std::get_if<double>(&real); value && std::trunc(*value) == *value)
        return shortest_text(*value);
    // Nobody counts in parts, so "1,200" is English for 1200 here.
    std::string digits{*number};
    for (auto comma = digits.find(','); comma != digits.npos; comma = digits.find(',')) {
        if (comma == 0 || (digits.size() - comma) % 4 != 0) return std::nullopt;
        digits.erase(comma, 1);
    }
    const auto value = parse_integer(digits, {0, 1e6});
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? std::optional{std::to_string(*whole)} : std::nullopt;
}

std::optional<std::string> number_with_unit(std::string_view text,
                                            std::span<const std::string_view> units) {
    const auto number = number_before_unit(text, units);
    if (!number) return std::nullopt;
    const auto value = parse_number(*number, {0, 1e6});
    if (!std::holds_alternative<double>(value)) return std::nullopt;
    return unambiguous_text(std::get<double>(value));
}

std::string page_of_link(std::string_view link) {
    link = unicode::trim(link);
    for (const std::string_view start : {"https://", "http://", "www."})
        if (link.starts_with(start)) link.remove_prefix(start.size());
    while (link.ends_with('/')) link.remove_suffix(1);
    return std::string{link};
}

bool is_bare_number(std::string_view text) {
    return !number_before_unit(text, {}).value_or("").empty();
}

bool names_weeks(std::string_view heading) {
    const std::array blank{std::string{" "}};
    constexpr std::array<std::string_view, 7> weeks{"wochen", "woche", "wo",    "wch",
                                                    "weeks",  "week",  "wöchig"};
    return std::ranges::any_of(
        split_words(unicode::match_key(heading), blank),
        [&](const std::string& word) { return std::ranges::find(weeks, word) != weeks.end(); });
}

std::vector<std::string> split_words(std::string_view text, std::span<const std::string> separators,
                                     const std::function<bool(std::string_view)>& is_one) {
    const std::vector<std::string_view> parts = parts_between(text, separators);
    constexpr std::size_t most_joined = 6;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t last = is_one ? std::min(i + most_joined, parts.size()) - 1 : i;
        const auto together = [&] {
            const char* const end = parts[last].data() + parts[last].size();
            return std::string_view{parts[i].data(),
                                    static_cast<std::size_t>(end - parts[i].data())};
        };
        while (last > i && !is_one(together())) --last;
        out.emplace_back(together());
        i = last + 1;
    }
    return out;
}

void append_member(std::string& list, const std::string& member) {
    for (const std::string& known : split_words(list, std::array{std::string{"|"}}))
        if (known == member) return;
    list += (list.empty() ? "" : "|") + member;
}

}  // namespace lotse::io

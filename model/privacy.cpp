#include <lotse/model/privacy.hpp>

#include <lotse/base/partial_date.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
int digit(char c) {
    return c - '0';
}

/// Heading without case, blanks and punctuation.
std::string compact(std::string_view heading) {
    std::string out = unicode::match_key(heading);
    std::erase(out, ' ');
    return out;
}

template <class List>
bool any_of_these(const List& list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

bool matches(std::string_view text, std::string_view form) {
    return text.size() == form.size() && std::ranges::equal(text, form, [](char c, char f) {
               return f == '9' ? is_digit(c) : f == 'A' ? is_letter(c) : c == f;
           });
}

/// Sum of the digit sums of products; letters count as their two-digit place in the alphabet.
int weighted_digit_sum(std::string_view text, std::span<const int> weights) {
    std::vector<int> digits;
    for (const char c : text) {
        if (is_digit(c)) {
            digits.push_back(digit(c));
        } else {
            const int place = c - 'A' + 1;
            digits.push_back(place / 10);
            digits.push_back(place % 10);
        }
    }
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int product = digits[i] * weights[i % weights.size()];
        sum += product / 10 + product % 10;
    }
    return sum;
}

/// Krankenversichertennummer (§ 290 SGB V): letter, eight digits, check digit modulo 10.
bool is_health_insurance_number(std::string_view t) {
    constexpr std::array weights{1, 2};
    return matches(t, "A999999999") &&
           weighted_digit_sum(t.substr(0, 9), weights) % 10 == digit(t[9]);
}

/// Versicherungsnummer (§ 147 SGB VI, § 2 VKVV): area, birth date, letter, serial, check digit.
bool is_pension_insurance_number(std::string_view t) {
    constexpr std::array weights{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    return matches(t, "99999999A999") &&
           weighted_digit_sum(t.substr(0, 11), weights) % 10 == digit(t[11]);
}

/// Steuerliche Identifikationsnummer (§ 139b AO): eleven digits, ISO 7064 MOD 11,10; of the first
/// ten exactly one digit occurs two or three times.
bool is_tax_number(std::string_view t) {
    if (!matches(t, "99999999999") || t[0] == '0') return false;
    int repeated = 0;
    for (char d = '0'; d <= '9'; ++d) {
        const auto times = std::ranges::count(t.substr(0, 10), d);
        if (times > 3) return false;
        repeated += times > 1 ? 1 : 0;
    }
    if (repeated != 1) return false;
    int product = 10;
    for (const char c : t.substr(0, 10)) {
        const int sum = (digit(c) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(t[10]);
}

/// German IBAN (ISO 13616): 22 characters, rearranged number modulo 97 is 1.
bool is_iban(std::string_view t) {
    if (!matches(t, "DE99999999999999999999")) return false;
    int rest = 0;
    const std::string moved = std::string{t.substr(4)} + "1314" + std::string{t.substr(2, 2)};
    for (const char c : moved) rest = (rest * 10 + digit(c)) % 97;
    return rest == 1;
}

/// Customer number of the Federal Employment Agency, and number of a Bedarfsgemeinschaft.
bool is_customer_number(std::string_view t) {
    return matches(t, "999A999999");
}
bool is_community_number(std::string_view t) {
    return matches(t, "99999//9999999") || matches(t, "99999BG9999999");
}

/// Whether people write it in groups of characters with blanks, points or hyphens between them.
enum class Groups { never, as_printed, any };

struct Identifier {
    bool (*fits)(std::string_view);
    Groups groups;
    Text name;
};
constexpr std::array identifiers{
    Identifier{is_health_insurance_number,
               Groups::any,
               {"eine Krankenversichertennummer", "a health insurance number"}},
    Identifier{is_pension_insurance_number,
               Groups::any,
               {"eine Rentenversicherungsnummer", "a pension insurance number"}},
    Identifier{
        is_tax_number, Groups::as_printed, {"eine Steuer-Identifikationsnummer", "a tax number"}},
    Identifier{is_iban, Groups::any, {"eine IBAN", "an IBAN"}},
    Identifier{is_customer_number, Groups::never, {"eine Kundennummer", "a customer number"}},
    Identifier{
        is_community_number, Groups::any, {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
};
constexpr std::size_t longest = 22;  // a German IBAN

/// Letters and digits as wide as a Chinese character (U+FF10 to U+FF5A) as plain ones.
std::string narrow(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        const bool wide =
            i + 2 < text.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD);
        if (!wide) {
            out += text[i];
            continue;
        }
        const int point = 0xFF00 + (byte(i + 1) == 0xBD ? 0x40 : 0) + (byte(i + 2) & 0x3F);
        const int plain = point - 0xFF00 + 0x20;
        if (plain < 0x7F)
            out += static_cast<char>(plain);
        else
            out += text.substr(i, 3);
        i += 2;
    }
    return out;
}

/// A slash separates, except in the number of a Bedarfsgemeinschaft: 12345//0001234.
bool is_inner_slash(std::string_view text, std::size_t at) {
    if (text[at] != '/') return false;
    const std::size_t first = at > 0 && text[at - 1] == '/' ? at - 1 : at;
    return first > 0 && is_digit(text[first - 1]) && text.substr(first).starts_with("//") &&
           first + 2 < text.size() && is_digit(text[first + 2]);
}

/// A run of letters, digits and slashes, in upper case.
struct Word {
    std::string text;
    bool follows = false;  ///< one blank, point or hyphen after the word before
};

std::vector<Word> words_of(std::string_view text) {
    constexpr std::array<std::string_view, 5> separators{" ", "-", ".", "\u00a0", "\u202f"};
    std::vector<Word> words;
    Word word;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (is_digit(upper) || is_letter(upper) || is_inner_slash(text, i)) {
            word.text += upper;
            ++i;
            continue;
        }
        const auto separator = std::ranges::find_if(
            separators, [&](std::string_view s) { return text.substr(i).starts_with(s); });
        const bool separates = separator != separators.end();
        const bool had_word = !word.text.empty();
        if (had_word) words.push_back(std::move(word));
        word = {{}, separates && had_word};
        i += separates ? separator->size() : 1;
    }
    if (!word.text.empty()) words.push_back(std::move(word));
    return words;
}

/// "12 345 678 901", as the tax offices print it; other groups of eleven digits may be a telephone.
bool is_grouped_tax_number(std::span<const Word> words) {
    return words.size() == 4 && words[0].text.size() == 2 &&
           std::ranges::all_of(words.subspan(1),
                               [](const Word& word) { return word.text.size() == 3; });
}

}  // namespace

std::optional<Text> client_heading(std::string_view heading) {
    struct Rule {
        std::vector<std::string_view> names;
        Text announces;
    };
    static const std::vector<Rule> rules{
        {{"kundennummer", "kundennr", "kundenid", "kdnr", "kdnummer", "customernumber",
          "customerid", "clientid", "clientnumber", "klientennummer", "klientennr", "fallnummer"},
         {"eine Kundennummer", "a customer number"}},
        {{"bgnummer", "bgnr", "bedarfsgemeinschaft", "bedarfsgemeinschaftsnummer",
          "nummerderbedarfsgemeinschaft"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"geburtsdatum", "gebdatum", "gebdat", "geb", "gebam", "geburtstag", "geburtsjahr",
          "geboren", "geborenam", "dateofbirth", "birthdate", "birthday", "dob"},
         {"ein Geburtsdatum", "a date of birth"}},
        {{"versichertennummer", "versichertennr", "krankenversichertennummer",
          "krankenversicherungsnummer", "versicherungsnummer", "versicherungsnr", "kvnr",
          "kvnummer", "egk", "egknummer", "insurancenumber"},
         {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungsnummer", "sozialversicherungsnr", "sozialversnr", "sozialversnummer",
          "svnummer", "svnr", "rentenversicherungsnummer", "rentenversicherungsnr", "rvnr",
          "rvnummer", "socialsecuritynumber"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"steuerid", "steueridnr", "steueridentifikationsnummer", "idnr", "taxid"},
         {"eine Steuer-ID", "a tax number"}},
        {{"iban", "kontonummer", "bankverbindung"}, {"eine Bankverbindung", "a bank account"}},
        {{"diagnose", "diagnosen", "icd", "icd10", "icdcode", "diagnosis", "erkrankung",
          "krankheit"},
         {"eine Diagnose", "a diagnosis"}},
        {{"aubescheinigung", "aubescheinigungen", "arbeitsunfähigkeitsbescheinigung",
          "krankschreibung", "krankmeldung", "autage", "sicknote"},
         {"eine AU-Bescheinigung", "a sick note"}},
        {{"leistungsbezug", "leistungsbezugseit", "regelbedarf"},
         {"den Leistungsbezug", "the receipt of benefits"}},
        {{"staatsangehörigkeit", "nationalität", "nationality", "aufenthaltsstatus"},
         {"die Staatsangehörigkeit", "the nationality"}},
        {{"privatadresse", "privatanschrift", "wohnadresse", "wohnanschrift", "privattelefon",
          "homeaddress"},
         {"eine Privatadresse", "a private address"}},
    };
    const std::string key = compact(heading);
    for (const Rule& rule : rules)
        if (any_of_these(rule.names, key)) return rule.announces;
    constexpr std::array persons{"teilnehmer", "teilnehmende", "kunde",   "kundin",
                                 "kunden",     "klient",       "patient", "versicherte",
                                 "client",     "participant",  "customer"};
    constexpr std::array names{"vorname",   "nachname", "familienname",
                               "firstname", "lastname", "surname"};
    const auto holds = [&](const char* part) { return key.find(part) != std::string::npos; };
    const bool of_clients = std::ranges::any_of(persons, holds);
    // "Name des Teilnehmers", "Namen der Kundinnen", but not "Name der Kundenzentrale".
    const bool name_of_client =
        (key.starts_with("namede") || key.starts_with("namende")) &&
        std::ranges::any_of(persons, [&](std::string_view person) {
            constexpr std::size_t longest_suffix = 5;  // "innen"
            const auto at = key.rfind(person);
            return at != std::string::npos && key.size() - at - person.size() <= longest_suffix;
        });
    if (name_of_client ||
        (of_clients && (std::ranges::any_of(names, holds) || key.ends_with("name"))))
        return Text{"Namen von Klientinnen und Klienten", "names of clients"};
    return std::nullopt;
}

bool is_contact_heading(std::string_view heading) {
    constexpr std::array parts{"ansprechpart", "ansprechperson", "kontaktperson", "sachbearbeit",
                               "vorname",      "nachname",       "familienname",  "geschäftsführer",
                               "leiterin",     "telefon",        "handy",         "mobilnummer",
                               "durchwahl",    "email",          "mailadresse",   "contactperson",
                               "contactname",  "firstname",      "lastname",      "phone"};
    const std::string key = compact(heading);
    return std::ranges::any_of(
               parts, [&](const char* part) { return key.find(part) != std::string::npos; }) ||
           key == "mail" || key == "tel" || key == "fax" || key == "kontakt" || key == "leitung" ||
           key == "leiter";
}

std::optional<Text> client_value(std::string_view text) {
    constexpr std::size_t shortest = 10;
    if (text.size() < shortest) return std::nullopt;
    const std::string plain = text.find('\xEF') == text.npos ? std::string{text} : narrow(text);
    if (std::ranges::count_if(plain, is_digit) < 9) return std::nullopt;
    const std::vector<Word> words = words_of(plain);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Identifier& identifier : identifiers)
            if (identifier.fits(words[i].text)) return identifier.name;
        std::string joined = words[i].text;
        for (std::size_t end = i + 1; end < words.size() && words[end].follows &&
                                      joined.size() + words[end].text.size() <= longest;
             ++end) {
            joined += words[end].text;
            for (const Identifier& identifier : identifiers)
                if (identifier.groups != Groups::never && identifier.fits(joined) &&
                    (identifier.groups == Groups::any ||
                     is_grouped_tax_number({&words[i], end - i + 1})))
                    return identifier.name;
        }
    }
    return std::nullopt;
}

bool holds_mail_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size()) return false;
    const auto is_name = [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || is_letter(c) ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    return is_name(text[at - 1]) && is_name(text[at + 1]) &&
           text.find('.', at) != std::string_view::npos;
}

bool is_plausible_birth_date(std::string_view text) {
    constexpr int earliest = 1930;
    constexpr int latest = 2010;
    const auto date = parse_partial_date(unicode::trim(text));
    return date && date->day != 0 && date->year >= earliest && date->year <= latest;
}

bool is_institution_date_heading(std::string_view heading) {
    constexpr std::array parts{"gründ",  "eröffn", "founded",   "established", "beginn",
                               "start",  "seit",   "since",     "ende",        "until",
                               "gültig", "stand",  "beschluss", "eintrag",     "vertrag"};
    const std::string key = compact(heading);
    return std::ranges::any_of(
        parts, [&](const char* part) { return key.find(part) != std::string::npos; });
}

}  // namespace lotse::privacy

#include <lotse/model/privacy.hpp>

#include <lotse/base/partial_date.hpp>
#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>
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

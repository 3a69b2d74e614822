#include <lotse/base/text_parts.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Sick leave per capita", "per 1000"; but "Kontakt per Mail", "Leistungsbezug per 31.12.".
bool is_rate(const Heading& heading) {
    constexpr std::array<std::string_view, 9> units{
        "capita", "head", "person", "insured", "member", "employee", "inhabitant", "year", "month"};
    const std::span<const std::string> words = heading.words();
    const auto per = std::ranges::find(words, "per");
    if (per == words.end() || per + 1 == words.end()) return false;
    const std::string_view unit = *(per + 1);
    const bool is_power_of_ten =
        unit.starts_with('1') && unit.find_first_not_of('0', 1) == unit.npos;
    const bool is_grouped = per + 2 != words.end() && *(per + 2) == "000";
    return std::ranges::find(units, unit) != units.end() ||
           (is_power_of_ten && (unit.size() > 2 || is_grouped));
}

/// Of groups, not of one person: "Zahl der Bedarfsgemeinschaften", "Kosten je Person".
bool speaks_of_many(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> patterns{
        "anzahl",    "*zahl",       "*zahlen",      "anteil", "anteile",   "*summe",
        "*quote",    "prozent*",    "percent*",     "gesamt", "insgesamt", "total",
        "numberof*", "count",       "share",        "je",     "pro",       "durchschn*",
        "average",   "zielgruppe*", "targetgroup*", "rate"};
    return text.find('%') != std::string_view::npos || heading.fits_any(patterns) ||
           is_rate(heading);
}

/// "Kunden-Nr. BA", "BG-Kennzeichen", "Customer No.": the owner, then a word for numbers.
bool numbers_somebody(const Heading& heading, std::string_view owner) {
    static const std::vector<std::string_view> numbers{
        "nummer*", "nr*", "number*",     "no",      "num",
        "id",      "ids", "kennzeichen", "kennung", "kennziffer"};
    return std::ranges::any_of(numbers, [&](std::string_view number) {
        return heading.fits(std::string{owner} + std::string{number});
    });
}

bool is_condition_word(std::string_view word) {
    constexpr std::array<std::string_view, 13> words{
        "mindestens", "mind",    "min",      "mindestdauer", "nur",      "only",
        "zielgruppe", "minimum", "requires", "require",      "eligible", "eligibility"};
    constexpr std::array<std::string_view, 8> endings{
        "voraussetzung", "voraussetzungen", "bedingung",   "bedingungen",
        "kriterium",     "kriterien",       "requirement", "requirements"};
    return std::ranges::find(words, word) != words.end() ||
           std::ranges::any_of(endings,
                               [&](std::string_view ending) { return word.ends_with(ending); });
}

/// "Ohne Bezug von Leistungen", "For people on sick leave".
bool names_target_group(std::string_view first) {
    constexpr std::array<std::string_view, 4> words{"ohne", "without", "fuer", "for"};
    return std::ranges::find(words, first) != words.end();
}

/// "Zugang nur bei Leistungsbezug", "Condition: receipt of benefits", but not "Zugang
/// Leistungsbezug am": that is when a person gets it first; nor "Condition (diagnosis)".
bool limits_access(std::string_view text, std::span<const std::string> words) {
    constexpr std::array<std::string_view, 4> accesses{"zugang", "access", "condition",
                                                       "conditions"};
    constexpr std::array<std::string_view, 21> limits{
        "nur", "bei", "mit",  "auch", "ohne", "ueber", "fuer", "nach", "zu",    "zum",    "zur",
        "per", "via", "only", "with", "for",  "by",    "upon", "on",   "durch", "without"};
    constexpr std::array<std::string_view, 6> dates{"am", "seit", "ab", "vom", "since", "datum"};
    if (words.size() < 2 || std::ranges::find(accesses, words.front()) == accesses.end())
        return false;
    const bool by_colon = unicode::trim(text.substr(0, text.find(':'))).find(' ') == text.npos &&
                          text.find(':') != text.npos;
    return std::ranges::find(dates, words.back()) == dates.end() &&
           (by_colon || std::ranges::find(limits, words[1]) != limits.end());
}

/// "Diagnose nötig?", "Leistungsbezug möglich", "Mind. arbeitslos seit", "arbeitslos seit
/// (Voraussetzung)": an offer asks for it, or is about it. In brackets the word may be that of a
/// form: "Diagnose (erforderlich)".
bool asks_for_it(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> words{
        "noetig",    "notwendig",  "erforderlich", "benoetigt",  "vorausgesetzt",
        "moeglich",  "online",     "needed",       "required",   "possible",
        "necessary", "support",    "beratung",     "begleitung", "counselling",
        "advice",    "prevention", "management",   "traegers",   "anbieters"};
    static const std::vector<std::string_view> reasons{"aftersickleave", "nachkrankschreibung"};
    if (heading.words().empty()) return false;
    const std::string_view first = heading.words().front(), last = heading.words().back();
    if (is_condition_word(first) || is_condition_word(last) || names_target_group(first) ||
        limits_access(text, heading.words()) || heading.fits_any(reasons))
        return true;
    return text.find('(') == std::string_view::npos &&
           std::ranges::find(words, last) != words.end();
}

bool is_year(std::string_view word) {
    constexpr std::size_t digits = 4;
    return word.size() == digits && all_digits(word) &&
           (word.starts_with("19") || word.starts_with("20"));
}

/// "Sick leave days from", "Krankschreibung Fälle TN", "Krankmeldungen 01.03.2024", but not "Sick
/// leave cases from 2020".
bool is_about_one(const Heading& heading) {
    constexpr std::array<std::string_view, 6> of_a_form{"nr",     "no",   "nummer",
                                                        "number", "name", "id"};
    constexpr std::array<std::string_view, 15> dates{"from",  "since",  "until", "till", "seit",
                                                     "ab",    "bis",    "vom",   "am",   "date",
                                                     "datum", "beginn", "start", "end",  "ende"};
    const std::span<const std::string> words = heading.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_date = std::ranges::find(dates, words[i]) != dates.end() &&
                             (i + 1 == words.size() || !is_year(words[i + 1]));
        const bool day = words[i].size() <= 2 && all_digits(words[i]) &&
                         (i == 0 || !is_year(words[i - 1]));  // but "2023/24"
        if (is_date || day || is_client_word(words[i]) ||
            std::ranges::find(of_a_form, words[i]) != of_a_form.end())
            return true;
    }
    return false;
}

/// "Sick leave days 2024", "Krankschreibungen: Statistik", "Sick leave consulting": figures of an
/// institution, and what it offers. In brackets the word may be that of a form.
bool is_figure_or_offer(std::string_view text) {
    static const std::vector<std::string_view> words{
        "*statistik", "*statistiken", "statistic",  "statistics",  "*faelle",   "cases",
        "incidence",  "inzidenz",     "prevalence", "praevalenz",  "frequency", "haeufigkeit",
        "indicator",  "indicators",   "indikator",  "indikatoren", "benchmark", "ausgaben",
        "spending",   "expenditure",  "figures",    "angebot",     "angebote",  "offer",
        "offers",     "praevention",  "prevention"};
    static const std::vector<std::string_view> behind_sick_leave{
        "days",     "level",      "levels",     "report",      "reports",   "numbers", "rate",
        "costs",    "benefit",    "benefits",   "insurance",   "pay",       "program", "index",
        "programs", "programme",  "programmes", "project",     "projects",  "trend",   "trends",
        "policy",   "consulting", "policies",   "counselling", "counseling"};
    // Of one person without a year.
    static const std::vector<std::string_view> counts{"autage", "krankschreibungen",
                                                      "krankmeldungen", "sicknotes"};
    const Heading all{text};
    const Heading heading{text.substr(0, text.find('('))};
    if (is_about_one(all)) return false;
    constexpr std::array<std::string_view, 4> prepositions{"bei", "zu", "nach", "on"};
    const std::span<const std::string> all_words = all.words();
    if (all_words.size() > 1 && (all_words[0] == "beratung" || all_words[0] == "counselling") &&
        std::ranges::find(prepositions, all_words[1]) != prepositions.end())
        return true;
    return heading.fits_any(words) ||
           std::ranges::any_of(behind_sick_leave,
                               [&](std::string_view word) {
                                   return heading.fits("sickleave" + std::string{word});
                               }) ||
           (heading.fits_any(counts) && std::ranges::any_of(all.words(), is_year));
}

struct ClientRule {
    std::vector<std::string_view> patterns;
    Text announces;
    bool may_be_harmless = false;  ///< the condition of an offer, an offer, or a figure
};

/// A number of a person: whose or what, and a word for numbers behind it, in full or short.
struct NumberRule {
    std::vector<std::string_view> owners;  ///< patterns up to the word for numbers
    Text announces;
};

const std::vector<NumberRule>& number_rules() {
    static const std::vector<NumberRule> rules{
        {{"*kunden",       "kunde",        "kd",          "*customer",  "client",
          "klienten",      "klientinnen",  "klient",      "teilnehmer", "teilnehmerinnen",
          "teilnehmenden", "tn",           "participant", "pat",        "patient",
          "patienten",     "patientinnen", "fall",        "=case",      "bewerber"},
         {"eine Kundennummer", "a customer number"}},
        {{"bg", "*bedarfsgemeinschafts", "*bedarfsgemeinschaft", "*bedarfsgem"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"*versicherten", "*krankenversicherungs", "krankenvers", "kv", "egk", "*insurance",
          "vers", "=versicherungs", "gesundheitskarten", "krankenkassen", "versichertenkarten"},
         {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungs", "sozialvers", "sozvers", "sv", "rentenversicherungs", "rentenvers",
          "rv", "vs", "socialsecurity"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"konto", "kto", "account", "bankaccount"}, {"eine Bankverbindung", "a bank account"}},
        {{"ausweis", "personalausweis", "pass", "reisepass", "passport", "aufenthaltstitel"},
         {"eine Ausweisnummer", "the number of an identity document"}},
        {{"azr", "auslaenderzentralregister"},
         {"eine AZR-Nummer", "a number of the register of foreigners"}},
    };
    return rules;
}

const std::vector<ClientRule>& client_rules() {
    static const std::vector<ClientRule> rules{
        {{"bedarfsgemeinschaft", "*bedarfsgemeinschaftsn*"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"*geburtsdat*", "gebdat*",  "=geb",        "gebam",    "geburtstag", "geburtsjahr",
          "gebjahr",      "geboren",  "geborenam",   "gebtag*",  "=gebt",      "gebj",
          "gebjg",        "geburtsd", "geburtst",    "geburtsj", "geburtsjg",  "dateofbirth",
          "birthdate*",   "birthday", "yearofbirth", "dob"},
         {"ein Geburtsdatum", "a date of birth"}},
        {{"geburtsort*", "gebort", "geburtsland", "gebland", "birthplace", "placeofbirth",
          "countryofbirth"},
         {"den Geburtsort", "the place of birth"}},
        {{"klientencode",
          "klientcode",
          "klientinnencode",
          "kundencode",
          "teilnehmercode",
          "teilnehmendencode",
          "tncode",
          "patientencode",
          "clientcode",
          "participantcode",
          "kundenzeichen",
          "kundenkennz",
          "aktenzeichentn",
          "aktenzeichenteilnehme*",
          "aktenzeichenkund*",
          "aztn",
          "azkund*",
          "azklient*",
          "azteilnehme*",
          "aktenzeichenklient*",
          "aktenzeichenpatient*"},
         {"ein Kennzeichen von Klientinnen und Klienten", "a sign of a client"}},
        {{"egk*"}, {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungsn*", "sozialversn*", "rentenversicherungsn*", "socialsecurityn*",
          "ssn", "=vsn"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"steuerid*", "steuerlicheid*", "taxid*"}, {"eine Steuer-ID", "a tax number"}},
        {{"iban*", "kontoverbindung*", "bankverbindung*", "bankaccount*"},
         {"eine Bankverbindung", "a bank account"}},
        {{"diagnose", "diagnosen", "diagnosis", "diagnoses", "hauptdiagnose*", "nebendiagnose*",
          "erstdiagnose*", "zweitdiagnose*", "verdachtsdiagnose*", "aufnahmediagnose*",
          "entlassdiagnose*", "entlassungsdiagnose*", "dauerdiagnose*", "diagnosecode*",
          "diagnoseschluessel*", "icd*", "=erkrankung", "=krankheit", "vorerkrankung*"},
         {"eine Diagnose", "a diagnosis"},
         true},
        {{"aubescheinigung*", "*arbeitsunfaehigkeitsbescheinigung*", "krankschreibung*",
          "krankmeldung*", "autage*", "=aub", "=aubis", "=auseit", "=auvon", "sicknote*",
          "krankgeschrieben", "=arbeitsunfaehig", "arbeitsunfaehigseit", "arbeitsunfaehigab",
          "arbeitsunfaehigbis", "arbeitsunfaehigvom", "krankseit", "sickleave*"},
         {"eine AU-Bescheinigung", "a sick note"},
         true},
        {{"leistungsbezug*", "*geldbezug", "*algbezug", "*algiibezug", "*alg2bezug", "regelbedarf*",
          "sgbiibezug", "sgb2bezug", "bezugvonalg*", "bezugvonbuergergeld*",
          // "Benefit recipients" are many, as "Leistungsempfänger" are
          "bezugvonleistung*", "receiptofbenefit*", "receivesbenefit*", "benefitrecipient"},
         {"den Leistungsbezug", "the receipt of benefits"},
         true},
        {{"staatsangehoerigkeit*", "staatsang", "staatsangeh", "staatsbuergerschaft*",
          "nationalitaet", "nationalitaeten", "nationality", "citizenship", "aufenthaltsstatus"},
         {"die Staatsangehörigkeit", "the nationality"}},
        {{"privatadresse*",  "privatanschrift*", "privatnummer*",   "privattelefon*",
          "privathandy*",    "privatemail*",     "privateadresse*", "privateanschrift*",
          "privatenummer*",  "privatetelefon*",  "privateemail*",   "adresseprivat",
          "anschriftprivat", "nummerprivat",     "telefonprivat",   "handyprivat",
          "mobilprivat",     "mailprivat",       "wohnadresse*",    "wohnanschrift*",
          "homeaddress*",    "privateaddress*"},
         {"eine Privatadresse", "a private address"}},
    };
    return rules;
}

/// "ALG II seit", "Bürgergeld ab", "arbeitslos seit".
bool dates_benefit(const Heading& heading) {
    constexpr std::array<std::string_view, 16> benefits{"alg",
                                                        "algi",
                                                        "algii",
                                                        "alg1",
                                                        "alg2",
                                                        "buergergeld",
                                                        "sozialgeld",
                                                        "=sozialhilfe",
                                                        "krankengeld",
                                                        "arbeitslosengeld",
                                                        "arbeitslosengeldi",
                                                        "arbeitslosengeldii",
                                                        "=grundsicherung",
                                                        "=sgbii",
                                                        "arbeitslos",
                                                        "langzeitarbeitslos"};
    constexpr std::array<std::string_view, 6> dates{"seit", "ab", "bis", "von", "vom", "since"};
    return std::ranges::any_of(benefits, [&](std::string_view benefit) {
        return std::ranges::any_of(dates, [&](std::string_view date) {
            return heading.fits(std::string{benefit} + std::string{date});
        });
    });
}

/// Spelt as the tax offices do: "ID-Nr." and "IDNR" are rather numbers of the table's own.
bool is_abbreviated_tax_number(std::string_view text) {
    return text == "IdNr" || text == "IdNr.";
}

}  // namespace

std::optional<Text> client_heading(std::string_view text) {
    const Heading heading{text};
    if (speaks_of_many(text, heading)) return std::nullopt;
    if (is_abbreviated_tax_number(text)) return Text{"eine Steuer-ID", "a tax number"};
    const bool asked_for = asks_for_it(text, heading);
    const bool harmless = asked_for || is_figure_or_offer(text);
    for (const ClientRule& rule : client_rules())
        if (heading.fits_any(rule.patterns) && !(harmless && rule.may_be_harmless))
            return rule.announces;
    if (!asked_for && dates_benefit(heading))
        return Text{"den Leistungsbezug", "the receipt of benefits"};
    if (numbers_clients(heading.words()))
        return Text{"eine Nummer von Klientinnen und Klienten", "a number of clients"};
    for (const NumberRule& rule : number_rules())
        if (std::ranges::any_of(rule.owners, [&](std::string_view owner) {
                return numbers_somebody(heading, owner);
            }))
            return rule.announces;
    if (names_clients(heading.words()))
        return Text{"Namen von Klientinnen und Klienten", "names of clients"};
    return std::nullopt;
}

Message column_refusal(std::string_view heading, const Text& announced) {
    const std::string name{heading};
    return message({"Die Spalte „{}“ kündigt {} an. lotse nimmt keine Daten von Personen an; bitte "
                    "die Spalte löschen.",
                    "The column '{}' announces {}. lotse takes no data of persons; please delete "
                    "the column."},
                   {Message{name, name}, Message{announced}});
}

bool is_contact_heading(std::string_view text) {
    static const std::vector<std::string_view> patterns{
        // persons
        "*ansprechpart*", "*ansprechperson*", "kontaktperson*", "kontaktname*", "=kontakt",
        "=kontakte", "kontaktdaten", "=contact", "=contacts", "contactperson*", "contactname*",
        "contactdetails", "person", "*vorname*", "*nachname*", "zuname*", "familienname*",
        "geburtsname*", "firstname*", "lastname*", "surname*", "fullname*", "anrede",
        "*sachbearbeit*", "*bearbeiter*", "*betreuer", "*betreuerin", "*berater", "*beraterin",
        "=zustaendig", "*geschaeftsfuehrung", "*geschaeftsfuehrer*", "vorsitz*", "vorstand",
        "leitung", "*sleitung", "*enleitung", "projektleitung", "teamleitung", "leiter",
        "*leiterin*", "*sleiter", "*enleiter", "projektleiter", "teamleiter", "*manager",
        "*managerin", "*koordinator", "*koordinatorin", "dozent", "dozentin", "trainer",
        "trainerin", "sprecher", "sprecherin",
        // how to reach them
        "*telefon", "*telefonnummer*", "telefonnr*", "tel", "telnr", "telnummer", "*rufnummer*",
        "*durchwahl*", "handy", "handynummer*", "handynr", "=mobil", "mobilnummer*", "mobilnr",
        "fax", "telefax", "*faxnummer*", "faxnr", "*phone*", "=mobile", "*email", "*emails",
        "*emailadresse*", "mail", "*mailadresse*"};
    const Heading heading{text};
    return !speaks_of_many(text, heading) &&
           (heading.fits_any(patterns) || reaches_clients(heading.words()));
}

namespace {

/// Says nothing about what stands below beside a word for clients: lists, numbers and endings
/// ("Teilnehmer/in", "Teilnehmende/r", "Teilnehmer (m/w/d)", "TN 1").
bool is_list_word(std::string_view word) {
    static const std::vector<std::string_view> words{
        "liste", "list", "namensliste", "und",   "and",  "oder", "or",        "in",
        "innen", "en",   "gruppe",      "group", "kurs", "nr",   "massnahme", "maßnahme",
        "sowie", "der",  "die",         "des",   "von",  "im",   "aus",       "bzw"};
    return word.size() == 1 || std::ranges::find(words, word) != words.end() ||
           word.find_first_not_of("0123456789") == word.npos;
}

/// "aktuelle", "zugewiesene", "unsere" before a word for clients.
bool is_attribute(std::string_view word) {
    static const std::vector<std::string_view> words{
        "unser",   "unsere", "unserer", "meine",    "ihre", "alle",   "neue", "neuen", "weitere",
        "current", "our",    "my",      "assigned", "all",  "former", "new",  "active"};
    static const std::vector<std::string_view> endings{
        "te",   "ten",   "ter",   "ene",   "enen",   "ener",   "ige", "igen", "iger",
        "elle", "ellen", "eller", "liche", "lichen", "licher", "ive", "iven", "iver"};
    return std::ranges::find(words, word) != words.end() ||
           std::ranges::any_of(endings,
                               [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

bool is_client_group_heading(std::string_view text) {
    const Heading heading{text};
    const auto is_list_of_clients = [](std::string_view word) {
        return word.ends_with("liste") && is_client_word(word.substr(0, word.size() - 5));
    };
    bool any = false;
    for (const std::string& word : heading.words())
        if (is_client_word(word) || is_list_of_clients(word))
            any = true;
        else if (!is_list_word(word) && (any || !is_attribute(word)))
            return false;
    return any;
}

}  // namespace lotse::privacy

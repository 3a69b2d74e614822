#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>
#include <lotse/model/similar.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"
#include "harmless_headings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

using Patterns = std::vector<std::string>;
using Parts = std::vector<std::string_view>;

/// Each start with each end.
Patterns joined(const Parts& starts, const Parts& ends) {
    Patterns out;
    for (const std::string_view start : starts)
        for (const std::string_view end : ends) out.push_back(std::string{start}.append(end));
    return out;
}

/// "Kunden-Nr. BA", "BG-Kennzeichen", "Customer No.": the owner, then a word for numbers.
Patterns numbers_of(const Parts& owners) {
    return joined(owners, {"nummer*", "nr", "nrn", "nrs", "number*", "no", "num", "numer", "id",
                           "ids", "kennzeichen", "kennung", "kennziffer"});
}

struct ClientRule {
    Parts patterns;
    Text announces;
    bool may_be_harmless = false;  ///< the condition of an offer, an offer, or a figure
};

/// A number of a person: whose or what, and a word for numbers behind it, in full or short.
struct NumberRule {
    Patterns patterns;
    Text announces;
};

const std::vector<NumberRule>& number_rules() {
    static const std::vector<NumberRule> rules{
        {numbers_of(
             {"*kunden",       "kunde",        "kd",          "*customer",  "client",
              "klienten",      "klientinnen",  "klient",      "teilnehmer", "teilnehmerinnen",
              "teilnehmenden", "tn",           "participant", "pat",        "patient",
              "patienten",     "patientinnen", "fall",        "=case",      "bewerber"}),
         {"eine Kundennummer", "a customer number"}},
        {numbers_of({"bg", "*bedarfsgemeinschafts", "*bedarfsgemeinschaft", "*bedarfsgem"}),
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {numbers_of({"*versicherten", "*versicherte", "*krankenversicherungs", "krankenvers", "kv",
                     "gkv", "egk", "*insurance", "vers", "=versicherungs", "gesundheitskarten",
                     "krankenkassen", "versichertenkarten"}),
         {"eine Versichertennummer", "an insurance number"}},
        {numbers_of({"sozialversicherungs", "sozialvers", "sozvers", "sv", "rentenversicherungs",
                     "rentenvers", "rv", "vs", "socialsecurity"}),
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {numbers_of({"konto", "kto", "account", "bankaccount"}),
         {"eine Bankverbindung", "a bank account"}},
        {numbers_of(
             {"ausweis", "personalausweis", "pass", "reisepass", "passport", "aufenthaltstitel"}),
         {"eine Ausweisnummer", "the number of an identity document"}},
        {numbers_of({"azr", "auslaenderzentralregister"}),
         {"eine AZR-Nummer", "a number of the register of foreigners"}},
    };
    return rules;
}

const std::vector<ClientRule>& client_rules() {
    static const std::vector<ClientRule> rules{
        {{"bedarfsgemeinschaft"}, {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
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
        {{"egk", "egknr", "egknummer*", "kknr", "kknummer*"},
         {"eine Versichertennummer", "an insurance number"}},
        {{"ssn", "=vsn"}, {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"steuerid", "steuerids", "steueridn*", "steueriden*", "steuerlicheid", "steuerlicheidn*",
          "steuerlicheiden*", "taxid", "taxids", "taxidn*", "taxiden*"},
         {"eine Steuer-ID", "a tax number"}},
        {{"iban", "ibans", "ibannr", "ibannummer*", "kontoverbindung*", "bankverbindung*",
          "bankaccount*"},
         {"eine Bankverbindung", "a bank account"}},
        {{"diagnose",
          "diagnosen",
          "diagnosis",
          "diagnoses",
          "hauptdiagnose*",
          "nebendiagnose*",
          "erstdiagnose*",
          "zweitdiagnose*",
          "verdachtsdiagnose*",
          "aufnahmediagnose*",
          "entlassdiagnose*",
          "entlassungsdiagnose*",
          "dauerdiagnose*",
          "diagnosecode*",
          "diagnoseschluessel*",
          "icd",
          "icd9*",
          "icd10*",
          "icd11*",
          "icdcode*",
          "icdschluessel*",
          "icddiagnose*",
          "icdgm",
          "icdnr",
          "=erkrankung",
          "=krankheit",
          "vorerkrankung*"},
         {"eine Diagnose", "a diagnosis"},
         true},
        {{"aubescheinigung*",
          "*arbeitsunfaehigkeitsbescheinigung*",
          "krankschreibung*",
          "krankmeldung*",
          "krankenschein*",
          "auschein",
          "auscheine",
          "autage",
          "autagen",
          "=aub",
          "=aubis",
          "=auseit",
          "=auvon",
          "=auvom",
          "=auab",
          "=auam",
          "=aubeginn",
          "=audatum",
          "sicknote*",
          "krankgeschrieben",
          "=arbeitsunfaehig",
          "arbeitsunfaehigseit",
          "arbeitsunfaehigab",
          "arbeitsunfaehigbis",
          "arbeitsunfaehigvom",
          "arbeitsunfaehigkeitseit",
          "arbeitsunfaehigkeitbis",
          "arbeitsunfaehigkeitvom",
          "krankseit",
          "krankbis",
          "krankgemeldet",
          "=aunachweis",
          "=aumeldung",
          "=aubesch",
          "=auzeitraum",
          "sickleave*"},
         {"eine AU-Bescheinigung", "a sick note"},
         true},
        {{"*leistungsbezug*", "*grundsicherungsbezug", "bezugvonsozial*", "bezugvongrundsicherung",
          "bezugsozialleistung*", "bezugleistungen", "*geldbezug", "*algbezug", "*algiibezug",
          "*alg2bezug", "regelbedarf*", "sgbiibezug", "sgb2bezug",
          // "Benefit recipients" are many, as "Leistungsempfänger" are
          "bezugvonleistung*", "receiptofbenefit*", "receivesbenefit*", "benefitrecipient"},
         {"den Leistungsbezug", "the receipt of benefits"},
         true},
        {{"staatsangehoerigkeit*", "staatsang", "staatsangeh", "staatsbuergerschaft*",
          "nationalitaet", "nationalitaeten", "nationality", "citizenship", "aufenthaltsstatus"},
         {"die Staatsangehörigkeit", "the nationality"}},
        {{"privatadresse*", "privatadr",       "privatanschr*",   "privatnummer*", "privattel*",
          "privathandy*",   "privatemail*",    "privateadresse*", "privateadr",    "privateanschr*",
          "privatenummer*", "privatetel*",     "adrprivat",       "telprivat",     "privateemail*",
          "adresseprivat",  "anschriftprivat", "nummerprivat",    "telefonprivat", "handyprivat",
          "mobilprivat",    "mailprivat",      "wohnadresse*",    "wohnadr",       "wohnanschr*",
          "homeaddress*",   "privateaddress*"},
         {"eine Privatadresse", "a private address"}},
    };
    return rules;
}

/// "ALG II seit", "Bürgergeld ab", "arbeitslos seit".
bool dates_benefit(const Heading& heading) {
    static const Patterns patterns =
        joined({"alg", "algi", "algii", "alg1", "alg2", "buergergeld", "sozialgeld", "=sozialhilfe",
                "krankengeld", "arbeitslosengeld", "arbeitslosengeldi", "arbeitslosengeldii",
                "=grundsicherung", "=sgbii", "arbeitslos", "langzeitarbeitslos"},
               {"seit", "ab", "bis", "von", "vom", "since"});
    return heading.fits_any(patterns);
}

/// "Bezug Bürgergeld", "Bezug von Krankengeld"; but not "Bezug SGB II", which may be to the law.
bool names_receipt(const Heading& heading) {
    static const Patterns patterns =
        joined({"bezug", "bezugvon"},
               {"alg", "algi", "algii", "alg1", "alg2", "buergergeld*", "sozialgeld*",
                "arbeitslosengeld*", "krankengeld", "kindergeld", "wohngeld", "transferleistung*"});
    return heading.fits_any(patterns);
}

/// "Geburtdatum", "Kundenumer": one slip away from a long word of the rules. Empty: none.
std::string_view meant_word(const Heading& heading) {
    constexpr std::array<std::string_view, 9> words{"kundennummer",
                                                    "geburtsdatum",
                                                    "versichertennummer",
                                                    "bedarfsgemeinschaft",
                                                    "leistungsbezug",
                                                    "staatsangehoerigkeit",
                                                    "privatadresse",
                                                    "sozialversicherungsnummer",
                                                    "rentenversicherungsnummer"};
    std::string whole;
    for (const std::string& word : heading.words()) whole += word;
    const auto meant = std::ranges::find_if(
        // "Rundennummer" is none of "Kundennummer": who mistypes knows how a word begins.
        words, [&](std::string_view word) {
            return whole.starts_with(word.substr(0, 1)) && typing_distance(whole, word, 1) == 1;
        });
    return meant == words.end() ? std::string_view{} : *meant;
}

/// Spelt as the tax offices do: "ID-Nr." and "IDNR" are rather numbers of the table's own.
bool is_abbreviated_tax_number(std::string_view text) {
    return text == "IdNr" || text == "IdNr.";
}

/// Before the first sign that parts a heading.
std::size_t words_in_phrase(std::string_view text) {
    const std::string typed = unicode::as_typed(text);
    const auto sign = std::min(typed.find_first_of("(,;:/|"), typed.find(" - "));
    return Heading{typed.substr(0, sign)}.words().size();
}

}  // namespace

bool may_number_insurers(std::string_view text) {
    static const Patterns patterns = numbers_of({"gkv", "kk", "krankenkassen"});
    return Heading{text}.fits_any(patterns);
}

std::optional<Text> client_heading(std::string_view text) {
    const Heading heading{text};
    if (heading.words().empty()) return std::nullopt;
    if (speaks_of_many(text, heading)) return std::nullopt;
    if (is_abbreviated_tax_number(text)) return Text{"eine Steuer-ID", "a tax number"};
    const bool asked_for = asks_for_it(text, heading);
    const bool harmless = asked_for || is_figure_or_offer(text);
    for (const ClientRule& rule : client_rules())
        if (heading.fits_any(rule.patterns) && !(harmless && rule.may_be_harmless))
            return rule.announces;
    if ((!asked_for && dates_benefit(heading)) || (!harmless && names_receipt(heading)))
        return Text{"den Leistungsbezug", "the receipt of benefits"};
    if (numbers_clients(heading.words()))
        return Text{"eine Nummer von Klientinnen und Klienten", "a number of clients"};
    for (const NumberRule& rule : number_rules())
        if (heading.fits_any(rule.patterns)) return rule.announces;
    if (names_clients(heading.words(), words_in_phrase(text)))
        return Text{"Namen von Klientinnen und Klienten", "names of clients"};
    if (const auto meant = meant_word(heading); !meant.empty()) return client_heading(meant);
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

}  // namespace lotse::privacy

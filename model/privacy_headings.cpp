#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Klient*innen", "Kund:innen" and "Kund_innen" as one word.
std::string without_gender_signs(std::string_view text) {
    constexpr std::string_view signs = "*:_";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i == 0 || signs.find(text[i]) == signs.npos || !text.substr(i + 1).starts_with("in"))
            out += text[i];
    return out;
}

/// Letters and digits in lower case, umlauts as people without them type them.
std::string folded(std::string_view text) {
    struct Fold {
        std::string_view umlaut;
        std::string_view plain;
    };
    std::string out;
    const std::string key = unicode::match_key(unicode::as_typed(without_gender_signs(text)));
    for (std::size_t i = 0; i < key.size(); ++i) {
        constexpr std::array folds{Fold{"ä", "ae"}, Fold{"ö", "oe"}, Fold{"ü", "ue"}};
        const auto fold =
            std::ranges::find(folds, std::string_view{key}.substr(i, 2), &Fold::umlaut);
        if (fold == folds.end()) {
            out += key[i];
        } else {
            out += fold->plain;
            ++i;
        }
    }
    return out;
}

/// A heading, to be compared with patterns: words without blanks and punctuation, as in
/// "geburtsdatum" or "adresseprivat". `*` at an end: the pattern may begin or end inside a word.
/// `=` at the start: the heading begins so, and nothing else may stand in it.
class Heading {
public:
    explicit Heading(std::string_view text) {
        const std::string key = folded(text);
        for (std::size_t at = 0; at < key.size();) {
            const std::size_t end = std::min(key.find(' ', at), key.size());
            words_.push_back(key.substr(at, end - at));
            bounds_.push_back(joined_.size());
            joined_ += words_.back();
            at = end + 1;
        }
        bounds_.push_back(joined_.size());
    }

    const std::vector<std::string>& words() const { return words_; }

    bool fits(std::string_view pattern) const {
        if (pattern.starts_with('=') && pattern.ends_with('*'))
            return joined_.starts_with(pattern.substr(1, pattern.size() - 2));
        if (pattern.starts_with('=')) return joined_ == pattern.substr(1);
        const bool open_start = pattern.starts_with('*');
        const bool open_end = pattern.ends_with('*');
        pattern.remove_prefix(open_start ? 1 : 0);
        pattern.remove_suffix(open_end ? 1 : 0);
        for (auto at = joined_.find(pattern); at != std::string::npos;
             at = joined_.find(pattern, at + 1))
            if ((open_start || is_bound(at)) && (open_end || is_bound(at + pattern.size())))
                return true;
        return false;
    }

    template <class Patterns>
    bool fits_any(const Patterns& patterns) const {
        return std::ranges::any_of(patterns,
                                   [&](std::string_view pattern) { return fits(pattern); });
    }

private:
    bool is_bound(std::size_t at) const { return std::ranges::find(bounds_, at) != bounds_.end(); }

    std::vector<std::string> words_;
    std::string joined_;
    std::vector<std::size_t> bounds_;  ///< between the words, in `joined_`
};

/// Of groups, not of one person: "Zahl der Bedarfsgemeinschaften", "Kosten je Person".
bool speaks_of_many(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> patterns{
        "anzahl",   "*zahl",    "*zahlen", "anteil",     "anteile", "*summe",      "*quote",
        "prozent*", "percent*", "gesamt",  "insgesamt",  "total",   "numberof*",   "count",
        "share",    "je",       "pro",     "durchschn*", "average", "zielgruppe*", "targetgroup*"};
    return text.find('%') != std::string_view::npos || heading.fits_any(patterns);
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

struct ClientRule {
    std::vector<std::string_view> patterns;
    Text announces;
};

/// A number of a person: whose or what, and a word for numbers behind it, in full or short.
struct NumberRule {
    std::vector<std::string_view> owners;  ///< patterns up to the word for numbers
    Text announces;
};

const std::vector<NumberRule>& number_rules() {
    static const std::vector<NumberRule> rules{
        {{"*kunden", "kunde", "kd", "*customer", "client", "klienten", "klientinnen", "klient",
          "teilnehmer", "teilnehmerinnen", "teilnehmenden", "tn", "participant", "patient",
          "patienten", "patientinnen", "fall", "=case", "bewerber"},
         {"eine Kundennummer", "a customer number"}},
        {{"bg", "*bedarfsgemeinschafts", "*bedarfsgemeinschaft"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"*versicherten", "*krankenversicherungs", "krankenvers", "kv", "egk", "*insurance",
          "vers", "=versicherungs", "gesundheitskarten", "krankenkassen", "versichertenkarten"},
         {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungs", "sozialvers", "sozvers", "sv", "rentenversicherungs", "rentenvers",
          "rv", "vs", "socialsecurity"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"konto", "account", "bankaccount"}, {"eine Bankverbindung", "a bank account"}},
        {{"ausweis", "personalausweis", "reisepass", "passport", "aufenthaltstitel"},
         {"eine Ausweisnummer", "the number of an identity document"}},
    };
    return rules;
}

const std::vector<ClientRule>& client_rules() {
    static const std::vector<ClientRule> rules{
        {{"bedarfsgemeinschaft", "=bedarfsgemeinschaften", "*bedarfsgemeinschaftsn*"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"*geburtsdat*", "gebdat*", "=geb", "gebam", "geburtstag", "geburtsjahr", "geboren",
          "geborenam", "dateofbirth", "birthdate*", "birthday", "yearofbirth", "dob"},
         {"ein Geburtsdatum", "a date of birth"}},
        {{"egk*"}, {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungsn*", "sozialversn*", "rentenversicherungsn*", "socialsecurityn*",
          "ssn"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"steuerid*", "steuerlicheid*", "taxid*"}, {"eine Steuer-ID", "a tax number"}},
        {{"iban*", "kontoverbindung*", "bankverbindung*", "bankaccount*"},
         {"eine Bankverbindung", "a bank account"}},
        {{"diagnose", "diagnosen", "diagnosis", "diagnoses", "hauptdiagnose*", "nebendiagnose*",
          "erstdiagnose*", "zweitdiagnose*", "verdachtsdiagnose*", "aufnahmediagnose*",
          "entlassdiagnose*", "entlassungsdiagnose*", "dauerdiagnose*", "diagnosecode*",
          "diagnoseschluessel*", "icd*", "=erkrankung", "=krankheit", "vorerkrankung*"},
         {"eine Diagnose", "a diagnosis"}},
        {{"aubescheinigung*", "*arbeitsunfaehigkeitsbescheinigung*", "krankschreibung*",
          "krankmeldung*", "autage*", "=aub", "=aubis", "=auseit", "=auvon", "sicknote*",
          "krankgeschrieben", "=arbeitsunfaehig", "arbeitsunfaehigseit", "arbeitsunfaehigab",
          "arbeitsunfaehigbis", "arbeitsunfaehigvom"},
         {"eine AU-Bescheinigung", "a sick note"}},
        {{"leistungsbezug*", "*geldbezug", "*algbezug", "*algiibezug", "*alg2bezug",
          "regelbedarf*"},
         {"den Leistungsbezug", "the receipt of benefits"}},
        {{"staatsangehoerigkeit*", "nationalitaet", "nationalitaeten", "nationality", "citizenship",
          "aufenthaltsstatus"},
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

}  // namespace

std::optional<Text> client_heading(std::string_view text) {
    const Heading heading{text};
    if (speaks_of_many(text, heading)) return std::nullopt;
    for (const ClientRule& rule : client_rules())
        if (heading.fits_any(rule.patterns)) return rule.announces;
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
    return !speaks_of_many(text, heading) && heading.fits_any(patterns);
}

bool is_client_group_heading(std::string_view text) {
    static const std::vector<std::string_view> lists{"liste", "list", "namensliste", "und", "and"};
    const Heading heading{text};
    const auto is_list_of_clients = [](std::string_view word) {
        return word.ends_with("liste") && is_client_word(word.substr(0, word.size() - 5));
    };
    bool any = false;
    for (const std::string& word : heading.words())
        if (is_client_word(word) || is_list_of_clients(word))
            any = true;
        else if (std::ranges::find(lists, word) == lists.end())
            return false;
    return any;
}

namespace {

bool speaks_of_persons(const std::vector<std::string>& words) {
    static const std::vector<std::string_view> persons{
        "person", "personen", "mensch", "menschen", "kind",  "kinder", "mutter",      "vater",
        "eltern", "alter",    "age",    "name",     "namen", "namens", "angehoerige", "candidate"};
    return std::ranges::any_of(words, [&](const std::string& word) {
        return word == "geb" || word.starts_with("gebor") || word.starts_with("geburt") ||
               word.starts_with("gebdat") || word.starts_with("birth") || is_client_word(word) ||
               std::ranges::find(persons, word) != persons.end();
    });
}

/// "Bewilligungsdatum", "Unterzeichnet am", "Bescheid vom": a date, and what it is the date of.
bool says_what_date(const std::vector<std::string>& words) {
    static const std::vector<std::string_view> announcements{"datum", "date", "am", "vom", "on",
                                                             "der",   "des",  "of", "the", "die"};
    constexpr std::size_t shortest = 3;  // letters of a word with a meaning
    const auto is_announcement = [&](const std::string& word) {
        return std::ranges::find(announcements, word) != announcements.end();
    };
    const bool of_one_word = std::ranges::any_of(words, [&](const std::string& word) {
        return !is_announcement(word) && (word.ends_with("datum") || word.ends_with("date"));
    });
    return of_one_word || (std::ranges::any_of(words, is_announcement) &&
                           std::ranges::any_of(words, [&](const std::string& word) {
                               return !is_announcement(word) && word.size() >= shortest &&
                                      word.find_first_of("0123456789") == word.npos;
                           }));
}

}  // namespace

bool is_institution_date_heading(std::string_view text) {
    // What organisations, contracts and papers have a date of.
    static const std::vector<std::string_view> patterns{
        "*gruendung*",  "gegruendet*",   "eroeffn*",       "founded",         "foundation*",
        "established",  "opened",        "*beginn",        "start",           "startdatum",
        "starttermin",  "projektstart",  "seit",           "since",           "ende",
        "projektende",  "laufzeitende",  "vertragsende",   "until",           "bis",
        "gueltig*",     "stand",         "*beschluss",     "eintrag*",        "eingetragen*",
        "*vertrag",     "vertragsdatum", "vertragsbeginn", "vertragsschluss", "*abschluss",
        "*zulassung*",  "zugelassen*",   "*anerkennung*",  "anerkannt*",      "*zertifi*",
        "*akkredit*",   "*vereinbarung", "*satzung",       "*bescheid",       "*pruefung",
        "geprueft*",    "*aenderung",    "geaendert*",     "*jubilaeum*",     "baujahr*",
        "*uebernahme",  "uebernommen*",  "umzug",          "*bewilligung*",   "bewilligt*",
        "*genehmigung", "genehmigt*",    "angeboten",      "erstmals*",       "letzte*",
        "*eintrag",     "*eintragung",   "*einweihung",    "*fusion",         "umbau",
        "*sitzung",     "aktualisier*",  "updated",        "unterzeichn*",    "unterschrieben*"};
    const Heading heading{text};
    return !speaks_of_persons(heading.words()) &&
           (heading.fits_any(patterns) || says_what_date(heading.words()));
}

bool is_plain_date_heading(std::string_view text) {
    const Heading heading{text};
    return heading.words().size() == 1 && (heading.fits("datum") || heading.fits("date"));
}

}  // namespace lotse::privacy

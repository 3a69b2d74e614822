#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

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
/// `=` at the start: nothing else may stand in the heading.
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

struct ClientRule {
    std::vector<std::string_view> patterns;
    Text announces;
};

const std::vector<ClientRule>& client_rules() {
    static const std::vector<ClientRule> rules{
        {{"*kundennummer*",  "kundennr*",   "kundenid",          "kdnr*",         "kdnummer*",
          "customernumber*", "customerid",  "clientid",          "clientnumber*", "klientennummer*",
          "klientennr*",     "klientenid",  "teilnehmernummer*", "teilnehmernr*", "teilnehmerid",
          "patientid",       "patientenid", "patientennummer*",  "patientennr*",  "fallnummer*",
          "fallid"},
         {"eine Kundennummer", "a customer number"}},
        {{"bgnummer*", "bgnr*", "bgnumber*", "bedarfsgemeinschaft", "=bedarfsgemeinschaften",
          "*bedarfsgemeinschaftsn*"},
         {"eine BG-Nummer", "a number of a Bedarfsgemeinschaft"}},
        {{"*geburtsdat*", "gebdat*", "=geb", "gebam", "geburtstag", "geburtsjahr", "geboren",
          "geborenam", "dateofbirth", "birthdate*", "birthday", "yearofbirth", "dob"},
         {"ein Geburtsdatum", "a date of birth"}},
        {{"*versichertennummer*", "*versichertennr*", "*krankenversicherungsnummer*",
          "*krankenversicherungsnr*", "=versicherungsnummer", "=versicherungsnr", "kvnr*",
          "kvnummer*", "egk*", "*insurancenumber*"},
         {"eine Versichertennummer", "an insurance number"}},
        {{"sozialversicherungsn*", "sozialversn*", "svnummer*", "svnr*", "rentenversicherungsn*",
          "rvnr*", "rvnummer*", "vsnr*", "socialsecurityn*"},
         {"eine Sozialversicherungsnummer", "a social security number"}},
        {{"steuerid*", "steuerlicheid*", "taxid*"}, {"eine Steuer-ID", "a tax number"}},
        {{"iban*", "kontonummer*", "kontonr*", "kontoverbindung*", "bankverbindung*",
          "bankaccount*", "accountnumber*"},
         {"eine Bankverbindung", "a bank account"}},
        {{"diagnose", "diagnosen", "diagnosis", "diagnoses", "hauptdiagnose*", "nebendiagnose*",
          "erstdiagnose*", "zweitdiagnose*", "verdachtsdiagnose*", "aufnahmediagnose*",
          "entlassdiagnose*", "entlassungsdiagnose*", "dauerdiagnose*", "diagnosecode*",
          "diagnoseschluessel*", "icd*", "=erkrankung", "=krankheit", "vorerkrankung*"},
         {"eine Diagnose", "a diagnosis"}},
        {{"aubescheinigung*", "*arbeitsunfaehigkeitsbescheinigung*", "krankschreibung*",
          "krankmeldung*", "autage*", "=aubis", "=auseit", "=auvon", "sicknote*"},
         {"eine AU-Bescheinigung", "a sick note"}},
        {{"leistungsbezug*", "*geldbezug", "regelbedarf*"},
         {"den Leistungsbezug", "the receipt of benefits"}},
        {{"staatsangehoerigkeit*", "nationalitaet", "nationalitaeten", "nationality",
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

bool is_name_word(std::string_view word) {
    static const std::vector<std::string_view> words{
        "name",      "names",        "namen",     "vorname",  "vornamen", "nachname",
        "nachnamen", "familienname", "firstname", "lastname", "surname",  "namensliste"};
    return std::ranges::find(words, word) != words.end();
}

/// "Teilnehmerin", "Kunden", but not "Kundenzentrum".
bool is_client_word(std::string_view word) {
    static const std::vector<std::string_view> stems{
        "teilnehme",        "teilnehmer",           "kund",   "klient",      "patient",
        "versicherte",      "leistungsberechtigte", "client", "participant", "customer",
        "leistungsbezieher"};
    static const std::vector<std::string_view> endings{"",  "e",  "n",   "en",   "r",
                                                       "s", "in", "nde", "nden", "innen"};
    return word == "tn" || std::ranges::any_of(stems, [&](std::string_view stem) {
               return word.starts_with(stem) &&
                      std::ranges::find(endings, word.substr(stem.size())) != endings.end();
           });
}

bool is_link_word(std::string_view word) {
    static const std::vector<std::string_view> words{"der", "des", "die", "den",   "von",
                                                     "und", "vor", "in",  "innen", "of",
                                                     "the", "and", "s",   "first", "last"};
    return std::ranges::find(words, word) != words.end() ||
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "Teilnehmername" of one word.
bool is_client_name_word(std::string_view word) {
    for (std::size_t at = 1; at < word.size(); ++at)
        if (is_name_word(word.substr(at)) && is_client_word(word.substr(0, at))) return true;
    return false;
}

bool is_genitive(std::string_view word) {
    return word == "des" || word == "der" || word == "of" || word == "von";
}

/// "Teilnehmer Name (Jobcenter)", "Name des Klienten lt. Akte", but not "Angebot für Kunden: Name
/// der Stelle".
bool stand_together(const std::vector<std::string>& words, std::size_t at) {
    const auto word = [&](std::size_t i) {
        return i < words.size() ? std::string_view{words[i]} : std::string_view{};
    };
    if (is_client_word(word(at))) return is_name_word(word(at + 1)) && !is_genitive(word(at + 2));
    return is_name_word(word(at)) && is_genitive(word(at + 1)) && is_client_word(word(at + 2));
}

/// Words for names and for clients side by side, or with nothing else of weight: "Name des
/// Teilnehmers", "TN-Name", but not "Name der Kundenzentrale" or "Name des Angebots für Kunden".
bool names_clients(const Heading& heading) {
    const auto& words = heading.words();
    if (std::ranges::any_of(words, is_client_name_word)) return true;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (stand_together(words, at)) return true;
    return std::ranges::any_of(words, is_name_word) && std::ranges::any_of(words, is_client_word) &&
           std::ranges::all_of(words, [](std::string_view word) {
               return is_name_word(word) || is_client_word(word) || is_link_word(word);
           });
}

}  // namespace

std::optional<Text> client_heading(std::string_view text) {
    const Heading heading{text};
    if (speaks_of_many(text, heading)) return std::nullopt;
    for (const ClientRule& rule : client_rules())
        if (heading.fits_any(rule.patterns)) return rule.announces;
    if (names_clients(heading))
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

bool is_institution_date_heading(std::string_view text) {
    static const std::vector<std::string_view> patterns{
        "*gruendung*", "gegruendet*",   "eroeffn*",       "founded",         "foundation*",
        "established", "opened",        "*beginn",        "start",           "startdatum",
        "starttermin", "projektstart",  "seit",           "since",           "ende",
        "projektende", "laufzeitende",  "vertragsende",   "until",           "bis",
        "gueltig*",    "stand",         "*beschluss",     "eintrag*",        "eingetragen*",
        "vertrag",     "vertragsdatum", "vertragsbeginn", "vertragsschluss", "*abschluss"};
    return Heading{text}.fits_any(patterns);
}

}  // namespace lotse::privacy

#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "folded_heading.hpp"
#include "harmless_headings.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// "Person", but not "Kosten / Person", "€/Person" and "Online / in person".
bool names_person(std::string_view text, const Heading& heading) {
    static const std::vector<std::string_view> prices{
        "*kosten",  "*gebuehr",  "*gebuehren", "*preis", "*entgelt",
        "*beitrag", "eintritt*", "tarif*",     "euro",   "eur",
        "price*",   "fee",       "fees",       "cost*",  "charge*"};
    if (!heading.fits("person")) return false;
    const std::vector<std::string>& words = heading.words();
    if (words.empty() || words.back() != "person") return true;
    const bool in_person = words.size() > 1 && words[words.size() - 2] == "in";
    return !in_person && !heading.fits_any(prices) && text.find("€") == text.npos;
}

}  // namespace

bool is_contact_heading(std::string_view text) {
    static const std::vector<std::string_view> patterns{
        // persons
        "*ansprechpart*", "*ansprechperson*", "kontaktperson*", "kontaktname*", "=kontakt",
        "=kontakte", "kontaktdaten", "=contact", "=contacts", "contactperson*", "contactname*",
        "contactdetails", "*vorname*", "*nachname*", "zuname*", "familienname*", "geburtsname*",
        "firstname*", "lastname*", "surname*", "fullname*", "anrede", "*sachbearbeit*",
        "*bearbeiter*", "*betreuer", "*betreuerin", "*berater", "*beraterin", "=zustaendig",
        "*geschaeftsfuehrung", "*geschaeftsfuehrer*", "vorsitz*", "vorstand", "leitung",
        "*sleitung", "*enleitung", "projektleitung", "teamleitung", "leiter", "*leiterin*",
        "*sleiter", "*enleiter", "projektleiter", "teamleiter", "*manager", "*managerin",
        "*koordinator", "*koordinatorin", "dozent", "dozentin", "trainer", "trainerin", "sprecher",
        "sprecherin", "*inhaber", "*inhaberin", "referent", "referentin", "coordinator",
        "instructor", "kassenwart*", "schriftfuehrer*", "delegierte", "delegierter", "=vermittler",
        "=vermittlerin", "=verantwortlich", "=verantwortliche", "=verantwortlicher", "=responsible",
        "=mitarbeiterin", "=mitarbeitername", "=direktor", "=direktorin", "=vertreter",
        "=vertreterin", "=coach", "=autor", "=autorin", "=ansprechp", "=zhd", "=arztaerztin",
        "=lehrkraft", "=stellvertretung", "=uel", "=director", "=kontakt1", "=kontakt2",
        "=contact1", "=contact2", "=betreutdurch", "=betreutvon", "=erfasstvon", "=eingetragenvon",
        // how to reach them
        "*telefon", "*telefonnummer*", "telefonnr*", "tel", "telnr", "telnummer", "*rufnummer*",
        "*durchwahl*", "handy", "handynummer*", "handynr", "=mobil", "mobilnummer*", "mobilnr",
        "fax", "telefax", "*faxnummer*", "faxnr", "*phone*", "=mobile", "*email", "*emails",
        "*emailadresse*", "mail", "*mailadresse*"};
    const Heading heading{text};
    return !speaks_of_many(text, heading) &&
           (heading.fits_any(patterns) || names_person(text, heading) ||
            reaches_clients(heading.words()));
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

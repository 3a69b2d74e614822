#include "plausibility.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/codebook.hpp>
#include <lotse/model/phase.hpp>

#include "area_keys.hpp"
#include "circles.hpp"
#include "date_checks.hpp"
#include "repeated_rows.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace lotse {
namespace {

/// The end lies before the beginning, whatever the unknown months and days are.
bool ends_before_start(const std::optional<PartialDate>& start,
                       const std::optional<PartialDate>& end) {
    return start && end && end->latest() < start->earliest();
}

template <class Row>
void reject_reversed(std::vector<Row>& rows, std::optional<PartialDate> Row::*start,
                     std::optional<PartialDate> Row::*end, std::string_view column, BuildLog& log) {
    std::erase_if(rows, [&](const Row& row) {
        const bool reversed = ends_before_start(row.*start, row.*end);
        if (reversed)
            log.say(Severity::error, "ends-before-start", log.place(row.origin, column),
                    message({"{}: Das Ende {} liegt vor dem Beginn {}.",
                             "{}: the end {} lies before the start {}."},
                            {column, to_string(*(row.*end)), to_string(*(row.*start))}));
        return reversed;
    });
}

/// Germany with its islands lies well inside; outside, two numbers were probably swapped.
template <class Row>
void warn_outside_germany(const std::vector<Row>& rows, BuildLog& log) {
    for (const Row& row : rows) {
        const auto warn = [&](std::string_view column, const std::optional<double>& v, double min,
                              double max) {
            if (v && (*v < min || *v > max))
                log.say(
                    Severity::warning, "outside-germany", log.place(row.origin, column),
                    message(
                        {"{}: „{}“ liegt nicht in Deutschland. Sind Breite und Länge vertauscht?",
                         "{}: '{}' is not in Germany. Are latitude and longitude swapped?"},
                        {column, shortest_text(*v)}));
        };
        warn("lat", row.lat, 47, 56);
        warn("lon", row.lon, 5, 16);
    }
}

/// 0/0 is what programs write where nobody recorded a position.
template <class Row>
void drop_null_positions(std::vector<Row>& rows, BuildLog& log) {
    for (Row& row : rows) {
        if (row.lat != 0.0 || row.lon != 0.0) continue;
        log.say(Severity::warning, "null-coordinates", log.place(row.origin, "lat"),
                Text{"lat, lon: 0 / 0 liegt im Meer vor Afrika; die Koordinaten gelten als nicht "
                     "erhoben.",
                     "lat, lon: 0 / 0 lies in the sea off Africa; the coordinates count as not "
                     "recorded."});
        row.lat.reset();
        row.lon.reset();
    }
}

template <class Row>
void warn_half_positions(const std::vector<Row>& rows, BuildLog& log) {
    for (const Row& row : rows) {
        if (row.lat.has_value() == row.lon.has_value()) continue;
        const std::string_view recorded = row.lat ? "lat" : "lon";
        log.say(Severity::warning, "half-coordinates", log.place(row.origin, recorded),
                message({"{}: Ohne {} ist das keine Lage; sie gilt als nicht erhoben. Bitte beide "
                         "Werte eintragen.",
                         "{}: without {} this is no position; it counts as not recorded. Enter "
                         "both values."},
                        {recorded, row.lat ? "lon" : "lat"}));
    }
}

void warn_similar_actors(const std::vector<Actor>& actors, const HeldAreas& areas, BuildLog& log) {
    std::unordered_map<std::string, const Actor*> seen;
    for (const Actor& actor : actors) {
        const auto [it, added] =
            seen.emplace(unicode::match_key(actor.name) + '\x1f' + actor.kind + '\x1f' +
                             std::string{areas.key_of(actor.area.key)},
                         &actor);
        if (!added)
            log.say(
                Severity::warning, "similar-actor", log.place(actor.origin, "name"),
                message(
                    actor.area.empty()
                        ? Text{"name: „{}“ heißt wie der Akteur „{}“ ({}) und hat dieselbe "
                               "Art; ein Gebiet ist bei beiden nicht erhoben. Ist es "
                               "derselbe?",
                               "name: '{}' has the name and kind of the actor '{}' ({}); of "
                               "neither is an area recorded. Is it the same one?"}
                        : Text{"name: „{}“ heißt wie der Akteur „{}“ ({}) und hat dieselbe "
                               "Art und dasselbe Gebiet. Ist es derselbe?",
                               "name: '{}' has the name, kind and area of the actor '{}' "
                               "({}). Is it the same one?"},
                    {actor.name, it->second->key, to_string(log.place(it->second->origin, {}))}));
    }
}

/// An own code may give a built-in one another label; by accident it changes what others read.
void warn_replaced_codes(const std::vector<OwnCode>& codes, BuildLog& log) {
    for (const OwnCode& own : codes) {
        const CodeList* list = Codebook::built_in().list(own.list);
        const Code* code = list ? list->find(own.code) : nullptr;
        if (!code || own.de == code->label.de) continue;
        log.say(Severity::warning, "replaced-code", log.place(own.origin, "code"),
                message({"code: „{}“ heißt in lotse „{}“ und hier „{}“. Ist etwas anderes gemeint, "
                         "bitte einen eigenen Code wählen.",
                         "code: '{}' is '{}' in lotse and '{}' here. If something else is meant, "
                         "choose a code of your own."},
                        {Message{own.code, own.code}, code->label, Message{own.de, own.en}}));
    }
}

void warn_odd_offers(const std::vector<Offer>& offers, BuildLog& log) {
    for (const Offer& offer : offers) {
        if (offer.free == ThreeValued::yes && offer.fee_eur.value_or(0) > 0)
            log.say(Severity::warning, "free-with-fee", log.place(offer.origin, "fee_eur"),
                    message({"fee_eur: Das Angebot ist kostenfrei und kostet zugleich {} Euro.",
                             "fee_eur: the offer is free and costs {} euros at the same time."},
                            {shortest_text(*offer.fee_eur)}));
        if (offer.free == ThreeValued::no && offer.fee_eur == 0.0)
            log.say(Severity::warning, "free-with-fee", log.place(offer.origin, "fee_eur"),
                    Text{"fee_eur: Das Angebot ist nicht kostenfrei und kostet zugleich 0 Euro. "
                         "Ist der Betrag nicht bekannt, bitte leer lassen.",
                         "fee_eur: the offer is not free and costs 0 euros at the same time. If "
                         "the amount is not known, leave it empty."});
        if (offer.capacity && offer.vacancies && *offer.vacancies > *offer.capacity)
            log.say(Severity::warning, "more-vacancies", log.place(offer.origin, "vacancies"),
                    message({"vacancies: Mehr freie Plätze ({}) als Plätze ({}).",
                             "vacancies: more vacancies ({}) than places ({})."},
                            {std::to_string(*offer.vacancies), std::to_string(*offer.capacity)}));
    }
}

/// An offer that has not ended needs somebody who runs it: its providers, or else its host.
void warn_ended_providers(const NetworkTables& tables, BuildLog& log) {
    const Moment today{{}, newest_date(tables)};
    std::set<std::string_view> ended;
    for (const Actor& actor : tables.actors)
        if (phase_of(actor, today) == Phase::ended) ended.insert(actor.key);
    const auto has_ended = [&](const Ref<Actor>& actor) { return ended.contains(actor.key); };
    for (const Offer& offer : tables.offers) {
        if (phase_of(offer, today) == Phase::ended) continue;
        const bool hosted = offer.providers.empty();
        if (hosted ? !has_ended(offer.host) : !std::ranges::all_of(offer.providers, has_ended))
            continue;
        const std::string_view column = hosted ? "host" : "providers";
        log.say(Severity::warning, "ended-provider", log.place(offer.origin, column),
                message({"{}: Wer dieses Angebot macht, ist beendet, das Angebot ist es nicht. "
                         "Bitte prüfen, ob es noch läuft und wer es anbietet.",
                         "{}: who provides this offer has ended, the offer has not. Check whether "
                         "it still runs, and who provides it."},
                        {column}));
    }
}

bool is_web_address(std::string_view text) {
    return std::ranges::any_of(
        std::array<std::string_view, 2>{"http://", "https://"}, [&](std::string_view scheme) {
            return text.size() > scheme.size() &&
                   std::ranges::equal(text.substr(0, scheme.size()), scheme, [](char a, char b) {
                       return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
                   });
        });
}

template <class Row>
void warn_web_addresses(const std::vector<Row>& rows, std::string Row::*address,
                        std::string_view column, BuildLog& log) {
    for (const Row& row : rows)
        if (!(row.*address).empty() && !is_web_address(row.*address))
            log.say(Severity::warning, "not-a-link", log.place(row.origin, column),
                    message({"{}: „{}“ beginnt nicht mit http:// oder https:// und bleibt bloßer "
                             "Text.",
                             "{}: '{}' does not begin with http:// or https:// and stays plain "
                             "text."},
                            {column, row.*address}));
}

/// The value is not quoted: it may be an address.
template <class Row>
void warn_mailboxes(const std::vector<Row>& rows, BuildLog& log) {
    const auto is_bare_address = [](std::string_view text) {
        const auto at = text.find('@');
        return at != 0 && at != std::string_view::npos &&
               text.find_first_of(" \t\n:;,<>()|@", at + 1) == std::string_view::npos &&
               text.find_first_of(" \t\n:;,<>()|") > at &&
               text.find('.', at) != std::string_view::npos;
    };
    for (const Row& row : rows)
        if (!row.mailbox.empty() && !is_bare_address(row.mailbox))
            log.say(Severity::warning, "no-mailbox", log.place(row.origin, "mailbox"),
                    Text{"mailbox: Das ist keine bloße Mailadresse. Bitte nur die Adresse des "
                         "Postfachs eintragen oder leer lassen.",
                         "mailbox: this is not a bare mail address. Enter nothing but the address "
                         "of the mailbox, or leave it empty."});
}

}  // namespace

void check_plausibility(NetworkTables& tables, BuildLog& log) {
    reject_reversed(tables.ties, &Tie::since, &Tie::until, "until", log);
    reject_reversed(tables.offers, &Offer::start, &Offer::end, "end", log);
    // An actor with reversed dates keeps its row, but not the dates: ties and offers hang on it.
    for (Actor& actor : tables.actors)
        if (ends_before_start(actor.since, actor.until)) {
            log.say(Severity::error, "ends-before-start", log.place(actor.origin, "until"),
                    message({"until: Das Ende {} liegt vor dem Beginn {}; beide gelten als nicht "
                             "erhoben.",
                             "until: the end {} lies before the start {}; both count as not "
                             "recorded."},
                            {to_string(*actor.until), to_string(*actor.since)}));
            actor.since.reset();
            actor.until.reset();
            --log.rows.used;  // counts as faulty, so that every output says so
        }
    drop_null_positions(tables.actors, log);
    drop_null_positions(tables.venues, log);
    drop_null_positions(tables.areas, log);
    warn_half_positions(tables.actors, log);
    warn_half_positions(tables.venues, log);
    warn_half_positions(tables.areas, log);
    warn_outside_germany(tables.actors, log);
    warn_outside_germany(tables.venues, log);
    warn_outside_germany(tables.areas, log);
    warn_similar_actors(tables.actors, HeldAreas{tables.areas}, log);
    check_circles(tables, log);
    warn_number_like_areas(tables.areas, log);
    warn_replaced_codes(tables.codes, log);
    warn_odd_offers(tables.offers, log);
    warn_ended_providers(tables, log);
    warn_web_addresses(tables.actors, &Actor::website, "website", log);
    warn_web_addresses(tables.sources, &Source::url, "url", log);
    warn_mailboxes(tables.actors, log);
    warn_mailboxes(tables.contacts, log);
    warn_repeated_rows(tables, log);
    check_dates(tables, log);
    const bool faulty = std::ranges::any_of(
        log.issues, [](const Issue& issue) { return issue.severity == Severity::error; });
    const auto actors = std::ranges::find(log.origins, Actor::table, &TableOrigin::table);
    if (tables.actors.empty() && !faulty)
        log.say(Severity::warning, "no-actors",
                actors == log.origins.end() ? SourcePosition{} : actors->where,
                message({"Das Netz hat keinen einzigen Akteur.", "The network has no actor."}));
}

}  // namespace lotse

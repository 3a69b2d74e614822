/// Offer: a course, counselling, group ... for a topic; and Venue: the place where it happens.
#ifndef LOTSE_MODEL_OFFER_HPP
#define LOTSE_MODEL_OFFER_HPP

#include <lotse/model/actor.hpp>

namespace lotse {

struct Venue : Record {
    std::string key;
    std::string name;
    std::string kind;
    Ref<Area> area;
    std::optional<double> lat;
    std::optional<double> lon;
    ThreeValued barrier_free = ThreeValued::unknown;
    ThreeValued neutral = ThreeValued::unknown;  ///< not the premises of an authority
    std::optional<double> transit_minutes;       ///< to the next stop of public transport

    static constexpr std::string_view table = "venues";
    static constexpr auto columns() {
        return std::tuple{
            column("key", &Venue::key, {"Schlüssel", "Key"}).as_key().also("ID"),
            column("name", &Venue::name, {"Name", "Name"}).required().also("Ort|Veranstaltungsort"),
            column("kind", &Venue::kind, {"Art", "Kind"}).codes("venue_kinds").also("Ortstyp|Typ"),
            column("area", &Venue::area, {"Gebiet", "Area"}).also("AGS|Gemeinde|Kreis"),
            column("lat", &Venue::lat, {"Breite", "Latitude"}).within(-90, 90).also("Breitengrad"),
            column("lon", &Venue::lon, {"Länge", "Longitude"})
                .within(-180, 180)
                .also("Längengrad|lng"),
            column("barrier_free", &Venue::barrier_free, {"Barrierefrei", "Barrier-free"}),
            column("neutral", &Venue::neutral, {"Neutraler Ort", "Neutral"}).also("Neutral"),
            column("transit_minutes", &Venue::transit_minutes,
                   {"Minuten zum ÖPNV", "Transit minutes"})
                .at_least(0)
                .also("ÖPNV-Minuten"),
        };
    }
};
using VenueId = Id<Venue>;

struct Offer : Record {
    std::string key;
    std::string name;
    std::vector<std::string> topics;
    std::string form;
    std::string delivery;
    std::vector<Ref<Actor>> providers;
    Ref<Actor> host;
    std::vector<Ref<Actor>> funders;
    std::vector<Ref<Area>> areas;
    std::vector<Ref<Venue>> venues;
    std::vector<std::string> targets;
    std::vector<std::string> legal;  ///< legal circles whose clients may take part
    ThreeValued free = ThreeValued::unknown;
    std::optional<double> fee_eur;
    ThreeValued voluntary = ThreeValued::unknown;
    std::string open_to;
    std::optional<PartialDate> start;
    std::optional<PartialDate> end;
    std::optional<double> duration_weeks;
    std::optional<std::int64_t> capacity;
    std::optional<std::int64_t> vacancies;
    std::vector<std::string> routes;
    std::string certified;
    ThreeValued neutral_title = ThreeValued::unknown;  ///< title does not name a deficit
    ThreeValued evaluated = ThreeValued::unknown;
    std::vector<std::string> languages;
    std::string status;

    static constexpr std::string_view table = "offers";
    static constexpr auto columns() {
        return std::tuple{
            column("key", &Offer::key, {"Schlüssel", "Key"}).as_key().also("ID"),
            column("name", &Offer::name, {"Name", "Name"})
                .required()
                .also("Titel|Angebot|Bezeichnung"),
            column("topics", &Offer::topics, {"Themen", "Topics"})
                .required()
                .codes("topics")
                .also("Thema|Handlungsfeld|Handlungsfelder|topic"),
            column("form", &Offer::form, {"Form", "Form"})
                .codes("offer_forms")
                .also("Angebotsform|Art"),
            column("delivery", &Offer::delivery, {"Format", "Delivery"})
                .codes("deliveries")
                .also("Durchführung"),
            column("providers", &Offer::providers, {"Anbieter", "Providers"})
                .also("Anbietende|provider"),
            column("host", &Offer::host, {"Gastgeber", "Host"}).also("Ausrichter"),
            column("funders", &Offer::funders, {"Finanziert von", "Funders"})
                .also("Förderer|Geldgeber"),
            column("areas", &Offer::areas, {"Gebiete", "Areas"})
                .also("Gebiet|Einzugsgebiet|area|AGS"),
            column("venues", &Offer::venues, {"Orte", "Venues"})
                .also("Ort|Veranstaltungsort|venue"),
            column("targets", &Offer::targets, {"Zielgruppen", "Target groups"})
                .codes("targets")
                .also("Zielgruppe|target"),
            column("legal", &Offer::legal, {"Rechtskreis", "Legal circle"})
                .codes("legal_circles")
                .also("Rechtskreise"),
            column("free", &Offer::free, {"Kostenfrei", "Free"}).also("Kostenlos|Gebührenfrei"),
            column("fee_eur", &Offer::fee_eur, {"Entgelt (Euro)", "Fee (EUR)"})
                .at_least(0)
                .also("Entgelt|Kosten|Gebühr|Preis"),
            column("voluntary", &Offer::voluntary, {"Freiwillig", "Voluntary"}),
            column("open_to", &Offer::open_to, {"Offen für", "Open to"}).codes("open_to"),
            column("start", &Offer::start, {"Beginn", "Start"}).also("Von"),
            column("end", &Offer::end, {"Ende", "End"}).also("Bis"),
            column("duration_weeks", &Offer::duration_weeks, {"Dauer (Wochen)", "Duration (weeks)"})
                .at_least(0)
                .also("Dauer"),
            column("capacity", &Offer::capacity, {"Plätze", "Capacity"}).at_least(0),
            column("vacancies", &Offer::vacancies, {"Freie Plätze", "Vacancies"}).at_least(0),
            column("routes", &Offer::routes, {"Zugangswege", "Routes"})
                .codes("routes")
                .also("Zugangsweg|route"),
            column("certified", &Offer::certified, {"Zertifiziert", "Certified"})
                .codes("certifications")
                .also("Zertifikat|ZPP"),
            column("neutral_title", &Offer::neutral_title,
                   {"Titel nicht defizitorientiert", "Neutral title"}),
            column("evaluated", &Offer::evaluated, {"Evaluiert", "Evaluated"}),
            column("languages", &Offer::languages, {"Sprachen", "Languages"})
                .also("Sprache|language"),
            column("status", &Offer::status, {"Status", "Status"}).codes("offer_statuses"),
        };
    }
};
using OfferId = Id<Offer>;

}  // namespace lotse

#endif

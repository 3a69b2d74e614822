/// The smaller tables: contact roles, agenda, findings, needs, ways, sources, own codes.
#ifndef LOTSE_MODEL_GOVERNANCE_HPP
#define LOTSE_MODEL_GOVERNANCE_HPP

#include <lotse/base/enumerators.hpp>
#include <lotse/model/actor.hpp>

#include <array>

namespace lotse {

/// A role that an actor has filled or not. Roles only, never persons.
struct Contact : Record {
    Ref<Actor> actor;
    std::string role;
    ThreeValued filled = ThreeValued::unknown;
    std::string mailbox;

    static constexpr std::string_view table = "contacts";
    static constexpr auto columns() {
        return std::tuple{
            column("actor", &Contact::actor, {"Akteur", "Actor"}).required(),
            column("role", &Contact::role, {"Rolle", "Role"}).required().codes("contact_roles"),
            column("filled", &Contact::filled, {"Besetzt", "Filled"}).required(),
            column("mailbox", &Contact::mailbox, {"Funktionspostfach", "Mailbox"}).also("Postfach"),
        };
    }
};

/// How far a topic has come on a body's agenda.
struct AgendaItem : Record {
    Ref<Actor> body;
    std::string topic;
    std::optional<std::int64_t> stage;  ///< 0 unknown .. 7 made permanent
    std::optional<PartialDate> date;
    std::string next_step;

    static constexpr std::string_view table = "agenda";
    static constexpr auto columns() {
        return std::tuple{
            column("body", &AgendaItem::body, {"Gremium", "Body"}).required(),
            column("topic", &AgendaItem::topic, {"Thema", "Topic"})
                .required()
                .codes("topics")
                .also("Handlungsfeld"),
            column("stage", &AgendaItem::stage, {"Stufe", "Stage"}).required().within(0, 7),
            column("date", &AgendaItem::date, {"Datum", "Date"}),
            column("next_step", &AgendaItem::next_step, {"Nächster Schritt", "Next step"}),
        };
    }
};

/// Whether an area has an offer for a topic, as far as somebody knows.
enum class CoverageState { available, barrier, planned, none, unknown };

constexpr auto enumerators(CoverageState) {
    using enum CoverageState;
    return std::array{
        Enumerator{available, "available", {"vorhanden", "available"}},
        Enumerator{barrier, "barrier", {"mit Hürde", "with a barrier"}},
        Enumerator{planned, "planned", {"geplant", "planned"}},
        Enumerator{none, "none", {"keins", "none"}},
        Enumerator{unknown, "unknown", {"nicht erhoben", "not recorded"}},
    };
}

/// Somebody confirmed the state of an area and topic, e.g. that there is no offer, or why not.
struct Finding : Record {
    Ref<Area> area;
    std::string topic;
    std::string target;
    CoverageState state = CoverageState::unknown;
    std::string reason;

    static constexpr std::string_view table = "findings";
    static constexpr auto columns() {
        return std::tuple{
            column("area", &Finding::area, {"Gebiet", "Area"}).required().also("AGS"),
            column("topic", &Finding::topic, {"Thema", "Topic"})
                .required()
                .codes("topics")
                .also("Handlungsfeld"),
            column("target", &Finding::target, {"Zielgruppe", "Target group"}).codes("targets"),
            column("state", &Finding::state, {"Befund", "State"})
                .required()
                .also("Zustand|Stand der Versorgung"),
            column("reason", &Finding::reason, {"Grund", "Reason"}).codes("gap_reasons"),
        };
    }
};

/// How many persons of a group need something: aggregates only.
struct PersonNeed : Record {
    Ref<Area> area;
    std::string topic;
    std::string target;
    std::optional<std::int64_t> persons;
    std::optional<std::int64_t> year;

    static constexpr std::string_view table = "needs";
    static constexpr auto columns() {
        return std::tuple{
            column("area", &PersonNeed::area, {"Gebiet", "Area"}).required().also("AGS"),
            column("topic", &PersonNeed::topic, {"Thema", "Topic"})
                .codes("topics")
                .also("Handlungsfeld"),
            column("target", &PersonNeed::target, {"Zielgruppe", "Target group"}).codes("targets"),
            column("persons", &PersonNeed::persons, {"Personen", "Persons"})
                .required()
                .at_least(0)
                .also("Anzahl"),
            column("year", &PersonNeed::year, {"Jahr", "Year"}).within(1900, 2200),
        };
    }
};

/// Travel between two areas or venues as the user measured it.
struct Travel : Record {
    std::string from;  ///< key of an area or a venue
    std::string to;
    std::optional<double> minutes;
    std::optional<double> km;
    std::string mode;

    static constexpr std::string_view table = "travel";
    static constexpr auto columns() {
        return std::tuple{
            column("from", &Travel::from, {"Von", "From"}).required(),
            column("to", &Travel::to, {"Nach", "To"}).required().also("An"),
            column("minutes", &Travel::minutes, {"Minuten", "Minutes"}).at_least(0),
            column("km", &Travel::km, {"Kilometer", "Kilometres"}).at_least(0),
            column("mode", &Travel::mode, {"Verkehrsmittel", "Mode"}).codes("travel_modes"),
        };
    }
};

struct Source : Record {
    std::string key;
    std::string title;
    std::optional<PartialDate> date;
    std::string url;
    std::string kind;

    static constexpr std::string_view table = "sources";
    static constexpr auto columns() {
        return std::tuple{
            column("key", &Source::key, {"Schlüssel", "Key"}).as_key().also("ID"),
            column("title", &Source::title, {"Titel", "Title"}).required(),
            column("date", &Source::date, {"Datum", "Date"}),
            column("url", &Source::url, {"Adresse", "URL"}).also("Link|Webadresse"),
            column("kind", &Source::kind, {"Art", "Kind"}),
        };
    }
};

/// A code that the network adds to a list, or whose wording it changes.
struct OwnCode : Record {
    std::string list;
    std::string code;
    std::string de;
    std::string en;
    std::optional<Sector> sector;
    std::string rule;

    static constexpr std::string_view table = "codes";
    static constexpr auto columns() {
        return std::tuple{
            column("list", &OwnCode::list, {"Liste", "List"}).required(),
            column("code", &OwnCode::code, {"Code", "Code"}).required(),
            column("de", &OwnCode::de, {"Deutsch", "German"}).required(),
            column("en", &OwnCode::en, {"Englisch", "English"}).required(),
            column("sector", &OwnCode::sector, {"Sektor", "Sector"}),
            column("rule", &OwnCode::rule, {"Regel", "Rule"}),
        };
    }
};

}  // namespace lotse

#endif

/// Actor: an organisation, body, agreement, programme or event that takes part in the network.
/// Never a person.
#ifndef LOTSE_MODEL_ACTOR_HPP
#define LOTSE_MODEL_ACTOR_HPP

#include <lotse/base/enumerators.hpp>
#include <lotse/model/area.hpp>

#include <array>

namespace lotse {

/// Partition of the actors for brokerage and mixing.
enum class Sector {
    work,
    health,
    municipality,
    social,
    sport,
    education,
    insurance,
    science,
    politics,
    umbrella
};

constexpr auto enumerators(Sector) {
    using enum Sector;
    return std::array{
        Enumerator{work, "work", {"Arbeit", "Work"}},
        Enumerator{health, "health", {"Gesundheit", "Health"}},
        Enumerator{municipality, "municipality", {"Kommune", "Municipality"}},
        Enumerator{social, "social", {"Soziales und Beratung", "Social services and counselling"}},
        Enumerator{sport, "sport", {"Sport und Vereine", "Sport and clubs"}},
        Enumerator{education, "education", {"Bildung und Träger", "Education and training"}},
        Enumerator{insurance, "insurance", {"Krankenversicherung", "Health insurance"}},
        Enumerator{science, "science", {"Wissenschaft", "Science"}},
        Enumerator{politics, "politics", {"Politik", "Politics"}},
        Enumerator{umbrella, "umbrella", {"Dachorganisationen", "Umbrella organisations"}},
    };
}

/// What an actor is in graph terms, by its kind.
enum class ActorRole {
    organisation,
    body,  ///< health conference, steering group ...: has members
    fact   ///< agreement, programme, event: a fact with several parties, not a partner
};

constexpr auto enumerators(ActorRole) {
    using enum ActorRole;
    return std::array{
        Enumerator{organisation, "organisation", {"Einrichtung", "Organisation"}},
        Enumerator{body, "body", {"Gremium", "Body"}},
        Enumerator{fact,
                   "fact",
                   {"Programm, Vereinbarung oder Ereignis", "Programme, agreement or event"}},
    };
}

struct Actor : Record {
    std::string key;   ///< stable and unique, e.g. "jc-bochum"
    std::string name;  ///< as printed, e.g. "Jobcenter Bochum"
    std::string kind;  ///< code list actor_kinds
    std::string short_name;
    std::vector<std::string> aliases;
    std::optional<Sector> sector;  ///< as recorded; Network::sector_of falls back to the kind's
    Ref<Area> area;                ///< seat
    std::vector<Ref<Area>> serves;
    Ref<Actor> part_of;
    std::vector<std::string>
        legal;  ///< legal circles; Network::legal_circles falls back to the kind's
    std::string carrier;
    std::string level;
    std::optional<double> lat;
    std::optional<double> lon;
    std::string website;
    std::string mailbox;
    std::string expected_role;
    std::string scope;
    std::string status;
    std::optional<PartialDate> since;
    std::optional<PartialDate> until;

    static constexpr std::string_view table = "actors";
    static constexpr auto columns() {
        return std::tuple{
            column("key", &Actor::key, {"Schlüssel", "Key"}).as_key().also("ID|Kennung"),
            column("name", &Actor::name, {"Name", "Name"})
                .required()
                .also("Einrichtung|Organisation|Akteur|Bezeichnung"),
            column("kind", &Actor::kind, {"Art", "Kind"})
                .required()
                .codes("actor_kinds")
                .also("Typ|Art der Einrichtung|type"),
            column("short_name", &Actor::short_name, {"Kurzname", "Short name"})
                .also("Abkürzung|Kürzel"),
            column("aliases", &Actor::aliases, {"Auch genannt", "Aliases"}).also("Aliase|Alias"),
            column("sector", &Actor::sector, {"Sektor", "Sector"}).also("Bereich"),
            column("area", &Actor::area, {"Gebiet", "Area"}).also("Sitz|AGS|Ort|Kreis|Gemeinde"),
            column("serves", &Actor::serves, {"Zuständig für", "Serves"})
                .also("Einzugsgebiet|Wirkungskreis"),
            column("part_of", &Actor::part_of, {"Gehört zu", "Part of"}).also("Übergeordnet"),
            column("legal", &Actor::legal, {"Rechtskreis", "Legal circle"})
                .codes("legal_circles")
                .also("Rechtskreise"),
            column("carrier", &Actor::carrier, {"Trägerform", "Carrier"})
                .codes("carriers")
                .also("Träger"),
            column("level", &Actor::level, {"Ebene", "Level"}).codes("levels"),
            column("lat", &Actor::lat, {"Breite", "Latitude"}).within(-90, 90).also("Breitengrad"),
            column("lon", &Actor::lon, {"Länge", "Longitude"})
                .within(-180, 180)
                .also("Längengrad|lng"),
            column("website", &Actor::website, {"Webseite", "Website"})
                .also("Internet|Homepage|URL|Web"),
            column("mailbox", &Actor::mailbox, {"Funktionspostfach", "Mailbox"}).also("Postfach"),
            column("expected_role", &Actor::expected_role, {"Erwartete Rolle", "Expected role"})
                .codes("expected_roles"),
            column("scope", &Actor::scope, {"Umfang", "Scope"}).codes("scopes"),
            column("status", &Actor::status, {"Status", "Status"}).codes("actor_statuses"),
            column("since", &Actor::since, {"Seit", "Since"}).also("Beginn"),
            column("until", &Actor::until, {"Bis", "Until"}).also("Ende"),
        };
    }
};
using ActorId = Id<Actor>;

}  // namespace lotse

#endif

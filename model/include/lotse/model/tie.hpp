/// Tie: a relation between two actors.
#ifndef LOTSE_MODEL_TIE_HPP
#define LOTSE_MODEL_TIE_HPP

#include <lotse/model/actor.hpp>

namespace lotse {

enum class TieKind {
    cooperates,
    refers_to,
    informs,
    member_of,
    leads,
    hosts_office,
    party_to,
    provides,
    funds,
    coordinates,
    accompanies,
    participates_in,
    part_of,
    represents,
    trains,
    advises,
    evaluates,
    successor_of,
    same_as
};

constexpr auto enumerators(TieKind) {
    using enum TieKind;
    return std::array{
        Enumerator{cooperates, "cooperates", {"arbeitet zusammen mit", "cooperates with"}},
        Enumerator{refers_to, "refers_to", {"verweist an", "refers to"}},
        Enumerator{informs, "informs", {"informiert", "informs"}},
        Enumerator{member_of, "member_of", {"ist Mitglied in", "is member of"}},
        Enumerator{leads, "leads", {"leitet", "leads"}},
        Enumerator{
            hosts_office, "hosts_office", {"führt die Geschäftsstelle von", "hosts the office of"}},
        Enumerator{party_to, "party_to", {"ist Partei von", "is party to"}},
        Enumerator{provides, "provides", {"bietet an", "provides"}},
        Enumerator{funds, "funds", {"finanziert", "funds"}},
        Enumerator{coordinates, "coordinates", {"koordiniert", "coordinates"}},
        Enumerator{accompanies, "accompanies", {"begleitet", "accompanies"}},
        Enumerator{participates_in, "participates_in", {"nimmt teil an", "participates in"}},
        Enumerator{part_of, "part_of", {"gehört zu", "is part of"}},
        Enumerator{represents, "represents", {"vertritt", "represents"}},
        Enumerator{trains, "trains", {"schult", "trains"}},
        Enumerator{advises, "advises", {"berät", "advises"}},
        Enumerator{evaluates, "evaluates", {"evaluiert", "evaluates"}},
        Enumerator{successor_of, "successor_of", {"ist Nachfolger von", "is successor of"}},
        Enumerator{same_as, "same_as", {"ist dasselbe wie", "is the same as"}},
    };
}

/// Leads from one actor to the other; else it holds for both alike.
constexpr bool is_directed(TieKind kind) noexcept {
    return kind != TieKind::cooperates && kind != TieKind::same_as;
}

/// What a tie is to the actor that it leads to: "is member of" is "has as member" from there.
/// `others` is the number of actors that the words speak of.
constexpr Text backwards(TieKind kind, std::size_t others = 1) {
    using enum TieKind;
    switch (kind) {
        case cooperates:
        case same_as: break;  // the same from both sides
        case refers_to: return {"bekommt Verweise von", "receives referrals from"};
        case informs: return {"wird informiert von", "is informed by"};
        case member_of:
            if (others == 1) return {"hat als Mitglied", "has as member"};
            return {"hat als Mitglieder", "has as members"};
        case leads: return {"wird geleitet von", "is led by"};
        case hosts_office: return {"hat die Geschäftsstelle bei", "has its office with"};
        case party_to:
            if (others == 1) return {"hat als Partei", "has as party"};
            return {"hat als Parteien", "has as parties"};
        case provides: return {"wird angeboten von", "is provided by"};
        case funds: return {"wird finanziert von", "is funded by"};
        case coordinates: return {"wird koordiniert von", "is coordinated by"};
        case accompanies: return {"wird begleitet von", "is accompanied by"};
        case participates_in: return {"mit Beteiligung von", "with participation of"};
        case part_of: return {"umfasst", "includes"};
        case represents: return {"wird vertreten von", "is represented by"};
        case trains: return {"wird geschult von", "is trained by"};
        case advises: return {"wird beraten von", "is advised by"};
        case evaluates: return {"wird evaluiert von", "is evaluated by"};
        case successor_of: return {"ist Vorgänger von", "is predecessor of"};
    }
    return enumerator(kind).label;
}

struct Tie : Record {
    Ref<Actor> from;
    Ref<Actor> to;
    TieKind kind = TieKind::cooperates;
    std::optional<std::int64_t> level;  ///< 0 know each other .. 4 agreement or shared means
    std::vector<std::string> topics;
    std::vector<std::string> targets;
    std::string legal_basis;
    std::string route;
    ThreeValued feedback = ThreeValued::unknown;
    std::string confirmed_by;
    std::optional<double> funding_share;  ///< 0..1
    std::optional<PartialDate> since;
    std::optional<PartialDate> until;
    std::string status;
    std::string tie_origin;  ///< column `origin`: what brought the tie about, e.g. a workshop

    static constexpr std::string_view table = "ties";
    static constexpr auto columns() {
        return std::tuple{
            column("from", &Tie::from, {"Von", "From"}).required().also("source_actor|Quellakteur"),
            column("to", &Tie::to, {"An", "To"}).required().also("Nach|target|Zielakteur"),
            column("kind", &Tie::kind, {"Art", "Kind"})
                .required()
                .also("Beziehung|Beziehungsart|Typ|type"),
            column("level", &Tie::level, {"Stufe", "Level"}).within(0, 4).also("Verbindlichkeit"),
            column("topics", &Tie::topics, {"Themen", "Topics"})
                .codes("topics")
                .also("Thema|Handlungsfeld|Handlungsfelder|topic"),
            column("targets", &Tie::targets, {"Zielgruppen", "Target groups"})
                .codes("targets")
                .also("Zielgruppe|target_groups"),
            column("legal_basis", &Tie::legal_basis, {"Rechtsgrundlage", "Legal basis"})
                .codes("legal_bases"),
            column("route", &Tie::route, {"Zugangsweg", "Route"}).codes("routes").also("Weg"),
            column("feedback", &Tie::feedback, {"Rückmeldung", "Feedback"}),
            column("confirmed_by", &Tie::confirmed_by, {"Bestätigt von", "Confirmed by"})
                .codes("confirmed_by"),
            column("funding_share", &Tie::funding_share, {"Finanzierungsanteil", "Funding share"})
                .within(0, 1)
                .also("Förderanteil|Anteil"),
            column("since", &Tie::since, {"Seit", "Since"}).also("Beginn"),
            column("until", &Tie::until, {"Bis", "Until"}).also("Ende"),
            column("status", &Tie::status, {"Status", "Status"}).codes("tie_statuses"),
            column("origin", &Tie::tie_origin, {"Entstanden bei", "Origin"}).also("Ursprung"),
        };
    }
};
using TieId = Id<Tie>;

}  // namespace lotse

#endif

#include <algorithm>
#include <array>

#include "starter_rules.hpp"
#include "synthetic_draft.hpp"

namespace lotse {
namespace {

/// Whom a kind of actor works for by law, where that is a whole Kreis.
bool serves_its_kreis(std::string_view kind) {
    constexpr std::array<std::string_view, 6> kinds{"jobcenter",     "health_office",
                                                    "council",       "health_conference",
                                                    "working_group", "sports_federation"};
    return std::ranges::find(kinds, kind) != kinds.end();
}

Actor& add_actor(SyntheticDraft& draft, const SyntheticKind& kind, const Area& seat) {
    const std::string number = std::to_string(++draft.numbered[kind.prefix]);
    Actor& actor = draft.tables.actors.emplace_back();
    actor.key = std::string{kind.prefix} + '-' + number;
    actor.name = std::string{kind.name.in(draft.language)} + ' ' + number;
    actor.kind = kind.kind;
    actor.area.key = seat.key;
    actor.scope = "named";
    actor.status = "active";
    if (draft.percent(60)) actor.since = PartialDate{draft.between(1975, 2024)};
    mark(actor);
    return actor;
}

void add_local(SyntheticDraft& draft, SyntheticKreis& kreis, const SyntheticKind& kind) {
    Actor& actor = add_actor(draft, kind, *kreis.area);
    actor.level = "municipality";
    if (serves_its_kreis(kind.kind)) {
        actor.level = "district";
        actor.serves = {{kreis.area->key, {}}};
    } else if (draft.percent(3)) {
        actor.status = "planned";
    }
    if (kind.kind == "jobcenter") {
        actor.carrier =
            starter_rules().municipal_carriers.contains(kreis.area->key) ? "municipal" : "joint";
        actor.expected_role = "door_opener";
    }
    if (kind.kind == "health_conference") actor.expected_role = "coordination";
    if (draft.percent(80)) scatter(draft, *kreis.area, actor.lat, actor.lon);
    kreis.actors[kind.kind].push_back(actor.key);
}

const SyntheticKind& kind_by_share(SyntheticDraft& draft) {
    int at = draft.between(0, 999);
    for (const SyntheticKind& kind : local_kinds())
        if ((at -= kind.share) < 0) return kind;
    return local_kinds().back();
}

const SyntheticKind& superior(std::string_view kind) {
    return *std::ranges::find(superior_kinds(), kind, &SyntheticKind::kind);
}

/// The employment agency of up to three Kreise of a Land, one after the other.
void add_agencies(SyntheticDraft& draft) {
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < draft.kreise.size();) {
        const std::string land = draft.kreise[i].area->key.substr(0, 2);
        Actor& agency = add_actor(draft, superior("employment_agency"), *draft.kreise[i].area);
        agency.level = "region";
        for (std::size_t k = 0;
             k < most && i < draft.kreise.size() && draft.kreise[i].area->key.starts_with(land);
             ++k, ++i) {
            draft.kreise[i].agency = agency.key;
            agency.serves.push_back({draft.kreise[i].area->key, {}});
        }
    }
}

void add_superior(SyntheticDraft& draft) {
    for (auto& [land, actors] : draft.laender)
        for (const std::string_view kind :
             {"ministry", "state_association", "insurer_association", "prevention_alliance",
              "sports_federation", "research"}) {
            Area seat;
            seat.key = land;
            Actor& actor = add_actor(draft, superior(kind), seat);
            actor.level = "state";
            actor.serves = {{std::string{land}, {}}};
            actors[kind].push_back(actor.key);
        }
    const auto add_federal = [&](std::string_view kind) {
        Actor& actor = add_actor(draft, superior(kind), *draft.any(draft.kreise).area);
        actor.level = "federal";
        draft.federal[kind].push_back(actor.key);
    };
    constexpr std::size_t insurers_of_germany = 95;
    constexpr std::size_t fewest = 5;
    const std::size_t insurers = std::max(fewest, insurers_of_germany * draft.kreise.size() / 400);
    for (std::size_t i = 0; i < insurers; ++i) add_federal("health_insurer");
    for (const std::string_view kind :
         {"umbrella", "umbrella", "programme", "steering_group", "research"})
        add_federal(kind);
}

void add_venues(SyntheticDraft& draft, SyntheticKreis& kreis, std::size_t actors) {
    constexpr std::array<std::string_view, 9> kinds{"multigenerational_house",
                                                    "club_hall",
                                                    "club_hall",
                                                    "school",
                                                    "adult_education_centre",
                                                    "church",
                                                    "park",
                                                    "practice",
                                                    "town_hall"};
    const std::size_t venues = 3 + actors / 20;
    for (std::size_t i = 0; i < venues; ++i) {
        const std::string number = std::to_string(draft.tables.venues.size() + 1);
        Venue& venue = draft.tables.venues.emplace_back();
        venue.key = "ort-" + number;
        venue.name =
            std::string{Text{"Synthetischer Ort ", "Synthetic venue "}.in(draft.language)} + number;
        venue.kind = i == 0 ? "jobcenter" : draft.any(kinds);
        venue.area.key = kreis.area->key;
        scatter(draft, *kreis.area, venue.lat, venue.lon);
        if (draft.percent(70))
            venue.barrier_free = draft.percent(60) ? ThreeValued::yes : ThreeValued::no;
        if (i == 0)
            venue.neutral = ThreeValued::no;
        else if (draft.percent(80))
            venue.neutral = venue.kind == "town_hall" ? ThreeValued::no : ThreeValued::yes;
        if (draft.percent(60)) venue.transit_minutes = draft.between(1, 25);
        mark(venue);
        kreis.venues.push_back(venue.key);
    }
}

}  // namespace

void scatter(SyntheticDraft& draft, const Area& around, std::optional<double>& lat,
             std::optional<double>& lon) {
    // Whole numbers: a sum of doubles may differ in the last digit from one machine to the next.
    constexpr double parts = 1e5;
    constexpr int reach = 9000;  // 10 km north, 6 km east
    const auto moved = [&](double degrees) {
        const auto whole = static_cast<std::int64_t>(degrees * parts + 0.5);
        return static_cast<double>(whole + draft.between(-reach, reach)) / parts;
    };
    if (!around.lat || !around.lon) return;
    lat = moved(*around.lat);
    lon = moved(*around.lon);
}

void draw_actors(SyntheticDraft& draft, int actors_per_area) {
    add_superior(draft);
    add_agencies(draft);
    std::int64_t inhabitants = 0;
    for (const SyntheticKreis& kreis : draft.kreise)
        inhabitants += kreis.area->population.value_or(0);
    for (SyntheticKreis& kreis : draft.kreise) {
        // Two fifths whatever its size, three fifths by its inhabitants.
        const std::int64_t by_size = actors_per_area * 3 * kreis.area->population.value_or(0) *
                                     static_cast<std::int64_t>(draft.kreise.size()) /
                                     std::max<std::int64_t>(1, 5 * inhabitants);
        const auto wanted = static_cast<std::size_t>(actors_per_area * 2 / 5 + by_size);
        const std::size_t before = draft.tables.actors.size();
        for (const SyntheticKind& kind : local_kinds())
            for (int i = draft.count(kind.in_every_kreis); i > 0; --i)
                add_local(draft, kreis, kind);
        while (draft.tables.actors.size() - before < wanted)
            add_local(draft, kreis, kind_by_share(draft));
        add_venues(draft, kreis, wanted);
    }
}

}  // namespace lotse

#include <lotse/analysis/bodies.hpp>

#include "body_areas.hpp"
#include "body_template.hpp"
#include "choices.hpp"
#include "coverage_rows.hpp"
#include "erase.hpp"
#include "unused_options.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

constexpr std::array<std::string_view, 1> jobcenter_kind{"jobcenter"};
constexpr std::array<std::string_view, 1> health_office_kind{"health_office"};
constexpr std::array<std::string_view, 2> target_group_kinds{"unemployed_initiative", "self_help"};

std::vector<ActorId> bodies_in_view(const View& view) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    std::vector<ActorId> out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const ActorId id{i};
        if (inside[i] && network.role_of(id) == ActorRole::body && network.is_partner(id) &&
            is_present(view, id))
            out.push_back(id);
    }
    return out;
}

std::vector<Choice> sectors_of(const Network& network, std::span<const Seat> members) {
    std::set<Sector> found;
    for (const Seat& seat : members)
        if (const auto sector = network.sector_of(seat.actor)) found.insert(*sector);
    std::vector<Choice> out;
    for (const Sector sector : found) {
        const auto& e = enumerator(sector);
        out.push_back({std::string{e.key}, e.label});
    }
    return out;
}

Bodies::BodyRow body_row(const Network& network, const std::vector<Seat>& seats, ActorId body) {
    const auto members = seats_of(seats, body);
    Bodies::BodyRow out{body};
    out.kind = network.codes().choice("actor_kinds", network[body].kind);
    if (members_recorded(members)) out.members = static_cast<std::int64_t>(members.size());
    out.jobcenter = representation(network, members, jobcenter_kind);
    out.health_office = representation(network, members, health_office_kind);
    out.target_group = representation(network, members, target_group_kinds);
    out.sectors = sectors_of(network, members);
    out.write_to = addressee(seats, body);
    return out;
}

std::vector<Bodies::Interlock> interlocks_of(const Network& network, const std::vector<Seat>& seats,
                                             const std::set<ActorId>& bodies) {
    std::map<ActorId, std::vector<ActorId>> bodies_of;  // ascending, since seats are by body
    for (const Seat& seat : seats)
        if (bodies.contains(seat.body)) bodies_of[seat.actor].push_back(seat.body);
    std::map<std::pair<ActorId, ActorId>, std::vector<Choice>> shared;
    for (const auto& [actor, list] : bodies_of)
        for (std::size_t i = 0; i < list.size(); ++i)
            for (std::size_t j = i + 1; j < list.size(); ++j)
                shared[{list[i], list[j]}].push_back(named(network, actor));
    std::vector<Bodies::Interlock> out;
    for (auto& [pair, members] : shared) {
        const auto count = static_cast<std::int64_t>(members.size());
        out.push_back({pair.first, pair.second, count, std::move(members)});
    }
    std::ranges::stable_sort(out, std::greater{}, &Bodies::Interlock::shared);
    return out;
}

std::vector<Bodies::Member> matrix_of(const Network& network, const std::vector<Seat>& seats,
                                      const std::set<ActorId>& bodies) {
    std::map<ActorId, std::int64_t> count;
    for (const Seat& seat : seats)
        if (bodies.contains(seat.body)) ++count[seat.actor];
    std::vector<Bodies::Member> out;
    for (const Seat& seat : seats)
        if (bodies.contains(seat.body))
            out.push_back({seat.actor, network.sector_of(seat.actor), seat.body,
                           seat_choices(network, seat.kinds), count[seat.actor]});
    std::ranges::stable_sort(out, {}, [](const Bodies::Member& row) {
        return std::pair{-row.bodies, row.actor};
    });
    return out;
}

void count_states(Bodies::Findings& out) {
    for (const Bodies::AreaRow& row : out.areas) switch (row.state) {
            case SeatState::member: ++out.jobcenter_member; break;
            case SeatState::without_jobcenter: ++out.without_jobcenter; break;
            case SeatState::proposed: ++out.proposed; break;
            case SeatState::members_not_recorded: ++out.members_not_recorded; break;
            case SeatState::jobcenter_not_recorded: ++out.jobcenter_not_recorded; break;
            case SeatState::body_not_recorded: ++out.body_not_recorded; break;
            case SeatState::does_not_exist: ++out.does_not_exist; break;
        }
}

}  // namespace

Info Bodies::info() {
    return {"bodies",
            "A15",
            Theme::governance,
            {"Gremien und Mitgliedschaft", "Bodies and membership"},
            {"Wer sitzt in welchem Gremium, wo fehlt das Jobcenter, und an wen geht ein Antrag auf "
             "Mitgliedschaft?",
             "Who sits in which body, where is the jobcenter missing, and to whom does an "
             "application go?"},
            "Breiger, R. L. (1974), The Duality of Persons and Groups, Social Forces 53(2), "
            "181-190, doi:10.2307/2576011"};
}

Result<Bodies::Findings> Bodies::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    auto areas = area_rows(view, options.by.empty() ? "district" : options.by);
    if (areas && areas->empty() && options.by.empty()) areas = area_rows(view, {});
    if (!areas) return areas.error();
    const std::vector<Seat> all = seats(view);
    const auto shown = bodies_in_view(view);
    const std::set<ActorId> shown_set{shown.begin(), shown.end()};
    std::vector<ActorId> everywhere;
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        if (network.role_of(ActorId{i}) == ActorRole::body) everywhere.emplace_back(i);

    MissingMembers missing_members{view, all, everywhere};
    Findings out;
    out.areas = jobcenters_in_bodies(view, all, *areas);
    count_states(out);
    out.body_count = static_cast<std::int64_t>(shown.size());
    for (const ActorId body : shown) {
        BodyRow& row = out.bodies.emplace_back(body_row(network, all, body));
        auto missing = missing_members.in(body);
        if (row.members && !template_of(network, network[body].kind).empty())
            row.missing = static_cast<std::int64_t>(missing.size());
        if (row.members) ++out.with_members;
        std::ranges::move(missing, std::back_inserter(out.missing));
    }
    std::ranges::stable_sort(out.bodies, std::greater{},
                             [](const BodyRow& row) { return row.members.value_or(0); });
    std::ranges::stable_sort(out.missing, {}, &Missing::basis);
    out.interlocks = interlocks_of(network, all, shown_set);
    out.members = matrix_of(network, all, shown_set);
    std::set<ActorId> actors;
    for (const Member& row : out.members) actors.insert(row.actor);
    out.member_count = static_cast<std::int64_t>(actors.size());
    return out;
}

namespace {

void note_conventions(const View& view, std::vector<Message>& notes) {
    notes.push_back(Text{
        "Ebene „Gremien“: wer als Mitglied, Leitung oder Geschäftsstelle eines Gremiums erfasst "
        "ist. Nur geplante Mitgliedschaften und nur geplante Mitglieder zählen nicht.",
        "Layer 'bodies': who is recorded as a member, lead or office of a body. Memberships and "
        "members that are planned only do not count."});
    if (const auto date = view.reference_date())
        notes.push_back(message({"Stichtag: {}.", "Reference date: {}."}, {date_words(*date)}));
    notes.push_back(
        Text{"„Ohne Jobcenter“ heißt: Mitglieder sind erfasst, das Jobcenter ist nicht darunter. "
             "Außenstellen zählen mit ihrem Jobcenter.",
             "'No jobcenter' means: members are recorded, and the jobcenter is not among them. "
             "Branches count with their head office."});
    notes.push_back(Text{
        "Erwartete Mitglieder stehen in der Liste body_templates. Sie folgen § 24 ÖGDG in der "
        "Fassung von 1997, der nur in Nordrhein-Westfalen galt; seit Juni 2025 steht die "
        "Gesundheitskonferenz in § 22 ÖGDG, dessen Wortlaut hier nicht geprüft ist. Die "
        "Ausführungsverordnung zu § 24 ist seit Ende November 2006 außer Kraft und dient als "
        "Muster.",
        "Expected members stand in the list body_templates. They follow § 24 ÖGDG of 1997, which "
        "was law in North Rhine-Westphalia only; since June 2025 § 22 ÖGDG provides for the health "
        "conference, and its wording is not checked here. The regulation on § 24 has been out of "
        "force since the end of November 2006 and serves as a pattern."});
    notes.push_back(legal_notice());
    constexpr std::array<std::string_view, 3> placed{"health_conference", "steering_group",
                                                     "jobcenter"};
    note_without_area(*view.network, without_area(view, placed), notes);
    note_nested_areas(view, notes);
    note_unused_options(view, {"area", "kinds", "at"}, notes);
}

void read_jobcenters(const Network& network, const Bodies::Findings& findings,
                     std::vector<Message>& reading) {
    std::vector<Message> states;
    for (const auto& e : all_enumerators<SeatState>)
        if (const auto rows = std::ranges::count(findings.areas, e.value, &Bodies::AreaRow::state))
            states.push_back(message({"{}: {}", "{}: {}"}, {Message{e.label}, count_words(rows)}));
    if (!states.empty())
        reading.push_back(
            message({"Jobcenter in Gesundheitskonferenzen und Steuerungsgremien nach Gebieten: {}.",
                     "Jobcenters in health conferences and steering groups by area: {}."},
                    {list_words(states, 7)}));
    if (findings.areas.empty()) return;
    const Bodies::AreaRow& first = findings.areas.front();
    if (first.state != SeatState::without_jobcenter) return;
    const Message body = name_words(network, *first.body);
    const Message jobcenter = name_words(network, *first.jobcenter);
    if (first.write_to)
        reading.push_back(
            message({"„{}“ ist nicht unter den erfassten Mitgliedern von „{}“. Nächster Schritt: "
                     "die Liste bei „{}“ bestätigen lassen und, wenn das Jobcenter fehlt, die "
                     "Mitgliedschaft beantragen.",
                     "'{}' is not among the recorded members of '{}'. Next step: have the list "
                     "confirmed by '{}' and apply for membership if the jobcenter is missing."},
                    {jobcenter, body, name_words(network, *first.write_to)}));
    else
        reading.push_back(
            message({"„{}“ ist nicht unter den erfassten Mitgliedern von „{}“. Nächster Schritt: "
                     "klären, wer die Geschäftsstelle führt.",
                     "'{}' is not among the recorded members of '{}'. Next step: find out who runs "
                     "the office."},
                    {jobcenter, body}));
}

Message closing(const Network& network, const Bodies::Findings& findings) {
    if (findings.members.empty())
        return message(
            {"Zu keinem Gremium ist ein Mitglied erfasst. Nächster Schritt: die Mitgliederlisten "
             "eintragen ({}, Art „{}“).",
             "No body has a recorded member. Next step: record the lists of members ({}, kind "
             "'{}')."},
            {place_of_table("ties"), Message{enumerator(TieKind::member_of).label}});
    if (!findings.missing.empty()) {
        const Bodies::Missing& first = findings.missing.front();
        return message(
            {"Erwartete Mitglieder, die nicht erfasst sind: {}, zuerst „{}“ in „{}“. Wer nicht "
             "erfasst ist, kann trotzdem dabei sein; die Geschäftsstelle soll die Liste "
             "bestätigen.",
             "Expected members that are not recorded: {}, first '{}' in '{}'. Who is not recorded "
             "may still be there; let the office confirm the list."},
            {count_words(findings.missing.size()), first.expected.label,
             name_words(network, first.body)});
    }
    return Text{
        "Wer nicht erfasst ist, kann trotzdem dabei sein; die Geschäftsstelle soll die Liste "
        "bestätigen.",
        "Who is not recorded may still be there; let the office confirm the list."};
}

}  // namespace

void Bodies::explain(const View& view, const Findings& findings, Document& document) {
    note_conventions(view, document.notes);
    if (findings.body_count == 0 && findings.areas.empty()) {
        document.reading.push_back(
            Text{"In diesem Ausschnitt ist kein Gremium erfasst. Nächster Schritt: Gremien als "
                 "Akteure erfassen.",
                 "No body is recorded in this part. Next step: record bodies as actors."});
        return;
    }
    read_jobcenters(*view.network, findings, document.reading);
    document.reading.push_back(closing(*view.network, findings));
}

Entry Bodies::entry() {
    return erase<Bodies>();
}

}  // namespace lotse::analysis

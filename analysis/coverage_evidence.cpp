#include "coverage_evidence.hpp"

#include <lotse/model/fee.hpp>

#include "acceptability.hpp"
#include "area_index.hpp"
#include "offer_phase.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>
#include <array>

namespace lotse::analysis {
namespace {

struct KnownReason {
    std::string_view code;
    Text label;
};

/// Reasons that follow from recorded fields, besides `cost` and what findings take from the list
/// gap_reasons.
constexpr std::array known_reasons{
    KnownReason{"compulsory", {"nicht freiwillig", "not voluntary"}},
    KnownReason{"jobcenter_only",
                {"nur vom Jobcenter Zugewiesene", "only people sent by the jobcenter"}},
    KnownReason{"jobcenter_venue",
                {"nur in Räumen des Jobcenters", "only on the jobcenter's premises"}},
    KnownReason{"access", {"nicht barrierefrei", "no step-free access"}},
    KnownReason{"expires",
                {"endet in weniger als zwölf Monaten", "ends within less than twelve months"}},
    KnownReason{"paused", {"ruht zurzeit", "paused"}},
    KnownReason{"online_only", {"nur online", "online only"}},
    KnownReason{"status_not_recorded",
                {"ob es läuft, ist nicht erfasst", "whether it runs is not recorded"}},
    KnownReason{"provider_ended",
                {"alle erfassten Anbieter sind beendet", "all recorded providers have ended"}},
    KnownReason{"start_passed", {"der geplante Beginn ist vorbei", "the planned start has passed"}},
    KnownReason{
        "target_not_recorded",
        {"Zielgruppe des Angebots nicht erfasst", "target group of the offer not recorded"}},
    KnownReason{
        "legal_not_recorded",
        {"Rechtskreis des Angebots nicht erfasst", "legal circle of the offer not recorded"}},
    KnownReason{"ended", {"früheres Angebot ist beendet", "a former offer has ended"}},
    KnownReason{"programme_ended", {"das Programm ist beendet", "the programme has ended"}},
    KnownReason{"participation_ended",
                {"frühere Teilnahme ist beendet", "a former participation has ended"}},
    KnownReason{"finding", {"nach einer Feststellung", "by a finding"}},
    KnownReason{"contradicts_finding",
                {"eine Feststellung sagt etwas anderes", "a finding says otherwise"}},
    KnownReason{"serves_not_recorded",
                {"zuständiges Gebiet nicht erfasst, Sitz im Gebiet",
                 "area served not recorded, seat in the area"}},
    KnownReason{"not_recorded", {"nichts erfasst", "nothing recorded"}},
};

/// Before a code that the network adds to the list offer_statuses.
constexpr std::string_view own_status = "status=";

/// Whether the offer runs, its status leaves open.
bool is_open_status(std::string_view reason) {
    return reason == "status_not_recorded" || reason.starts_with(own_status);
}

/// It says no more than that something has been.
bool is_over(const Evidence& evidence) {
    constexpr std::array<std::string_view, 3> over{"ended", "programme_ended",
                                                   "participation_ended"};
    return std::ranges::any_of(
        over, [&](std::string_view reason) { return evidence.reasons.contains(reason); });
}

/// The offer's venues inside the area; if none lies there, all of them.
std::vector<const Venue*> venues_for(const Network& network, const Offer& offer, AreaId area) {
    std::vector<const Venue*> inside;
    std::vector<const Venue*> all;
    for (const auto& ref : offer.venues) {
        const Venue& venue = network[*ref];
        all.push_back(&venue);
        if (!venue.area.empty() && network.within(*venue.area, area)) inside.push_back(&venue);
    }
    return inside.empty() ? all : inside;
}

Reasons barriers(const View& view, const Offer& offer, AreaId area, const Group& group) {
    const Network& network = *view.network;
    Reasons out;
    if (free_of_charge(offer) == ThreeValued::no) out.insert("cost");
    if (offer.voluntary == ThreeValued::no) out.insert("compulsory");
    if (offer.open_to == "jobcenter_only" && group.target != "sgb2" && group.legal != "sgb2")
        out.insert("jobcenter_only");
    const auto venues = venues_for(network, offer, area);
    const auto everywhere = [&](const auto& condition) {
        return !venues.empty() && std::ranges::all_of(venues, condition);
    };
    if (everywhere([](const Venue* v) { return v->kind == "jobcenter"; }))
        out.insert("jobcenter_venue");
    if (everywhere([](const Venue* v) { return v->barrier_free == ThreeValued::no; }))
        out.insert("access");
    const auto reference = view.reference_date();
    if (offer.end && reference && ends_within_a_year(*offer.end, *reference)) out.insert("expires");
    return out;
}

/// Whether and with what barrier it runs, apart from the group.
Evidence state_of(const View& view, const Offer& offer, AreaId area, const Group& group) {
    const auto reference = view.reference_date();
    Evidence out;
    out.key = offer.key;
    const Phase phase = phase_of(offer, view.moment());
    if (phase == Phase::ended) {
        out.reasons.insert("ended");
    } else if (has_lost_providers(view, offer)) {
        out.reasons.insert("provider_ended");
    } else if (phase == Phase::planned) {
        out.state = CoverageState::planned;
        if (offer.start && reference && !is_ahead(offer.start, reference))
            out.reasons.insert("start_passed");
    } else {
        out.reasons = barriers(view, offer, area, group);
        if (offer.status == "paused") out.reasons.insert("paused");
        out.state = out.reasons.empty() ? CoverageState::available : CoverageState::barrier;
        const StatusWord word = status_word(*view.network, offer);
        if (word == StatusWord::not_known) out.reasons.insert("status_not_recorded");
        if (word == StatusWord::own) out.reasons.insert(std::string{own_status} + offer.status);
    }
    return out;
}

enum class Openness { open, not_recorded, closed };

template <class Includes>
Openness openness(const std::vector<std::string>& recorded, std::string_view wanted,
                  Includes&& includes) {
    if (wanted.empty()) return Openness::open;
    if (recorded.empty()) return Openness::not_recorded;
    const bool open =
        std::ranges::any_of(recorded, [&](const auto& r) { return includes(r, wanted); });
    return open ? Openness::open : Openness::closed;
}

int steps_up(const Network& network, AreaId inner, AreaId outer) {
    const auto up = up_from(network, inner);
    auto at = std::ranges::find(up, outer);
    if (at == up.end())
        at = std::ranges::find_if(up, [&](AreaId a) { return is_same_area(network, a, outer); });
    return static_cast<int>(at - up.begin());
}

}  // namespace

bool ends_within_a_year(const PartialDate& day, const PartialDate& reference) {
    const std::chrono::year_month_day from{reference.latest()};
    auto limit = from + std::chrono::years{1};
    if (!limit.ok()) limit = limit.year() / limit.month() / std::chrono::last;
    return day.latest() < std::chrono::sys_days{limit};
}

bool is_online(const Network& network, const Offer& offer) {
    if (offer.delivery == "online") return true;
    return offer.delivery.empty() && !offer.venues.empty() &&
           std::ranges::all_of(offer.venues, [&](const Ref<Venue>& venue) {
               return network[*venue].kind == "online";
           });
}

bool includes_target(std::string_view recorded, std::string_view wanted) {
    if (recorded == wanted) return true;
    if (recorded == "public") return wanted != "professionals";
    return recorded == "unemployed" &&
           (wanted == "sgb2" || wanted == "sgb3" || wanted == "long_term");
}

bool includes_legal(std::string_view recorded, std::string_view wanted) {
    return recorded == wanted || recorded == "free";
}

std::vector<Group> groups_asked(const View& view) {
    const auto or_anybody = [](const std::vector<std::string>& codes) {
        return codes.empty() ? std::vector<std::string>{""} : codes;
    };
    std::vector<Group> out;
    for (const std::string& target : or_anybody(view.targets))
        for (const std::string& legal : or_anybody(view.legal)) out.push_back({target, legal});
    return out;
}

Presence presence_of(const Network& network, const Offer& offer, AreaId area) {
    if (is_online(network, offer) && offer.areas.empty()) return Presence::online;
    const bool touches = std::ranges::any_of(offer.areas, [&](const Ref<Area>& a) {
        return network.within(area, *a) || network.within(*a, area);
    });
    const bool venue = std::ranges::any_of(offer.venues, [&](const Ref<Venue>& v) {
        return !network[*v].area.empty() && network.within(*network[*v].area, area);
    });
    if (!touches && !venue) return Presence::none;
    return is_online(network, offer) ? Presence::online : Presence::on_site;
}

bool lacks_barriers(const Offer& offer) {
    return free_of_charge(offer) == ThreeValued::unknown ||
           offer.voluntary == ThreeValued::unknown || open_to_more(offer) == ThreeValued::unknown;
}

bool lacks_area(const Network& network, const Offer& offer) {
    return offer.areas.empty() && !is_online(network, offer) &&
           std::ranges::all_of(offer.venues,
                               [&](const Ref<Venue>& v) { return network[*v].area.empty(); });
}

std::optional<Evidence> evidence_of(const View& view, OfferId id, AreaId area, const Group& group) {
    const Presence presence = presence_of(*view.network, (*view.network)[id], area);
    if (presence == Presence::none) return std::nullopt;
    auto out = evidence_anywhere(view, id, area, group);
    if (out) out->online = presence == Presence::online;
    return out;
}

std::optional<Evidence> evidence_anywhere(const View& view, OfferId id, AreaId area,
                                          const Group& group) {
    const Offer& offer = (*view.network)[id];
    const Openness target = openness(offer.targets, group.target, includes_target);
    const Openness legal = openness(offer.legal, group.legal, includes_legal);
    if (target == Openness::closed || legal == Openness::closed) return std::nullopt;
    Evidence out = state_of(view, offer, area, group);
    if (out.state != CoverageState::unknown &&
        (target == Openness::not_recorded || legal == Openness::not_recorded)) {
        out.state = CoverageState::unknown;
        out.reasons.clear();
        if (target == Openness::not_recorded) out.reasons.insert("target_not_recorded");
        if (legal == Openness::not_recorded) out.reasons.insert("legal_not_recorded");
    }
    return out;
}

bool may_participate(const Network& network, ActorId id) {
    const Actor& actor = network[id];
    return (actor.kind == "jobcenter" || actor.kind == "employment_agency") &&
           actor.scope != "category";
}

std::vector<Evidence> participants(const View& view, ActorId programme, AreaId area) {
    const Network& network = *view.network;
    const Phase programme_phase = actor_phase(view, programme);
    std::vector<Evidence> out;
    for (const Tie& tie : network.ties()) {
        if (tie.kind != TieKind::participates_in || *tie.to != programme) continue;
        const Actor& actor = network[*tie.from];
        const Phase there = actor_phase(view, *tie.from);
        if (!may_participate(network, *tie.from) || there == Phase::ended) continue;
        const Service how = service(network, *tie.from, area);
        if (how == Service::none) continue;
        Evidence evidence;
        evidence.key = actor.key;
        const Phase takes_part = phase_of(tie, view.moment());
        if (programme_phase == Phase::ended)
            evidence.reasons.insert("programme_ended");
        else if (takes_part == Phase::ended)
            evidence.reasons.insert("participation_ended");
        else if (programme_phase == Phase::planned || takes_part == Phase::planned ||
                 there == Phase::planned || !network.is_partner(*tie.from))
            evidence.state = CoverageState::planned;
        else
            evidence.state = CoverageState::available;
        if (how == Service::seat) evidence.reasons.insert("serves_not_recorded");
        out.push_back(std::move(evidence));
    }
    return out;
}

const Finding* finding_for(const View& view, AreaId area, std::string_view topic,
                           const Group& group) {
    const Network& network = *view.network;
    const Finding* best = nullptr;
    std::tuple<bool, int, std::chrono::sys_days, int> best_order;
    for (const Finding& finding : network.tables().findings) {
        if (finding.topic != topic || !network.within(area, *finding.area)) continue;
        if (!finding.target.empty() &&
            (group.target.empty() || !includes_target(finding.target, group.target)))
            continue;
        const std::tuple order{
            !finding.target.empty(), -steps_up(network, area, *finding.area),
            finding.as_of ? finding.as_of->latest() : std::chrono::sys_days::min(),
            finding.state == CoverageState::unknown ? -1 : static_cast<int>(finding.state)};
        if (!best || order > best_order) {
            best = &finding;
            best_order = order;
        }
    }
    return best;
}

Verdict judge(std::vector<Evidence> evidence, const Finding* finding) {
    // CoverageState is ordered from available to unknown.
    std::ranges::stable_sort(evidence, {}, [](const Evidence& e) { return e.state; });
    Verdict out;
    if (!evidence.empty()) out.state = evidence.front().state;
    bool online = !evidence.empty() && out.state != CoverageState::unknown;
    bool runs_surely = false;
    for (const Evidence& e : evidence) {
        if (e.state != out.state) continue;
        online = online && e.online;
        out.reasons.insert(e.reasons.begin(), e.reasons.end());
        runs_surely = runs_surely || std::ranges::none_of(e.reasons, is_open_status);
    }
    if (runs_surely) std::erase_if(out.reasons, is_open_status);
    if (online) out.reasons.insert("online_only");

    const CoverageState recorded = out.state;
    const bool runs = recorded == CoverageState::available || recorded == CoverageState::barrier;
    const bool adds =
        finding && finding->state != CoverageState::unknown &&
        (runs ? recorded == CoverageState::available && finding->state == CoverageState::barrier
              : finding->state < recorded);
    if (adds) {
        out.state = finding->state;
        out.reasons = runs ? Reasons{} : Reasons{"finding"};
        if (!finding->reason.empty()) out.reasons = {finding->reason};
    } else if (runs && finding && finding->state != CoverageState::unknown &&
               finding->state != recorded) {
        out.contradicted = true;
        out.reasons.insert("contradicts_finding");
    }
    if (out.state == CoverageState::unknown && out.reasons.empty())
        out.reasons.insert("not_recorded");
    for (const Evidence& e : evidence) {
        // Beside a state that others make, an offer without providers would seem to make it too.
        const bool seems_to_run =
            e.reasons.contains("provider_ended") && out.state != CoverageState::unknown;
        if (!is_over(e) && !seems_to_run) out.offers.push_back(e.key);
    }
    return out;
}

namespace {

Message reason_label(const Network& network, const std::string& code) {
    const auto known = std::ranges::find(known_reasons, code, &KnownReason::code);
    if (known != known_reasons.end()) return known->label;
    if (!code.starts_with(own_status)) return network.codes().choice("gap_reasons", code).label;
    const Choice status =
        network.codes().choice("offer_statuses", std::string_view{code}.substr(own_status.size()));
    return message({"Status: {}", "status: {}"}, {status.label});
}

}  // namespace

std::optional<Choice> reason_choice(const Network& network, const Reasons& reasons) {
    if (reasons.empty()) return std::nullopt;
    Choice out;
    const auto append = [](std::string& text, std::string_view separator, std::string_view more) {
        if (!text.empty()) text += separator;
        text += more;
    };
    for (const std::string& code : reasons) {
        const Message label = reason_label(network, code);
        append(out.key, "|", code);
        append(out.label.de, "; ", label.de);
        append(out.label.en, "; ", label.en);
    }
    return out;
}

}  // namespace lotse::analysis

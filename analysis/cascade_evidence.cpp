#include "cascade_evidence.hpp"

#include "coverage_evidence.hpp"
#include "coverage_rows.hpp"

#include <algorithm>

namespace lotse::analysis {

OffersInReach::OffersInReach(const View& view, const TravelRules& rules, const Supply& supply)
    : network_{*view.network}, supply_{supply}, ways_{rules, supply.places} {}

const std::vector<bool>& OffersInReach::present_in(std::optional<AreaId> home) {
    const auto [it, fresh] = by_home_.try_emplace(home);
    if (fresh)
        for (const OpenOffer& offer : supply_.offers)
            it->second.push_back(!home || presence_of(network_, network_[offer.offer], *home) !=
                                              Presence::none);
    return it->second;
}

void OffersInReach::start_from(AreaId area) {
    ways_.start_from(area);
    present_ = &present_in(surroundings(network_, area));
    reachable_.clear();
    for (const OpenOffer& offer : supply_.offers) {
        ThreeValued out = offer.online ? ThreeValued::yes : ThreeValued::no;
        if (!offer.online && offer.places.empty() && offer.areas.empty())
            out = ThreeValued::unknown;
        for (const std::size_t place : offer.places) {
            if (out == ThreeValued::yes) break;
            const auto way = ways_.to(place);
            out = either(out, !way                                  ? ThreeValued::unknown
                              : ways_.rule().in_reach(way->minutes) ? ThreeValued::yes
                                                                    : ThreeValued::no);
        }
        for (const auto& [recorded_for, place] : offer.areas) {
            if (recorded_for == area) {
                out = ThreeValued::yes;
            } else if (network_.within(recorded_for, area)) {
                const auto way = ways_.to(place);
                out = either(out, !way                                  ? ThreeValued::unknown
                                  : ways_.rule().in_reach(way->minutes) ? ThreeValued::yes
                                                                        : ThreeValued::no);
            } else if (network_.within(area, recorded_for)) {
                out = either(out, ThreeValued::unknown);
            }
        }
        reachable_.push_back(out);
    }
}

ThreeValued OffersInReach::reachable(std::size_t offer) const {
    return reachable_[offer];
}

bool OffersInReach::in_question(std::size_t offer) const {
    return (*present_)[offer] || reachable_[offer] == ThreeValued::yes;
}

Gatekeepers::Gatekeepers(const View& view) : view_{view} {
    const Network& network = *view.network;
    const auto asked = [&](std::string_view circle) {
        return std::ranges::find(view.legal, circle) != view.legal.end();
    };
    const bool only_sgb2 = asked("sgb2") && !asked("sgb3");
    const bool only_sgb3 = asked("sgb3") && !asked("sgb2");
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        const bool jobcenter = actor.kind == "jobcenter" && !only_sgb3;
        const bool agency = actor.kind == "employment_agency" && !only_sgb2;
        if ((jobcenter || agency) && network.is_partner(ActorId{i}) && actor.status != "ended" &&
            valid_at(actor.since, actor.until, view.at))
            all_.emplace_back(i);
    }
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const Tie& tie = network.ties()[i];
        if ((tie.kind == TieKind::refers_to || tie.kind == TieKind::informs) &&
            exists(tie, view.at) && std::ranges::find(all_, *tie.from) != all_.end())
            referrals_[*tie.from].emplace_back(i);
    }
}

void Gatekeepers::start_from(AreaId area) {
    here_.clear();
    for (const ActorId actor : all_)
        if (service(*view_.network, actor, area) != Service::none) here_.push_back(actor);
}

Contact Gatekeepers::to(const Offer& offer, std::string_view topic) const {
    const Network& network = *view_.network;
    std::vector<ActorId> goals;
    for (const auto& provider : offer.providers) goals.push_back(*provider);
    if (!offer.host.empty()) goals.push_back(*offer.host);
    const auto is_goal = [&](ActorId actor) {
        return std::ranges::find(goals, actor) != goals.end();
    };
    Contact out;
    if (goals.empty()) return out;
    bool recorded = false;
    out.feedback = ThreeValued::no;
    bool tied = false;
    for (const ActorId actor : here_) {
        if (is_goal(actor)) out.exists = ThreeValued::yes;
        const auto ties = referrals_.find(actor);
        if (ties == referrals_.end()) continue;
        recorded = true;
        for (const TieId id : ties->second) {
            const Tie& tie = network[id];
            const bool fits =
                tie.topics.empty() || std::ranges::find(tie.topics, topic) != tie.topics.end();
            if (!fits || !is_goal(*tie.to)) continue;
            tied = true;
            out.exists = ThreeValued::yes;
            out.feedback = either(out.feedback, tie.feedback);
        }
    }
    if (!tied) out.feedback = ThreeValued::unknown;
    if (out.exists != ThreeValued::yes && recorded) out.exists = ThreeValued::no;
    return out;
}

}  // namespace lotse::analysis

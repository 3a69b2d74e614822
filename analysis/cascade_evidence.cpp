#include "cascade_evidence.hpp"

#include "coverage_evidence.hpp"
#include "presence.hpp"
#include "whom_to_ask.hpp"

#include <algorithm>

namespace lotse::analysis {

std::vector<OpenOffer> candidates(const Supply& supply) {
    std::vector<OpenOffer> out;
    std::ranges::merge(supply.offers, supply.perhaps, std::back_inserter(out), {},
                       &OpenOffer::offer, &OpenOffer::offer);
    return out;
}

OffersInReach::OffersInReach(const View& view, const TravelRules& rules,
                             std::span<const OpenOffer> offers, std::vector<TravelPlace> places)
    : network_{*view.network},
      offers_{offers},
      offers_at_{network_},
      ways_{rules, std::move(places)} {
    for (std::size_t o = 0; o < offers_.size(); ++o) offers_at_.add(o, network_[offers_[o].offer]);
}

const std::vector<bool>& OffersInReach::present_in(AreaId home) {
    const auto [it, fresh] = by_home_.try_emplace(home);
    if (!fresh) return it->second;
    it->second.assign(offers_.size(), false);
    for (const std::size_t o : offers_at_.touching(home))
        it->second[o] = presence_of(network_, network_[offers_[o].offer], home) != Presence::none;
    return it->second;
}

void OffersInReach::start_from(AreaId area) {
    ways_.start_from(area);
    present_ = &present_in(surroundings(network_, area).value_or(area));
    reachable_.clear();
    const auto by_way = [this](std::size_t place) {
        const auto way = ways_.to(place);
        return !way                                  ? ThreeValued::unknown
               : ways_.rule().in_reach(way->minutes) ? ThreeValued::yes
                                                     : ThreeValued::no;
    };
    for (std::size_t o = 0; o < offers_.size(); ++o) {
        const OpenOffer& offer = offers_[o];
        ThreeValued out = offer.online ? ThreeValued::yes : ThreeValued::no;
        if (is_unplaced(offer)) out = ThreeValued::unknown;
        for (const std::size_t place : offer.places) {
            if (out == ThreeValued::yes) break;
            out = either(out, by_way(place));
        }
        for (const auto& [recorded_for, place] : offer.areas) {
            if (is_same_area(network_, recorded_for, area)) {
                out = ThreeValued::yes;
            } else if (network_.within(area, recorded_for)) {
                out = either(out, ThreeValued::unknown);
            } else if ((*present_)[o]) {
                // Of a part or a neighbour: nobody says that it is closed, or where in it the offer
                // is.
                out = either(out, by_way(place) == ThreeValued::yes ? ThreeValued::yes
                                                                    : ThreeValued::unknown);
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

namespace {

/// Of a tie that exists: people are led along it then. An empty status is a tie as recorded.
ThreeValued is_active(const Tie& tie, const View& view) {
    const std::string_view status = status_on(tie, view.moment());
    if (status == "paused") return ThreeValued::no;
    if (status.empty() || status == "active") return ThreeValued::yes;
    return ThreeValued::unknown;
}

}  // namespace

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
        if ((jobcenter || agency) && network.is_partner(ActorId{i}) && is_present(view, ActorId{i}))
            all_.emplace_back(i);
    }
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const Tie& tie = network.ties()[i];
        if ((tie.kind == TieKind::refers_to || tie.kind == TieKind::informs) && exists(tie, view) &&
            std::ranges::find(all_, *tie.from) != all_.end()) {
            referrals_[*tie.from].emplace_back(i);
            const Actor& from = network[*tie.from];
            if (from.area.empty() && from.serves.empty()) from_anywhere_[*tie.to].emplace_back(i);
        }
    }
}

void Gatekeepers::start_from(AreaId area) {
    here_.clear();
    referrals_to_.clear();
    recorded_ = true;
    for (const ActorId actor : all_) {
        if (service(*view_.network, actor, area) == Service::none) continue;
        here_.push_back(actor);
        const auto ties = referrals_.find(actor);
        if (ties == referrals_.end()) {
            // The services of an office refer through it.
            const Ref<Actor>& office = (*view_.network)[actor].part_of;
            if (office.empty() || std::ranges::find(all_, *office) == all_.end()) recorded_ = false;
            continue;
        }
        for (const TieId tie : ties->second)
            referrals_to_[(*(*view_.network)[tie].to).index()].push_back(tie);
    }
}

Contact Gatekeepers::to(const Offer& offer, std::string_view topic) const {
    Contact out;
    if (offer.providers.empty() && offer.host.empty()) return out;
    out.feedback = ThreeValued::no;
    bool tied = false;
    ThreeValued led = ThreeValued::no;
    const auto leads_to = [&](TieId id) {
        const Tie& tie = (*view_.network)[id];
        return is_active(tie, view_) != ThreeValued::no &&
               (tie.topics.empty() || std::ranges::find(tie.topics, topic) != tie.topics.end());
    };
    const auto look_at = [&](ActorId goal) {
        if (std::ranges::find(here_, goal) != here_.end()) led = ThreeValued::yes;
        if (const auto ties = from_anywhere_.find(goal); ties != from_anywhere_.end())
            for (const TieId id : ties->second)
                if (leads_to(id)) led = either(led, ThreeValued::unknown);
        const auto ties = referrals_to_.find(goal.index());
        if (ties == referrals_to_.end()) return;
        for (const TieId id : ties->second) {
            const Tie& tie = (*view_.network)[id];
            if (!leads_to(id)) continue;
            tied = true;
            led = either(led, is_active(tie, view_));
            out.feedback = either(out.feedback, tie.feedback);
        }
    };
    for (const Ref<Actor>& provider : offer.providers) look_at(*provider);
    if (!offer.host.empty()) look_at(*offer.host);
    if (!tied) out.feedback = ThreeValued::unknown;
    // A host that nobody refers to may lend its room to a provider that is not recorded.
    const bool all_recorded = recorded_ && !here_.empty() && !offer.providers.empty();
    out.exists = all_recorded ? led : either(led, ThreeValued::unknown);
    return out;
}

}  // namespace lotse::analysis

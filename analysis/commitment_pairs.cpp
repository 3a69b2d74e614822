#include "commitment_pairs.hpp"

#include "choices.hpp"
#include "offer_phase.hpp"
#include "seats.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

std::pair<ActorId, ActorId> unordered(ActorId a, ActorId b) {
    return a < b ? std::pair{a, b} : std::pair{b, a};
}

std::vector<Choice> kind_choices(const Network& network, const std::set<TieKind>& kinds) {
    std::vector<Choice> out;
    for (const TieKind kind : kinds) out.push_back(kind_choice(network, kind));
    return out;
}

bool names(const std::vector<Ref<Actor>>& refs, ActorId id) {
    return std::ranges::any_of(refs, [&](const Ref<Actor>& ref) { return *ref == id; });
}

bool takes_part(const Offer& offer, ActorId id) {
    return names(offer.providers, id) || names(offer.funders, id) ||
           (!offer.host.empty() && *offer.host == id);
}

/// There, and neither planned nor only proposed.
bool is_standing(const View& view, ActorId fact) {
    return phase_of(status_on((*view.network)[fact], view.moment())) == Phase::running &&
           is_present(view, fact);
}

class JointProjects {
public:
    explicit JointProjects(const View& view) : view_{view}, seats_{seats(view)}, wholes_{view} {
        constexpr std::array joining{TieKind::participates_in, TieKind::party_to,
                                     TieKind::coordinates, TieKind::accompanies};
        for (const Tie& tie : view.network->ties())
            if (std::ranges::find(joining, tie.kind) != joining.end() && exists(tie, view) &&
                view.network->role_of(*tie.to) == ActorRole::fact && is_standing(view, *tie.to))
                facts_[*tie.from].insert(*tie.to);
        const auto& offers = view.network->offers();
        for (std::size_t i = 0; i < offers.size(); ++i) {
            if (phase_of(offers[i], view.moment()) != Phase::running) continue;
            for (const Ref<Actor>& provider : offers[i].providers) add(i, *provider);
            for (const Ref<Actor>& funder : offers[i].funders) add(i, *funder);
            if (!offers[i].host.empty()) add(i, *offers[i].host);
        }
    }

    std::vector<Choice> of(ActorId jobcenter, ActorId conference,
                           const std::set<TieKind>& firm) const {
        const Network& network = *view_.network;
        std::vector<Choice> out = kind_choices(network, firm);
        for (const Seat& seat : seats_)
            if (seat.actor == jobcenter && is_part(seat.body, conference))
                out.push_back(named(network, seat.body));
        if (const auto mine = facts_.find(jobcenter), theirs = facts_.find(conference);
            mine != facts_.end() && theirs != facts_.end())
            for (const ActorId fact : mine->second)
                if (theirs->second.contains(fact)) out.push_back(named(network, fact));
        if (const auto mine = offers_of_.find(jobcenter); mine != offers_of_.end())
            for (const OfferId id : mine->second)
                if (takes_part(network[id], conference)) out.push_back(named(network, id));
        return out;
    }

private:
    /// The actor takes part in the offer; offers come in their order.
    void add(std::size_t offer, ActorId actor) {
        auto& offers = offers_of_[actor];
        if (offers.empty() || offers.back() != OfferId{offer}) offers.emplace_back(offer);
    }
    bool is_part(ActorId body, ActorId conference) const {
        const auto wholes = wholes_.of(body);
        return std::ranges::find(wholes, conference) != wholes.end();
    }

    const View& view_;
    std::vector<Seat> seats_;
    Wholes wholes_;
    std::map<ActorId, std::set<ActorId>> facts_;
    std::map<ActorId, std::vector<OfferId>> offers_of_;  ///< that run
};

}  // namespace

std::vector<ActorId> present_agreements(const View& view) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    std::vector<ActorId> out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Actor& actor = network.actors()[i];
        if (inside[i] && actor.kind == "agreement" && is_standing(view, ActorId{i}))
            out.emplace_back(i);
    }
    return out;
}

SharedAgreements shared_agreements(const View& view, const std::vector<ActorId>& agreements) {
    std::map<ActorId, std::set<ActorId>> parties;
    for (const ActorId agreement : agreements) parties[agreement];
    for (const Tie& tie : view.network->ties())
        if (tie.kind == TieKind::party_to && exists(tie, view))
            if (const auto it = parties.find(*tie.to); it != parties.end())
                it->second.insert(*tie.from);
    SharedAgreements out;
    for (const auto& [agreement, all] : parties)
        for (auto a = all.begin(); a != all.end(); ++a)
            for (auto b = std::next(a); b != all.end(); ++b) out[{*a, *b}].push_back(agreement);
    return out;
}

std::vector<Commitment::Dyad> tied_pairs(const View& view, const LayerGraph& layer,
                                         const SharedAgreements& shared) {
    const Network& network = *view.network;
    struct Bond {
        std::int64_t ties = 0;
        std::int64_t without_level = 0;
        std::optional<std::int64_t> level;
        std::set<TieKind> kinds;
    };
    std::map<std::pair<ActorId, ActorId>, Bond> bonds;
    for (const TieId id : layer.ties) {
        const Tie& tie = network[id];
        Bond& bond = bonds[unordered(*tie.from, *tie.to)];
        ++bond.ties;
        bond.kinds.insert(tie.kind);
        if (!tie.level) ++bond.without_level;
        bond.level = std::max(bond.level, tie.level);
    }
    std::vector<Commitment::Dyad> out;
    for (const auto& [pair, bond] : bonds) {
        Commitment::Dyad row{pair.first, pair.second};
        if (const auto it = shared.find(pair); it != shared.end())
            for (const ActorId agreement : it->second)
                row.agreements.push_back(named(network, agreement));
        if (!row.agreements.empty() || bond.level == 4)
            row.formality = Formality::formal;
        else if (bond.without_level == 0)
            row.formality = Formality::informal;
        row.level = bond.level;
        row.ties = bond.ties;
        row.multiplexity = static_cast<std::int64_t>(bond.kinds.size());
        row.kinds = kind_choices(network, bond.kinds);
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, {}, [](const Commitment::Dyad& row) {
        return std::tuple{row.formality, -row.level.value_or(-1), -row.multiplexity};
    });
    return out;
}

std::vector<Commitment::Pair> jobcenter_pairs(const View& view) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    std::vector<ActorId> jobcenters;
    std::vector<ActorId> conferences;
    const Wholes wholes{view};
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const ActorId id{i};
        if (!inside[i] || !network.is_partner(id) || !is_present(view, id)) continue;
        if (network[id].kind == "jobcenter" && !is_branch(view, wholes, id))
            jobcenters.push_back(id);
        if (network[id].kind == "health_conference") conferences.push_back(id);
    }
    std::map<std::pair<ActorId, ActorId>, std::vector<const Tie*>> direct;
    for (const Tie& tie : network.ties())
        if (exists(tie, view)) direct[unordered(*tie.from, *tie.to)].push_back(&tie);

    const JointProjects joint{view};
    std::vector<Commitment::Pair> out;
    for (const ActorId jobcenter : jobcenters)
        for (const ActorId conference : conferences) {
            if (!share_area(network, jobcenter, conference)) continue;
            Commitment::Pair row{jobcenter, conference};
            std::set<TieKind> kinds;
            std::set<TieKind> firm;
            if (const auto it = direct.find(unordered(jobcenter, conference)); it != direct.end())
                for (const Tie* tie : it->second) {
                    kinds.insert(tie->kind);
                    if (tie->level.value_or(0) >= 3) firm.insert(tie->kind);
                    row.level = std::max(row.level, tie->level);
                    if (!is_directed(tie->kind) || *tie->to == conference) ++row.to_conference;
                    if (!is_directed(tie->kind) || *tie->to == jobcenter) ++row.to_jobcenter;
                }
            row.kinds = kind_choices(network, kinds);
            row.projects = joint.of(jobcenter, conference, firm);
            row.joint = static_cast<std::int64_t>(row.projects.size());
            out.push_back(std::move(row));
        }
    std::ranges::stable_sort(out, {}, &Commitment::Pair::joint);
    return out;
}

}  // namespace lotse::analysis

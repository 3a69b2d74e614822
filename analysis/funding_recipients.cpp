#include "funding_recipients.hpp"

#include <lotse/model/fee.hpp>

#include "area_index.hpp"
#include "choices.hpp"
#include "offer_pairs.hpp"
#include "offer_phase.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

/// Sums of decimal fractions are not exact.
constexpr double tolerance = 1e-9;

Choice state_of(const Funding::Recipient& row) {
    const double share = row.recorded_share.value_or(0);
    if (share > 1 + tolerance)
        return {"above_one",
                Text{"Widerspruch: zusammen über 100 %", "contradiction: above 100 % in all"}};
    if (row.funders.size() == 1 && share >= 1 - tolerance)
        return {"sole_source", Text{"einer bezahlt alles", "one pays everything"}};
    if (row.without_share > 0)
        return {"shares_not_recorded",
                Text{"Anteile nicht vollständig erfasst", "shares not fully recorded"}};
    if (share < 1 - tolerance)
        return {"rest_not_recorded",
                Text{"wer den Rest zahlt, ist nicht erfasst", "who pays the rest is not recorded"}};
    return {"complete", Text{"mehrere zahlen zusammen alles", "several pay everything together"}};
}

using Ties = std::vector<const Tie*>;

/// One empty topic where no tie names any.
std::vector<std::string> topics_of(const Ties& ties) {
    std::set<std::string> topics;
    for (const Tie* tie : ties) topics.insert(tie->topics.begin(), tie->topics.end());
    if (topics.empty()) return {""};
    return {topics.begin(), topics.end()};
}

Funding::Recipient row_of(const Network& network, ActorId actor, const std::string& topic,
                          const Ties& ties) {
    Funding::Recipient row{actor};
    if (!topic.empty()) row.topic = network.codes().choice("topics", topic);
    std::set<ActorId> funders;
    for (const Tie* tie : ties) {
        if (!tie->topics.empty() && std::ranges::find(tie->topics, topic) == tie->topics.end())
            continue;
        funders.insert(*tie->from);
        if (tie->funding_share)
            row.recorded_share = row.recorded_share.value_or(0) + *tie->funding_share;
        else
            ++row.without_share;
    }
    for (const ActorId funder : funders) row.funders.push_back(named(network, funder));
    row.state = state_of(row);
    return row;
}

/// Who pays one topic in full need not pay the others.
bool one_pays_all(const std::vector<Funding::Recipient>& rows) {
    return std::ranges::all_of(rows, [&](const Funding::Recipient& row) {
        return row.state.key == "sole_source" &&
               row.funders.front().key == rows.front().funders.front().key;
    });
}

bool shares_topic(const Offer& one, const Offer& other) {
    return std::ranges::any_of(one.topics, [&](const std::string& topic) {
        return std::ranges::find(other.topics, topic) != other.topics.end();
    });
}

ThreeValued takes_fee(const Offer& offer) {
    const ThreeValued free = free_of_charge(offer);
    return free == ThreeValued::yes  ? ThreeValued::no
           : free == ThreeValued::no ? ThreeValued::yes
                                     : ThreeValued::unknown;
}

}  // namespace

std::vector<Funding::Recipient> funded_recipients(const View& view) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    std::map<ActorId, Ties> ties;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::funds && exists(tie, view) && inside[(*tie.to).index()])
            ties[*tie.to].push_back(&tie);

    std::vector<Funding::Recipient> out;
    for (const auto& [actor, found] : ties) {
        std::vector<Funding::Recipient> rows;
        for (const std::string& topic : topics_of(found))
            rows.push_back(row_of(network, actor, topic, found));
        const bool whole = one_pays_all(rows);
        for (Funding::Recipient& row : rows) {
            row.one_pays_all = whole;
            if (view.topics.empty() || !row.topic ||
                std::ranges::find(view.topics, row.topic->key) != view.topics.end())
                out.push_back(std::move(row));
        }
    }
    const auto rank = [](const Funding::Recipient& row) {
        return row.state.key == "above_one" ? 0 : row.state.key == "sole_source" ? 1 : 2;
    };
    std::ranges::stable_sort(out, {}, rank);
    return out;
}

std::vector<Funding::FollowOn> follow_ons(const View& view, const std::vector<OfferId>& offers) {
    const Network& network = *view.network;
    AreaIndex nexts{network};
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& next = network.offers()[i];
        if ((next.form == "open_offer" || next.form == "group") &&
            phase_of(next, view.moment()) == Phase::running && !has_lost_providers(view, next))
            nexts.add(i, next);
    }
    std::vector<Funding::FollowOn> out;
    for (const OfferId id : offers) {
        const Offer& course = network[id];
        if (course.form != "course" || free_of_charge(course) != ThreeValued::yes) continue;
        std::array<std::vector<Choice>, 3> found;  // by ThreeValued: fee not recorded, none, fee
        std::optional<double> lowest;
        for (const std::size_t i : nexts.touching(areas_of(network, course))) {
            const Offer& next = network.offers()[i];
            if (!shares_topic(course, next) ||
                (!shared_area(network, course, next) && !is_everywhere(network, next)))
                continue;
            const ThreeValued fee = takes_fee(next);
            found[static_cast<std::size_t>(fee)].push_back({next.key, {next.name, next.name}});
            if (next.fee_eur && *next.fee_eur > 0)
                lowest = std::min(lowest.value_or(*next.fee_eur), *next.fee_eur);
        }
        Funding::FollowOn row{id};
        const auto& [unknown, free, fee] = found;
        if (!free.empty()) {
            row.state = {"free", Text{"kostenfrei weiter möglich", "can go on free of charge"}};
            row.offers = free;
        } else if (!unknown.empty()) {
            row.state = {"fee_not_recorded",
                         Text{"ob es etwas kostet, ist nicht erfasst", "fee not recorded"}};
            row.offers = unknown;
        } else if (!fee.empty()) {
            row.state = {"fee", Text{"nur gegen Entgelt", "only for a fee"}};
            row.offers = fee;
            row.fee_eur = lowest;
        } else {
            row.state = {"not_recorded", Text{"kein Anschluss erfasst", "no follow-on recorded"}};
        }
        out.push_back(std::move(row));
    }
    constexpr std::array<std::string_view, 4> order{"fee", "not_recorded", "fee_not_recorded",
                                                    "free"};
    std::ranges::stable_sort(out, {}, [&](const Funding::FollowOn& row) {
        return std::ranges::find(order, row.state.key) - order.begin();
    });
    return out;
}

}  // namespace lotse::analysis

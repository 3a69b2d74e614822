#include "sustainability_rows.hpp"

#include "choices.hpp"
#include "coverage_evidence.hpp"
#include "offer_phase.hpp"
#include "ranking.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace lotse::analysis {
namespace {

using Ending = Sustainability::Ending;
using Standing = Sustainability::Standing;

std::vector<Choice> all_named(const Network& network, const std::vector<ActorId>& actors) {
    std::vector<Choice> out;
    for (const ActorId id : actors) out.push_back(named(network, id));
    return out;
}

/// With those that have ended: who made it is a fact of the offer.
std::vector<ActorId> providers_of(const Offer& offer) {
    std::vector<ActorId> out;
    for (const Ref<Actor>& provider : offer.providers) out.push_back(*provider);
    return out;
}

bool offer_in_view(const View& view, const Offer& offer) {
    return topic_in_view(view, offer) &&
           (view.areas.empty() || std::ranges::any_of(view.areas, [&](AreaId area) {
                return presence_of(*view.network, offer, area) != Presence::none;
            }));
}

/// nullopt: no end is recorded, it lies further ahead than a year, or nothing has begun yet.
std::optional<Ending> ending_of(const View& view, const std::optional<PartialDate>& since,
                                const std::optional<PartialDate>& end, std::string_view status) {
    const auto reference = view.reference_date();
    const Phase phase = phase_of(status, since, end, view.moment());
    if (phase == Phase::ended) return Ending::ended;
    if (phase == Phase::planned) return std::nullopt;
    if (end && reference && ends_within_a_year(*end, *reference)) return Ending::within_year;
    return std::nullopt;
}

bool tie_in_view(const View& view, const Tie& tie) {
    const bool kind =
        view.kinds.empty() || std::ranges::find(view.kinds, tie.kind) != view.kinds.end();
    const bool topic =
        view.topics.empty() || std::ranges::any_of(tie.topics, [&](const std::string& code) {
            return std::ranges::find(view.topics, code) != view.topics.end();
        });
    return kind && topic && tie.level.value_or(0) >= view.min_level;
}

struct Ended {
    const View& view;
    const Network& network;
    std::vector<Sustainability::EndingRow> rows;

    void add(Choice what, std::string key, std::string name,
             const std::optional<PartialDate>& since, std::optional<PartialDate> end,
             std::string_view status, std::vector<Choice> successors) {
        const auto state = ending_of(view, since, end, status);
        if (state)
            rows.push_back({std::move(what), std::move(key), std::move(name), *state, end,
                            std::move(successors)});
    }
};

std::map<ActorId, std::vector<Choice>> successors(const Network& network) {
    std::map<ActorId, std::vector<Choice>> out;
    for (const Tie& tie : network.ties())
        if (tie.kind == TieKind::successor_of && *tie.from != *tie.to)
            out[*tie.to].push_back(named(network, *tie.from));
    return out;
}

/// Funders of an actor with the shares that are recorded, several ties of one funder together.
struct Funded {
    std::map<ActorId, std::optional<double>> shares;
    std::optional<PartialDate> until;
};

std::map<ActorId, Funded> funded_actors(const View& view) {
    const std::vector<bool> inside = actors_in_view(view);
    std::map<ActorId, Funded> out;
    for (const Tie& tie : view.network->ties()) {
        if (tie.kind != TieKind::funds || !exists(tie, view) || !inside[(*tie.to).index()] ||
            !tie_in_view(view, tie))
            continue;
        Funded& funded = out[*tie.to];
        auto& share = funded.shares[*tie.from];
        if (tie.funding_share) share = share.value_or(0) + *tie.funding_share;
        if (tie.until && (!funded.until || tie.until->latest() < funded.until->latest()))
            funded.until = tie.until;
    }
    return out;
}

constexpr double tolerance = 1e-9;  // of shares typed as decimals

bool is_whole(double share) {
    return std::abs(share - 1) <= tolerance;
}

/// Topics all of whose running offers one funder pays for alone, by the key of that funder.
std::map<std::string, std::vector<Choice>> topics_of_one_funder(
    const Network& network, std::span<const Sustainability::OfferRow> offers) {
    std::map<std::string, std::set<std::string>> funders_of;  // empty: several, or not recorded
    for (const auto& row : offers)
        for (const std::string& topic : network[row.offer].topics)
            funders_of[topic].insert(row.funders.size() == 1 ? row.funders.front().key : "");
    std::map<std::string, std::vector<Choice>> out;
    for (const auto& [topic, funders] : funders_of)
        if (funders.size() == 1 && !funders.begin()->empty())
            out[*funders.begin()].push_back(network.codes().choice("topics", topic));
    return out;
}

/// The rows of `all` that each funder pays for, by the funder's key, in their order.
template <class Row>
std::map<std::string, std::vector<const Row*>> by_funder(std::span<const Row> all) {
    std::map<std::string, std::vector<const Row*>> out;
    for (const Row& row : all)
        for (const Choice& funder : row.funders)
            if (auto& rows = out[funder.key]; rows.empty() || rows.back() != &row)
                rows.push_back(&row);
    return out;
}

}  // namespace

std::vector<Sustainability::EndingRow> ending_rows(const View& view) {
    const Network& network = *view.network;
    const std::vector<bool> inside = actors_in_view(view);
    const auto after = successors(network);
    Ended ended{view, network, {}};
    for (const Offer& offer : network.offers())
        if (offer_in_view(view, offer))
            ended.add({"offer", Text{"Angebot", "Offer"}}, offer.key, offer.name, offer.start,
                      offer.end, offer.status, {});
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const Actor& actor = network.actors()[i];
        if (!inside[i] || actor.kind == "event") continue;
        const auto successor = after.find(ActorId{i});
        ended.add(network.codes().choice("actor_kinds", actor.kind), actor.key, actor.name,
                  actor.since, actor.until, actor.status,
                  successor == after.end() ? std::vector<Choice>{} : successor->second);
    }
    for (const Tie& tie : network.ties()) {
        if (!tie_in_view(view, tie) || !inside[(*tie.from).index()] || !inside[(*tie.to).index()])
            continue;
        // A tie of somebody who has ended ended with them.
        if (!exists(tie, view) && is_in_force(tie, view)) continue;
        const auto& kind = enumerator(tie.kind);
        ended.add({std::string{kind.key}, kind.label}, tie.from.key + ">" + tie.to.key,
                  network[*tie.from].name + " → " + network[*tie.to].name, tie.since, tie.until,
                  tie.status, {});
    }
    std::ranges::stable_sort(ended.rows, [](const auto& a, const auto& b) {
        if (a.state != b.state) return a.state < b.state;
        const auto day = [](const auto& row) {
            return row.end ? row.end->latest() : std::chrono::sys_days::min();
        };
        return a.state == Ending::ended ? day(a) > day(b) : day(a) < day(b);
    });
    return std::move(ended.rows);
}

std::vector<Sustainability::OfferRow> standing_rows(const View& view) {
    const Network& network = *view.network;
    const auto reference = view.reference_date();
    std::vector<Sustainability::OfferRow> out;
    for (std::size_t i = 0; i < network.offers().size(); ++i) {
        const Offer& offer = network.offers()[i];
        if (phase_of(offer, view.moment()) != Phase::running || !offer_in_view(view, offer))
            continue;
        Sustainability::OfferRow row{OfferId{i}, Standing::usable, offer.end,
                                     all_named(network, funders_now(view, offer)),
                                     all_named(network, providers_of(offer))};
        if (offer.end && reference && ends_within_a_year(*offer.end, *reference))
            row.standing = Standing::ending;
        else if (offer_status(offer, view.moment()) != "active" || has_lost_providers(view, offer))
            row.standing = Standing::unclear;
        else if (offer.end)
            row.standing = Standing::limited;
        else if (has_lost_funders(view, offer))
            row.standing = Standing::funder_gone;
        else if (row.funders.empty())
            row.standing = Standing::no_funder;
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, {}, &Sustainability::OfferRow::standing);
    return out;
}

std::vector<Sustainability::FundedRow> funded_rows(const View& view) {
    const Network& network = *view.network;
    std::vector<Sustainability::FundedRow> out;
    for (const auto& [actor, funded] : funded_actors(view)) {
        Sustainability::FundedRow row{actor, {}, ThreeValued::unknown, {}, {}, {}, funded.until};
        std::vector<double> shares;
        for (const auto& [funder, share] : funded.shares) {
            row.funders.push_back(named(network, funder));
            if (!share) continue;
            shares.push_back(*share);
            row.recorded_share = row.recorded_share.value_or(0) + *share;
        }
        if (const auto range = concentration(shares)) {
            row.hhi_least = range->least;
            row.hhi_most = range->most;
        }
        if (funded.shares.size() > 1)
            row.sole = ThreeValued::no;
        else if (row.recorded_share && is_whole(*row.recorded_share))
            row.sole = ThreeValued::yes;
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, [](const auto& a, const auto& b) {
        return rank_value(a.hhi_least).value_or(-1) > rank_value(b.hhi_least).value_or(-1);
    });
    return out;
}

std::vector<Sustainability::FunderRow> funder_rows(
    const View& view, std::span<const Sustainability::OfferRow> offers,
    std::span<const Sustainability::FundedRow> funded) {
    const Network& network = *view.network;
    auto offers_of = by_funder(offers);
    auto actors_of = by_funder(funded);
    auto topics_of = topics_of_one_funder(network, offers);
    std::vector<Sustainability::FunderRow> out;
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const std::string& key = network.actors()[i].key;
        Sustainability::FunderRow row{ActorId{i}, 0, 0, 0, 0, {}, {}};
        for (const Sustainability::OfferRow* offer : offers_of[key]) {
            ++row.offers;
            if (offer->funders.size() > 1) continue;
            ++row.sole_offers;
            row.at_stake.push_back(named(network, offer->offer));
        }
        for (const Sustainability::FundedRow* actor : actors_of[key]) {
            ++row.actors;
            if (actor->sole != ThreeValued::yes) continue;
            ++row.sole_actors;
            row.at_stake.push_back(named(network, actor->actor));
        }
        if (row.offers + row.actors == 0) continue;
        row.topics = topics_of[key];
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, std::greater{}, [](const auto& row) {
        return std::tuple{row.sole_offers + row.sole_actors, row.offers + row.actors};
    });
    return out;
}

std::optional<Concentration> concentration(std::span<const double> shares) {
    double sum = 0;
    Concentration out;
    for (const double share : shares) {
        sum += share;
        out.least += share * share;
    }
    if (shares.empty() || sum > 1 + tolerance) return std::nullopt;
    const double rest = is_whole(sum) ? 0 : 1 - sum;
    out.most = out.least + rest * rest;
    return out;
}

std::optional<double> concentration(std::span<const Sustainability::OfferRow> offers) {
    std::map<std::string, double> parts;
    double whole = 0;
    for (const auto& row : offers) {
        for (const Choice& funder : row.funders)
            parts[funder.key] += 1.0 / static_cast<double>(row.funders.size());
        if (!row.funders.empty()) ++whole;
    }
    if (whole == 0) return std::nullopt;
    double out = 0;
    for (const auto& [funder, part] : parts) out += (part / whole) * (part / whole);
    return out;
}

}  // namespace lotse::analysis

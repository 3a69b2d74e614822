#include "evaluation_facts.hpp"

#include "choices.hpp"
#include "seats.hpp"

#include <algorithm>

namespace lotse::analysis {
namespace {

bool speaks_of(const Tie& tie, const Offer& offer) {
    if (tie.topics.empty()) return true;
    return std::ranges::any_of(tie.topics, [&](const std::string& topic) {
        return std::ranges::find(offer.topics, topic) != offer.topics.end();
    });
}

/// A word that the list does not know ("läuft ab") may mean either.
std::optional<Choice> certificate(const Network& network, const Offer& offer) {
    const Code* known = network.codes().list("certifications")->find(offer.certified);
    if (!known) return std::nullopt;
    return Choice{known->code, known->label};
}

}  // namespace

EvaluationFacts::EvaluationFacts(const View& view) : view_{view} {
    for (const Tie& tie : view.network->ties()) {
        // Who evaluated stays a fact when the evaluation or one of the two has ended.
        const bool has_begun =
            phase_of(tie.status) != Phase::planned && !is_ahead(tie.since, view.at);
        if (tie.kind == TieKind::evaluates && *tie.from != *tie.to && has_begun) {
            evaluators_of_[*tie.to].insert(*tie.from);
            evaluated_by_[*tie.from].insert(*tie.to);
        }
        if (!exists(tie, view)) continue;
        if (tie.kind == TieKind::funds) funders_of_[*tie.to].insert(*tie.from);
        if (tie.kind == TieKind::participates_in && (*view.network)[*tie.to].kind == "programme") {
            programmes_of_[*tie.from].insert(*tie.to);
            participants_of_[*tie.to].insert(*tie.from);
        }
        if (tie.kind == TieKind::refers_to) referrals_to_[*tie.to].push_back(&tie);
    }
}

const EvaluationFacts::Actors& EvaluationFacts::at(const std::map<ActorId, Actors>& map,
                                                   ActorId id) const {
    const auto it = map.find(id);
    return it == map.end() ? none_ : it->second;
}

std::vector<Choice> EvaluationFacts::named(const Actors& actors) const {
    std::vector<Choice> out;
    for (const ActorId id : actors) out.push_back(analysis::named(*view_.network, id));
    return out;
}

Evaluation::OfferRow EvaluationFacts::row(OfferId id) const {
    const Network& network = *view_.network;
    const Offer& offer = network[id];
    Actors evaluators;
    Actors through;
    Actors funders;
    Evaluation::OfferRow out{id};
    for (const Ref<Actor>& provider : offer.providers) {
        evaluators.merge(Actors{at(evaluators_of_, *provider)});
        for (const ActorId programme : at(programmes_of_, *provider)) {
            if (at(evaluators_of_, programme).empty()) continue;
            through.insert(programme);
            evaluators.merge(Actors{at(evaluators_of_, programme)});
        }
        const auto referrals = referrals_to_.find(*provider);
        if (referrals == referrals_to_.end()) continue;
        for (const Tie* tie : referrals->second) {
            if (!speaks_of(*tie, offer)) continue;
            ++out.referrals;
            if (tie->feedback == ThreeValued::yes) ++out.with_feedback;
            if (tie->feedback == ThreeValued::unknown) ++out.feedback_not_recorded;
        }
    }
    for (const Actors* group : {&evaluators, &through})
        for (const ActorId funded : *group) funders.merge(Actors{at(funders_of_, funded)});
    out.evaluated = offer.evaluated;
    for (const std::string& topic : offer.topics)
        out.topics.push_back(network.codes().choice("topics", topic));
    out.evaluators = named(evaluators);
    out.through = named(through);
    out.funders = named(funders);
    out.certified = certificate(network, offer);
    out.as_of = offer.as_of;
    return out;
}

std::vector<Evaluation::ProgrammeRow> EvaluationFacts::programmes() const {
    const Network& network = *view_.network;
    const std::vector<bool> inside = actors_in_view(view_);
    std::vector<Evaluation::ProgrammeRow> out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const ActorId id{i};
        if (!inside[i] || network[id].kind != "programme" || !is_present(view_, id)) continue;
        const Actors& evaluators = at(evaluators_of_, id);
        out.push_back({id, evaluators.empty() ? ThreeValued::unknown : ThreeValued::yes,
                       named(evaluators), named(at(funders_of_, id)),
                       static_cast<std::int64_t>(at(participants_of_, id).size())});
    }
    std::ranges::stable_sort(out, {}, &Evaluation::ProgrammeRow::evaluated);
    return out;
}

std::vector<Evaluation::Evaluator> EvaluationFacts::evaluators() const {
    const Network& network = *view_.network;
    const std::vector<bool> inside = actors_in_view(view_);
    std::vector<Evaluation::Evaluator> out;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const ActorId id{i};
        const Actors& evaluated = at(evaluated_by_, id);
        const bool could = network[id].kind == "research" || !evaluated.empty();
        if (inside[i] && could && network.is_partner(id) && is_present(view_, id))
            out.push_back({id, std::nullopt, named(evaluated)});
    }
    return out;
}

}  // namespace lotse::analysis

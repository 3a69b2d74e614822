/// What ties say about evaluations: who evaluates whom, who pays, who refers with feedback.
#ifndef LOTSE_ANALYSIS_EVALUATION_FACTS_HPP
#define LOTSE_ANALYSIS_EVALUATION_FACTS_HPP

#include <lotse/analysis/evaluation.hpp>

#include <map>
#include <set>

namespace lotse::analysis {

/// The existing ties that matter, by the actor they lead to or come from.
class EvaluationFacts {
public:
    explicit EvaluationFacts(const View& view);

    /// What is recorded around an offer; its own column `evaluated` is copied.
    Evaluation::OfferRow row(OfferId offer) const;

    /// Programmes in view.
    std::vector<Evaluation::ProgrammeRow> programmes() const;

    /// Research and whoever evaluates something, with what they evaluate, in view.
    std::vector<Evaluation::Evaluator> evaluators() const;

private:
    using Actors = std::set<ActorId>;

    const Actors& at(const std::map<ActorId, Actors>& map, ActorId id) const;
    std::vector<Choice> named(const Actors& actors) const;

    const View& view_;
    std::map<ActorId, Actors> evaluators_of_;
    std::map<ActorId, Actors> evaluated_by_;
    std::map<ActorId, Actors> funders_of_;
    std::map<ActorId, Actors> programmes_of_;
    std::map<ActorId, Actors> participants_of_;
    std::map<ActorId, std::vector<const Tie*>> referrals_to_;
    Actors none_;
};

}  // namespace lotse::analysis

#endif

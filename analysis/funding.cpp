#include <lotse/analysis/funding.hpp>

#include "choices.hpp"
#include "erase.hpp"
#include "funding_recipients.hpp"
#include "funding_rules.hpp"
#include "offer_pairs.hpp"
#include "offer_phase.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>

namespace lotse::analysis {
namespace {

/// How the recorded funders of an offer stand, what to look at first first.
enum class FunderState {
    no_instrument,
    funder_gone,
    not_decidable,
    not_recorded,
    conditional,
    fits
};

constexpr auto enumerators(FunderState) {
    using enum FunderState;
    return std::array{
        Enumerator{no_instrument,
                   "no_instrument",
                   {"kein Instrument des Geldgebers passt", "no instrument of the funder fits"}},
        Enumerator{funder_gone, "funder_gone", {"Geldgeber weggefallen", "funder no longer there"}},
        Enumerator{not_decidable, "not_decidable", {"nicht entscheidbar", "not decidable"}},
        Enumerator{not_recorded, "not_recorded", {"Geldgeber nicht erfasst", "not recorded"}},
        Enumerator{conditional, "conditional", {"passt unter Bedingung", "fits on condition"}},
        Enumerator{fits, "fits", {"passt", "fits"}},
    };
}

template <Enumerated E>
Choice choice_of(E value) {
    return {std::string{enumerator(value).key}, enumerator(value).label};
}

std::optional<Choice> choice_in(const Network& network, std::string_view list,
                                const std::string& code) {
    if (code.empty()) return std::nullopt;
    return network.codes().choice(list, code);
}

Result<std::vector<OfferId>> chosen(const View& view, const Funding::Options& options,
                                    const std::vector<OfferId>& in_view) {
    if (options.offer.empty()) return in_view;
    std::vector<OfferId> out;
    for (const std::string& key : options.offer) {
        const auto id = view.network->find_offer(key);
        if (!id)
            return Error{ErrorKind::usage, message({"--offer: Ein Angebot „{}“ gibt es nicht.",
                                                    "--offer: there is no offer '{}'."},
                                                   {key})};
        out.push_back(*id);
    }
    return out;
}

/// One offer against all instruments, and its funders against theirs.
class OfferCheck {
public:
    OfferCheck(const View& view, const std::vector<Instrument>& list, OfferId offer)
        : network_{*view.network},
          list_{list},
          offer_{offer},
          funders_{funders_now(view, network_[offer])},
          funder_gone_{has_lost_funders(view, network_[offer])} {
        for (const Instrument& instrument : list)
            verdicts_.push_back(
                judge(network_, instrument, network_[offer], view.reference_date()));
    }

    const std::vector<FundingVerdict>& verdicts() const { return verdicts_; }

    Funding::Row row() const {
        const Offer& offer = network_[offer_];
        Funding::Row out{offer_};
        out.evaluated = offer.evaluated;
        FunderState state = funder_gone_       ? FunderState::funder_gone
                            : funders_.empty() ? FunderState::not_recorded
                                               : FunderState::fits;
        for (const ActorId funder : funders_) {
            out.funders.push_back(named(network_, funder));
            state = std::min(state, add_funder(out, funder));
        }
        out.state = choice_of(state);
        for (std::size_t i = 0; i < list_.size(); ++i) {
            if (verdicts_[i].state == Fundability::not_decidable) ++out.undecided;
            if (verdicts_[i].state > Fundability::conditional) continue;
            if (!makes_no_demand(list_[i])) ++out.options;
            if (list_[i].evaluation) out.evaluation.push_back(list_[i].choice);
        }
        return out;
    }

private:
    FunderState add_funder(Funding::Row& row, ActorId funder) const {
        std::optional<Fundability> best;  // nullopt: the list has no instrument of the circle
        for (std::size_t i = 0; i < list_.size(); ++i) {
            if (!may_pay(network_, list_[i], funder)) continue;
            best = std::min(best.value_or(verdicts_[i].state), verdicts_[i].state);
            if (verdicts_[i].state <= Fundability::conditional)
                add_once(row.instruments, list_[i].choice);
        }
        const Fundability state = best.value_or(Fundability::not_decidable);
        if (state > Fundability::conditional) row.to_check.push_back(named(network_, funder));
        switch (state) {
            case Fundability::allowed: return FunderState::fits;
            case Fundability::conditional: return FunderState::conditional;
            case Fundability::not_decidable: return FunderState::not_decidable;
            case Fundability::not_allowed: return FunderState::no_instrument;
        }
        return FunderState::not_decidable;
    }

    const Network& network_;
    const std::vector<Instrument>& list_;
    OfferId offer_;
    std::vector<ActorId> funders_;  ///< without those that have ended
    bool funder_gone_ = false;
    std::vector<FundingVerdict> verdicts_;
};

void count(Funding::Findings& findings, const Funding::Row& row) {
    const auto state = *from_key<FunderState>(row.state.key);
    ++(state == FunderState::fits            ? findings.fits
       : state == FunderState::conditional   ? findings.conditional
       : state == FunderState::not_recorded  ? findings.not_recorded
       : state == FunderState::funder_gone   ? findings.funder_gone
       : state == FunderState::not_decidable ? findings.unclear
                                             : findings.no_instrument);
    if (row.funders.size() == 1) ++findings.one_funder;
}

void count(Funding::Rule& rule, Fundability state) {
    ++(state == Fundability::allowed         ? rule.allowed
       : state == Fundability::conditional   ? rule.conditional
       : state == Fundability::not_decidable ? rule.not_decidable
                                             : rule.not_allowed);
}

Funding::Rule rule_of(const Network& network, const Instrument& instrument) {
    Funding::Rule out{instrument.choice};
    out.circle = choice_in(network, "legal_circles", instrument.circle);
    out.basis = choice_in(network, "legal_bases", instrument.basis);
    out.condition = instrument.condition;
    out.max_share = instrument.max_share;
    out.valid_from = instrument.valid_from;
    out.valid_until = instrument.valid_until;
    out.source = instrument.source;
    out.as_of = parse_partial_date(instrument.as_of);
    return out;
}

}  // namespace

Info Funding::info() {
    return {"funding",
            "A19",
            Theme::governance,
            {"Finanzierungs-Check", "Funding check"},
            {"Wer darf welches Angebot bezahlen, passt das zu den erfassten Geldgebern, und was "
             "hängt an einem einzigen?",
             "Who may pay for which offer, does that fit the recorded funders, and what hangs on a "
             "single one?"},
            "lotse, QUESTIONS A19: rule table funding_instruments, each row with source and date"};
}

Result<Funding::Findings> Funding::run(const View& view, const Options& options) {
    const Network& network = *view.network;
    const OffersInView selection = offers_in_view(view);
    const auto offers = chosen(view, options, selection.offers);
    if (!offers) return offers.error();
    const std::vector<Instrument> list = instruments(network);

    Findings out;
    out.selection =
        options.offer.empty()
            ? offer_notes(view, selection)
            : std::vector<Message>{message({"Betrachtet: {}, nur die Angebote von --offer.",
                                            "Looked at: {}, only the offers of --offer."},
                                           {place_of_table("offers")})};
    out.offer_count = static_cast<std::int64_t>(offers->size());
    for (const Instrument& instrument : list) {
        out.rules.push_back(rule_of(network, instrument));
        if (makes_no_demand(instrument) && options.all == Flag::off)
            out.without_demands.push_back(instrument.choice);
    }
    for (const OfferId offer : *offers) {
        const OfferCheck check{view, list, offer};
        for (std::size_t i = 0; i < list.size(); ++i) {
            const FundingVerdict& verdict = check.verdicts()[i];
            count(out.rules[i], verdict.state);
            if (verdict.state == Fundability::not_allowed && options.all == Flag::off) {
                ++out.hidden_options;
                continue;
            }
            if (makes_no_demand(list[i]) && options.all == Flag::off) continue;
            out.options.push_back(
                {offer, list[i].choice, choice_of(verdict.state), verdict.missing, verdict.against,
                 choice_in(network, "legal_bases", list[i].basis), list[i].max_share});
        }
        out.offers.push_back(check.row());
        count(out, out.offers.back());
    }
    std::ranges::stable_sort(out.offers, {},
                             [](const Row& row) { return *from_key<FunderState>(row.state.key); });
    std::ranges::stable_sort(out.options, {}, [](const Option& option) {
        return std::pair{option.offer, *from_key<Fundability>(option.state.key)};
    });
    out.recipients = funded_recipients(view);
    std::set<ActorId> sole;
    std::set<ActorId> above_one;
    for (const Recipient& row : out.recipients) {
        if (row.one_pays_all) sole.insert(row.actor);
        if (row.state.key == "above_one") above_one.insert(row.actor);
    }
    out.sole_source = std::ssize(sole);
    out.contradictions = std::ssize(above_one);
    out.follow_ons = follow_ons(view, *offers);
    out.fee_barriers = std::ranges::count(out.follow_ons, "fee",
                                          [](const FollowOn& row) { return row.state.key; });
    return out;
}

Entry Funding::entry() {
    return erase<Funding>();
}

}  // namespace lotse::analysis

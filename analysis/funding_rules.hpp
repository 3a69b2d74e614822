/// The funding instruments of the code list, and what they say about one offer. Data, not law.
#ifndef LOTSE_ANALYSIS_FUNDING_RULES_HPP
#define LOTSE_ANALYSIS_FUNDING_RULES_HPP

#include <lotse/model/network.hpp>

#include <set>

namespace lotse::analysis {

/// From best to worst.
enum class Fundability { allowed, conditional, not_decidable, not_allowed };

constexpr auto enumerators(Fundability) {
    using enum Fundability;
    return std::array{
        Enumerator{allowed, "allowed", {"möglich", "allowed"}},
        Enumerator{conditional, "conditional", {"unter Bedingung", "allowed on condition"}},
        Enumerator{not_decidable, "not_decidable", {"nicht entscheidbar", "not decidable"}},
        Enumerator{not_allowed, "not_allowed", {"nicht möglich", "not allowed"}},
    };
}

/// A row of datasets/codes/funding_instruments.csv. An empty list makes no demand.
struct Instrument {
    Choice choice;
    std::string circle;               ///< legal circle of who pays
    std::string basis;                ///< code list legal_bases; empty: none
    std::optional<Fundability> best;  ///< if every demand is met; nullopt: no rule is recorded
    std::vector<std::string> forms;
    std::vector<std::string> topics;     ///< at least one of these
    std::vector<std::string> targets;    ///< at least one of these
    std::vector<std::string> legal;      ///< circles of the participants, at least one of these
    std::vector<std::string> providers;  ///< kinds, at least one of these
    std::vector<std::string> funders;    ///< kinds of who pays
    std::string certified;
    bool voluntary = false;           ///< only voluntary offers
    bool evaluation = false;          ///< may pay for an evaluation too
    std::optional<double> max_share;  ///< largest share of health promotion in a measure
    Message condition;                ///< what people have to check
    std::optional<PartialDate> valid_from;
    std::optional<PartialDate> valid_until;
    std::string source;
    std::string as_of;
};

/// In the order of the list, those of the network's own codes last.
std::vector<Instrument> instruments(const Network& network);

/// In force on the day; without a day, if no end is recorded.
bool in_force(const Instrument& instrument, const std::optional<PartialDate>& day);

/// The rule asks nothing of an offer: any fits.
bool makes_no_demand(const Instrument& instrument);

/// What an instrument says about an offer.
struct FundingVerdict {
    Fundability state = Fundability::not_decidable;
    std::vector<Choice> missing;  ///< columns of the offer that would decide and are not recorded
    std::vector<Choice> against;  ///< columns of the offer that do not fit
};

/// A recorded field that does not fit decides against; one that is not recorded, or holds a word
/// that its list does not know, leaves it open.
FundingVerdict judge(const Network& network, const Instrument& instrument, const Offer& offer,
                     const std::optional<PartialDate>& day);

/// The actor may pay by this instrument: circle and kind fit.
bool may_pay(const Network& network, const Instrument& instrument, ActorId funder);

}  // namespace lotse::analysis

#endif

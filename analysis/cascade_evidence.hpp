/// What the stages of the cascade rest on: where an offer comes into question, and who leads there.
#ifndef LOTSE_ANALYSIS_CASCADE_EVIDENCE_HPP
#define LOTSE_ANALYSIS_CASCADE_EVIDENCE_HPP

#include "acceptability.hpp"
#include "area_index.hpp"
#include "supply.hpp"

#include <map>
#include <unordered_map>

namespace lotse::analysis {

/// Offers that are open or may be, in canonical order.
std::vector<OpenOffer> candidates(const Supply& supply);

/// Offers as seen from one area at a time.
class OffersInReach {
public:
    /// Precondition: the offers outlive this; their places are `places`.
    OffersInReach(const View& view, const TravelRules& rules, std::span<const OpenOffer> offers,
                  std::vector<TravelPlace> places);

    void start_from(AreaId area);
    /// Of an offer by index: within the threshold.
    ThreeValued reachable(std::size_t offer) const;
    /// In the Kreis of the area (in the area itself where its Kreis is not recorded), recorded for
    /// it, online, or within the threshold.
    bool in_question(std::size_t offer) const;

private:
    const std::vector<bool>& present_in(AreaId home);

    const Network& network_;
    std::span<const OpenOffer> offers_;
    AreaIndex offers_at_;
    TravelWays ways_;
    std::vector<ThreeValued> reachable_;
    const std::vector<bool>* present_ = nullptr;
    std::map<AreaId, std::vector<bool>> by_home_;
};

/// Whether and how somebody leads people of an area to an offer.
struct Contact {
    ThreeValued exists = ThreeValued::unknown;
    ThreeValued feedback = ThreeValued::unknown;  ///< of any tie that leads there
};

/// Jobcenters and agencies and the referrals that are recorded of them. A paused referral leads
/// nowhere; whether one of unknown status does is not known.
class Gatekeepers {
public:
    explicit Gatekeepers(const View& view);

    void start_from(AreaId area);
    Contact to(const Offer& offer, std::string_view topic) const;
    /// Those that serve the area.
    std::span<const ActorId> here() const noexcept { return here_; }

private:
    const View& view_;
    std::vector<ActorId> all_;
    std::map<ActorId, std::vector<TieId>> referrals_;
    /// By whom they refer to, of those of which it is not recorded where they work: perhaps here.
    std::map<ActorId, std::vector<TieId>> from_anywhere_;
    std::vector<ActorId> here_;
    bool recorded_ = false;  ///< there are referrals of those here
    std::unordered_map<std::size_t, std::vector<TieId>> referrals_to_;  ///< of those here
};

}  // namespace lotse::analysis

#endif

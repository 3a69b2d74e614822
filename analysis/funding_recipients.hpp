/// The parts of the funding analysis that look at providers and at what follows a course.
#ifndef LOTSE_ANALYSIS_FUNDING_RECIPIENTS_HPP
#define LOTSE_ANALYSIS_FUNDING_RECIPIENTS_HPP

#include <lotse/analysis/funding.hpp>

namespace lotse::analysis {

/// Contradictions first, then what one funder pays alone. O(ties x topics).
std::vector<Funding::Recipient> funded_recipients(const View& view);

/// Free courses among the offers, those that a fee follows first. O(offers^2).
std::vector<Funding::FollowOn> follow_ons(const View& view, const std::vector<OfferId>& offers);

}  // namespace lotse::analysis

#endif

/// Where and for whom offers are, one offer beside another or beside the view.
#ifndef LOTSE_ANALYSIS_OFFER_PAIRS_HPP
#define LOTSE_ANALYSIS_OFFER_PAIRS_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

/// Its areas and those of its venues. Empty: not recorded, or online for everybody.
std::vector<AreaId> areas_of(const Network& network, const Offer& offer);

/// Online without areas: it can be reached from everywhere.
bool is_everywhere(const Network& network, const Offer& offer);

/// An area of both, else the smaller of two areas one of which holds the other; nullopt: none.
std::optional<AreaId> shared_area(const Network& network, const Offer& one, const Offer& other);

/// Not ended on the reference date: neither by its status nor by its end.
bool is_current(const View& view, const Offer& offer);

/// It reaches an area of the view and has a topic, target group and legal circle of the view;
/// an offer that does not record what is asked for is not in view and counted by `not_recorded`.
struct OffersInView {
    std::vector<OfferId> offers;    ///< current ones in canonical order
    std::int64_t ended = 0;         ///< in view, but ended
    std::int64_t not_recorded = 0;  ///< a field that is asked for is not recorded
};
OffersInView offers_in_view(const View& view);

/// The same, ended ones included.
std::vector<OfferId> offers_of_view(const View& view);

/// Sentences about what was left out.
std::vector<Message> offer_notes(const View& view, const OffersInView& selection);

}  // namespace lotse::analysis

#endif

/// The status of an offer on a date, for everything that a person sees of it.
#ifndef LOTSE_VIZ_OFFER_STATUS_HPP
#define LOTSE_VIZ_OFFER_STATUS_HPP

#include <lotse/model/network.hpp>

#include <optional>
#include <string_view>

namespace lotse::viz {

/// As its dates have it: "ended" when it is over, "planned" before its start, else as recorded,
/// which may be empty or a word that no list knows. Without a date only the recorded status counts.
std::string_view offer_status(const Offer& offer, const std::optional<PartialDate>& date);

}  // namespace lotse::viz

#endif

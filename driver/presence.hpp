/// Who and what is there on the date of a view, as the analyses count it.
#ifndef LOTSE_DRIVER_PRESENCE_HPP
#define LOTSE_DRIVER_PRESENCE_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::driver {

inline bool is_there(const analysis::View& view, const Actor& actor) {
    return status_on(actor, view.moment()) != "ended" && view.counts(actor.since, actor.until);
}

/// The offer has neither ended nor does it lie ahead, as far as is recorded.
inline bool runs(const analysis::View& view, const Offer& offer) {
    return phase_of(offer, view.moment()) == Phase::running;
}

}  // namespace lotse::driver

#endif

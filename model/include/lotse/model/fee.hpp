/// What the two columns on cost of an offer say together.
#ifndef LOTSE_MODEL_FEE_HPP
#define LOTSE_MODEL_FEE_HPP

#include <lotse/model/offer.hpp>

namespace lotse {

/// No: recorded as not free, or a fee above 0 is. Yes: recorded as free, or a fee of 0 is.
inline ThreeValued free_of_charge(const Offer& offer) {
    if (offer.free == ThreeValued::no || offer.fee_eur.value_or(0) > 0) return ThreeValued::no;
    if (offer.free == ThreeValued::yes || offer.fee_eur) return ThreeValued::yes;
    return ThreeValued::unknown;
}

}  // namespace lotse

#endif

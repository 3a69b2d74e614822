/// What a cost option of HSDS costs.
#ifndef LOTSE_IO_HSDS_AMOUNT_HPP
#define LOTSE_IO_HSDS_AMOUNT_HPP

#include "hsds_rows.hpp"

namespace lotse::io::hsds {

/// The error of an amount in euro that the fee of an offer would not take, at its own cell: there
/// people look for it, not in the table of services.
std::optional<Issue> faulty_amount(const ReadTable& costs, const ReadRow& row);

}  // namespace lotse::io::hsds

#endif

/// What the dates of rows give away: rows that grew old, a newest date that stands alone, and ends
/// that mean none.
#ifndef LOTSE_MODEL_DATE_CHECKS_HPP
#define LOTSE_MODEL_DATE_CHECKS_HPP

#include "build_log.hpp"

namespace lotse {

/// Latest `as_of` of any row.
std::optional<PartialDate> newest_date(const NetworkTables& tables);

/// Warns of them, without a clock: a date is measured by the others of the network.
void check_dates(const NetworkTables& tables, BuildLog& log);

}  // namespace lotse

#endif

/// Rules that the table `codes` of a network sets: a value that no analysis can use is told.
#ifndef LOTSE_MODEL_OWN_RULES_HPP
#define LOTSE_MODEL_OWN_RULES_HPP

#include <lotse/model/codebook.hpp>
#include <lotse/model/governance.hpp>

#include "build_log.hpp"

#include <span>

namespace lotse {

/// Warns of numbers and codes that are missing, unreadable or out of bounds. A row that changes a
/// code of the program is seen with what the program sets for it. Precondition: `codes` holds the
/// rows.
void warn_unusable_rules(std::span<const OwnCode> own, const Codebook& codes, BuildLog& log);

}  // namespace lotse

#endif

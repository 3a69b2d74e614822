/// The code lists of one network: those of the program, extended by its `codes` table.
#ifndef LOTSE_MODEL_OWN_CODES_HPP
#define LOTSE_MODEL_OWN_CODES_HPP

#include <lotse/model/codebook.hpp>
#include <lotse/model/governance.hpp>

#include <span>

namespace lotse {

/// Rows that name a list nobody knows, or one whose codes the program branches on, are left out.
Codebook extended_codebook(std::span<const OwnCode> own);

/// Lists of enums: their labels may be changed, but no code can be added.
bool is_fixed_list(std::string_view name);

}  // namespace lotse

#endif

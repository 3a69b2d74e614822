/// Text that a spreadsheet would run as a formula, and the leading quote that keeps it text.
#ifndef LOTSE_BASE_FORMULA_HPP
#define LOTSE_BASE_FORMULA_HPP

#include <string>
#include <string_view>

namespace lotse {

/// The text begins with = + - @, tab, CR or one of the full-width forms, behind any quotes: it
/// needs one more quote, which a reader takes off again.
bool starts_formula(std::string_view text) noexcept;

/// The text with that quote where it needs one.
std::string guarded_formula(std::string text);

/// The text has such a quote: what follows its first character starts a formula.
bool is_guarded_formula(std::string_view text) noexcept;

}  // namespace lotse

#endif

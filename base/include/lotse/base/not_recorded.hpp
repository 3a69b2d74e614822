/// How people write in a cell that something is not known.
#ifndef LOTSE_BASE_NOT_RECORDED_HPP
#define LOTSE_BASE_NOT_RECORDED_HPP

#include <string_view>

namespace lotse {

/// "unbekannt", "unknown", "k. A.", "keine Angabe" and the like: words that stand for an empty cell
/// wherever a value is chosen from a list. False for the empty text.
bool says_not_recorded(std::string_view text);

/// "-", "?", "n/a", "NA", "null" and the like: signs, and what programs write for a missing value.
/// They may also mean "none" or "to be settled", so whoever reads them as an empty cell says so.
bool may_say_not_recorded(std::string_view text);

/// "NA", "N/A", "NaN", "null" and the like, spelt as programs do: hardly a name.
bool is_missing_value(std::string_view text);

}  // namespace lotse

#endif

/// How people write in a cell that something is not known.
#ifndef LOTSE_BASE_NOT_RECORDED_HPP
#define LOTSE_BASE_NOT_RECORDED_HPP

#include <string_view>

namespace lotse {

/// "unbekannt", "unknown", "k. A.", "keine Angabe" and the like: words that stand for an empty cell
/// wherever a value is chosen from a list. False for the empty text.
bool says_not_recorded(std::string_view text);

}  // namespace lotse

#endif

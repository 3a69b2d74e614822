/// Keys under which spellings coincide that look alike.
#ifndef LOTSE_BASE_LOOK_ALIKE_HPP
#define LOTSE_BASE_LOOK_ALIKE_HPP

#include <string>
#include <string_view>

namespace lotse::unicode {

/// As confusable_key (unicode.hpp), but by the letters as they stand, capital or not: "KI" and
/// "Kl", "AOK" and "A0K", "VHS" with a Cyrillic letter; wide letters are the usual ones (NFKC).
std::string confusable_spelling(std::string_view utf8);

}  // namespace lotse::unicode

#endif

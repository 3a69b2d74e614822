/// Signs that change what a word says: "ja?" is not "ja".
#ifndef LOTSE_BASE_TELLING_SIGNS_HPP
#define LOTSE_BASE_TELLING_SIGNS_HPP

#include <string_view>

namespace lotse::unicode {

/// A question mark of any script.
bool holds_question_mark(std::string_view utf8) noexcept;

/// match_key passes over signs that change what a word says ("ja?", "-ja", "(nein)", "nein!"): a
/// question or exclamation mark anywhere, and any sign around the text but one full stop or colon
/// behind it and brackets that it opens itself. Also true where there is no letter or digit.
bool has_telling_signs(std::string_view utf8);

}  // namespace lotse::unicode

#endif

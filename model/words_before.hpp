/// What the words before a number say about it: whose it is, or that it is that of a house.
/// Internal to the recognition of identifiers.
#ifndef LOTSE_MODEL_WORDS_BEFORE_HPP
#define LOTSE_MODEL_WORDS_BEFORE_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse::privacy {

/// `before` is the text up to the number, in lower case: "tn-nr.", "kund*in", "frau m.", but not
/// "yoga für arbeitslose".
bool announces_client(std::string_view before);

std::vector<std::string> split_at_blanks(std::string_view text);

/// "am lindenweg", but not "herr imhof".
bool ends_in_street(std::string_view before);

}  // namespace lotse::privacy

#endif

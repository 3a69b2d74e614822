/// What words of a directory may mean, for the map that is proposed.
#ifndef LOTSE_IO_COLUMN_MAP_WORDS_HPP
#define LOTSE_IO_COLUMN_MAP_WORDS_HPP

#include <lotse/model/codebook.hpp>

#include <string>

namespace lotse::io {

/// The kind whose name a provider's name begins with: "Volkshochschule Plauen". nullptr: none.
const Code* kind_by_name(const std::string& name);

/// A code one of whose names is like the word, or stands in it. nullptr: none.
const Code* nearest_code(const std::string& word, const CodeList& list);

}  // namespace lotse::io

#endif

/// What words of a directory may mean, for the map that is proposed.
#ifndef LOTSE_IO_COLUMN_MAP_WORDS_HPP
#define LOTSE_IO_COLUMN_MAP_WORDS_HPP

#include <lotse/model/codebook.hpp>

#include "directory_table.hpp"

#include <string>
#include <vector>

namespace lotse::io {

/// The kind whose name a provider's name begins with: "Volkshochschule Plauen". nullptr: none.
const Code* kind_by_name(const std::string& name);

/// Signs that stand between values of a column, in cells that are no known word as they are.
std::vector<std::string> separators_in(const DirectoryTable& table, std::size_t column,
                                       const CodeList* list);

/// A code one of whose names is like the word, or stands in it. nullptr: none.
const Code* nearest_code(const std::string& word, const CodeList& list);

}  // namespace lotse::io

#endif

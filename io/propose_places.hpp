/// Whose place the columns of addresses are, for the map that is proposed.
#ifndef LOTSE_IO_PROPOSE_PLACES_HPP
#define LOTSE_IO_PROPOSE_PLACES_HPP

#include "directory_table.hpp"
#include "heading_guess.hpp"

#include <span>
#include <string>
#include <vector>

namespace lotse::io {

/// What is proposed for a column.
struct ChosenField {
    std::string code = "extra";
    Message hint;
    std::vector<std::string> separators;
};

/// The heading as it is written: the second "Ort" of a table is called "Ort (2)".
std::string repeated_heading(const DirectoryTable& table, std::size_t column);

/// Gives columns of places (`place_...`, and repeated ones) to the provider, the venue or both, and
/// takes a column of venues that holds towns only for one of towns.
void settle_place_fields(const DirectoryTable& table, std::span<const FieldGuess> guesses,
                         std::vector<ChosenField>& fields);

}  // namespace lotse::io

#endif

/// Places of actors on a map as a table that people can edit: key, x, y.
#ifndef LOTSE_IO_POSITIONS_HPP
#define LOTSE_IO_POSITIONS_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace lotse::io {

struct Position {
    double x = 0;  ///< share of the width, from the left
    double y = 0;  ///< share of the height, from the top
};

/// By key of the actor.
using Positions = std::map<std::string, Position>;

/// Reads CSV in any of the usual encodings, delimiters and decimal signs. Columns key (Schlüssel),
/// x and y; others are passed over. Errors: input (no such columns, a number that is none or not
/// within 0 and 1, a key twice; each with file, row and column), input_output, limit.
Result<Positions> read_positions(const std::filesystem::path& file, const Limits& limits);

/// CSV with four decimals, rows by key.
std::string positions_text(const Positions& positions);

}  // namespace lotse::io

#endif

/// Rows that a stray quote has drawn into one cell.
#ifndef LOTSE_IO_SWALLOWED_ROWS_HPP
#define LOTSE_IO_SWALLOWED_ROWS_HPP

#include <lotse/base/text.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace lotse::io {

struct SwallowedRows {
    std::size_t field;  ///< the cell they are in, from 0
    Message message;
};

/// A cell whose lines have as many delimiters as the `columns` ask for: with the fields before it
/// its first line is a row, so is its last with those behind it, and so is every line between.
/// Delimiters before a blank are those of a sentence: notes of several lines are none. nullopt:
/// there is no such cell. `fields` are those of a record, `written` counts blank ones at its end.
std::optional<SwallowedRows> find_swallowed_rows(std::span<const std::string> fields,
                                                 std::size_t written, std::size_t columns,
                                                 char delimiter);

}  // namespace lotse::io

#endif

/// Counts the rows of a network in JSON before any is kept.
#ifndef LOTSE_IO_JSON_ROW_COUNT_HPP
#define LOTSE_IO_JSON_ROW_COUNT_HPP

#include <lotse/io/limits.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace lotse::io {

/// The limit that a large text exceeds by its rows. Defects of the text are not said here.
std::optional<Error> too_many_rows(std::string_view text, const std::string& file,
                                   const Limits& limits);

}  // namespace lotse::io

#endif

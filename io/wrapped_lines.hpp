/// How many lines a text takes in a cell of a workbook.
#ifndef LOTSE_IO_WRAPPED_LINES_HPP
#define LOTSE_IO_WRAPPED_LINES_HPP

#include <string_view>

namespace lotse::io {

/// In a column of so many characters; words stay whole where they fit. 1 for an empty text.
int wrapped_lines(std::string_view text, double width);

}  // namespace lotse::io

#endif

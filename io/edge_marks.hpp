/// Marks without width at the ends of cells, as they come along by copy and paste.
#ifndef LOTSE_IO_EDGE_MARKS_HPP
#define LOTSE_IO_EDGE_MARKS_HPP

#include <lotse/model/network_builder.hpp>

#include <string_view>

namespace lotse::io {

/// The text without direction marks, soft hyphens and blanks without width at its ends; as it is
/// where it has none. Overrides of the direction stay: they are errors.
std::string_view without_edge_marks(std::string_view text);

/// Cells of a table that lost such marks.
struct MarkedCells {
    int count = 0;
    SourcePosition first = {};

    /// The note of them. Precondition: there are some.
    Issue note() const;
};

}  // namespace lotse::io

#endif

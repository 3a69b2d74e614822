/// Whether the column of the venue in a directory names houses, or the towns in which offers are.
#ifndef LOTSE_IO_VENUE_COLUMN_HPP
#define LOTSE_IO_VENUE_COLUMN_HPP

#include "directory_table.hpp"

#include <cstddef>
#include <optional>

namespace lotse::io {

enum class VenueColumn { houses, mostly_towns, towns };

/// Cells that are blank or say that there is no fixed place do not count; a town is one of
/// Germany or of the column of towns. Ambiguous names alone are no towns: "Saal", "Burg".
VenueColumn look_at_venues(const DirectoryTable& table, std::size_t venue,
                           std::optional<std::size_t> town);

}  // namespace lotse::io

#endif

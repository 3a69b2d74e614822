/// Rows of a directory whose cell names several offers, as one row an offer.
#ifndef LOTSE_IO_SPLIT_OFFERS_HPP
#define LOTSE_IO_SPLIT_OFFERS_HPP

#include "column_map.hpp"

namespace lotse::io {

/// Splits where the map gives separators, where each line begins with a bullet, and where another
/// cell about the offer has as many lines; the lines of such cells go to the offers one by one,
/// all other cells go to each. Said with row and column, as is a cell of several lines that stays
/// one offer. The parts keep the number of their row.
void split_offers(DirectoryTable& table, const ColumnMap& map, NetworkBuilder& builder);

}  // namespace lotse::io

#endif

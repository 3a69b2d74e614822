/// Source and licence in every result: whoever passes it on must name them.
#ifndef LOTSE_DRIVER_CREDIT_HPP
#define LOTSE_DRIVER_CREDIT_HPP

#include <lotse/model/network.hpp>

namespace lotse::driver {

/// The document with the note "Quelle: … · Lizenz: …".
Document with_credit(Document document, const Network& network);

/// The tables with two last columns that name the network and its licence: for CSV, which has no
/// notes and whose tables are often taken apart. A result without tables: its summary.
Document with_origin_columns(Document document, const Network& network);

}  // namespace lotse::driver

#endif

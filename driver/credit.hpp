/// Source and licence in every result: whoever passes it on must name them.
#ifndef LOTSE_DRIVER_CREDIT_HPP
#define LOTSE_DRIVER_CREDIT_HPP

#include <lotse/model/network.hpp>

#include <string_view>

namespace lotse::driver {

/// Of the inhabitants of Kreise and Länder that come with the program.
constexpr std::string_view population_credit =
    "© Statistisches Bundesamt (Destatis), 2019 (CC BY 4.0)";

/// The document with the note "Quelle: … · Lizenz: …".
Document with_credit(Document document, const Network& network);

/// The tables with two last columns that name the network and its licence: for CSV, which has no
/// notes and whose tables are often taken apart. A result without tables: its summary.
Document with_origin_columns(Document document, const Network& network);

}  // namespace lotse::driver

#endif

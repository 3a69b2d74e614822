/// One CSV file into one table of the network.
#ifndef LOTSE_IO_CSV_TABLE_HPP
#define LOTSE_IO_CSV_TABLE_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

/// Reads RFC 4180 with any of the usual delimiters and line ends. Title rows above the headings,
/// blank rows and rows that start with `#` are passed over (titles and comments with a note).
/// A cell that holds just one of the missing values counts as empty. Defects go to the builder.
/// Errors: limit.
Status read_csv_table(std::string bytes, const std::string& file, std::string_view table_key,
                      const Limits& limits, NetworkBuilder& builder,
                      std::span<const std::string> missing_values = {});

}  // namespace lotse::io

#endif

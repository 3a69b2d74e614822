/// Which column of lotse a column of HSDS becomes, and which data may not come in at all.
#ifndef LOTSE_IO_HSDS_COLUMNS_HPP
#define LOTSE_IO_HSDS_COLUMNS_HPP

#include "hsds_rows.hpp"

#include <string>
#include <string_view>

namespace lotse::io::hsds {

/// Numbers of taxpayers are client data to lotse; HSDS 3.0 has deprecated the column.
inline constexpr std::string_view tax_number = "tax_id";

/// What `website` of an organization was called before HSDS 3.0.
inline constexpr std::string_view older_website = "url";

/// The column of lotse that a column of HSDS becomes on the way.
std::string_view linked_column(std::string_view table, std::string_view column);

/// Where the cells of a column go. An empty heading: nowhere.
std::string heading_of(const ReadTable& table, std::string_view into, const std::string& column);

/// A number as a column of lotse takes it; in a foreign column it stays as it was written.
std::string text_for(std::string_view into, std::string_view heading, const ReadCell& cell);

/// Reports data of clients, also in tables and columns that no network is made of. True: there are
/// some.
bool report_client_data(const ReadPackage& package, NetworkBuilder& builder);

}  // namespace lotse::io::hsds

#endif

/// A network as the tables of an HSDS package, before they become CSV files or JSON.
#ifndef LOTSE_IO_HSDS_PACKAGE_HPP
#define LOTSE_IO_HSDS_PACKAGE_HPP

#include <lotse/io/export.hpp>

#include "hsds.hpp"
#include "network_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace lotse::io::hsds {

struct PackageColumn {
    std::string name;
    std::string title = {};  ///< of columns that HSDS does not know: what people call them
    Type type = Type::text;
    bool required = false;
    std::string refers_to = {};
};

struct PackageTable {
    std::string name;
    std::string path;
    std::string title = {};  ///< of tables that HSDS does not know
    std::vector<PackageColumn> columns;
    std::vector<std::vector<Value>> rows;  ///< rows[r].size() == columns.size()
};

/// HSDS has no table for bodies, programmes, agreements, events, categories and what is only
/// planned.
bool is_organization(const Network& network, ActorId id);

Type type_of(ColumnType type);

/// The tables of lotse's own: actors that are no organizations, ties, and all that HSDS has no
/// place for, with the columns of the data format.
std::vector<PackageTable> own_tables(const Network& network, const ExportOptions& options);

/// The tables of HSDS that have rows (organizations always), then those of lotse's own.
std::vector<PackageTable> package_tables(const Network& network, const ExportOptions& options);

/// Offers that no organization provides: HSDS wants one for each service.
std::size_t services_without_organization(const Network& network);

}  // namespace lotse::io::hsds

#endif

/// Ids of HSDS that stand twice.
#ifndef LOTSE_IO_HSDS_IDS_HPP
#define LOTSE_IO_HSDS_IDS_HPP

#include "hsds_rows.hpp"

#include <vector>

namespace lotse::io::hsds {

/// A row whose id another row of its table has, which says something else: nobody can tell which of
/// the two a link means.
struct RepeatedId {
    const ReadRow* row;
    std::string_view table;
    Issue issue;
};

/// In tables that others refer to. Things with the same key are left to the builder.
std::vector<RepeatedId> repeated_ids(const ReadPackage& package);

}  // namespace lotse::io::hsds

#endif

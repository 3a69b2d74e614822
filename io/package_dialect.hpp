/// The member `dialect` of a resource in datapackage.json (Frictionless CSV Dialect).
#ifndef LOTSE_IO_PACKAGE_DIALECT_HPP
#define LOTSE_IO_PACKAGE_DIALECT_HPP

#include <lotse/base/issue.hpp>

#include "json.hpp"

#include <vector>

namespace lotse::io {

/// What of a dialect is not read as it says.
struct DialectRemark {
    Severity severity;
    JsonPlace place;
    Message message;
};

struct PackageDialect {
    char delimiter = 0;  ///< 0: not named
    std::vector<DialectRemark> remarks = {};
};

/// The delimiter is honoured; what says anything else than how every table is read is remarked: an
/// error where cells would be read wrongly.
PackageDialect read_dialect(const JsonValue& dialect);

}  // namespace lotse::io

#endif

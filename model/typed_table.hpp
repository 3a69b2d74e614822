/// Rows of text to typed rows, table by table. Internal to the NetworkBuilder.
#ifndef LOTSE_MODEL_TYPED_TABLE_HPP
#define LOTSE_MODEL_TYPED_TABLE_HPP

#include "build_log.hpp"

#include <memory>

namespace lotse {

struct TypedRows {
    NetworkTables good;
    NetworkTables faulty;  ///< rows with an error, so that their other cells can be checked, too
};

class TypedTables {
public:
    explicit TypedTables(BuildLog& log);
    ~TypedTables();

    /// key is one of table_names(). A table may come in several parts (sheets).
    TableInput* open(std::string_view key, const SourcePosition& where);

    /// Hands all rows over. Codes and mentions are still as typed: see cross_checks.hpp.
    TypedRows finish();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace lotse

#endif

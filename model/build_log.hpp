/// What a NetworkBuilder notes while it reads: issues, row counts, and where columns stood.
#ifndef LOTSE_MODEL_BUILD_LOG_HPP
#define LOTSE_MODEL_BUILD_LOG_HPP

#include <lotse/base/issue.hpp>
#include <lotse/model/network_builder.hpp>

#include <map>
#include <string>
#include <vector>

namespace lotse {

/// One table of the input as found.
struct TableOrigin {
    SourcePosition where;                                   ///< file, sheet, row of the headings
    std::map<std::string, int, std::less<>> column_number;  ///< by column key
};

struct BuildLog {
    std::vector<Issue> issues;
    std::vector<TableOrigin> origins;
    RowCounts rows;

    /// Place of a row's cell; column empty: the row.
    SourcePosition place(RowOrigin origin, std::string_view column = {}) const {
        const TableOrigin& table = origins[origin.table];
        SourcePosition at = table.where;
        at.row = origin.row;
        const auto number = table.column_number.find(column);
        at.column = number == table.column_number.end() || number->second == 0 ? origin.column
                                                                               : number->second;
        return at;
    }

    void say(Severity severity, std::string_view code, SourcePosition where, Message text) {
        issues.push_back({severity, code, std::move(where), std::move(text)});
    }
};

}  // namespace lotse

#endif

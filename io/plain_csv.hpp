/// A CSV file of other programs: the first row that is not blank holds the headings, nothing stands
/// above it.
#ifndef LOTSE_IO_PLAIN_CSV_HPP
#define LOTSE_IO_PLAIN_CSV_HPP

#include <lotse/base/csv.hpp>
#include <lotse/base/function_ref.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/network_builder.hpp>

#include "heading_row.hpp"
#include "row_budget.hpp"

namespace lotse::io {

struct PlainCsv {
    std::string_view text;  ///< decoded
    const std::string& file;
    const Headings& known;       ///< by which the delimiter is found
    std::string_view table_key;  ///< of the limit on rows
};

/// Calls headings(record) once and row(record) for each row below with at most as many fields,
/// which it may use up. Blank rows are skipped; longer rows, bad quotes and a file without headings
/// are reported. Errors: limit.
Status read_plain_csv(const PlainCsv& csv, const Limits& limits, NetworkBuilder& builder,
                      FunctionRef<void(const CsvRecord&)> headings,
                      FunctionRef<void(CsvRecord&)> row);

}  // namespace lotse::io

#endif

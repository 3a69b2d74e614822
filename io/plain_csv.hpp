/// A CSV file of other programs: the first row that is not blank holds the headings, nothing but
/// `sep=;` stands above it.
#ifndef LOTSE_IO_PLAIN_CSV_HPP
#define LOTSE_IO_PLAIN_CSV_HPP

#include <lotse/base/csv.hpp>
#include <lotse/base/function_ref.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/network_builder.hpp>

#include "csv_table.hpp"
#include "heading_row.hpp"
#include "rejected_rows.hpp"
#include "row_budget.hpp"

namespace lotse::io {

struct PlainCsv {
    std::string_view text;  ///< decoded
    const std::string& file;
    const Headings& known;       ///< by which the delimiter is found
    std::string_view table_key;  ///< of the limit on rows
    std::string_view fed_table;  ///< of the network, where rows that cannot be used are counted
    const CsvHints& hints;       ///< the encoding is dealt with
};

/// Calls headings(record) once and row(record) for each row below, which it may use up, with as
/// many fields: other programs leave out empty ones at the end, which is warned of. Blank rows are
/// skipped; longer rows, which count as rejected, bad quotes and a file without headings are
/// reported. False: the file could not be read to its end. Errors: limit.
Result<bool> read_plain_csv(const PlainCsv& csv, const Limits& limits, NetworkBuilder& builder,
                            FunctionRef<void(const CsvRecord&)> headings,
                            FunctionRef<void(CsvRecord&)> row);

/// Of a row that is read no further: data of persons are reported all the same.
void look_for_client_data(const CsvRecord& record, const std::string& file,
                          NetworkBuilder& builder);

}  // namespace lotse::io

#endif

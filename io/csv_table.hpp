/// One CSV file into one table of the network.
#ifndef LOTSE_IO_CSV_TABLE_HPP
#define LOTSE_IO_CSV_TABLE_HPP

#include <lotse/base/csv.hpp>
#include <lotse/base/function_ref.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/network_builder.hpp>

#include "data_package.hpp"
#include "row_budget.hpp"
#include "text_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

/// What datapackage.json says of a table; by itself: nothing.
struct CsvHints {
    std::span<const std::string> missing_values = {};  ///< cells with just one count as empty
    NamedEncoding encoding = {};
    char delimiter = 0;  ///< 0: found
};

/// `resource` must outlive the hints.
inline CsvHints hints_of(const PackageResource& resource) {
    return {resource.missing_values, resource.encoding, resource.delimiter};
}

/// `headings` are not separated by `delimiter`, which datapackage.json names, but by `shown`.
/// nullopt: they are.
std::optional<Message> mistaken_delimiter(const CsvRecord& headings, char delimiter, char shown);

/// A row of headings, quoted or not, is separated by a sign that no table is. nullopt: it is not.
std::optional<Message> foreign_delimiter(std::string_view line,
                                         FunctionRef<bool(std::string_view)> is_known);

/// Line of the text, counted from 1; the last one, if it has fewer.
std::string_view line_of(std::string_view text, int line);

/// Says how many cells count as empty because of CsvHints::missing_values.
Message missing_values_note(int cells);

/// Reads RFC 4180 with any of the usual delimiters and line ends. Title rows above the headings,
/// blank rows and rows that start with `#` are passed over (titles and comments with a note).
/// Defects go to the builder.
/// Errors: limit.
Status read_csv_table(std::string bytes, const std::string& file, std::string_view table_key,
                      RowBudgets& budgets, NetworkBuilder& builder, const CsvHints& hints = {});

}  // namespace lotse::io

#endif

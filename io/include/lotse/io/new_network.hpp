/// Empty networks to be filled in: a workbook with drop-downs, or a folder of CSV tables.
#ifndef LOTSE_IO_NEW_NETWORK_HPP
#define LOTSE_IO_NEW_NETWORK_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/atomic_file.hpp>

#include <string>
#include <vector>

namespace lotse::io {

/// All tables with all columns and one example row that is a comment, and a sheet of explanations.
/// Errors: input_output.
Result<std::string> new_workbook(Language language);

/// One CSV file a table, keys as headings, one example row that is a comment, datapackage.json.
std::vector<OutputFile> new_folder(Language language);

}  // namespace lotse::io

#endif

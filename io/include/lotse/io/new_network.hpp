/// Networks to be filled in, empty or begun: a workbook with drop-downs, or a folder of CSV tables.
#ifndef LOTSE_IO_NEW_NETWORK_HPP
#define LOTSE_IO_NEW_NETWORK_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/atomic_file.hpp>
#include <lotse/model/network.hpp>

#include <string>
#include <vector>

namespace lotse::io {

/// All tables with all columns and one example row that is a comment, and a sheet of explanations.
/// Errors: input_output.
Result<std::string> new_workbook(Language language);

/// One CSV file a table, keys as headings, one example row that is a comment, datapackage.json.
std::vector<OutputFile> new_folder(Language language);

/// A network that is only begun, all tables with all columns; a table without rows has an example
/// row that is a comment. Errors: input_output, limit.
Result<std::string> begun_workbook(const Network& network, Language language);

/// A network that is only begun: as csv_files, and the other tables with their headings.
std::vector<OutputFile> begun_folder(const Network& network);

}  // namespace lotse::io

#endif

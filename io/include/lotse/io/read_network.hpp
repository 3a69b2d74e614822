/// Reads a network from what a user has: a folder of CSV tables, a workbook, JSON, a graph file.
#ifndef LOTSE_IO_READ_NETWORK_HPP
#define LOTSE_IO_READ_NETWORK_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <filesystem>

namespace lotse::io {

/// Reads a folder of CSV tables (with or without datapackage.json), a workbook (`.xlsx`, `.ods`,
/// `.xls`), a `.json`, `.gexf`, `.graphml`, `.gml` or Pajek `.net` file, HSDS (a folder or a
/// `.json`), or Gephi's tables of nodes and edges (their folder or one of the two `.csv`).
///
/// Every defect of the content is an Issue of the result, with file, row and column; all of them
/// are collected. Errors: input_output (the path is missing or cannot be read), limit (larger than
/// `limits` allow). A form that this version does not read is an issue, too.
/// Time and memory are linear in the size of the input, memory below 8 times that size plus the
/// network itself.
Result<BuildResult> read_network(const std::filesystem::path& path, const Limits& limits = {});

/// An error of single rows: without them the rest can be used. Every other error means that a whole
/// file or table is not there, or not from some place on.
bool concerns_rows(const Issue& issue);

}  // namespace lotse::io

#endif

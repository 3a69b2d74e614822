/// A CSV file as rows by heading, for tests that count in the shipped tables themselves.
#ifndef LOTSE_TESTS_CSV_ROWS_HPP
#define LOTSE_TESTS_CSV_ROWS_HPP

#include <map>
#include <string>
#include <vector>

using CsvRow = std::map<std::string, std::string>;

/// Fails the test if the file cannot be read.
std::vector<CsvRow> csv_rows(const std::string& path);

/// The parts of a list in a cell.
std::vector<std::string> cell_items(const std::string& cell);

#endif

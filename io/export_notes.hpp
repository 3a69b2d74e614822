/// What forms leave out of a network or change in it, in words for the user.
#ifndef LOTSE_IO_EXPORT_NOTES_HPP
#define LOTSE_IO_EXPORT_NOTES_HPP

#include <lotse/io/export.hpp>

#include <vector>

namespace lotse::io {

std::vector<Message> left_out_of_graph(const Network& network, const ExportOptions& options);
std::vector<Message> left_out_of_kumu(const Network& network, const ExportOptions& options);
std::vector<Message> left_out_of_map(const Network& network, const ExportOptions& options);
/// Tables that have more cells than lotse reads of one sheet.
std::vector<Message> limits_of_workbook(const Network& network, const ExportOptions& options);
std::vector<Message> limits_of_hsds(const Network& network, const ExportOptions& options);
std::vector<Message> left_out_of_indicators(const Network& network, const ExportOptions& options);

}  // namespace lotse::io

#endif

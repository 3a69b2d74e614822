/// What the rows of linking tables say beside the columns that lotse reads.
#ifndef LOTSE_IO_HSDS_KEPT_HPP
#define LOTSE_IO_HSDS_KEPT_HPP

#include "hsds_links.hpp"

namespace lotse::io::hsds {

/// Days of the week, times of day and the like, which lotse does not carry over.
bool is_time_of_schedule(std::string_view column);

/// Keeps the other cells of a row that is used, each in the foreign column `<table>_<column>` as
/// "<about>: <text>". What is no text for people is reported instead.
void keep_rest(const ReadTable& table, const ReadRow& row, std::string_view about, KeptTexts& into,
               GroupedIssues& issues);

}  // namespace lotse::io::hsds

#endif

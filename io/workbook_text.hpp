/// Text and numbers of workbook cells in the form the tables expect.
#ifndef LOTSE_IO_WORKBOOK_TEXT_HPP
#define LOTSE_IO_WORKBOOK_TEXT_HPP

#include "workbook_cells.hpp"

#include <string>

namespace lotse::io {

/// Without the escapes `_xHHHH_` of .xlsx (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
std::string plain_text(std::string text, WorkbookForm form);

/// Decimal digits that parse_number cannot misread: no exponent, and of a fraction the 15 digits
/// that spreadsheets show, without the noise of binary fractions behind them.
/// What is no number stays as it is.
std::string plain_number(std::string text);

/// The digits of a plain number for a column of texts, where nobody could misread them.
std::string shortest_number(const std::string& plain_number);

/// A whole number of more digits than a spreadsheet keeps: the last ones are lost.
bool lost_digits(const std::string& plain_number);

}  // namespace lotse::io

#endif

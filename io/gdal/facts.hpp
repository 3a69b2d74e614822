/// What a workbook's own files say about its cells, found without GDAL: where something stands and
/// of what kind it is. GDAL's values are held against it.
#ifndef LOTSE_GDAL_FACTS_HPP
#define LOTSE_GDAL_FACTS_HPP

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lotse_gdal {

class ZipArchive;

enum class Kind {
    text,
    number,
    date,
    moment,
    time,
    boolean,
    error,
    empty_formula,
    lost_formula,
    empty_result  ///< of a formula: the cell is empty, whatever GDAL calculates there
};

/// How much of a date its number format shows.
enum class Shown { day, month, year };

/// Rows and columns count from 1. `text`: what stands there, where GDAL is known to say otherwise.
struct Cell {
    int row = 0;
    int column = 0;
    Kind kind = Kind::text;
    std::optional<std::string> text;
    std::optional<double> serial = {};  ///< of a number in Excel: perhaps a date
    Shown shown = Shown::day;           ///< of a date in .xlsx and .ods
    bool covered = false;               ///< under a merge of .ods, where GDAL sees nothing
    bool unseen = false;                ///< in an attribute of .ods that GDAL does not read
    int uncounted = 0;                  ///< columns of .ods before it that GDAL does not count

    /// GDAL must see it, too, and says the same.
    bool holds_value() const {
        return !covered && !unseen && kind != Kind::empty_formula && kind != Kind::lost_formula &&
               kind != Kind::empty_result;
    }
};

struct Range {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;
};

/// Bytes of a part, from `begin` to before `end`.
struct Bytes {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<Cell> cells;  ///< only those with content, row by row
    std::vector<Range> merged;
    std::string part = {};              ///< of an .xlsx
    bool has_comments = false;          ///< beside cells; not known of .xls
    std::vector<Bytes> far_empty = {};  ///< cells without content in columns that GDAL refuses
};

/// The workbook is refused: a code that lotse has words for, and the place.
struct Refusal : std::runtime_error {
    explicit Refusal(std::string code_, std::string detail_ = {}, std::string sheet_ = {},
                     int row_ = 0, int column_ = 0)
        : std::runtime_error{code_},
          code{std::move(code_)},
          detail{std::move(detail_)},
          sheet{std::move(sheet_)},
          row{row_},
          column{column_} {}

    std::string code;
    std::string detail;
    std::string sheet;
    int row;
    int column;
};

/// Larger than the limit of this name allows; "cells": than most_cells.
struct OverLimit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

constexpr int most_rows = 1'048'576;
constexpr int most_columns = 16'384;
constexpr std::size_t most_cells = 2'000'000;
constexpr int most_gdal_columns = 2'000;  ///< of an .xlsx; with more the whole sheet is lost

/// The path under which GDAL sees the workbook: memory, never a path of the user.
std::string memory_path(std::string_view form);

/// Where GDAL finds the .xlsx that `path` names in a form that it reads: without its cells that are
/// far and empty, without prefixes of elements, its sheets by r:id. `path` itself where it is so.
std::string readable_copy(const ZipArchive& archive, const std::vector<Sheet>& sheets,
                          std::string path);

std::vector<Sheet> xlsx_facts(const ZipArchive& archive);
std::vector<Sheet> ods_facts(const ZipArchive& archive);
/// Hides charts in `bytes`, so that FreeXL reads the sheets that hold them.
std::vector<Sheet> xls_facts(std::string& bytes);

/// Plain decimal digits, without exponent.
std::string digits(double value);
/// Takes what a library says of a number, which may be a date or a time.
void take_number(Cell& cell, std::string text);

/// Fills in the text of every cell from GDAL. Refuses a workbook in which GDAL sees other cells.
void read_values(std::string_view form, const std::string& path, std::vector<Sheet>& sheets);
/// The same for .xls.
void read_xls_values(std::string_view bytes, std::vector<Sheet>& sheets);

}  // namespace lotse_gdal

#endif

/// An .xlsx workbook being written: typed cells, drop-downs, print set-up; the same calls give the
/// same bytes. The only place that knows the library behind it.
#ifndef LOTSE_IO_XLSX_BOOK_HPP
#define LOTSE_IO_XLSX_BOOK_HPP

#include <lotse/base/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace lotse::io {

/// Background that says something about a cell.
enum class XlsxFill { none, heading, error, warning, note };

struct XlsxLook {
    XlsxFill fill = XlsxFill::none;
    bool bold = false;
    bool wrap = false;
    bool large = false;
    std::string number_format;  ///< as in English Excel: "0.0%", "#,##0", "@" for text

    friend auto operator<=>(const XlsxLook&, const XlsxLook&) = default;
};

/// What may be typed into cells.
struct XlsxValidation {
    enum class Strictness { offer, ask };  ///< only a drop-down, or a question at other values
    enum class Kind { list, whole, decimal };
    Kind kind = Kind::list;
    Strictness strictness = Strictness::ask;
    std::string list_formula;  ///< of a list: "='Sheet'!$A$2:$A$9"
    double min = 0;            ///< of numbers
    double max = 0;
    std::string title;  ///< of the question
    std::string message;
};

/// Rows and columns count from 1.
class XlsxBook {
public:
    explicit XlsxBook(const std::string& title);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    /// A sheet called so as far as Excel allows it (31 characters, none of []:*?/\, unique).
    /// The number is what the other calls want.
    int add_sheet(std::string_view name);
    std::string sheet_name(int sheet) const;

    /// Always text, never a formula. A text longer than a cell can hold fails at bytes(). Where it
    /// wraps in a column whose width was set before, its row becomes as high as it needs:
    /// LibreOffice does not find that out by itself.
    void text(int sheet, int row, int column, std::string_view text, const XlsxLook& look = {});
    void number(int sheet, int row, int column, double value, const XlsxLook& look = {});
    void empty(int sheet, int row, int column, const XlsxLook& look);
    /// A PNG with its upper left corner in a cell, `scale` times its own size.
    void picture(int sheet, int row, int column, const std::string& png, double scale);
    void comment(int sheet, int row, int column, std::string_view text);
    void merge(int sheet, int first_row, int first_column, int last_row, int last_column);

    /// Width in characters and look of the cells nobody wrote.
    void column(int sheet, int column, double width, const XlsxLook& look = {});
    /// Whatever its texts need.
    void row_height(int sheet, int row, int lines);
    void freeze(int sheet, int rows, int columns);
    void filter(int sheet, int row, int columns, int last_row);
    /// A4, landscape, headings repeated on each page, page numbers. As wide as the page; columns of
    /// more than about 180 characters in all are spread over several, the first two on each.
    void print_on_a4(int sheet, int heading_row);
    void validate(int sheet, int first_row, int last_row, int column,
                  const XlsxValidation& validation);

    /// The file. Errors: limit (a text of more than 32 767 characters, a cell beyond the last row
    /// or column of a sheet), input_output.
    Result<std::string> bytes() &&;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// "$B$2:$B$9" of a sheet, as a formula.
std::string xlsx_range(std::string_view sheet, int column, int first_row, int last_row);

/// A number that a workbook cell gives back exactly (its library writes 16 digits).
bool fits_xlsx(double value);

}  // namespace lotse::io

#endif

/// Document to text, one format per source file. The same document gives the same bytes.
#ifndef LOTSE_IO_RENDER_HPP
#define LOTSE_IO_RENDER_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/result.hpp>

#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

struct Renderer {
    std::string_view id;      ///< --format value
    std::string_view ending;  ///< ".json"
    Text label;
    enum class Content { text, binary } content;  ///< binary: not for a terminal
    Result<std::string> (*text)(const Document&, Language);
};
/// All of them, in the order of the help.
std::span<const Renderer> renderers();
/// nullptr: no renderer has this id.
const Renderer* find_renderer(std::string_view id);

/// Tables aligned for a terminal of 100 to 120 columns; long texts are wrapped, nothing is cut.
std::string render_text(const Document& document, Language language);
/// For programs: comma, decimal point, keys as headings, UTF-8 without byte order mark.
std::string render_csv(const Document& document, Language language);
/// For people with Excel: labels as headings; byte order mark, CRLF; in German semicolon and
/// decimal comma. Text that starts like a formula gets a leading quote.
std::string render_csv_excel(const Document& document, Language language);
/// One object: lotse, analysis, network, options, summary, tables, notes; null where undefined.
std::string render_json(const Document& document, Language language);
/// A page that prints well, needs no other file and loads nothing.
std::string render_html(const Document& document, Language language);

/// A workbook: an overview with summary, notes and origin, then one sheet a table with typed cells,
/// number formats, frozen headings and a filter. Errors: input_output.
Result<std::string> render_xlsx(const Document& document, Language language);

/// One of several documents of a workbook.
struct WorkbookPart {
    const Document* document;
    std::string heading;  ///< tells documents of one analysis apart; empty: the only one
};
struct WorkbookPicture {
    Message title;
    std::string png;
};
/// One workbook of several documents (at least one) about the same network: an overview, the
/// pictures, then one sheet an analysis with its tables one below the other. Documents of one
/// analysis share its tables, told apart by a first column. Errors: as render_xlsx.
Result<std::string> render_xlsx_of(std::span<const WorkbookPart> parts,
                                   std::span<const WorkbookPicture> pictures, Language language);

/// Parts of an HTML page, for pages made of several documents.
/// @{
std::string html_summary(const Document& document, Language language);
std::string html_table(const Table& table, Language language);
std::string html_notes(const Document& document, Language language);
/// @}
/// Tables for the script of a page, as JSON fit for a script element: {"key": {"columns": [...],
/// "rows": [[...], ...]}, ...}. A text in both languages is {"text": [German, English]}, one string
/// where they agree; a code has its "key" beside; what is withheld or not recorded is null.
std::string page_data(std::span<const Table> tables);
/// The style sheet that these parts need.
std::string_view html_style();
/// A value as people read it: decimal comma and grouped thousands in German, shares in percent,
/// "–" where nothing is defined.
std::string value_text(const Value& value, const Column& column, Language language);
/// "<3", or "•" where a number is withheld only because another follows from it.
std::string withheld_text(const Withheld& value);
/// A number, or one that is withheld: set to the right.
bool is_number(const Value& value);
/// Label and unit, such as "Entfernung (km)".
std::string column_heading(const Column& column, Language language);

}  // namespace lotse::io

#endif

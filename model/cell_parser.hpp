/// Cell to field: one overload per field type. Internal to the NetworkBuilder.
#ifndef LOTSE_MODEL_CELL_PARSER_HPP
#define LOTSE_MODEL_CELL_PARSER_HPP

#include <lotse/model/cell.hpp>
#include <lotse/model/codebook.hpp>

#include "build_log.hpp"

#include <vector>

namespace lotse {

/// What a parser needs to know about the column it reads, and where it says what is wrong.
struct CellContext {
    std::string_view column;  ///< key; of a foreign column its heading
    std::string_view list;    ///< code list; empty: none
    NumberRange range;
    const Codebook& codes;
    BuildLog& log;
    RowOrigin origin;
    bool takes_list = false;  ///< values separated by `|`

    void say(Severity severity, std::string_view code, Message text) const {
        log.say(severity, code, log.place(origin, column), std::move(text));
    }
    void error(std::string_view code, Message text) const {
        say(Severity::error, code, std::move(text));
    }
    void warning(std::string_view code, Message text) const {
        say(Severity::warning, code, std::move(text));
    }
};

/// Text of a cell in NFC, without blanks at the ends and without the quote that protects formulas.
/// nullopt: it holds forbidden characters (reported).
std::optional<std::string> clean_text(const Cell& cell, const CellContext& context);

/// The same for text that no analysis interprets. Tabs and line breaks in front of "=1+1" stay:
/// without them it would begin a formula.
std::optional<std::string> clean_free_text(const Cell& cell, const CellContext& context);

/// An own key or the key of another row: 1-64 letters, digits, - _ . : (reported otherwise).
std::optional<std::string> parse_key(std::string text, const CellContext& context);

/// An area key: digits are an AGS or ARS, whose lost leading zero is put back (reported).
std::optional<std::string> parse_area_key(std::string text, const CellContext& context);

/// The code a text stands for. Unknown: in lists that the data format fixes an error, else a
/// warning and the text itself.
std::optional<std::string> parse_code(const std::string& text, const CellContext& context);

/// Digits, or the word for a level or stage.
std::optional<std::int64_t> parse_whole(const std::string& text, const CellContext& context);
std::optional<double> parse_real(const std::string& text, const CellContext& context);
std::optional<PartialDate> parse_date(const std::string& text, const CellContext& context);
std::optional<ThreeValued> parse_yes_no(const std::string& text, const CellContext& context);

/// The text is a code of the list but for its question mark.
bool is_uncertain(const std::string& text, const CodeList& list);
/// A question mark is no value; shared by codes and yes or no.
void report_uncertain(const std::string& text, const CellContext& context);

/// What a cell holds between commas, semicolons, strokes or line breaks; empty: fewer than two.
std::vector<std::string> parts_of(std::string_view text);
/// Several keys in one cell, not separated by `|`.
void report_several_keys(std::string_view code, const std::string& text,
                         const CellContext& context);

/// The text seems to be the name of a person.
bool names_person(const std::string& text, const CellContext& context);
/// The text is a person's name (reported, without repeating it).
bool is_refused_name(const std::string& text, const CellContext& context);

/// A column that must have a value has none.
void report_missing_value(const CellContext& context);
/// It has a word for "not known".
void report_not_recorded(const std::string& text, const CellContext& context);
/// A name is "NA" or "null". It is kept: somebody may be called so, as Narcotics Anonymous are.
void warn_of_missing_name(const std::string& text, const CellContext& context);

/// "unknown code" with a suggestion; shared by the code columns and the fixed enums.
void report_unknown_code(const std::string& text, const CodeList& list, Severity severity,
                         const CellContext& context);

}  // namespace lotse

#endif

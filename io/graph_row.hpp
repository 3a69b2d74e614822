/// One row of a table put together cell by cell, in columns that appear as they are needed.
#ifndef LOTSE_IO_GRAPH_ROW_HPP
#define LOTSE_IO_GRAPH_ROW_HPP

#include "graph_file.hpp"

#include <functional>
#include <set>

namespace lotse::io {

/// The heading is a word for a column of the table ("url"), not what lotse calls it ("website").
bool is_synonym(std::string_view table, std::string_view heading);

class GraphRows {
public:
    /// `table` is a key of table_names().
    GraphRows(std::string_view table, SourcePosition where, NetworkBuilder& builder)
        : table_{table}, input_{builder.table(table, where)} {}

    /// A column that stands at this place of a table. A heading that is a mere synonym of a known
    /// column is a foreign one.
    void declare(std::string_view heading, int number);

    void begin() { cells_.assign(columns_.size(), {}); }
    bool has(std::string_view heading) const { return !text(heading).empty(); }
    std::string_view text(std::string_view heading) const;
    void set(std::string_view heading, std::string value);
    void clear(std::string_view heading);
    /// The column if it is still empty; else, for another value, `extra_<title>`.
    void set_or_keep(std::string_view heading, std::string_view title, const std::string& value);
    /// Under `extra_<title>`.
    void keep(std::string_view title, const std::string& value);

    /// All cells as one text, to compare rows.
    std::string fingerprint() const;
    void end(XmlPlace place) { input_->add_row({place.line, place.column}, cells_); }
    /// The row as it is has an error that was reported: counted, not used.
    void end_faulty(XmlPlace place) { input_->add_faulty_row({place.line, place.column}, cells_); }
    void reject(Issue issue) { input_->reject_row(std::move(issue)); }

private:
    Cell& cell(std::string_view heading);

    std::string table_;
    TableInput* input_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<Cell> cells_;
};

/// True, with a warning: the text is NaN or infinite as floating-point numbers are written, which
/// counts as not recorded.
bool dropped_as_not_finite(std::string_view text, const std::string& title, XmlPlace place,
                           GroupedIssues& issues);

/// Areas and codes that rows use although a graph file has no place to describe them.
class ImpliedRows {
public:
    /// Looks at the cell of a known column. False: the text cannot be used there at all.
    bool take(std::string_view table, std::string_view column, std::string_view text,
              XmlPlace place, GroupedIssues& issues);
    void report_to(const SourcePosition& where, NetworkBuilder& builder) const;

private:
    bool take_area(std::string_view key, XmlPlace place, GroupedIssues& issues);
    void take_code(std::string_view list, std::string_view code, XmlPlace place,
                   GroupedIssues& issues);

    std::set<std::string> areas_;
    std::set<std::pair<std::string, std::string>> codes_;
};

/// The text is the name of just one area of Germany.
bool names_german_area(std::string_view text);

/// Does lotse know the column that an attribute stands for, or is it only kept?
enum class GraphColumnUse { known, foreign };

/// The text of a value, in a known column freed from what its declared type wrote differently
/// (5911.0, 1e-05, true, [x, y]). nullopt: it is no value (NaN), which is reported.
std::optional<std::string> typed_text(const std::string& text, const GraphAttribute& attribute,
                                      GraphColumnUse use, XmlPlace place, GroupedIssues& issues);

/// "2019-03-01T00:00:00" and "2019.0" as the dates they mean; nullopt: no date.
std::optional<std::string> date_text(std::string_view text);

}  // namespace lotse::io

#endif

/// Rows of a file or sheet on their way into a table of the network: headings, comments, titles.
#ifndef LOTSE_IO_TABLE_ROWS_HPP
#define LOTSE_IO_TABLE_ROWS_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "edge_marks.hpp"
#include "row_budget.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// Rows of a table that begin with `#`.
struct CommentRows {
    int count = 0;
    SourcePosition first = {};

    /// The note of them. Precondition: there are some.
    Issue note() const;
};

class TableRows {
public:
    /// `place` names the file, and the sheet of a workbook.
    TableRows(SourcePosition place, std::string_view table_key, RowBudgets& budgets,
              NetworkBuilder& builder);

    /// A row above the headings, reported by its first text.
    void title(int row, std::span<const std::string> fields);
    void headings(int row, std::span<const std::string> fields);
    /// A row of data; the cells are used up.
    void row(int row, std::vector<Cell>& cells);
    void reject(Issue issue) { input_->reject_row(std::move(issue)); }
    /// A row of which the field `first` starts with `#`: true, and counted as a comment.
    bool comment(int row, std::span<const std::string> fields, std::size_t first = 0);
    /// A row that says the headings once more, as glued tables do: true, and reported.
    bool repeated_headings(int row, std::span<const std::string> fields);
    /// Rows that are passed over can be copied into a checked workbook: client data are reported.
    /// True: there are some, which no message may repeat.
    bool look_for_client_data(int row, std::span<const std::string> fields);
    /// After the last row: a table without headings is an error, marks that were removed a note.
    void finish();
    const CommentRows& comments() const { return comments_; }

    bool has_headings() const { return input_ != nullptr; }
    /// Columns up to the last heading.
    std::size_t columns() const { return headings_.size(); }
    /// Number of the first column that has a heading, from 0.
    std::size_t first_column() const;

    /// Errors: limit (too many rows; too many columns; a cell too large).
    Status count_row(int row);
    /// Rows that may still come, of all tables of this key.
    std::int64_t rows_left() const { return budget_.left(); }
    Error too_many_rows(int row) const { return budget_.too_many(to_string(at(row))); }
    Status check_size(int row, std::span<const std::string> fields) const;

    SourcePosition at(int row, std::size_t column = 0) const;
    void report(Severity severity, std::string_view code, SourcePosition where, Message text);

private:
    bool means_heading(std::size_t column, std::string_view text) const;
    /// The text without marks at its ends; what had some is counted.
    std::string_view cleaned(std::string_view text, int row, std::size_t column);

    SourcePosition place_;
    std::string_view table_key_;
    const Limits& limits_;
    RowBudget& budget_;
    NetworkBuilder& builder_;
    TableInput* input_ = nullptr;
    std::vector<std::string> headings_;  ///< by column, blank ones included
    CommentRows comments_;
    MarkedCells marked_;
};

/// No text but blanks.
bool is_blank(std::string_view text);

/// A cell with text stands below no heading. The text is not repeated: it may name a person.
Issue unnamed_column(SourcePosition where);

}  // namespace lotse::io

#endif

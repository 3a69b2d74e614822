/// The rows of a directory, from top to bottom: which hold data, and which are passed over.
#ifndef LOTSE_IO_DIRECTORY_ROWS_HPP
#define LOTSE_IO_DIRECTORY_ROWS_HPP

#include "directory_table.hpp"
#include "edge_marks.hpp"
#include "row_budget.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::io {

/// Takes the rows of a file from top to bottom.
class DirectoryRows {
public:
    DirectoryRows(SourcePosition place, RowsOfData data, const Limits& limits,
                  NetworkBuilder& builder)
        : data_{data}, limits_{limits}, builder_{builder} {
        table_.place = std::move(place);
    }

    bool has_headings() const { return table_.place.row != 0; }
    std::size_t columns() const { return table_.headings.size(); }
    DirectoryTable finish() &&;

    Status check_size(int row, const std::vector<Cell>& cells) const;
    void blank(int rows = 1) { table_.counts.blank += rows; }
    void title(int row, const std::vector<Cell>& cells);
    void headings(int row, std::vector<Cell> cells);
    /// A row with any text, below the headings.
    Status row(int row, std::vector<Cell> cells);
    Status reject(int row, const std::vector<Cell>& cells, std::string_view code, Message text);
    void report(Severity severity, std::string_view code, int row, Message text,
                std::size_t column = 0);

private:
    bool refuse_client_data(int row, std::size_t column, std::string_view text);
    void clean(std::string& text, int row, std::size_t column);
    bool is_no_data(int row, const std::vector<Cell>& cells);
    /// Pages of a table begin with them again.
    void remember_headings(const std::vector<Cell>& cells);
    void warn_of_headings(int row, const std::vector<Cell>& cells);

    DirectoryTable table_;
    std::vector<std::vector<std::string>> written_headings_;  ///< as match_key, by column
    MarkedCells marked_;
    RowsOfData data_;
    const Limits& limits_;
    RowBudget budget_{"offers", limits_};
    NetworkBuilder& builder_;
};

}  // namespace lotse::io

#endif

#include "merged_values.hpp"

#include "covered_cells.hpp"
#include "table_rows.hpp"

#include <algorithm>

namespace lotse::io {

MergedValues::MergedValues(const WorkbookSheet& sheet, std::string file, NetworkBuilder& builder)
    : sheet_{sheet}, file_{std::move(file)}, builder_{builder}, merged_{sheet.merged} {
    std::erase_if(merged_, [](const MergedCells& m) { return m.first_row == m.last_row; });
    std::ranges::sort(merged_, {}, &MergedCells::first_row);
    report_covered(sheet, file_, builder);
}

void MergedValues::fill(int row, std::vector<Cell>& cells) {
    std::erase_if(open_, [&](const Open& open) { return open.range.last_row < row; });
    for (const Open& open : open_) {
        const auto column = static_cast<std::size_t>(open.range.first_column);
        if (cells.size() < column) cells.resize(column);
        if (is_blank(cells[column - 1].text)) cells[column - 1] = open.value;
    }
    for (; next_ < merged_.size() && merged_[next_].first_row <= row; ++next_)
        if (merged_[next_].first_row == row) begin(merged_[next_], cells);
}

void MergedValues::begin(const MergedCells& range, const std::vector<Cell>& cells) {
    const auto column = static_cast<std::size_t>(range.first_column);
    if (cells.size() < column || is_blank(cells[column - 1].text)) return;
    open_.push_back({range, cells[column - 1]});
    builder_.report({Severity::note,
                     "merged-cells",
                     {file_, sheet_.name, range.first_row, range.first_column},
                     message({"Verbundene Zellen: Was hier steht, gilt für die Zeilen {} bis {}.",
                              "Merged cells: what stands here holds for the rows {} to {}."},
                             {std::to_string(range.first_row), std::to_string(range.last_row)})});
}

}  // namespace lotse::io

/// Of cells merged over several rows the file keeps one value; people mean it for all of them.
#ifndef LOTSE_IO_MERGED_VALUES_HPP
#define LOTSE_IO_MERGED_VALUES_HPP

#include <lotse/model/network_builder.hpp>

#include "workbook_cells.hpp"

#include <string>
#include <vector>

namespace lotse::io {

class MergedValues {
public:
    /// Each merge that fills rows is named in a note. `sheet` must outlive the values.
    MergedValues(const WorkbookSheet& sheet, std::string file, NetworkBuilder& builder);

    /// Puts the values into the blank cells of a row. Called from top to bottom, below the
    /// headings.
    void fill(int row, std::vector<Cell>& cells);

private:
    struct Open {
        MergedCells range;
        Cell value;
    };

    void begin(const MergedCells& range, const std::vector<Cell>& cells);

    const WorkbookSheet& sheet_;
    std::string file_;
    NetworkBuilder& builder_;
    std::vector<MergedCells> merged_;
    std::size_t next_ = 0;
    std::vector<Open> open_;
};

}  // namespace lotse::io

#endif

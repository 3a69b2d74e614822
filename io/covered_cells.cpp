#include "covered_cells.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <map>

namespace lotse::io {
namespace {

/// The merges that reach into a row, asked from top to bottom. In a sound file they do not overlap.
class Merges {
public:
    explicit Merges(std::vector<MergedCells> all) : all_{std::move(all)} {
        std::ranges::sort(all_, {}, [](const MergedCells& m) {
            return std::pair{m.first_row, m.first_column};
        });
    }

    bool covers(const WorkbookCell& cell) {
        for (; next_ < all_.size() && all_[next_].first_row <= cell.row; ++next_) {
            MergedCells& open = open_[all_[next_].first_column];
            if (open.last_row < all_[next_].first_row) open = all_[next_];
        }
        auto nearest = open_.upper_bound(cell.column);
        // One that has ended may stand before one that has not.
        while (nearest != open_.begin() && std::prev(nearest)->second.last_row < cell.row)
            nearest = open_.erase(std::prev(nearest));
        if (nearest == open_.begin()) return false;
        const MergedCells& merged = std::prev(nearest)->second;
        const bool is_seen = merged.first_row == cell.row && merged.first_column == cell.column;
        return cell.row <= merged.last_row && cell.column <= merged.last_column && !is_seen;
    }

private:
    std::vector<MergedCells> all_;
    std::size_t next_ = 0;
    std::map<int, MergedCells> open_;  ///< by first column
};

}  // namespace

void set_covered_apart(WorkbookSheet& sheet) {
    if (sheet.merged.empty()) return;
    Merges merges{sheet.merged};
    std::erase_if(sheet.cells, [&](WorkbookCell& cell) {
        if (!merges.covers(cell)) return false;
        if (!unicode::trim(cell.text).empty()) sheet.covered.push_back(cell);
        return true;
    });
}

void report_covered(const WorkbookSheet& sheet, const std::string& file, NetworkBuilder& builder) {
    for (const WorkbookCell& cell : sheet.covered)
        builder.report({Severity::warning,
                        "covered-cell",
                        {file, sheet.name, cell.row, cell.column},
                        Text{"Unter den verbundenen Zellen steht hier unsichtbar ein Wert; er wird "
                             "nicht gelesen. Bitte den Verbund aufheben und prüfen.",
                             "Under the merged cells a value stands here unseen; it is not read. "
                             "Unmerge them and check."}});
}

}  // namespace lotse::io

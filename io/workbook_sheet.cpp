#include "workbook_sheet.hpp"

#include "covered_cells.hpp"
#include "network_table.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"
#include "workbook_remarks.hpp"
#include "workbook_text.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace lotse::io {
namespace {

using SheetRow = std::span<const WorkbookCell>;

SheetRow next_row(SheetRow rest) {
    const auto end = std::ranges::find_if(
        rest, [&](const WorkbookCell& cell) { return cell.row != rest.front().row; });
    return rest.first(static_cast<std::size_t>(end - rest.begin()));
}

/// Texts by column, up to the last cell that is not blank.
std::vector<std::string> fields_of(SheetRow row) {
    std::vector<std::string> fields;
    for (const WorkbookCell& cell : row) {
        if (is_blank(cell.text)) continue;
        fields.resize(static_cast<std::size_t>(cell.column));
        fields.back() = cell.text;
    }
    return fields;
}

CellKind kind_of(WorkbookCellKind kind) {
    switch (kind) {
        case WorkbookCellKind::number: return CellKind::number;
        case WorkbookCellKind::date:
        case WorkbookCellKind::moment:
        case WorkbookCellKind::time: return CellKind::date;
        case WorkbookCellKind::error: return CellKind::error;
        case WorkbookCellKind::text:
        case WorkbookCellKind::boolean:
        case WorkbookCellKind::empty_formula:
        case WorkbookCellKind::lost_formula: break;
    }
    return CellKind::text;
}

bool is_number_column(std::string_view table, const std::string& heading) {
    const std::string_view key = column_key(table, clean_label(heading).value_or(heading));
    bool numbers = false;
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != table) return;
        for_each_column<Row>([&](const auto& column) {
            using T = typename std::decay_t<decltype(column)>::Type;
            if (column.key == key) numbers = column_type<T>() != ColumnType::text;
        });
    });
    return numbers;
}

class SheetReader {
public:
    SheetReader(const WorkbookSheet& sheet, const std::string& file, std::string_view table_key,
                RowBudgets& budgets, NetworkBuilder& builder)
        : sheet_{sheet},
          file_{file},
          builder_{builder},
          table_key_{table_key},
          rows_{{file, sheet.name, 0, 0}, table_key, budgets, builder} {}

    Result<CommentRows> read() {
        const auto heading = find_headings(sheet_, known_headings(table_key_));
        SheetRow rest{sheet_.cells};
        while (!rest.empty()) {
            const SheetRow row = next_row(rest);
            rest = rest.subspan(row.size());
            if (auto taken = take(row, heading ? heading->row : 0); !taken) return taken.error();
        }
        warn_of_merged();
        report_covered(sheet_, file_, builder_);
        rows_.finish();
        return rows_.comments();
    }

private:
    Status take(SheetRow row, int heading_row) {
        const int number = row.front().row;
        const std::vector<std::string> fields = fields_of(row);
        if (auto fits = rows_.check_size(number, fields); !fits) return fits;
        if (fields.empty()) {
            if (rows_.has_headings()) return add(row, fields);
        } else if (number < heading_row) {
            rows_.title(number, fields);
        } else if (!rows_.has_headings()) {
            read_headings(number, fields);
        } else {
            const std::size_t first = rows_.first_column();
            const bool comment = rows_.comment(number, fields) ||
                                 (first > 0 && rows_.comment(number, fields, first));
            if (!comment && rows_.repeated_headings(number, fields)) return std::monostate{};
            if (!comment) return add(row, fields);
            comments_.insert(number);
        }
        return std::monostate{};
    }

    /// Every filled column below gets a heading, if a blank one, so that no cell goes unseen.
    void read_headings(int row, std::vector<std::string> fields) {
        for (const WorkbookCell& cell : sheet_.cells)
            if (cell.row > row && !is_blank(cell.text))
                fields.resize(std::max(fields.size(), static_cast<std::size_t>(cell.column)));
        rows_.headings(row, fields);
        for (const std::string& heading : fields)
            holds_numbers_.push_back(is_number_column(table_key_, heading));
        heading_row_ = row;
    }

    /// A row of blank texts only is no row; one of formulas without values is named.
    Status add(SheetRow row, const std::vector<std::string>& fields) {
        const int number = row.front().row;
        cells_.assign(fields.size(), {});
        std::optional<Issue> lost;
        for (const WorkbookCell& cell : row) {
            if (auto remark = remark_on(cell, place(cell))) builder_.report(*std::move(remark));
            if (cell.kind == WorkbookCellKind::lost_formula && !lost) lost = lost_formula(cell);
            const auto column = static_cast<std::size_t>(cell.column - 1);
            if (column < cells_.size()) cells_[column] = {cell_text(cell), kind_of(cell.kind)};
        }
        if (fields.empty() && !lost) return std::monostate{};
        if (auto counted = rows_.count_row(number); !counted) return counted;
        if (lost) {
            rows_.look_for_client_data(number, fields);
            rows_.reject(*std::move(lost));
        } else {
            rows_.row(number, cells_);
        }
        return std::monostate{};
    }

    std::string cell_text(const WorkbookCell& cell) const {
        if (cell.kind == WorkbookCellKind::moment) return cell.text.substr(0, 10);
        const auto column = static_cast<std::size_t>(cell.column - 1);
        const bool of_numbers = column < holds_numbers_.size() && holds_numbers_[column];
        if (cell.kind == WorkbookCellKind::number && !of_numbers) return shortest_number(cell.text);
        return cell.text;
    }

    SourcePosition place(const WorkbookCell& cell) const {
        return rows_.at(cell.row, static_cast<std::size_t>(cell.column));
    }

    Issue lost_formula(const WorkbookCell& cell) const {
        return {Severity::error, "lost-formula", place(cell),
                Text{"Die Zelle enthält eine Formel, deren Ergebnis aus .xls nicht zu lesen ist; "
                     "die Zeile fehlt. Bitte die Arbeitsmappe als .xlsx speichern.",
                     "The cell holds a formula whose result cannot be read from .xls; the row is "
                     "missing. Save the workbook as .xlsx."}};
    }

    /// Of merged cells only the first holds what is seen in all of them.
    void warn_of_merged() {
        if (heading_row_ == 0) return;
        const auto filled = filled_starts();
        for (const MergedCells& merged : sheet_.merged) {
            if (merged.first_row <= heading_row_ || comments_.contains(merged.first_row) ||
                !filled.contains({merged.first_row, merged.first_column}))
                continue;
            rows_.report(
                Severity::warning, "merged-cells",
                rows_.at(merged.first_row, static_cast<std::size_t>(merged.first_column)),
                Text{"Verbundene Zellen: Der Inhalt gilt nur für diese Zelle, die übrigen sind "
                     "leer. Bitte den Verbund aufheben und jede Zeile ausfüllen.",
                     "Merged cells: the content counts for this cell only, the others are empty. "
                     "Unmerge them and fill in each row."});
        }
    }

    /// Row and column of the first cells of merges that hold something. O(n log n).
    std::set<std::pair<int, int>> filled_starts() const {
        std::set<std::pair<int, int>> starts, filled;
        for (const MergedCells& merged : sheet_.merged)
            starts.emplace(merged.first_row, merged.first_column);
        for (const WorkbookCell& cell : sheet_.cells)
            if (starts.contains({cell.row, cell.column})) filled.emplace(cell.row, cell.column);
        return filled;
    }

    const WorkbookSheet& sheet_;
    const std::string& file_;
    NetworkBuilder& builder_;
    std::string_view table_key_;
    TableRows rows_;
    int heading_row_ = 0;
    std::vector<bool> holds_numbers_;  ///< by column
    std::set<int> comments_;
    std::vector<Cell> cells_;
};

}  // namespace

std::optional<HeadingFit> find_headings(const WorkbookSheet& sheet, const Headings& known,
                                        TableOf of) {
    HeadingSearch search{known, of};
    SheetRow rest{sheet.cells};
    for (int looked_at = 0; looked_at < rows_searched_for_headings && !rest.empty(); ++looked_at) {
        const SheetRow row = next_row(rest);
        rest = rest.subspan(row.size());
        if (!search.offer(row.front().row, fields_of(row))) break;
    }
    return search.best();
}

Result<CommentRows> read_sheet(const WorkbookSheet& sheet, const std::string& file,
                               std::string_view table_key, RowBudgets& budgets,
                               NetworkBuilder& builder) {
    return SheetReader{sheet, file, table_key, budgets, builder}.read();
}

}  // namespace lotse::io

#include "typed_rows.hpp"

#include <stdexcept>

using namespace lotse;

void add(NetworkBuilder& builder, std::string_view table,
         const std::vector<std::vector<std::string>>& lines) {
    TableInput* input = builder.table(table, {std::string{table} + ".csv", "", 1, 0});
    if (input == nullptr) throw std::invalid_argument{"no such table"};
    int number = 0;
    for (const std::string& heading : lines.front()) input->add_column(heading, ++number);
    input->finish_columns();
    for (std::size_t row = 1; row < lines.size(); ++row) {
        std::vector<Cell> cells;
        for (const std::string& text : lines[row]) cells.push_back({text, CellKind::text});
        input->add_row(static_cast<int>(row) + 1, cells);
    }
}

std::vector<std::string> found(const BuildResult& result) {
    std::vector<std::string> out;
    for (const Issue& issue : result.issues)
        out.push_back(to_string(issue.where) + " " + std::string{issue.code});
    return out;
}

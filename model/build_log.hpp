/// What a NetworkBuilder notes while it reads: issues, row counts, and where columns stood.
#ifndef LOTSE_MODEL_BUILD_LOG_HPP
#define LOTSE_MODEL_BUILD_LOG_HPP

#include <lotse/base/issue.hpp>
#include <lotse/model/network_builder.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// One table of the input as found.
struct TableOrigin {
    SourcePosition where;                                   ///< file, sheet, row of the headings
    std::string_view table;                                 ///< its key
    std::map<std::string, int, std::less<>> column_number;  ///< by column key
};

/// Cells of a column whose text was read as an empty cell; they are said together.
struct EmptiedCells {
    RowOrigin first;
    std::string text;  ///< of the first
    std::size_t count = 0;
};

struct BuildLog {
    std::vector<Issue> issues;
    std::vector<TableOrigin> origins;
    RowCounts rows;
    std::set<std::string_view> unread;  ///< tables that were not read, or not to their end
    /// By table of the input and key of the column.
    std::map<std::pair<std::uint32_t, std::string>, EmptiedCells> emptied;

    /// Place of a row's cell; column empty: the row.
    SourcePosition place(RowOrigin origin, std::string_view column = {}) const {
        const TableOrigin& table = origins[origin.table];
        SourcePosition at = table.where;
        at.row = origin.row;
        const auto number = table.column_number.find(column);
        at.column = number == table.column_number.end() || number->second == 0 ? origin.column
                                                                               : number->second;
        return at;
    }

    void count_emptied(RowOrigin origin, std::string_view column, std::string_view text) {
        EmptiedCells& cells = emptied[{origin.table, std::string{column}}];
        const auto place = [](RowOrigin at) { return std::pair{at.row, at.column}; };
        if (cells.count++ > 0 && place(cells.first) <= place(origin)) return;
        cells.first = origin;
        cells.text = text;
    }

    void say(Severity severity, std::string_view code, SourcePosition where, Message text) {
        add({severity, code, std::move(where), std::move(text)});
    }
    /// A file of millions of faulty cells must not fill the memory with words about them: beyond
    /// `most_issues` of one severity they are only counted. Data of persons are never left out.
    void add(Issue issue) {
        std::size_t& count = counts[static_cast<std::size_t>(issue.severity)];
        if (++count <= most_issues || issue.code == client_data) issues.push_back(std::move(issue));
    }
    /// How many issues were only counted.
    std::size_t left_out() const {
        std::size_t out = 0;
        for (const std::size_t count : counts) out += count - std::min(count, most_issues);
        return out;
    }

private:
    static constexpr std::size_t most_issues = 100'000;
    std::array<std::size_t, 3> counts{};  ///< by severity
};

}  // namespace lotse

#endif

#include <lotse/base/unicode.hpp>
#include <lotse/io/flat_directory.hpp>
#include <lotse/model/privacy.hpp>

#include "column_map.hpp"
#include "directory_identity.hpp"
#include "directory_network.hpp"
#include "directory_reading.hpp"
#include "directory_table.hpp"
#include "split_offers.hpp"
#include "text_file.hpp"
#include "withheld_columns.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::io {
namespace {

/// Headings that the program knows, and those that the map names; for providers and offers, too.
Headings expected_headings(const DirectoryTable& map) {
    Headings out = directory_headings();
    for (const DirectoryRow& row : map.rows) {
        const std::string key = unicode::match_key(row.cells.front().text);
        const auto names = [&](const auto& field) {
            return std::ranges::any_of(row.cells, [&](const Cell& cell) {
                return field.contains(unicode::match_key(cell.text));
            });
        };
        if (key.empty()) {
            std::erase_if(out.required, names);  // the same in all rows
            continue;
        }
        out.insert(key);
        for (auto& field : out.required)
            if (names(field)) field.insert(key);
    }
    return out;
}

/// Cells that count; what differs in one sign only is another row.
std::string content_of(const DirectoryRow& row, const ColumnMap& map) {
    std::string out;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (map.columns[i].field != "skip") out += cell_identity(row.cells[i].text) + '\x1f';
    return out;
}

std::vector<DirectoryFacts> read_rows(DirectoryTable& table, const ColumnMap& map,
                                      DirectoryReading& reading) {
    std::vector<DirectoryFacts> out;
    std::map<std::string, int> seen;
    std::set<int> counted;  // of the rows that name several offers, some may be repeated
    std::set<int> repeated;
    for (const DirectoryRow& row : table.rows) {
        DirectoryFacts facts;
        if (!reading.read(row, facts)) {
            counted.insert(row.number);
            continue;
        }
        const auto [first, added] = seen.emplace(content_of(row, map), row.number);
        if (added) {
            out.push_back(std::move(facts));
            counted.insert(row.number);
            continue;
        }
        repeated.insert(row.number);
        reading.report(Severity::warning, "repeated-row", table.at(row.number, 0),
                       message({"Die Zeile steht schon da (Zeile {}) und zählt nicht noch einmal.",
                                "The row is already there (row {}) and does not count again."},
                               {std::to_string(first->second)}));
    }
    table.counts.passed_over +=
        std::ranges::count_if(repeated, [&](int row) { return !counted.contains(row); });
    return out;
}

/// Not of what is left out, nor of a number that nobody may read.
void report_remarks(const DirectoryTable& table, const ColumnMap& map, NetworkBuilder& builder) {
    for (const Issue& remark : table.remarks) {
        const auto column = static_cast<std::size_t>(remark.where.column - 1);
        const auto row =
            std::ranges::lower_bound(table.rows, remark.where.row, {}, &DirectoryRow::number);
        if (map.columns[column].field != "skip" &&
            !privacy::holds_personal_contact(row->cells[column].text))
            builder.report(remark);
    }
}

/// Rows of the directory with an error, whatever part of the program found it.
std::int64_t rows_with_errors(const std::vector<Issue>& issues, const DirectoryTable& table) {
    std::set<int> rows;
    for (const Issue& issue : issues)
        if (issue.severity == Severity::error && issue.where.file == table.place.file &&
            issue.where.sheet == table.place.sheet && issue.where.row > table.place.row)
            rows.insert(issue.where.row);
    for (const int row : table.heading_rows) rows.erase(row);
    return static_cast<std::int64_t>(rows.size());
}

}  // namespace

Result<DirectoryResult> read_flat_directory(const std::filesystem::path& directory,
                                            const std::filesystem::path& map,
                                            const Limits& limits) {
    NetworkBuilder builder;
    builder.describe({path_text(directory.stem()), {}, false});
    const auto map_rows =
        read_directory_table(map, map_headings(), RowsOfData::all, limits, builder);
    if (!map_rows) return map_rows.error();
    if (*map_rows)
        for (const Issue& remark : (*map_rows)->remarks) builder.report(remark);
    const auto known = *map_rows ? expected_headings(**map_rows) : directory_headings();
    auto read = read_directory_table(directory, known, RowsOfData::recognise, limits, builder);
    if (!read) return read.error();
    DirectoryResult out{{Network{{}, {}}, {}, {}}, {}, true};
    const auto refused = [&] {
        if (*read) out.counts = (*read)->counts;
        out.counts.rejected = out.counts.rows - out.counts.passed_over;
        out.built = std::move(builder).finish();
        out.was_read = false;
        return out;
    };
    if (!*read || !*map_rows || (*map_rows)->counts.rejected > 0) return refused();
    DirectoryTable& table = **read;
    report_client_headings(table, builder);
    const auto columns = read_column_map(**map_rows, table, builder);
    if (!columns) return refused();
    report_remarks(table, *columns, builder);
    report_withheld_columns(table, *columns, builder);
    split_offers(table, *columns, builder);
    const AreaNames& areas = AreaNames::built_in();
    DirectoryReading reading{table, *columns, areas, builder};
    const std::vector<DirectoryFacts> facts = read_rows(table, *columns, reading);
    build_directory_network(facts, table, *columns, areas, reading, builder);
    reading.finish();
    out.built = std::move(builder).finish();
    // The map has said what becomes of each column.
    std::erase_if(out.built.issues, [&](const Issue& issue) {
        return issue.code == "unknown-column" && issue.where.file == table.place.file &&
               issue.where.row == table.place.row;
    });
    DirectoryCounts& counts = table.counts;
    counts.rejected = rows_with_errors(out.built.issues, table);
    counts.used = counts.rows - counts.passed_over - counts.rejected;
    out.built.rows = {counts.used + counts.rejected, counts.used, counts.rejected};
    out.counts = counts;
    return out;
}

}  // namespace lotse::io

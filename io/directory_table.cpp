#include "directory_table.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "column_map.hpp"
#include "csv_dialect.hpp"
#include "csv_table.hpp"
#include "directory_rows.hpp"
#include "merged_values.hpp"
#include "swallowed_rows.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"
#include "workbook.hpp"
#include "workbook_refusal.hpp"
#include "workbook_remarks.hpp"
#include "workbook_sheet.hpp"
#include "workbook_text.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

std::vector<Cell> cells_of(CsvRecord& record) {
    std::vector<Cell> cells(record.fields.size());
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i].text = std::move(record.fields[i]);
    return cells;
}

void drop_blank_end(std::vector<Cell>& cells) {
    while (!cells.empty() && is_blank(cells.back().text)) cells.pop_back();
}

/// Columns up to the last one that holds any text below its heading.
std::size_t columns_used(std::string_view text, char delimiter, int heading_record) {
    CsvScanner scanner{text, delimiter};
    CsvRecord record;
    std::size_t used = 0;
    for (int number = 0; scanner.next(record) == CsvScanner::Step::record; ++number) {
        if (number < heading_record) continue;
        while (record.fields.size() > used && is_blank(record.fields.back()))
            record.fields.pop_back();
        const bool headings = number == heading_record;
        if (headings || record.fields.size() > used) used = std::max(used, record.fields.size());
    }
    return used;
}

Status read_csv_rows(std::string_view text, const Headings& known, DirectoryRows& rows) {
    const CsvDialect dialect = find_dialect(text, known, TableOf::directory);
    const std::size_t used = columns_used(text, dialect.delimiter, dialect.heading_record);
    CsvScanner scanner{text, dialect.delimiter};
    CsvRecord record;
    std::size_t written_headings = 0;
    for (int number = 0;; ++number) {
        const auto step = scanner.next(record);
        if (step == CsvScanner::Step::end) break;
        const std::size_t written = record.fields.size();
        auto swallowed =
            find_swallowed_rows(record.fields, written, written_headings, dialect.delimiter);
        std::vector<Cell> cells = cells_of(record);
        const std::vector<Cell> all = cells;
        drop_blank_end(cells);
        if (auto fits = rows.check_size(record.line, cells); !fits) return fits;
        if (step != CsvScanner::Step::record) {
            if (auto counted = rows.reject(
                    scanner.line(), cells, "unterminated-quote",
                    Text{"Ein Anführungszeichen, das hier beginnt, ist nicht oder mitten im "
                         "Text geschlossen; ab hier ist die Datei nicht lesbar.",
                         "A quote that begins here is not closed, or closed in the middle of "
                         "the text; from here on the file cannot be read."});
                !counted)
                return counted;
            break;
        }
        if (number == 0 && is_separator_line(text)) continue;
        if (cells.empty()) {
            rows.blank();
        } else if (number < dialect.heading_record) {
            rows.title(record.line, cells);
        } else if (!rows.has_headings()) {
            cells = all;
            written_headings = written;
            cells.resize(
                std::min(std::max(cells.size(), std::size_t{1}), std::max(used, std::size_t{1})));
            rows.headings(record.line, cells);
        } else if (cells.size() > rows.columns() || written < rows.columns()) {
            const std::string found = std::to_string(written);
            const std::string wanted = std::to_string(rows.columns());
            if (auto counted = rows.reject(
                    record.line, cells, "wrong-field-count",
                    message({"Die Zeile hat {} Felder, die Überschrift aber {} Spalten. Fehlt ein "
                             "Trennzeichen, oder gehört ein Feld in Anführungszeichen?",
                             "The row has {} fields, but the heading has {} columns. Is a "
                             "delimiter missing, or does a field need quotes?"},
                            {found, wanted}));
                !counted)
                return counted;
        } else {
            if (swallowed)
                rows.report(Severity::warning, "rows-in-cell", record.line,
                            std::move(swallowed->message), swallowed->field + 1);
            if (auto taken = rows.row(record.line, std::move(cells)); !taken) return taken;
        }
    }
    return std::monostate{};
}

CellKind kind_of(WorkbookCellKind kind) {
    switch (kind) {
        case WorkbookCellKind::number: return CellKind::number;
        case WorkbookCellKind::date:
        case WorkbookCellKind::moment: return CellKind::date;
        case WorkbookCellKind::error: return CellKind::error;
        default: return CellKind::text;
    }
}

std::string text_of(const WorkbookCell& cell) {
    if (cell.kind == WorkbookCellKind::moment) return cell.text.substr(0, 10);
    return cell.kind == WorkbookCellKind::number ? shortest_number(cell.text) : cell.text;
}

Status read_sheet_rows(const WorkbookSheet& sheet, const Headings& known, MergedValues merged,
                       DirectoryRows& rows) {
    int last = 0;
    const auto heading = find_headings(sheet, known, TableOf::directory);
    std::size_t width = 0;
    for (const WorkbookCell& cell : sheet.cells)
        if (heading && cell.row >= heading->row && !is_blank(cell.text))
            width = std::max(width, static_cast<std::size_t>(cell.column));
    for (std::size_t i = 0; i < sheet.cells.size();) {
        const int number = sheet.cells[i].row;
        rows.blank(number - last - 1);
        last = number;
        std::vector<Cell> cells;
        for (; i < sheet.cells.size() && sheet.cells[i].row == number; ++i) {
            const WorkbookCell& cell = sheet.cells[i];
            const auto column = static_cast<std::size_t>(cell.column);
            if (cells.size() < column) cells.resize(column);
            cells[column - 1] = {text_of(cell), kind_of(cell.kind)};
        }
        drop_blank_end(cells);
        if (rows.has_headings() && !cells.empty()) merged.fill(number, cells);
        if (auto fits = rows.check_size(number, cells); !fits) return fits;
        if (cells.empty()) {
            rows.blank();
        } else if (heading && number < heading->row) {
            rows.title(number, cells);
        } else if (!rows.has_headings()) {
            cells.resize(width);
            rows.headings(number, cells);
        } else if (auto taken = rows.row(number, std::move(cells)); !taken) {
            return taken;
        }
    }
    return std::monostate{};
}

/// Rows that hold no data are not read.
std::vector<Issue> remarks_on(const WorkbookSheet& sheet, const DirectoryTable& table) {
    std::vector<Issue> out;
    auto row = table.rows.begin();
    for (const WorkbookCell& cell : sheet.cells) {
        while (row != table.rows.end() && row->number < cell.row) ++row;
        if (row == table.rows.end()) break;
        if (row->number != cell.row) continue;
        const auto column = static_cast<std::size_t>(cell.column - 1);
        if (auto remark = remark_on(cell, table.at(cell.row, column)))
            out.push_back(*std::move(remark));
    }
    return out;
}

/// JSON, XML or a page, by its ending or its first signs.
bool is_no_table(const fs::path& path, std::string_view text, const std::string& file) {
    const std::string ending = unicode::match_key(path.extension().string());
    return ending == "json" || ending == "geojson" || ending == "xml" || ending == "html" ||
           unicode::trim(text) == "[]" || other_text(text, file).has_value();
}

/// Every line has as many of these signs as the others.
bool are_bars_alike(std::string_view text) {
    std::ptrdiff_t bars = 0;
    int lines = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (is_blank(line)) continue;
        const auto here = std::ranges::count(line, '|');
        if (here == 0 || (lines > 0 && here != bars)) return false;
        bars = here;
        ++lines;
    }
    return lines > 1;
}

/// The cells are separated by a sign that no table is, as the headings show, or every row.
std::optional<Issue> other_delimiter(std::string_view text, const Headings& known,
                                     const std::string& file) {
    constexpr int titles = 3;  // that may stand above the headings
    const CsvDialect dialect = find_dialect(text, known, TableOf::directory);
    CsvScanner scanner{text, dialect.delimiter};
    CsvRecord record;
    for (int number = 0; number < dialect.heading_record; ++number) scanner.next(record);
    if (scanner.next(record) == CsvScanner::Step::record && record.fields.size() > 1)
        return std::nullopt;  // whatever the titles above are separated by
    scanner = CsvScanner{text, dialect.delimiter};
    for (int number = 0; number <= dialect.heading_record + titles; ++number) {
        const auto step = scanner.next(record);
        const bool is_record = step == CsvScanner::Step::record;
        if (step == CsvScanner::Step::end || (is_record && record.fields.size() > 1)) break;
        const std::string_view line = line_of(text, record.line);
        const bool in_all_rows = number == 0 && line.find('|') != line.npos && are_bars_alike(text);
        auto words = foreign_delimiter(line, [&](std::string_view heading) {
            return in_all_rows || known.contains(unicode::match_key(heading));
        });
        if (words)
            return Issue{Severity::error,
                         "unsupported-dialect",
                         {file, {}, record.line, 0},
                         *std::move(words)};
        if (!is_record) break;
    }
    return std::nullopt;
}

/// The first sheet with content that people did not set aside; the others are named.
const WorkbookSheet* chosen_sheet(const WorkbookCells& book, const std::string& file,
                                  NetworkBuilder& builder) {
    const WorkbookSheet* chosen = nullptr;
    for (const WorkbookSheet& sheet : book.sheets) {
        if (sheet.cells.empty() || is_ignored_sheet(sheet.name)) continue;
        if (!chosen && !sheet.hidden)
            chosen = &sheet;
        else
            builder.report({Severity::warning,
                            "unknown-sheet",
                            {file, sheet.name, 0, 0},
                            Text{"Das Blatt wird nicht gelesen: Das Verzeichnis ist das erste "
                                 "Blatt, das nicht ausgeblendet ist.",
                                 "The sheet is not read: the directory is the first sheet that is "
                                 "not hidden."}});
    }
    return chosen;
}

}  // namespace

Result<std::optional<DirectoryTable>> read_directory_table(const fs::path& path,
                                                           const Headings& known, RowsOfData data,
                                                           const Limits& limits,
                                                           NetworkBuilder& builder) {
    const std::string file = path_text(path.filename());
    auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    std::optional<DirectoryRows> rows;
    Status status = std::monostate{};
    WorkbookCells book;
    const WorkbookSheet* sheet = nullptr;
    if (const auto form = workbook_form(path)) {
        auto cells = read_workbook_cells(*bytes, *form, file, limits, builder);
        if (!cells) return cells.error();
        if (!*cells) return std::optional<DirectoryTable>{};
        book = std::move(**cells);
        sheet = chosen_sheet(book, file, builder);
        if (sheet) {
            rows.emplace(SourcePosition{file, sheet->name, 0, 0}, data, limits, builder);
            status = read_sheet_rows(*sheet, known, MergedValues{*sheet, file, builder}, *rows);
        }
    } else {
        const auto text = decode_table(*std::move(bytes), file, builder);
        if (!text) return std::optional<DirectoryTable>{};
        if (is_no_table(path, *text, file)) {
            builder.report({Severity::error,
                            "not-a-table",
                            {file, {}, 0, 0},
                            Text{"Das ist keine Tabelle. Ein Verzeichnis kann CSV, XLSX, ODS oder "
                                 "XLS sein; bitte in eines davon umwandeln.",
                                 "This is no table. A directory can be CSV, XLSX, ODS or XLS; "
                                 "convert it to one of them."}});
            return std::optional<DirectoryTable>{};
        }
        if (auto other = other_delimiter(*text, known, file)) {
            builder.report(*std::move(other));
            return std::optional<DirectoryTable>{};
        }
        rows.emplace(SourcePosition{file, {}, 0, 0}, data, limits, builder);
        status = read_csv_rows(*text, known, *rows);
    }
    if (!status) return status.error();
    if (!rows || !rows->has_headings()) {
        builder.report({Severity::error,
                        "empty-table",
                        {file, {}, 0, 0},
                        Text{"Die Datei ist leer; es fehlt die Zeile mit den Überschriften.",
                             "The file is empty; the row of headings is missing."}});
        return std::optional<DirectoryTable>{};
    }
    DirectoryTable table = std::move(*rows).finish();
    if (sheet) table.remarks = remarks_on(*sheet, table);
    return std::optional{std::move(table)};
}

void report_client_headings(const DirectoryTable& table, NetworkBuilder& builder) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        const std::string& heading = table.headings[i];
        if (const auto announces = privacy::client_heading(heading))
            builder.report({Severity::error, client_data, table.heading_at(i),
                            privacy::column_refusal(heading, *announces)});
    }
}

}  // namespace lotse::io

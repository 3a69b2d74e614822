#include "directory_table.hpp"

#include <lotse/base/csv.hpp>
#include <lotse/base/formula.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>

#include "column_map.hpp"
#include "csv_dialect.hpp"
#include "directory_values.hpp"
#include "merged_values.hpp"
#include "row_budget.hpp"
#include "swallowed_rows.hpp"
#include "table_rows.hpp"
#include "text_file.hpp"
#include "workbook.hpp"
#include "workbook_sheet.hpp"

#include <algorithm>
#include <set>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

std::size_t filled(const std::vector<Cell>& cells) {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const Cell& c) { return !is_blank(c.text); }));
}

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
    DirectoryTable finish() && { return std::move(table_); }

    Status check_size(int row, const std::vector<Cell>& cells) const {
        const std::string where = to_string(table_.at(row, 0));
        if (cells.size() > static_cast<std::size_t>(limits_.columns))
            return limit_error("columns", limits_.columns, where);
        const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
        if (std::ranges::any_of(cells, [&](const Cell& c) { return c.text.size() > longest; }))
            return limit_error("field-kb", limits_.field_kb, where);
        return std::monostate{};
    }

    void blank(int rows = 1) { table_.counts.blank += rows; }

    void title(int row, std::string_view text) {
        ++table_.counts.titles;
        if (refuse_client_data(row, 0, text)) return;
        report(Severity::note, "title-row", row,
               message({"Zeile über den Überschriften übergangen: „{}“",
                        "Row above the headings passed over: '{}'"},
                       {text}));
    }

    void headings(int row, const std::vector<Cell>& cells) {
        table_.place.row = row;
        std::set<std::string> taken;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto clean = clean_label(cells[i].text);
            if (!clean)
                report(Severity::error, "bad-heading", row,
                       message({"Die Überschrift „{}“ enthält unsichtbare Steuerzeichen oder kein "
                                "gültiges UTF-8. Bitte neu eintippen.",
                                "The heading '{}' holds invisible control characters or is not "
                                "valid UTF-8. Type it again."},
                               {cells[i].text}),
                       i + 1);
            std::string name = clean.value_or(std::string{});
            if (name.empty()) name = "Spalte " + std::to_string(i + 1);
            const std::string first = name;
            for (int n = 2; !taken.insert(unicode::match_key(name)).second; ++n)
                name = first + " (" + std::to_string(n) + ")";
            table_.headings.push_back(std::move(name));
        }
    }

    /// A row with any text, below the headings.
    Status row(int row, std::vector<Cell> cells) {
        if (auto error = budget_.count_row([&] { return to_string(table_.at(row, 0)); }))
            return *std::move(error);
        ++table_.counts.rows;
        cells.resize(columns());
        for (Cell& cell : cells)
            if (cell.kind == CellKind::text && is_guarded_formula(cell.text)) cell.text.erase(0, 1);
        bool refused = false;
        for (std::size_t i = 0; i < cells.size(); ++i)
            refused |= refuse_client_data(row, i + 1, cells[i].text);
        if (refused) return std::monostate{};
        if (data_ == RowsOfData::recognise && is_no_data(row, cells)) {
            ++table_.counts.passed_over;
            return std::monostate{};
        }
        if (unicode::trim(cells.front().text).starts_with('#')) {
            ++table_.counts.passed_over;
            report(Severity::note, "comment-rows", row,
                   Text{"Zeile übergangen: Sie beginnt mit # und gilt als Kommentar.",
                        "Row passed over: it begins with # and is a comment."});
            return std::monostate{};
        }
        table_.rows.push_back({row, std::move(cells)});
        return std::monostate{};
    }

    Status reject(int row, std::string_view code, Message text) {
        if (auto error = budget_.count_row([&] { return to_string(table_.at(row, 0)); }))
            return *std::move(error);
        ++table_.counts.rows;
        ++table_.counts.rejected;
        report(Severity::error, code, row, std::move(text));
        return std::monostate{};
    }

    void report(Severity severity, std::string_view code, int row, Message text,
                std::size_t column = 0) {
        builder_.report({severity,
                         code,
                         {table_.place.file, table_.place.sheet, row, static_cast<int>(column)},
                         std::move(text)});
    }

private:
    bool refuse_client_data(int row, std::size_t column, std::string_view text) {
        const auto found = privacy::client_value(text);
        if (found)
            report(Severity::error, client_data, row, privacy::value_refusal(*found), column);
        return found.has_value();
    }

    bool is_no_data(int row, const std::vector<Cell>& cells) {
        const auto first = std::ranges::find_if(cells, [](auto& c) { return !is_blank(c.text); });
        const std::size_t cells_filled = filled(cells);
        if (begins_with_total(first->text) &&
            cells_filled * 2 <= std::max<std::size_t>(4, columns())) {
            report(Severity::note, "total-row", row,
                   message({"Summenzeile übergangen: „{}“", "Row of totals passed over: '{}'"},
                           {first->text}));
            return true;
        }
        bool repeated = cells_filled > 1;
        for (std::size_t i = 0; i < cells.size() && repeated; ++i)
            repeated = is_blank(cells[i].text) ||
                       unicode::match_key(cells[i].text) == unicode::match_key(table_.headings[i]);
        if (repeated) {
            report(Severity::note, "repeated-headings", row,
                   Text{"Zeile übergangen: Sie wiederholt die Überschriften.",
                        "Row passed over: it repeats the headings."});
            return true;
        }
        if (table_.rows.empty() && are_headings(cells, cells_filled)) {
            report(Severity::warning, "second-headings", row,
                   message({"Zeile übergangen: Sie sieht aus wie eine zweite Zeile mit "
                            "Überschriften („{}“ …). Bitte alle Überschriften in eine Zeile "
                            "schreiben.",
                            "Row passed over: it looks like a second row of headings ('{}' …). "
                            "Write all headings into one row."},
                           {first->text}));
            return true;
        }
        constexpr std::size_t many_columns = 4;
        if (cells_filled == 1 && columns() >= many_columns) {
            report(Severity::warning, "lone-text", row,
                   message({"Zeile übergangen: Nur eine Zelle ist gefüllt („{}“). Ist es ein "
                            "Angebot, bitte die Zeile ausfüllen.",
                            "Row passed over: one cell only is filled ('{}'). If it is an offer, "
                            "fill in the row."},
                           {first->text}));
            return true;
        }
        return false;
    }

    /// Every filled cell is called like a field: no offer is.
    static bool are_headings(const std::vector<Cell>& cells, std::size_t cells_filled) {
        constexpr std::size_t fewest = 3;
        return cells_filled >= fewest && std::ranges::all_of(cells, [](const Cell& cell) {
                   return is_blank(cell.text) || unicode::match_key(cell.text) == "name" ||
                          directory_fields().recognise(cell.text);
               });
    }

    DirectoryTable table_;
    RowsOfData data_;
    const Limits& limits_;
    RowBudget budget_{"offers", limits_};
    NetworkBuilder& builder_;
};

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
    const CsvDialect dialect = find_dialect(text, known, LoneWord::is_title);
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
                    scanner.line(), "unterminated-quote",
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
            rows.title(record.line, std::ranges::find_if_not(cells, [](const Cell& c) {
                                        return is_blank(c.text);
                                    })->text);
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
                    record.line, "wrong-field-count",
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

Status read_sheet_rows(const WorkbookSheet& sheet, const Headings& known, MergedValues merged,
                       DirectoryRows& rows) {
    int last = 0;
    const auto heading = find_headings(sheet, known, LoneWord::is_title);
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
            cells[column - 1] = {
                cell.kind == WorkbookCellKind::moment ? cell.text.substr(0, 10) : cell.text,
                kind_of(cell.kind)};
        }
        drop_blank_end(cells);
        if (rows.has_headings() && !cells.empty()) merged.fill(number, cells);
        if (auto fits = rows.check_size(number, cells); !fits) return fits;
        if (cells.empty()) {
            rows.blank();
        } else if (heading && number < heading->row) {
            rows.title(number, std::ranges::find_if_not(cells, [](const Cell& c) {
                                   return is_blank(c.text);
                               })->text);
        } else if (!rows.has_headings()) {
            cells.resize(width);
            rows.headings(number, cells);
        } else if (auto taken = rows.row(number, std::move(cells)); !taken) {
            return taken;
        }
    }
    return std::monostate{};
}

std::optional<WorkbookForm> workbook_form(const fs::path& path) {
    const std::string ending = unicode::match_key(path.extension().string());
    if (ending == "xlsx") return WorkbookForm::xlsx;
    if (ending == "ods") return WorkbookForm::ods;
    if (ending == "xls") return WorkbookForm::xls;
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
    if (const auto form = workbook_form(path)) {
        const auto book = read_workbook_cells(*bytes, *form, file, limits, builder);
        if (!book) return book.error();
        if (!*book) return std::optional<DirectoryTable>{};
        if (const WorkbookSheet* sheet = chosen_sheet(**book, file, builder)) {
            rows.emplace(SourcePosition{file, sheet->name, 0, 0}, data, limits, builder);
            status = read_sheet_rows(*sheet, known, MergedValues{*sheet, file, builder}, *rows);
        }
    } else {
        const auto text = decode_table(*std::move(bytes), file, builder);
        if (!text) return std::optional<DirectoryTable>{};
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
    return std::optional{std::move(*rows).finish()};
}

void report_client_headings(const DirectoryTable& table, NetworkBuilder& builder) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        const std::string& heading = table.headings[i];
        if (const auto announces = privacy::client_heading(heading))
            builder.report({Severity::error, client_data, table.at(table.place.row, i),
                            privacy::column_refusal(heading, *announces)});
    }
}

}  // namespace lotse::io

#include "workbook_cells.hpp"

#include <lotse/base/child_process.hpp>

#include "covered_cells.hpp"
#include "workbook_refusal.hpp"
#include "workbook_text.hpp"

#include <signal.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace lotse::io {
namespace {

constexpr int seconds_to_read = 60;
constexpr int out_of_bounds = 5;  // io/gdal/limits.hpp

std::string_view word(WorkbookForm form) {
    switch (form) {
        case WorkbookForm::ods: return "ods";
        case WorkbookForm::xls: return "xls";
        case WorkbookForm::xlsx: break;
    }
    return "xlsx";
}

struct KindWord {
    std::string_view word;
    WorkbookCellKind kind;
};
constexpr std::array kinds{KindWord{"text", WorkbookCellKind::text},
                           KindWord{"number", WorkbookCellKind::number},
                           KindWord{"date", WorkbookCellKind::date},
                           KindWord{"moment", WorkbookCellKind::moment},
                           KindWord{"time", WorkbookCellKind::time},
                           KindWord{"boolean", WorkbookCellKind::boolean},
                           KindWord{"error", WorkbookCellKind::error},
                           KindWord{"empty-formula", WorkbookCellKind::empty_formula},
                           KindWord{"lost-formula", WorkbookCellKind::lost_formula}};

/// Takes one field off a line.
std::string_view next_field(std::string_view& line) {
    const auto tab = line.find('\t');
    const auto field = line.substr(0, tab);
    line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
    return field;
}

int next_number(std::string_view& line) {
    const auto field = next_field(line);
    int out = 0;
    std::from_chars(field.data(), field.data() + field.size(), out);
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        out += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
    }
    return out;
}

WorkbookCell parse_cell(std::string_view line, WorkbookForm form) {
    WorkbookCell cell;
    cell.row = next_number(line);
    cell.column = next_number(line);
    const auto kind = next_field(line);
    if (const auto it = std::ranges::find(kinds, kind, &KindWord::word); it != kinds.end())
        cell.kind = it->kind;
    cell.text = unescaped(line);
    if (cell.kind == WorkbookCellKind::text) cell.text = plain_text(std::move(cell.text), form);
    if (cell.kind == WorkbookCellKind::number) cell.text = plain_number(std::move(cell.text));
    return cell;
}

bool is_on_a_sheet(int row, int column) {
    constexpr int most_rows = 1'048'576;  // Excel specifications and limits
    constexpr int most_columns = 16'384;
    return row >= 1 && row <= most_rows && column >= 1 && column <= most_columns;
}

/// What lotse-gdal said; `complete` only if it came to its end.
struct Listing {
    WorkbookCells cells;
    std::optional<WorkbookRefusal> refusal;
    std::string limit;
    bool complete = false;
};

Listing parse(std::string_view output, WorkbookForm form) {
    Listing listing;
    auto& sheets = listing.cells.sheets;
    while (!output.empty()) {
        const auto end = output.find('\n');
        std::string_view line = output.substr(0, end);
        output.remove_prefix(end == output.npos ? output.size() : end + 1);
        const auto what = next_field(line);
        if (what == "sheet") {
            const bool hidden = next_field(line) == "hidden";
            sheets.push_back({unescaped(line), hidden, false, {}, {}});
        } else if (what == "comments" && !sheets.empty()) {
            sheets.back().has_comments = true;
        } else if (what == "cell" && !sheets.empty()) {
            WorkbookCell cell = parse_cell(line, form);
            if (is_on_a_sheet(cell.row, cell.column))
                sheets.back().cells.push_back(std::move(cell));
        } else if (what == "merged" && !sheets.empty()) {
            MergedCells merged;
            for (int* field :
                 {&merged.first_row, &merged.first_column, &merged.last_row, &merged.last_column})
                *field = next_number(line);
            if (is_on_a_sheet(merged.first_row, merged.first_column) &&
                is_on_a_sheet(merged.last_row, merged.last_column))
                sheets.back().merged.push_back(merged);
        } else if (what == "refused") {
            WorkbookRefusal refusal;
            refusal.code = next_field(line);
            refusal.sheet = unescaped(next_field(line));
            refusal.row = next_number(line);
            refusal.column = next_number(line);
            refusal.detail = unescaped(line);
            listing.refusal = std::move(refusal);
        } else if (what == "over-limit") {
            listing.limit = line;
        } else if (what == "end") {
            listing.complete = true;
        }
    }
    for (WorkbookSheet& sheet : sheets) set_covered_apart(sheet);
    return listing;
}

Error missing_helper() {
    return {ErrorKind::input_output,
            message({"Arbeitsmappen liest das Programm lotse-gdal; es fehlt in „{}“ und in "
                     "libexec/lotse. Bitte lotse vollständig installieren, oder die Tabellen als "
                     "CSV speichern.",
                     "Workbooks are read by the program lotse-gdal; it is missing in '{}' and in "
                     "libexec/lotse. Install lotse completely, or save the tables as CSV."},
                    {program_folder()})};
}

Error over_limit(std::string_view name, const std::string& file, const Limits& limits) {
    if (name == "cells")
        return {ErrorKind::limit,
                message({"{}: Die Arbeitsmappe hat mehr als 2 000 000 gefüllte Zellen. So große "
                         "Netze bitte als Ordner mit CSV-Tabellen geben.",
                         "{}: the workbook has more than 2,000,000 filled cells. Give networks of "
                         "this size as a folder of CSV tables."},
                        {file})};
    if (name == "parts")
        return {ErrorKind::limit,
                message({"{}: Die Arbeitsmappe besteht aus mehr als 1000 Teilen (Blätter, Bilder "
                         "…). Bitte nur die Tabellen des Netzes in eine neue Mappe kopieren.",
                         "{}: the workbook has more than 1000 parts (sheets, pictures ...). Copy "
                         "only the tables of the network into a new workbook."},
                        {file})};
    std::int64_t value = limits.memory_mb;
    for_each_field<Limits>([&](const auto& f) {
        if (f.key == name) value = limits.*f.member;
    });
    return limit_error(name, value, file);
}

}  // namespace

WorkbookCells parse_workbook_cells(std::string_view output, WorkbookForm form) {
    return parse(output, form).cells;
}

Result<std::optional<WorkbookCells>> read_workbook_cells(std::string_view bytes, WorkbookForm form,
                                                         const std::string& file,
                                                         const Limits& limits,
                                                         NetworkBuilder& builder) {
    const auto refused = [&](const WorkbookRefusal& why) {
        builder.report(refusal_issue(why, file));
        return std::optional<WorkbookCells>{};
    };
    if (const auto wrong = wrong_content(bytes, form)) return refused(*wrong);
    const auto program = find_helper_program("lotse-gdal");
    if (!program) return missing_helper();
    const ChildOutcome outcome =
        run_child({*program,
                   {std::string{word(form)}, std::to_string(limits.workbook_mb),
                    std::to_string(limits.workbook_ratio), std::to_string(limits.memory_mb),
                    std::to_string(seconds_to_read)},
                   bytes,
                   2 * seconds_to_read});
    if (outcome.end == ChildEnd::not_started) return missing_helper();
    if (outcome.end != ChildEnd::exited || outcome.exit_code == out_of_bounds)
        return over_limit("workbook-mb", file, limits);
    Listing listing = parse(outcome.output, form);
    if (!listing.limit.empty()) return over_limit(listing.limit, file, limits);
    if (listing.refusal) return refused(*listing.refusal);
    // What the dynamic linker says where it lacks a library, or memory for one.
    if (outcome.messages.find("loading shared libraries") != std::string::npos) {
        const bool lacks_library = outcome.messages.find("cannot open") != std::string::npos;
        return lacks_library ? missing_helper() : over_limit("memory-mb", file, limits);
    }
    if (outcome.exit_code == -SIGKILL) return over_limit("memory-mb", file, limits);
    if (outcome.exit_code != 0 || !listing.complete)
        return refused({"damaged", {}, 0, 0, std::string{word(form)}});
    return std::optional{std::move(listing.cells)};
}

}  // namespace lotse::io

#include <lotse/base/unicode.hpp>
#include <lotse/io/checked_workbook.hpp>
#include <lotse/model/network_builder.hpp>
#include <lotse/model/personal_mail.hpp>
#include <lotse/model/privacy.hpp>

#include "text_file.hpp"
#include "workbook.hpp"
#include "workbook_sheet.hpp"
#include "xlsx_book.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

using Place = std::pair<int, int>;  ///< row and column

XlsxFill fill_of(Severity severity) {
    switch (severity) {
        case Severity::error: return XlsxFill::error;
        case Severity::warning: return XlsxFill::warning;
        case Severity::note: break;
    }
    return XlsxFill::note;
}

/// What the issues say about one cell.
struct Mark {
    Severity severity = Severity::note;
    std::string words;
};

using Marks = std::map<Place, Mark>;

/// An issue about a row as a whole marks the first cell of the row.
Marks marks_of(std::span<const Issue> issues, const std::string& sheet, Language language) {
    Marks marks;
    for (const Issue& issue : issues) {
        if (issue.where.sheet != sheet || issue.where.row == 0) continue;
        Mark& mark = marks[{issue.where.row, std::max(issue.where.column, 1)}];
        const bool first = mark.words.empty();
        if (first || issue.severity < mark.severity) mark.severity = issue.severity;
        mark.words += (first ? "" : "\n") +
                      std::string{enumerator(issue.severity).label.in(language)} + ": " +
                      issue.message.in(language);
    }
    return marks;
}

bool is_mailbox_heading(std::string_view text) {
    const std::string typed = unicode::match_key(text);
    return typed == "mailbox" || typed == "funktionspostfach" || typed == "postfach";
}

/// Columns and cells that must not leave the machine, also those of rows that were passed over.
class Withheld {
public:
    Withheld(const WorkbookSheet& sheet, std::span<const Issue> issues, int heading_row,
             Mailboxes mailboxes)
        : heading_row_{heading_row} {
        for (const Issue& issue : issues) {
            if (issue.where.sheet != sheet.name) continue;
            if (issue.where.row == heading_row && issue.code == "withheld")
                columns_.insert(issue.where.column);
            if (issue.code == "personal-contact")
                cells_.emplace(issue.where.row, issue.where.column);
        }
        for (const WorkbookCell& cell : sheet.cells)
            if (cell.row == heading_row && is_mailbox_heading(cell.text))
                (mailboxes == Mailboxes::include ? open_columns_ : columns_).insert(cell.column);
    }

    bool holds(const WorkbookCell& cell) const {
        if (cell.row == heading_row_) return false;
        if (cell.row > heading_row_ && columns_.contains(cell.column)) return true;
        if (cells_.contains({cell.row, cell.column})) return true;
        return open_columns_.contains(cell.column) ? privacy::is_personal_mail_address(cell.text)
                                                   : privacy::holds_personal_contact(cell.text);
    }

private:
    int heading_row_;
    std::set<int> columns_;
    std::set<Place> cells_;       ///< that name a person
    std::set<int> open_columns_;  ///< mailboxes that were asked for
};

class CheckedBook {
public:
    CheckedBook(const std::string& title, std::span<const Issue> issues,
                const ExportOptions& options)
        : book_{title}, issues_{issues}, options_{options} {}

    void copy(const WorkbookSheet& sheet) {
        const int target = book_.add_sheet(sheet.name);
        const auto table = table_of_sheet(sheet);
        const auto heading =
            table.empty() ? std::nullopt : find_headings(sheet, known_headings(table));
        const int heading_row = heading ? heading->row : 0;
        const Withheld withheld{sheet, issues_, heading_row, options_.mailboxes};
        Marks marks = marks_of(issues_, sheet.name, options_.language);
        set_widths(target, sheet);
        for (const WorkbookCell& cell : sheet.cells) {
            XlsxLook look;
            if (cell.row == heading_row) look = {XlsxFill::heading, true, true, false, {}};
            if (const auto mark = marks.find({cell.row, cell.column}); mark != marks.end()) {
                look.fill = fill_of(mark->second.severity);
                book_.comment(target, cell.row, cell.column, mark->second.words);
                marks.erase(mark);
            }
            write(target, cell, withheld.holds(cell), std::move(look));
        }
        for (const auto& [place, mark] : marks) {  // cells that should hold something
            book_.empty(target, place.first, place.second,
                        {fill_of(mark.severity), false, false, false, {}});
            book_.comment(target, place.first, place.second, mark.words);
        }
        if (heading_row > 0) book_.freeze(target, heading_row, 1);
        book_.print_on_a4(target, heading_row);
    }

    /// `left_out` names the sheets that were not read: nobody looked for data of persons there.
    void write_log(Text name, const std::string& left_out) {
        const int sheet = book_.add_sheet(name.in(options_.language));
        const XlsxLook heading{XlsxFill::heading, true, true, false, {}};
        int column = 0;
        const auto head = [&](Text text, double width) {
            book_.text(sheet, 1, ++column, text.in(options_.language), heading);
            book_.column(sheet, column, width);
        };
        head({"Art", "Kind"}, 12);
        head({"Stelle", "Place"}, 34);
        head({"Was und was tun", "What, and what to do"}, 90);
        head({"Kennwort", "Code"}, 22);
        const XlsxLook wrapped{XlsxFill::none, false, true, false, {}};
        int row = 1;
        for (const Issue& issue : issues_) {
            ++row;
            book_.text(sheet, row, 1, enumerator(issue.severity).label.in(options_.language),
                       {fill_of(issue.severity), false, false, false, {}});
            book_.text(sheet, row, 2, to_string(issue.where), wrapped);
            book_.text(sheet, row, 3, issue.message.in(options_.language), wrapped);
            book_.text(sheet, row, 4, issue.code);
        }
        if (issues_.empty())
            book_.text(sheet, 2, 1,
                       Text{"Keine Auffälligkeiten.", "Nothing to report."}.in(options_.language));
        book_.freeze(sheet, 1, 0);
        book_.filter(sheet, 1, column, row);
        book_.print_on_a4(sheet, 1);
        if (!left_out.empty())
            book_.text(sheet, std::max(row, 2) + 2, 3,
                       message({"Nicht gelesen und nicht in dieser Arbeitsmappe: {}",
                                "Not read and not in this workbook: {}"},
                               {left_out})
                           .in(options_.language),
                       wrapped);
    }

    Result<std::string> bytes() && { return std::move(book_).bytes(); }

private:
    void set_widths(int target, const WorkbookSheet& sheet) {
        constexpr double narrowest = 9, widest = 42;
        std::map<int, std::size_t> widths;
        for (const WorkbookCell& cell : sheet.cells) {
            auto& width = widths[cell.column];
            width = std::max(width, cell.text.size());
        }
        for (const auto& [column, width] : widths)
            book_.column(target, column,
                         std::clamp(static_cast<double>(width) + 2, narrowest, widest));
    }

    void write(int sheet, const WorkbookCell& cell, bool withheld, XlsxLook look) {
        if (withheld || cell.text.empty()) return book_.empty(sheet, cell.row, cell.column, look);
        if (cell.kind == WorkbookCellKind::number) {
            double value = 0;
            const auto* end = cell.text.data() + cell.text.size();
            const auto result = std::from_chars(cell.text.data(), end, value);
            if (result.ec == std::errc{} && result.ptr == end && fits_xlsx(value))
                return book_.number(sheet, cell.row, cell.column, value, look);
        }
        look.number_format = "@";
        book_.text(sheet, cell.row, cell.column, cell.text, look);
    }

    XlsxBook book_;
    std::span<const Issue> issues_;
    const ExportOptions& options_;
};

}  // namespace

bool is_workbook(const fs::path& path) {
    return workbook_form(path).has_value();
}

Result<std::optional<std::string>> checked_workbook(const fs::path& path,
                                                    std::span<const Issue> issues,
                                                    const ExportOptions& options,
                                                    const Limits& limits) {
    const auto form = workbook_form(path);
    if (!form) return std::optional<std::string>{};
    const std::string file = path_text(path.filename());
    const auto bytes = read_bytes(path, limits);
    if (!bytes) return bytes.error();
    NetworkBuilder unheard;  // what is to be said was said when the network was read
    const auto book = read_workbook_cells(*bytes, *form, file, limits, unheard);
    if (!book) return book.error();
    if (!*book) return std::optional<std::string>{};
    CheckedBook checked{file, issues, options};
    std::string left_out;
    for (const WorkbookSheet& sheet : (*book)->sheets) {
        if (is_read_sheet(sheet))
            checked.copy(sheet);
        else if (!sheet.cells.empty() && !is_check_sheet(sheet.name))
            left_out += (left_out.empty() ? "" : ", ") + sheet.name;
    }
    checked.write_log(check_sheet, left_out);
    auto text = std::move(checked).bytes();
    if (!text) return text.error();
    return std::optional{*std::move(text)};
}

}  // namespace lotse::io

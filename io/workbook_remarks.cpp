#include "workbook_remarks.hpp"

#include "workbook_text.hpp"

#include <charconv>
#include <chrono>
#include <string>
#include <utility>

namespace lotse::io {
namespace {

/// The number that a spreadsheet took for a day of 1905: likely a year that somebody typed into a
/// cell formatted as date. 0: no such day.
int year_as_date(const WorkbookCell& cell) {
    using namespace std::chrono;
    constexpr int first = 1900, last = 2100;
    if (cell.kind != WorkbookCellKind::date || !cell.text.starts_with("1905-")) return 0;
    const auto number = [&](std::size_t at) {
        unsigned out = 1;  // of a day or month that the format hides
        if (cell.text.size() >= at + 2)
            std::from_chars(cell.text.data() + at, cell.text.data() + at + 2, out);
        return out;
    };
    const sys_days date{1905y / month{number(5)} / day{number(8)}};
    const auto serial = (date - sys_days{1899y / December / 30}).count();
    return serial >= first && serial <= last ? static_cast<int>(serial) : 0;
}

}  // namespace

std::optional<Issue> remark_on(const WorkbookCell& cell, const SourcePosition& place) {
    const auto warning = [&](std::string_view code, Message text) {
        return Issue{Severity::warning, code, place, std::move(text)};
    };
    if (cell.kind == WorkbookCellKind::empty_formula)
        return warning("empty-formula",
                       Text{"Die Formel dieser Zelle hat keinen gespeicherten Wert; die Zelle "
                            "gilt als leer. Bitte die Arbeitsmappe in der Tabellenkalkulation "
                            "öffnen und speichern.",
                            "The formula of this cell has no stored value; the cell counts as "
                            "empty. Open the workbook in the spreadsheet program and save it."});
    if (cell.kind == WorkbookCellKind::moment)
        return warning("time-left-out",
                       message({"„{}“: nur das Datum wird gelesen, nicht die Uhrzeit.",
                                "'{}': only the date is read, not the time."},
                               {cell.text}));
    if (const int year = year_as_date(cell); year > 0)
        return warning("year-as-date",
                       message({"„{}“: So zeigt eine als Datum formatierte Zelle die Zahl {}. Ist "
                                "das Jahr {} gemeint, bitte die Zelle als Text formatieren und "
                                "neu eintippen.",
                                "'{}': so a cell formatted as date shows the number {}. If the "
                                "year {} is meant, format the cell as text and type it again."},
                               {cell.text, std::to_string(year), std::to_string(year)}));
    if (cell.kind == WorkbookCellKind::number && lost_digits(cell.text))
        return warning("digits-lost",
                       message({"Von der langen Nummer {} behält die Tabellenkalkulation nur 15 "
                                "Stellen. Bitte die Zelle als Text formatieren und neu eintippen.",
                                "The spreadsheet keeps only 15 digits of the long number {}. "
                                "Format the cell as text and type it again."},
                               {cell.text}));
    return std::nullopt;
}

}  // namespace lotse::io

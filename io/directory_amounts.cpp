#include <lotse/base/number.hpp>
#include <lotse/model/codebook.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "workbook_text.hpp"

#include <algorithm>

/// Fees and periods of a directory.
namespace lotse::io {

/// A workbook shows 20 % and hands over 0.2, and 1 for 100 %, in a column of nothing but shares.
bool DirectoryReading::holds_share(const DirectoryFacts& out, std::size_t column) {
    if (column == map_.columns.size() || out.row->cells[column].kind != CellKind::number)
        return false;
    const auto number_in = [column](const DirectoryRow& row) {
        const Cell& cell = row.cells[column];
        const auto number = parse_number(plain_number(cell.text));
        const double* value = std::get_if<double>(&number);
        return value && cell.kind == CellKind::number ? *value : 0.0;
    };
    const auto [it, fresh] = share_columns_.try_emplace(column, false);
    if (fresh) {
        const auto any = [&](auto&& is) {
            return std::ranges::any_of(table_.rows,
                                       [&](const DirectoryRow& row) { return is(number_in(row)); });
        };
        it->second = any([](double number) { return number > 0 && number < 1; }) &&
                     !any([](double number) { return number > 1; });
    }
    const double here = number_in(*out.row);
    return here > 0 && (here < 1 || (here == 1 && it->second));
}

void DirectoryReading::apply_fee(DirectoryFacts& out, std::size_t column, const std::string& text) {
    if (holds_share(out, column))
        return not_understood(out, "fee_eur", column, text,
                              Text{"wohl ein Anteil in Prozent, kein Betrag",
                                   "probably a share in per cent, no amount"});
    const auto fee = fee_of(text);
    if (!fee) return not_understood(out, "fee_eur", column, text, Text{"kein Betrag", "no amount"});
    take(out, out.values["fee_eur"], "fee_eur", column, unambiguous_text(*fee), text);
    out.values.emplace("free", *fee == 0 ? "yes" : "no");
}

void DirectoryReading::apply_period(DirectoryFacts& out, std::size_t column,
                                    const std::string& text) {
    if (const Code* status = Codebook::built_in().list("offer_statuses")->recognise(text))
        return take(out, out.values["status"], "status", column, status->code, text);
    const auto period = period_of(text);
    if (!period)
        return not_understood(out, "period", column, text, Text{"kein Zeitraum", "no period"});
    if (!period->first.empty())
        take(out, out.values["start"], "start", column, period->first, text);
    if (!period->second.empty()) take(out, out.values["end"], "end", column, period->second, text);
}

}  // namespace lotse::io

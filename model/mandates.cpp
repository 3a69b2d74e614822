#include <lotse/base/csv.hpp>
#include <lotse/model/mandates.hpp>

#include "built_in.hpp"

#include <algorithm>

namespace lotse {
namespace {

std::vector<Mandate> read_mandates(std::string_view text) {
    std::vector<Mandate> out;
    CsvScanner scanner{text, ','};
    CsvRecord headings;
    scanner.next(headings);
    for (CsvRecord record; scanner.next(record) == CsvScanner::Step::record;) {
        Mandate& row = out.emplace_back();
        for (std::size_t i = 0; i < std::min(headings.fields.size(), record.fields.size()); ++i) {
            const std::string& heading = headings.fields[i];
            const std::string& field = record.fields[i];
            if (heading == "circle")
                row.circle = field;
            else if (heading == "legal_basis")
                row.legal_basis = field;
            else if (heading == "allowed" && field == "conditional")
                row.permission = Permission::conditional;
            else if (heading == "condition_de")
                row.condition.de = field;
            else if (heading == "condition_en")
                row.condition.en = field;
            else if (heading == "valid_from")
                row.valid_from = parse_partial_date(field);
            else if (heading == "valid_until")
                row.valid_until = parse_partial_date(field);
            else if (heading == "source")
                row.source = field;
        }
    }
    return out;
}

bool in_force(const Mandate& row, const std::optional<PartialDate>& at) {
    if (!at) return !row.valid_until;
    return (!row.valid_from || row.valid_from->earliest() <= at->latest()) &&
           (!row.valid_until || row.valid_until->latest() >= at->earliest());
}

}  // namespace

std::span<const Mandate> mandates() {
    static const std::vector<Mandate> rows = read_mandates(built_in_mandates().front().text);
    return rows;
}

const Mandate* find_mandate(std::string_view circle, std::string_view legal_basis,
                            const std::optional<PartialDate>& at) {
    const auto all = mandates();
    const auto it = std::ranges::find_if(all, [&](const Mandate& row) {
        return row.circle == circle && row.legal_basis == legal_basis && in_force(row, at);
    });
    return it == all.end() ? nullptr : &*it;
}

}  // namespace lotse

#include "hsds_amount.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>

#include "hsds_links.hpp"

namespace lotse::io::hsds {
namespace {

std::string_view code_of(NumberProblem problem) {
    switch (problem) {
        case NumberProblem::ambiguous: return "ambiguous-number";
        case NumberProblem::out_of_range: return "out-of-range";
        case NumberProblem::not_a_number: break;
    }
    return "bad-number";
}

}  // namespace

std::optional<Issue> faulty_amount(const ReadTable& costs, const ReadRow& row) {
    const std::string_view amount = unicode::trim(costs.text(row, "amount"));
    const bool euro = unicode::match_key(costs.text(row, "currency")) == "eur";
    if (!euro || amount.empty() || says_not_recorded(amount)) return std::nullopt;
    const auto number = parse_number(number_text(amount), {0});
    const auto* problem = std::get_if<NumberProblem>(&number);
    if (!problem) return std::nullopt;
    return Issue{Severity::error, code_of(*problem), costs.place_of(row, "amount"),
                 message({"amount: „{}“ ist kein eindeutiger Betrag ab 0; richtig wäre etwa 12.50.",
                          "amount: '{}' is no unambiguous amount from 0 on; 12.50 would be right."},
                         {amount})};
}

}  // namespace lotse::io::hsds

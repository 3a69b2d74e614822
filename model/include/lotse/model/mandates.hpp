/// Mandates: on which legal basis each legal circle may act. A dated, sourced table, not
/// code.
#ifndef LOTSE_MODEL_MANDATES_HPP
#define LOTSE_MODEL_MANDATES_HPP

#include <lotse/base/partial_date.hpp>
#include <lotse/base/text.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

enum class Permission { yes, conditional };

struct Mandate {
    std::string circle;       ///< code list legal_circles
    std::string legal_basis;  ///< code list legal_bases
    Permission permission = Permission::yes;
    Message condition;  ///< empty: none
    std::optional<PartialDate> valid_from;
    std::optional<PartialDate> valid_until;
    std::string source;
};

/// All rows of datasets/codes/mandates.csv.
std::span<const Mandate> mandates();

/// The row that lets a circle act on a legal basis on a day; nullptr: there is none. Without a
/// date the rows that are in force without an end count.
const Mandate* find_mandate(std::string_view circle, std::string_view legal_basis,
                            const std::optional<PartialDate>& at);

}  // namespace lotse

#endif

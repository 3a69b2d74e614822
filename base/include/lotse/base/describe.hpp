/// The one description of a struct's fields: key, member, wording, unit. Option parsing, --help,
/// tables and every output format read it; no other code lists a struct's fields again.
#ifndef LOTSE_BASE_DESCRIBE_HPP
#define LOTSE_BASE_DESCRIBE_HPP

#include <lotse/base/text.hpp>

#include <string_view>
#include <tuple>
#include <utility>

namespace lotse {

enum class Unit { none, share, kilometres, minutes, persons, steps, euros };

template <class Owner, class T>
struct Field {
    std::string_view key;  ///< stable snake_case name: JSON key, CSV column
    T Owner::*member;
    Text label;
    Unit unit = Unit::none;
    int digits = 3;  ///< decimals shown to people; JSON always has full precision
};

/// One entry of fields(): a member with its key, heading, unit and decimals.
template <class Owner, class T>
constexpr Field<Owner, T> field(std::string_view key, T Owner::*member, Text label,
                                Unit unit = Unit::none, int digits = 3) {
    return {key, member, label, unit, digits};
}

/// A struct with `static constexpr auto fields()` that returns a tuple of Field.
template <class T>
concept Described = requires {
    std::tuple_size<decltype(T::fields())>::value;
};

/// Calls visit(field) for each field in the order described.
template <Described T, class Visitor>
constexpr void for_each_field(Visitor&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, T::fields());
}

}  // namespace lotse

#endif

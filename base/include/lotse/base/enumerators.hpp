/// One table per enum: value, stable key, wording. Reading, printing and --help all use it.
#ifndef LOTSE_BASE_ENUMERATORS_HPP
#define LOTSE_BASE_ENUMERATORS_HPP

#include <lotse/base/text.hpp>

#include <optional>
#include <stdexcept>
#include <string_view>

namespace lotse {

template <class E>
struct Enumerator {
    E value;
    std::string_view key;
    Text label;
};
/// Deduces E.
template <class E>
Enumerator(E, std::string_view, Text) -> Enumerator<E>;  // clang 14 does not deduce aggregates

/// An enum with a constexpr function enumerators(E), found by argument-dependent lookup.
template <class E>
concept Enumerated = requires(E e) {
    enumerators(e).begin();
};

template <Enumerated E>
inline constexpr auto all_enumerators = enumerators(E{});

/// Key and label of a value. Precondition: enumerators(E) lists it.
template <Enumerated E>
constexpr const Enumerator<E>& enumerator(E value) {
    for (const auto& e : all_enumerators<E>)
        if (e.value == value) return e;
    throw std::logic_error{"enumerators() lacks a value"};
}

/// The value with exactly this key; nullopt: there is none.
template <Enumerated E>
constexpr std::optional<E> from_key(std::string_view key) {
    for (const auto& e : all_enumerators<E>)
        if (e.key == key) return e.value;
    return std::nullopt;
}

}  // namespace lotse

#endif

/// What an analysis names in its rows: a key with the words for it.
#ifndef LOTSE_ANALYSIS_CHOICES_HPP
#define LOTSE_ANALYSIS_CHOICES_HPP

#include <lotse/base/document.hpp>
#include <lotse/model/network.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace lotse::analysis {

/// An entity by its key and its own name, which is the same in both languages.
inline Choice named(const Naming& naming) {
    return {naming.key, {naming.name, naming.name}};
}

template <class E>
Choice named(const Network& network, Id<E> id) {
    return named(network.name_of(id));
}

inline Choice kind_choice(const Network& network, TieKind kind) {
    return network.codes().choice("tie_kinds", enumerator(kind).key);
}

inline void add_once(std::vector<Choice>& list, const Choice& choice) {
    if (std::ranges::find(list, choice.key, &Choice::key) == list.end()) list.push_back(choice);
}

/// Part of the whole, 0 to 1; none where there is nothing to share.
template <class Number>
std::optional<double> share(Number part, Number whole) {
    if (whole == Number{}) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace lotse::analysis

#endif

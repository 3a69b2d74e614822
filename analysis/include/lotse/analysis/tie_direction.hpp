/// Which way a tie leads, and what its kind is called from there.
#ifndef LOTSE_ANALYSIS_TIE_DIRECTION_HPP
#define LOTSE_ANALYSIS_TIE_DIRECTION_HPP

#include <lotse/base/document.hpp>
#include <lotse/model/tie.hpp>

namespace lotse::analysis {

/// Seen from one of the two actors.
enum class TieDirection { outgoing, incoming, mutual };

constexpr auto enumerators(TieDirection) {
    using enum TieDirection;
    return std::array{
        Enumerator{outgoing, "outgoing", {"von hier", "from here"}},
        Enumerator{incoming, "incoming", {"hierher", "to here"}},
        Enumerator{mutual, "mutual", {"beiderseits", "both ways"}},
    };
}

/// "ist Mitglied in", "hat als Mitglied"; `others` as in `backwards`.
constexpr Text kind_words(TieKind kind, TieDirection direction, std::size_t others = 1) {
    return direction == TieDirection::incoming ? backwards(kind, others) : enumerator(kind).label;
}

/// The kind as a cell: its key, and the words of the direction.
inline Choice kind_choice(TieKind kind, TieDirection direction) {
    return {std::string{enumerator(kind).key}, kind_words(kind, direction)};
}

}  // namespace lotse::analysis

#endif

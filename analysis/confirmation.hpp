/// Who confirms a tie: one reading for all analyses.
#ifndef LOTSE_ANALYSIS_CONFIRMATION_HPP
#define LOTSE_ANALYSIS_CONFIRMATION_HPP

#include <lotse/model/tie.hpp>

#include <optional>

namespace lotse::analysis {

/// Whether each end names the tie.
struct Confirmation {
    bool from = false;
    bool to = false;

    bool both() const { return from && to; }
    bool neither() const { return !from && !to; }
};

/// nullopt: not recorded, or in a word that says neither of the four.
inline std::optional<Confirmation> confirmation(const Tie& tie) {
    if (tie.confirmed_by == "both") return Confirmation{true, true};
    if (tie.confirmed_by == "from") return Confirmation{true, false};
    if (tie.confirmed_by == "to") return Confirmation{false, true};
    if (tie.confirmed_by == "none") return Confirmation{false, false};
    return std::nullopt;
}

}  // namespace lotse::analysis

#endif

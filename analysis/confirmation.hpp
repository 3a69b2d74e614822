/// Who confirms a tie: one reading for all analyses.
#ifndef LOTSE_ANALYSIS_CONFIRMATION_HPP
#define LOTSE_ANALYSIS_CONFIRMATION_HPP

#include <lotse/model/tie.hpp>

#include <optional>
#include <string_view>

namespace lotse::analysis {

/// Whether each end names the tie.
struct Confirmation {
    bool from = false;
    bool to = false;

    bool both() const { return from && to; }
    bool neither() const { return !from && !to; }
};

/// nullopt: not recorded, or in a word that says neither of the four.
inline std::optional<Confirmation> confirmation(std::string_view confirmed_by) {
    if (confirmed_by == "both") return Confirmation{true, true};
    if (confirmed_by == "from") return Confirmation{true, false};
    if (confirmed_by == "to") return Confirmation{false, true};
    if (confirmed_by == "none") return Confirmation{false, false};
    return std::nullopt;
}
inline std::optional<Confirmation> confirmation(const Tie& tie) {
    return confirmation(std::string_view{tie.confirmed_by});
}

}  // namespace lotse::analysis

#endif

/// By which means, how fast and how far: what turns a distance into minutes and a limit.
#ifndef LOTSE_ANALYSIS_TRAVEL_RULES_HPP
#define LOTSE_ANALYSIS_TRAVEL_RULES_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

/// As typed; empty: from the data or the code list travel_rules.
struct TravelOptions {
    std::string mode;
    std::optional<double> threshold;
    std::optional<double> detour;
    std::optional<double> speed;
};

struct TravelRule {
    double detour = 1;             ///< length of the way by its straight line
    double speed_kmh = 1;          ///< from door to door
    double threshold_minutes = 0;  ///< a way up to this is within reach

    bool in_reach(double minutes) const { return minutes <= threshold_minutes * (1 + 1e-12); }
};

/// One means of transport for the whole result, and its rule for each settlement class. The rules
/// come from the code list travel_rules, dated and sourced; options replace single values.
class TravelRules {
public:
    /// The mode asked for, else of those with rules the one most rows of the travel table have
    /// (walking aside), else public transport. Errors: usage (unknown mode; numbers that are not
    /// positive).
    static Result<TravelRules> make(const View& view, const TravelOptions& options);

    /// Class that holds where neither the area nor one above it has a recorded one.
    static constexpr std::string_view default_settlement = "3";

    const Choice& mode() const noexcept { return mode_; }
    /// The settlement class of the area, else of the next area above that has one.
    std::optional<std::string> settlement(AreaId area) const;
    const TravelRule& of(AreaId area) const;
    /// A row of the travel table that counts for the mode: its own, on foot, or not recorded.
    bool accepts(const Travel& row) const;
    const Network& network() const noexcept { return *network_; }
    /// Codes of the rules, of whichever mode, that hold nowhere for want of usable values.
    const std::vector<std::string>& unusable() const noexcept { return unusable_; }

private:
    std::shared_ptr<const Network> network_;
    Choice mode_;
    std::vector<std::pair<std::string, TravelRule>> by_settlement_;
    std::vector<std::string> unusable_;
};

/// Names such rules.
void note_unusable_rules(const std::vector<std::string>& codes, std::vector<Message>& notes);

/// Code of a mode as the travel table spells it; empty: not recorded or not known.
std::string travel_mode(const Network& network, std::string_view text);

}  // namespace lotse::analysis

#endif

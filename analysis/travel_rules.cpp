#include "travel_rules.hpp"

#include <lotse/base/number.hpp>
#include <lotse/model/headings.hpp>

#include "area_index.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// Beyond these nothing is an assumption about travel, and no result of it overflows.
struct Bounds {
    double least;
    double most;
    bool hold(double value) const { return value >= least && value <= most; }
};
constexpr Bounds detours{1, 100};
constexpr Bounds speeds{0.1, 1000};       // km/h
constexpr Bounds thresholds{0.1, 10000};  // minutes

double number(const Code& code, std::string_view attribute) {
    const auto value = parse_number(code.attribute(attribute));
    const auto* number = std::get_if<double>(&value);
    return number ? *number : 0;
}

using RulesBySettlement = std::vector<std::pair<std::string, TravelRule>>;

/// Empty: the mode has no rules, as one that a network adds to the list of modes alone.
RulesBySettlement rules_of(const Network& network, std::string_view mode,
                           const TravelOptions& options) {
    RulesBySettlement out;
    for (const Code& code : network.codes().list("travel_rules")->codes()) {
        if (code.attribute("mode") != mode) continue;
        TravelRule rule{number(code, "detour"), number(code, "speed_kmh"),
                        number(code, "threshold_minutes")};
        rule.detour = options.detour.value_or(rule.detour);
        rule.speed_kmh = options.speed.value_or(rule.speed_kmh);
        rule.threshold_minutes = options.threshold.value_or(rule.threshold_minutes);
        if (!detours.hold(rule.detour) || !speeds.hold(rule.speed_kmh) ||
            !thresholds.hold(rule.threshold_minutes))
            continue;
        const std::string_view settlement = code.attribute("settlement");
        const auto known = std::ranges::find(
            out, settlement, [](const auto& r) -> std::string_view { return r.first; });
        if (known != out.end())
            known->second = rule;  // a network's own row comes later
        else
            out.emplace_back(settlement, rule);
    }
    return out;
}

/// Among the modes with rules: nobody asked for one, so nothing may fail for want of them.
std::string usual_mode(const Network& network, const TravelOptions& options) {
    std::map<std::string, std::size_t> counts;
    for (const Travel& row : network.tables().travel)
        if (const std::string mode = travel_mode(network, row.mode);
            mode != "walk" && !mode.empty())
            ++counts[mode];
    std::string best = "public_transport";
    std::size_t most = 0;
    for (const Code& code : network.codes().list("travel_modes")->codes())
        if (const auto it = counts.find(code.code);
            it != counts.end() && it->second > most &&
            !rules_of(network, code.code, options).empty()) {
            best = code.code;
            most = it->second;
        }
    return best;
}

std::optional<Error> out_of_bounds(std::string_view option, const std::optional<double>& value,
                                   const Bounds& bounds) {
    if (!value || bounds.hold(*value)) return std::nullopt;
    return Error{ErrorKind::usage, message({"--{} muss eine Zahl von {} bis {} sein.",
                                            "--{} must be a number from {} to {}."},
                                           {Message{std::string{option}, std::string{option}},
                                            number_words(bounds.least, bounds.least < 1 ? 1 : 0),
                                            number_words(bounds.most, 0)})};
}

}  // namespace

std::string travel_mode(const Network& network, std::string_view text) {
    const Code* code = network.codes().list("travel_modes")->recognise(text);
    return code ? code->code : std::string{};
}

Result<TravelRules> TravelRules::make(const View& view, const TravelOptions& options) {
    const Network& network = *view.network;
    if (auto error = out_of_bounds("threshold", options.threshold, thresholds)) return *error;
    if (auto error = out_of_bounds("detour", options.detour, detours)) return *error;
    if (auto error = out_of_bounds("speed", options.speed, speeds)) return *error;
    std::string mode = usual_mode(network, options);
    if (!options.mode.empty()) {
        mode = travel_mode(network, options.mode);
        if (mode.empty())
            return Error{ErrorKind::usage,
                         message({"--mode: „{}“ ist kein Verkehrsmittel. Möglich sind "
                                  "public_transport, car, bicycle und walk.",
                                  "--mode: '{}' is no means of transport. Possible are "
                                  "public_transport, car, bicycle and walk."},
                                 {options.mode})};
    }
    TravelRules out;
    out.network_ = view.network;
    out.mode_ = network.codes().choice("travel_modes", mode);
    out.by_settlement_ = rules_of(network, mode, options);
    if (out.by_settlement_.empty())
        return Error{
            ErrorKind::usage,
            message({"--mode: Für „{}“ gibt es keine Regeln. Eigene gehören ins {}, Liste "
                     "travel_rules, Spalte rule: mode={}; settlement=3; detour=1.3; speed_kmh=20; "
                     "threshold_minutes=30. Was es gibt, zeigt lotse list codes.",
                     "--mode: there are no rules for '{}'. Your own belong into the {}, list "
                     "travel_rules, column rule: mode={}; settlement=3; detour=1.3; speed_kmh=20; "
                     "threshold_minutes=30. 'lotse list codes' shows what there is."},
                    {out.mode_.label, place_of_table("codes"), Message{mode, mode}})};
    return out;
}

std::optional<std::string> TravelRules::settlement(AreaId area) const {
    for (const AreaId at : up_from(*network_, area))
        if (!(*network_)[at].settlement.empty()) return (*network_)[at].settlement;
    return std::nullopt;
}

const TravelRule& TravelRules::of(AreaId area) const {
    const auto rule_for = [&](std::string_view settlement) {
        return std::ranges::find(by_settlement_, settlement,
                                 [](const auto& r) -> std::string_view { return r.first; });
    };
    auto it = rule_for(settlement(area).value_or(std::string{default_settlement}));
    if (it == by_settlement_.end()) it = rule_for(default_settlement);
    return it == by_settlement_.end() ? by_settlement_.front().second : it->second;
}

bool TravelRules::accepts(const Travel& row) const {
    if (!row.minutes && !row.km) return false;
    if (row.mode.empty()) return true;
    const std::string mode = travel_mode(*network_, row.mode);
    return mode == mode_.key || mode == "walk";
}

}  // namespace lotse::analysis

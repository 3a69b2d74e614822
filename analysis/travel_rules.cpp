#include "travel_rules.hpp"

#include <lotse/base/number.hpp>
#include <lotse/model/headings.hpp>
#include <lotse/model/travel_bounds.hpp>

#include "area_index.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

double number(const Code& code, std::string_view attribute) {
    const auto value = parse_number(code.attribute(attribute));
    const auto* number = std::get_if<double>(&value);
    return number ? *number : 0;
}

/// nullopt: a number is missing, unreadable or out of bounds.
std::optional<TravelRule> rule_of(const Code& code, const TravelOptions& options) {
    const TravelRule rule{
        options.detour.value_or(number(code, "detour")),
        options.speed.value_or(number(code, "speed_kmh")),
        options.threshold.value_or(number(code, "threshold_minutes")),
    };
    if (!travel_bounds::detour.contains(rule.detour) ||
        !travel_bounds::speed_kmh.contains(rule.speed_kmh) ||
        !travel_bounds::threshold_minutes.contains(rule.threshold_minutes))
        return std::nullopt;
    return rule;
}

using RulesBySettlement = std::vector<std::pair<std::string, TravelRule>>;

/// Empty: the mode has no rules, as one that a network adds to the list of modes alone.
RulesBySettlement rules_of(const Network& network, std::string_view mode,
                           const TravelOptions& options) {
    RulesBySettlement out;
    for (const Code& code : network.codes().list("travel_rules")->codes()) {
        if (code.attribute("mode") != mode) continue;
        const auto rule = rule_of(code, options);
        if (!rule) continue;
        const std::string_view settlement = code.attribute("settlement");
        const auto known = std::ranges::find(
            out, settlement, [](const auto& r) -> std::string_view { return r.first; });
        if (known != out.end())
            known->second = *rule;  // a network's own row comes later
        else
            out.emplace_back(settlement, *rule);
    }
    return out;
}

/// Rules that hold nowhere, of one mode or (empty) of all.
std::vector<std::string> unusable_rules(const Network& network, std::string_view mode,
                                        const TravelOptions& options) {
    std::vector<std::string> out;
    for (const Code& code : network.codes().list("travel_rules")->codes()) {
        const std::string_view of = code.attribute("mode");
        if (!mode.empty() && of != mode) continue;
        if (!network.codes().list("travel_modes")->find(of) || !rule_of(code, options))
            out.push_back(code.code);
    }
    return out;
}

Message codes_words(const std::vector<std::string>& codes) {
    std::vector<Message> words;
    for (const std::string& code : codes) words.emplace_back(code, code);
    return list_words(words);
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
                                   const NumberRange& bounds) {
    if (!value || bounds.contains(*value)) return std::nullopt;
    return Error{
        ErrorKind::usage,
        message({"--{} muss eine Zahl von {} bis {} sein.", "--{} must be a number from {} to {}."},
                {Message{std::string{option}, std::string{option}},
                 number_words(bounds.min, bounds.min < 1 ? 1 : 0), number_words(bounds.max, 0)})};
}

Error no_rules(const Network& network, const Choice& mode, const TravelOptions& options) {
    if (const auto unusable = unusable_rules(network, mode.key, options); !unusable.empty())
        return {ErrorKind::usage,
                message({"--mode: Die Regeln für „{}“ gelten nicht ({}): Werte fehlen oder sind "
                         "nicht brauchbar. lotse check sagt, welche.",
                         "--mode: the rules for '{}' do not hold ({}): values are missing or "
                         "cannot be used. 'lotse check' says which."},
                        {mode.label, codes_words(unusable)})};
    return {ErrorKind::usage,
            message({"--mode: Für „{}“ gibt es keine Regeln. Eigene gehören ins {}, Liste "
                     "travel_rules, Spalte rule: mode={}; settlement=3; detour=1.3; speed_kmh=20; "
                     "threshold_minutes=30. Was es gibt, zeigt lotse list codes.",
                     "--mode: there are no rules for '{}'. Your own belong into the {}, list "
                     "travel_rules, column rule: mode={}; settlement=3; detour=1.3; speed_kmh=20; "
                     "threshold_minutes=30. 'lotse list codes' shows what there is."},
                    {mode.label, place_of_table("codes"), Message{mode.key, mode.key}})};
}

}  // namespace

void note_unusable_rules(const std::vector<std::string>& codes, std::vector<Message>& notes) {
    if (codes.empty()) return;
    notes.push_back(message(
        {"Eigene Regeln für Wege, die nicht gelten, weil Werte fehlen oder nicht brauchbar sind: "
         "{}. lotse check sagt, welche.",
         "Rules for ways of this network's own that do not hold, because values are missing or "
         "cannot be used: {}. 'lotse check' says which."},
        {codes_words(codes)}));
}

std::string travel_mode(const Network& network, std::string_view text) {
    const Code* code = network.codes().list("travel_modes")->recognise(text);
    return code ? code->code : std::string{};
}

Result<TravelRules> TravelRules::make(const View& view, const TravelOptions& options) {
    const Network& network = *view.network;
    if (auto error =
            out_of_bounds("threshold", options.threshold, travel_bounds::threshold_minutes))
        return *error;
    if (auto error = out_of_bounds("detour", options.detour, travel_bounds::detour)) return *error;
    if (auto error = out_of_bounds("speed", options.speed, travel_bounds::speed_kmh)) return *error;
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
    if (out.by_settlement_.empty()) return no_rules(network, out.mode_, options);
    out.unusable_ = unusable_rules(network, {}, options);
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

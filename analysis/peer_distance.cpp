#include "peer_distance.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::analysis {

Guarded<double> unemployed_share(const AreaCounts& counts) {
    if (counts.unemployed.withheld || counts.unemployed_sgb2.withheld ||
        counts.unemployed_sgb3.withheld || counts.population.withheld)
        return {std::nullopt, Withheld{}};
    if (!counts.unemployed.value || counts.population.value.value_or(0) == 0) return {};
    return {static_cast<double>(*counts.unemployed.value) /
                static_cast<double>(*counts.population.value),
            std::nullopt};
}

PeerVariables peer_variables(const Network& network, const PersonCounts& counts, AreaId id) {
    const Area& area = network[id];
    PeerVariables out;
    const auto settlement = parse_integer(area.settlement, {1, 4});
    if (const auto* type = std::get_if<std::int64_t>(&settlement))
        out[0] = static_cast<double>(*type);
    out[1] = unemployed_share(counts[id]).value;
    out[2] = area.deprivation;
    if (const auto people = counts[id].population.value; people.value_or(0) > 0)
        out[3] = std::log10(static_cast<double>(*people));
    return out;
}

Standard::Standard(std::span<const PeerVariables> rows) {
    for (std::size_t i = 0; i < deviation_.size(); ++i) {
        double n = 0;
        double mean = 0;
        for (const PeerVariables& row : rows)
            if (row[i]) {
                ++n;
                mean += (*row[i] - mean) / n;
            }
        double squares = 0;
        for (const PeerVariables& row : rows)
            if (row[i]) squares += (*row[i] - mean) * (*row[i] - mean);
        if (n > 0) deviation_[i] = std::sqrt(squares / n);
    }
}

std::optional<Standard::Distance> Standard::between(const PeerVariables& a,
                                                    const PeerVariables& b) const {
    Distance out;
    double squares = 0;
    for (std::size_t i = 0; i < deviation_.size(); ++i) {
        if (!a[i] || !b[i]) continue;
        ++out.variables;
        if (deviation_[i] == 0) continue;  // all equal
        const double difference = (*a[i] - *b[i]) / deviation_[i];
        squares += difference * difference;
    }
    if (out.variables < 2) return std::nullopt;
    out.value = std::sqrt(squares / out.variables);
    return out;
}

std::optional<double> quantile(std::vector<double> values, double p) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const double at = static_cast<double>(values.size() - 1) * p;
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace lotse::analysis

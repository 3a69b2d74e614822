#include "graph_look.hpp"

#include <lotse/base/number.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lotse::io {
namespace {

/// Okabe & Ito (2008, Color Universal Design) plus three, as in the pictures.
constexpr int colour_of(std::optional<Sector> sector) {
    if (!sector) return 0x000000;
    switch (*sector) {
        case Sector::work: return 0x0072B2;
        case Sector::health: return 0x882255;
        case Sector::municipality: return 0xD55E00;
        case Sector::social: return 0xCC79A7;
        case Sector::sport: return 0xE69F00;
        case Sector::education: return 0x56B4E9;
        case Sector::insurance: return 0x009E73;
        case Sector::science: return 0xF0E442;
        case Sector::politics: return 0x555555;
        case Sector::umbrella: return 0x7A6A00;
    }
    return 0x000000;
}

std::string rounded(double value) {
    constexpr double hundredths = 100;
    return shortest_text(std::round(value * hundredths) / hundredths);
}

}  // namespace

std::vector<GraphLook> graph_looks(const Network& network) {
    const std::size_t count = network.actors().size();
    std::vector<std::size_t> degree(count);
    for (const Tie& tie : network.ties()) {
        ++degree[(*tie.from).index()];
        ++degree[(*tie.to).index()];
    }
    std::vector<std::optional<Sector>> sectors(count);
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) {
        sectors[i] = network.sector_of(ActorId{i});
        order[i] = i;
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sectors[i]; });
    constexpr double room = 20;  // along the circle, per actor
    const double radius = room * static_cast<double>(count) / (2 * std::numbers::pi);
    std::vector<GraphLook> looks(count);
    for (std::size_t place = 0; place < count; ++place) {
        const std::size_t i = order[place];
        const double angle =
            2 * std::numbers::pi * static_cast<double>(place) / static_cast<double>(count);
        const auto colour = static_cast<unsigned>(colour_of(sectors[i]));
        looks[i] = {static_cast<int>(colour >> 16U),
                    static_cast<int>((colour >> 8U) & 0xFFU),
                    static_cast<int>(colour & 0xFFU),
                    rounded(radius * std::cos(angle)),
                    rounded(radius * std::sin(angle)),
                    rounded(4 + 2 * std::sqrt(static_cast<double>(degree[i])))};
    }
    return looks;
}

}  // namespace lotse::io

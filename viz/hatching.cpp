#include "hatching.hpp"

#include "geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lotse::viz {

std::vector<Shape> hatch(const std::vector<std::vector<Point>>& rings, const Hatching& hatching) {
    // In turned coordinates u runs along the lines and v across them.
    const double half = std::sqrt(0.5);
    const auto turned = [&](Point p) { return Point{half * (p.x - p.y), half * (p.x + p.y)}; };
    const auto back = [&](double u, double v) { return Point{half * (u + v), half * (v - u)}; };
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const auto& ring : rings)
        for (const Point& p : ring) {
            lowest = std::min(lowest, turned(p).y);
            highest = std::max(highest, turned(p).y);
        }
    std::vector<Shape> lines;
    for (double v = std::ceil(lowest / hatching.distance_pt) * hatching.distance_pt; v < highest;
         v += hatching.distance_pt) {
        std::vector<double> crossings;
        for (const auto& ring : rings)
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Point p = turned(ring[i]), q = turned(ring[(i + 1) % ring.size()]);
                if ((p.y > v) == (q.y > v)) continue;
                crossings.push_back(p.x + (v - p.y) / (q.y - p.y) * (q.x - p.x));
            }
        std::sort(crossings.begin(), crossings.end());
        const double w = hatching.width_pt / 2;
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const double from = crossings[i], to = crossings[i + 1];
            if (to - from < hatching.width_pt) continue;
            lines.push_back(
                {{back(from, v - w), back(to, v - w), back(to, v + w), back(from, v + w)},
                 hatching.colour,
                 hatching.colour,
                 0});
        }
    }
    return lines;
}

}  // namespace lotse::viz

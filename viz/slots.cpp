#include "slots.hpp"

#include <limits>

namespace lotse::viz {
namespace {

constexpr int rounds = 40;

struct Metric {
    double width;
    double height;
    double squared(Point p, Point q) const {
        const double x = (p.x - q.x) / width;
        const double y = (p.y - q.y) / height;
        return x * x + y * y;
    }
};

/// First the sample nearest to the region's centre, then always the one farthest from all chosen.
std::vector<Point> farthest_first(const std::vector<Point>& samples, std::size_t count,
                                  const Metric& metric) {
    Point mean;
    for (const Point& p : samples) mean = mean + (1.0 / static_cast<double>(samples.size())) * p;
    std::vector<double> nearest(samples.size(), std::numeric_limits<double>::max());
    std::vector<Point> chosen;
    std::size_t next = 0;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (metric.squared(samples[i], mean) < metric.squared(samples[next], mean)) next = i;
    while (chosen.size() < count) {
        chosen.push_back(samples[next]);
        std::size_t farthest = 0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            nearest[i] = std::min(nearest[i], metric.squared(samples[i], chosen.back()));
            if (nearest[i] > nearest[farthest]) farthest = i;
        }
        next = farthest;
    }
    return chosen;
}

}  // namespace

std::vector<Point> spread(const std::vector<Point>& samples, std::size_t count, double width,
                          double height) {
    if (samples.empty() || count == 0) return {};
    const Metric metric{width, height};
    std::vector<Point> places = farthest_first(samples, count, metric);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Point> sums(count);
        std::vector<double> members(count, 0);
        for (const Point& sample : samples) {
            std::size_t nearest = 0;
            double best = std::numeric_limits<double>::max();
            for (std::size_t i = 0; i < count; ++i)
                if (const double d = metric.squared(sample, places[i]); d < best) {
                    best = d;
                    nearest = i;
                }
            sums[nearest] = sums[nearest] + sample;
            members[nearest] += 1;
        }
        for (std::size_t i = 0; i < count; ++i)
            if (members[i] > 0) places[i] = (1 / members[i]) * sums[i];
    }
    return places;
}

}  // namespace lotse::viz

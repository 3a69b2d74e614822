#include "slots.hpp"

#include <algorithm>
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

/// Finds the nearest of some places by looking into a grid from the inside outwards. Of two that
/// are equally near it is the first.
class NearestPlace {
public:
    NearestPlace(const std::vector<Point>& places, const Metric& metric)
        : places_{places}, metric_{metric} {
        low_ = high_ = places.front();
        for (const Point p : places) {
            low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
            high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
        }
        const double across = (high_.x - low_.x) / metric.width;
        const double down = (high_.y - low_.y) / metric.height;
        // Not many more cells than places, also of places in a line.
        const auto count = static_cast<double>(places.size());
        const double most = std::min(most_cells, count);
        cell_ = std::max({std::sqrt(across * down / count), across / most, down / most, 1e-9});
        columns_ = static_cast<int>(across / cell_) + 1;
        rows_ = static_cast<int>(down / cell_) + 1;
        cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
        for (std::size_t i = 0; i < places.size(); ++i)
            cell(column(places[i]), row(places[i])).push_back(i);
    }

    std::size_t of(Point sample) {
        const int at_column = column(sample), at_row = row(sample);
        std::size_t nearest = 0;
        double best = std::numeric_limits<double>::max();
        const auto look = [&](int c, int r) {
            if (c < 0 || r < 0 || c >= columns_ || r >= rows_) return;
            for (const std::size_t i : cell(c, r)) {
                const double d = metric_.squared(sample, places_[i]);
                if (d < best || (d == best && i < nearest)) {
                    best = d;
                    nearest = i;
                }
            }
        };
        for (int away = 0; away <= std::max(columns_, rows_); ++away) {
            const double beyond = cell_ * (away - 1) * 0.999;  // no place out there is nearer
            if (away > 1 && beyond * beyond > best) break;
            const int left = std::max(0, at_column - away);
            const int right = std::min(columns_ - 1, at_column + away);
            for (int c = left; c <= right; ++c) {
                look(c, at_row - away);
                if (away > 0) look(c, at_row + away);
            }
            const int below = std::max(0, at_row - away + 1);
            const int above = std::min(rows_, at_row + away);
            for (int r = below; r < above; ++r) {
                look(at_column - away, r);
                look(at_column + away, r);
            }
        }
        return nearest;
    }

private:
    static constexpr double most_cells = 256;  // in a row

    /// Which of so many cells a sample lies in; beside all of them: the nearest.
    int at(double distance, int cells) const {
        return static_cast<int>(std::clamp(distance / cell_, 0.0, cells - 1.0));
    }
    int column(Point p) const { return at((p.x - low_.x) / metric_.width, columns_); }
    int row(Point p) const { return at((p.y - low_.y) / metric_.height, rows_); }
    std::vector<std::size_t>& cell(int c, int r) {
        return cells_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) +
                      static_cast<std::size_t>(c)];
    }

    const std::vector<Point>& places_;
    const Metric& metric_;
    Point low_, high_;
    double cell_ = 1;
    int columns_ = 1, rows_ = 1;
    std::vector<std::vector<std::size_t>> cells_;
};

}  // namespace

std::vector<Point> spread(const std::vector<Point>& samples, std::size_t count, double width,
                          double height) {
    if (samples.empty() || count == 0) return {};
    const Metric metric{width, height};
    std::vector<Point> places = farthest_first(samples, count, metric);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Point> sums(count);
        std::vector<double> members(count, 0);
        NearestPlace place{places, metric};
        for (const Point& sample : samples) {
            const std::size_t nearest = place.of(sample);
            sums[nearest] = sums[nearest] + sample;
            members[nearest] += 1;
        }
        for (std::size_t i = 0; i < count; ++i)
            if (members[i] > 0) places[i] = (1 / members[i]) * sums[i];
    }
    return places;
}

}  // namespace lotse::viz

#include "untangle.hpp"

#include <utility>

namespace lotse::viz {
namespace {

constexpr int most_passes = 12;

class Tangle {
public:
    Tangle(std::vector<Point>& places, const std::vector<WheelTie>& ties, double crossing_cost_pt)
        : places_{places},
          ties_{ties},
          crossing_cost_pt_{crossing_cost_pt},
          ties_of_(places.size()) {
        for (std::size_t t = 0; t < ties.size(); ++t) {
            ties_of_[ties[t].from].push_back(t);
            if (ties[t].to != ties[t].from) ties_of_[ties[t].to].push_back(t);
        }
    }

    /// Cost of all ties of two items, crossings with every other tie included.
    double cost(std::size_t a, std::size_t b) {
        double sum = 0;
        for (const std::size_t t : ties_of_[a]) sum += cost_of_tie(t);
        for (const std::size_t t : ties_of_[b])
            if (ties_[t].from != a && ties_[t].to != a) sum += cost_of_tie(t);
        return sum;
    }

    bool exchange_if_better(std::size_t a, std::size_t b) {
        if (ties_of_[a].empty() && ties_of_[b].empty()) return false;
        const double before = cost(a, b);
        std::swap(places_[a], places_[b]);
        if (cost(a, b) < before - 1e-6) return true;
        std::swap(places_[a], places_[b]);
        return false;
    }

    double tests() const { return tests_; }

private:
    double cost_of_tie(std::size_t t) {
        const auto [from, to] = ties_[t];
        const Point p = places_[from], q = places_[to];
        int crossings = 0;
        for (const WheelTie& other : ties_) {
            if (other.from == from || other.from == to || other.to == from || other.to == to)
                continue;
            crossings += segments_cross(p, q, places_[other.from], places_[other.to]);
        }
        tests_ += static_cast<double>(ties_.size());
        return distance(p, q) + crossings * crossing_cost_pt_;
    }

    std::vector<Point>& places_;
    const std::vector<WheelTie>& ties_;
    double crossing_cost_pt_;
    std::vector<std::vector<std::size_t>> ties_of_;
    double tests_ = 0;
};

}  // namespace

double untangle(std::vector<Point>& places, const std::vector<WheelItem>& items,
                const std::vector<WheelTie>& ties, double crossing_cost_pt, double most_tests) {
    Tangle tangle{places, ties, crossing_cost_pt};
    for (int pass = 0; pass < most_passes; ++pass) {
        bool better = false;
        for (std::size_t a = 0; a < items.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                if (items[a].group != items[b].group) continue;
                if (tangle.tests() > most_tests) return tangle.tests();
                better |= tangle.exchange_if_better(a, b);
            }
        if (!better) break;
    }
    return tangle.tests();
}

}  // namespace lotse::viz

#include "wheel.hpp"

#include "separate.hpp"
#include "slots.hpp"
#include "untangle.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace lotse::viz {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;
constexpr double roundness = 6;            // exponent of the superellipse that the wheel fills
constexpr double least_share = 1.7;        // a wedge has room for at least so many mean boxes
constexpr double middle_generosity = 1.5;  // ties meet there
constexpr double border_share = 0.2;       // of a box, free of samples at the border
constexpr double ring_gap = 0.045;         // between middle and wedges, of the wheel's radius
constexpr double crossing_cost_pt = 45;

/// The rectangle as a wheel: angles clockwise from the left, radius 0 in the centre, 1 at the rim.
class Disc {
public:
    explicit Disc(const Rectangle& area) : area_{area} {}

    Point at(double angle, double radius) const {
        const double x = -std::cos(angle), y = -std::sin(angle);
        const double reach = radius * rim(x, y);
        const Point c = area_.centre();
        return {c.x + reach * x * area_.width() / 2, c.y + reach * y * area_.height() / 2};
    }
    double angle(Point p) const {
        const Point u = unit(p);
        const double a = std::atan2(-u.y, -u.x);
        return a < 0 ? a + full_turn : a;
    }
    /// 1 on the rim.
    double rim_radius(Point p) const {
        const Point u = unit(p);
        return std::pow(std::pow(std::abs(u.x), roundness) + std::pow(std::abs(u.y), roundness),
                        1 / roundness);
    }
    /// Circular near the centre: 1 is the ellipse that touches the rectangle.
    double middle_radius(Point p) const {
        const Point u = unit(p);
        return std::hypot(u.x, u.y);
    }
    Point on_ellipse(double angle, double radius) const {
        const Point c = area_.centre();
        return {c.x - radius * std::cos(angle) * area_.width() / 2,
                c.y - radius * std::sin(angle) * area_.height() / 2};
    }
    /// Area between the middle (an ellipse of that radius) and the rim, for a narrow wedge, in
    /// units of width * height / 8 per radian.
    double density(double angle, double middle) const {
        const double reach = rim(std::cos(angle), std::sin(angle));
        return reach * reach - middle * middle;
    }
    const Rectangle& area() const { return area_; }

private:
    static double rim(double x, double y) {
        return std::pow(std::pow(std::abs(x), roundness) + std::pow(std::abs(y), roundness),
                        -1 / roundness);
    }
    Point unit(Point p) const {
        const Point d = p - area_.centre();
        return {2 * d.x / area_.width(), 2 * d.y / area_.height()};
    }
    Rectangle area_;
};

struct Group {
    std::vector<std::size_t> items;
    double need = 0;               ///< area its boxes want
    double width = 0, height = 0;  ///< of the mean box with gap
    double start = 0, end = 0;     ///< angles of its wedge
};

std::vector<Group> collect_groups(const std::vector<WheelItem>& items, double gap_pt) {
    std::vector<Group> groups(1);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].group >= groups.size()) groups.resize(items[i].group + 1);
        Group& group = groups[items[i].group];
        group.items.push_back(i);
        group.need += (items[i].width_pt + 2 * gap_pt) * (items[i].height_pt + 2 * gap_pt);
        group.width += items[i].width_pt + 2 * gap_pt;
        group.height += items[i].height_pt + 2 * gap_pt;
    }
    for (Group& group : groups) {
        if (group.items.empty()) continue;
        group.width /= static_cast<double>(group.items.size());
        group.height /= static_cast<double>(group.items.size());
        group.need = std::max(group.need, least_share * group.width * group.height);
    }
    return groups;
}

/// Wedge order in which groups with many common ties are close: exchanges until none helps.
std::vector<std::size_t> order_wedges(const std::vector<Group>& groups,
                                      const std::vector<WheelItem>& items,
                                      const std::vector<WheelTie>& ties) {
    std::vector<std::size_t> order;
    for (std::size_t g = 1; g < groups.size(); ++g)
        if (!groups[g].items.empty()) order.push_back(g);
    std::vector<std::vector<double>> common(groups.size(), std::vector<double>(groups.size(), 0));
    for (const auto& [from, to] : ties) {
        common[items[from].group][items[to].group] += 1;
        common[items[to].group][items[from].group] += 1;
    }
    const auto cost = [&] {
        double sum = 0;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const std::size_t steps = std::min(i - j, order.size() - (i - j));
                sum += common[order[i]][order[j]] * static_cast<double>(steps);
            }
        return sum;
    };
    for (bool better = true; better;) {
        better = false;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const double before = cost();
                std::swap(order[i], order[j]);
                if (cost() < before)
                    better = true;
                else
                    std::swap(order[i], order[j]);
            }
    }
    return order;
}

/// Gives each wedge an angle so that its area is its share of the need.
void cut_wedges(std::vector<Group>& groups, const std::vector<std::size_t>& order, const Disc& disc,
                double middle) {
    constexpr int steps = 1440;
    double total_area = 0, total_need = 0;
    for (int s = 0; s < steps; ++s)
        total_area += disc.density(full_turn * (s + 0.5) / steps, middle);
    for (const std::size_t g : order) total_need += groups[g].need;
    int step = 0;
    double area = 0, need = 0;
    for (const std::size_t g : order) {
        groups[g].start = full_turn * step / steps;
        need += groups[g].need;
        while (step < steps && area < total_area * need / total_need)
            area += disc.density(full_turn * (step++ + 0.5) / steps, middle);
        groups[g].end = g == order.back() ? full_turn : full_turn * step / steps;
    }
}

/// Points of the map at which the centre of a mean box of the group may stand.
std::vector<Point> samples_of(const Group& group, bool in_middle, const Disc& disc, double middle) {
    const Rectangle& area = disc.area();
    // Places end up half a cell away from the border of the samples.
    const double inset_x = group.width * border_share, inset_y = group.height * border_share;
    const Rectangle inner{area.left + inset_x, area.top + inset_y, area.right - inset_x,
                          area.bottom - inset_y};
    const double step = std::max(3.0, std::sqrt(area.width() * area.height() / 16'000));
    std::vector<Point> samples;
    for (double y = inner.top; y <= inner.bottom; y += step)
        for (double x = inner.left; x <= inner.right; x += step) {
            const Point p{x, y};
            const double radius = disc.middle_radius(p);
            if (in_middle) {
                if (radius <= middle * 0.85) samples.push_back(p);
            } else if (radius >= middle + ring_gap && disc.rim_radius(p) <= 1) {
                const double angle = disc.angle(p);
                if (angle >= group.start && angle < group.end) samples.push_back(p);
            }
        }
    if (samples.empty())
        samples.push_back(in_middle ? area.centre() : disc.at((group.start + group.end) / 2, 0.7));
    return samples;
}

std::vector<Point> outline_of(const Group& group, const Disc& disc, double middle) {
    constexpr double step = 0.02;
    std::vector<Point> outline;
    const int pieces = std::max(2, static_cast<int>((group.end - group.start) / step));
    const auto angle = [&](int i) { return group.start + (group.end - group.start) * i / pieces; };
    for (int i = 0; i <= pieces; ++i) outline.push_back(disc.at(angle(i), 1));
    for (int i = pieces; i >= 0; --i) {
        const Point rim = disc.at(angle(i), 1);
        const double inner = (middle + ring_gap / 2) / disc.middle_radius(rim);
        const Point c = disc.area().centre();
        outline.push_back(c + inner * (rim - c));
    }
    return outline;
}

/// A wedge of half the wheel or more is no convex shape: the mean of its samples may lie outside.
void keep_out_of_middle(std::vector<Point>& slots, const std::vector<Point>& samples,
                        const Disc& disc, double middle) {
    for (Point& slot : slots)
        if (disc.middle_radius(slot) < middle + ring_gap)
            slot =
                *std::ranges::min_element(samples, {}, [&](Point p) { return distance(p, slot); });
}

/// Items with many ties get the places nearest to the centre.
void assign(const Group& group, std::vector<Point> slots, const std::vector<std::size_t>& degree,
            const Disc& disc, std::vector<Point>& places) {
    std::vector<std::size_t> items = group.items;
    std::stable_sort(items.begin(), items.end(),
                     [&](std::size_t a, std::size_t b) { return degree[a] > degree[b]; });
    std::stable_sort(slots.begin(), slots.end(), [&](Point p, Point q) {
        return disc.middle_radius(p) < disc.middle_radius(q);
    });
    for (std::size_t i = 0; i < items.size(); ++i) places[items[i]] = slots[i];
}

/// In the middle of the wedge's rim; if another heading is there, along the rim, then further in.
Rectangle heading_of(std::size_t number, const Group& group, const Disc& disc,
                     const WheelSpace& space, const std::vector<Wedge>& others) {
    constexpr double step = 0.035, innermost = 0.6;
    const double width = space.heading_width_pt[number] + 4;
    const double middle = (group.start + group.end) / 2, half = (group.end - group.start) / 2;
    const auto box_at = [&](double angle, double radius) {
        const Point p = disc.at(angle, radius);
        const Rectangle box = Rectangle::around(p, width, space.heading_height_pt);
        const Rectangle& area = space.area;
        const Point shift{
            std::max(0.0, area.left - box.left) - std::max(0.0, box.right - area.right),
            std::max(0.0, area.top - box.top) - std::max(0.0, box.bottom - area.bottom)};
        return Rectangle::around(p + shift, width, space.heading_height_pt);
    };
    for (double radius = 1; radius > innermost; radius -= step)
        for (const double share : {0.0, 0.4, -0.4, 0.8, -0.8}) {
            const Rectangle box = box_at(middle + share * half, radius);
            if (std::ranges::none_of(others, [&](const Wedge& other) {
                    return box.grown(1).overlaps(other.heading);
                }))
                return box;
        }
    return box_at(middle, 1);
}

}  // namespace

Wheel arrange_wheel(const std::vector<WheelItem>& items, const std::vector<WheelTie>& ties,
                    const WheelSpace& space) {
    std::vector<Group> groups = collect_groups(items, space.gap_pt);
    std::vector<std::size_t> degree(items.size(), 0);
    for (const auto& [from, to] : ties) {
        ++degree[from];
        ++degree[to];
    }
    double outer_need = 0;
    for (std::size_t g = 1; g < groups.size(); ++g) outer_need += groups[g].need;
    const double inner_need = middle_generosity * groups[0].need;
    const double middle =
        inner_need == 0
            ? 0.12
            : std::clamp(std::sqrt(1.2 * inner_need / (inner_need + outer_need)), 0.2, 0.95);

    const Disc disc{space.area};
    const std::vector<std::size_t> order = order_wedges(groups, items, ties);
    if (!order.empty()) cut_wedges(groups, order, disc, middle);

    Wheel wheel;
    for (double angle = 0; angle < full_turn; angle += 0.05)
        wheel.middle.push_back(disc.on_ellipse(angle, middle));
    for (const std::size_t g : order)
        wheel.wedges.push_back({g, outline_of(groups[g], disc, middle),
                                heading_of(g, groups[g], disc, space, wheel.wedges)});

    std::vector<Point> places(items.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Group& group = groups[g];
        if (group.items.empty()) continue;
        const auto samples = samples_of(group, g == 0, disc, middle);
        std::vector<Point> slots = spread(samples, group.items.size(), group.width, group.height);
        if (g > 0) keep_out_of_middle(slots, samples, disc, middle);
        assign(group, std::move(slots), degree, disc, places);
    }
    untangle(places, items, ties, crossing_cost_pt);

    std::vector<MovableBox> boxes;
    for (std::size_t i = 0; i < items.size(); ++i)
        boxes.push_back({places[i], items[i].width_pt, items[i].height_pt, places[i]});
    std::vector<Rectangle> headings;
    for (const Wedge& wedge : wheel.wedges) headings.push_back(wedge.heading);
    if (!separate(boxes, headings, space.area, space.gap_pt)) return wheel;
    for (const MovableBox& box : boxes) wheel.centres.push_back(box.centre);
    return wheel;
}

}  // namespace lotse::viz

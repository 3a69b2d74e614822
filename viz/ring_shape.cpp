#include "ring_shape.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace lotse::viz {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;
constexpr std::array<double, ring_count> exponents{2, 2.3, 3.2, 7};
constexpr double middle_exponent = 2;
constexpr double least_thickness = 0.07;  // of a ring, of the whole radius
constexpr int angle_steps = 1440;

double norm(Point u, double exponent) {
    if (exponent == 2) return std::hypot(u.x, u.y);
    return std::pow(std::pow(std::abs(u.x), exponent) + std::pow(std::abs(u.y), exponent),
                    1 / exponent);
}

/// Area of the superellipse with half axes 1.
double area_of(double exponent) {
    const double g = std::tgamma(1 + 1 / exponent);
    return 4 * g * g / std::tgamma(1 + 2 / exponent);
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

RingShares shares_by_need(const RingNeeds& needs, double middle_need) {
    RingShares shares{std::vector<double>(needs.size(), 0), {}, middle_need};
    for (std::size_t s = 0; s < needs.size(); ++s)
        for (std::size_t k = 0; k < ring_count; ++k) shares.slices[s] += needs[s][k];
    const double total = std::max(1.0, sum(shares.slices));
    for (double& slice : shares.slices) slice = std::max(slice / total, 1e-3);
    // A ring is as full as its fuller slices: boxes stay near their slice.
    for (std::size_t k = 0; k < ring_count; ++k) {
        double squares = 0, plain = 0;
        for (std::size_t s = 0; s < needs.size(); ++s) {
            squares += needs[s][k] * needs[s][k] / shares.slices[s];
            plain += needs[s][k];
        }
        shares.rings[k] = std::max((std::sqrt(squares) + plain) / 2, 1e-3 * total);
    }
    const double least_slice = 0.35 / static_cast<double>(std::max<std::size_t>(1, needs.size()));
    for (double& slice : shares.slices) slice = std::max(slice, least_slice);
    return shares;
}

RingShape::RingShape(const Rectangle& area, const RingShares& shares) : area_{area} {
    std::array<double, ring_count> rings = shares.rings;
    const double all = std::accumulate(rings.begin(), rings.end(), shares.middle);
    for (double& ring : rings) ring /= all;
    set_radii(rings, shares.middle / all);
    cut_slices(shares.slices);
}

void RingShape::set_radii(const std::array<double, ring_count>& shares, double middle_share) {
    const double whole = area_of(exponents.back());
    const auto radius = [&](double share, double exponent) {
        return std::sqrt(share * whole / area_of(exponent));
    };
    middle_radius_ = std::clamp(radius(middle_share, middle_exponent), 0.08, 0.5);
    double share = middle_share;
    double least = middle_radius_;
    for (std::size_t k = 0; k + 1 < ring_count; ++k) {
        share += shares[k];
        const double most = 1 - least_thickness * static_cast<double>(ring_count - 1 - k);
        radii_[k] =
            std::clamp(radius(share, exponents[k]), std::min(least + least_thickness, most), most);
        least = radii_[k];
    }
    radii_.back() = 1;
}

/// Slices whose area within the outer border is their share.
void RingShape::cut_slices(const std::vector<double>& shares) {
    const auto density = [](int step) {
        const double t = full_turn * (step + 0.5) / angle_steps;
        const double rim = 1 / norm({std::sin(t), std::cos(t)}, exponents.back());
        return rim * rim;
    };
    double total = 0;
    for (int step = 0; step < angle_steps; ++step) total += density(step);
    const double wanted = sum(shares);
    slice_starts_.assign(1, 0);
    int step = 0;
    double area = 0, share = 0;
    for (std::size_t s = 0; s + 1 < shares.size(); ++s) {
        share += shares[s];
        while (step < angle_steps && area < total * share / wanted) area += density(step++);
        slice_starts_.push_back(full_turn * step / angle_steps);
    }
    slice_starts_.push_back(full_turn);
}

Point RingShape::unit(Point p) const {
    const Point d = p - area_.centre();
    return {2 * d.x / area_.width(), 2 * d.y / area_.height()};
}

double RingShape::angle(Point p) const {
    const Point u = unit(p);
    const double a = std::atan2(u.x, -u.y);
    return a < 0 ? a + full_turn : a;
}

Point RingShape::at(double angle, double radius, double exponent) const {
    const Point direction{std::sin(angle), -std::cos(angle)};
    const double reach = radius / norm(direction, exponent);
    const Point c = area_.centre();
    return {c.x + reach * direction.x * area_.width() / 2,
            c.y + reach * direction.y * area_.height() / 2};
}

Point RingShape::on_border(std::size_t ring, double angle) const {
    return at(angle, radii_[ring], exponents[ring]);
}

Point RingShape::on_middle(double angle) const {
    return at(angle, middle_radius_, middle_exponent);
}

double RingShape::slack(std::size_t ring, const Rectangle& box) const {
    const Point c = area_.centre();
    const Point first = unit({box.left, box.top}), last = unit({box.right, box.bottom});
    const Point farthest{std::max(std::abs(first.x), std::abs(last.x)),
                         std::max(std::abs(first.y), std::abs(last.y))};
    const Point nearest =
        unit({std::clamp(c.x, box.left, box.right), std::clamp(c.y, box.top, box.bottom)});
    const double inner = ring == 0 ? norm(nearest, middle_exponent) - middle_radius_
                                   : norm(nearest, exponents[ring - 1]) - radii_[ring - 1];
    return std::min(radii_[ring] - norm(farthest, exponents[ring]), inner);
}

std::vector<bool> RingShape::holds(std::size_t ring, double width_pt, double height_pt,
                                   const std::vector<double>& xs,
                                   const std::vector<double>& ys) const {
    const double inner = ring == 0 ? middle_radius_ : radii_[ring - 1];
    const double inner_exponent = ring == 0 ? middle_exponent : exponents[ring - 1];
    // What a coordinate adds to both norms depends on the row or on the column alone.
    struct Parts {
        double farthest, nearest;
    };
    const auto parts = [&](double centre, double half, double middle, double half_area) {
        const double apart = std::abs(centre - middle);
        return Parts{std::pow((apart + half) / half_area, exponents[ring]),
                     std::pow(std::max(0.0, apart - half) / half_area, inner_exponent)};
    };
    const Point c = area_.centre();
    std::vector<Parts> columns, rows;
    for (const double x : xs) columns.push_back(parts(x, width_pt / 2, c.x, area_.width() / 2));
    for (const double y : ys) rows.push_back(parts(y, height_pt / 2, c.y, area_.height() / 2));
    const double most = std::pow(radii_[ring], exponents[ring]);
    const double least = std::pow(inner, inner_exponent);
    std::vector<bool> held;
    held.reserve(xs.size() * ys.size());
    for (const Parts& row : rows)
        for (const Parts& column : columns)
            held.push_back(row.farthest + column.farthest <= most &&
                           row.nearest + column.nearest >= least);
    return held;
}

std::vector<Point> RingShape::slice_outline(std::size_t slice, std::size_t ring,
                                            double inset_pt) const {
    const Point c = area_.centre();
    std::vector<Point> outline{c};
    const double start = slice_start(slice), end = slice_end(slice);
    const int pieces = std::max(4, static_cast<int>((end - start) / 0.03));
    for (int i = 0; i <= pieces; ++i) {
        const Point p = on_border(ring, start + (end - start) * i / pieces);
        const double length = distance(p, c);
        outline.push_back(c + (std::max(0.0, length - inset_pt) / length) * (p - c));
    }
    return outline;
}

std::vector<Point> RingShape::ring_outline(std::size_t ring) const {
    std::vector<Point> outline;
    for (int i = 0; i < 240; ++i) outline.push_back(on_border(ring, full_turn * i / 240));
    return outline;
}

std::vector<Point> RingShape::middle_outline() const {
    std::vector<Point> outline;
    for (int i = 0; i < 120; ++i) outline.push_back(on_middle(full_turn * i / 120));
    return outline;
}

}  // namespace lotse::viz

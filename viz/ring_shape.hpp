/// Rings around a middle and the slices of sectors: the shape of a concentric network card.
#ifndef LOTSE_VIZ_RING_SHAPE_HPP
#define LOTSE_VIZ_RING_SHAPE_HPP

#include "geometry.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace lotse::viz {

inline constexpr std::size_t ring_count = 4;

/// Area that each slice wants in each ring: needs[slice][ring], in any unit.
using RingNeeds = std::vector<std::array<double, ring_count>>;

/// How much of the angle each slice gets, and of the area each ring and the middle; in any unit.
struct RingShares {
    std::vector<double> slices;
    std::array<double, ring_count> rings{};
    double middle = 0;
};

/// Slices get their angle, rings their area by what is needed; `middle_need` is the place in the
/// middle, of the same unit.
RingShares shares_by_need(const RingNeeds& needs, double middle_need);

/// Four nested rings that fill a rectangle, and slices clockwise from the top. The inner borders
/// are ellipses, the outer ones get more and more the form of the sheet (superellipses with a
/// rising exponent), so that no corner stays empty.
class RingShape {
public:
    RingShape(const Rectangle& area, const RingShares& shares);

    const Rectangle& area() const { return area_; }
    std::size_t slices() const { return slice_starts_.size() - 1; }

    /// Clockwise from the top, 0 .. 2 pi.
    double angle(Point p) const;
    double slice_start(std::size_t slice) const { return slice_starts_[slice]; }
    double slice_end(std::size_t slice) const { return slice_starts_[slice + 1]; }
    double slice_middle(std::size_t slice) const {
        return (slice_start(slice) + slice_end(slice)) / 2;
    }

    /// On the outer border of a ring.
    Point on_border(std::size_t ring, double angle) const;
    /// On the border of the middle.
    Point on_middle(double angle) const;

    /// How far the box lies within both borders of the ring, as a share of the whole radius;
    /// negative: it crosses one.
    double slack(std::size_t ring, const Rectangle& box) const;
    bool holds(std::size_t ring, const Rectangle& box) const { return slack(ring, box) >= 0; }

    /// The same for all boxes of one size with their centres at (xs[c], ys[r]), row by row; in a
    /// tenth of the time.
    std::vector<bool> holds(std::size_t ring, double width_pt, double height_pt,
                            const std::vector<double>& xs, const std::vector<double>& ys) const;

    /// Outline of what lies inside the outer border of a ring, in a slice; drawn from the outermost
    /// ring inwards, these make the card. `inset_pt` keeps away from the border.
    std::vector<Point> slice_outline(std::size_t slice, std::size_t ring, double inset_pt) const;
    std::vector<Point> ring_outline(std::size_t ring) const;
    std::vector<Point> middle_outline() const;

private:
    void set_radii(const std::array<double, ring_count>& shares, double middle_share);
    void cut_slices(const std::vector<double>& shares);
    Point unit(Point p) const;
    Point at(double angle, double radius, double exponent) const;

    Rectangle area_;
    double middle_radius_ = 0.1;
    std::array<double, ring_count> radii_{};
    std::vector<double> slice_starts_;
};

}  // namespace lotse::viz

#endif

#include "ring_card.hpp"

#include "text_width.hpp"

#include <algorithm>
#include <limits>

namespace lotse::viz {
namespace {

constexpr std::array<double, ring_count> shades{0.20, 0.13, 0.08, 0.04};  // of the sector's colour
constexpr Colour border_colour{0x77, 0x77, 0x77};
constexpr double border_pt = 0.9;
constexpr double spoke_pt = 2.2;
constexpr double label_step = 0.05;  // radians between places tried for a label
constexpr int label_steps = 63;
constexpr double crossed_line_cost = 0.6;  // in radians away from the top

Rectangle moved_into(Rectangle box, const Rectangle& area) {
    const double x = std::max(0.0, area.left - box.left) - std::max(0.0, box.right - area.right);
    const double y = std::max(0.0, area.top - box.top) - std::max(0.0, box.bottom - area.bottom);
    return {box.left + x, box.top + y, box.right + x, box.bottom + y};
}

/// Just inside the outer border of the ring: below it near the top, above it near the bottom.
Rectangle label_box(const RingShape& shape, std::size_t ring, double angle, double width,
                    double height) {
    const Point rim = shape.on_border(ring, angle);
    const double depth = 0.5 * height + 2.5;
    const bool upper = rim.y < shape.area().centre().y;
    return moved_into(Rectangle::around(rim + Point{0, upper ? depth : -depth}, width, height),
                      shape.area());
}

std::vector<Point> spoke(const RingShape& shape, double angle) {
    const Point from = shape.area().centre(), to = shape.on_border(ring_count - 1, angle);
    const double length = distance(from, to);
    const Point side = (spoke_pt / 2 / length) * Point{-(to.y - from.y), to.x - from.x};
    return {from + side, to + side, to - side, from - side};
}

bool crosses(const Rectangle& box, Point from, Point to) {
    return segments_cross({box.left, box.top}, {box.right, box.bottom}, from, to) ||
           segments_cross({box.left, box.bottom}, {box.right, box.top}, from, to);
}

}  // namespace

std::vector<Rectangle> RingMarks::all() const {
    std::vector<Rectangle> boxes = headings;
    boxes.insert(boxes.end(), labels.begin(), labels.end());
    return boxes;
}

RingMarks mark_ring_card(const RingShape& shape, const RingCard& card, const RingInk& ink) {
    RingMarks marks;
    for (std::size_t s = 0; s < card.slices.size(); ++s) {
        const double width =
            text_width_pt(card.slices[s].name, card.heading_font, Weight::bold) + 4;
        const Point rim = shape.on_border(ring_count - 1, shape.slice_middle(s));
        Rectangle box =
            moved_into(Rectangle::around(rim, width, 1.3 * card.heading_font), shape.area());
        // Headings of narrow slices at the left and right make way downwards.
        for (const Rectangle& other : marks.headings)
            if (box.grown(2).overlaps(other)) {
                const double down = other.bottom + 3 - box.top, up = box.bottom + 3 - other.top;
                const double y = rim.x > shape.area().centre().x ? down : -up;
                box = moved_into({box.left, box.top + y, box.right, box.bottom + y}, shape.area());
            }
        marks.headings.push_back(box);
    }
    for (std::size_t k = 0; k < ring_count; ++k) {
        const double width =
            text_width_pt(card.ring_labels[k], card.label_font, Weight::bold) + card.label_font;
        const double height = 1.4 * card.label_font;
        Rectangle best = label_box(shape, k, 0, width, height);
        double least = std::numeric_limits<double>::max();
        for (int step = 0; step < 2 * label_steps; ++step) {
            const double angle = label_step * ((step + 1) / 2) * (step % 2 == 0 ? 1 : -1);
            const Rectangle box = label_box(shape, k, angle, width, height);
            const auto hits = [&](const Rectangle& other) { return box.grown(2).overlaps(other); };
            if (std::ranges::any_of(ink.boxes, hits) || std::ranges::any_of(marks.all(), hits))
                continue;
            double cost = std::abs(angle);
            for (const Point end : ink.line_ends)
                if (crosses(box, shape.area().centre(), end)) cost += crossed_line_cost;
            if (cost < least - 1e-9) {
                least = cost;
                best = box;
            }
        }
        marks.clear = marks.clear && least < std::numeric_limits<double>::max();
        marks.labels.push_back(best);
    }
    return marks;
}

void draw_ring_card(Frame& frame, const RingShape& shape, const RingCard& card,
                    const RingMarks& marks) {
    std::vector<Shape>& shapes = frame.drawing().shapes;
    for (std::size_t k = ring_count; k-- > 0;) {
        if (card.slices.empty()) {
            shapes.push_back({shape.ring_outline(k), mixed(border_colour, white, shades[k] / 2),
                              border_colour, border_pt});
            continue;
        }
        shapes.push_back({shape.ring_outline(k), border_colour, border_colour, 0});
        for (std::size_t s = 0; s < card.slices.size(); ++s)
            shapes.push_back({shape.slice_outline(s, k, border_pt),
                              mixed(card.slices[s].swatch.full, white, shades[k]), white, 0});
    }
    if (card.slices.size() > 1)
        for (std::size_t s = 0; s < card.slices.size(); ++s)
            shapes.push_back({spoke(shape, shape.slice_start(s)), white, white, 0});
    shapes.push_back({shape.middle_outline(), white, border_colour, border_pt});
    for (std::size_t s = 0; s < card.slices.size(); ++s) {
        const Rectangle& box = marks.headings[s];
        frame.print_above("sector", {box.centre().x, box.bottom - 0.32 * card.heading_font},
                          card.slices[s].name, card.heading_font, Weight::bold,
                          card.slices[s].swatch.strong, Anchor::centre);
    }
    for (std::size_t k = 0; k < ring_count; ++k) {
        const Rectangle& box = marks.labels[k];
        frame.print_above("ring", {box.centre().x, box.centre().y + 0.36 * card.label_font},
                          card.ring_labels[k], card.label_font, Weight::bold, faint_text_colour,
                          Anchor::centre);
    }
}

}  // namespace lotse::viz

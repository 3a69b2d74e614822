/// The printed ground of a concentric network card: rings, slices and their names.
#ifndef LOTSE_VIZ_RING_CARD_HPP
#define LOTSE_VIZ_RING_CARD_HPP

#include "frame.hpp"
#include "ring_shape.hpp"

#include <string>
#include <vector>

namespace lotse::viz {

struct RingSlice {
    std::string name;
    Swatch swatch;
};

struct RingCard {
    std::vector<std::string> ring_labels;  ///< from the inside
    std::vector<RingSlice> slices;         ///< none: plain rings
    double label_font = 8;
    double heading_font = 9.5;
};

/// Where the names stand; nothing else may lie there.
struct RingMarks {
    std::vector<Rectangle> headings;  ///< of the slices, at the rim
    std::vector<Rectangle> labels;    ///< of the rings, just inside their outer border
    bool clear = true;                ///< no label lies on a box
    std::vector<Rectangle> all() const;
};

/// What is drawn on the card.
struct RingInk {
    std::vector<Rectangle> boxes;  ///< the one in the middle first
    std::vector<Point> line_ends;  ///< of straight lines from the middle
};

/// The labels of the rings stand near the top where no box and few lines are in their way.
RingMarks mark_ring_card(const RingShape& shape, const RingCard& card, const RingInk& ink);

void draw_ring_card(Frame& frame, const RingShape& shape, const RingCard& card,
                    const RingMarks& marks);

}  // namespace lotse::viz

#endif

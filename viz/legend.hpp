/// The strip below a partner map: sectors, kinds of ties, actors without ties.
#ifndef LOTSE_VIZ_LEGEND_HPP
#define LOTSE_VIZ_LEGEND_HPP

#include "map_content.hpp"

#include <vector>

namespace lotse::viz {

/// Elements with their origin in the top left corner of the strip.
struct Legend {
    double height_pt = 0;
    std::vector<Shape> shapes;
    std::vector<TextLine> labels;
    std::vector<Edge> samples;
};

/// Larger than on a full sheet where there are few actors.
double legend_font(const Frame& frame, const MapContent& content);

/// `width_pt` is kept; the height follows from the content.
Legend legend(const MapContent& content, double width_pt, double font_pt);

/// Puts the strip at the foot of the frame's area and takes its place away from the area.
void add_legend(Frame& frame, Legend strip);

}  // namespace lotse::viz

#endif

/// The strip below a partner map: sectors, kinds of ties, actors without ties.
#ifndef LOTSE_VIZ_LEGEND_HPP
#define LOTSE_VIZ_LEGEND_HPP

#include "map_content.hpp"

#include <vector>

namespace lotse::viz {

/// Elements with their origin in the top left corner of the strip.
struct Legend {
    double width_pt = 0;
    double height_pt = 0;
    std::vector<Shape> shapes;
    std::vector<TextLine> labels;
    std::vector<Edge> samples;
};

/// As wide as `width_pt`, or wider where its blocks need more in this type; the height follows from
/// the content.
Legend legend(const MapContent& content, double width_pt, double font_pt);

/// The same for a sheet, not wider: in larger type where there are few actors and it takes little
/// of the sheet, in smaller type than asked for where the blocks would not fit side by side.
Legend legend(const MapContent& content, const Frame& frame);

/// Puts the strip at the foot of the frame's area and takes its place away from the area.
void add_legend(Frame& frame, Legend strip);

}  // namespace lotse::viz

#endif

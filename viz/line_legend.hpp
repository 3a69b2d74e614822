/// A legend in rows: samples of lines with their meaning, then the signs of ways.
#ifndef LOTSE_VIZ_LINE_LEGEND_HPP
#define LOTSE_VIZ_LINE_LEGEND_HPP

#include "frame.hpp"

#include <string>
#include <vector>

namespace lotse::viz {

struct LineSample {
    LineStyle style;
    std::string name;
};

enum class WaySigns { shown, left_out };

/// Puts it at the foot of the frame's area and takes its place away from the area; the styles
/// become styles of the drawing.
void add_line_legend(Frame& frame, const std::vector<LineSample>& samples, WaySigns signs);

}  // namespace lotse::viz

#endif

#include "line_legend.hpp"

#include "text_width.hpp"
#include "way_sign.hpp"

namespace lotse::viz {

void add_line_legend(Frame& frame, const std::vector<LineSample>& samples, WaySigns signs) {
    const double font = frame.font(7.6), line = 1.7 * font, sample_width = 3.2 * font;
    Rectangle& area = frame.area();
    std::vector<Point> places;  // of the samples, from the top left corner
    double x = 0, y = 0;
    for (const LineSample& sample : samples) {
        const double width = sample_width + text_width_pt(sample.name, font) + 2.1 * font;
        if (x > 0 && x + width > area.width()) {
            x = 0;
            y += line;
        }
        places.push_back({x, y});
        x += width;
    }
    if (!samples.empty()) y += line;
    const double height = y + (signs == WaySigns::shown ? line : 0);
    const Point origin{area.left, area.bottom - height + font};
    area.bottom -= height + 0.4 * font;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const LineSample& sample = samples[i];
        const Point at = origin + places[i];
        const Point start{at.x, at.y - 0.3 * font}, step{sample_width / 3, 0};
        frame.drawing().styles.push_back(sample.style);
        frame.drawing().edges.push_back(
            {"sample_" + sample.style.name,
             "",
             sample.style.name,
             "",
             "",
             {},
             {start, start + step, start + 2 * step, start + 3 * step}});
        frame.print("legend", {at.x + sample_width + 0.5 * font, at.y}, sample.name, font);
    }
    if (signs == WaySigns::shown) add_way_legend(frame, {origin.x, origin.y + y}, font);
}

}  // namespace lotse::viz

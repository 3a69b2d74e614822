#include "area_names.hpp"

#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {

AreaName area_name(const std::string& name, const std::string& value, double font_pt) {
    AreaName out;
    out.font_pt = font_pt;
    out.lines = wrap(name, font_pt, 9 * font_pt);
    out.of_name = out.lines.size();
    if (!value.empty()) out.lines.push_back(value);
    for (const std::string& line : out.lines)
        out.width_pt = std::max(out.width_pt, text_width_pt(line, font_pt, Weight::bold));
    out.width_pt += 2;
    out.height_pt = 1.25 * font_pt * static_cast<double>(out.lines.size()) + 2;
    return out;
}

void print(Frame& frame, const AreaName& name, Point centre, std::optional<Colour> plate) {
    double y = centre.y - name.height_pt / 2 + 1 + name.font_pt;
    for (std::size_t l = 0; l < name.lines.size(); ++l) {
        const Weight weight = l < name.of_name ? Weight::regular : Weight::bold;
        if (plate)
            frame.print_above("area", {centre.x, y}, name.lines[l], name.font_pt, weight,
                              text_colour, Anchor::centre, *plate);
        else
            frame.print("area", {centre.x, y}, name.lines[l], name.font_pt, weight, text_colour,
                        Anchor::centre);
        y += 1.25 * name.font_pt;
    }
}

std::vector<Point> places_at(const AreaCircle& circle) {
    const double across = circle.radius + circle.name_width_pt / 2;
    const double along = circle.radius + circle.name_height_pt / 2;
    const Point& c = circle.centre;
    return {c, c + Point{0, along}, c + Point{0, -along}, c + Point{across, 0},
            c + Point{-across, 0}};
}

std::vector<std::optional<Rectangle>> reserve_names(const std::vector<AreaCircle>& circles,
                                                    const std::vector<Rectangle>& taken,
                                                    const Rectangle& map,
                                                    std::vector<Rectangle>& kept) {
    for (const AreaCircle& circle : circles)
        if (circle.radius > 0)
            kept.push_back(Rectangle::around(circle.centre, 2 * circle.radius, 2 * circle.radius));
    const auto is_free = [&](const Rectangle& box) {
        const auto overlaps = [&](const Rectangle& other) { return box.overlaps(other); };
        return map.contains({box.left, box.top}) && map.contains({box.right, box.bottom}) &&
               std::ranges::none_of(kept, overlaps) && std::ranges::none_of(taken, overlaps);
    };
    std::vector<std::optional<Rectangle>> boxes(circles.size());
    for (std::size_t i = 0; i < circles.size(); ++i) {
        if (circles[i].radius == 0) continue;
        for (const Point& p : places_at(circles[i])) {
            const Rectangle box =
                Rectangle::around(p, circles[i].name_width_pt, circles[i].name_height_pt);
            if (!is_free(box)) continue;
            boxes[i] = box;
            kept.push_back(box);
            break;
        }
    }
    return boxes;
}

}  // namespace lotse::viz

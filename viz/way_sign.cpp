#include "way_sign.hpp"

#include "text_width.hpp"

namespace lotse::viz {
namespace {

constexpr Colour ink{0x22, 0x22, 0x22};

/// In a square of size 1 around the origin.
std::vector<Point> tick(Point centre, double size) {
    std::vector<Point> outline{{-0.32, 0.02}, {-0.22, -0.10}, {-0.08, 0.06},
                               {0.24, -0.30}, {0.34, -0.20},  {-0.08, 0.28}};
    for (Point& p : outline) p = centre + size * p;
    return outline;
}

}  // namespace

void add_way_sign(Frame& frame, WayState state, Point centre, double size_pt) {
    const bool full = state == WayState::legal || state == WayState::outside;
    const double line = state == WayState::none ? 0.5 : 0.9;
    frame.drawing().shapes.push_back({corner_points(Rectangle::around(centre, size_pt, size_pt)),
                                      full ? ink : white,
                                      state == WayState::none ? faint_text_colour : ink, line});
    if (state == WayState::legal) {
        frame.drawing().shapes.push_back({tick(centre, size_pt), white, white, 0});
        return;
    }
    const double font = std::max(least_font_pt, 0.8 * size_pt);
    const char* text = state == WayState::unclear ? "?" : state == WayState::outside ? "×" : "–";
    frame.print("sign", {centre.x, centre.y + 0.35 * font}, text, font, Weight::bold,
                full ? white : ink, Anchor::centre);
}

double add_way_legend(Frame& frame, Point at, double font_pt) {
    const double size = 1.25 * font_pt;
    double x = at.x;
    for (const auto& state : all_enumerators<WayState>) {
        add_way_sign(frame, state.value, {x + size / 2, at.y - 0.35 * font_pt}, size);
        x += size + 0.5 * font_pt;
        const std::string text = frame.say(state.label);
        frame.print("legend", {x, at.y}, text, font_pt);
        x += text_width_pt(text, font_pt) + 1.6 * font_pt;
    }
    return x;
}

}  // namespace lotse::viz

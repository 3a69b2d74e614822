#include "state_sign.hpp"

#include "hatching.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lotse::viz {
namespace {

constexpr Colour sign_colour{0x1A, 0x1A, 0x1A};
constexpr int corners_of_circle = 36;

/// A piece of a circle, clockwise from the top; angles in turns.
std::vector<Point> arc(Point centre, double radius, double from, double to) {
    std::vector<Point> points;
    for (int i = 0; i <= corners_of_circle; ++i) {
        const double angle = 2 * std::numbers::pi * (from + (to - from) * i / corners_of_circle);
        points.push_back(
            {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)});
    }
    return points;
}

Shape bar(Point from, Point to, double width) {
    const double length = distance(from, to);
    const Point across{-(to.y - from.y) * width / 2 / length, (to.x - from.x) * width / 2 / length};
    return {{from + across, to + across, to - across, from - across}, sign_colour, sign_colour, 0};
}

void add_letter(Frame& frame, const std::string& letter, Point centre, double size_pt) {
    const double font = std::max(least_font_pt, 1.15 * size_pt);
    frame.print("sign", {centre.x, centre.y + 0.36 * font}, letter, font, Weight::bold, sign_colour,
                Anchor::centre);
}

}  // namespace

Colour state_fill(CoverageState state, Scheme scheme) {
    const bool grey = scheme == Scheme::grey;
    switch (state) {
        case CoverageState::available:
            return grey ? Colour{0xD0, 0xD0, 0xD0} : Colour{0xA6, 0xDC, 0xCA};
        case CoverageState::barrier:
            return grey ? Colour{0xE2, 0xE2, 0xE2} : Colour{0xF8, 0xDF, 0xA6};
        case CoverageState::planned:
            return grey ? Colour{0xF1, 0xF1, 0xF1} : Colour{0xC9, 0xE6, 0xF8};
        case CoverageState::none: return grey ? Colour{0xFA, 0xFA, 0xFA} : Colour{0xF4, 0xCB, 0xB3};
        case CoverageState::unknown: break;
    }
    return white;
}

void add_state_field(Drawing& drawing, const Rectangle& field, CoverageState state, Scheme scheme) {
    const std::vector<Point> outline{{field.left, field.top},
                                     {field.right, field.top},
                                     {field.right, field.bottom},
                                     {field.left, field.bottom}};
    constexpr Colour frame_colour{0xBB, 0xBB, 0xBB};
    drawing.shapes.push_back({outline, state_fill(state, scheme), frame_colour, 0.4});
    if (state != CoverageState::unknown) return;
    for (Shape& line : hatch({outline}, {4.5, 0.5, {0xC4, 0xC4, 0xC4}}))
        drawing.shapes.push_back(std::move(line));
}

void add_state_sign(Frame& frame, CoverageState state, Point centre, double size_pt) {
    const double radius = size_pt / 2;
    const double pen = std::max(0.8, size_pt * 0.11);
    auto& shapes = frame.drawing().shapes;
    const auto ring = [&] {
        shapes.push_back({arc(centre, radius - pen / 2, 0, 1), white, sign_colour, pen});
    };
    switch (state) {
        case CoverageState::available:
            shapes.push_back({arc(centre, radius, 0, 1), sign_colour, sign_colour, 0});
            break;
        case CoverageState::barrier:
            ring();
            shapes.push_back({arc(centre, radius - pen / 2, 0, 0.5), sign_colour, sign_colour, 0});
            break;
        case CoverageState::planned: ring(); break;
        case CoverageState::none: {
            const double r = 0.8 * radius, width = 1.7 * pen;
            shapes.push_back(bar(centre + Point{-r, -r}, centre + Point{r, r}, width));
            shapes.push_back(bar(centre + Point{-r, r}, centre + Point{r, -r}, width));
            break;
        }
        case CoverageState::unknown: add_letter(frame, "?", centre, size_pt); break;
    }
}

void add_online_sign(Frame& frame, Point centre, double size_pt) {
    add_letter(frame, "@", centre, size_pt);
}

Text state_meaning(CoverageState state) {
    switch (state) {
        case CoverageState::available:
            return {"vorhanden: ohne bekannte Hürde", "available: without a known barrier"};
        case CoverageState::barrier:
            return {"mit Hürde, z. B. Kosten, Zugang, endet bald",
                    "with a barrier, e.g. fee, access, ends soon"};
        case CoverageState::planned: return {"geplant", "planned"};
        case CoverageState::none:
            return {"keins: festgestellt, dass es keins gibt",
                    "none: confirmed that there is none"};
        case CoverageState::unknown: break;
    }
    return {"nicht erhoben: nachfragen", "not recorded: ask"};
}

Text taking_part(CoverageState state) {
    switch (state) {
        case CoverageState::available: return {"nimmt teil", "takes part"};
        case CoverageState::barrier: return {"nimmt teil, mit Hürde", "takes part, with a barrier"};
        case CoverageState::planned: return {"geplant", "planned"};
        case CoverageState::none: return {"nimmt nicht teil", "does not take part"};
        case CoverageState::unknown: break;
    }
    return {"nicht erhoben", "not recorded"};
}

}  // namespace lotse::viz

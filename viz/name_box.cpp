#include "name_box.hpp"

#include "text_width.hpp"

#include <lotse/viz/picture.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr std::size_t most_column_lines =
    12;                              // of a node, for the renderer; its title has them all
constexpr double wrap_width = 10.5;  // of a name's lines, in font sizes: about 19 letters

int whole(double value) {
    return static_cast<int>(std::ceil(value));
}

}  // namespace

NameBox name_box(const std::string& tag, const std::string& name, double font_pt,
                 std::size_t most_lines) {
    NameBox box;
    box.font_pt = font_pt;
    double width = wrap_width * font_pt;
    do {
        box.lines = wrap(name, font_pt, width);
        width *= 1.25;
    } while (box.lines.size() > most_lines);
    double widest = 0;
    for (const std::string& line : box.lines)
        widest = std::max(widest, text_width_pt(line, font_pt));
    box.tag_font_pt = static_cast<int>(std::max(least_font_pt, 0.86 * font_pt));
    box.tag_width_pt = whole(text_width_pt(tag, box.tag_font_pt, Weight::bold) + 0.6 * font_pt);
    box.width_pt = box.tag_width_pt + whole(1.02 * widest + 0.7 * font_pt) + 2;
    box.height_pt =
        whole(line_height * font_pt * static_cast<double>(box.lines.size()) + 0.35 * font_pt) + 2;
    return box;
}

NameBox column_box(const std::string& tag, const std::string& name, double font_pt,
                   double width_pt) {
    NameBox box = name_box(tag, name, font_pt);
    box.lines = wrap(name, font_pt, (width_pt - box.tag_width_pt - 0.7 * font_pt - 2) / 1.02);
    if (box.lines.size() > most_column_lines) {
        box.lines.resize(most_column_lines);
        box.lines.back() += " …";
    }
    for (const std::string& line : box.lines)
        width_pt = std::max(
            width_pt, box.tag_width_pt + 1.02 * text_width_pt(line, font_pt) + 0.7 * font_pt + 2);
    box.width_pt = whole(width_pt);
    box.height_pt =
        whole(line_height * font_pt * static_cast<double>(box.lines.size()) + 0.35 * font_pt) + 2;
    return box;
}

Node node_of(const NameBox& box, std::string id, std::string title, std::string style,
             const std::string& tag, Point centre, const Swatch& swatch, Dash border) {
    return {
        std::move(id), std::move(title), std::move(style), centre,      box.width_pt, box.height_pt,
        tag,           box.tag_width_pt, box.tag_font_pt,  box.lines,   box.font_pt,  swatch.tint,
        text_colour,   swatch.full,      swatch.ink,       swatch.full, border};
}

}  // namespace lotse::viz

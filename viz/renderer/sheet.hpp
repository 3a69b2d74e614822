// SPDX-License-Identifier: MIT
/// Sheet: the drawing as lotse-render has read and checked it, in points from the top left corner.
#ifndef LOTSE_RENDER_SHEET_HPP
#define LOTSE_RENDER_SHEET_HPP

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lotse_render {

/// Why there is no picture; its text is the one line the caller sees.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Point {
    double x = 0;
    double y = 0;
};

struct LineStyle {
    std::string name;    ///< becomes the SVG class of its edges
    std::string colour;  ///< "#rrggbb", as every colour here
    double width = 1;
    std::string dash;   ///< solid, dashed, dotted
    std::string arrow;  ///< none, filled, open, vee, dot
    double arrow_scale = 1;
};

struct Shape {
    std::vector<Point> outline;
    std::string fill;
    std::string line;
    double line_width = 0;
};

struct TextLine {
    std::string role;  ///< becomes the SVG class
    Point at;          ///< on the baseline
    std::string anchor;
    std::string weight;
    double font = 0;
    std::string colour;
    std::string text;
    double plate_width = 0;  ///< of a plate behind the text; 0: none
    std::string plate;
};

/// Of the label at this place in Sheet::labels, where it has a plate.
inline std::string plate_id(std::size_t label) {
    return "plate_" + std::to_string(label);
}

struct Node {
    std::string id;
    std::string style;  ///< becomes the SVG class
    std::string title;
    Point centre;
    int width = 0;
    int height = 0;
    std::string tag;
    int tag_width = 0;
    int tag_font = 0;
    std::vector<std::string> lines;
    double font = 0;
    std::string fill, ink, tag_fill, tag_ink, border, border_dash;
};

struct Edge {
    std::string id;
    std::string title;
    std::size_t style = 0;  ///< position in Sheet::styles
    std::string from, to;   ///< node ids; both empty for a sample in the legend
    bool both_arrowheads = false;
    std::vector<Point> path;  ///< cubic Bezier: 3n + 1 points
};

/// A part of the sheet that is a page of its own.
struct Window {
    Point corner;  ///< its top left
    double width = 0;
    double height = 0;
    double scale = 1;  ///< the page is this many times as large as the part
};

struct Sheet {
    std::string language;
    std::string title;
    std::string description;
    double width = 0;
    double height = 0;
    std::vector<LineStyle> styles;
    std::vector<Shape> shapes;
    std::vector<TextLine> labels;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Window> windows;  ///< the pages; at least one
};

/// Reads one drawing, or several, written by lotse. Anything unexpected - an unknown or missing
/// member, a wrong type, a number out of range, an unknown word, a duplicate id - is a Failure.
std::vector<Sheet> read_sheets(std::string_view json);

/// A picture among several.
struct Order {
    std::string format;  ///< svg, pdf, png, dot
    std::vector<Sheet> sheets;
};

/// Reads several pictures to be made in one run, as strictly.
std::vector<Order> read_orders(std::string_view json);

}  // namespace lotse_render

#endif

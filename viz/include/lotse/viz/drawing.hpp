/// Drawing: a picture as plain data, every element placed in points on the page.
#ifndef LOTSE_VIZ_DRAWING_HPP
#define LOTSE_VIZ_DRAWING_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lotse::viz {

/// A place on the page: points (1/72 inch) from the top left corner, y downwards.
struct Point {
    double x = 0;
    double y = 0;
};

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend constexpr bool operator==(Colour, Colour) = default;
};

enum class Dash { solid, dashed, dotted };
enum class Arrow { none, filled, open, vee, dot };
enum class Anchor { left, centre, right };
enum class Weight { regular, bold };
enum class Arrowheads { at_end, at_both_ends };

/// How the lines of one class look; the class is also the SVG class of its edges.
struct LineStyle {
    std::string name;
    Colour colour;
    double width_pt = 1;
    Dash dash = Dash::solid;
    Arrow arrow = Arrow::none;
    double arrow_scale = 0.6;  ///< 1 is a head of 10 pt
};

/// A filled area below everything else: a sector, a frame, a swatch, the polygon of a Kreis.
struct Shape {
    std::vector<Point> outline;
    Colour fill;
    Colour line;
    double line_pt = 0;  ///< 0: no outline
};

/// One line of free text. `role` is title, subtitle, sector, legend, unconnected, note or footer.
struct TextLine {
    std::string role;
    Point at;  ///< on the baseline, at the anchor
    Anchor anchor = Anchor::left;
    Weight weight = Weight::regular;
    double font_pt = 9;
    Colour colour;
    std::string text;
    double plate_pt = 0;  ///< width of a plate behind the text, above all lines; 0: none
    Colour plate{0xFF, 0xFF, 0xFF};
};

/// A labelled box: a tag in full colour and the name, in wrapped lines, on a tint.
struct Node {
    std::string id;     ///< unique, letters, digits and '_'
    std::string title;  ///< plain words for screen readers and tooltips
    std::string style;  ///< becomes the SVG class
    Point centre;
    int width_pt = 0;
    int height_pt = 0;
    std::string tag;
    int tag_width_pt = 0;
    int tag_font_pt = 8;  ///< Graphviz knows whole points only in this place
    std::vector<std::string> lines;
    double font_pt = 9;
    Colour fill, ink, tag_fill, tag_ink, border;
    Dash border_dash = Dash::solid;
};

/// A line between two nodes; without nodes it is a sample in the legend.
struct Edge {
    std::string id;
    std::string title;
    std::string style;  ///< name of a LineStyle
    std::string from, to;
    Arrowheads arrowheads = Arrowheads::at_end;
    std::vector<Point> path;  ///< cubic Bezier curves: 3n + 1 points
};

/// A part of the sheet that becomes a page of its own, `scale` times as large.
struct Window {
    Point corner;  ///< its top left
    double width_pt = 0;
    double height_pt = 0;
    double scale = 1;
};

/// Places of actors by key, as shares of the width and height that a picture has between its head
/// and its legend: {0, 0} is the top left corner, {1, 1} the bottom right one.
using Places = std::map<std::string, Point>;

struct Drawing {
    std::string language;     ///< de, en
    std::string title;        ///< as printed
    std::string description;  ///< what the picture shows, in one sentence
    std::string paper;        ///< the sheet that was needed, e.g. "A3"
    double width_pt = 0;
    double height_pt = 0;
    double minimum_font_pt = 0;         ///< of all texts, on paper
    std::vector<std::string> messages;  ///< for the person who asked for the picture
    Places places;                      ///< where the actors stand, for the next picture
    std::vector<LineStyle> styles;
    std::vector<Shape> shapes;
    std::vector<TextLine> labels;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Window> windows;  ///< pages of a PDF; empty: one, the whole sheet
};

/// The drawing in the notation that lotse-render reads (version 1). Numbers have at most three
/// decimals; the same drawing gives the same bytes. Texts are valid UTF-8; control characters
/// become blanks.
std::string to_json(const Drawing& drawing);

/// Several drawings, which lotse-render makes one PDF of.
std::string to_json(const std::vector<Drawing>& drawings);

/// A picture among several that lotse-render makes in one run.
struct PictureOrder {
    std::string format;          ///< svg, pdf, png, dot
    std::vector<Drawing> pages;  ///< one, but of a PDF
};
/// Several pictures, which lotse-render makes one after the other.
std::string to_json(const std::vector<PictureOrder>& orders);

}  // namespace lotse::viz

#endif

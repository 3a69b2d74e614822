#include <lotse/viz/tiles.hpp>

#include "geometry.hpp"
#include "text_width.hpp"

#include <lotse/viz/palette.hpp>
#include <lotse/viz/picture.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr double a4_long = 842, a4_short = 595;
constexpr double mark_length = 14;
constexpr double mark_distance = 3;  // from the corner
const std::string mark_style = "cutting_mark";

int pages_along(double sheet, double page) {
    const double shown = page - 2 * tile_margin_pt, step = shown - tile_overlap_pt;
    return std::max(1, static_cast<int>(std::ceil((sheet - tile_overlap_pt) / step - 1e-9)));
}

double canvas_length(double page, int pages) {
    return page + (pages - 1) * (page - 2 * tile_margin_pt - tile_overlap_pt);
}

Rectangle bounds(const std::vector<Point>& points) {
    Rectangle r{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point& p : points)
        r = {std::min(r.left, p.x), std::min(r.top, p.y), std::max(r.right, p.x),
             std::max(r.bottom, p.y)};
    return r;
}

Rectangle bounds(const TextLine& line) {
    const double width = text_width_pt(line.text, line.font_pt, line.weight);
    const double left = line.at.x - (line.anchor == Anchor::left     ? 0
                                     : line.anchor == Anchor::centre ? width / 2
                                                                     : width);
    return {left, line.at.y - 1.2 * line.font_pt, left + width, line.at.y + 0.4 * line.font_pt};
}

Rectangle rectangle(const Window& window) {
    return {window.corner.x, window.corner.y, window.corner.x + window.width_pt,
            window.corner.y + window.height_pt};
}

/// The drawing on the canvas of all pages.
Drawing on_canvas(Drawing drawing, const TilePlan& plan) {
    const auto move = [&](Point& p) { p = p + plan.sheet; };
    for (Shape& shape : drawing.shapes) std::ranges::for_each(shape.outline, move);
    for (TextLine& line : drawing.labels) move(line.at);
    for (Node& node : drawing.nodes) move(node.centre);
    for (Edge& edge : drawing.edges) std::ranges::for_each(edge.path, move);
    drawing.width_pt = canvas_length(plan.page_width_pt, plan.columns);
    drawing.height_pt = canvas_length(plan.page_height_pt, plan.rows);
    drawing.windows.clear();
    return drawing;
}

/// What can be seen in the window; ties keep their lines and lose their ends.
Drawing part(const Drawing& canvas, const Window& window) {
    const Rectangle seen = rectangle(window).grown(3);
    Drawing page = canvas;
    std::erase_if(page.shapes, [&](const Shape& s) { return !bounds(s.outline).overlaps(seen); });
    std::erase_if(page.labels, [&](const TextLine& l) { return !bounds(l).overlaps(seen); });
    std::erase_if(page.nodes, [&](const Node& n) {
        return !Rectangle::around(n.centre, n.width_pt, n.height_pt).overlaps(seen);
    });
    std::erase_if(page.edges,
                  [&](const Edge& e) { return !bounds(e.path).grown(1).overlaps(seen); });
    for (Edge& edge : page.edges) edge.from = edge.to = "";
    page.windows = {window};
    return page;
}

Edge line(std::string id, Point from, Point to) {
    const Point third = (1.0 / 3) * (to - from);
    return {std::move(id), "", mark_style, "", "", {}, {from, from + third, from + 2 * third, to}};
}

void add_style(Drawing& drawing, double width_pt, Dash dash) {
    drawing.styles.push_back({mark_style, {0x11, 0x11, 0x11}, width_pt, dash, Arrow::none, 0.6});
}

void add_note(Drawing& drawing, std::string id, Point left_top, const std::string& text,
              double font_pt) {
    Node note;
    note.id = std::move(id);
    note.title = text;
    note.style = "tile";
    note.width_pt = static_cast<int>(std::ceil(text_width_pt(text, font_pt) + font_pt)) + 2;
    note.height_pt = static_cast<int>(std::ceil(1.5 * font_pt)) + 2;
    note.centre = left_top + Point{note.width_pt / 2.0, note.height_pt / 2.0};
    note.lines = {text};
    note.font_pt = font_pt;
    note.fill = note.border = white;
    note.ink = text_colour;
    drawing.nodes.push_back(std::move(note));
}

/// Two short lines at each corner of what shall be left after cutting.
void add_marks(Drawing& page, const Rectangle& shown) {
    add_style(page, 0.5, Dash::solid);
    int number = 0;
    for (const double x : {shown.left, shown.right})
        for (const double y : {shown.top, shown.bottom}) {
            const double outwards_x = x == shown.left ? -1 : 1;
            const double outwards_y = y == shown.top ? -1 : 1;
            const Point corner{x, y};
            const auto mark = [&](Point way) {
                page.edges.push_back(line("mark_" + std::to_string(number++),
                                          corner + mark_distance * way,
                                          corner + (mark_distance + mark_length) * way));
            };
            mark({outwards_x, 0});
            mark({0, outwards_y});
        }
}

Drawing overview(const Drawing& canvas, const TilePlan& plan) {
    Drawing page = canvas;
    const bool german = canvas.language == "de";
    const int pages = plan.columns * plan.rows;
    // A line of text above the sheet, then everything on one page of A4.
    const double strip = 0.07 * canvas.height_pt;
    // In thousandths, which is what a drawing keeps of it: the page is A4 to the point.
    const double scale = std::floor(1000 * std::min(a4_long / canvas.width_pt,
                                                    a4_short / (canvas.height_pt + strip))) /
                         1000;
    const auto down = [&](Point& p) { p.y += strip; };
    for (Shape& shape : page.shapes) std::ranges::for_each(shape.outline, down);
    for (TextLine& label : page.labels) down(label.at);
    for (Node& node : page.nodes) down(node.centre);
    for (Edge& edge : page.edges) std::ranges::for_each(edge.path, down);
    page.width_pt = a4_long / scale;
    page.height_pt = a4_short / scale;
    add_style(page, 1 / scale, Dash::dashed);
    const std::string text =
        german ? std::to_string(pages) +
                     " Seiten A4 zum Zusammenkleben: in voller Größe drucken, rechts und unten an "
                     "den Marken schneiden, 10 mm überlappend kleben."
               : std::to_string(pages) +
                     " pages of A4 to glue together: print in full size, cut at the marks on the "
                     "right and at the bottom, glue with an overlap of 10 mm.";
    const double font = 0.5 * std::min(strip, 2 * 9 / scale);
    add_note(page, "tile_overview", {tile_margin_pt / scale, 0.3 * strip}, text, font);
    int number = 0;
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column) {
            const Rectangle shown =
                rectangle(tile_window(plan, column, row)).grown(-tile_margin_pt);
            const Point corners[] = {{shown.left, shown.top + strip},
                                     {shown.right, shown.top + strip},
                                     {shown.right, shown.bottom + strip},
                                     {shown.left, shown.bottom + strip}};
            const std::string id = "tile_" + std::to_string(++number);
            for (int side = 0; side < 4; ++side)
                page.edges.push_back(
                    line(id + "_" + std::to_string(side), corners[side], corners[(side + 1) % 4]));
            add_note(page, id, corners[0] + Point{3 / scale, 3 / scale}, std::to_string(number),
                     10 / scale);
        }
    page.windows = {{{0, 0}, page.width_pt, page.height_pt, scale}};
    return page;
}

}  // namespace

TilePlan plan_tiles(double width_pt, double height_pt) {
    const auto plan = [&](double page_width, double page_height) {
        TilePlan made{page_width,
                      page_height,
                      pages_along(width_pt, page_width),
                      pages_along(height_pt, page_height),
                      {}};
        made.sheet = {(canvas_length(page_width, made.columns) - width_pt) / 2,
                      (canvas_length(page_height, made.rows) - height_pt) / 2};
        return made;
    };
    const TilePlan landscape = plan(a4_long, a4_short), portrait = plan(a4_short, a4_long);
    return portrait.columns * portrait.rows < landscape.columns * landscape.rows ? portrait
                                                                                 : landscape;
}

Window tile_window(const TilePlan& plan, int column, int row) {
    const auto start = [](double page, int pages_before) {
        return pages_before * (page - 2 * tile_margin_pt - tile_overlap_pt);
    };
    return {{start(plan.page_width_pt, column), start(plan.page_height_pt, row)},
            plan.page_width_pt,
            plan.page_height_pt,
            1};
}

std::vector<Drawing> tiles(const Drawing& drawing) {
    const TilePlan plan = plan_tiles(drawing.width_pt, drawing.height_pt);
    const Drawing canvas = on_canvas(drawing, plan);
    std::vector<Drawing> pages{overview(canvas, plan)};
    for (int row = 0; row < plan.rows; ++row)
        for (int column = 0; column < plan.columns; ++column) {
            const Window window = tile_window(plan, column, row);
            Drawing page = part(canvas, window);
            const Rectangle shown = rectangle(window).grown(-tile_margin_pt);
            add_marks(page, shown);
            std::string text =
                std::to_string(pages.size()) + "/" + std::to_string(plan.columns * plan.rows);
            const std::string with_title = text + " · " + drawing.title;
            if (text_width_pt(with_title, 8) < shown.width() - 7 * tile_margin_pt)
                text = with_title;
            add_note(page, "tile_number", {shown.left + 3 * tile_margin_pt, shown.bottom + 2}, text,
                     8);
            pages.push_back(std::move(page));
        }
    return pages;
}

}  // namespace lotse::viz

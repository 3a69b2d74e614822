/// Tiles: a poster as A4 pages to be glued together.
#ifndef LOTSE_VIZ_TILES_HPP
#define LOTSE_VIZ_TILES_HPP

#include <lotse/viz/drawing.hpp>

#include <vector>

namespace lotse::viz {

/// How a sheet is divided. The parts of the sheet that the pages show between their cutting marks
/// overlap by `tile_overlap_pt` and together are the whole sheet.
struct TilePlan {
    double page_width_pt = 842;  ///< A4, landscape or portrait, whichever needs fewer pages
    double page_height_pt = 595;
    int columns = 1;
    int rows = 1;
    Point sheet;  ///< top left corner of the sheet on the canvas that holds all pages
};

inline constexpr double tile_margin_pt =
    22.68;  ///< 8 mm: outside the marks, not all printers reach
inline constexpr double tile_overlap_pt = 28.35;  ///< 10 mm: for the glue

/// For a sheet of this size: portrait or landscape, whichever needs fewer pages of A4.
TilePlan plan_tiles(double width_pt, double height_pt);

/// The whole page `column`, `row` on the canvas, margins included.
Window tile_window(const TilePlan& plan, int column, int row);

/// An overview page, then the pages row by row: each exactly A4, in the size of the sheet, with
/// cutting marks at the corners and its number ("2/8") below them. Every page holds only what it
/// shows. O(elements * pages).
std::vector<Drawing> tiles(const Drawing& drawing);

}  // namespace lotse::viz

#endif

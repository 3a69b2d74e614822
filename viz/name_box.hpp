/// Boxes with a tag and a wrapped name: how actors look in every picture.
#ifndef LOTSE_VIZ_NAME_BOX_HPP
#define LOTSE_VIZ_NAME_BOX_HPP

#include <lotse/viz/drawing.hpp>
#include <lotse/viz/palette.hpp>

#include <string>
#include <vector>

namespace lotse::viz {

struct NameBox {
    std::vector<std::string> lines;
    double font_pt;
    int tag_width_pt;
    int tag_font_pt;
    int width_pt;
    int height_pt;
};

/// The smallest box for the name in at most three lines of about 19 letters, or
/// another number of lines; the tag is set a
/// little smaller, never below 7 pt.
NameBox name_box(const std::string& tag, const std::string& name, double font_pt,
                 std::size_t most_lines = 3);

/// A box of a given width, or wider for a longer word, with as many lines as the name needs: for
/// boxes in columns.
NameBox column_box(const std::string& tag, const std::string& name, double font_pt,
                   double width_pt);

/// The box as a node of a drawing in the colours of its group.
Node node_of(const NameBox& box, std::string id, std::string title, std::string style,
             const std::string& tag, Point centre, const Swatch& swatch, Dash border = Dash::solid);

}  // namespace lotse::viz

#endif

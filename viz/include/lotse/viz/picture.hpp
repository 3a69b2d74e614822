/// What may be chosen for every picture: language, sheet, colours, type, places.
#ifndef LOTSE_VIZ_PICTURE_HPP
#define LOTSE_VIZ_PICTURE_HPP

#include <lotse/base/text.hpp>
#include <lotse/viz/drawing.hpp>
#include <lotse/viz/palette.hpp>
#include <lotse/viz/paper.hpp>

#include <string>

namespace lotse::viz {

struct PictureOptions {
    Language language = Language::de;
    Paper paper = Paper::a3;
    Scheme scheme = Scheme::colour;
    double font_scale = 1;  ///< 0.5 .. 3: of all texts; no text is set below 7 pt
    std::string title;      ///< empty: the name of the view and of the network
    Places places;          ///< where actors shall stand; others are placed around them
};

/// No text on paper is smaller.
inline constexpr double least_font_pt = 7;

/// "3 Akteure", "1 actor".
std::string counted(std::size_t count, Text one, Text many, Language language);

}  // namespace lotse::viz

#endif

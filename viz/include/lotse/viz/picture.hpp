/// What may be chosen for every picture: language, sheet, colours, type, places.
#ifndef LOTSE_VIZ_PICTURE_HPP
#define LOTSE_VIZ_PICTURE_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/text.hpp>
#include <lotse/viz/drawing.hpp>
#include <lotse/viz/palette.hpp>
#include <lotse/viz/paper.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lotse {
class Network;
}

namespace lotse::viz {

struct PictureOptions {
    Language language = Language::de;
    Paper paper = Paper::a3;
    Scheme scheme = Scheme::colour;
    double font_scale = 1;          ///< 0.5 .. 3: of all texts; no text is set below 7 pt
    bool keeps_sheet = false;       ///< no larger sheet for larger type: then that of scale 1
    std::string title;              ///< empty: the name of the view and of the network
    Places places;                  ///< where actors shall stand; others are placed around them
    std::optional<PartialDate> at;  ///< only what is there then; empty: by the date of the data
    std::vector<Message> notes;     ///< of the caller, after those of the view
    bool ties_outside = false;      ///< more are recorded, to actors that the network does not hold
};

/// No text on paper is smaller.
inline constexpr double least_font_pt = 7;

/// "3 Akteure", "1 actor".
std::string counted(std::size_t count, Text one, Text many, Language language);

/// "Stand 06/2026"; "Stichtag 2024 · Stand 06/2026" of what is looked at on a chosen date.
std::string date_text(const Network& network, const std::optional<PartialDate>& at,
                      Language language);

/// A number of persons that is not shown: "<3", or "•" where nothing may be said of it.
std::string withheld_text(const Withheld& withheld);

}  // namespace lotse::viz

#endif

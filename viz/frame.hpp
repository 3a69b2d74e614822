/// Frame: what stands around every picture - title, date, counts, notes, source - and the sheet.
#ifndef LOTSE_VIZ_FRAME_HPP
#define LOTSE_VIZ_FRAME_HPP

#include "geometry.hpp"

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/palette.hpp>
#include <lotse/viz/picture.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::viz {

/// Empty where there is none, or one of blanks only.
std::string network_name(const Network& network);

struct FrameTexts {
    Language language = Language::de;
    std::string title;
    std::string fiction;   ///< "Fiktive Daten", or empty
    std::string subtitle;  ///< date and counts
    std::string description;
    std::vector<std::string> notes;  ///< how to read it, what is not drawn
    std::string source;
};

/// Texts that follow from the network alone: title ("`view` NAME", or the chosen title), fiction,
/// source and licence; the subtitle holds the reference date and then `counts`.
FrameTexts frame_texts(const Network& network, const PictureOptions& options, Text view,
                       const std::vector<std::string>& counts);

/// One attempt to set a picture on one sheet. Head and foot are printed at once; what is left is
/// `area`.
class Frame {
public:
    Frame(const FrameTexts& texts, Paper paper, const PictureOptions& options);

    Drawing& drawing() { return drawing_; }
    /// Where the content goes; views take strips for legends away from it.
    Rectangle& area() { return area_; }
    const Rectangle& area() const { return area_; }
    /// Size of type relative to A3 at font scale 1: a font of n points there is n * unit() here.
    double unit() const { return unit_; }
    /// At least 7 pt.
    double font(double at_a3) const;
    double inner_width() const { return drawing_.width_pt - 2 * margin_; }
    double margin() const { return margin_; }
    Language language() const { return texts_.language; }
    std::string say(Text text) const { return std::string{text.in(texts_.language)}; }

    void print(const char* role, Point at, const std::string& text, double font_pt,
               Weight weight = Weight::regular, Colour colour = text_colour,
               Anchor anchor = Anchor::left);

    /// On a plate of the colour around it: lines pass behind the text.
    void print_above(const char* role, Point at, const std::string& text, double font_pt,
                     Weight weight, Colour colour, Anchor anchor, Colour plate = white);

    /// Prints sheet and smallest size of type in the corner and gives the drawing away.
    Drawing finish();

private:
    void add_head();
    void add_foot();

    FrameTexts texts_;
    Drawing drawing_;
    double unit_ = 1;
    double margin_ = 28;
    double foot_font_ = 7;
    Rectangle area_;
};

/// One attempt to draw on a sheet in the type that the options ask for; nullopt: does not fit.
using DrawOnSheet = std::function<std::optional<Drawing>(Paper, const PictureOptions&)>;

/// Draws on the chosen sheet, or the next larger one on which `attempt` succeeds; larger type takes
/// a larger sheet too, where names would else be smaller than at font scale 1, or that scale where
/// the sheet is to be kept. The drawing's messages say so. Errors: usage (font scale out of range),
/// limit (fits no sheet; `what` names the content, as "80 Akteure").
Result<Drawing> set_on_paper(const PictureOptions& options, const std::string& what,
                             const DrawOnSheet& attempt);

}  // namespace lotse::viz

#endif

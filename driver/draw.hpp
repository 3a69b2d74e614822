/// Pictures of a network, drawn by lotse-render; shared by the draw command and the report.
#ifndef LOTSE_DRIVER_DRAW_HPP
#define LOTSE_DRIVER_DRAW_HPP

#include "render_process.hpp"
#include "views.hpp"

#include <lotse/viz/drawing.hpp>

#include <string_view>

namespace lotse::driver {

/// Options that choose how a picture looks; the same for all views.
std::vector<OptionInfo> picture_options();

/// Options that choose what a view looks at.
std::vector<OptionInfo> scope_options();

/// The request for a loaded network, from the options of the call; `other`: as in make_view.
/// Errors: usage.
Result<ViewRequest> view_request(std::shared_ptr<const Network> network, const Call& call,
                                 const Network* other = nullptr);

/// The options of a picture of ties, of all or of those of the actor in the middle (of the whole
/// network): its notes say how many the chosen areas leave out.
viz::PictureOptions tie_options(const ViewRequest& request, std::optional<ActorId> middle = {});

/// The same for a picture of two states, of which the request holds the earlier one.
viz::PictureOptions tie_options_of_both(const ViewRequest& request, const analysis::View& after);

/// Errors: renderer (lotse-render is missing, failed or took too long).
Result<std::string> picture(const viz::Drawing& drawing, PictureFormat format, const Call& call);

/// Several pictures in one run of the renderer, in the order given; PNG with so many dots per inch.
/// Errors: as picture.
Result<std::vector<std::string>> pictures(const std::vector<viz::PictureOrder>& orders,
                                          int dots_per_inch, const Call& call);

/// One PDF with a page of each drawing. Errors: as picture.
Result<std::string> picture_pages(const std::vector<viz::Drawing>& drawings, const Call& call);

}  // namespace lotse::driver

#endif

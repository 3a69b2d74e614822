/// Pictures of a network, drawn by lotse-render; shared by the draw command and the report.
#ifndef LOTSE_DRIVER_DRAW_HPP
#define LOTSE_DRIVER_DRAW_HPP

#include "load.hpp"
#include "render_process.hpp"

#include <lotse/viz/drawing.hpp>

#include <string_view>

namespace lotse::driver {

/// Options that choose how a picture looks; the same for all views.
std::vector<OptionInfo> picture_options();

/// Errors: usage (unknown view or option value), limit (does not fit any sheet).
Result<viz::Drawing> draw_view(std::string_view view, const Network& network, const Call& call);

/// Errors: renderer (lotse-render is missing, failed or took too long).
Result<std::string> picture(const viz::Drawing& drawing, PictureFormat format, const Call& call);

}  // namespace lotse::driver

#endif

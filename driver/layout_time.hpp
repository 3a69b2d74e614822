/// Bounds the time in which a picture is laid out, as the renderer's time is bounded.
#ifndef LOTSE_DRIVER_LAYOUT_TIME_HPP
#define LOTSE_DRIVER_LAYOUT_TIME_HPP

#include "views.hpp"

namespace lotse::driver {

/// The view's drawing. When it takes longer than --limit render-seconds the program ends with exit
/// code 5 and says so; nothing has been written by then. Errors: those of the view.
Result<viz::Drawing> laid_out(const ViewInfo& view, const ViewRequest& request);

}  // namespace lotse::driver

#endif

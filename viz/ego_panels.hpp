/// The panels at the foot of the sheet of one actor: offers on the left, ways on the right.
#ifndef LOTSE_VIZ_EGO_PANELS_HPP
#define LOTSE_VIZ_EGO_PANELS_HPP

#include "ego_content.hpp"

namespace lotse::viz {

/// Puts both at the foot of the frame's area, as low as they can be, and takes their place away
/// from the area.
void add_ego_panels(Frame& frame, const EgoContent& content);

}  // namespace lotse::viz

#endif

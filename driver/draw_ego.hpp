/// The view ego: one actor, its partners, offers and ways.
#ifndef LOTSE_DRIVER_DRAW_EGO_HPP
#define LOTSE_DRIVER_DRAW_EGO_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo ego_view();

}  // namespace lotse::driver

#endif

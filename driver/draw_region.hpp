/// The view region: areas on a geographic map, an indicator of them, and the actors.
#ifndef LOTSE_DRIVER_DRAW_REGION_HPP
#define LOTSE_DRIVER_DRAW_REGION_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo region_view();

}  // namespace lotse::driver

#endif

/// The view rings: a network card around one actor, or an empty one.
#ifndef LOTSE_DRIVER_DRAW_RINGS_HPP
#define LOTSE_DRIVER_DRAW_RINGS_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo rings_view();

}  // namespace lotse::driver

#endif

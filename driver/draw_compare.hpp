/// The view compare: what the analysis of the same name found, on one map.
#ifndef LOTSE_DRIVER_DRAW_COMPARE_HPP
#define LOTSE_DRIVER_DRAW_COMPARE_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo compare_view();

}  // namespace lotse::driver

#endif

/// The view matrix: what coverage found, as a table of signs to print.
#ifndef LOTSE_DRIVER_DRAW_MATRIX_HPP
#define LOTSE_DRIVER_DRAW_MATRIX_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo matrix_view();

}  // namespace lotse::driver

#endif

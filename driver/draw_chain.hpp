/// The view chain: levels of a network as bands, or ways between two actors as strips.
#ifndef LOTSE_DRIVER_DRAW_CHAIN_HPP
#define LOTSE_DRIVER_DRAW_CHAIN_HPP

#include "views.hpp"

namespace lotse::driver {

ViewInfo chain_view();

}  // namespace lotse::driver

#endif

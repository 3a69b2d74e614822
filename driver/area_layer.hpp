/// Figures and boundaries of the areas of a network, for maps and tables of indicators.
#ifndef LOTSE_DRIVER_AREA_LAYER_HPP
#define LOTSE_DRIVER_AREA_LAYER_HPP

#include "load.hpp"

#include <lotse/io/area_layer.hpp>

#include <set>
#include <string_view>

namespace lotse::driver {

/// The option --boundaries FILE.
OptionInfo boundaries_option();

/// The Länder and Kreise that come with the program, and over them those of --boundaries. Says
/// (unless --quiet) what is remarkable about the latter, and which belong to none of the areas.
/// Errors: as io::read_boundaries, input_output (the shipped ones are missing).
Result<Boundaries> boundaries_of(const Call& call, const std::set<std::string_view>& area_keys);

/// A row for every area of the analysis coverage, with what the network records of it on its date:
/// inhabitants and unemployed people (small counts withheld), actors seated there, offers that
/// reach it, the state of each topic, and the number of topics in each state.
/// Errors: as boundaries_of.
Result<io::AreaLayer> area_layer(const Call& call, std::shared_ptr<const Network> network);

}  // namespace lotse::driver

#endif

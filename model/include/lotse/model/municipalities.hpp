/// The German municipalities that come with the program.
#ifndef LOTSE_MODEL_MUNICIPALITIES_HPP
#define LOTSE_MODEL_MUNICIPALITIES_HPP

#include <lotse/model/area.hpp>

#include <span>
#include <string>
#include <string_view>

namespace lotse {

/// By key (AGS, 8 digits), with name, position, and the Kreis of today as parent: borders of
/// 2016-01-01, VG250 of the BKG (datasets/geo/gemeinden.csv). Read once, at the first call.
std::span<const Area> municipalities();

/// The one of this AGS or ARS (12 digits; its municipality are the first five and the last three).
/// nullptr: none of that day.
const Area* find_municipality(std::string_view key);

/// The same for each official key of one area: AGS and ARS of a municipality; 05911, 05911000 and
/// 059110000000 of Bochum; 11, 11000 and 11000000 of Berlin, which is a Land, too. That of the
/// Kreis for a kreisfreie Stadt, else the AGS. Keys that are none of a municipality stay what they
/// are.
std::string key_of_same_area(std::string_view key);

}  // namespace lotse

#endif

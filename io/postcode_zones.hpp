/// What a postcode says of the Land, and whether it is a German one.
#ifndef LOTSE_IO_POSTCODE_ZONES_HPP
#define LOTSE_IO_POSTCODE_ZONES_HPP

#include <string_view>

namespace lotse::io {

/// Whether a municipality or Kreis may lie where a German postcode of five digits leads, by the
/// Länder of the zone of its first digit. Zones cross the borders of Länder, so that this excludes
/// only what lies far off. True where either is something else.
bool may_lie_in_zone(std::string_view area_key, std::string_view postcode);

/// "A-4020", "CH 4310": the postcode of another country stands at the beginning.
bool begins_with_foreign_postcode(std::string_view text);

}  // namespace lotse::io

#endif

/// What the one text that GEXF has for a network says: its name, licence, sources, and whether it
/// is made up.
#ifndef LOTSE_IO_GEXF_DESCRIPTION_HPP
#define LOTSE_IO_GEXF_DESCRIPTION_HPP

#include <lotse/model/network.hpp>

#include <string>

namespace lotse::io {

/// "Name – License: CC0-1.0 – Sources: … – fictional". Where a name or licence itself says what
/// splits the text ("License:"), the colon stands twice, or "!" behind "fictional".
std::string gexf_description(const NetworkInfo& info, const std::string& sources);

/// The reverse; the sources are for people.
NetworkInfo info_of_gexf(std::string description);

}  // namespace lotse::io

#endif

/// Sources and licence of a network for files whose form has no table of sources.
#ifndef LOTSE_IO_NETWORK_CREDIT_HPP
#define LOTSE_IO_NETWORK_CREDIT_HPP

#include <lotse/model/network.hpp>

#include <string>
#include <vector>

namespace lotse::io {

std::vector<std::string> source_titles(const Network& network);

/// Every source in one line, as "key: title, date, url; key: ...": the facts of the file name
/// sources by their keys. Ends in "…" where it would be too long for one field.
std::string source_list(const Network& network);

}  // namespace lotse::io

#endif

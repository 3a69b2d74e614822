/// Labels of elements for Kumu, which joins connections to elements by their label.
#ifndef LOTSE_IO_KUMU_HPP
#define LOTSE_IO_KUMU_HPP

#include <lotse/model/network.hpp>

#include <string>
#include <vector>

namespace lotse::io {

/// One label an actor, in the order of the actors: the name, with `/` for `|` (which separates
/// elements); where names are alike, whatever their case, the key in brackets follows.
std::vector<std::string> kumu_labels(const Network& network);

}  // namespace lotse::io

#endif

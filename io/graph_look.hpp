/// How actors look when a graph file is opened: colour, place and size that need no layout first.
#ifndef LOTSE_IO_GRAPH_LOOK_HPP
#define LOTSE_IO_GRAPH_LOOK_HPP

#include <lotse/model/network.hpp>

#include <string>
#include <vector>

namespace lotse::io {

struct GraphLook {
    int red = 0;
    int green = 0;
    int blue = 0;
    std::string x;  ///< decimal text
    std::string y;
    std::string size;
};

/// By actor. Sectors have the colours of the pictures and stand together on a circle; the size
/// grows with the square root of the number of ties.
std::vector<GraphLook> graph_looks(const Network& network);

}  // namespace lotse::io

#endif

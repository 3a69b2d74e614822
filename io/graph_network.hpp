/// A graph of any program read as a partner network: nodes become actors, edges ties.
#ifndef LOTSE_IO_GRAPH_NETWORK_HPP
#define LOTSE_IO_GRAPH_NETWORK_HPP

#include "graph_file.hpp"

namespace lotse::io {

/// Feeds the builder.
///
/// Actors: the name is the label, else an attribute called name, else the id; the kind is an
/// attribute called kind or type, else `other`. Ties: the kind is the edge's kind, else its label
/// where that names one, else `cooperates` (undirected) or `refers_to` (directed). Attributes
/// called like a column are that column; all others are kept, and so are values that could not be
/// used, under `extra_<title>`. `name` is the network's name where the file gives none.
void build_graph_network(GraphFile graph, const std::string& name, NetworkBuilder& builder);

}  // namespace lotse::io

#endif

/// Graphs as plain text: GML and Pajek.
#ifndef LOTSE_IO_TEXT_GRAPHS_HPP
#define LOTSE_IO_TEXT_GRAPHS_HPP

#include "graph_file.hpp"

namespace lotse::io {

/// GML (Himsolt 1996) as networkx, igraph, Gephi and yEd write it: nodes, edges and their plain
/// values; what describes a drawing is passed over.
GraphResult read_gml(std::string_view text, const std::string& file, const Limits& limits,
                     NetworkBuilder& builder);

/// Pajek's .net (Pajek reference manual): vertices with labels, arcs, edges and lists of either;
/// the name of a relation is the label of its edges.
GraphResult read_pajek(std::string_view text, const std::string& file, const Limits& limits,
                       NetworkBuilder& builder);

}  // namespace lotse::io

#endif

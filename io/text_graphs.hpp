/// Graphs as plain text: GML and Pajek.
#ifndef LOTSE_IO_TEXT_GRAPHS_HPP
#define LOTSE_IO_TEXT_GRAPHS_HPP

#include "graph_file.hpp"

namespace lotse::io {

/// Attributes of nodes or of edges that a file does not declare: they appear with their values.
class TitledAttributes {
public:
    /// False: the node or edge has a value under this title already; the first one stays.
    bool add(std::vector<GraphValue>& values, std::vector<GraphAttribute>& attributes,
             const std::string& title, std::string value);
    /// What the node or edge has under this title; nullptr: nothing.
    GraphValue* find(std::vector<GraphValue>& values, std::string_view title) const;

private:
    std::map<std::string, std::uint32_t, std::less<>> index_;
};

void warn_second_value(GroupedIssues& issues, XmlPlace place, std::string title);

/// GML (Himsolt 1996) as networkx, igraph, Gephi and yEd write it: nodes, edges and their plain
/// values; what describes a drawing is passed over.
GraphResult read_gml(std::string_view text, const std::string& file, const Limits& limits,
                     NetworkBuilder& builder);

/// Pajek's .net (Pajek reference manual): vertices with labels, arcs, edges, lists of either and
/// matrices; the name of a relation is the label of its edges. Pairs of a name and a value, as
/// networkx writes them, are attributes; what describes a drawing is passed over.
GraphResult read_pajek(std::string_view text, const std::string& file, const Limits& limits,
                       NetworkBuilder& builder);

}  // namespace lotse::io

#endif

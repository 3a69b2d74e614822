/// Keys of actors from the ids of nodes, which other programs allow to be any text.
#ifndef LOTSE_IO_GRAPH_KEYS_HPP
#define LOTSE_IO_GRAPH_KEYS_HPP

#include "graph_file.hpp"

#include <unordered_map>

namespace lotse::io {

class GraphKeys {
public:
    GraphKeys() = default;
    /// `instead` are other ids, one a node, that become the keys; nullptr: the ids themselves. An
    /// id that cannot be a key is turned into one, which is reported.
    GraphKeys(const std::vector<GraphNode>& nodes, const std::vector<std::string>* instead,
              GroupedIssues& issues);

    /// The key of the node with this id; nullptr: there is no such node.
    const std::string* find(std::string_view id) const;

private:
    std::unordered_map<std::string, std::string> key_by_id_;
};

/// Blanks around an id are a slip, which is reported; an edge means the node without them.
void trim_ids(GraphFile& graph, GroupedIssues& node_issues, GroupedIssues& edge_issues);

}  // namespace lotse::io

#endif

/// What only all nodes of a graph together tell: which of their ids are the keys, and which
/// attributes mean something else than they are called.
#ifndef LOTSE_IO_GRAPH_NODES_HPP
#define LOTSE_IO_GRAPH_NODES_HPP

#include "graph_keys.hpp"
#include "graph_meaning.hpp"

namespace lotse::io {

/// igraph calls the side of a node in a bipartite graph `type`: true or false, no kind.
void leave_sides(const GraphFile& graph, std::vector<Meaning>& meanings);

class NodeIds {
public:
    NodeIds() = default;
    /// Other programs that rewrite a file give the nodes ids of their own and keep the old ones as
    /// an attribute. It counts if it tells all nodes apart; only then it keeps Role::key.
    NodeIds(const GraphFile& graph, std::vector<Meaning>& meanings, GroupedIssues& issues);

    const GraphKeys& keys() const { return keys_; }
    /// What the key was made of; if that had to be adapted, the id in the file stands behind it.
    std::string id(const GraphNode& node) const;
    /// The id in the file, where neither id() nor the key says it and it is no numbering.
    std::string other_id(const GraphNode& node) const;
    /// Of a node that has none: its id in words ("Jobcenter Köln"), else ("v1", a UUID) what the
    /// key was made of.
    std::string name(const GraphNode& node) const;

private:
    std::string key_text(const GraphNode& node) const;
    bool is_adapted(const GraphNode& node) const;

    GraphKeys keys_;
    std::optional<std::uint32_t> attribute_;  ///< of the keys; none: the ids in the file
    bool are_numbered_ = false;               ///< 0, 1, 2 ... or n0, n1, n2 ... in the file
};

}  // namespace lotse::io

#endif

/// The measures of graph/ as Boost.Graph computes them: the second opinion on igraph.
#ifndef LOTSE_TESTS_GRAPH_BOOST_ORACLE_HPP
#define LOTSE_TESTS_GRAPH_BOOST_ORACLE_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/edge_list.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

namespace boost_oracle {

using lotse::graph::Edge;
using lotse::graph::EdgeList;
using lotse::graph::Scores;

template <class Direction>
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, Direction, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;
using Undirected = Graph<boost::undirectedS>;
using Directed = Graph<boost::directedS>;

template <class G>
G make(const EdgeList& edges) {
    G g{edges.vertices};
    for (const Edge& e : edges.edges) add_edge(e.from, e.to, e.weight, g);
    return g;
}

template <class G>
Scores betweenness_of(const G& g, lotse::graph::Lengths lengths) {
    std::vector<double> out(num_vertices(g), 0);
    const auto index = get(boost::vertex_index, g);
    const auto map = boost::make_iterator_property_map(out.begin(), index);
    if (lengths == lotse::graph::Lengths::weights)
        boost::brandes_betweenness_centrality(
            g, boost::centrality_map(map).vertex_index_map(index).weight_map(
                   get(boost::edge_weight, g)));
    else
        boost::brandes_betweenness_centrality(g,
                                              boost::centrality_map(map).vertex_index_map(index));
    return {out.begin(), out.end()};
}

inline Scores betweenness(const EdgeList& edges, lotse::graph::Lengths lengths) {
    return edges.direction == lotse::graph::Direction::undirected
               ? betweenness_of(make<Undirected>(edges), lengths)
               : betweenness_of(make<Directed>(edges), lengths);
}

/// Undirected graphs only.
inline std::vector<std::size_t> coreness(const EdgeList& edges) {
    const auto g = make<Undirected>(edges);
    std::vector<std::size_t> out(edges.vertices);
    boost::core_numbers(
        g, boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, g)));
    return out;
}

inline std::vector<std::size_t> components(const EdgeList& edges) {
    const auto g = make<Undirected>(edges);
    std::vector<std::size_t> out(edges.vertices);
    boost::connected_components(
        g, boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, g)));
    return out;
}

inline std::vector<std::size_t> cut_vertices(const EdgeList& edges) {
    std::vector<std::size_t> out;
    boost::articulation_points(make<Undirected>(edges), std::back_inserter(out));
    std::ranges::sort(out);
    return out;
}

}  // namespace boost_oracle

#endif

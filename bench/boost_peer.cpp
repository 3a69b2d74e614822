#include "boost_peer.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <limits>

namespace lotse::bench {
namespace {

using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>;

struct Found {};

class UntilThere : public boost::default_dijkstra_visitor {
public:
    explicit UntilThere(std::size_t target) : target_{target} {}
    void examine_vertex(std::size_t vertex, const BoostGraph&) const {
        if (vertex == target_) throw Found{};
    }

private:
    std::size_t target_;
};

}  // namespace

struct BoostPeer::State {
    BoostGraph graph;
};

BoostPeer::BoostPeer(const graph::EdgeList& edges) {
    auto state = std::make_shared<State>(State{BoostGraph(edges.vertices)});
    for (const graph::Edge& edge : edges.edges)
        boost::add_edge(edge.from, edge.to, edge.weight, state->graph);
    state_ = std::move(state);
}

std::vector<double> BoostPeer::betweenness() const {
    std::vector<double> out(boost::num_vertices(state_->graph));
    boost::brandes_betweenness_centrality(
        state_->graph, boost::make_iterator_property_map(
                           out.begin(), boost::get(boost::vertex_index, state_->graph)));
    return out;
}

std::vector<double> BoostPeer::harmonic() const {
    const std::size_t n = boost::num_vertices(state_->graph);
    std::vector<double> out;
    std::vector<std::size_t> distance(n);
    for (std::size_t v = 0; v < n; ++v) {
        std::fill(distance.begin(), distance.end(), 0);
        boost::breadth_first_search(state_->graph, v,
                                    boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                        distance.data(), boost::on_tree_edge()))));
        double sum = 0;
        for (const std::size_t d : distance)
            if (d > 0) sum += 1 / static_cast<double>(d);
        out.push_back(n > 1 ? sum / static_cast<double>(n - 1) : 0);
    }
    return out;
}

std::vector<double> BoostPeer::path_lengths(
    std::span<const std::pair<std::size_t, std::size_t>> pairs) const {
    std::vector<double> out;
    std::vector<double> distance(boost::num_vertices(state_->graph));
    for (const auto& pair : pairs) {
        try {
            boost::dijkstra_shortest_paths(
                state_->graph, pair.first,
                boost::distance_map(distance.data()).visitor(UntilThere{pair.second}));
            out.push_back(std::numeric_limits<double>::infinity());
        } catch (const Found&) {
            out.push_back(distance[pair.second]);
        }
    }
    return out;
}

}  // namespace lotse::bench

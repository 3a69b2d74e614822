/// The measures of graph/ as igraph computes them, for kernels of our own.
#ifndef LOTSE_TESTS_GRAPH_IGRAPH_ORACLE_HPP
#define LOTSE_TESTS_GRAPH_IGRAPH_ORACLE_HPP

#include <lotse/graph/edge_list.hpp>

#include <igraph/igraph.h>

#include <span>
#include <vector>

namespace igraph_oracle {

using lotse::graph::Direction;
using lotse::graph::Edge;
using lotse::graph::EdgeList;
using lotse::graph::Lengths;

/// igraph ends the process on an error: the test fails then.
class Oracle {
public:
    explicit Oracle(const EdgeList& edges) {
        igraph_set_warning_handler(igraph_warning_handler_ignore);  // of what cannot be reached
        igraph_vector_int_t ends;
        igraph_vector_int_init(&ends, 0);
        igraph_vector_init(&weights_, 0);
        for (const Edge& e : edges.edges) {
            igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(e.from));
            igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(e.to));
            igraph_vector_push_back(&weights_, e.weight);
        }
        igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(edges.vertices),
                      edges.direction == Direction::directed);
        igraph_vector_int_destroy(&ends);
        igraph_vector_init(&reals_, 0);
    }
    ~Oracle() {
        igraph_destroy(&graph_);
        igraph_vector_destroy(&weights_);
        igraph_vector_destroy(&reals_);
    }
    Oracle(const Oracle&) = delete;
    Oracle& operator=(const Oracle&) = delete;

    /// [from][to], infinity where no path leads.
    std::vector<std::vector<double>> distances(Lengths lengths) {
        const auto n = static_cast<std::size_t>(igraph_vcount(&graph_));
        std::vector<std::vector<double>> out(n, std::vector<double>(n));
        if (n == 0) return out;
        igraph_matrix_t matrix;
        igraph_matrix_init(&matrix, 0, 0);
        igraph_distances_dijkstra(&graph_, &matrix, igraph_vss_all(), igraph_vss_all(),
                                  lengths == Lengths::weights ? &weights_ : nullptr, IGRAPH_OUT);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                out[i][j] = MATRIX(matrix, static_cast<igraph_integer_t>(i),
                                   static_cast<igraph_integer_t>(j));
        igraph_matrix_destroy(&matrix);
        return out;
    }

    /// Inverse mean distance to those that can be reached; NaN: none.
    std::vector<double> closeness(Lengths lengths) {
        igraph_closeness(&graph_, &reals_, nullptr, nullptr, igraph_vss_all(), IGRAPH_OUT,
                         lengths == Lengths::weights ? &weights_ : nullptr, true);
        return values();
    }

    /// Mean inverse distance to all others. More than one vertex.
    std::vector<double> harmonic(Lengths lengths) {
        igraph_harmonic_centrality(&graph_, &reals_, igraph_vss_all(), IGRAPH_OUT,
                                   lengths == Lengths::weights ? &weights_ : nullptr, true);
        return values();
    }

    /// Vertices within so many hops, the vertex itself included.
    std::vector<std::size_t> neighbourhood_sizes(int hops) {
        igraph_vector_int_t sizes;
        igraph_vector_int_init(&sizes, 0);
        igraph_neighborhood_size(&graph_, &sizes, igraph_vss_all(), hops, IGRAPH_OUT, 0);
        std::vector<std::size_t> out(VECTOR(sizes), VECTOR(sizes) + igraph_vector_int_size(&sizes));
        igraph_vector_int_destroy(&sizes);
        return out;
    }

    /// Lengths of the k shortest loopless paths, ascending; parallel edges make different paths.
    std::vector<double> k_shortest(std::size_t from, std::size_t to, std::size_t k,
                                   Lengths lengths) {
        igraph_vector_int_list_t paths;
        igraph_vector_int_list_init(&paths, 0);
        igraph_get_k_shortest_paths(&graph_, lengths == Lengths::weights ? &weights_ : nullptr,
                                    nullptr, &paths, static_cast<igraph_integer_t>(k),
                                    static_cast<igraph_integer_t>(from),
                                    static_cast<igraph_integer_t>(to), IGRAPH_OUT);
        std::vector<double> out;
        for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&paths); ++i) {
            const igraph_vector_int_t* edges = igraph_vector_int_list_get_ptr(&paths, i);
            double& sum = out.emplace_back(0);
            for (igraph_integer_t j = 0; j < igraph_vector_int_size(edges); ++j)
                sum += lengths == Lengths::weights ? VECTOR(weights_)[VECTOR(*edges)[j]] : 1;
        }
        igraph_vector_int_list_destroy(&paths);
        return out;
    }

    /// Burt's constraint; NaN: no neighbour.
    std::vector<double> constraint() {
        igraph_constraint(&graph_, &reals_, igraph_vss_all(), nullptr);
        return values();
    }

private:
    std::vector<double> values() const {
        return {VECTOR(reals_), VECTOR(reals_) + igraph_vector_size(&reals_)};
    }

    igraph_t graph_;
    igraph_vector_t weights_;
    igraph_vector_t reals_;
};

}  // namespace igraph_oracle

#endif

#include "igraph_peer.hpp"

#include <igraph.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace lotse::bench {

using graph::check;

struct IgraphPeer::State {
    explicit State(const graph::EdgeList& edges) : graph{edges}, weights{edges} {}

    graph::Graph graph;
    graph::Weights weights;
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class Compute>
std::vector<double> session(Compute&& compute) {
    auto out = graph::in_session(compute);
    if (!out) throw std::runtime_error{out.error().message.en};
    return *std::move(out);
}

template <class Call>
std::vector<double> reals(Call&& call) {
    return session([&] {
        graph::Reals out;
        check(call(out.get()));
        return std::vector<double>{out.values().begin(), out.values().end()};
    });
}

class IntegersList {
public:
    IntegersList() { check(igraph_vector_int_list_init(&list_, 0)); }
    ~IntegersList() { igraph_vector_int_list_destroy(&list_); }
    IntegersList(const IntegersList&) = delete;
    IntegersList& operator=(const IntegersList&) = delete;
    igraph_vector_int_list_t* get() noexcept { return &list_; }
    igraph_integer_t size() const { return igraph_vector_int_list_size(&list_); }
    igraph_integer_t size_of(igraph_integer_t i) const {
        return igraph_vector_int_size(igraph_vector_int_list_get_ptr(&list_, i));
    }

private:
    igraph_vector_int_list_t list_;
};

class Matrix {
public:
    Matrix() { check(igraph_matrix_init(&matrix_, 0, 0)); }
    ~Matrix() { igraph_matrix_destroy(&matrix_); }
    Matrix(const Matrix&) = delete;
    Matrix& operator=(const Matrix&) = delete;
    igraph_matrix_t* get() noexcept { return &matrix_; }
    double at(std::size_t row, std::size_t column) const {
        return MATRIX(matrix_, static_cast<igraph_integer_t>(row),
                      static_cast<igraph_integer_t>(column));
    }

private:
    igraph_matrix_t matrix_;
};

igraph_integer_t number(std::size_t n) {
    return static_cast<igraph_integer_t>(n);
}

}  // namespace

IgraphPeer::IgraphPeer(const graph::EdgeList& edges) {
    const graph::IgraphSession guard;
    state_ = std::make_shared<const State>(edges);
}

std::vector<double> IgraphPeer::betweenness(graph::Lengths lengths) const {
    return reals([&](igraph_vector_t* out) {
        return igraph_betweenness(
            state_->graph.get(), out, igraph_vss_all(), state_->graph.directed(),
            lengths == graph::Lengths::weights ? state_->weights.get() : nullptr);
    });
}

std::vector<double> IgraphPeer::closeness() const {
    return reals([&](igraph_vector_t* out) {
        return igraph_closeness(state_->graph.get(), out, nullptr, nullptr, igraph_vss_all(),
                                IGRAPH_OUT, nullptr, true);
    });
}

std::vector<double> IgraphPeer::harmonic() const {
    return reals([&](igraph_vector_t* out) {
        return igraph_harmonic_centrality(state_->graph.get(), out, igraph_vss_all(), IGRAPH_OUT,
                                          nullptr, true);
    });
}

std::vector<double> IgraphPeer::within(std::size_t hops) const {
    return session([&] {
        graph::Integers out;
        check(igraph_neighborhood_size(state_->graph.get(), out.get(), igraph_vss_all(),
                                       number(hops), IGRAPH_OUT, 1));
        const auto values = out.values();
        return std::vector<double>{values.begin(), values.end()};
    });
}

std::vector<double> IgraphPeer::constraint() const {
    return reals([&](igraph_vector_t* out) {
        return igraph_constraint(state_->graph.get(), out, igraph_vss_all(), nullptr);
    });
}

std::vector<double> IgraphPeer::path_hops(std::span<const VertexPair> pairs) const {
    return session([&] {
        std::vector<double> out;
        graph::Integers vertices;
        for (const auto& [from, to] : pairs) {
            check(igraph_get_shortest_path(state_->graph.get(), vertices.get(), nullptr,
                                           number(from), number(to), IGRAPH_OUT));
            const auto size = igraph_vector_int_size(vertices.get());
            out.push_back(size == 0 ? infinity : static_cast<double>(size - 1));
        }
        return out;
    });
}

std::vector<double> IgraphPeer::path_lengths(std::span<const VertexPair> pairs) const {
    return session([&] {
        std::vector<double> out;
        graph::Integers edges;
        graph::Integers vertices;
        for (const auto& [from, to] : pairs) {
            check(igraph_get_shortest_path_dijkstra(state_->graph.get(), vertices.get(),
                                                    edges.get(), number(from), number(to),
                                                    state_->weights.get(), IGRAPH_OUT));
            double length = igraph_vector_int_size(vertices.get()) == 0 ? infinity : 0;
            for (const std::size_t edge : edges.values())
                length += VECTOR(*state_->weights.get())[edge];
            out.push_back(length);
        }
        return out;
    });
}

std::vector<double> IgraphPeer::shortest_paths(std::span<const VertexPair> pairs,
                                               std::size_t k) const {
    return session([&] {
        std::vector<double> out;
        for (const auto& [from, to] : pairs) {
            IntegersList paths;
            check(igraph_get_k_shortest_paths(state_->graph.get(), nullptr, paths.get(), nullptr,
                                              number(k), number(from), number(to), IGRAPH_OUT));
            double hops = 0;
            for (igraph_integer_t i = 0; i < paths.size(); ++i)
                hops += static_cast<double>(paths.size_of(i) - 1);
            out.push_back(hops);
        }
        return out;
    });
}

std::vector<double> IgraphPeer::distances(std::span<const std::size_t> from) const {
    return session([&] {
        std::vector<double> out;
        const auto n = static_cast<std::size_t>(igraph_vcount(state_->graph.get()));
        for (const std::size_t source : from) {
            Matrix distances;
            check(igraph_distances(state_->graph.get(), distances.get(),
                                   igraph_vss_1(number(source)), igraph_vss_all(), IGRAPH_OUT));
            for (std::size_t v = 0; v < n; ++v) out.push_back(distances.at(0, v));
        }
        return out;
    });
}

std::vector<double> IgraphPeer::nearest(std::span<const std::size_t> from) const {
    const auto n = static_cast<std::size_t>(igraph_vcount(state_->graph.get()));
    std::vector<double> out(n, infinity);
    const std::vector<double> all = distances(from);
    for (std::size_t i = 0; i < all.size(); ++i) out[i % n] = std::min(out[i % n], all[i]);
    return out;
}

}  // namespace lotse::bench

/// igraph inside one guarded session, and its objects behind RAII. Only graph/igraph*.cpp use it.
///
/// igraph's own handlers end the process, and Debian's build is not thread-safe. While a session
/// lives, its thread alone calls igraph, with one OpenMP thread and a fixed random seed, so that
/// results are the same in every run; errors come back as IgraphFailure.
#ifndef LOTSE_GRAPH_IGRAPH_PRIVATE_HPP
#define LOTSE_GRAPH_IGRAPH_PRIVATE_HPP

#include <lotse/base/result.hpp>
#include <lotse/graph/edge_list.hpp>

#include <igraph/igraph.h>

#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <type_traits>
#include <vector>

namespace lotse::graph {

/// Thrown after an igraph call returned with an error, never through igraph's own frames.
class IgraphFailure : public std::exception {
public:
    explicit IgraphFailure(Error error) : error_{std::move(error)} {}
    const Error& error() const noexcept { return error_; }
    const char* what() const noexcept override { return error_.message.en.c_str(); }

private:
    Error error_;
};

class IgraphSession {
public:
    static constexpr igraph_uint_t default_seed = 20191128;

    explicit IgraphSession(igraph_uint_t seed = default_seed);
    ~IgraphSession();
    IgraphSession(const IgraphSession&) = delete;
    IgraphSession& operator=(const IgraphSession&) = delete;

private:
    std::scoped_lock<std::mutex> lock_;
    igraph_error_handler_t* error_handler_;
    igraph_warning_handler_t* warning_handler_;
    igraph_fatal_handler_t* fatal_handler_;
    igraph_interruption_handler_t* interruption_handler_;
};

/// Throws IgraphFailure unless the call succeeded, bad_alloc when memory was short. Inside a
/// session.
void check(igraph_error_t code);

/// Runs `compute` inside a session; a failure becomes an Error.
template <class Compute>
auto in_session(Compute&& compute) -> Result<std::invoke_result_t<Compute>> {
    const IgraphSession session;
    try {
        return compute();
    } catch (const IgraphFailure& failure) {
        return failure.error();
    }
}

class Reals {
public:
    Reals() { check(igraph_vector_init(&vector_, 0)); }
    ~Reals() { igraph_vector_destroy(&vector_); }
    Reals(const Reals&) = delete;
    Reals& operator=(const Reals&) = delete;

    igraph_vector_t* get() noexcept { return &vector_; }
    std::span<const double> values() const noexcept {
        return {VECTOR(vector_), static_cast<std::size_t>(igraph_vector_size(&vector_))};
    }

private:
    igraph_vector_t vector_;
};

class Integers {
public:
    Integers() { check(igraph_vector_int_init(&vector_, 0)); }
    ~Integers() { igraph_vector_int_destroy(&vector_); }
    Integers(const Integers&) = delete;
    Integers& operator=(const Integers&) = delete;

    igraph_vector_int_t* get() noexcept { return &vector_; }
    /// Precondition: igraph put counts or vertices there, nothing negative.
    std::vector<std::size_t> values() const;

private:
    igraph_vector_int_t vector_;
};

/// Throws IgraphFailure unless every edge's ends are vertices.
void check_ends(const EdgeList& edges);

/// Precondition, checked: every edge's ends are vertices.
class Graph {
public:
    explicit Graph(const EdgeList& edges);
    ~Graph() { igraph_destroy(&graph_); }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    const igraph_t* get() const noexcept { return &graph_; }
    bool directed() const noexcept { return igraph_is_directed(&graph_); }

private:
    igraph_t graph_;
};

/// The weights of the edges as a vector that igraph may read.
/// Precondition, checked: all are within [1e-9, 1e9].
class Weights {
public:
    explicit Weights(const EdgeList& edges);
    const igraph_vector_t* get() const noexcept { return &view_; }

private:
    std::vector<double> values_;
    igraph_vector_t view_;
};

}  // namespace lotse::graph

#endif

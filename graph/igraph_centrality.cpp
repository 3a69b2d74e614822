#include "igraph.hpp"

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/structure.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace lotse::graph {
namespace {

Scores checked(std::span<const double> values) {
    Scores out;
    out.reserve(values.size());
    for (const double v : values) {
        if (!std::isfinite(v))
            throw IgraphFailure{Error{ErrorKind::engine,
                                      message({"igraph liefert einen Wert, der keine Zahl ist.",
                                               "igraph returns a value that is not a number."})}};
        out.emplace_back(v);
    }
    return out;
}

/// Takes ARPACK's last digits away: 1e-17 and -0 become 0, the largest value becomes 1.
void tidy(Scores& scores) {
    double largest = 0;
    for (const auto& v : scores) largest = std::max(largest, *v);
    for (auto& v : scores) v = *v < 1e-12 ? 0 : *v / largest;
}

/// On directed graphs with a degenerate leading eigenvalue ARPACK may return something else.
bool is_eigenvector(const EdgeList& edges, const Scores& v) {
    std::vector<double> image(edges.vertices, 0);
    for (const Edge& e : edges.edges) {
        image[e.to] += *v[e.from];
        if (edges.direction == Direction::undirected) image[e.from] += *v[e.to];
    }
    const auto largest = std::ranges::max_element(v) - v.begin();
    const double value = image[static_cast<std::size_t>(largest)];
    for (std::size_t i = 0; i < image.size(); ++i)
        if (std::abs(image[i] - value * *v[i]) > 1e-9 * std::max(1.0, value)) return false;
    return true;
}

/// The leading eigenvector as ARPACK finds it, largest value 1, and its eigenvalue; nullopt
/// everywhere: it finds none.
Result<Scores> leading(const EdgeList& edges, double* value) {
    return in_session([&] {
        const Graph graph{edges};
        Reals out;
        igraph_arpack_options_t options;
        igraph_arpack_options_init(&options);
        const auto code = igraph_eigenvector_centrality(
            graph.get(), out.get(), value, graph.directed(), /*scale=*/true, nullptr, &options);
        if (code == IGRAPH_ARPACK_MAXIT || code == IGRAPH_ARPACK_NOSHIFT)
            return Scores(edges.vertices);
        check(code);
        Scores scores = checked(out.values());
        tidy(scores);
        return is_eigenvector(edges, scores) ? scores : Scores(edges.vertices);
    });
}

/// The components that have edges inside, as graphs of their own.
struct Part {
    EdgeList edges;
    std::vector<std::size_t> vertices;  ///< their numbers in the whole
};
Result<std::vector<Part>> parts_with_edges(const EdgeList& edges, const Result<Components>& found) {
    if (!found) return found.error();
    std::vector<Part> parts(found->sizes.size());
    std::vector<std::size_t> number(edges.vertices);
    for (std::size_t v = 0; v < edges.vertices; ++v) {
        Part& part = parts[found->of[v]];
        part.edges.direction = edges.direction;
        number[v] = part.edges.vertices++;
        part.vertices.push_back(v);
    }
    for (const Edge& e : edges.edges)
        if (found->of[e.from] == found->of[e.to])
            parts[found->of[e.from]].edges.edges.push_back(
                {number[e.from], number[e.to], e.weight});
    std::erase_if(parts, [](const Part& part) { return part.edges.edges.empty(); });
    return parts;
}

constexpr double same = 1e-9;  // of two eigenvalues, relatively

/// Where several strong components have the largest eigenvalue, mixtures of their vectors are
/// leading eigenvectors too, or there is a chain of vectors: which one is found, chance decides.
Result<Scores> of_one_strong_component(const EdgeList& edges) {
    double value = 0;
    auto scores = leading(edges, &value);
    if (!scores || !scores->front() || value <= same) return scores;
    const auto parts = parts_with_edges(edges, strong_components(edges));
    if (!parts) return parts.error();
    std::size_t with_value = 0;
    for (const Part& part : *parts) {
        const auto degree = degrees(part.edges, Ends::in);
        if (static_cast<double>(*std::ranges::max_element(degree)) < value * (1 - same)) continue;
        double own = 0;
        if (const auto solved = leading(part.edges, &own); !solved) return solved.error();
        if (own > value * (1 - same)) ++with_value;
    }
    if (with_value > 1) return Scores(edges.vertices);
    return scores;
}

/// Several components may share the largest eigenvalue. Then every mixture of their vectors is a
/// leading eigenvector; the one taken is what multiplying a vector of ones again and again tends
/// to, its projection on all of them: no component is preferred to its like.
Result<Scores> across_components(const EdgeList& edges) {
    const auto parts = parts_with_edges(edges, components(edges));
    if (!parts) return parts.error();
    // Largest degree >= eigenvalue >= mean degree: what is too small need not be solved.
    const auto edge_ends = [](const Part& part) {
        return 2 * static_cast<double>(part.edges.edges.size());
    };
    double least = 0;
    for (const Part& part : *parts)
        least = std::max(least, edge_ends(part) / static_cast<double>(part.edges.vertices));

    Scores out(edges.vertices, 0.0);
    double largest = 0;
    for (const Part& part : *parts) {
        const auto degree = degrees(part.edges, Ends::all);
        if (static_cast<double>(*std::ranges::max_element(degree)) < least * (1 - same)) continue;
        double value = 0;
        const auto scores = leading(part.edges, &value);
        if (!scores) return scores.error();
        if (!scores->front()) return Scores(edges.vertices);
        if (value < largest * (1 - same)) continue;
        if (value > largest * (1 + same)) std::ranges::fill(out, 0.0);
        largest = std::max(largest, value);
        double sum = 0, squares = 0;
        for (const auto& score : *scores) {
            sum += *score;
            squares += *score * *score;
        }
        for (std::size_t i = 0; i < part.vertices.size(); ++i)
            out[part.vertices[i]] = *(*scores)[i] * sum / squares;
    }
    tidy(out);
    return out;
}

/// Runs call(graph, weights or nullptr, out) on a graph with at least one vertex.
template <class Call>
Result<Scores> path_measure(const EdgeList& edges, Lengths lengths, Call&& call) {
    if (edges.vertices == 0) return Scores{};
    return in_session([&] {
        const Graph graph{edges};
        std::optional<Weights> weights;
        if (lengths == Lengths::weights) weights.emplace(edges);
        Reals out;
        check(call(graph, weights ? weights->get() : nullptr, out.get()));
        return checked(out.values());
    });
}

template <class Call>
Result<Scores> measure(const EdgeList& edges, Call&& call) {
    return path_measure(edges, Lengths::hops,
                        [&](const Graph& graph, const igraph_vector_t*, igraph_vector_t* out) {
                            return call(graph, out);
                        });
}

}  // namespace

Result<Scores> betweenness(const EdgeList& edges, Lengths lengths) {
    return path_measure(
        edges, lengths,
        [](const Graph& graph, const igraph_vector_t* weights, igraph_vector_t* out) {
            return igraph_betweenness(graph.get(), out, igraph_vss_all(), graph.directed(),
                                      weights);
        });
}

Result<Scores> eigenvector(const EdgeList& edges) {
    if (edges.edges.empty()) return Scores(edges.vertices);
    if (edges.direction == Direction::directed) return of_one_strong_component(edges);
    return across_components(edges);
}

Result<Scores> pagerank(const EdgeList& edges) {
    return measure(edges, [](const Graph& graph, igraph_vector_t* out) {
        return igraph_pagerank(graph.get(), IGRAPH_PAGERANK_ALGO_PRPACK, out, nullptr,
                               igraph_vss_all(), graph.directed(), /*damping=*/0.85, nullptr,
                               nullptr);
    });
}

}  // namespace lotse::graph

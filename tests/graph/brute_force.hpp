/// The measures of graph/ computed straight from their definitions on dense matrices: slow, plain,
/// and sharing no code with what they check. For simple graphs of a few vertices.
#ifndef LOTSE_TESTS_GRAPH_BRUTE_FORCE_HPP
#define LOTSE_TESTS_GRAPH_BRUTE_FORCE_HPP

#include <lotse/graph/centrality.hpp>
#include <lotse/graph/edge_list.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

namespace brute_force {

using lotse::graph::Direction;
using lotse::graph::Edge;
using lotse::graph::EdgeList;
using lotse::graph::Scores;
using Matrix = std::vector<std::vector<double>>;

constexpr double infinity = std::numeric_limits<double>::infinity();

inline Matrix square(std::size_t n, double value) {
    return Matrix(n, std::vector<double>(n, value));
}

/// a[i][j] = 1 where an edge leads from i to j.
inline Matrix adjacency(const EdgeList& g) {
    Matrix a = square(g.vertices, 0);
    for (const Edge& e : g.edges) {
        a[e.from][e.to] = 1;
        if (g.direction == Direction::undirected) a[e.to][e.from] = 1;
    }
    return a;
}

struct Paths {
    Matrix length;  ///< of the shortest paths
    Matrix number;  ///< of different shortest paths
};

/// Floyd (1962), then counting path by path from near to far.
inline Paths shortest_paths(const EdgeList& g, lotse::graph::Lengths lengths) {
    const std::size_t n = g.vertices;
    Matrix step = square(n, infinity);
    for (const Edge& e : g.edges) {
        const double length = lengths == lotse::graph::Lengths::hops ? 1 : e.weight;
        step[e.from][e.to] = length;
        if (g.direction == Direction::undirected) step[e.to][e.from] = length;
    }
    Paths out{step, square(n, 0)};
    Matrix& d = out.length;
    for (std::size_t i = 0; i < n; ++i) d[i][i] = 0;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    for (std::size_t s = 0; s < n; ++s) {
        std::vector<std::size_t> order;
        for (std::size_t v = 0; v < n; ++v)
            if (v != s && d[s][v] < infinity) order.push_back(v);
        std::ranges::sort(order, {}, [&](std::size_t v) { return d[s][v]; });
        out.number[s][s] = 1;
        for (const std::size_t v : order)
            for (std::size_t u = 0; u < n; ++u)
                if (d[s][u] + step[u][v] == d[s][v]) out.number[s][v] += out.number[s][u];
    }
    return out;
}

inline Scores betweenness(const EdgeList& g, const Paths& p) {
    Scores out(g.vertices, 0.0);
    const double per_pair = g.direction == Direction::undirected ? 0.5 : 1;
    for (std::size_t v = 0; v < g.vertices; ++v)
        for (std::size_t s = 0; s < g.vertices; ++s)
            for (std::size_t t = 0; t < g.vertices; ++t)
                if (s != t && s != v && t != v && p.length[s][t] < infinity &&
                    p.length[s][v] + p.length[v][t] == p.length[s][t])
                    *out[v] += per_pair * p.number[s][v] * p.number[v][t] / p.number[s][t];
    return out;
}

inline Scores closeness(const Paths& p) {
    Scores out(p.length.size());
    for (std::size_t v = 0; v < out.size(); ++v) {
        double sum = 0;
        double reached = 0;
        for (std::size_t t = 0; t < out.size(); ++t)
            if (t != v && p.length[v][t] < infinity) {
                sum += p.length[v][t];
                ++reached;
            }
        if (reached > 0) out[v] = reached / sum;
    }
    return out;
}

inline Scores harmonic(const Paths& p) {
    Scores out(p.length.size());
    for (std::size_t v = 0; v < out.size() && out.size() > 1; ++v) {
        double sum = 0;
        for (std::size_t t = 0; t < out.size(); ++t)
            if (t != v) sum += 1 / p.length[v][t];
        out[v] = sum / static_cast<double>(out.size() - 1);
    }
    return out;
}

/// Solves x = (1-d)/n + d * (what flows in) by Gaussian elimination; dead ends jump anywhere.
inline Scores pagerank(const EdgeList& g) {
    const std::size_t n = g.vertices;
    const auto count = static_cast<double>(n);
    const Matrix a = adjacency(g);
    Matrix m = square(n, 0);
    for (std::size_t j = 0; j < n; ++j) {
        double out_degree = 0;
        for (const double x : a[j]) out_degree += x;
        for (std::size_t i = 0; i < n; ++i)
            m[i][j] = (i == j ? 1 : 0) - 0.85 * (out_degree > 0 ? a[j][i] / out_degree : 1 / count);
    }
    for (std::size_t i = 0; i < n; ++i) m[i].push_back(0.15 / count);
    for (std::size_t k = 0; k < n; ++k) {
        const auto by_size = [&](const auto& x, const auto& y) {
            return std::abs(x[k]) < std::abs(y[k]);
        };
        const auto from = m.begin() + static_cast<std::ptrdiff_t>(k);
        std::iter_swap(from, std::max_element(from, m.end(), by_size));
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k) continue;
            const double factor = m[i][k] / m[k][k];
            for (std::size_t j = k; j <= n; ++j) m[i][j] -= factor * m[k][j];
        }
    }
    Scores out(n);
    for (std::size_t i = 0; i < n; ++i) out[i] = m[i][n] / m[i][i];
    return out;
}

/// a_ij + a_ji, the strength of the tie in Burt's measures.
inline Matrix mutual(const EdgeList& g) {
    const Matrix a = adjacency(g);
    Matrix s = a;
    for (std::size_t i = 0; i < g.vertices; ++i)
        for (std::size_t j = 0; j < g.vertices; ++j) s[i][j] += a[j][i];
    return s;
}

inline Scores constraint(const EdgeList& g) {
    const std::size_t n = g.vertices;
    Matrix p = mutual(g);
    for (auto& row : p) {
        double sum = 0;
        for (const double x : row) sum += x;
        for (double& x : row) x = sum > 0 ? x / sum : 0;
    }
    Scores out(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (p[i][j] == 0) continue;
            double x = p[i][j];
            for (std::size_t q = 0; q < n; ++q)
                if (q != i && q != j) x += p[i][q] * p[q][j];
            out[i] = out[i].value_or(0) + x * x;
        }
    return out;
}

/// Undirected graphs: Borgatti's d - 2t/d. Directed graphs: Burt's definition.
inline Scores effective_size(const EdgeList& g) {
    const std::size_t n = g.vertices;
    const Matrix s = mutual(g);
    Scores out(n);
    for (std::size_t i = 0; i < n; ++i) {
        double degree = 0;
        double total = 0;
        double among = 0;
        double redundancy = 0;
        for (std::size_t j = 0; j < n; ++j) {
            if (s[i][j] == 0) continue;
            ++degree;
            total += s[i][j];
            for (std::size_t q = j + 1; q < n; ++q)
                if (s[i][q] > 0 && s[j][q] > 0) ++among;
        }
        if (degree == 0) continue;
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t q = 0; q < n; ++q)
                if (s[i][j] > 0)
                    redundancy += s[i][q] / total * s[j][q] / *std::ranges::max_element(s[j]);
        out[i] = g.direction == Direction::undirected ? degree - 2 * among / degree
                                                      : degree - redundancy;
    }
    return out;
}

/// The connected sets, by flooding; `without` is taken out first.
inline std::size_t pieces(const EdgeList& g, std::size_t without = SIZE_MAX) {
    std::vector<std::size_t> label(g.vertices);
    for (std::size_t v = 0; v < g.vertices; ++v) label[v] = v;
    for (std::size_t round = 0; round < g.vertices; ++round)
        for (const Edge& e : g.edges)
            if (e.from != without && e.to != without)
                label[e.from] = label[e.to] = std::min(label[e.from], label[e.to]);
    std::set<std::size_t> labels(label.begin(), label.end());
    if (without < g.vertices) labels.erase(without);
    return labels.size();
}

inline std::vector<std::size_t> cut_vertices(const EdgeList& g) {
    std::vector<std::size_t> out;
    for (std::size_t v = 0; v < g.vertices; ++v)
        if (pieces(g, v) > pieces(g)) out.push_back(v);
    return out;
}

/// Takes vertices of degree < k away until none is left, for k = 1, 2, ...
inline std::vector<std::size_t> coreness(const EdgeList& g) {
    std::vector<std::size_t> out(g.vertices, 0);
    for (std::size_t k = 1; k <= 2 * g.vertices; ++k) {
        std::vector<char> in(g.vertices, 1);
        for (bool changed = true; changed;) {
            changed = false;
            std::vector<std::size_t> degree(g.vertices, 0);
            for (const Edge& e : g.edges)
                if (in[e.from] != 0 && in[e.to] != 0) {
                    ++degree[e.from];
                    ++degree[e.to];
                }
            for (std::size_t v = 0; v < g.vertices; ++v)
                if (in[v] != 0 && degree[v] < k) {
                    in[v] = 0;
                    changed = true;
                }
        }
        for (std::size_t v = 0; v < g.vertices; ++v)
            if (in[v] != 0) out[v] = k;
    }
    return out;
}

}  // namespace brute_force

#endif

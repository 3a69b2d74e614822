#include <lotse/graph/boost_paths.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace lotse::graph {
namespace {

constexpr std::size_t most_candidates = 10000;
constexpr std::size_t no_arc = static_cast<std::size_t>(-1);

struct ProductEdge {
    std::int64_t cost = 0;
    std::size_t arc = no_arc;    ///< of the labelled graph
    std::size_t group = no_arc;  ///< of a new arc
    std::size_t number = 0;      ///< position among the product's edges
};

using Product = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                      boost::no_property, ProductEdge>;
using ProductVertex = boost::graph_traits<Product>::vertex_descriptor;
using ProductArc = boost::graph_traits<Product>::edge_descriptor;

/// Vertices (v, q) = v * states + q, then one sink that every accepting pair leads to, then others.
class ProductGraph {
public:
    ProductGraph(const LabelledGraph& graph, const Automaton& automaton, std::size_t extra)
        : automaton_{automaton},
          sink_{graph.vertices * automaton.states()},
          product_{sink_ + 1 + extra} {
        for (std::size_t i = 0; i < graph.arcs.size(); ++i) {
            const LabelledArc& arc = graph.arcs[i];
            for (std::size_t q = 0; q < automaton.states(); ++q)
                if (const auto r = automaton.next[q][arc.label])
                    add(at(arc.from, q), at(arc.to, *r), {arc.cost, i, no_arc, 0});
        }
        for (std::size_t v = 0; v < graph.vertices; ++v)
            for (std::size_t q = 0; q < automaton.states(); ++q)
                if (automaton.accepting[q]) add(at(v, q), sink_, {});
    }

    void add(ProductVertex from, ProductVertex to, ProductEdge edge) {
        edge.number = edges_++;
        boost::add_edge(from, to, edge, product_);
    }

    ProductVertex at(std::size_t v, std::size_t q) const { return v * automaton_.states() + q; }
    ProductVertex sink() const { return sink_; }
    /// Of (v, q): v. The sink and what comes after it have numbers of their own.
    std::size_t vertex(ProductVertex p) const { return p < sink_ ? p / automaton_.states() : p; }
    std::size_t edges() const { return edges_; }
    const Product& graph() const { return product_; }

private:
    const Automaton& automaton_;
    ProductVertex sink_;
    Product product_;
    std::size_t edges_ = 0;
};

/// What a search must not use.
struct Bans {
    std::vector<bool> edges;     ///< by number
    std::vector<bool> vertices;  ///< of the labelled graph
};

struct AllowedEdge {
    const ProductGraph* product = nullptr;
    const Bans* bans = nullptr;
    bool operator()(const ProductArc& e) const {
        const auto to = product->vertex(boost::target(e, product->graph()));
        return !bans->edges[product->graph()[e].number] &&
               (to >= bans->vertices.size() || !bans->vertices[to]);
    }
};

struct Found {};  // thrown by the visitor when the sink is settled; caught in `cheapest` only

struct StopAt : boost::default_dijkstra_visitor {
    ProductVertex goal = 0;
    template <class Graph>
    void examine_vertex(ProductVertex v, const Graph&) const {
        if (v == goal) throw Found{};
    }
};

struct Way {
    std::vector<ProductArc> edges;
    std::int64_t cost = 0;
};

std::optional<Way> cheapest(const ProductGraph& product, ProductVertex from, const Bans& bans) {
    const Product& whole = product.graph();
    const boost::filtered_graph graph{whole, AllowedEdge{&product, &bans}};
    const auto count = boost::num_vertices(whole);
    std::vector<std::int64_t> distance(count);
    std::vector<ProductVertex> predecessor(count);
    std::vector<ProductArc> entry(count);

    struct Visitor : StopAt {
        std::vector<ProductArc>* entry = nullptr;
        void edge_relaxed(const ProductArc& e, const decltype(graph)& g) const {
            (*entry)[boost::target(e, g)] = e;
        }
    } visitor;
    visitor.goal = product.sink();
    visitor.entry = &entry;
    bool found = false;
    try {
        boost::dijkstra_shortest_paths(graph, from,
                                       boost::predecessor_map(predecessor.data())
                                           .distance_map(distance.data())
                                           .weight_map(boost::get(&ProductEdge::cost, whole))
                                           .visitor(visitor));
    } catch (const Found&) {
        found = true;
    }
    if (!found) return std::nullopt;
    Way way;
    way.cost = distance[product.sink()];
    for (ProductVertex v = product.sink(); v != from; v = predecessor[v])
        way.edges.push_back(entry[v]);
    std::ranges::reverse(way.edges);
    return way;
}

/// Yen's algorithm over the product; bans whole vertices of the labelled graph on the root.
class Deviations {
public:
    Deviations(const LabelledGraph& graph, const ProductGraph& product, ProductVertex from)
        : graph_{graph}, product_{product}, from_{from} {
        extend({}, 0);
    }

    /// The next cheapest way, loopless in the labelled graph or not.
    std::optional<Way> next() {
        if (candidates_.empty()) return std::nullopt;
        const Candidate best = *candidates_.begin();
        candidates_.erase(candidates_.begin());
        taken_.push_back(best);
        for (std::size_t i = 0; i < best.way.edges.size(); ++i) {
            if (!loopless_before(best.way, i)) break;
            extend(best.way, i);
        }
        return best.way;
    }

    bool loopless(const Way& way) const { return loopless_before(way, way.edges.size()); }

private:
    struct Candidate {
        Way way;
        std::vector<std::size_t> numbers;
        bool operator<(const Candidate& other) const {
            const auto order = [](const Candidate& c) {
                return std::tuple{c.way.cost, c.numbers.size()};
            };
            return order(*this) != order(other) ? order(*this) < order(other)
                                                : numbers < other.numbers;
        }
    };

    ProductVertex source(const Way& way, std::size_t i) const {
        return i == 0 ? from_ : boost::target(way.edges[i - 1], product_.graph());
    }

    /// The vertices before edge i, the spur included, are all different.
    bool loopless_before(const Way& way, std::size_t i) const {
        std::set<std::size_t> seen;
        for (std::size_t j = 0; j <= i; ++j)
            if (!seen.insert(product_.vertex(source(way, j))).second) return false;
        return true;
    }

    /// The cheapest way that shares the first i edges and then none with a way taken before.
    void extend(const Way& root, std::size_t i) {
        Bans bans{std::vector<bool>(product_.edges()), std::vector<bool>(graph_.vertices)};
        for (std::size_t j = 0; j <= i; ++j) bans.vertices[product_.vertex(source(root, j))] = true;
        const auto number = [&](const ProductArc& e) { return product_.graph()[e].number; };
        for (const Candidate& taken : taken_) {
            if (taken.numbers.size() <= i) continue;
            bool same = true;
            for (std::size_t j = 0; j < i && same; ++j)
                same = taken.numbers[j] == number(root.edges[j]);
            if (same) bans.edges[taken.numbers[i]] = true;
        }
        const auto spur = cheapest(product_, source(root, i), bans);
        if (!spur) return;
        Candidate candidate;
        candidate.way.cost = spur->cost;
        for (std::size_t j = 0; j < i; ++j) {
            candidate.way.edges.push_back(root.edges[j]);
            candidate.way.cost += product_.graph()[root.edges[j]].cost;
        }
        candidate.way.edges.insert(candidate.way.edges.end(), spur->edges.begin(),
                                   spur->edges.end());
        for (const ProductArc& e : candidate.way.edges) candidate.numbers.push_back(number(e));
        candidates_.insert(std::move(candidate));
    }

    const LabelledGraph& graph_;
    const ProductGraph& product_;
    ProductVertex from_;
    std::set<Candidate> candidates_;
    std::vector<Candidate> taken_;
};

}  // namespace

CheapestPaths cheapest_paths(const LabelledGraph& graph, const Automaton& automaton,
                             std::size_t from, std::size_t k) {
    CheapestPaths out;
    if (k == 0) return out;
    const ProductGraph product{graph, automaton, 0};
    Deviations ways{graph, product, product.at(from, automaton.start)};
    for (std::size_t looked_at = 0; out.paths.size() < k; ++looked_at) {
        if (looked_at == most_candidates) {
            out.complete = false;
            break;
        }
        const auto way = ways.next();
        if (!way) break;
        if (!ways.loopless(*way)) continue;
        LabelledPath& path = out.paths.emplace_back();
        path.cost = way->cost;
        for (const ProductArc& e : way->edges)
            if (const std::size_t arc = product.graph()[e].arc; arc != no_arc)
                path.arcs.push_back(arc);
    }
    return out;
}

std::optional<std::vector<ExtendedStep>> fewest_new_arcs(const LabelledGraph& graph,
                                                         const Automaton& automaton,
                                                         std::size_t from,
                                                         std::span<const WishGroup> groups,
                                                         std::span<const std::size_t> new_label) {
    // A cheapest way meets no pair (v, q) twice: no sum of arcs or wishes reaches one new arc.
    std::int64_t arcs_cost = 0;
    std::int64_t dearest_group = 0;
    for (const LabelledArc& arc : graph.arcs) arcs_cost += arc.cost;
    for (const WishGroup& group : groups) dearest_group = std::max(dearest_group, group.cost);
    const auto states = static_cast<std::int64_t>(automaton.states());
    const std::int64_t more_than_all =
        1 + states * (arcs_cost + static_cast<std::int64_t>(graph.vertices) * dearest_group);

    // A group is a meeting point per state: its members enter at the price of a new arc and leave
    // freely to any member.
    ProductGraph product{graph, automaton, groups.size() * automaton.states()};
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t q = 0; q < automaton.states(); ++q) {
            const ProductVertex point = product.sink() + 1 + g * automaton.states() + q;
            for (const std::size_t v : groups[g].members) {
                product.add(product.at(v, q), point,
                            {more_than_all + groups[g].cost, no_arc, g, 0});
                if (const auto r = automaton.next[q][new_label[v]])
                    product.add(point, product.at(v, *r), {0, no_arc, g, 0});
            }
        }
    const Bans bans{std::vector<bool>(product.edges()), std::vector<bool>(graph.vertices)};
    const auto way = cheapest(product, product.at(from, automaton.start), bans);
    if (!way) return std::nullopt;
    std::vector<ExtendedStep> out;
    std::size_t here = from;
    for (const ProductArc& e : way->edges) {
        const ProductEdge& edge = product.graph()[e];
        const std::size_t to = product.vertex(boost::target(e, product.graph()));
        if (to >= graph.vertices) continue;  // a meeting point or the sink
        ExtendedStep step{here, to, std::nullopt, std::nullopt};
        if (edge.arc != no_arc)
            step.arc = edge.arc;
        else
            step.group = edge.group;
        out.push_back(step);
        here = to;
    }
    return out;
}

}  // namespace lotse::graph

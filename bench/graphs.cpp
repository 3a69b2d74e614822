#include "graphs.hpp"

#include <lotse/base/random.hpp>
#include <lotse/io/read_network.hpp>
#include <lotse/model/synthetic.hpp>

#include <algorithm>
#include <stdexcept>

namespace lotse::bench {
namespace {

constexpr std::uint64_t seed = 7;

class Edges {
public:
    explicit Edges(std::size_t vertices) { edges_.vertices = vertices; }

    void add(std::size_t a, std::size_t b) {
        if (a != b) edges_.edges.push_back({a, b, 1.0 / static_cast<double>(1 + (a * 7 + b) % 4)});
    }
    BenchGraph named(std::string name, Shape shape) && {
        return {std::move(name), shape,
                undirected_projection(std::move(edges_), graph::Merge::max)};
    }

private:
    graph::EdgeList edges_;
};

std::string with_size(const char* name, std::size_t vertices) {
    return std::string{name} + '-' + std::to_string(vertices);
}

BenchGraph of_network(const Network& network, std::string name) {
    Edges edges{network.actors().size()};
    for (const Tie& tie : network.ties()) edges.add((*tie.from).index(), (*tie.to).index());
    return std::move(edges).named(std::move(name), Shape::dense_core);
}

}  // namespace

BenchGraph small_world(std::size_t n) {
    Random random{seed};
    Edges edges{n};
    for (std::size_t v = 0; v < n; ++v)
        for (std::size_t step = 1; step <= 4; ++step)
            edges.add(v, random.chance(0.1) ? random.below(n) : (v + step) % n);
    return std::move(edges).named(with_size("small-world", n), Shape::small_world);
}

BenchGraph scale_free(std::size_t n) {
    Random random{seed};
    Edges edges{n};
    std::vector<std::size_t> ends;  // every vertex as often as it has edges
    const auto join = [&](std::size_t a, std::size_t b) {
        edges.add(a, b);
        ends.push_back(a);
        ends.push_back(b);
    };
    constexpr std::size_t first = 5;
    for (std::size_t v = 1; v < first; ++v)
        for (std::size_t u = 0; u < v; ++u) join(u, v);
    for (std::size_t v = first; v < n; ++v) {
        const std::size_t before = ends.size();
        for (int i = 0; i < 4; ++i) join(v, ends[random.below(before)]);
    }
    return std::move(edges).named(with_size("scale-free", n), Shape::dense_core);
}

BenchGraph hanging(std::size_t n) {
    Random random{seed};
    Edges edges{n};
    constexpr std::size_t size = 60;
    for (std::size_t v = 0; v < n; ++v) {
        const std::size_t first = v - v % size;  // jobcenter, conference, federation, services ...
        const std::size_t place = v % size;
        if (place == 0 && v > 0) edges.add(v, v - size);
        if (place == 1 || place == 2) edges.add(v, first);
        if (place >= 3 && place < 12) {
            edges.add(v, first + random.below(2));
            if (random.chance(0.5)) edges.add(v, first + 3 + random.below(9));
            if (random.chance(0.1)) edges.add(v, random.below(n));
        }
        if (place >= 12 && place < 18) edges.add(v, first + 3 + random.below(9));
        if (place >= 18 && place < 33) {
            edges.add(v, first);
            edges.add(v, first + 1);
        }
        if (place >= 33) edges.add(v, first + 2);
    }
    return std::move(edges).named(with_size("hanging", n), Shape::hanging);
}

BenchGraph referral(std::size_t n) {
    Random random{seed};
    Edges edges{n};
    const std::size_t districts = std::max<std::size_t>(4, n / 250);
    const std::size_t states = 16;
    const std::size_t insurers = std::min<std::size_t>(95, districts / 2 + 2);
    const std::size_t conference = districts;
    const std::size_t federation = 2 * districts;
    const std::size_t state = 3 * districts;
    const std::size_t insurer = state + states;
    const std::size_t rest = insurer + insurers;
    const auto any_insurer = [&] { return insurer + random.below(random.below(insurers) + 1); };
    for (std::size_t s = 1; s < states; ++s) edges.add(state, state + s);
    for (std::size_t k = 0; k < insurers; ++k) edges.add(insurer + k, state + random.below(states));
    for (std::size_t d = 0; d < districts; ++d) {
        const std::size_t s = state + d * states / districts;
        edges.add(conference + d, s);
        edges.add(federation + d, s);
        if (random.chance(0.5)) edges.add(d, conference + d);
        if (d > 0) edges.add(d, d - 1);
        for (std::size_t i = 2 + random.below(4); i > 0; --i) edges.add(d, any_insurer());
    }
    for (std::size_t v = rest; v < n; ++v) {
        const std::size_t d = random.below(districts);
        const auto earlier = [&] { return v > rest ? rest + random.below(v - rest) : d; };
        if (random.chance(0.75)) {
            edges.add(v, federation + d);
            if (random.chance(0.3)) edges.add(v, random.chance(0.5) ? conference + d : earlier());
            continue;
        }
        edges.add(v, d);
        for (std::size_t i = 1 + random.below(24); i > 0; --i) {
            const std::size_t where = random.chance(0.1) ? random.below(districts) : d;
            const std::size_t whom = random.below(20);
            if (whom < 3)
                edges.add(v, where);
            else if (whom < 6)
                edges.add(v, conference + where);
            else if (whom < 8)
                edges.add(v, any_insurer());
            else
                edges.add(v, earlier());
        }
    }
    return std::move(edges).named(with_size("referral", n), Shape::dense_core);
}

BenchGraph synthetic(int areas) {
    SyntheticSize size;
    size.areas = areas;
    auto made = synthetic_network(size, Language::en);
    if (!made) throw std::runtime_error{made.error().message.en};
    const Network network{std::move(made->info), std::move(made->tables)};
    return of_network(network, with_size("generate", network.actors().size()));
}

BenchGraph shipped(const std::string& folder, const std::string& name) {
    const auto built = io::read_network(folder + "/" + name);
    if (!built) throw std::runtime_error{built.error().message.en};
    return of_network(built->network, name);
}

}  // namespace lotse::bench

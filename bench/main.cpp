// Measures the kernels of the graph module against igraph and Boost.Graph; scripts/bench reads what
// it prints: one JSON object a line.
//
//   lotse_bench DATASETS [--check] [--kernel NAME] [--graph NAME] [--own] [--write-graphs FOLDER]
//   lotse_bench --files [--check] [--kernel NAME] [--own] [--write-files FOLDER]
//   lotse_bench --peak WAY FILE
//
//   --check         small graphs only; exit 1 if a kernel falls below a third of its goal
//   --kernel        only kernels whose name begins so; --graph the same
//   --own           the own times and a checksum of the values, without peers
//   --write-graphs  writes the graphs that other programs read (vertices and edges, then an edge a
//                   line) and ends
//   --files         reading and writing instead of kernels; --kernel begins the name of a way
//   --write-files   writes the network that --files reads and writes, and ends
//   --peak          the memory that reading a file takes: by lotse, igraph or nlohmann/json

#include "files.hpp"
#include "kernels.hpp"

#include <lotse/io/export.hpp>
#include <lotse/model/synthetic.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

namespace lotse::bench {

double Goal::on(Shape shape) const {
    switch (shape) {
        case Shape::hanging: return hanging;
        case Shape::dense_core: return dense_core;
        case Shape::small_world: return small_world;
    }
    return 0;
}

std::vector<Kernel> kernels() {
    std::vector<Kernel> out = centrality_kernels();
    for (Kernel& kernel : path_kernels()) out.push_back(std::move(kernel));
    return out;
}

namespace {

struct Call {
    std::string datasets;  ///< or the file of --peak
    std::string kernel;
    std::string graph;
    std::string write_graphs;
    std::string write_files;
    std::string peak;
    bool check = false;
    bool own = false;
    bool files = false;
};

Call parse(int count, char** words) {
    Call call;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto next = [&] { return i + 1 < count ? std::string{words[++i]} : std::string{}; };
        if (word == "--check")
            call.check = true;
        else if (word == "--own")
            call.own = true;
        else if (word == "--files")
            call.files = true;
        else if (word == "--kernel")
            call.kernel = next();
        else if (word == "--graph")
            call.graph = next();
        else if (word == "--write-graphs")
            call.write_graphs = next();
        else if (word == "--write-files")
            call.write_files = next();
        else if (word == "--peak")
            call.peak = next();
        else
            call.datasets = word;
    }
    return call;
}

std::vector<BenchGraph> graphs(const Call& call) {
    std::vector<BenchGraph> out;
    out.push_back(hanging(2000));
    out.push_back(referral(2000));
    out.push_back(scale_free(2000));
    out.push_back(small_world(2000));
    out.push_back(referral(10'000));
    if (call.check) return out;
    out.push_back(hanging(10'000));
    out.push_back(scale_free(10'000));
    out.push_back(small_world(10'000));
    out.push_back(shipped(call.datasets, "musterkreis"));
    out.push_back(shipped(call.datasets, "verzahnung"));
    out.push_back(synthetic(14));
    return out;
}

constexpr std::size_t large = 5000;

double goal_of(const Kernel& kernel, const BenchGraph& graph) {
    return graph.edges.vertices < kernel.goal.vertices ? 0 : kernel.goal.on(graph.shape);
}

/// The short form takes large graphs only where the goal is of such.
bool is_asked(const Kernel& kernel, const BenchGraph& graph, const Call& call) {
    if (!kernel.name.starts_with(call.kernel) || graph.edges.vertices > kernel.largest)
        return false;
    return !call.check || graph.edges.vertices < large || kernel.goal.vertices > large;
}

std::string numbers(const Spread& spread) {
    std::ostringstream out;
    out << '[' << spread.median << ", " << spread.min << ", " << spread.max << ']';
    return out.str();
}

/// Two ways that give the same values have this in common.
double checksum(const std::vector<double>& values) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i])) sum += values[i] * static_cast<double>(i % 97 + 1);
    return sum;
}

void print_head(const Kernel& kernel, const BenchGraph& graph) {
    std::cout << "{\"kernel\": \"" << kernel.name << "\", \"graph\": \"" << graph.name
              << "\", \"vertices\": " << graph.edges.vertices
              << ", \"edges\": " << graph.edges.edges.size();
}

void measure_alone(const Kernel& kernel, const BenchGraph& graph) {
    const Contender own = kernel.own(graph, {});
    const double sum = checksum(own.run());
    const Times times = time_alone(own, {3, 20});
    std::ostringstream precise;
    precise.precision(17);
    precise << sum;
    print_head(kernel, graph);
    std::cout << ", \"own_cpu\": " << numbers(spread(times.cpu))
              << ", \"checksum\": " << precise.str() << "}\n"
              << std::flush;
}

/// The build of the tests has the assertions of the standard library, igraph has none: up to two
/// thirds of a ratio. Below a third of the goal once may be the load of the machine: then again,
/// with more pairs.
bool holds(const Duel& duel, double goal) {
    return duel.cpu_ratio().median >= goal / 3;
}

bool is_fast_enough(std::string_view what, const Duel& duel, const Contender& peer, double goal,
                    const Call& call) {
    if (!call.check || holds(duel, goal)) return true;
    std::cerr << what << ": " << duel.cpu_ratio().median << " times as fast as " << peer.name
              << ", goal " << goal << '\n';
    return false;
}

/// False: other values than the peer's, or (with --check) too slow.
bool measure(const Kernel& kernel, const BenchGraph& graph, const Contender& peer, bool with_goal,
             graph::Threads threads, const Call& call) {
    constexpr double same = 1e-9;
    const Contender own = kernel.own(graph, threads);
    const double goal = with_goal && threads.count == 1 ? goal_of(kernel, graph) : 0;
    Duel duel = bench::duel(own, peer, {5, call.check ? 1.5 : threads.count > 1 ? 5.0 : 12.0});
    if (call.check && !holds(duel, goal)) duel = bench::duel(own, peer, {9, 6});
    print_head(kernel, graph);
    std::cout << ", \"peer\": \"" << peer.name << "\", \"threads\": " << threads.count
              << ", \"pairs\": " << duel.own.cpu.size() << ", \"difference\": " << duel.difference
              << ", \"cpu_ratio\": " << numbers(duel.cpu_ratio())
              << ", \"wall_ratio\": " << numbers(duel.wall_ratio())
              << ", \"own_cpu\": " << numbers(spread(duel.own.cpu))
              << ", \"peer_cpu\": " << numbers(spread(duel.peer.cpu))
              << ", \"own_wall\": " << numbers(spread(duel.own.wall)) << ", \"goal\": " << goal
              << "}\n"
              << std::flush;
    if (!(duel.difference <= same)) {
        std::cerr << kernel.name << " on " << graph.name << ": other values than " << peer.name
                  << ", by " << duel.difference << '\n';
        return false;
    }
    return is_fast_enough(kernel.name + " on " + graph.name, duel, peer, goal, call);
}

bool measure_all(const Kernel& kernel, const BenchGraph& graph, const Call& call) {
    bool good = true;
    bool first = true;  // igraph: the goals are about it
    for (const Contender& peer : kernel.peers(graph)) {
        if (!first && (call.check || graph.edges.vertices > large)) break;
        good = measure(kernel, graph, peer, first, {1}, call) && good;
        if (!call.check && first && kernel.parallel && graph.edges.vertices > large)
            good = measure(kernel, graph, peer, first, {2}, call) && good;
        first = false;
    }
    return good;
}

void write_graph(const BenchGraph& graph, const std::string& folder) {
    std::ofstream out{folder + "/" + graph.name + ".txt"};
    out << graph.edges.vertices << ' ' << graph.edges.edges.size() << '\n';
    for (const graph::Edge& edge : graph.edges.edges) out << edge.from << ' ' << edge.to << '\n';
}

/// A network in the shape of Germany with about 100,000 ties; the short form has 7,000.
std::shared_ptr<const Network> network_of_files(const Call& call) {
    SyntheticSize size;
    size.areas = call.check ? 14 : 210;
    auto made = synthetic_network(size, Language::en);
    if (!made) throw std::runtime_error{made.error().message.en};
    return std::make_shared<const Network>(std::move(made->info), std::move(made->tables));
}

void print_head(const FileWay& way, const Network& network) {
    std::cout << "{\"way\": \"" << way.name << "\", \"actors\": " << network.actors().size()
              << ", \"ties\": " << network.ties().size() << ", \"bytes\": " << way.bytes;
}

void measure_alone(const FileWay& way, const Network& network) {
    const Times times = time_alone(way.own(), {5, 20});
    print_head(way, network);
    std::cout << ", \"own_cpu\": " << numbers(spread(times.cpu)) << "}\n" << std::flush;
}

bool measure(const FileWay& way, const Network& network, const Call& call) {
    const Contender own = way.own();
    const Contender peer = way.peer();
    const auto found = peer.run();
    if (way.reads && own.run() != found) {
        std::cerr << way.name << ": other counts than " << peer.name << '\n';
        return false;
    }
    Duel duel = bench::duel(own, peer, {9, call.check ? 1.5 : 20.0});
    if (call.check && !holds(duel, way.goal)) duel = bench::duel(own, peer, {9, 6});
    print_head(way, network);
    std::cout << ", \"peer\": \"" << peer.name << "\", \"peer_bytes\": "
              << (way.reads ? way.bytes : static_cast<std::size_t>(found.front()))
              << ", \"pairs\": " << duel.own.cpu.size()
              << ", \"cpu_ratio\": " << numbers(duel.cpu_ratio())
              << ", \"own_cpu\": " << numbers(spread(duel.own.cpu))
              << ", \"peer_cpu\": " << numbers(spread(duel.peer.cpu)) << ", \"goal\": " << way.goal
              << "}\n"
              << std::flush;
    return is_fast_enough(way.name, duel, peer, way.goal, call);
}

void write_files(const Network& network, const std::string& folder) {
    std::ofstream{folder + "/netz.json"} << io::json_text(network);
    std::ofstream{folder + "/netz.graphml"} << io::graphml_text(network);
}

int run_files(const Call& call) {
    const auto network = network_of_files(call);
    if (!call.write_files.empty()) {
        write_files(*network, call.write_files);
        return 0;
    }
    bool good = true;
    for (const FileWay& way : file_ways(network)) {
        if (!way.name.starts_with(call.kernel)) continue;
        if (call.own)
            measure_alone(way, *network);
        else if (way.peer)
            good = measure(way, *network, call) && good;
    }
    return good ? 0 : 1;
}

int print_peak(const Call& call) {
    const Peak found = reading_peak(call.peak, call.datasets);
    std::cout << "{\"file\": " << found.file << ", \"kept\": " << found.kept
              << ", \"peak\": " << found.peak << "}\n";
    return 0;
}

int run(const Call& call) {
    if (!call.peak.empty()) return print_peak(call);
    if (call.files) return run_files(call);
    bool good = true;
    for (const BenchGraph& graph : graphs(call)) {
        if (!graph.name.starts_with(call.graph)) continue;
        if (!call.write_graphs.empty()) {
            write_graph(graph, call.write_graphs);
            continue;
        }
        for (const Kernel& kernel : kernels()) {
            if (!is_asked(kernel, graph, call)) continue;
            if (call.own)
                measure_alone(kernel, graph);
            else
                good = measure_all(kernel, graph, call) && good;
        }
    }
    return good ? 0 : 1;
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) {
    try {
        return lotse::bench::run(lotse::bench::parse(count, words));
    } catch (const std::exception& error) {
        std::cerr << "lotse_bench: " << error.what() << '\n';
        return 1;
    }
}

/// The same texts read and written by igraph, nlohmann/json and the standard library.
#ifndef LOTSE_BENCH_FILE_PEERS_HPP
#define LOTSE_BENCH_FILE_PEERS_HPP

#include <memory>
#include <string>
#include <vector>

namespace lotse::bench {

/// A graph with its attributes, read by igraph from GraphML.
class IgraphFile {
public:
    explicit IgraphFile(const std::string& graphml);

    /// Vertices and edges.
    std::vector<double> counts() const;
    std::string graphml() const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// What a walk over JSON comes by, which makes it touch every value, name and text.
struct JsonCounts {
    double values = 0;
    double members = 0;
    double bytes = 0;  ///< of names and texts

    std::vector<double> all() const { return {values, members, bytes}; }
};

/// A walk over the tree that nlohmann/json makes.
JsonCounts count_by_tree(const std::string& json);

/// The tree itself, to be kept.
std::shared_ptr<const void> json_tree(const std::string& json);

/// Records and fields of comma separated text as programs read it that know no library: lines by
/// std::getline, fields by std::getline from a stream made of each line; while a quote is open,
/// lines and fields are put together again.
std::vector<double> count_by_getline(const std::string& csv);

}  // namespace lotse::bench

#endif

/// Edges with a direction for ties that have none.
#ifndef LOTSE_IO_GRAPH_DIRECTIONS_HPP
#define LOTSE_IO_GRAPH_DIRECTIONS_HPP

#include "graph_file.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lotse::io {

/// What `mutual` says of an edge with this kind, both as they are written.
enum class PairMark {
    none,
    once,    ///< as lotse writes edges with a direction
    twice,   ///< as it writes an undirected tie, once in each direction
    foreign  ///< it does not stand so in any file of lotse
};
PairMark pair_mark(std::string_view mutual, std::string_view kind);

/// An undirected tie stands once in each direction where a form knows directed edges only.
class TwiceWritten {
public:
    /// `content`: all that the tie says of itself.
    bool is_second(const std::string& from, const std::string& to, const std::string& content);

private:
    std::unordered_map<std::string, int> open_;
};

/// Directed edges of kinds without a direction. Nothing is lost of two in opposite directions.
class DroppedDirections {
public:
    void add(std::string_view kind, const std::string& from, const std::string& to, XmlPlace place);
    void report_to(GroupedIssues& issues) const;

private:
    struct Edge {
        std::string kind;
        XmlPlace place;
        bool has_reverse = false;
    };
    std::vector<Edge> edges_;
    std::unordered_map<std::string, std::vector<std::size_t>> open_;
};

}  // namespace lotse::io

#endif

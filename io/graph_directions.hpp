/// Edges with a direction for ties that have none.
#ifndef LOTSE_IO_GRAPH_DIRECTIONS_HPP
#define LOTSE_IO_GRAPH_DIRECTIONS_HPP

#include "graph_file.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lotse::io {

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

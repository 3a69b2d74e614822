/// A graph as its file says it, before it is read as a partner network.
#ifndef LOTSE_IO_GRAPH_FILE_HPP
#define LOTSE_IO_GRAPH_FILE_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include "rejected_rows.hpp"
#include "row_budget.hpp"
#include "xml.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::io {

/// What a file says about the values of an attribute.
enum class GraphType { text, number, boolean, list };

/// An attribute of nodes or edges: one the file declares, or one its form always has (`label`,
/// `weight`, `start` ...).
struct GraphAttribute {
    std::string title;
    GraphType type = GraphType::text;
    std::string fallback = {};  ///< value where a node or edge has none; empty: none
    int column = 0;             ///< in files that are tables
};

struct GraphValue {
    std::uint32_t attribute;  ///< index into the attributes of nodes or of edges
    std::string text;
};

struct GraphNode {
    std::string id;
    std::string parent;  ///< id of the node that it is nested in; empty: none
    std::vector<GraphValue> values;
    XmlPlace place;
};

enum class GraphDirection { undirected, directed, mutual };

struct GraphEdge {
    std::string from;
    std::string to;
    GraphDirection direction = GraphDirection::undirected;
    std::vector<GraphValue> values;
    XmlPlace place;
    bool faulty = false;  ///< it has an error that was reported
};

struct GraphFile {
    std::string node_file;
    std::string edge_file;  ///< the same, but for pairs of tables
    NetworkInfo info;
    std::vector<GraphAttribute> node_attributes;
    std::vector<GraphAttribute> edge_attributes;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    XmlPlace place;            ///< where the graph begins
    bool lacks_nodes = false;  ///< their file could not be read to its end, as was reported
    bool is_of_lotse = false;  ///< as the file says: what its columns cannot hold is an error
};

/// Names under which the built-in attributes of all forms stand in a GraphFile.
namespace graph_titles {
inline constexpr std::string_view label = "label";
inline constexpr std::string_view kind = "kind";
inline constexpr std::string_view weight = "weight";
inline constexpr std::string_view start = "start";
inline constexpr std::string_view end = "end";
inline constexpr std::string_view mutual = "mutual";  ///< written once in each direction
}  // namespace graph_titles

/// Issues of one kind as one issue: the place of the first, and how many there were.
class GroupedIssues {
public:
    explicit GroupedIssues(std::string file) : file_{std::move(file)} {}

    /// `words` has a `{}` for what they are about, if anything, and one for the number.
    void add(Severity severity, std::string_view code, XmlPlace place, Text words,
             std::optional<std::string> about = {});
    void report_to(NetworkBuilder& builder) const;

private:
    struct Group {
        Severity severity;
        XmlPlace place;
        Text words;
        int count = 0;
    };
    std::string file_;
    std::map<std::pair<std::string_view, std::optional<std::string>>, Group> groups_;
};

/// What a file says about the graph itself and lotse has no place for.
void note_unread_attribute(GroupedIssues& issues, XmlPlace place, std::string_view title);

/// Nodes inside of nodes, which all readers bring to one level.
void warn_nested_graph(GroupedIssues& issues, XmlPlace place);

/// What the readers of GraphML and GEXF share: attributes, budgets, collected text, issues.
class GraphReader : public XmlVisitor {
public:
    GraphReader(const std::string& file, const Limits& limits, NetworkBuilder& builder);

    bool goes_on() const override { return !error_ && !ended_; }
    void text(std::string_view piece) override;

    /// After the whole text was read. Errors: limit.
    Result<GraphFile> finish() &&;

protected:
    enum class Owner { node, edge };

    void report(Severity severity, std::string_view code, XmlPlace place, Message words);
    void fail(std::string_view code, XmlPlace place, Message words) {
        report(Severity::error, code, place, std::move(words));
    }
    /// The outermost element tells how the file writes the elements of its form.
    void begin_form(const XmlElement& root) {
        prefix_ = root.prefix;
        space_ = root.space;
    }
    /// Of the form, not of another standard or program: without a prefix, with that of the
    /// outermost element, or in its namespace.
    bool is_of_form(const XmlElement& element) const {
        return element.prefix.empty() || element.prefix == prefix_ ||
               (!element.space.empty() && element.space == space_);
    }
    /// The file is of another form: nothing more is read.
    void fail_root(const XmlElement& element, std::string_view wanted);
    /// A warning; of another standard or program: a note.
    void warn_unknown(const XmlElement& element);
    void warn_second_graph(XmlPlace place);
    void warn_nested(XmlPlace place);

    /// Index of the attribute with this title, added if it is new.
    std::uint32_t attribute(Owner owner, std::string_view title, GraphType type = GraphType::text);
    void declare(Owner owner, GraphAttribute attribute, std::uint32_t& index, XmlPlace place);
    GraphAttribute& attribute_at(Owner owner, std::uint32_t index);
    void add_value(Owner owner, std::uint32_t attribute, std::string text);
    void add_value(Owner owner, std::string_view title, std::string_view text) {
        if (!text.empty()) add_value(owner, attribute(owner, title), std::string{text});
    }
    /// Other programs say something of a node or edge in its start tag, too: values of its own,
    /// but for what the form knows.
    void add_others(Owner owner, const XmlElement& element,
                    std::span<const std::string_view> known);
    bool has_value(Owner owner, std::uint32_t attribute) const;
    /// The value that has_value found.
    const std::string& value_of(Owner owner, std::uint32_t attribute) const;

    GraphNode& add_node(const XmlElement& element);
    GraphEdge& add_edge(const XmlElement& element);
    /// An edge that cannot be read: counted, and the error reported.
    void reject_edge(std::string_view code, XmlPlace place, Message words);

    void collect_text(XmlPlace place) {
        collects_ = true;
        collected_.clear();
        text_place_ = place;
    }
    /// Empty where none was asked for.
    std::string collected_text() {
        if (!std::exchange(collects_, false)) return {};
        return std::move(collected_);
    }

    XmlPlace text_place() const { return text_place_; }

    GraphFile graph_;
    GroupedIssues grouped_;
    std::size_t node_ = 0;  ///< that values belong to
    bool has_graph_ = false;

private:
    void warn_duplicate_edge_ids();
    std::vector<GraphAttribute>& attributes(Owner owner) {
        return owner == Owner::node ? graph_.node_attributes : graph_.edge_attributes;
    }

    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    RowBudget node_budget_;
    RowBudget edge_budget_;
    RejectedRows rejected_edges_;
    std::map<std::pair<Owner, std::string>, std::uint32_t> built_in_;
    std::vector<std::string> edge_ids_;  ///< by edge; empty: it has none
    std::string prefix_;                 ///< of the outermost element
    std::string space_;
    std::string collected_;
    bool collects_ = false;
    XmlPlace text_place_;
    std::optional<Error> error_;
    bool ended_ = false;
};

/// Text of a graph file into a GraphFile; defects go to the builder. nullopt: the file is so broken
/// that nothing of it can be used (reported). Errors: limit.
using GraphResult = Result<std::optional<GraphFile>>;
GraphResult read_graphml(std::string_view text, const std::string& file, const Limits& limits,
                         NetworkBuilder& builder);
GraphResult read_gexf(std::string_view text, const std::string& file, const Limits& limits,
                      NetworkBuilder& builder);

/// Walks a GraphReader over a text.
GraphResult read_graph(std::string_view text, const std::string& file, const Limits& limits,
                       NetworkBuilder& builder, GraphReader& reader);

}  // namespace lotse::io

#endif

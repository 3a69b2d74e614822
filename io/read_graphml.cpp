#include <lotse/base/unicode.hpp>

#include "graph_file.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lotse::io {
namespace {

/// GraphML 1.0 (graphml.graphdrawing.org) as Gephi, igraph, networkx, SocNetV and yEd write it.
class GraphmlReader final : public GraphReader {
public:
    using GraphReader::GraphReader;

    void begin(const XmlElement& element) override { open_.push_back(entered(element)); }

    void end(std::string_view) override {
        const Level level = open_.back();
        open_.pop_back();
        switch (level) {
            case Level::fallback: set_fallback(unicode::trim(collected_text())); break;
            case Level::data: end_data(collected_text()); break;
            case Level::label: end_label(collected_text()); break;
            case Level::description: end_description(collected_text()); break;
            case Level::node: parents_.pop_back(); break;
            case Level::graph: directed_.pop_back(); break;
            default: break;
        }
    }

private:
    /// Title of what stands in <data> without a key.
    static constexpr std::string_view keyless = "data";

    enum class Level {
        root,
        key,
        fallback,
        graph,
        node,
        edge,
        data,
        graphics,
        label,
        description,
        skipped
    };

    /// A key as declared: it may count for nodes, for edges, or for both.
    struct Key {
        std::optional<std::uint32_t> node;
        std::optional<std::uint32_t> edge;
        std::string title;
        GraphType type = GraphType::text;
    };

    Level level() const { return open_.back(); }

    Level entered(const XmlElement& element) {
        if (open_.empty()) {
            begin_form(element);
            if (element.name == "graphml") return Level::root;
            fail_root(element, "graphml");
            return Level::skipped;
        }
        if (!is_of_form(element) && level() < Level::data) {
            if (level() != Level::fallback) warn_unknown(element);
            return Level::skipped;
        }
        switch (level()) {
            case Level::root: return in_root(element);
            case Level::key:
                if (element.name != "default") return Level::skipped;
                collect_text(element.place);
                return Level::fallback;
            case Level::graph: return in_graph(element);
            case Level::node: return in_node(element);
            case Level::edge:
                if (element.name == "data") return begin_data(element);
                if (element.name == "desc") return begin_description(element);
                if (element.name == "graph") warn_unknown(element);
                return Level::skipped;
            case Level::data:
            case Level::graphics: return in_graphics(element);
            default: return Level::skipped;
        }
    }

    Level in_root(const XmlElement& element) {
        if (element.name == "key") return declare_key(element);
        if (element.name == "graph") {
            if (has_graph_) {
                warn_second_graph(element.place);
                return Level::skipped;
            }
            has_graph_ = true;
            graph_.place = element.place;
            return begin_graph(element);
        }
        if (element.name == "desc") return begin_description(element);
        if (element.name != "data") warn_unknown(element);
        return Level::skipped;
    }

    Level in_graph(const XmlElement& element) {
        if (element.name == "node") return begin_node(element);
        if (element.name == "edge") return begin_edge(element);
        if (element.name == "data") return begin_data(element);
        if (element.name == "desc") return begin_description(element);
        if (element.name == "hyperedge")
            reject_edge(
                "hyperedge", element.place,
                Text{"Eine Kante zwischen mehr als zwei Knoten (hyperedge) kennt lotse nicht. "
                     "Bitte durch Kanten zwischen je zwei Knoten ersetzen.",
                     "lotse does not know edges between more than two nodes (hyperedge). Replace "
                     "it by edges between two nodes each."});
        else
            warn_unknown(element);
        return Level::skipped;
    }

    Level in_node(const XmlElement& element) {
        node_ = parents_.back();
        if (element.name == "data") return begin_data(element);
        if (element.name == "desc") return begin_description(element);
        if (element.name == "graph") {
            warn_nested(element.place);
            return begin_graph(element);
        }
        if (element.name == "port")
            grouped_.add(Severity::note, "port", element.place,
                         {"Anschlüsse von Knoten (port) werden nicht gelesen (Anzahl: {}).",
                          "Ports of nodes are not read (number: {})."});
        else
            warn_unknown(element);
        return Level::skipped;
    }

    Level begin_description(const XmlElement& element) {
        collect_text(element.place);
        return Level::description;
    }

    /// Of nodes and edges it is their note; there is no place for one of the graph.
    void end_description(const std::string& text) {
        if (unicode::trim(text).empty()) return;
        if (level() != Level::node && level() != Level::edge)
            return grouped_.add(Severity::note, "description", text_place(),
                                {"Die Beschreibung (desc) des Graphen wird nicht gelesen (Anzahl: "
                                 "{}).",
                                 "The description (desc) of the graph is not read (number: {})."});
        const Owner owner = level() == Level::edge ? Owner::edge : Owner::node;
        const std::uint32_t index = attribute(owner, "note");
        if (!has_value(owner, index))
            return add_value(owner, index, std::string{unicode::trim(text)});
        grouped_.add(Severity::warning, "duplicate-data", text_place(),
                     {"„{}“ steht hier zweimal; es gilt der erste Wert (Anzahl: {}).",
                      "'{}' stands here twice; the first value counts (number: {})."},
                     "desc");
    }

    Level begin_graph(const XmlElement& element) {
        const std::string stated = unicode::match_key(element.value("edgedefault"));
        const bool directed = stated == "directed";
        if (!directed && stated != "undirected") {
            if (!stated.empty() || directed_.empty())
                report(Severity::warning, "edgedefault", element.place,
                       Text{"Am Graphen fehlt edgedefault=\"directed\" oder \"undirected\"; seine "
                            "Kanten gelten als ungerichtet, wo sie selbst nichts sagen.",
                            "The graph lacks edgedefault=\"directed\" or \"undirected\"; its edges "
                            "count as undirected where they do not say otherwise."});
        }
        directed_.push_back(directed);
        return Level::graph;
    }

    Level begin_node(const XmlElement& element) {
        std::string parent = parents_.empty() ? std::string{} : graph_.nodes[parents_.back()].id;
        add_node(element).parent = std::move(parent);
        constexpr std::array<std::string_view, 1> known{"id"};
        add_others(Owner::node, element, known);
        parents_.push_back(node_);
        return Level::node;
    }

    Level begin_edge(const XmlElement& element) {
        GraphEdge& edge = add_edge(element);
        const std::string stated = unicode::match_key(element.value("directed"));
        const bool yes = stated == "true" || stated == "1" || stated == "directed";
        const bool no = stated == "false" || stated == "0" || stated == "undirected";
        edge.faulty = !yes && !no && !stated.empty();
        if (edge.faulty)
            fail("bad-value", element.place,
                 message({"directed: „{}“ ist weder true noch false.",
                          "directed: '{}' is neither true nor false."},
                         {element.value("directed")}));
        edge.direction = yes || (!no && directed_.back()) ? GraphDirection::directed
                                                          : GraphDirection::undirected;
        constexpr std::array<std::string_view, 4> known{"id", "source", "target", "directed"};
        add_others(Owner::edge, element, known);
        return Level::edge;
    }

    Level declare_key(const XmlElement& element) {
        const bool graphics = element.has("yfiles.type");
        GraphAttribute attribute;
        attribute.title = element.value("attr.name");
        if (attribute.title.empty() && !graphics) attribute.title = element.value("id");
        const std::string type = unicode::match_key(element.value("attr.type"));
        if (type == "boolean" || type == "bool")
            attribute.type = GraphType::boolean;
        else if (type == "int" || type == "integer" || type == "long" || type == "float" ||
                 type == "double")
            attribute.type = GraphType::number;
        key_ = &keys_.try_emplace(std::string{element.value("id")}).first->second;
        if (!key_->node && !key_->edge) {
            key_->title = attribute.title;
            key_->type = attribute.type;
        }
        if (graphics) return Level::key;
        const std::string_view owner = element.value("for");
        const bool all = owner.empty() || owner == "all";
        if (all || owner == "node") declare_for(Owner::node, attribute, key_->node, element);
        if (all || owner == "edge") declare_for(Owner::edge, attribute, key_->edge, element);
        return Level::key;
    }

    /// Cytoscape declares a key of nodes and edges once for each; nothing is wrong with the same
    /// declaration twice.
    void declare_for(Owner owner, const GraphAttribute& attribute,
                     std::optional<std::uint32_t>& declared, const XmlElement& element) {
        if (!declared) return declare(owner, attribute, declared.emplace(), element.place);
        const GraphAttribute& first = attribute_at(owner, *declared);
        if (first.title != attribute.title || first.type != attribute.type)
            fail("duplicate-attribute", element.place,
                 message({"Der Schlüssel (key) „{}“ ist zweimal und verschieden erklärt.",
                          "The key '{}' is declared twice, in different ways."},
                         {element.value("id")}));
    }

    void set_fallback(std::string_view text) {
        if (key_->node) attribute_at(Owner::node, *key_->node).fallback = text;
        if (key_->edge) attribute_at(Owner::edge, *key_->edge).fallback = text;
    }

    Level begin_data(const XmlElement& element) {
        data_key_ = element.value("key");
        data_place_ = element.place;
        has_graphics_ = false;
        collect_text(element.place);
        return Level::data;
    }

    void end_data(std::string text) {
        const Owner owner = level() == Level::edge ? Owner::edge : Owner::node;
        const auto found = keys_.find(data_key_);
        Key* const known = found == keys_.end() ? nullptr : &found->second;
        if (level() == Level::graph) {
            return describe(known ? known->title : data_key_, std::string{unicode::trim(text)});
        }
        if (has_graphics_ || unicode::trim(text).empty()) return;
        const std::uint32_t index = attribute_of(owner, known);
        if (has_value(owner, index))
            return grouped_.add(Severity::warning, "duplicate-data", data_place_,
                                {"„{}“ steht hier zweimal; es gilt der erste Wert (Anzahl: {}).",
                                 "'{}' stands here twice; the first value counts (number: {})."},
                                data_key_.empty() ? std::string{keyless} : data_key_);
        add_value(owner, index, std::move(text));
    }

    std::uint32_t attribute_of(Owner owner, Key* known) {
        if (!known && data_key_.empty()) {
            grouped_.add(Severity::warning, "undeclared-key", data_place_,
                         {"Diesem Wert (data) fehlt der Schlüssel (key); er wird unter „{}“ "
                          "mitgeführt (Anzahl: {}).",
                          "This value (data) lacks its key; it is kept under '{}' (number: {})."},
                         std::string{keyless});
            return attribute(owner, keyless);
        }
        if (!known) {
            grouped_.add(Severity::warning, "undeclared-key", data_place_,
                         {"Der Schlüssel (key) „{}“ ist nicht erklärt; seine Werte werden unter "
                          "diesem Namen mitgeführt (Anzahl: {}).",
                          "The key '{}' is not declared; its values are kept under this name "
                          "(number: {})."},
                         data_key_);
            return attribute(owner, data_key_);
        }
        auto& declared = owner == Owner::node ? known->node : known->edge;
        if (!declared)
            declare(owner, {known->title, known->type, {}}, declared.emplace(), data_place_);
        return *declared;
    }

    /// The list of sources is for people; the tables that they belong to are not here.
    void describe(std::string_view title, const std::string& text) {
        const std::string key = unicode::match_key(title);
        const bool is_outermost = directed_.size() == 1;
        if (is_outermost && (key == "name" || key == "label"))
            graph_.info.name = text;
        else if (is_outermost && key == "license")
            graph_.info.license = text;
        else if (is_outermost && key == "fictional")
            graph_.info.fictional = unicode::match_key(text) == "true";
        else if (!text.empty() && !has_graphics_ && key != "sources")
            note_unread_attribute(grouped_, data_place_, title.empty() ? keyless : title);
    }

    /// What yFiles, the library of yEd, draws.
    static bool is_drawing(const XmlElement& element) {
        return element.space.empty() ? element.prefix == "y"
                                     : element.space.find("yworks.com/") != std::string_view::npos;
    }

    /// Inside of yEd's drawings only labels and arrow heads say something about the network.
    Level in_graphics(const XmlElement& element) {
        if (level() == Level::data && !is_drawing(element)) warn_unknown(element);
        has_graphics_ = true;
        collected_text();
        const Level owner = data_owner();
        if ((element.name == "NodeLabel" && owner == Level::node) ||
            (element.name == "EdgeLabel" && owner == Level::edge)) {
            collect_text(element.place);
            return Level::label;
        }
        if (element.name == "Arrows" && owner == Level::edge) set_arrows(element);
        return Level::graphics;
    }

    /// The graph, node or edge whose data is open.
    Level data_owner() const {
        const auto data = std::ranges::find(open_.rbegin(), open_.rend(), Level::data);
        return *std::next(data);
    }

    void end_label(const std::string& text) {
        const Owner owner = data_owner() == Level::edge ? Owner::edge : Owner::node;
        const std::uint32_t index = attribute(owner, graph_titles::label);
        if (unicode::trim(text).empty()) return;
        std::string line{unicode::trim(text)};  // a line break there is one of the drawing
        std::ranges::replace_if(
            line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
        if (!has_value(owner, index)) return add_value(owner, index, std::move(line));
        if (value_of(owner, index) != line)
            grouped_.add(Severity::note, "several-labels", text_place(),
                         {"Hier stehen mehrere Beschriftungen; es gilt die erste (Anzahl: {}).",
                          "Several labels stand here; the first counts (number: {})."});
    }

    /// yEd calls every edge directed; what its reader sees are the arrow heads.
    void set_arrows(const XmlElement& element) {
        const auto drawn = [&](std::string_view end) {
            return element.has(end) && element.value(end) != "none";
        };
        GraphEdge& edge = graph_.edges.back();
        const bool at_source = drawn("source");
        const bool at_target = drawn("target");
        edge.direction = at_source && at_target   ? GraphDirection::mutual
                         : at_source || at_target ? GraphDirection::directed
                                                  : GraphDirection::undirected;
        if (at_source && !at_target) std::swap(edge.from, edge.to);
    }

    std::vector<Level> open_;
    std::vector<bool> directed_;        ///< edgedefault of the open graphs
    std::vector<std::size_t> parents_;  ///< open nodes
    std::unordered_map<std::string, Key> keys_;
    Key* key_ = nullptr;
    std::string data_key_;
    XmlPlace data_place_;
    bool has_graphics_ = false;
};

}  // namespace

GraphResult read_graphml(std::string_view text, const std::string& file, const Limits& limits,
                         NetworkBuilder& builder) {
    GraphmlReader reader{file, limits, builder};
    return read_graph(text, file, limits, builder, reader);
}

}  // namespace lotse::io

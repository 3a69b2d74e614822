#include <lotse/base/unicode.hpp>

#include "gexf_description.hpp"
#include "gexf_lifetime.hpp"
#include "graph_file.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// The name of values that have none.
constexpr std::string_view nameless = "attvalue";

/// GEXF 1.1 to 1.3 (gexf.net), static or dynamic, flat or nested.
class GexfReader final : public GraphReader {
public:
    using GraphReader::GraphReader;

    void begin(const XmlElement& element) override { open_.push_back(entered(element)); }

    void end(std::string_view) override {
        const Level level = open_.back();
        open_.pop_back();
        switch (level) {
            case Level::fallback:
                attribute_at(class_, attribute_).fallback = unicode::trim(collected_text());
                break;
            case Level::creator: end_creator(collected_text()); break;
            case Level::description: describe(std::string{unicode::trim(collected_text())}); break;
            case Level::keywords: note_unread("keywords", collected_text()); break;
            case Level::node:
                node_ = parents_.back();
                end_life(Owner::node);
                parents_.pop_back();
                break;
            case Level::edge: end_life(Owner::edge); break;
            default: break;
        }
    }

private:
    enum class Level {
        root,
        meta,
        creator,
        description,
        keywords,
        graph,
        attributes,
        attribute,
        fallback,
        nodes,
        node,
        edges,
        edge,
        values,
        spells,
        parents,
        skipped
    };

    Level level() const { return open_.back(); }

    Level entered(const XmlElement& element) {
        if (open_.empty()) {
            if (element.name == "gexf") return begin_root(element);
            fail_root(element, "gexf");
            return Level::skipped;
        }
        if (level() == Level::skipped) return Level::skipped;
        if (!is_of_form(element)) {
            if (!is_look(element)) warn_unknown(element);
            return Level::skipped;
        }
        const std::string_view name = element.name;
        switch (level()) {
            case Level::root:
                if (name == "graph") return begin_graph(element);
                if (name == "meta") return Level::meta;
                break;
            case Level::meta:
                if (name != "creator" && name != "description" && name != "keywords")
                    return Level::skipped;
                collect_text(element.place);
                return name == "creator"       ? Level::creator
                       : name == "description" ? Level::description
                                               : Level::keywords;
            case Level::graph:
                if (name == "attributes") {
                    class_ = element.value("class") == "edge" ? Owner::edge : Owner::node;
                    return Level::attributes;
                }
                if (name == "nodes") return Level::nodes;
                if (name == "edges") return Level::edges;
                break;
            case Level::attributes:
                if (name == "attribute") return declare_attribute(element);
                break;
            case Level::attribute:
                if (name != "default") return Level::skipped;  // options
                collect_text(element.place);
                return Level::fallback;
            case Level::nodes:
                if (name == "node") return begin_node(element);
                break;
            case Level::edges:
                if (name == "edge") return begin_edge(element);
                break;
            case Level::node: node_ = parents_.back(); return in_element(element, Owner::node);
            case Level::edge: return in_element(element, Owner::edge);
            case Level::values:
                if (name == "attvalue") return take_value(element);
                break;
            case Level::spells:
                if (name != "spell" && name != "slice") break;
                lives_.back().add_spell(element);
                return Level::skipped;
            case Level::parents:
                if (name != "parent") break;
                take_parent(element.value("for"), element.place);
                return Level::skipped;
            default: return Level::skipped;
        }
        warn_unknown(element);
        return Level::skipped;
    }

    /// viz: how nodes and edges looked.
    static bool is_look(const XmlElement& element) {
        return element.space.empty() ? element.prefix == "viz" : element.space.ends_with("viz");
    }

    Level begin_root(const XmlElement& element) {
        begin_form(element);
        const std::string_view version = element.value("version");
        constexpr std::array<std::string_view, 5> known{"1.1", "1.2", "1.3", "1.1draft",
                                                        "1.2draft"};
        if (std::ranges::find(known, version) == known.end())
            report(Severity::warning, "version", element.place,
                   message({"Die Fassung „{}“ von GEXF kennt lotse nicht; gelesen wird wie 1.3.",
                            "lotse does not know version '{}' of GEXF; it is read like 1.3."},
                           {version}));
        return Level::root;
    }

    Level begin_graph(const XmlElement& element) {
        if (has_graph_) {
            warn_second_graph(element.place);
            return Level::skipped;
        }
        has_graph_ = true;
        graph_.place = element.place;
        if (element.has("name")) graph_.info.name = element.value("name");  // networkx
        default_ = direction(element.value("defaultedgetype"), element.place);
        return Level::graph;
    }

    Level declare_attribute(const XmlElement& element) {
        GraphAttribute attribute;
        attribute.title = element.value("title");
        if (attribute.title.empty()) attribute.title = element.value("id");
        const std::string_view type = element.value("type");
        constexpr std::array<std::string_view, 9> numbers{"integer", "long",       "float",
                                                          "double",  "short",      "byte",
                                                          "int",     "bigdecimal", "biginteger"};
        if (type.starts_with("list"))
            attribute.type = GraphType::list;
        else if (type == "boolean")
            attribute.type = GraphType::boolean;
        else if (std::ranges::find(numbers, type) != numbers.end())
            attribute.type = GraphType::number;
        declare(class_, std::move(attribute), attribute_, element.place);
        const bool added =
            declared_.try_emplace({class_, std::string{element.value("id")}}, attribute_).second;
        if (!added)
            fail("duplicate-attribute", element.place,
                 message({"Das Attribut „{}“ ist zweimal erklärt.",
                          "The attribute '{}' is declared twice."},
                         {element.value("id")}));
        return Level::attribute;
    }

    Level begin_node(const XmlElement& element) {
        std::string parent = parents_.empty() ? std::string{} : graph_.nodes[parents_.back()].id;
        add_node(element).parent = std::move(parent);
        parents_.push_back(node_);
        constexpr std::array<std::string_view, 10> known{
            "id",        "label",   "pid",       "start",      "end",
            "startopen", "endopen", "timestamp", "timestamps", "intervals"};
        add_others(Owner::node, element, known);
        add_value(Owner::node, graph_titles::label, element.value("label"));
        if (const auto pid = element.value("pid"); !pid.empty()) take_parent(pid, element.place);
        begin_life(element, Owner::node);
        return Level::node;
    }

    Level begin_edge(const XmlElement& element) {
        GraphEdge& edge = add_edge(element);
        const std::string_view type = element.value("type");
        const Direction read =
            unicode::match_key(type).empty() ? default_ : direction(type, element.place);
        edge.direction = read.direction;
        edge.faulty = read.faulty;
        constexpr std::array<std::string_view, 14> known{
            "id",    "source", "target",    "type",    "kind",      "label",      "weight",
            "start", "end",    "startopen", "endopen", "timestamp", "timestamps", "intervals"};
        add_others(Owner::edge, element, known);
        add_value(Owner::edge, graph_titles::kind, element.value("kind"));
        add_value(Owner::edge, graph_titles::label, element.value("label"));
        if (const auto weight = element.value("weight"); !weight.empty())
            add_value(Owner::edge, attribute(Owner::edge, graph_titles::weight, GraphType::number),
                      std::string{weight});
        begin_life(element, Owner::edge);
        return Level::edge;
    }

    Level in_element(const XmlElement& element, Owner owner) {
        const std::string_view name = element.name;
        if (name == "attvalues") {
            owner_ = owner;
            return Level::values;
        }
        if (name == "attvalue") {
            owner_ = owner;
            return take_value(element);
        }
        if (name == "spells" || name == "slices") return Level::spells;
        if (owner == Owner::node && name == "parents") return Level::parents;
        if (owner == Owner::node && name == "nodes") {
            warn_nested(element.place);
            return Level::nodes;
        }
        if (owner == Owner::node && name == "edges") return Level::edges;
        constexpr std::array<std::string_view, 5> looks{"color", "position", "size", "shape",
                                                        "thickness"};
        if (std::ranges::find(looks, name) == looks.end()) warn_unknown(element);
        return Level::skipped;
    }

    Level take_value(const XmlElement& element) {
        // GEXF 1.1 says `id` where later versions say `for`.
        const std::string_view id{element.has("for") ? element.value("for") : element.value("id")};
        const std::string_view text = element.value("value");
        if (unicode::trim(text).empty()) return Level::skipped;
        const auto known = declared_.find({owner_, std::string{id}});
        if (id.empty())
            grouped_.add(Severity::warning, "undeclared-key", element.place,
                         {"Diesem Wert (attvalue) fehlt, wozu er gehört (for); er wird unter „{}“ "
                          "mitgeführt (Anzahl: {}).",
                          "This value (attvalue) does not say what it belongs to (for); it is kept "
                          "under '{}' (number: {})."},
                         std::string{nameless});
        else if (known == declared_.end())
            grouped_.add(Severity::warning, "undeclared-key", element.place,
                         {"Das Attribut „{}“ ist nicht erklärt; seine Werte werden unter diesem "
                          "Namen mitgeführt (Anzahl: {}).",
                          "The attribute '{}' is not declared; its values are kept under this name "
                          "(number: {})."},
                         std::string{id});
        const std::uint32_t index = known == declared_.end()
                                        ? attribute(owner_, id.empty() ? nameless : id)
                                        : known->second;
        const bool is_first = !has_value(owner_, index);
        const bool counts = lives_.back().counts(index, element);
        if (is_first) {
            add_value(owner_, index, std::string{text});
            return Level::skipped;
        }
        auto& values =
            owner_ == Owner::node ? graph_.nodes[node_].values : graph_.edges.back().values;
        if (counts) std::ranges::find(values, index, &GraphValue::attribute)->text = text;
        grouped_.add(Severity::warning, "several-values", element.place,
                     {"„{}“ hat hier mehrere Werte, etwa zu verschiedenen Zeiten; es gilt der "
                      "letzte nach der Zeit, ohne Zeiten der in der Datei (Anzahl: {}).",
                      "'{}' has several values here, such as at different times; the last counts, "
                      "in time or, without times, in the file (number: {})."},
                     attribute_at(owner_, index).title);
        return Level::skipped;
    }

    void take_parent(std::string_view id, XmlPlace place) {
        GraphNode& node = graph_.nodes[node_];
        if (!node.parent.empty() && node.parent != id)
            grouped_.add(Severity::warning, "several-parents", place,
                         {"Der Knoten gehört zu mehreren anderen; es gilt der letzte (Anzahl: {}).",
                          "The node belongs to several others; the last counts (number: {})."});
        else
            warn_nested(place);
        node.parent = id;
    }

    void begin_life(const XmlElement& element, Owner owner) {
        lives_.emplace_back(element);
        for (const std::string_view name : {"timestamps", "intervals"})
            add_value(owner, name, element.value(name));
    }

    void end_life(Owner owner) {
        const GexfLifetime life = std::move(lives_.back());
        lives_.pop_back();
        add_value(owner, graph_titles::start, life.start());
        add_value(owner, graph_titles::end, life.end());
        add_value(owner, "timestamp", life.timestamp());
        add_value(owner, "spells", life.spells());
        add_value(owner, "lifetime", life.overruled());
    }

    /// As it is stated for an edge, or for all that state none.
    struct Direction {
        GraphDirection direction = GraphDirection::undirected;
        bool faulty = false;  ///< reported
    };

    Direction direction(std::string_view text, XmlPlace place) {
        const std::string key = unicode::match_key(text);
        if (key == "directed" || key == "dir") return {GraphDirection::directed};
        if (key.empty() || key == "undirected" || key == "sim") return {};
        if (key == "mutual" || key == "double" || key == "dou") return {GraphDirection::mutual};
        fail("bad-value", place,
             message({"„{}“ ist keine Richtung einer Kante. Möglich sind directed, undirected und "
                      "mutual.",
                      "'{}' is not a direction of an edge. Possible are directed, undirected and "
                      "mutual."},
                     {text}));
        return {GraphDirection::undirected, true};
    }

    void end_creator(std::string_view text) {
        graph_.is_of_lotse = unicode::trim(text).starts_with("lotse ");
    }

    void describe(std::string text) {
        if (!graph_.is_of_lotse) return note_unread("description", text);
        NetworkInfo said = info_of_gexf(std::move(text));
        if (!graph_.info.name.empty()) said.name = std::move(graph_.info.name);
        graph_.info = std::move(said);
    }

    void note_unread(std::string_view name, std::string_view text) {
        if (!unicode::trim(text).empty()) note_unread_attribute(grouped_, text_place(), name);
    }

    std::vector<Level> open_;
    Direction default_;
    std::vector<std::size_t> parents_;
    Owner class_ = Owner::node;  ///< of the attributes being declared
    Owner owner_ = Owner::node;  ///< of the values being read
    std::uint32_t attribute_ = 0;
    std::map<std::pair<Owner, std::string>, std::uint32_t> declared_;
    std::vector<GexfLifetime> lives_;  ///< of the open nodes and edge
};

}  // namespace

GraphResult read_gexf(std::string_view text, const std::string& file, const Limits& limits,
                      NetworkBuilder& builder) {
    GexfReader reader{file, limits, builder};
    return read_graph(text, file, limits, builder, reader);
}

}  // namespace lotse::io

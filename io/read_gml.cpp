#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "gml_tokens.hpp"
#include "graph_row.hpp"
#include "text_graphs.hpp"
#include "xml.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lotse::io {
namespace {

template <class T>
constexpr bool holds_list = false;
template <class T>
constexpr bool holds_list<std::vector<T>> = true;

/// What networkx puts before the member of a list of one.
constexpr std::string_view list_of_one = "_networkx_list_start";

/// Columns that hold one value, and what every form says once, cannot be lists.
bool may_repeat(std::string_view table, std::string_view title) {
    const std::string_view key = column_key(table, title);
    if (key.empty()) {
        constexpr std::array single{graph_titles::label, graph_titles::kind, graph_titles::weight,
                                    graph_titles::start, graph_titles::end,  graph_titles::mutual};
        return std::ranges::find(single, unicode::match_key(title)) == single.end();
    }
    bool list = false;
    NetworkTables::for_each(NetworkTables{}, [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (Row::table != table) return;
        for_each_column<Row>([&](const auto& column) {
            using T = typename std::decay_t<decltype(column)>::Type;
            if (column.key == key) list = holds_list<T>;
        });
    });
    return list;
}

class GmlReader {
public:
    GmlReader(std::string_view text, const std::string& file, const Limits& limits,
              NetworkBuilder& builder)
        : tokens_{text}, file_{file}, limits_{limits}, builder_{builder}, grouped_{file} {
        graph_.node_file = graph_.edge_file = file;
    }

    GraphResult read() {
        for (;;) {
            const GmlToken key = tokens_.next();
            if (key.kind == GmlToken::Kind::end) break;
            if (key.kind == GmlToken::Kind::close && !open_.empty()) {
                open_.pop_back();
                continue;
            }
            if (key.kind != GmlToken::Kind::word) return broken(key.place);
            GmlToken value = tokens_.next();
            if (value.kind == GmlToken::Kind::open)
                open_.push_back(entered(key));
            else if (value.kind == GmlToken::Kind::string)
                take(key, std::move(value));
            else if (dropped_as_not_finite(value.text, key.text, value.place, grouped_))
                continue;
            else if (value.kind == GmlToken::Kind::number || value.kind == GmlToken::Kind::word)
                take(key, std::move(value));
            else
                return broken(value.place);
            if (static_cast<std::int64_t>(open_.size()) > limits_.depth)
                return limit_error("depth", limits_.depth, where(key.place));
            if (error_) return *std::move(error_);
        }
        if (!open_.empty() || !has_graph_) return broken(tokens_.next().place);
        for (const auto& [node, parent] : parents_)
            graph_.nodes[node].parent = graph_.nodes[parent].id;
        take_drawn_labels();
        if (error_) return *std::move(error_);
        place_in_groups();
        grouped_.report_to(builder_);
        for (std::size_t i = 0; i < graph_.edges.size(); ++i)
            set_direction(graph_.edges[i], drawn_[i]);
        return std::optional{std::move(graph_)};
    }

private:
    enum class Level { graph, node, edge, graphics, label_graphics, skipped };
    /// An open list, and the number of the graph, node or edge that it is.
    struct Open {
        Level level;
        std::size_t number = 0;
    };

    /// What an edge says of its direction, beside its ends.
    struct Drawn {
        std::size_t graph = 0;  ///< that the edge is in
        std::optional<bool> directed = {};
        bool has_graphics = false;
        std::optional<bool> source_arrow = {};
        std::optional<bool> target_arrow = {};
    };

    std::string where(XmlPlace place) const { return file_ + ':' + std::to_string(place.line); }

    GraphResult broken(XmlPlace place) {
        builder_.report({Severity::error,
                         "bad-gml",
                         {file_, {}, place.line, place.column},
                         Text{"Ab hier ist die Datei kein GML: Erwartet werden Paare wie id 1 und "
                              "Listen wie node [ … ], oder die Datei bricht ab.",
                              "From here on the file is not GML: pairs such as id 1 and lists such "
                              "as node [ … ] are expected, or the file breaks off."}});
        return std::optional<GraphFile>{};
    }

    Open entered(const GmlToken& key) {
        const std::string name = unicode::match_key(key.text);
        const Level level = open_.empty() ? Level::graph : open_.back().level;
        if (level != Level::graph && level != Level::node && level != Level::edge)
            return {Level::skipped};
        if (name == "graph" && level != Level::edge) return begin_graph(key);
        if (!open_.empty() && level == Level::graph && name == "node") return begin_node(key);
        if (!open_.empty() && level == Level::graph && name == "edge") return begin_edge(key);
        const bool of_something = !open_.empty() && level != Level::graph;
        if (of_something && name == "labelgraphics")
            return {Level::label_graphics, open_.back().number};
        if (name == "graphics" && level == Level::edge) {
            drawn_[open_.back().number].has_graphics = true;
            return {Level::graphics, open_.back().number};
        }
        const bool is_look = name == "graphics" || name == "labelgraphics" || name == "edgeanchor";
        if (!is_look)
            grouped_.add(Severity::warning, "unread-list", key.place,
                         {"Die Liste „{} [ … ]“ kennt lotse nicht; sie wird nicht gelesen (Anzahl: "
                          "{}).",
                          "lotse does not know the list '{} [ ... ]'; it is not read (number: "
                          "{})."},
                         unicode::visible(key.text));
        return {Level::skipped};
    }

    Open begin_graph(const GmlToken& key) {
        if (!open_.empty()) {
            warn_nested_graph(grouped_, key.place);
            directed_.push_back(directed_[innermost(Level::graph)->number]);
        } else if (has_graph_) {
            builder_.report(
                {Severity::warning,
                 "second-graph",
                 {file_, {}, key.place.line, key.place.column},
                 Text{"Die Datei enthält mehr als einen Graphen; gelesen wird nur der erste.",
                      "The file holds more than one graph; only the first is read."}});
            return {Level::skipped};
        } else {
            has_graph_ = true;
            graph_.place = key.place;
            directed_.push_back(false);
        }
        return {Level::graph, directed_.size() - 1};
    }

    Open begin_node(const GmlToken& key) {
        if (auto error = node_budget_.count_row([&] { return where(key.place); }))
            error_ = std::move(error);
        const std::size_t number = graph_.nodes.size();
        graph_.nodes.push_back({{}, {}, {}, key.place});
        if (const Open* around = innermost(Level::node))
            parents_.emplace_back(number, around->number);
        return {Level::node, number};
    }

    Open begin_edge(const GmlToken& key) {
        if (auto error = edge_budget_.count_row([&] { return where(key.place); }))
            error_ = std::move(error);
        graph_.edges.push_back({{}, {}, GraphDirection::undirected, {}, key.place});
        drawn_.push_back({open_.back().number});
        return {Level::edge, graph_.edges.size() - 1};
    }

    /// nullptr: no list of this kind is open.
    const Open* innermost(Level level) const {
        const auto found = std::ranges::find(open_.rbegin(), open_.rend(), level, &Open::level);
        return found == open_.rend() ? nullptr : &*found;
    }

    void take(const GmlToken& key, GmlToken value) {
        if (value.text.size() > static_cast<std::size_t>(limits_.field_kb) << 10U) {
            error_ = limit_error("field-kb", limits_.field_kb, where(value.place));
            return;
        }
        const std::string name = unicode::match_key(key.text);
        if (open_.empty()) {
            if (name == "creator") is_of_yed_ = value.text.starts_with("yFiles");
            return;
        }
        const Open& here = open_.back();
        if (value.kind == GmlToken::Kind::word) warn_of_bare_word(here.level, name, key);
        switch (here.level) {
            case Level::graph:
                if (const auto directed = truth(value.text); name == "directed" && directed)
                    directed_[here.number] = *directed;
                else if (here.number == 0 && (name == "label" || name == "name"))
                    set(graph_.info.name, key, value);
                else if (here.number == 0 && name == "license")
                    set(graph_.info.license, key, value);
                else if (name != "id" && name != "version" && name != "multigraph" &&
                         name != "hierarchic")  // of the form
                    note_unread_attribute(grouped_, key.place, key.text);
                return;
            case Level::node: return take_of_node(graph_.nodes[here.number], name, key, value);
            case Level::edge: return take_of_edge(graph_.edges[here.number], name, key, value);
            case Level::graphics: return take_arrow(drawn_[here.number], name, value.text);
            case Level::label_graphics:
                if (name == "text")
                    drawn_labels_.emplace_back(open_[open_.size() - 2], std::move(value));
                return;
            case Level::skipped: return;
        }
    }

    /// Gephi writes ids without quotes, which nobody can misread; nor what is read nowhere.
    void warn_of_bare_word(Level level, std::string_view name, const GmlToken& key) {
        constexpr std::array<std::string_view, 6> plain{"id",      "source",  "target",
                                                        "creator", "version", "directed"};
        const bool is_read = level == Level::graph || level == Level::node || level == Level::edge;
        if (is_read && std::ranges::find(plain, name) == plain.end())
            grouped_.add(Severity::warning, "unquoted-text", key.place,
                         {"{}: Der Text steht ohne Anführungszeichen; gelesen wird das eine Wort "
                          "(Anzahl: {}).",
                          "{}: the text stands without quotes; the one word is read (number: "
                          "{})."},
                         unicode::visible(key.text));
    }

    static std::optional<bool> truth(std::string_view text) {
        const std::string key = unicode::match_key(text);
        if (key == "1" || key == "true") return true;
        if (key == "0" || key == "false") return false;
        return std::nullopt;
    }

    static void take_arrow(Drawn& drawn, std::string_view name, std::string_view head) {
        const bool is_drawn = !head.empty() && head != "none";
        if (name == "sourcearrow") drawn.source_arrow = is_drawn;
        if (name == "targetarrow") drawn.target_arrow = is_drawn;
    }

    /// yEd calls every graph directed; what its reader sees are the arrow heads. Gephi says of each
    /// edge whether it is directed where not all of them are.
    void set_direction(GraphEdge& edge, const Drawn& drawn) const {
        const bool says_arrows = drawn.source_arrow || drawn.target_arrow;
        if (!says_arrows && !(is_of_yed_ && drawn.has_graphics)) {
            edge.direction = drawn.directed.value_or(directed_[drawn.graph])
                                 ? GraphDirection::directed
                                 : GraphDirection::undirected;
            return;
        }
        const bool at_source = drawn.source_arrow.value_or(false);
        const bool at_target = drawn.target_arrow.value_or(false);
        edge.direction = at_source && at_target   ? GraphDirection::mutual
                         : at_source || at_target ? GraphDirection::directed
                                                  : GraphDirection::undirected;
        if (at_source && !at_target) std::swap(edge.from, edge.to);
    }

    /// The name of a node, or of an edge, that stands in its drawing only.
    void take_drawn_labels() {
        const GmlToken key{GmlToken::Kind::word, std::string{graph_titles::label}, {}};
        for (auto& [owner, text] : drawn_labels_) {
            const bool of_node = owner.level == Level::node;
            auto& values =
                of_node ? graph_.nodes[owner.number].values : graph_.edges[owner.number].values;
            TitledAttributes& titles = of_node ? nodes_ : edges_;
            std::ranges::replace_if(
                text.text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
            if (unicode::trim(text.text).empty()) continue;
            if (GraphValue* label = titles.find(values, key.text)) {
                if (unicode::trim(label->text).empty()) label->text = std::move(text.text);
            } else {
                add(of_node ? Actor::table : Tie::table, values,
                    of_node ? graph_.node_attributes : graph_.edge_attributes, titles, key, text);
            }
        }
    }

    void take_of_node(GraphNode& node, std::string_view name, const GmlToken& key,
                      GmlToken& value) {
        if (name == "id")
            set(node.id, key, value);
        else
            add(Actor::table, node.values, graph_.node_attributes, nodes_, key, value);
    }

    void take_of_edge(GraphEdge& edge, std::string_view name, const GmlToken& key,
                      GmlToken& value) {
        if (name == "source")
            set(edge.from, key, value);
        else if (name == "target")
            set(edge.to, key, value);
        else if (const auto directed = truth(value.text); name == "directed" && directed)
            drawn_[static_cast<std::size_t>(&edge - graph_.edges.data())].directed = *directed;
        else if (name != "id")
            add(Tie::table, edge.values, graph_.edge_attributes, edges_, key, value);
    }

    void add(std::string_view table, std::vector<GraphValue>& values,
             std::vector<GraphAttribute>& attributes, TitledAttributes& titles, const GmlToken& key,
             GmlToken& value) {
        if (value.text == list_of_one) return;
        if (GraphValue* earlier = titles.find(values, key.text)) {
            if (attributes[earlier->attribute].type != GraphType::list)
                return warn_second_value(grouped_, key.place, key.text);
            earlier->text += '|' + value.text;
            if (earlier->text.size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
                error_ = limit_error("field-kb", limits_.field_kb, where(value.place));
            return;
        }
        const std::size_t known = attributes.size();
        titles.add(values, attributes, key.text, std::move(value.text));
        if (attributes.size() > known && may_repeat(table, key.text))
            attributes.back().type = GraphType::list;
        if (attributes.size() > static_cast<std::size_t>(limits_.columns))
            error_ = limit_error("columns", limits_.columns, where(key.place));
    }

    /// yEd writes groups side by side with their members, which name them as gid.
    void place_in_groups() {
        const auto titled = [&](std::string_view title) {
            const auto found =
                std::ranges::find(graph_.node_attributes, title, &GraphAttribute::title);
            return static_cast<std::uint32_t>(found - graph_.node_attributes.begin());
        };
        const auto value_of = [](GraphNode& node, std::uint32_t attribute) {
            return std::ranges::find(node.values, attribute, &GraphValue::attribute);
        };
        const std::uint32_t group = titled("gid");
        const std::uint32_t mark = titled("isGroup");
        std::set<std::string> groups;
        for (GraphNode& node : graph_.nodes)
            if (const auto value = value_of(node, mark);
                value != node.values.end() && value->text == "1")
                groups.insert(node.id);
        bool placed = false;
        for (GraphNode& node : graph_.nodes) {
            const auto value = value_of(node, group);
            if (value == node.values.end() || !node.parent.empty() || value->text == node.id ||
                !groups.contains(value->text))
                continue;
            warn_nested_graph(grouped_, node.place);
            node.parent = std::move(value->text);
            node.values.erase(value);
            placed = true;
        }
        if (!placed) return;
        for (GraphNode& node : graph_.nodes)
            std::erase_if(node.values, [&](const GraphValue& v) { return v.attribute == mark; });
    }

    void set(std::string& field, const GmlToken& key, GmlToken& value) {
        if (!field.empty()) return warn_second_value(grouped_, key.place, key.text);
        field = std::move(value.text);
    }

    GmlTokens tokens_;
    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    RowBudget node_budget_{"actors", limits_};
    RowBudget edge_budget_{"ties", limits_};
    GroupedIssues grouped_;
    GraphFile graph_;
    std::vector<Open> open_;
    std::vector<bool> directed_;                           ///< by graph, the outermost first
    std::vector<Drawn> drawn_;                             ///< by edge
    std::vector<std::pair<Open, GmlToken>> drawn_labels_;  ///< node or edge, text
    bool is_of_yed_ = false;
    std::vector<std::pair<std::size_t, std::size_t>> parents_;  ///< node, node around it
    TitledAttributes nodes_;
    TitledAttributes edges_;
    bool has_graph_ = false;
    std::optional<Error> error_;
};

}  // namespace

GraphResult read_gml(std::string_view text, const std::string& file, const Limits& limits,
                     NetworkBuilder& builder) {
    return GmlReader{text, file, limits, builder}.read();
}

}  // namespace lotse::io

#include <lotse/base/ascii.hpp>
#include <lotse/base/encoding.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "graph_row.hpp"
#include "text_graphs.hpp"
#include "xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace lotse::io {
namespace {

template <class T>
constexpr bool holds_list = false;
template <class T>
constexpr bool holds_list<std::vector<T>> = true;

struct Token {
    enum class Kind { word, number, string, open, close, end, broken };
    Kind kind;
    std::string text;
    XmlPlace place;
};

class Tokens {
public:
    explicit Tokens(std::string_view text) : text_{text} {}

    Token next() {
        skip_blanks();
        const XmlPlace place = place_;
        if (at_ >= text_.size()) return {Token::Kind::end, {}, place};
        const char c = text_[at_];
        if (c == '[' || c == ']') {
            advance();
            return {c == '[' ? Token::Kind::open : Token::Kind::close, {}, place};
        }
        if (c == '"') return string(place);
        std::string word;
        while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '[' &&
               text_[at_] != ']' && text_[at_] != '"')
            word += advance();
        const bool number = ascii::is_digit(c) || c == '-' || c == '+' || c == '.';
        return {number ? Token::Kind::number : Token::Kind::word, std::move(word), place};
    }

private:
    static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    char advance() {
        const char c = text_[at_++];
        if (c == '\n')
            place_ = {place_.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
            ++place_.column;
        return c;
    }

    void skip_blanks() {
        while (at_ < text_.size()) {
            if (text_[at_] == '#' && place_.column == 1)
                while (at_ < text_.size() && text_[at_] != '\n') advance();
            else if (is_blank(text_[at_]))
                advance();
            else
                return;
        }
    }

    Token string(XmlPlace place) {
        advance();
        std::string out;
        while (at_ < text_.size() && text_[at_] != '"') out += advance();
        if (at_ >= text_.size()) return {Token::Kind::broken, {}, place};
        advance();
        return {Token::Kind::string, unescaped(out), place};
    }

    /// &amp;, &uuml;, &#228; and &#xE4; as writers for ASCII have them.
    static std::string unescaped(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            constexpr std::size_t longest = 16;  // of a name and its signs
            const auto end =
                text.front() == '&' ? text.substr(0, longest).find(';') : std::string_view::npos;
            if (end == std::string_view::npos) {
                out += text.front();
                text.remove_prefix(1);
                continue;
            }
            const std::string replaced = character(text.substr(1, end - 1));
            out += replaced.empty() ? text.substr(0, 1) : replaced;
            text.remove_prefix(replaced.empty() ? 1 : end + 1);
        }
        return out;
    }

    static std::string character(std::string_view name) {
        unsigned code = 0;
        if (name.starts_with('#')) {
            name.remove_prefix(1);
            const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
            if (hexadecimal) name.remove_prefix(1);
            const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(),
                                                        code, hexadecimal ? 16 : 10);
            if (problem != std::errc{} || end != name.data() + name.size()) return {};
        } else {
            code = code_of_entity(name);
        }
        constexpr unsigned last = 0x10FFFF;
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (code == 0 || code > last || surrogate) return {};
        std::string out;
        encoding::append_utf8(out, code);
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    XmlPlace place_;
};

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
            const Token key = tokens_.next();
            if (key.kind == Token::Kind::end) break;
            if (key.kind == Token::Kind::close && !open_.empty()) {
                open_.pop_back();
                continue;
            }
            if (key.kind != Token::Kind::word) return broken(key.place);
            Token value = tokens_.next();
            if (value.kind == Token::Kind::open)
                open_.push_back(entered(key));
            else if (value.kind == Token::Kind::string)
                take(key, std::move(value));
            else if (dropped_as_not_finite(value.text, key.text, value.place, grouped_))
                continue;
            else if (value.kind == Token::Kind::number)
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
        place_in_groups();
        grouped_.report_to(builder_);
        for (std::size_t i = 0; i < graph_.edges.size(); ++i)
            if (directed_[graph_of_edge_[i]]) graph_.edges[i].direction = GraphDirection::directed;
        return std::optional{std::move(graph_)};
    }

private:
    enum class Level { graph, node, edge, skipped };
    /// An open list, and the number of the graph, node or edge that it is.
    struct Open {
        Level level;
        std::size_t number = 0;
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

    Open entered(const Token& key) {
        const std::string name = unicode::match_key(key.text);
        const Level level = open_.empty() ? Level::graph : open_.back().level;
        if (level == Level::skipped) return {Level::skipped};
        if (name == "graph" && level != Level::edge) return begin_graph(key);
        if (!open_.empty() && level == Level::graph && name == "node") return begin_node(key);
        if (!open_.empty() && level == Level::graph && name == "edge") return begin_edge(key);
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

    Open begin_graph(const Token& key) {
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

    Open begin_node(const Token& key) {
        if (auto error = node_budget_.count_row([&] { return where(key.place); }))
            error_ = std::move(error);
        const std::size_t number = graph_.nodes.size();
        graph_.nodes.push_back({{}, {}, {}, key.place});
        if (const Open* around = innermost(Level::node))
            parents_.emplace_back(number, around->number);
        return {Level::node, number};
    }

    Open begin_edge(const Token& key) {
        if (auto error = edge_budget_.count_row([&] { return where(key.place); }))
            error_ = std::move(error);
        graph_.edges.push_back({{}, {}, GraphDirection::undirected, {}, key.place});
        graph_of_edge_.push_back(open_.back().number);
        return {Level::edge, graph_.edges.size() - 1};
    }

    /// nullptr: no list of this kind is open.
    const Open* innermost(Level level) const {
        const auto found = std::ranges::find(open_.rbegin(), open_.rend(), level, &Open::level);
        return found == open_.rend() ? nullptr : &*found;
    }

    void take(const Token& key, Token value) {
        if (value.text.size() > static_cast<std::size_t>(limits_.field_kb) << 10U) {
            error_ = limit_error("field-kb", limits_.field_kb, where(value.place));
            return;
        }
        if (open_.empty()) return;
        const std::string name = unicode::match_key(key.text);
        const Open& here = open_.back();
        switch (here.level) {
            case Level::graph:
                if (name == "directed")
                    directed_[here.number] = value.text == "1";
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
            case Level::skipped: return;
        }
    }

    void take_of_node(GraphNode& node, std::string_view name, const Token& key, Token& value) {
        if (name == "id")
            set(node.id, key, value);
        else
            add(Actor::table, node.values, graph_.node_attributes, nodes_, key, value);
    }

    void take_of_edge(GraphEdge& edge, std::string_view name, const Token& key, Token& value) {
        if (name == "source")
            set(edge.from, key, value);
        else if (name == "target")
            set(edge.to, key, value);
        else if (name != "id")
            add(Tie::table, edge.values, graph_.edge_attributes, edges_, key, value);
    }

    void add(std::string_view table, std::vector<GraphValue>& values,
             std::vector<GraphAttribute>& attributes, TitledAttributes& titles, const Token& key,
             Token& value) {
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

    void set(std::string& field, const Token& key, Token& value) {
        if (!field.empty()) return warn_second_value(grouped_, key.place, key.text);
        field = std::move(value.text);
    }

    Tokens tokens_;
    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    RowBudget node_budget_{"actors", limits_};
    RowBudget edge_budget_{"ties", limits_};
    GroupedIssues grouped_;
    GraphFile graph_;
    std::vector<Open> open_;
    std::vector<bool> directed_;                                ///< by graph, the outermost first
    std::vector<std::size_t> graph_of_edge_;                    ///< by edge
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

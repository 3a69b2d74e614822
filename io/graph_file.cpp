#include "graph_file.hpp"

#include <lotse/base/unicode.hpp>

#include "client_values.hpp"

#include <algorithm>

namespace lotse::io {

void GroupedIssues::add(Severity severity, std::string_view code, XmlPlace place, Text words,
                        std::optional<std::string> about) {
    auto [group, added] =
        groups_.try_emplace({code, std::move(about)}, Group{severity, place, words});
    ++group->second.count;
}

void GroupedIssues::report_to(NetworkBuilder& builder) const {
    for (const auto& [key, group] : groups_) {
        const std::optional<std::string>& about = key.second;
        const SourcePosition where{file_, {}, group.place.line, group.place.column};
        if (about && refuse_client_value(*about, where, builder)) continue;
        const std::string count = std::to_string(group.count);
        builder.report(
            {group.severity, key.first, where,
             about ? message(group.words, {*about, count}) : message(group.words, {count})});
    }
}

void note_unread_attribute(GroupedIssues& issues, XmlPlace place, std::string_view title) {
    issues.add(Severity::note, "graph-attribute", place,
               {"Die Angabe „{}“ zum Graphen wird nicht gelesen (Anzahl: {}).",
                "'{}' of the graph is not read (number: {})."},
               unicode::visible(title));
}

void warn_nested_graph(GroupedIssues& issues, XmlPlace place) {
    issues.add(Severity::warning, "nested-graph", place,
               {"Knoten stehen innerhalb anderer Knoten. Sie werden auf eine Ebene gebracht; der "
                "umgebende Knoten steht unter „part_of“ (Anzahl: {}).",
                "Nodes stand inside other nodes. They are brought to one level; the surrounding "
                "node stands under 'part_of' (number: {})."});
}

GraphReader::GraphReader(const std::string& file, const Limits& limits, NetworkBuilder& builder)
    : grouped_{file},
      file_{file},
      limits_{limits},
      builder_{builder},
      node_budget_{"actors", limits},
      edge_budget_{"ties", limits},
      rejected_edges_{"ties", builder} {}

void GraphReader::report(Severity severity, std::string_view code, XmlPlace place, Message words) {
    builder_.report({severity, code, {file_, {}, place.line, place.column}, std::move(words)});
}

void GraphReader::text(std::string_view piece) {
    if (!collects_) return;
    collected_ += piece;
    if (collected_.size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
        error_ = limit_error("field-kb", limits_.field_kb,
                             file_ + ':' + std::to_string(text_place_.line));
}

void GraphReader::fail_root(const XmlElement& element, std::string_view wanted) {
    ended_ = true;
    fail("wrong-root", element.place,
         message({"Das äußerste Element heißt „{}“; erwartet wird „{}“. Passt die Endung der Datei "
                  "zu ihrem Inhalt?",
                  "The outermost element is called '{}'; '{}' is expected. Does the ending of the "
                  "file fit its content?"},
                 {unicode::visible(element.name), wanted}));
}

void GraphReader::warn_unknown(const XmlElement& element) {
    std::string name{element.name};
    if (!element.prefix.empty()) name.insert(0, std::string{element.prefix} + ':');
    // A prefix that is not declared says of no other standard that the element is one of it.
    const bool of_another = !is_of_form(element) && !element.space.empty();
    grouped_.add(of_another ? Severity::note : Severity::warning, "unknown-element", element.place,
                 {"Das Element „{}“ kennt diese Form nicht; es wird nicht gelesen (Anzahl: {}).",
                  "This form does not know the element '{}'; it is not read (number: {})."},
                 std::move(name));
}

void GraphReader::warn_second_graph(XmlPlace place) {
    report(Severity::warning, "second-graph", place,
           Text{"Die Datei enthält mehr als einen Graphen. Gelesen wird nur der erste; dieser hier "
                "nicht.",
                "The file holds more than one graph. Only the first is read; this one is not."});
}

void GraphReader::warn_nested(XmlPlace place) {
    warn_nested_graph(grouped_, place);
}

std::uint32_t GraphReader::attribute(Owner owner, std::string_view title, GraphType type) {
    const auto [found, added] = built_in_.try_emplace({owner, std::string{title}}, 0);
    if (added) {
        auto& list = attributes(owner);
        found->second = static_cast<std::uint32_t>(list.size());
        list.push_back({std::string{title}, type, {}});
    }
    return found->second;
}

void GraphReader::declare(Owner owner, GraphAttribute attribute, std::uint32_t& index,
                          XmlPlace place) {
    auto& list = attributes(owner);
    index = static_cast<std::uint32_t>(list.size());
    if (attribute.title.empty()) attribute.title = "attribute" + std::to_string(index + 1);
    list.push_back(std::move(attribute));
    if (list.size() > static_cast<std::size_t>(limits_.columns))
        error_ = limit_error("columns", limits_.columns, file_ + ':' + std::to_string(place.line));
}

GraphAttribute& GraphReader::attribute_at(Owner owner, std::uint32_t index) {
    return attributes(owner)[index];
}

void GraphReader::add_value(Owner owner, std::uint32_t attribute, std::string text) {
    auto& values = owner == Owner::node ? graph_.nodes[node_].values : graph_.edges.back().values;
    values.push_back({attribute, std::move(text)});
}

void GraphReader::add_others(Owner owner, const XmlElement& element,
                             std::span<const std::string_view> known) {
    for (const auto& [name, text] : element.attributes) {
        // Of other standards, and hints of GraphML and yEd for readers.
        const bool is_hint = name == "xmlns" || name.find(':') != std::string_view::npos ||
                             name.starts_with("parse.") || name.starts_with("yfiles.");
        if (is_hint || std::ranges::find(known, name) != known.end()) continue;
        add_value(owner, name, unicode::trim(text));
        if (attributes(owner).size() > static_cast<std::size_t>(limits_.columns))
            error_ = limit_error("columns", limits_.columns,
                                 file_ + ':' + std::to_string(element.place.line));
    }
}

bool GraphReader::has_value(Owner owner, std::uint32_t attribute) const {
    const auto& values =
        owner == Owner::node ? graph_.nodes[node_].values : graph_.edges.back().values;
    return std::ranges::find(values, attribute, &GraphValue::attribute) != values.end();
}

const std::string& GraphReader::value_of(Owner owner, std::uint32_t attribute) const {
    const auto& values =
        owner == Owner::node ? graph_.nodes[node_].values : graph_.edges.back().values;
    return std::ranges::find(values, attribute, &GraphValue::attribute)->text;
}

GraphNode& GraphReader::add_node(const XmlElement& element) {
    if (auto error = node_budget_.count_row(
            [&] { return file_ + ':' + std::to_string(element.place.line); }))
        error_ = std::move(error);
    node_ = graph_.nodes.size();
    return graph_.nodes.emplace_back(
        GraphNode{std::string{element.value("id")}, {}, {}, element.place});
}

GraphEdge& GraphReader::add_edge(const XmlElement& element) {
    if (auto error = edge_budget_.count_row(
            [&] { return file_ + ':' + std::to_string(element.place.line); }))
        error_ = std::move(error);
    edge_ids_.emplace_back(element.value("id"));
    const std::size_t values = graph_.edges.empty() ? 0 : graph_.edges.back().values.size();
    GraphEdge& edge = graph_.edges.emplace_back(GraphEdge{std::string{element.value("source")},
                                                          std::string{element.value("target")},
                                                          GraphDirection::undirected,
                                                          {},
                                                          element.place});
    edge.values.reserve(values);  // most edges have as many as the one before
    return edge;
}

void GraphReader::reject_edge(std::string_view code, XmlPlace place, Message words) {
    if (auto error =
            edge_budget_.count_row([&] { return file_ + ':' + std::to_string(place.line); }))
        error_ = std::move(error);
    rejected_edges_.add(
        {Severity::error, code, {file_, {}, place.line, place.column}, std::move(words)});
}

void GraphReader::warn_duplicate_edge_ids() {
    const auto comes_before = [&](std::size_t a, std::size_t b) {
        const std::string& left = edge_ids_[a];
        const std::string& right = edge_ids_[b];
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < edge_ids_.size(); ++i)
        if (!edge_ids_[i].empty()) order.push_back(i);
    const auto falls = [&](std::size_t a, std::size_t b) { return !comes_before(a, b); };
    if (std::ranges::adjacent_find(order, falls) == order.end()) return;  // as most are numbered
    std::ranges::stable_sort(order, comes_before);
    std::vector<std::size_t> repeated;
    for (std::size_t i = 1; i < order.size(); ++i)
        if (edge_ids_[order[i]] == edge_ids_[order[i - 1]]) repeated.push_back(order[i]);
    std::ranges::sort(repeated);
    for (const std::size_t edge : repeated)
        grouped_.add(Severity::warning, "duplicate-edge-id", graph_.edges[edge].place,
                     {"Mehrere Kanten haben dieselbe Nummer (id). Alle werden gelesen; bitte "
                      "prüfen, ob eine doppelt ist (Anzahl: {}).",
                      "Several edges have the same id. All of them are read; check whether one is "
                      "there twice (number: {})."});
}

Result<GraphFile> GraphReader::finish() && {
    warn_duplicate_edge_ids();
    grouped_.report_to(builder_);
    if (error_) return *std::move(error_);
    if (!has_graph_ && !ended_)
        fail("no-graph", {},
             Text{"Die Datei enthält keinen Graphen (das Element <graph> fehlt).",
                  "The file holds no graph (the element <graph> is missing)."});
    graph_.node_file = file_;
    graph_.edge_file = file_;
    return std::move(graph_);
}

GraphResult read_graph(std::string_view text, const std::string& file, const Limits& limits,
                       NetworkBuilder& builder, GraphReader& reader) {
    const auto problem = visit_xml(text, limits, reader);
    if (problem && problem->kind == XmlProblem::Kind::limit)
        return limit_error(problem->code, problem->limit,
                           file + ':' + std::to_string(problem->place.line));
    if (problem) {
        builder.report({Severity::error,
                        problem->code,
                        {file, {}, problem->place.line, problem->place.column},
                        problem->message});
        return std::optional<GraphFile>{};
    }
    auto graph = std::move(reader).finish();
    if (!graph) return graph.error();
    return std::optional{*std::move(graph)};
}

}  // namespace lotse::io

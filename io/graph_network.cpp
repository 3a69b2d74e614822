#include "graph_network.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "client_values.hpp"
#include "graph_columns.hpp"
#include "graph_directions.hpp"
#include "graph_fit.hpp"
#include "graph_meaning.hpp"
#include "graph_nodes.hpp"
#include "graph_row.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace lotse::io {
namespace {

class NetworkFromGraph {
public:
    NetworkFromGraph(GraphFile graph, NetworkBuilder& builder)
        : graph_{std::move(graph)},
          builder_{builder},
          node_issues_{graph_.node_file},
          edge_issues_{graph_.edge_file},
          actors_{Actor::table, at(graph_.node_file, graph_.place), builder},
          ties_{Tie::table, at(graph_.edge_file, graph_.place), builder} {
        node_meanings_ = meanings_of(graph_.node_attributes, Actor::table);
        edge_meanings_ = meanings_of(graph_.edge_attributes, Tie::table);
        declare(graph_.node_attributes, node_meanings_, actors_);
        declare(graph_.edge_attributes, edge_meanings_, ties_);
    }

    void build() {
        trim_ids(graph_, node_issues_, edge_issues_);
        leave_sides(graph_, node_meanings_);
        if (!graph_.is_of_lotse) {
            leave_measures(graph_, node_meanings_, node_issues_);
            names_ = names_of_nodes(graph_, node_meanings_);
        }
        ids_ = NodeIds{graph_, node_meanings_, node_issues_};
        look_at_marks();
        for (const GraphNode& node : graph_.nodes) add_actor(node);
        for (const GraphEdge& edge : graph_.edges) add_tie(edge);
        implied_.report_to(at(graph_.node_file, graph_.place), builder_);
        dropped_directions_.report_to(edge_issues_);
        node_issues_.report_to(builder_);
        edge_issues_.report_to(builder_);
    }

private:
    static SourcePosition at(const std::string& file, XmlPlace place) {
        return {file, {}, place.line, place.column};
    }
    GroupedIssues& issues(std::string_view table) {
        return table == Actor::table ? node_issues_ : edge_issues_;
    }

    /// Columns of a table of Gephi, to say where they stand.
    static void declare(const std::vector<GraphAttribute>& attributes,
                        const std::vector<Meaning>& meanings, GraphRows& rows) {
        for (int wanted = 0; wanted < ranks; ++wanted)
            for (std::size_t i = 0; i < attributes.size(); ++i)
                if (attributes[i].column > 0 && rank(meanings[i]) == wanted &&
                    meanings[i].role != Role::implied)
                    rows.declare(meanings[i].column, attributes[i].column);
    }

    /// Values of a node or edge by rank, those that are blank left out, with the defaults.
    struct Given {
        const GraphAttribute* attribute;
        const Meaning* meaning;
        const std::string* text;
    };
    std::span<const Given> given(const std::vector<GraphValue>& values,
                                 const std::vector<GraphAttribute>& attributes,
                                 const std::vector<Meaning>& meanings) {
        texts_.clear();
        for (const GraphAttribute& attribute : attributes) texts_.push_back(&attribute.fallback);
        for (const GraphValue& value : values) texts_[value.attribute] = &value.text;
        given_.clear();
        for (int wanted = 0; wanted < ranks; ++wanted)
            for (std::size_t i = 0; i < attributes.size(); ++i)
                if (rank(meanings[i]) == wanted && !unicode::trim(*texts_[i]).empty())
                    given_.push_back({&attributes[i], &meanings[i], texts_[i]});
        return given_;
    }

    /// Beside kinds as lotse writes them `mutual` is its own; else another program means something
    /// by the word, which is kept.
    void look_at_marks() {
        if (std::ranges::find(edge_meanings_, Role::mutual, &Meaning::role) == edge_meanings_.end())
            return;
        for (const GraphEdge& edge : graph_.edges)
            if (mark_of(given(edge.values, graph_.edge_attributes, edge_meanings_)) ==
                PairMark::foreign)
                keeps_marks_ = true;
    }

    static PairMark mark_of(std::span<const Given> values) {
        const auto text = [&](Role role) -> std::string_view {
            for (const Given& value : values)
                if (value.meaning->role == role && !value.meaning->is_synonym) return *value.text;
            return {};
        };
        return pair_mark(text(Role::mutual), text(Role::kind));
    }

    void add_actor(const GraphNode& node) {
        actors_.begin();
        const std::string* key = ids_.keys().find(node.id);
        const std::string id = ids_.id(node);
        if (key) actors_.set("key", *key);
        if (key && *key != unicode::nfc(id)) actors_.set("original_id", id);
        if (const std::string other = ids_.other_id(node); !other.empty())
            actors_.set_or_keep("original_id", "original_id", other);
        bool implied_sector = false;
        const auto values = given(node.values, graph_.node_attributes, node_meanings_);
        const bool named_kind = take_kind(actors_, Actor::table, values, node.place);
        for (const Given& value : values) {
            const Meaning& meaning = *value.meaning;
            switch (meaning.role) {
                case Role::label:
                case Role::name: actors_.set_or_keep("name", meaning.title, *value.text); break;
                case Role::kind:
                case Role::key:
                case Role::look: break;
                case Role::implied:
                    implied_sector = *value.text == sector_from_kind;
                    if (implied_sector) break;
                    if (value.attribute->column > 0)
                        actors_.declare(meaning.column, value.attribute->column);
                    take_cell(actors_, Actor::table, value, node.place);
                    break;
                default: take_cell(actors_, Actor::table, value, node.place); break;
            }
        }
        if (implied_sector) actors_.clear("sector");
        if (!actors_.has("kind")) {
            actors_.set("kind", "other");
            if (!named_kind)
                node_issues_.add(Severity::warning, "no-kind", node.place,
                                 {"Der Knoten nennt keine Art; er gilt als „other“ (Anzahl: {}).",
                                  "The node names no kind; it counts as 'other' (number: {})."});
        }
        if (!actors_.has("name") && key) actors_.set("name", ids_.name(node));
        place_in_parent(node);
        if (!graph_.is_of_lotse) keep_reversed_dates(actors_, node.place, node_issues_);
        actors_.end(node.place);
    }

    void place_in_parent(const GraphNode& node) {
        if (const std::string* mentioned = ids_.keys().find(actors_.text("part_of")))
            actors_.set("part_of", *mentioned);
        else
            keep_unknown_part_of(node);
        if (node.parent.empty() || actors_.has("part_of")) return;
        if (const std::string* parent = ids_.keys().find(node.parent))
            actors_.set("part_of", *parent);
        else
            node_issues_.add(Severity::warning, "unknown-parent", node.place,
                             {"Den umgebenden Knoten „{}“ gibt es nicht (Anzahl: {}).",
                              "The surrounding node '{}' does not exist (number: {})."},
                             node.parent);
    }

    void keep_unknown_part_of(const GraphNode& node) {
        const std::string text{actors_.text("part_of")};
        const bool may_exist = graph_.lacks_nodes || names_.contains(unicode::match_key(text));
        if (text.empty() || graph_.is_of_lotse || may_exist) return;
        warn_of_misfit("part_of", node.place, node_issues_);
        actors_.clear("part_of");
        actors_.keep("part_of", text);
    }

    void add_tie(const GraphEdge& edge) {
        ties_.begin();
        const std::string* from = ids_.keys().find(edge.from);
        const std::string* to = ids_.keys().find(edge.to);
        for (const auto& [end, id, key] :
             {std::tuple{"source", &edge.from, from}, std::tuple{"target", &edge.to, to}})
            if (!key && !id->empty() && !graph_.lacks_nodes) return reject_tie(edge, end, *id);
        // The builder knows that actors are missing, and counts what mentions them.
        if (!from) from = &edge.from;
        if (!to) to = &edge.to;
        const auto values = given(edge.values, graph_.edge_attributes, edge_meanings_);
        take_kind(ties_, Tie::table, values, edge.place);
        for (const Given& value : values) {
            switch (value.meaning->role) {
                case Role::kind: break;
                case Role::mutual:
                    if (keeps_marks_) keep(ties_, value, *value.text);
                    break;
                case Role::label:  // after all kinds
                case Role::number: break;
                default: take_cell(ties_, Tie::table, value, edge.place); break;
            }
        }
        take_label(values);
        finish_tie(edge, from, to, values);
    }

    /// The edge names a node that does not exist; nothing else looks at its values any more.
    void reject_tie(const GraphEdge& edge, std::string_view end, std::string_view id) {
        const SourcePosition where = at(graph_.edge_file, edge.place);
        for (const GraphValue& value : edge.values)
            refuse_client_value(value.text, where, builder_);
        if (refuse_client_value(id, where, builder_)) id = "…";
        ties_.reject({Severity::error, "unknown-node", where,
                      message({"{}: Einen Knoten „{}“ gibt es nicht (oder nur in einer "
                               "fehlerhaften Zeile).",
                               "{}: there is no node '{}' (or only in a faulty row)."},
                              {end, id})});
    }

    void take_label(std::span<const Given> values) {
        std::string_view kind;  // the label that named it; Neo4j says each twice
        for (const Given& value : values) {
            if (value.meaning->role != Role::label) break;
            const Code* code = tie_kind(*value.text);
            if (!ties_.has("kind") && code) {
                ties_.set("kind", code->code);
                kind = *value.text;
            } else if (*value.text != kind) {
                ties_.set_or_keep(heading_of_title(value.meaning->title, Tie::table),
                                  value.meaning->title, *value.text);
            }
        }
    }

    static const Code* tie_kind(std::string_view text) {
        return Codebook::built_in().list("tie_kinds")->recognise(text);
    }

    void finish_tie(const GraphEdge& edge, const std::string* from, const std::string* to,
                    std::span<const Given> values) {
        const bool written_twice = mark_of(values) == PairMark::twice;
        const bool two_way = edge.direction != GraphDirection::directed;
        if (!ties_.has("kind"))
            ties_.set("kind",
                      edge.direction == GraphDirection::undirected ? "cooperates" : "refers_to");
        const auto kind = from_key<TieKind>(ties_.text("kind"));
        const bool directed_kind = kind && is_directed(*kind);
        if (directed_kind && edge.direction == GraphDirection::undirected)
            edge_issues_.add(
                Severity::warning, "no-direction", edge.place,
                {"„{}“ hat eine Richtung, die Kante aber keine; gelesen von source nach "
                 "target (Anzahl: {}).",
                 "'{}' has a direction but the edge has none; read from source to target "
                 "(number: {})."},
                std::string{ties_.text("kind")});
        const bool has_ends = !from->empty() && !to->empty();
        if (!directed_kind && !two_way && !written_twice && has_ends)
            dropped_directions_.add(ties_.text("kind"), *from, *to, edge.place);
        if (!directed_kind && written_twice && has_ends &&
            twice_written_.is_second(*from, *to, ties_.fingerprint()))
            return;
        if (!graph_.is_of_lotse) keep_reversed_dates(ties_, edge.place, edge_issues_);
        // Both edges of a pair have a number of their own.
        for (const Given& value : values)
            if (value.meaning->role == Role::number)
                take_cell(ties_, Tie::table, value, edge.place);
        write_tie(edge, from, to);
        if (directed_kind && edge.direction == GraphDirection::mutual) write_tie(edge, to, from);
    }

    void write_tie(const GraphEdge& edge, const std::string* from, const std::string* to) {
        ties_.set("from", *from);
        ties_.set("to", *to);
        edge.faulty ? ties_.end_faulty(edge.place) : ties_.end(edge.place);
    }

    /// The column's own name decides, else the first word for it that names a kind; the others are
    /// kept. False: none is given.
    bool take_kind(GraphRows& rows, std::string_view table, std::span<const Given> values,
                   XmlPlace place) {
        const bool of_nodes = table == Actor::table;
        const CodeList& list = *Codebook::built_in().list(of_nodes ? "actor_kinds" : "tie_kinds");
        const Given* chosen = nullptr;
        const Code* code = nullptr;
        for (const Given& value : values) {
            if (value.meaning->role != Role::kind) continue;
            if (chosen && (code || !chosen->meaning->is_synonym)) break;
            code = list.recognise(*value.text);
            if (!chosen || code) chosen = &value;
        }
        if (!chosen) return false;
        if (code) rows.set("kind", code->code);
        for (const Given& value : values)
            if (value.meaning->role == Role::kind && (!code || list.recognise(*value.text) != code))
                keep(rows, value, *value.text);
        if (!code) warn_of_kind(of_nodes, *chosen->text, place);
        return true;
    }

    void warn_of_kind(bool of_nodes, const std::string& text, XmlPlace place) {
        GroupedIssues& issues = of_nodes ? node_issues_ : edge_issues_;
        issues.add(Severity::warning, "unknown-kind", place,
                   of_nodes
                       ? Text{"Die Art „{}“ kennt lotse nicht; der Knoten gilt als „other“, der "
                              "Text wird unter „extra_…“ mitgeführt (Anzahl: {}).",
                              "lotse does not know the kind '{}'; the node counts as 'other', the "
                              "text is kept under 'extra_…' (number: {})."}
                       : Text{"Die Art „{}“ kennt lotse nicht; die Kante gilt als das, was ihre "
                              "Beschriftung nennt, sonst als „cooperates“ oder „refers_to“. Der "
                              "Text wird unter „extra_…“ mitgeführt (Anzahl: {}).",
                              "lotse does not know the kind '{}'; the edge counts as what its "
                              "label names, else as 'cooperates' or 'refers_to'. The text is kept "
                              "under 'extra_…' (number: {})."},
                   text);
    }

    void take_cell(GraphRows& rows, std::string_view table, const Given& value, XmlPlace place) {
        const Meaning& meaning = *value.meaning;
        // Else an area or code would be implied that the column does not hold.
        if ((meaning.is_synonym || meaning.is_heading) && rows.has(meaning.column)) {
            if (unicode::trim(rows.text(meaning.column)) != unicode::trim(*value.text))
                keep(rows, value, *value.text);
            return;
        }
        const auto use =
            meaning.role == Role::column ? GraphColumnUse::known : GraphColumnUse::foreign;
        const auto text = typed_text(*value.text, *value.attribute, use, place, issues(table));
        if (!text || leaves_open(meaning, *text, place, issues(table))) return;
        if (meaning.role == Role::start || meaning.role == Role::end) {
            take_date(rows, meaning.role == Role::start ? "since" : "until", meaning, *text);
        } else if (meaning.role == Role::column && !graph_.is_of_lotse &&
                   !fits_attribute(table, meaning, *text, place, issues(table))) {
            keep(rows, value, std::string{unicode::trim(*value.text)});
        } else if (meaning.role == Role::column &&
                   !implied_.take(table, meaning.column, *text, place, issues(table))) {
            rows.keep(meaning.title, *text);
        } else {
            rows.set_or_keep(meaning.column, meaning.title, *text);
        }
    }

    /// Under `extra_<title>`.
    static void keep(GraphRows& rows, const Given& value, const std::string& text) {
        if (value.attribute->column > 0)
            rows.declare(kept_heading(value.meaning->title), value.attribute->column);
        rows.keep(value.meaning->title, text);
    }

    /// start and end of the forms are days; where since and until are known they say it better.
    static void take_date(GraphRows& rows, std::string_view column, const Meaning& meaning,
                          const std::string& text) {
        const auto date = date_text(text);
        if (!date)
            rows.set_or_keep(meaning.column, meaning.title, text);
        else if (!rows.has(column))
            rows.set(column, *date);
    }

    GraphFile graph_;
    NetworkBuilder& builder_;
    GroupedIssues node_issues_;
    GroupedIssues edge_issues_;
    ImpliedRows implied_;
    GraphRows actors_;
    GraphRows ties_;
    std::vector<Meaning> node_meanings_;
    std::vector<Meaning> edge_meanings_;
    NodeIds ids_;
    std::set<std::string> names_;  ///< of nodes, by which part_of may mention them
    bool keeps_marks_ = false;
    TwiceWritten twice_written_;
    DroppedDirections dropped_directions_;
    std::vector<const std::string*> texts_;  ///< of the node or edge being read, by attribute
    std::vector<Given> given_;
};

}  // namespace

void build_graph_network(GraphFile graph, const std::string& name, NetworkBuilder& builder) {
    NetworkInfo info = graph.info;
    info.name = clean_label(info.name).value_or("");
    info.license = clean_label(info.license).value_or("");
    if (info.name.empty()) info.name = name;
    builder.describe(std::move(info));
    NetworkFromGraph{std::move(graph), builder}.build();
}

}  // namespace lotse::io

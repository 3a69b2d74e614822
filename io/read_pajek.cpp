#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <charconv>

#include "text_graphs.hpp"

namespace lotse::io {
namespace {

class PajekReader {
public:
    PajekReader(std::string_view text, const std::string& file, const Limits& limits,
                NetworkBuilder& builder)
        : text_{text}, file_{file}, limits_{limits}, builder_{builder} {
        graph_.node_file = graph_.edge_file = file;
        graph_.node_attributes.push_back({std::string{graph_titles::label}});
        graph_.edge_attributes.push_back({std::string{graph_titles::weight}, GraphType::number});
        graph_.edge_attributes.push_back({std::string{graph_titles::label}});
    }

    GraphResult read() {
        while (!ended_ && next_line() && !error_ && !broken_)
            if (!fields_.empty() && !fields_.front().starts_with('%')) {
                if (!left_over_.empty()) warn_left_over();
                fields_.front().starts_with('*') ? begin_section() : read_line();
            }
        if (error_) return *std::move(error_);
        if (!broken_ && !has_vertices_)
            fail(Text{"Die Datei enthält keinen Abschnitt *Vertices.",
                      "The file holds no section *Vertices."});
        if (broken_) return std::optional<GraphFile>{};
        return std::optional{std::move(graph_)};
    }

private:
    enum class Section { none, vertices, arcs, edges, arc_lists, edge_lists, skipped };

    void fail(Message words) {
        broken_ = true;
        builder_.report({Severity::error, "bad-pajek", {file_, {}, line_, 0}, std::move(words)});
    }

    void warn_left_over() {
        builder_.report({Severity::warning,
                         "left-over",
                         {file_, {}, line_, 0},
                         message({"„{}“ in dieser Zeile ist nicht verständlich und wird nicht "
                                  "gelesen. Anführungszeichen in einem Namen bitte als \\\" "
                                  "schreiben.",
                                  "'{}' in this line is not understood and not read. Write quotes "
                                  "inside of a name as \\\"."},
                                 {left_over_})});
    }

    /// Length of a quoted text: to the quote that ends a word and has no backslash before it, as
    /// igraph writes those inside; else to the first quote. npos: there is none.
    static std::size_t quoted_length(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '"' && ends_word(text, i))
                return i;
        }
        return text.find('"');
    }
    static bool ends_word(std::string_view text, std::size_t at) {
        return at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\t';
    }

    /// Without the backslashes that igraph puts before quotes and backslashes.
    static std::string unescaped(std::string_view text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool escapes = text[i] == '\\' && i + 1 < text.size() &&
                                 (text[i + 1] == '"' || text[i + 1] == '\\');
            out += escapes ? text[++i] : text[i];
        }
        return out;
    }

    /// Fields of the next line; quotes hold blanks together.
    bool next_line() {
        if (at_ >= text_.size()) return false;
        ++line_;
        const auto end = std::min(text_.find_first_of("\r\n", at_), text_.size());
        std::string_view rest = text_.substr(at_, end - at_);
        at_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
        fields_.clear();
        left_over_.clear();
        while (!(rest = unicode::trim(rest)).empty()) {
            const bool quoted = rest.front() == '"';
            if (quoted) rest.remove_prefix(1);
            const auto stop = quoted ? quoted_length(rest) : rest.find_first_of(" \t");
            if (quoted && stop == std::string_view::npos) {
                fail(Text{"Ein Anführungszeichen wird in dieser Zeile nicht geschlossen.",
                          "A quote is not closed in this line."});
                return false;
            }
            const auto field = rest.substr(0, stop);
            fields_.push_back(quoted ? unescaped(field) : std::string{field});
            const bool is_glued = quoted && !ends_word(rest, stop);
            if (left_over_.empty() && is_glued) left_over_ = rest.substr(stop + 1);
            if (left_over_.empty() && !quoted && field.find('"') != std::string_view::npos)
                left_over_ = rest;
            if (fields_.back().size() > static_cast<std::size_t>(limits_.field_kb) << 10U)
                error_ = limit_error("field-kb", limits_.field_kb, where());
            if (stop == std::string_view::npos) break;
            rest.remove_prefix(stop + (quoted ? 1 : 0));
        }
        return true;
    }

    std::string where() const { return file_ + ':' + std::to_string(line_); }

    static std::optional<std::int64_t> whole(std::string_view text) {
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value;
    }

    void begin_section() {
        const std::string name = unicode::match_key(fields_.front());
        const bool of_left_out = section_ == Section::skipped;  // a *Partition has *Vertices too
        if (has_vertices_ && (name == "network" || (name == "vertices" && !of_left_out)))
            return end_before_second();
        relation_.clear();
        for (std::size_t i = 1; i + 1 < fields_.size(); ++i)
            if (fields_[i].starts_with(':')) relation_ = fields_[i + 1];
        section_ = name == "arcs"        ? Section::arcs
                   : name == "edges"     ? Section::edges
                   : name == "arcslist"  ? Section::arc_lists
                   : name == "edgeslist" ? Section::edge_lists
                                         : Section::skipped;
        if (name == "network") {
            graph_.info.name.clear();
            for (std::size_t i = 1; i < fields_.size(); ++i)
                graph_.info.name += (i == 1 ? "" : " ") + fields_[i];
        } else if (name == "vertices") {
            if (!has_vertices_) begin_vertices();
        } else if (name == "matrix") {
            fail(
                Text{"Den Abschnitt *Matrix liest lotse nicht. Bitte in Pajek als Arcs und Edges "
                     "speichern.",
                     "lotse does not read the section *Matrix. Save it in Pajek as arcs and "
                     "edges."});
        } else if (section_ == Section::skipped) {
            builder_.report({Severity::warning,
                             "unknown-section",
                             {file_, {}, line_, 0},
                             message({"Der Abschnitt „{}“ wird nicht gelesen.",
                                      "The section '{}' is not read."},
                                     {fields_.front()})});
        } else if (!has_vertices_) {
            fail(Text{"Vor den Kanten fehlt der Abschnitt *Vertices.",
                      "The section *Vertices is missing before the edges."});
        }
    }

    void end_before_second() {
        ended_ = true;
        builder_.report({Severity::warning,
                         "second-graph",
                         {file_, {}, line_, 0},
                         Text{"Die Datei enthält mehr als einen Graphen; gelesen wird nur der "
                              "erste.",
                              "The file holds more than one graph; only the first is read."}});
    }

    void begin_vertices() {
        const auto count = fields_.size() > 1 ? whole(fields_[1]) : std::nullopt;
        if (!count || *count < 0)
            return fail(Text{"Nach *Vertices muss stehen, wie viele Knoten es gibt.",
                             "*Vertices must be followed by the number of nodes."});
        has_vertices_ = true;
        section_ = Section::vertices;
        graph_.place = {line_, 0};
        for (std::int64_t i = 1; i <= *count && !error_; ++i) {
            graph_.nodes.push_back({std::to_string(i), {}, {}, {line_, 0}});
            error_ = node_budget_.count_row([&] { return where(); });
        }
    }

    void read_line() {
        switch (section_) {
            case Section::none:
                fail(Text{"Hier beginnt keine Pajek-Datei: Erwartet wird *Vertices.",
                          "No Pajek file begins here: *Vertices is expected."});
                return;
            case Section::vertices: return read_vertex();
            case Section::arcs:
            case Section::edges:
                if (fields_.size() < 2)
                    return fail(
                        Text{"Eine Kante braucht zwei Knoten.", "An edge needs two nodes."});
                add_edge(fields_[0], fields_[1], direction());
                if (fields_.size() > 2) graph_.edges.back().values.push_back({0, fields_[2]});
                return;
            case Section::arc_lists:
            case Section::edge_lists:
                for (std::size_t i = 1; i < fields_.size() && !error_; ++i)
                    add_edge(fields_[0], fields_[i], direction());
                return;
            case Section::skipped: return;
        }
    }

    void read_vertex() {
        const auto id = whole(fields_.front());
        if (!id || *id < 1 || *id > static_cast<std::int64_t>(graph_.nodes.size()))
            return fail(message({"Der Knoten „{}“ liegt nicht zwischen 1 und der Anzahl nach "
                                 "*Vertices.",
                                 "The node '{}' is not between 1 and the number after *Vertices."},
                                {fields_.front()}));
        GraphNode& node = graph_.nodes[static_cast<std::size_t>(*id - 1)];
        if (!node.values.empty())
            return fail(message({"Der Knoten „{}“ steht zweimal.", "The node '{}' stands twice."},
                                {fields_.front()}));
        node.place = {line_, 0};
        if (fields_.size() > 1) node.values.push_back({0, fields_[1]});
    }

    GraphDirection direction() const {
        return section_ == Section::arcs || section_ == Section::arc_lists
                   ? GraphDirection::directed
                   : GraphDirection::undirected;
    }

    void add_edge(const std::string& from, const std::string& to, GraphDirection direction) {
        if (auto error = edge_budget_.count_row([&] { return where(); })) {
            error_ = std::move(error);
            return;
        }
        graph_.edges.push_back({from, to, direction, {}, {line_, 0}});
        if (!relation_.empty()) graph_.edges.back().values.push_back({1, relation_});
    }

    std::string_view text_;
    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    RowBudget node_budget_{"actors", limits_};
    RowBudget edge_budget_{"ties", limits_};
    GraphFile graph_;
    std::size_t at_ = 0;
    int line_ = 0;
    std::vector<std::string> fields_;
    std::string left_over_;  ///< of the line, from where it is not understood
    Section section_ = Section::none;
    std::string relation_;
    bool has_vertices_ = false;
    bool ended_ = false;
    bool broken_ = false;
    std::optional<Error> error_;
};

}  // namespace

GraphResult read_pajek(std::string_view text, const std::string& file, const Limits& limits,
                       NetworkBuilder& builder) {
    return PajekReader{text, file, limits, builder}.read();
}

}  // namespace lotse::io

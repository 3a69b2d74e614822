#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "pajek_line.hpp"
#include "text_file.hpp"
#include "text_graphs.hpp"

#include <algorithm>
#include <charconv>
#include <map>

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
        while (!ended_ && next_line() && !error_ && !broken_) {
            if (words().empty() || words().front().text.starts_with('%')) continue;
            words().front().text.starts_with('*') ? begin_section() : read_line();
            warn_left_over();
        }
        if (!error_ && !broken_) end_matrix();
        grouped_.report_to(builder_);
        if (error_) return *std::move(error_);
        if (!broken_ && !has_vertices_)
            fail(Text{"Die Datei enthält keinen Abschnitt *Vertices.",
                      "The file holds no section *Vertices."});
        if (broken_) return std::optional<GraphFile>{};
        return std::optional{std::move(graph_)};
    }

private:
    enum class Section { none, vertices, arcs, edges, arc_lists, edge_lists, matrix, skipped };

    void fail(Message words) {
        broken_ = true;
        report(Severity::error, "bad-pajek", std::move(words));
    }

    void warn_left_over() {
        if (line_.left_over == PajekLine::nothing || section_ == Section::skipped) return;
        report(Severity::warning, "left-over",
               message({"„{}“ in dieser Zeile ist nicht verständlich und wird nicht gelesen. "
                        "Erwartet werden Paare aus Name und Wert; Text mit Leerzeichen bitte in "
                        "Anführungszeichen setzen, Anführungszeichen darin als \\\" schreiben.",
                        "'{}' in this line is not understood and not read. Pairs of a name and a "
                        "value are expected; put text with blanks into quotes, and write quotes "
                        "inside of it as \\\"."},
                       {line_.text.substr(line_.left_over)}));
    }

    void report(Severity severity, std::string_view code, Message words) {
        builder_.report({severity, code, {file_, {}, row_, 0}, std::move(words)});
    }

    std::vector<PajekWord>& words() { return line_.words; }
    const std::string& word(std::size_t i) const { return line_.words[i].text; }

    bool next_line() {
        if (at_ >= text_.size()) return false;
        ++row_;
        const auto end = std::min(text_.find_first_of("\r\n", at_), text_.size());
        if (constexpr std::size_t longest_line = 1 << 20; end - at_ > longest_line) {
            error_ = {ErrorKind::limit,
                      message({"{}: Die Zeile ist länger als 1 MB. Bitte auf mehrere Zeilen "
                               "verteilen.",
                               "{}: the line is longer than 1 MB. Spread it over several lines."},
                              {where()})};
            return false;
        }
        line_ = split_pajek_line(unicode::trim(text_.substr(at_, end - at_)));
        at_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
        if (line_.is_open)
            fail(Text{"Ein Anführungszeichen wird in dieser Zeile nicht geschlossen.",
                      "A quote is not closed in this line."});
        const auto longest = static_cast<std::size_t>(limits_.field_kb) << 10U;
        for (const PajekWord& word : words())
            if (word.text.size() > longest)
                error_ = limit_error("field-kb", limits_.field_kb, where());
        return true;
    }

    std::string where() const { return file_ + ':' + std::to_string(row_); }

    static std::optional<double> number(const std::string& text) {
        double value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem == std::errc{} && end == text.data() + text.size()) return value;
        const auto typed = parse_number(text);
        if (const double* with_comma = std::get_if<double>(&typed)) return *with_comma;
        return std::nullopt;
    }
    static bool is_number(const std::string& text) { return number(text).has_value(); }

    static std::optional<std::int64_t> whole(std::string_view text) {
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value;
    }

    void begin_section() {
        end_matrix();
        if (broken_) return;
        const std::string name = unicode::match_key(word(0));
        const bool of_left_out = section_ == Section::skipped;  // a *Partition has *Vertices too
        if (has_vertices_ && (name == "network" || (name == "vertices" && !of_left_out)))
            return end_before_second();
        section_ = name == "arcs"        ? Section::arcs
                   : name == "edges"     ? Section::edges
                   : name == "arcslist"  ? Section::arc_lists
                   : name == "edgeslist" ? Section::edge_lists
                   : name == "matrix"    ? Section::matrix
                                         : Section::skipped;
        if (name == "network") {
            graph_.info.name.clear();
            for (std::size_t i = 1; i < words().size(); ++i)
                graph_.info.name += (i == 1 ? "" : " ") + word(i);
        } else if (name == "vertices") {
            if (!has_vertices_) begin_vertices();
        } else if (section_ == Section::skipped) {
            report(
                Severity::warning, "unknown-section",
                message({"Der Abschnitt „{}“ wird nicht gelesen.", "The section '{}' is not read."},
                        {word(0)}));
        } else if (!has_vertices_) {
            fail(Text{"Vor den Kanten fehlt der Abschnitt *Vertices.",
                      "The section *Vertices is missing before the edges."});
        } else {
            begin_relation();
        }
    }

    /// `*Arcs :2 "refers to"`, also without the name.
    void begin_relation() {
        relation_.clear();
        std::size_t i = 1;
        if (i < words().size() && word(i).starts_with(':')) relation_ = word(i++).substr(1);
        const std::string number = relation_;
        if (i < words().size() && i > 1) relation_ = word(i++);
        if (!number.empty()) relations_.insert_or_assign(number, relation_);
        if (i < words().size()) line_.leave_over(i);
        matrix_row_ = 0;
    }

    /// `2: 2 1 1`: the line belongs to the relation of that number, whatever section it stands in.
    void take_relation() {
        line_relation_ = relation_;
        const std::string& first = word(0);
        if (!first.ends_with(':') || !whole(std::string_view{first}.substr(0, first.size() - 1)))
            return;
        const auto number = first.substr(0, first.size() - 1);
        const auto known = relations_.find(number);
        line_relation_ = known == relations_.end() ? number : known->second;
        words().erase(words().begin());
    }

    void end_before_second() {
        ended_ = true;
        report(Severity::warning, "second-graph",
               Text{"Die Datei enthält mehr als einen Graphen; gelesen wird nur der erste.",
                    "The file holds more than one graph; only the first is read."});
    }

    void begin_vertices() {
        const auto count = words().size() > 1 ? whole(word(1)) : std::nullopt;
        if (!count || *count < 0)
            return fail(Text{"Nach *Vertices muss stehen, wie viele Knoten es gibt.",
                             "*Vertices must be followed by the number of nodes."});
        has_vertices_ = true;
        section_ = Section::vertices;
        graph_.place = {row_, 0};
        const std::int64_t first_mode = words().size() > 2 ? whole(word(2)).value_or(-1) : -1;
        const bool has_modes = first_mode >= 0 && first_mode <= *count;
        if (has_modes && first_mode < *count) first_mode_ = static_cast<std::size_t>(first_mode);
        if (const std::size_t end = has_modes ? 3 : 2; words().size() > end) line_.leave_over(end);
        for (std::int64_t i = 1; i <= *count && !error_; ++i) {
            graph_.nodes.push_back({std::to_string(i), {}, {}, {row_, 0}});
            if (has_modes)
                node_titles_.add(graph_.nodes.back().values, graph_.node_attributes, "mode",
                                 i <= first_mode ? "1" : "2");
            error_ = node_budget_.count_row([&] { return where(); });
        }
        is_described_.resize(graph_.nodes.size());
    }

    void read_line() {
        switch (section_) {
            case Section::none:
                fail(Text{"Hier beginnt keine Pajek-Datei: Erwartet wird *Vertices.",
                          "No Pajek file begins here: *Vertices is expected."});
                return;
            case Section::vertices: return read_vertex();
            case Section::arcs:
            case Section::edges: take_relation(); return read_edge();
            case Section::arc_lists:
            case Section::edge_lists:
                take_relation();
                for (std::size_t i = 1; i < words().size() && !error_; ++i)
                    add_edge(word(0), word(i), direction());
                return;
            case Section::matrix: return read_matrix_row();
            case Section::skipped: return;
        }
    }

    std::size_t matrix_rows() const { return first_mode_ > 0 ? first_mode_ : graph_.nodes.size(); }

    /// Rows lead to columns; of two modes there are edges from the first to the second, as igraph
    /// reads it.
    void read_matrix_row() {
        const std::size_t columns = graph_.nodes.size() - first_mode_;
        if (++matrix_row_ > matrix_rows() || words().size() != columns)
            return fail(message({"Die Matrix braucht {} Zeilen mit je {} Zahlen.",
                                 "The matrix needs {} lines of {} numbers each."},
                                {std::to_string(matrix_rows()), std::to_string(columns)}));
        line_relation_ = relation_;
        for (std::size_t i = 0; i < columns && !error_; ++i) {
            const auto entry = number(word(i));
            if (!entry)
                return fail(message(
                    {"„{}“ in der Matrix ist keine Zahl.", "'{}' in the matrix is no number."},
                    {word(i)}));
            if (*entry == 0) continue;
            add_edge(std::to_string(matrix_row_), std::to_string(first_mode_ + i + 1), direction());
            if (!error_) graph_.edges.back().values.push_back({0, word(i)});
        }
    }

    void end_matrix() {
        if (section_ == Section::matrix && matrix_row_ < matrix_rows())
            fail(message({"Der Matrix fehlen Zeilen: {} von {} stehen da.",
                          "Lines of the matrix are missing: {} of {} stand there."},
                         {std::to_string(matrix_row_), std::to_string(matrix_rows())}));
    }

    void read_vertex() {
        const auto id = whole(word(0));
        if (!id || *id < 1 || *id > static_cast<std::int64_t>(graph_.nodes.size()))
            return fail(message({"Der Knoten „{}“ liegt nicht zwischen 1 und der Anzahl nach "
                                 "*Vertices.",
                                 "The node '{}' is not between 1 and the number after *Vertices."},
                                {word(0)}));
        const auto index = static_cast<std::size_t>(*id - 1);
        GraphNode& node = graph_.nodes[index];
        if (is_described_[index])
            return fail(message({"Der Knoten „{}“ steht zweimal.", "The node '{}' stands twice."},
                                {word(0)}));
        is_described_[index] = true;
        node.place = {row_, 0};
        if (words().size() < 2) return;
        node.values.push_back({0, word(1)});
        std::size_t i = 2;
        while (i < words().size() && i < 5 && is_number(word(i))) ++i;  // x, y, z
        if (i == 3) return line_.leave_over(2);                         // one number is no place
        if (i == 2 && goes_on_without_quotes()) return line_.leave_over(2);
        i = read_shape(node, i);
        read_pairs(i, Actor::table, node.values, graph_.node_attributes, node_titles_);
    }

    /// `1 Verein im Norden`: what follows a name without quotes may belong to it.
    bool goes_on_without_quotes() const {
        const PajekWord& name = line_.words[1];
        return line_.words.size() > 2 && line_.text[name.at] != '"' && !line_.words[2].is_times &&
               !is_pajek_shape(word(2)) && !is_name_of_pair(word(2), Actor::table);
    }

    /// A word in the place of a shape, behind the coordinates or before how it is drawn.
    std::size_t read_shape(GraphNode& node, std::size_t i) {
        if (i >= words().size() || words()[i].is_times) return i;
        if (is_pajek_shape(word(i))) return i + 1;
        const bool stands_there =
            i > 2 || (i + 1 < words().size() && is_pajek_drawing_of_vertex(word(i + 1)));
        if (!stands_there || !is_odd_from(i) || is_name_of_pair(word(i), Actor::table) ||
            is_number(word(i)))
            return i;
        add_pair("shape", word(i), node.values, graph_.node_attributes, node_titles_);
        return i + 1;
    }

    void read_edge() {
        if (words().size() < 2)
            return fail(Text{"Eine Kante braucht zwei Knoten.", "An edge needs two nodes."});
        add_edge(word(0), word(1), direction());
        if (error_) return;
        auto& values = graph_.edges.back().values;
        std::size_t i = 2;
        const bool has_weight =
            i < words().size() && !words()[i].is_times &&
            (is_number(word(i)) || (is_odd_from(i) && !is_name_of_pair(word(i), Tie::table)));
        if (has_weight) values.push_back({0, word(i++)});
        read_pairs(i, Tie::table, values, graph_.edge_attributes, edge_titles_);
    }

    /// Are words left without a partner if pairs begin here?
    bool is_odd_from(std::size_t i) const {
        bool is_odd = false;
        for (; i < line_.words.size(); ++i) is_odd ^= !line_.words[i].is_times;
        return is_odd;
    }

    static bool is_drawing(std::string_view word, std::string_view table) {
        return table == Actor::table ? is_pajek_drawing_of_vertex(word)
                                     : is_pajek_drawing_of_line(word);
    }
    static bool is_name_of_pair(std::string_view word, std::string_view table) {
        return is_drawing(word, table) || (word == "l" && table == Tie::table) ||
               !column_key(table, word).empty();
    }

    /// Names and values, and times, to the end of the line.
    void read_pairs(std::size_t i, std::string_view table, std::vector<GraphValue>& values,
                    std::vector<GraphAttribute>& attributes, TitledAttributes& titles) {
        while (i < words().size() && !error_) {
            if (words()[i].is_times) {
                add_pair("times", word(i++), values, attributes, titles);
                continue;
            }
            const std::string& name = word(i);
            const bool is_pair = i + 1 < words().size() && !name.empty() && !is_number(name);
            if (!is_pair) return line_.leave_over(i);
            if (!is_drawing(name, table)) {
                const bool is_label = table == Tie::table && name == "l";
                add_pair(is_label ? std::string{graph_titles::label} : name, word(i + 1), values,
                         attributes, titles);
            }
            i += 2;
        }
    }

    void add_pair(const std::string& title, const std::string& value,
                  std::vector<GraphValue>& values, std::vector<GraphAttribute>& attributes,
                  TitledAttributes& titles) {
        if (!titles.add(values, attributes, title, value))
            warn_second_value(grouped_, {row_, 0}, title);
        if (attributes.size() > static_cast<std::size_t>(limits_.columns))
            error_ = limit_error("columns", limits_.columns, where());
    }

    GraphDirection direction() const {
        const bool is_square = section_ == Section::matrix && first_mode_ == 0;
        return section_ == Section::arcs || section_ == Section::arc_lists || is_square
                   ? GraphDirection::directed
                   : GraphDirection::undirected;
    }

    void add_edge(const std::string& from, const std::string& to, GraphDirection direction) {
        if (auto error = edge_budget_.count_row([&] { return where(); })) {
            error_ = std::move(error);
            return;
        }
        graph_.edges.push_back({from, to, direction, {}, {row_, 0}});
        if (!line_relation_.empty()) graph_.edges.back().values.push_back({1, line_relation_});
    }

    std::string_view text_;
    const std::string& file_;
    const Limits& limits_;
    NetworkBuilder& builder_;
    RowBudget node_budget_{"actors", limits_};
    RowBudget edge_budget_{"ties", limits_};
    GroupedIssues grouped_{file_};
    GraphFile graph_;
    TitledAttributes node_titles_;
    TitledAttributes edge_titles_;
    std::vector<bool> is_described_;  ///< by node: it has its line
    std::size_t at_ = 0;
    int row_ = 0;
    PajekLine line_;
    Section section_ = Section::none;
    std::string relation_;                          ///< of the section
    std::string line_relation_;                     ///< of the line
    std::map<std::string, std::string> relations_;  ///< names by numbers
    std::size_t first_mode_ = 0;  ///< how many nodes are of the first of two modes; 0: of one
    std::size_t matrix_row_ = 0;  ///< that was read last
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

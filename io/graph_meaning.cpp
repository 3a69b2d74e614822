#include "graph_meaning.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "graph_columns.hpp"
#include "graph_row.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

constexpr std::array<std::string_view, 6> look_titles{"r", "g", "b", "x", "y", "size"};

Role role_of(const std::string& title, std::string_view table, bool looks) {
    const bool of_nodes = table == Actor::table;
    const std::string key = unicode::match_key(title);
    const std::string_view column = column_key(table, title);
    if (looks && std::ranges::find(look_titles, title) != look_titles.end()) return Role::look;
    // Gephi's GraphML
    if (key == "label" || (!of_nodes && key == "edge label")) return Role::label;
    if (title == graph_titles::start) return Role::start;
    if (title == graph_titles::end) return Role::end;
    if (!of_nodes && title == graph_titles::mutual) return Role::mutual;
    // igraph keeps the ids of edges, networkx its own keys
    if (!of_nodes && (title == "id" || title == "networkx_key")) return Role::number;
    if (of_nodes && title == sector_from_title) return Role::implied;
    if (column == "name") return Role::name;
    if (column == "kind") return Role::kind;
    if (of_nodes && column == "key") return Role::key;
    const bool usable = !column.empty() && column != "from" && column != "to";
    return usable ? Role::column : Role::foreign;
}

/// Gephi's tables begin the words for edges with a capital letter, other forms do not.
std::string common_title(std::string title, const std::vector<GraphAttribute>& attributes,
                         std::string_view table) {
    const std::string key = unicode::match_key(title);
    const bool is_edge_word =
        table == Tie::table && (key == graph_titles::label || key == graph_titles::weight);
    const bool stands_there =
        std::ranges::find(attributes, key, &GraphAttribute::title) != attributes.end();
    return is_edge_word && !stands_there ? key : title;
}

std::string column_of(const Meaning& meaning, std::string_view table) {
    const std::string_view column = column_key(table, meaning.title);
    switch (meaning.role) {
        case Role::name: return "name";
        case Role::kind: return "kind";
        case Role::label: return table == Actor::table ? "name" : "label";
        case Role::column: return std::string{column};
        default: break;
    }
    return column.empty() ? heading_of_title(meaning.title, table) : kept_heading(meaning.title);
}

}  // namespace

std::vector<Meaning> meanings_of(const std::vector<GraphAttribute>& attributes,
                                 std::string_view table) {
    const auto has = [&](std::string_view title) {
        return std::ranges::find(attributes, title, &GraphAttribute::title) != attributes.end();
    };
    // Colour, place and size as Gephi and lotse write them: all six or it means something.
    const bool looks = table == Actor::table && std::ranges::all_of(look_titles, has);
    std::vector<Meaning> out;
    for (const GraphAttribute& attribute : attributes) {
        Meaning& meaning = out.emplace_back();
        meaning.title =
            common_title(clean_label(attribute.title).value_or(attribute.title), attributes, table);
        meaning.role = role_of(meaning.title, table, looks);
        meaning.column = column_of(meaning, table);
        const bool of_lotse = meaning.role == Role::name || meaning.role == Role::kind ||
                              meaning.role == Role::column;
        meaning.is_synonym = of_lotse && is_synonym(table, meaning.title);
        meaning.is_heading =
            of_lotse && !meaning.is_synonym && meaning.title != column_key(table, meaning.title);
    }
    return out;
}

Meaning kept(const std::string& title) {
    return {Role::foreign, kept_heading(title), title};
}

}  // namespace lotse::io

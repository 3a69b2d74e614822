/// The columns of actors and ties as attributes of graph files.
#ifndef LOTSE_IO_GRAPH_COLUMNS_HPP
#define LOTSE_IO_GRAPH_COLUMNS_HPP

#include "network_table.hpp"

#include <map>

namespace lotse::io {

/// Heading of a foreign column that must not be taken for a column of lotse or for what graph files
/// say themselves: `extra_<title>`.
std::string kept_heading(std::string_view title);

/// Title under which a foreign column of a table stands in a graph file: its heading, or
/// `extra_<heading>` where that would be taken for something else.
std::string title_of_heading(std::string_view heading, std::string_view table);
/// The reverse.
std::string heading_of_title(std::string_view title, std::string_view table);

/// Says where the sector comes from: `kind` where it is not recorded but follows from the kind.
inline constexpr std::string_view sector_from_title = "sector_from";
inline constexpr std::string_view sector_from_kind = "kind";

/// One attribute: an ASCII id for the file, the column key or title_of_heading as its title.
struct GraphColumn {
    std::string id;
    std::string title;
    ColumnType type = ColumnType::text;
    std::string_view type_name = "string";  ///< as GEXF and GraphML call it, also of foreign ones
};

/// Columns of actors (without key and name, which every format has a place for; with the sector
/// that the kind implies) or of ties (without from and to).
struct GraphColumns {
    std::vector<GraphColumn> list;
    std::map<std::string, std::size_t, std::less<>> by_key;
    std::optional<std::size_t> sector_from;  ///< no column of the network, so by no key
};
GraphColumns actor_columns(const Network& network, const ExportOptions& options);
GraphColumns tie_columns(const Network& network, const ExportOptions& options);

/// Calls visit(column, text) for each recorded cell; the text lives until visit returns.
using AttributeVisitor = FunctionRef<void(const GraphColumn&, std::string_view)>;
void for_each_attribute(const GraphColumns& columns, const Network& network, ActorId id,
                        const ExportOptions& options, AttributeVisitor visit);
void for_each_attribute(const GraphColumns& columns, const Tie& tie, const ExportOptions& options,
                        AttributeVisitor visit);

}  // namespace lotse::io

#endif

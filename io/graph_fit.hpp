/// What attributes of other programs hold although a column of lotse is called like them.
#ifndef LOTSE_IO_GRAPH_FIT_HPP
#define LOTSE_IO_GRAPH_FIT_HPP

#include "graph_meaning.hpp"
#include "graph_row.hpp"

#include <set>

namespace lotse::io {

/// An attribute called like a column for areas that holds square kilometres or counts is none: it
/// becomes a foreign one, with a warning. So does a declared number unless most of its values are
/// keys of four digits or more that exist, and so do texts that are numbers and mostly no keys.
void leave_measures(const GraphFile& graph, std::vector<Meaning>& meanings, GroupedIssues& issues);

/// "NA", "-", "unbekannt" where an area, a code or another row is named: not recorded, with a
/// warning. Else an area or code of that name would be implied.
bool leaves_open(const Meaning& meaning, std::string_view text, XmlPlace place,
                 GroupedIssues& issues);

/// False, with a warning: the text cannot stand in the column that the attribute is called like.
bool fits_attribute(std::string_view table, const Meaning& meaning, std::string_view text,
                    XmlPlace place, GroupedIssues& issues);

/// Since and until are kept under `extra_`, with a warning, if the end lies before the start.
void keep_reversed_dates(GraphRows& rows, XmlPlace place, GroupedIssues& issues);

/// Names that just one node bears, as match_key: a mention may say them in place of the key.
std::set<std::string> names_of_nodes(const GraphFile& graph, const std::vector<Meaning>& meanings);

/// The value of an attribute is kept, not used.
void warn_of_misfit(const std::string& title, XmlPlace place, GroupedIssues& issues);

}  // namespace lotse::io

#endif

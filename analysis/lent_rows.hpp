/// Rows that a network is lent for a view: areas and codes that can be chosen although it has none.
#ifndef LOTSE_ANALYSIS_LENT_ROWS_HPP
#define LOTSE_ANALYSIS_LENT_ROWS_HPP

#include <lotse/analysis/view.hpp>

#include <string_view>

namespace lotse::analysis {

/// Adds a row for the area of `owner`, and for those above it, where the table areas has none. The
/// figures of official areas stay those of the view's network, and of another one no counts of
/// persons come along; no row is dated, since that would move the date the network speaks of. Their
/// keys go into View::lent_areas.
void lend_area(const Network& owner, AreaId area, NetworkTables& tables, View& view);

/// --area, --topic, --target or --legal names something that the network has not.
bool lacks_choice(const Network& network, const ViewOptions& options);

/// Adds of that: municipalities and regions of Germany, and what `other`, if there is one, has.
void lend_chosen(const Network& network, const Network* other, const ViewOptions& options,
                 NetworkTables& tables, View& view);

}  // namespace lotse::analysis

#endif

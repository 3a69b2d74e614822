/// Which areas form the rows of an area table.
#ifndef LOTSE_ANALYSIS_COVERAGE_ROWS_HPP
#define LOTSE_ANALYSIS_COVERAGE_ROWS_HPP

#include <lotse/analysis/view.hpp>

#include <set>

namespace lotse::analysis {

/// With areas chosen: those of the level inside them, recorded or not. Without: those of the level
/// that hold an area the network mentions. An empty level means Kreise, and for an own Kreis its
/// municipalities and what else lies in it, and besides each wider area with a finding, or an offer
/// that has not ended, of which no part can be such a row, such as a state of which the network
/// mentions no Kreis; an own Kreis without an official area above it can lie in any. A network
/// without any Kreis has the areas it mentions. An area without anything of the level inside stands
/// for itself. A kreisfreie Stadt counts as a municipality, too. Berlin and Hamburg are a row
/// though a part of them is only mentioned, and give way to districts of their own; an area without
/// a recorded level gives way to Kreise and municipalities in it. No row lies inside another.
/// Without level, rows stay though --without takes away what is there, or only the other state of a
/// comparison has them (View::lost_areas). Canonical order. Errors: usage (unknown level).
Result<std::vector<AreaId>> area_rows(const View& view, std::string_view level);

/// Areas that the rows of the network name, without those that are there for the view only.
std::set<AreaId> named_areas(const View& view);

/// Why there is no row, and what to do.
Message no_rows_words(const View& view);

/// Says which of the chosen areas lie in another chosen one.
void note_nested_areas(const View& view, std::vector<Message>& notes);

/// The topics asked for, else the official ones and those that offers or findings name, also the
/// offers that --without takes away, in the order of the code list.
std::vector<Choice> topic_columns(const View& view);

}  // namespace lotse::analysis

#endif

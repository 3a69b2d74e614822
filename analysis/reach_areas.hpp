/// Among whom the places of `reach` are shared.
#ifndef LOTSE_ANALYSIS_REACH_AREAS_HPP
#define LOTSE_ANALYSIS_REACH_AREAS_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

/// The areas whose people share the places, whichever of them are shown: the rows without --area.
/// Where one of those holds a shown area of a finer level, the areas of that level inside it. The
/// shown ones are among them. Canonical order. Errors: as area_rows.
Result<std::vector<AreaId>> sharing_areas(const View& view, std::string_view level,
                                          const std::vector<AreaId>& shown);

}  // namespace lotse::analysis

#endif

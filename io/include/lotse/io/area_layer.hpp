/// What a map or a table of indicators shows of areas: figures that the caller computed, and where
/// the areas lie.
#ifndef LOTSE_IO_AREA_LAYER_HPP
#define LOTSE_IO_AREA_LAYER_HPP

#include <lotse/base/document.hpp>
#include <lotse/model/boundaries.hpp>

namespace lotse::io {

/// The first column of `figures` is called `area` and holds the key; the column `withheld`, if
/// there is one, names the columns whose numbers are kept back in that row.
struct AreaLayer {
    Table figures;
    Boundaries boundaries;  ///< may hold more areas than `figures`
};

}  // namespace lotse::io

#endif

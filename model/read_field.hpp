/// One cell into one field: an overload for each type that a column can have. Internal to the
/// NetworkBuilder.
#ifndef LOTSE_MODEL_READ_FIELD_HPP
#define LOTSE_MODEL_READ_FIELD_HPP

#include <lotse/model/actor.hpp>
#include <lotse/model/area.hpp>
#include <lotse/model/governance.hpp>
#include <lotse/model/offer.hpp>
#include <lotse/model/tie.hpp>

#include "cell_parser.hpp"

namespace lotse {

/// not_recorded: the cell holds a word or sign for an empty one, such as "k. A." or "-".
enum class Outcome { read, not_recorded, failed };

/// What cannot be read is reported, and the field is then undefined.
Outcome read_field(std::string& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::vector<std::string>& field, const Cell& cell, const CellContext& context);
Outcome read_field(Ref<Actor>& field, const Cell& cell, const CellContext& context);
Outcome read_field(Ref<Area>& field, const Cell& cell, const CellContext& context);
Outcome read_field(Ref<Venue>& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::vector<Ref<Actor>>& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::vector<Ref<Area>>& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::vector<Ref<Venue>>& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::optional<std::int64_t>& field, const Cell& cell,
                   const CellContext& context);
Outcome read_field(std::optional<double>& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::optional<PartialDate>& field, const Cell& cell, const CellContext& context);
Outcome read_field(ThreeValued& field, const Cell& cell, const CellContext& context);
Outcome read_field(TieKind& field, const Cell& cell, const CellContext& context);
Outcome read_field(CoverageState& field, const Cell& cell, const CellContext& context);
Outcome read_field(std::optional<Sector>& field, const Cell& cell, const CellContext& context);

/// The key of the row itself: of any table, and of an area.
Outcome read_key(std::string& field, const Cell& cell, const CellContext& context);
Outcome read_area_key(std::string& field, const Cell& cell, const CellContext& context);

}  // namespace lotse

#endif

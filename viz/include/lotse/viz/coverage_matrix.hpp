/// Coverage matrix: areas and topics as a table of signs, readable in black and white.
#ifndef LOTSE_VIZ_COVERAGE_MATRIX_HPP
#define LOTSE_VIZ_COVERAGE_MATRIX_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>
#include <lotse/viz/picture.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lotse::viz {

struct CoverageCell {
    enum class Reach { on_site, online_only };
    CoverageState state = CoverageState::unknown;
    Reach reach = Reach::on_site;  ///< online_only: nothing else makes the state
    std::size_t offers = 0;        ///< printed where there are any
};

struct CoverageRow {
    std::string area;
    std::string group;                               ///< target group and legal circle, or empty
    std::vector<std::optional<CoverageCell>> cells;  ///< one a column; nullopt: not asked for
};

struct CoverageTable {
    std::vector<std::string> columns;  ///< topics
    std::vector<CoverageRow> rows;
    std::size_t offers = 0;                                       ///< different ones, in all cells
    enum class Asks { offers, taking_part } asks = Asks::offers;  ///< taking part in a programme
    std::vector<std::string> notes;                               ///< printed at the foot
};

/// The table with a sign, a colour and the number of offers in each cell, sums of the states by
/// row and column, and a legend. `network` gives name, date and sources. Long tables are set in
/// several columns of rows side by side; what does not fit at 7 pt goes on a larger sheet.
/// Errors: limit (does not fit A0 either), usage (font_scale out of range).
Result<Drawing> coverage_matrix(const Network& network, const CoverageTable& table,
                                const PictureOptions& options);

}  // namespace lotse::viz

#endif

/// What the script of the report's page knows: the network and the results it answers from.
#ifndef LOTSE_DRIVER_REPORT_DATA_HPP
#define LOTSE_DRIVER_REPORT_DATA_HPP

#include "report_page.hpp"

#include <lotse/analysis/view.hpp>
#include <lotse/viz/drawing.hpp>

namespace lotse::driver {

/// `shown` is the network of the page, `view` what the results speak of. Actors are meant by their
/// position in the table `actors`. No mailbox, note or count of persons is part of it.
std::vector<Table> report_data(const Network& shown, const analysis::View& view,
                               std::span<const ReportResult> results, const viz::Drawing& map);

}  // namespace lotse::driver

#endif

/// What the analyses found, as the page of the workshop folder.
#ifndef LOTSE_DRIVER_REPORT_PAGE_HPP
#define LOTSE_DRIVER_REPORT_PAGE_HPP

#include "load.hpp"

#include <lotse/analysis/analysis.hpp>

#include <span>

namespace lotse::driver {

struct ReportResult {
    const analysis::Entry* entry;
    std::string file;     ///< name without ending; several results may come from one analysis
    std::string heading;  ///< tells several results of one analysis apart; empty: the only one
    Document document;
};

std::string report_page(const Network& network, std::span<const ReportResult> results,
                        const std::string& map_svg, Language language);

}  // namespace lotse::driver

#endif

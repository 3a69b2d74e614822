/// What the analyses found, as the page of the workshop folder.
#ifndef LOTSE_DRIVER_REPORT_PAGE_HPP
#define LOTSE_DRIVER_REPORT_PAGE_HPP

#include "load.hpp"

#include <lotse/analysis/analysis.hpp>
#include <lotse/analysis/view.hpp>

#include <span>

namespace lotse::driver {

struct ReportResult {
    analysis::Info info;
    std::string file;  ///< name without ending; several results may come from one analysis
    Message heading;   ///< tells several results of one analysis apart; empty: the only one
    Document document;
};

/// The map in one language, and what the network is called in it.
struct ReportMap {
    Language language;
    std::string title;
    std::string svg;
};

/// The page in the languages of the maps, the first of them shown; `network` is what it shows of
/// `view`, `data` as from report_data.
std::string report_page(const Network& network, const analysis::View& view,
                        std::span<const ReportResult> results, std::span<const ReportMap> maps,
                        std::span<const Table> data);

}  // namespace lotse::driver

#endif

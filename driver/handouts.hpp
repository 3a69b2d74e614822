/// Handouts of a report: factsheets, cards and open questions as PDF.
#ifndef LOTSE_DRIVER_HANDOUTS_HPP
#define LOTSE_DRIVER_HANDOUTS_HPP

#include "draw.hpp"

#include <lotse/viz/handouts.hpp>

#include <vector>

namespace lotse::driver {

/// A sheet of every partner and body and of every area that the network's own table names.
/// Errors: as analysis::Factsheet.
Result<std::vector<viz::HandoutSheet>> handout_sheets(const ViewRequest& request);

/// What is not recorded and whom to ask, by name, gathered from the analyses coverage, contacts,
/// cascade and commitment. Errors: theirs.
Result<std::vector<viz::HandoutQuestions>> open_questions(const ViewRequest& request);

/// A PDF of the report.
struct Handout {
    Text file;  ///< its name
    std::vector<viz::Drawing> pages;
};

/// steckbriefe.pdf, akteurskarten.pdf (a card of every partner and body) and offene-fragen.pdf;
/// those without content are left out. Errors: as above.
Result<std::vector<Handout>> handout_pages(const ViewRequest& request);

}  // namespace lotse::driver

#endif

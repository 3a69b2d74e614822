/// The coverage cells as a matrix of areas and topics, readable in black and white.
#ifndef LOTSE_DRIVER_COVERAGE_MATRIX_HPP
#define LOTSE_DRIVER_COVERAGE_MATRIX_HPP

#include <lotse/base/document.hpp>

#include <string>

namespace lotse::driver {

/// HTML of the matrix with its legend, from the table `cells` of a coverage result. Each state has
/// a sign besides its colour; each group of persons that was asked for has rows of its own.
std::string coverage_matrix_html(const Document& coverage, Language language);

}  // namespace lotse::driver

#endif

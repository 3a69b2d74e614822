// SPDX-License-Identifier: MIT
/// What happens to Graphviz's output before it is handed on: checked, and made reproducible.
#ifndef LOTSE_RENDER_PUBLISH_HPP
#define LOTSE_RENDER_PUBLISH_HPP

#include "sheet.hpp"

#include <string>
#include <vector>

namespace lotse_render {

/// Graphviz's SVG, read element by element and written anew. Only known elements and attributes
/// pass (anything else is a Failure); comments and the document type are dropped; titles and texts
/// are those of the sheet, so that they read back exactly.
std::string publish_svg(const Sheet& sheet, const std::string& svg);

/// The PDF with its creation date set to SOURCE_DATE_EPOCH, else to 1970-01-01: the same drawing
/// gives the same bytes. Says on stderr when it is not set in Noto Sans.
std::string publish_pdf(const Sheet& sheet, std::string pdf);

/// One PDF with the pages of all, in order. The same pages give the same bytes (QPDF).
std::string join_pdf(const std::vector<std::string>& pages);

}  // namespace lotse_render

#endif

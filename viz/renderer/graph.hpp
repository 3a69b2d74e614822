// SPDX-License-Identifier: MIT
/// Graphviz: turns a Sheet into a picture. The only part of the program that calls cgraph and gvc.
#ifndef LOTSE_RENDER_GRAPH_HPP
#define LOTSE_RENDER_GRAPH_HPP

#include "sheet.hpp"

#include <string>

namespace lotse_render {

enum class Format { svg, pdf, png, dot };

/// Draws a window of the sheet as Graphviz writes it. Every place is taken from the sheet (engine
/// nop2); nothing is moved. Errors of Graphviz are Failures.
std::string draw(const Sheet& sheet, const Window& window, Format format, int dots_per_inch);

}  // namespace lotse_render

#endif

/// The page's style sheet, viz/page/page.css, as part of the program.
#ifndef LOTSE_VIZ_PAGE_STYLE_HPP
#define LOTSE_VIZ_PAGE_STYLE_HPP

#include <string_view>

namespace lotse::viz {

std::string_view page_style();

}  // namespace lotse::viz

#endif

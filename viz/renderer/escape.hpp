// SPDX-License-Identifier: MIT
/// The one way in which foreign text reaches markup (HTML-like labels, SVG).
#ifndef LOTSE_RENDER_ESCAPE_HPP
#define LOTSE_RENDER_ESCAPE_HPP

#include <string>
#include <string_view>

namespace lotse_render {

/// The text with & < > " ' written as entities. The text has no control characters (read_sheet).
inline std::string escape(std::string_view text) {
    std::string result;
    for (const char c : text) switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += c;
        }
    return result;
}

}  // namespace lotse_render

#endif

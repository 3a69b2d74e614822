#include <lotse/base/html.hpp>
#include <lotse/base/unicode.hpp>

namespace lotse::html {

std::string escape(std::string_view utf8) {
    std::string out;
    const std::string text = unicode::visible(utf8);
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace lotse::html

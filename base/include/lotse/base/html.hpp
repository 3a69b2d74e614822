/// Text into HTML and XML: the one escape function.
#ifndef LOTSE_BASE_HTML_HPP
#define LOTSE_BASE_HTML_HPP

#include <string>
#include <string_view>

namespace lotse::html {

/// `& < > " '` as character references; control and bidirectional characters made visible. Fit for
/// element text and for quoted attributes.
std::string escape(std::string_view utf8);

}  // namespace lotse::html

#endif

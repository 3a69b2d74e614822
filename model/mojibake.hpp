/// Text of UTF-8 that a program once took for Windows-1252. Internal to the NetworkBuilder.
#ifndef LOTSE_MODEL_MOJIBAKE_HPP
#define LOTSE_MODEL_MOJIBAKE_HPP

#include <string_view>

namespace lotse {

/// It holds a pair of signs that nobody types: "Ã¤" for ä, "â€“" for a dash, "Â§" for §.
bool holds_mojibake(std::string_view utf8);

}  // namespace lotse

#endif

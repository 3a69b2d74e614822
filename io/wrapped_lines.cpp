#include "wrapped_lines.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>

namespace lotse::io {

int wrapped_lines(std::string_view text, double width) {
    const auto most = static_cast<std::size_t>(std::max(1.0, width));
    int lines = 1;
    std::size_t filled = 0;  // characters of the last line
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n");
        const std::size_t word = unicode::length(text.substr(0, end));
        if (filled > 0 && filled + word > most) {
            ++lines;
            filled = 0;
        }
        filled += word;
        if (filled > most) {  // a long word breaks anywhere
            lines += static_cast<int>((filled - 1) / most);
            filled = (filled - 1) % most + 1;
        }
        if (end == text.npos) break;
        if (text[end] == '\n') {
            ++lines;
            filled = 0;
        } else {
            ++filled;
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

}  // namespace lotse::io

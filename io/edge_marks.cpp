#include "edge_marks.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// Soft hyphen, direction marks, blanks and joiners without width, and a lost byte order mark.
constexpr std::array<std::string_view, 9> marks{"\u00AD", "\u061C", "\u200B", "\u200C", "\u200D",
                                                "\u200E", "\u200F", "\u2060", "\uFEFF"};

}  // namespace

std::string_view without_edge_marks(std::string_view text) {
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    std::string_view rest = unicode::trim(text);
    if (rest.empty()) {
        const auto stands_there = [&](std::string_view mark) {
            return text.find(mark) != text.npos;
        };
        return std::ranges::any_of(marks, stands_there) ? rest : text;
    }
    if (is_plain(rest.front()) && is_plain(rest.back())) return text;
    std::string_view out = text;
    const auto take_one = [&](std::string_view mark) {
        if (rest.starts_with(mark))
            rest.remove_prefix(mark.size());
        else if (rest.ends_with(mark))
            rest.remove_suffix(mark.size());
        else
            return false;
        return true;
    };
    while (std::ranges::any_of(marks, take_one)) out = rest = unicode::trim(rest);
    return out;
}

Issue MarkedCells::note() const {
    return {Severity::note, "invisible-mark", first,
            message({"Unsichtbare Zeichen am Rand von Zellen wurden entfernt (Zellen: {}; dies ist "
                     "die erste). Sie kommen beim Kopieren aus Webseiten mit.",
                     "Invisible characters at the ends of cells were removed (cells: {}; this is "
                     "the first). They come along when text is copied from web pages."},
                    {std::to_string(count)})};
}

}  // namespace lotse::io

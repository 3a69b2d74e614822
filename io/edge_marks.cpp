#include "edge_marks.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// Soft hyphen, direction marks, blanks and joiners without width, and a lost byte order mark.
constexpr std::array<std::string_view, 9> marks{"\u00AD", "\u061C", "\u200B", "\u200C", "\u200D",
                                                "\u200E", "\u200F", "\u2060", "\uFEFF"};
constexpr std::array<std::string_view, 23> blanks{
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085", "\u00A0",
    "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"};

}  // namespace

std::string_view without_edge_marks(std::string_view text) {
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    std::string_view rest = unicode::trim(text);
    const auto stands_there = [&](std::string_view mark) { return text.find(mark) != text.npos; };
    if (rest.empty()) return std::ranges::any_of(marks, stands_there) ? rest : text;
    if (is_plain(rest.front()) && is_plain(rest.back())) return text;
    // One by one from both ends: to trim after each mark would be quadratic in their number.
    const auto take_one = [&](std::string_view sign) {
        if (rest.starts_with(sign))
            rest.remove_prefix(sign.size());
        else if (rest.ends_with(sign))
            rest.remove_suffix(sign.size());
        else
            return false;
        return true;
    };
    bool is_marked = false;
    for (bool goes_on = true; goes_on;) {
        const bool takes_mark = std::ranges::any_of(marks, take_one);
        is_marked = is_marked || takes_mark;
        goes_on = takes_mark || std::ranges::any_of(blanks, take_one);
    }
    return is_marked ? rest : text;
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

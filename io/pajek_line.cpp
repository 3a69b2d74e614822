#include "pajek_line.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

bool ends_word(std::string_view text, std::size_t at) {
    return at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\t';
}

/// Length of a quoted text: to the quote that ends a word and has no backslash before it, as
/// igraph writes those inside; else to the first quote. npos: there is none.
std::size_t quoted_length(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"' && ends_word(text, i))
            return i;
    }
    return text.find('"');
}

/// Without the backslashes that igraph puts before quotes and backslashes.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escapes =
            text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
        out += escapes ? text[++i] : text[i];
    }
    return out;
}

/// Length of "[1-3, 5-*]"; 0: no such times stand here.
std::size_t times_length(std::string_view text) {
    const auto end = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    return end != std::string_view::npos && ends_word(text, end) ? end + 1 : 0;
}

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

PajekLine split_pajek_line(std::string_view line) {
    PajekLine out;
    out.text = line;
    // Numbers of nodes and a label without quotes hold no times, and quotes are part of it.
    constexpr std::size_t bare = 2;
    for (std::string_view rest = unicode::trim(line); !rest.empty(); rest = unicode::trim(rest)) {
        const auto at = static_cast<std::size_t>(rest.data() - line.data());
        if (rest.front() == '"') {
            rest.remove_prefix(1);
            const auto length = quoted_length(rest);
            out.is_open = length == std::string_view::npos;
            if (out.is_open) return out;
            out.words.push_back({unescaped(rest.substr(0, length)), false, at});
            const bool is_glued = !ends_word(rest, length);
            rest.remove_prefix(length + 1);
            if (!is_glued) continue;
            out.left_over = static_cast<std::size_t>(rest.data() - line.data());
            return out;
        }
        const auto times = out.words.size() < bare ? 0 : times_length(rest);
        const auto length = times > 0 ? times : std::min(rest.find_first_of(" \t"), rest.size());
        const auto word = rest.substr(0, length);
        if (out.words.size() >= bare && std::ranges::count(word, '"') % 2 != 0) {
            out.left_over = at;
            return out;
        }
        out.words.push_back({std::string{word}, times > 0, at});
        rest.remove_prefix(length);
    }
    return out;
}

bool is_pajek_drawing_of_vertex(std::string_view word) {
    constexpr std::array<std::string_view, 14> words{"x_fact", "y_fact", "phi", "r",   "q",
                                                     "ic",     "bc",     "bw",  "lc",  "la",
                                                     "lr",     "lphi",   "fos", "font"};
    return holds(words, word);
}

bool is_pajek_drawing_of_line(std::string_view word) {
    constexpr std::array<std::string_view, 19> words{"w",  "c",    "p",  "s",  "a",   "ap",   "lp",
                                                     "lr", "lphi", "lc", "la", "fos", "font", "h1",
                                                     "h2", "a1",   "k1", "a2", "k2"};
    return holds(words, word);
}

bool is_pajek_shape(std::string_view word) {
    constexpr std::array<std::string_view, 9> words{
        "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"};
    return holds(words, word);
}

}  // namespace lotse::io

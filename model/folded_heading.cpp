#include "folded_heading.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>

#include "gender_signs.hpp"

#include <array>

namespace lotse::privacy {
std::string folded(std::string_view text) {
    struct Fold {
        std::string_view umlaut;
        std::string_view plain;
    };
    std::string out;
    const std::string key = unicode::match_key(unicode::as_typed(text));
    for (std::size_t i = 0; i < key.size(); ++i) {
        constexpr std::array folds{Fold{"ä", "ae"}, Fold{"ö", "oe"}, Fold{"ü", "ue"}};
        const auto fold =
            std::ranges::find(folds, std::string_view{key}.substr(i, 2), &Fold::umlaut);
        if (fold == folds.end()) {
            out += key[i];
        } else {
            out += fold->plain;
            ++i;
        }
    }
    return out;
}

namespace {

/// "Teil-\nnehmende": divided by hand at the end of a line.
std::string with_joined_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto next = text[i] == '-' ? text.find_first_not_of(" \r\n", i + 1) : i;
        const bool divides = next != text.npos && next > i + 1 && ascii::is_lower(text[next]) &&
                             text.substr(i, next - i).find('\n') != text.npos;
        if (divides)
            i = next - 1;
        else
            out += text[i];
    }
    return out;
}

}  // namespace

Heading::Heading(std::string_view text) {
    const std::string key = folded(without_gender_signs(with_joined_lines(text)));
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        words_.push_back(key.substr(at, end - at));
        bounds_.push_back(joined_.size());
        joined_ += words_.back();
        at = end + 1;
    }
    bounds_.push_back(joined_.size());
}

bool Heading::fits(std::string_view pattern) const {
    if (pattern.starts_with('=') && pattern.ends_with('*'))
        return joined_.starts_with(pattern.substr(1, pattern.size() - 2)) &&
               !tears_word(0, pattern.size() - 2);
    if (pattern.starts_with('=')) return joined_ == pattern.substr(1);
    const bool open_start = pattern.starts_with('*');
    const bool open_end = pattern.ends_with('*');
    pattern.remove_prefix(open_start ? 1 : 0);
    pattern.remove_suffix(open_end ? 1 : 0);
    for (auto at = joined_.find(pattern); at != std::string::npos;
         at = joined_.find(pattern, at + 1))
        if ((open_start || is_bound(at)) && (open_end || is_bound(at + pattern.size())) &&
            !tears_word(at, at + pattern.size()))
            return true;
    return false;
}

bool Heading::tears_word(std::size_t from, std::size_t to) const {
    constexpr std::size_t fewest = 3;
    const auto first = std::ranges::upper_bound(bounds_, from);
    const auto behind = std::ranges::lower_bound(bounds_, to);
    if (first >= behind) return false;  // within one word
    return (!is_bound(from) && *first - from < fewest) ||
           (!is_bound(to) && to - *(behind - 1) < fewest);
}

}  // namespace lotse::privacy

/// "Did you mean ...": the candidate closest to what somebody typed.
#ifndef LOTSE_MODEL_SIMILAR_HPP
#define LOTSE_MODEL_SIMILAR_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace lotse {

/// Optimal string alignment distance (insert, delete, substitute, swap neighbours) of the folded
/// bytes, counted up to `limit`; limit + 1: farther. O(|left| |right|).
std::size_t typing_distance(std::string_view left, std::string_view right, std::size_t limit);

/// Position of the closest candidate within a third of the text's length (at least 1, at most 3
/// slips); ties go to the first.
template <class Range, class Projection>
std::optional<std::size_t> most_similar(std::string_view text, const Range& candidates,
                                        Projection&& name_of) {
    const std::size_t limit = text.size() < 6 ? 1 : text.size() < 9 ? 2 : 3;
    std::optional<std::size_t> best;
    std::size_t best_distance = limit + 1;
    std::size_t position = 0;
    for (const auto& candidate : candidates) {
        const std::size_t distance = typing_distance(text, name_of(candidate), limit);
        if (distance < best_distance) {
            best_distance = distance;
            best = position;
        }
        ++position;
    }
    return best;
}

}  // namespace lotse

#endif

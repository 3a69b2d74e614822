/// What a concentric network card shows: who stands in which ring, and its words.
#ifndef LOTSE_VIZ_RING_CONTENT_HPP
#define LOTSE_VIZ_RING_CONTENT_HPP

#include "map_content.hpp"
#include "ring_shape.hpp"

#include <lotse/viz/rings.hpp>

namespace lotse::viz {

/// The style of lines that do not end in the middle.
inline constexpr const char* between_style = "between";

/// What the card shows besides the content of a partner map.
struct RingContent {
    MapContent map;
    std::size_t centre = 0;
    std::vector<Ring> rings;
    std::vector<std::size_t> shown;   ///< actors on the card, without the centre
    std::vector<std::size_t> slices;  ///< groups with an actor on the card, in their order
    std::array<std::size_t, ring_count> members{};
    std::vector<std::size_t> centre_ties, other_ties;  ///< positions in map.ties
    std::size_t hidden_ties = 0;                       ///< of the others
};

/// With all words around the card.
RingContent ring_content(const Network& network, ActorId centre, const PictureOptions& options);

}  // namespace lotse::viz

#endif

/// A set of numbers in one stretch of memory, for loops that ask it millions of times.
///
/// Open addressing with linear probing; what is taken out is closed up again, so that no marks of
/// it slow later questions: Knuth (1998), The Art of Computer Programming 3, section 6.4,
/// algorithms L and R. std::unordered_set takes five times as long here, most of it for allocating.
#ifndef LOTSE_GRAPH_KEY_SET_PRIVATE_HPP
#define LOTSE_GRAPH_KEY_SET_PRIVATE_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace lotse::graph {

/// Keys are below 2^64 - 1. Expected O(1) for each call.
class KeySet {
public:
    /// Room for `most` keys at a time.
    explicit KeySet(std::size_t most)
        : slots_(std::bit_ceil(2 * most + 2), empty),
          shift_{64 - std::countr_zero(slots_.size())} {}

    bool contains(std::uint64_t key) const { return slots_[place_of(key)] == key; }

    /// Nothing if it is there already. Precondition: there is room.
    void insert(std::uint64_t key) { slots_[place_of(key)] = key; }

    /// Precondition: it is there.
    void erase(std::uint64_t key) {
        std::size_t hole = place_of(key);
        for (std::size_t at = next(hole); slots_[at] != empty; at = next(at)) {
            // A key may move up to the hole if it wanted to lie there or before.
            const std::size_t wanted = first_choice(slots_[at]);
            if (((at - wanted) & last()) < ((at - hole) & last())) continue;
            slots_[hole] = slots_[at];
            hole = at;
        }
        slots_[hole] = empty;
    }

private:
    static constexpr std::uint64_t empty = std::numeric_limits<std::uint64_t>::max();

    std::size_t last() const { return slots_.size() - 1; }
    std::size_t next(std::size_t at) const { return (at + 1) & last(); }

    /// Fibonacci hashing: the high bits of a product with 2^64 over the golden ratio.
    std::size_t first_choice(std::uint64_t key) const {
        return (key * 0x9e3779b97f4a7c15U) >> shift_;
    }

    /// Where it lies, or would.
    std::size_t place_of(std::uint64_t key) const {
        std::size_t at = first_choice(key);
        while (slots_[at] != empty && slots_[at] != key) at = next(at);
        return at;
    }

    std::vector<std::uint64_t> slots_;
    int shift_;
};

}  // namespace lotse::graph

#endif

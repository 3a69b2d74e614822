/// Random numbers that are the same on every machine, for resamples, random graphs and synthetic
/// networks.
#ifndef LOTSE_BASE_RANDOM_HPP
#define LOTSE_BASE_RANDOM_HPP

#include <cstddef>
#include <cstdint>
#include <random>

namespace lotse {

/// Draws from std::mt19937_64, which the standard fixes bit by bit; the distributions of the
/// standard library differ from one library to the next and are not used.
class Random {
public:
    static constexpr std::uint64_t default_seed = 20191128;

    /// The same seed gives the same draws on every machine.
    explicit Random(std::uint64_t seed = default_seed) : engine_{seed} {}

    /// 0 .. n-1, each equally likely. Precondition: n > 0.
    std::size_t below(std::size_t n) {
        const std::uint64_t bound = n;
        const std::uint64_t unfair = (0 - bound) % bound;  // 2^64 mod n: drawn again
        std::uint64_t draw = engine_();
        while (draw < unfair) draw = engine_();
        return static_cast<std::size_t>(draw % bound);
    }

    /// 0 or more and less than 1, in steps of 2^-53, each equally likely.
    double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

    /// True with the given probability (0..1).
    bool chance(double probability) { return unit() < probability; }

private:
    std::mt19937_64 engine_;
};

}  // namespace lotse

#endif

/// Small networks made of bytes: every table, every column, any combination.
#ifndef LOTSE_TESTS_FUZZ_SAMPLE_HPP
#define LOTSE_TESTS_FUZZ_SAMPLE_HPP

#include <lotse/model/network.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lotse::fuzz {

/// Bytes taken one by one as choices; when they are used up, every choice is the first one.
class Choices {
public:
    explicit Choices(std::string_view bytes) : bytes_{bytes} {}

    std::size_t below(std::size_t n);
    bool one_in(std::size_t n) { return below(n) == n - 1; }
    template <class Range>
    const auto& any_of(const Range& range) {
        return range[below(range.size())];
    }
    /// Pieces that formats trip over: signs of formulas, markup, quotes, digits, umlauts.
    std::string text();

private:
    std::string_view bytes_;
};

/// 0 to 9 actors and what goes with them; mentions are mostly of rows that are there.
NetworkTables sample_tables(Choices& choices);

}  // namespace lotse::fuzz

#endif

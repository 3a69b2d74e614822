/// Two states of a network, compared with all rows.
#ifndef LOTSE_TESTS_ANALYSIS_COMPARED_HPP
#define LOTSE_TESTS_ANALYSIS_COMPARED_HPP

#include <lotse/analysis/compare.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

namespace lotse::analysis {

struct Compared {
    View before;
    View after;
    Compare::Findings found;
};

inline Compared compared(const TestTables& before, const TestTables& after,
                         const ViewOptions& look = {}) {
    const auto one = before.network();
    const auto other = after.network();
    const auto old_view = make_view(one, look, other.get());
    const auto new_view = make_view(other, look, one.get());
    REQUIRE(old_view);
    REQUIRE(new_view);
    const auto found = Compare::run(*old_view, *new_view, {Flag::on});
    REQUIRE(found);
    return {*old_view, *new_view, *found};
}

}  // namespace lotse::analysis

#endif

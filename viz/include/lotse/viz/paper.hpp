/// Sheets of paper (ISO 216), landscape, in points.
#ifndef LOTSE_VIZ_PAPER_HPP
#define LOTSE_VIZ_PAPER_HPP

#include <lotse/base/enumerators.hpp>

#include <array>

namespace lotse::viz {

enum class Paper { a4, a3, a2, a1, a0 };

constexpr auto enumerators(Paper) {
    using enum Paper;
    return std::array{Enumerator{a4, "a4", {"A4", "A4"}}, Enumerator{a3, "a3", {"A3", "A3"}},
                      Enumerator{a2, "a2", {"A2", "A2"}}, Enumerator{a1, "a1", {"A1", "A1"}},
                      Enumerator{a0, "a0", {"A0", "A0"}}};
}

struct PaperSize {
    double width_pt;
    double height_pt;
};

/// Landscape, rounded to whole points as PDF readers know them.
constexpr PaperSize size_of(Paper paper) {
    switch (paper) {
        case Paper::a4: return {842, 595};
        case Paper::a3: return {1191, 842};
        case Paper::a2: return {1684, 1191};
        case Paper::a1: return {2384, 1684};
        case Paper::a0: break;
    }
    return {3370, 2384};
}

}  // namespace lotse::viz

#endif

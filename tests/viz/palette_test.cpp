#include <lotse/viz/palette.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace lotse;
using namespace lotse::viz;

TEST_CASE("contrast follows WCAG 2.1") {
    CHECK(contrast(white, Colour{0, 0, 0}) == Approx(21));
    CHECK(contrast(white, white) == Approx(1));
    CHECK(contrast(white, Colour{0x76, 0x76, 0x76}) == Approx(4.54).margin(0.005));  // known value
}

TEST_CASE("all text has a contrast of at least 4.5") {
    std::vector<std::optional<Sector>> sectors{std::nullopt};
    for (const auto& sector : all_enumerators<Sector>) sectors.push_back(sector.value);
    for (const Scheme scheme : {Scheme::colour, Scheme::grey})
        for (const auto& sector : sectors) {
            const Swatch colours = swatch(sector, scheme);
            CHECK(contrast(colours.ink, colours.full) >= 4.5);
            CHECK(contrast(text_colour, colours.tint) >= 4.5);
            CHECK(contrast(colours.strong, colours.wash) >= 4.5);
            CHECK(contrast(colours.strong, white) >= 4.5);
        }
    CHECK(contrast(faint_text_colour, white) >= 4.5);
}

TEST_CASE("lines are visible on every wedge: contrast of at least 3") {
    for (const auto& tie_class : all_enumerators<TieClass>)
        for (const Scheme scheme : {Scheme::colour, Scheme::grey})
            for (const auto& sector : all_enumerators<Sector>)
                CHECK(contrast(line_style(tie_class.value, scheme).colour,
                               swatch(sector.value, scheme).wash) >= 3);
}

TEST_CASE("classes of ties differ without colour") {
    std::set<std::tuple<Dash, Arrow, double>> looks;
    for (const auto& tie_class : all_enumerators<TieClass>) {
        const LineStyle style = line_style(tie_class.value, Scheme::grey);
        looks.emplace(style.dash, style.arrow, style.arrow == Arrow::none ? style.width_pt : 0);
    }
    CHECK(looks.size() == all_enumerators<TieClass>.size());
}

TEST_CASE("a cooperation is drawn by its level") {
    Tie tie;
    CHECK(tie_class(tie) == TieClass::exchange);
    tie.level = 3;
    CHECK(tie_class(tie) == TieClass::joint_activity);
    tie.level = 4;
    CHECK(tie_class(tie) == TieClass::agreement);
    tie.kind = TieKind::same_as;
    CHECK_FALSE(tie_class(tie));
}

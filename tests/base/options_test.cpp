#include <lotse/base/options.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <optional>

using namespace lotse;

namespace {

enum class Way { foot, bus };
constexpr auto enumerators(Way) {
    return std::array{Enumerator{Way::foot, "foot", Text{"zu Fuß", "on foot"}},
                      Enumerator{Way::bus, "bus", Text{"Bus", "bus"}}};
}

struct Options {
    int steps = 2;
    std::optional<double> share;
    Way way = Way::bus;
    static constexpr auto fields() {
        return std::tuple{field("steps", &Options::steps, {"Schritte", "steps"}),
                          field("share", &Options::share, {"Anteil", "share"}),
                          field("way", &Options::way, {"Weg", "way"})};
    }
};

}  // namespace

TEST_CASE("option values are read whole, or the message says what is wanted") {
    const auto good =
        parse_options<Options>({{"steps", {"7"}}, {"share", {"0.25"}}, {"way", {"foot"}}});
    REQUIRE(good);
    CHECK(good->steps == 7);
    CHECK(good->share == 0.25);
    CHECK(good->way == Way::foot);

    const auto [key, value, wanted] = GENERATE(table<std::string, std::string, std::string>({
        {"steps", "1e3", "eine ganze Zahl (höchstens 2147483647)"},
        {"steps", "2147483648", "eine ganze Zahl (höchstens 2147483647)"},
        {"steps", "", "eine ganze Zahl (höchstens 2147483647)"},
        {"share", "0,5", "eine Zahl mit Punkt vor den Dezimalstellen (0.5)"},
        {"share", "nan", "eine Zahl mit Punkt vor den Dezimalstellen (0.5)"},
        {"share", "inf", "eine Zahl mit Punkt vor den Dezimalstellen (0.5)"},
        {"way", "plane", "foot, bus"},
    }));
    const auto bad = parse_options<Options>({{key, {value}}});
    REQUIRE_FALSE(bad);
    CHECK(bad.error().kind == ErrorKind::usage);
    CHECK(bad.error().message.de ==
          "--" + key + ": „" + value + "“ passt nicht. Gebraucht wird: " + wanted + ".");
}

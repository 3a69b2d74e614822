#include <lotse/viz/palette.hpp>

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr double least_contrast = 4.5;

constexpr Colour full_colour(std::optional<Sector> sector) {
    if (!sector) return {0x00, 0x00, 0x00};
    switch (*sector) {
        case Sector::work: return {0x00, 0x72, 0xB2};
        case Sector::health: return {0x88, 0x22, 0x55};
        case Sector::municipality: return {0xD5, 0x5E, 0x00};
        case Sector::social: return {0xCC, 0x79, 0xA7};
        case Sector::sport: return {0xE6, 0x9F, 0x00};
        case Sector::education: return {0x56, 0xB4, 0xE9};
        case Sector::insurance: return {0x00, 0x9E, 0x73};
        case Sector::science: return {0xF0, 0xE4, 0x42};
        case Sector::politics: return {0x55, 0x55, 0x55};
        case Sector::umbrella: return {0x7A, 0x6A, 0x00};
    }
    return {0x00, 0x00, 0x00};
}

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share_of_a) {
    return static_cast<std::uint8_t>(std::lround(share_of_a * a + (1 - share_of_a) * b));
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

}  // namespace

Colour mixed(Colour a, Colour b, double share_of_a) {
    return {mix(a.red, b.red, share_of_a), mix(a.green, b.green, share_of_a),
            mix(a.blue, b.blue, share_of_a)};
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Swatch swatch(std::optional<Sector> sector, Scheme scheme) {
    constexpr Colour black{0, 0, 0};
    if (scheme == Scheme::grey) {
        constexpr Colour dark{0x33, 0x33, 0x33}, light{0xF2, 0xF2, 0xF2};
        return {dark, white, white, light, dark};
    }
    const Colour full = full_colour(sector);
    Swatch result{full, contrast(white, full) >= least_contrast ? white : black,
                  mixed(full, white, sector ? 0.2 : 0.1), mixed(full, white, 0.06), full};
    for (double share = 1; contrast(result.strong, result.wash) < least_contrast; share -= 0.05)
        result.strong = mixed(full, black, share);
    return result;
}

std::optional<TieClass> tie_class(const Tie& tie) {
    switch (tie.kind) {
        case TieKind::cooperates:
            if (!tie.level || *tie.level < 3) return TieClass::exchange;
            return *tie.level == 3 ? TieClass::joint_activity : TieClass::agreement;
        case TieKind::party_to: return TieClass::agreement;
        case TieKind::refers_to: return TieClass::referral;
        case TieKind::funds: return TieClass::funding;
        case TieKind::provides:
        case TieKind::coordinates:
        case TieKind::accompanies:
        case TieKind::trains:
        case TieKind::advises:
        case TieKind::evaluates: return TieClass::support;
        case TieKind::member_of:
        case TieKind::leads:
        case TieKind::hosts_office:
        case TieKind::participates_in:
        case TieKind::part_of:
        case TieKind::represents: return TieClass::membership;
        case TieKind::informs: return TieClass::exchange;
        case TieKind::successor_of:
        case TieKind::same_as: break;
    }
    return std::nullopt;
}

LineStyle line_style(TieClass tie_class, Scheme scheme) {
    const std::string name{enumerator(tie_class).key};
    const auto colour = [&](Colour in_colour, Colour in_grey) {
        return scheme == Scheme::grey ? in_grey : in_colour;
    };
    constexpr Colour black{0x11, 0x11, 0x11};
    switch (tie_class) {
        case TieClass::agreement: return {name, black, 2.4, Dash::solid, Arrow::none, 0.6};
        case TieClass::joint_activity:
            return {name, colour({0x44, 0x44, 0x44}, black), 1.4, Dash::solid, Arrow::none, 0.6};
        case TieClass::referral:
            return {name, colour({0x00, 0x72, 0xB2}, black), 0.9, Dash::solid, Arrow::filled, 0.7};
        case TieClass::funding:
            return {name, colour({0xC0, 0x4A, 0x00}, black), 1.3, Dash::dotted, Arrow::open, 0.7};
        case TieClass::support:
            return {name, colour({0x00, 0x7A, 0x59}, black), 0.9, Dash::solid, Arrow::vee, 0.7};
        case TieClass::membership:
            return {name,       colour({0x77, 0x77, 0x77}, {0x66, 0x66, 0x66}),
                    0.8,        Dash::solid,
                    Arrow::dot, 0.5};
        case TieClass::exchange: break;
    }
    return {name, colour({0x66, 0x66, 0x66}, {0x44, 0x44, 0x44}), 1.0, Dash::dashed, Arrow::none,
            0.6};
}

}  // namespace lotse::viz

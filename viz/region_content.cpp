#include "region_content.hpp"

#include "outline.hpp"
#include "state_sign.hpp"

#include <lotse/base/number.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lotse::viz {
namespace {

constexpr std::size_t most_classes = 5;
constexpr std::size_t most_levels = 8;  // of areas around each other: parents may form a circle

/// Of equal steps in lightness, so that they differ in print without colour too; dark text on the
/// darkest has a contrast of more than 4.5.
constexpr std::array<Colour, most_classes> blue_steps{
    Colour{0xE8, 0xF1, 0xF8}, Colour{0xC4, 0xDD, 0xEE}, Colour{0x9C, 0xC6, 0xE2},
    Colour{0x70, 0xAE, 0xD6}, Colour{0x45, 0x94, 0xC6}};
constexpr std::array<Colour, most_classes> grey_steps{
    Colour{0xF2, 0xF2, 0xF2}, Colour{0xDC, 0xDC, 0xDC}, Colour{0xC4, 0xC4, 0xC4},
    Colour{0xAA, 0xAA, 0xAA}, Colour{0x8E, 0x8E, 0x8E}};

/// The levels at which the place of an area says where an actor sits.
bool is_local(const Area& area) {
    const std::string_view level = area.level.empty() ? level_of_key(area.key) : area.level;
    return level == "district" || level == "municipality" || level == "quarter";
}

/// Recorded, or the middle of the boundary that the map shows of it.
std::optional<Position> place_of(const Area& area, const Region& region) {
    if (area.lat && area.lon) return Position{*area.lon, *area.lat};
    const auto shown = std::ranges::find(region.areas, area.key, &RegionArea::key);
    if (shown == region.areas.end()) return std::nullopt;
    const auto inside = places_inside(outline_of(shown->boundary, [](const Position& p) {
        return Point{p.lon, p.lat};
    }));
    if (inside.empty()) return std::nullopt;
    return Position{inside.front().x, inside.front().y};
}

/// Of a municipality without a place that of its district: few record where municipalities lie.
std::optional<PlacedActor> placed(const Network& network, const Region& region, std::size_t index) {
    const Actor& actor = network.actors()[index];
    if (actor.lat && actor.lon)
        return PlacedActor{index, PlacedActor::Place::recorded, {*actor.lon, *actor.lat}};
    if (actor.area.empty()) return std::nullopt;
    std::optional<AreaId> id = *actor.area;
    for (std::size_t steps = 0; id && is_local(network[*id]) && steps < most_levels; ++steps) {
        if (const auto place = place_of(network[*id], region))
            return PlacedActor{index, PlacedActor::Place::area_only, *place};
        id = network.parent_of(*id);
    }
    return std::nullopt;
}

class ContentBuilder {
public:
    ContentBuilder(const Network& network, const Region& region, const PictureOptions& options)
        : network_{network}, region_{region}, options_{options} {}

    std::optional<RegionContent> build() {
        if (!find_bounds()) return std::nullopt;
        content_.map = map_content(network_, options_);
        content_.map.ties.clear();
        content_.map.classes.clear();
        for (std::size_t i = 0; i < content_.map.actors.size(); ++i) {
            if (content_.map.actors[i].absent) continue;
            const auto place = placed(network_, region_, i);
            if (place && content_.bounds.contains(place->position))
                content_.placed.push_back(*place);
            else
                content_.unplaced.push_back(i);
        }
        add_looks();
        add_wording();
        return std::move(content_);
    }

private:
    std::string say(Text text) const { return std::string{text.in(options_.language)}; }

    bool find_bounds() {
        constexpr double far = std::numeric_limits<double>::max();
        GeoBounds& b = content_.bounds;
        b = {{far, far}, {-far, -far}};
        const auto add = [&](const Position& p) {
            b.least = {std::min(b.least.lon, p.lon), std::min(b.least.lat, p.lat)};
            b.most = {std::max(b.most.lon, p.lon), std::max(b.most.lat, p.lat)};
        };
        bool points_only = true;
        for (const RegionArea& area : region_.areas) {
            for (const Polygon& polygon : area.boundary.polygons) {
                points_only = false;
                for (const Position& p : polygon.outer) add(p);
            }
            if (area.boundary.polygons.empty() && area.place) add(*area.place);
        }
        if (b.least.lon > b.most.lon) return false;
        // Around places there is more to see than between them.
        const double share = points_only ? 0.12 : 0.02;
        const double lat = std::max(0.02, share * (b.most.lat - b.least.lat));
        const double lon = std::max(0.03, share * (b.most.lon - b.least.lon));
        b = {{b.least.lon - lon, b.least.lat - lat}, {b.most.lon + lon, b.most.lat + lat}};
        return true;
    }

    void add_looks() {
        std::vector<double> numbers;
        for (const RegionArea& area : region_.areas)
            if (area.figure.number) numbers.push_back(*area.figure.number);
        content_.numbers = quantile_classes(std::move(numbers), most_classes);
        if (region_.shows == Region::Shows::states) {
            for (const auto& state : all_enumerators<CoverageState>)
                content_.classes.push_back(
                    {look_of(state.value), say(state_meaning(state.value)), 0});
        } else if (region_.shows == Region::Shows::numbers) {
            for (std::size_t i = 0; i < content_.numbers.size(); ++i)
                content_.classes.push_back({look_of_class(i), text_of(content_.numbers[i]), 0});
        }
        for (const RegionArea& area : region_.areas) {
            content_.looks.push_back(look_of(area.figure));
            content_.values.push_back(value_text(area.figure));
            count(content_.looks.back());
        }
    }

    void count(const AreaLook& look) {
        if (region_.shows == Region::Shows::areas) return;
        auto found = std::ranges::find(content_.classes, look, &AreaClass::look);
        if (found == content_.classes.end()) {
            const bool withheld = look.hatch == AreaLook::Hatch::narrow;
            content_.classes.push_back({look,
                                        withheld ? say({"zurückgehalten: kleine Zahl von Personen",
                                                        "withheld: small number of persons"})
                                                 : say({"nicht erfasst", "not recorded"}),
                                        0});
            found = content_.classes.end() - 1;
        }
        ++found->areas;
    }

    AreaLook look_of_class(std::size_t index) const {
        const auto& steps = options_.scheme == Scheme::grey ? grey_steps : blue_steps;
        const std::size_t classes = content_.numbers.size();
        const std::size_t step =
            classes < 2 ? 2 : index * (most_classes - 1) / (classes - 1);  // as far apart as can be
        return {steps[step], AreaLook::Hatch::none, std::nullopt};
    }

    AreaLook look_of(CoverageState state) const {
        return {state_fill(state, options_.scheme),
                state == CoverageState::unknown ? AreaLook::Hatch::wide : AreaLook::Hatch::none,
                state};
    }

    AreaLook look_of(const AreaFigure& figure) const {
        switch (region_.shows) {
            case Region::Shows::states:
                return look_of(figure.state.value_or(CoverageState::unknown));
            case Region::Shows::numbers:
                if (figure.number) return look_of_class(class_of(content_.numbers, *figure.number));
                return {white, figure.withheld ? AreaLook::Hatch::narrow : AreaLook::Hatch::wide,
                        std::nullopt};
            case Region::Shows::areas: break;
        }
        const bool grey = options_.scheme == Scheme::grey;
        return {grey ? Colour{0xEC, 0xEC, 0xEC} : Colour{0xF4, 0xF1, 0xE8}, AreaLook::Hatch::none,
                std::nullopt};
    }

    std::string number_text(double number) const {
        return rounded_text(number, region_.digits, options_.language);
    }

    std::string text_of(const NumberClass& numbers) const {
        const std::string low = number_text(numbers.low), high = number_text(numbers.high);
        return low == high ? low : low + " – " + high;
    }

    std::string value_text(const AreaFigure& figure) const {
        if (figure.number) return number_text(*figure.number);
        if (figure.withheld) return withheld_text(*figure.withheld);
        if (figure.state) return say(enumerator(*figure.state).label);
        return {};
    }

    void add_wording() {
        const Language language = options_.language;
        std::vector<std::string> counts = actor_counts(content_.map, language);
        counts.insert(counts.begin(), counted(region_.areas.size(), {"Gebiet", "area"},
                                              {"Gebiete", "areas"}, language));
        FrameTexts texts =
            frame_texts(network_, options_, {"Regionalkarte", "Regional map"}, counts);
        if (!region_.indicator.empty()) texts.subtitle += " · " + region_.indicator;
        texts.description =
            message({"Gebiete in ihren Grenzen und die Akteure an ihrem Ort. {}",
                     "Areas in their boundaries and the actors where they sit. {}"},
                    {(texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle})
                .in(language);
        texts.notes.push_back(
            region_.places == Region::Places::real
                ? say({"Flächentreue Azimutalprojektion nach Lambert.",
                       "Lambert azimuthal equal-area projection."})
                : say({"Die Gebiete stehen in der Reihenfolge ihrer Namen, nicht wo sie liegen.",
                       "The areas stand in the order of their names, not where they lie."}));
        std::vector<std::size_t> drawn;
        for (const PlacedActor& placed : content_.placed) drawn.push_back(placed.actor);
        explain_frames(content_.map, drawn, language, texts.notes);
        if (!content_.map.absent_note.empty()) texts.notes.push_back(content_.map.absent_note);
        std::size_t circles = 0, nowhere = 0;
        std::vector<std::string> attributions;
        const auto attribute = [&](const Boundary& boundary) {
            if (!boundary.attribution.empty() &&
                std::ranges::find(attributions, boundary.attribution) == attributions.end())
                attributions.push_back(boundary.attribution);
        };
        for (const RegionArea& area : region_.areas) {
            attribute(area.boundary);
            if (!area.boundary.polygons.empty()) continue;
            ++(area.place ? circles : nowhere);
        }
        for (const Boundary& boundary : region_.surroundings) attribute(boundary);
        const auto note = [&](std::size_t number, Text one, Text many) {
            if (number > 0) texts.notes.push_back(counted(number, one, many, language) + ".");
        };
        note(circles,
             {"Gebiet ohne Grenze ist als Scheibe gezeichnet (eigene Grenzen: --boundaries)",
              "area without boundary is a circle (own boundaries: --boundaries)"},
             {"Gebiete ohne Grenzen sind als Scheiben gezeichnet (eigene Grenzen: --boundaries)",
              "areas without boundaries are circles (own boundaries: --boundaries)"});
        note(nowhere,
             {"Gebiet ohne Grenze und Lage fehlt auf der Karte",
              "area without boundary and place is not on the map"},
             {"Gebiete ohne Grenze und Lage fehlen auf der Karte",
              "areas without boundary and place are not on the map"});
        for (const std::string& attribution : attributions)
            texts.source += say({" · Grenzen: ", " · Boundaries: "}) + attribution;
        if (!region_.figures_credit.empty())
            texts.source += say({" · Zahlen: ", " · Figures: "}) + region_.figures_credit;
        content_.map.texts = std::move(texts);
    }

    const Network& network_;
    const Region& region_;
    const PictureOptions& options_;
    RegionContent content_;
};

}  // namespace

Rectangle projected(const GeoBounds& bounds, const EqualAreaProjection& projection) {
    constexpr int steps = 8;
    const auto& [least, most] = bounds;
    const Point corner = projection(least);
    Rectangle out{corner.x, corner.y, corner.x, corner.y};
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const Point p = projection({least.lon + (most.lon - least.lon) * i / steps,
                                        least.lat + (most.lat - least.lat) * j / steps});
            out = {std::min(out.left, p.x), std::min(out.top, p.y), std::max(out.right, p.x),
                   std::max(out.bottom, p.y)};
        }
    return out;
}

std::optional<RegionContent> region_content(const Network& network, const Region& region,
                                            const PictureOptions& options) {
    return ContentBuilder{network, region, options}.build();
}

}  // namespace lotse::viz

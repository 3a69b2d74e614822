#include "region_legend.hpp"

#include "hatching.hpp"
#include "state_sign.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

std::vector<Point> corners(const Rectangle& r) {
    return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
}

/// Prints downwards.
class Column {
public:
    Column(Frame& frame, double left, double width, double font)
        : frame_{frame}, left_{left}, width_{width}, font_{font}, y_{frame.area().top} {}

    double y() const { return y_; }
    void skip() { y_ += 0.9 * font_; }

    void heading(const std::string& text) {
        for (const std::string& line : wrap(text, font_, width_, Weight::bold))
            print(0, line, Weight::bold);
    }

    /// Text beside a sample, which gets the middle of its place.
    template <class Draw>
    void entry(const std::string& text, Weight weight, Draw&& sample) {
        sample(Point{left_ + 1.1 * font_, y_ + 0.72 * font_});
        for (const std::string& line : wrap(text, font_, width_ - 2.9 * font_, weight))
            print(2.9 * font_, line, weight);
    }

    void faint(const std::string& text) {
        for (const std::string& line : wrap(text, font_, width_ - 2.9 * font_))
            print(2.9 * font_, line, Weight::regular, faint_text_colour);
    }

private:
    void print(double indent, const std::string& line, Weight weight, Colour colour = text_colour) {
        y_ += font_;
        frame_.print("legend", {left_ + indent, y_}, line, font_, weight, colour);
        y_ += 0.42 * font_;
    }

    Frame& frame_;
    double left_;
    double width_;
    double font_;
    double y_;
};

std::string with_count(const std::string& text, std::size_t count) {
    return text + " (" + std::to_string(count) + ")";
}

/// Tags with their meaning; a line ends between two of them only.
std::string tags_of(const MapGroup& group) {
    std::string all;
    for (const std::string& tag : group.tags) {
        if (!all.empty()) all += "\u00A0· ";
        for (const char c : tag) c == ' ' ? all += "\u00A0" : all += c;
    }
    return all;
}

}  // namespace

void add_dot(Drawing& drawing, Point at, double radius, PlacedActor::Place place) {
    const double r = 1.25 * radius;
    std::vector<Point> diamond{at + Point{0, -r}, at + Point{r, 0}, at + Point{0, r},
                               at + Point{-r, 0}};
    const bool exact = place == PlacedActor::Place::recorded;
    drawing.shapes.push_back({std::move(diamond), exact ? text_colour : white,
                              exact ? white : text_colour, exact ? 0.7 : 1.1});
}

void add_filled(Drawing& drawing, const std::vector<std::vector<Point>>& rings,
                const AreaLook& look, Colour line, double line_pt) {
    drawing.shapes.push_back({rings.front(), look.fill, line, line_pt});
    for (std::size_t hole = 1; hole < rings.size(); ++hole)
        drawing.shapes.push_back({rings[hole], white, line, line_pt});
    if (look.hatch == AreaLook::Hatch::none) return;
    const bool narrow = look.hatch == AreaLook::Hatch::narrow;
    const Hatching hatching =
        narrow ? Hatching{2.6, 0.8, {0xA0, 0xA0, 0xA0}} : Hatching{5, 0.5, {0xBE, 0xBE, 0xBE}};
    for (Shape& stroke : hatch(rings, hatching)) drawing.shapes.push_back(std::move(stroke));
}

void add_outlines(Drawing& drawing, const std::vector<Outline>& outlines,
                  const std::vector<AreaLook>& looks, Colour line, double line_pt) {
    struct Part {
        const PagePolygon* polygon;
        std::size_t area;
        double size;
    };
    std::vector<Part> parts;
    for (std::size_t i = 0; i < outlines.size(); ++i)
        for (const PagePolygon& polygon : outlines[i])
            parts.push_back({&polygon, i, area_of(polygon.outer)});
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::size);
    for (const Part& part : parts)
        add_filled(drawing, part.polygon->rings(), looks[part.area], line, line_pt);
}

double round_length_km(double most_km) {
    double best = 0.1;
    for (double power = 0.1; power < 1000; power *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (step * power <= most_km) best = step * power;
    return best;
}

void add_scale_bar(Frame& frame, const Rectangle& place, double km, double points_per_metre) {
    const double font = frame.font(7.6), length = km * 1000 * points_per_metre;
    const double y = place.bottom - 0.4 * font, left = place.left + 2;
    const auto bar = [&](double from, double to, Colour fill) {
        const Rectangle half{left + from, y - 0.35 * font, left + to, y};
        frame.drawing().shapes.push_back({corners(half), fill, text_colour, 0.5});
    };
    bar(0, length / 2, text_colour);
    bar(length / 2, length, white);
    const bool short_bar = km < 1;
    frame.print(
        "scale", {left, y - 0.75 * font},
        std::to_string(std::lround(short_bar ? 1000 * km : km)) + (short_bar ? " m" : " km"), font);
}

bool add_region_legend(Frame& frame, const RegionContent& content, const Region& region) {
    const double font = frame.font(8);
    const double width = std::min(0.3 * frame.inner_width(), 27 * font);
    Rectangle& area = frame.area();
    Column column{frame, area.right - width, width, font};
    if (!content.classes.empty()) {
        column.heading(region.indicator);
        for (const AreaClass& each : content.classes)
            column.entry(with_count(each.name, each.areas), Weight::regular, [&](Point at) {
                const Rectangle field = Rectangle::around(at, 2.2 * font, 1.15 * font);
                add_filled(frame.drawing(), {corners(field)}, each.look, {0x88, 0x88, 0x88}, 0.5);
                if (each.look.sign) add_state_sign(frame, *each.look.sign, at, 0.8 * font);
            });
        column.skip();
    }
    const auto placed = [&](PlacedActor::Place place) {
        return static_cast<std::size_t>(
            std::ranges::count(content.placed, place, &PlacedActor::place));
    };
    column.heading(frame.say({"Akteure", "Actors"}));
    using enum PlacedActor::Place;
    for (const auto& [place, text] :
         {std::pair{recorded, Text{"Ort erfasst", "place recorded"}},
          std::pair{area_only,
                    Text{"nur das Gebiet erfasst: Raute in seiner Mitte oder der seines Kreises",
                         "only the area recorded: diamond in its middle or that of its "
                         "district"}}})
        if (const std::size_t count = placed(place); count > 0)
            column.entry(
                with_count(frame.say(text), count), Weight::regular,
                [&, kind = place](Point at) { add_dot(frame.drawing(), at, 0.35 * font, kind); });
    column.skip();
    for (const MapGroup& group : content.map.groups) {
        if (group.actors == 0) continue;
        column.entry(with_count(group.name, group.actors), Weight::bold, [&](Point at) {
            const Rectangle swatch = Rectangle::around(at, 1.2 * font, 0.95 * font);
            frame.drawing().shapes.push_back(
                {corners(swatch), group.swatch.full, group.swatch.full, 0});
        });
        column.faint(tags_of(group));
    }
    area.right -= width + 1.5 * font;
    return column.y() <= area.bottom;
}

void add_unplaced(Frame& frame, const RegionContent& content) {
    if (content.unplaced.empty()) return;
    const double font = frame.font(7.6), padding = 0.8 * font, line = 1.32 * font;
    Rectangle& area = frame.area();
    double widest = 0, tag_width = 0;
    for (const std::size_t i : content.unplaced) {
        const MapActor& actor = content.map.actors[i];
        widest = std::max(widest, text_width_pt(name_in_list(actor), font));
        tag_width = std::max(tag_width, text_width_pt(actor.tag, font, Weight::bold));
    }
    tag_width += 0.6 * font;
    const double inner = area.width() - 2 * padding;
    const double wanted = std::min(widest, 24 * font) + tag_width + 1.2 * font;
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(inner / wanted)));
    const double width = inner / static_cast<double>(columns);
    std::vector<std::vector<std::string>> names;
    std::size_t lines = 0;
    for (const std::size_t i : content.unplaced) {
        names.push_back(
            wrap(name_in_list(content.map.actors[i]), font, width - tag_width - 1.2 * font));
        lines += names.back().size();
    }
    // The lowest height in which the names, none of them divided, fill the columns.
    const auto columns_needed = [&](std::size_t height) {
        std::size_t used = 1, y = 0;
        for (const auto& name : names) {
            if (y > 0 && y + name.size() > height) {
                ++used;
                y = 0;
            }
            y += name.size();
        }
        return used;
    };
    std::size_t height = std::max<std::size_t>(1, lines / columns);
    while (columns_needed(height) > columns) ++height;
    for (const auto& name : names) height = std::max(height, name.size());
    const double top = area.bottom - 2 * padding - 1.5 * font - line * static_cast<double>(height);
    constexpr Colour border{0x99, 0x99, 0x99};
    frame.drawing().shapes.push_back(
        {corners({area.left, top, area.right, area.bottom}), white, border, 0.7});
    frame.print("unplaced", {area.left + padding, top + padding + 0.8 * font},
                with_count(frame.say({"Ohne erfassten Ort, oder außerhalb der Karte",
                                      "Place not recorded, or outside the map"}),
                           content.unplaced.size()),
                font, Weight::bold);
    double x = area.left + padding;
    std::size_t y = 0;
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (y > 0 && y + names[n].size() > height) {
            x += width;
            y = 0;
        }
        const MapActor& actor = content.map.actors[content.unplaced[n]];
        double base = top + padding + 2.5 * font + line * static_cast<double>(y);
        frame.print("unplaced", {x, base}, actor.tag, font, Weight::bold,
                    content.map.groups[actor.group].swatch.strong);
        for (const std::string& text : names[n]) {
            frame.print("unplaced", {x + tag_width, base}, text, font);
            base += line;
        }
        y += names[n].size();
    }
    area.bottom = top - font;
}

}  // namespace lotse::viz

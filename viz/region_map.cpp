#include <lotse/viz/region_map.hpp>

#include "area_names.hpp"
#include "callouts.hpp"
#include "name_panel.hpp"
#include "outline.hpp"
#include "projection.hpp"
#include "region_legend.hpp"
#include "state_sign.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lotse::viz {
namespace {

constexpr double name_font = 8.2;  // of actors, at scale 1 on A3
constexpr double dot_radius = 2.6;
constexpr double calmly_filled = 0.33;  // of the map, by boxes
constexpr double most_filled = 0.55;
constexpr Colour border_colour{0x77, 0x77, 0x77};
constexpr Colour leader_colour{0x44, 0x44, 0x44};
constexpr double near_pt = 15;   // actors as near as this to each other share a line, on A3
constexpr double panel_gap = 2;  // between their names
constexpr Colour around_colour{0xF7, 0xF7, 0xF7};

/// One attempt to set the map on one sheet.
class RegionSheet {
public:
    RegionSheet(const RegionContent& content, const Region& region, Paper paper,
                const PictureOptions& options)
        : content_{content},
          region_{region},
          options_{options},
          frame_{content.map.texts, paper, options},
          projection_{content.bounds.middle()} {
        add_unplaced(frame_, content);
        legend_fits_ = add_region_legend(frame_, content, region);
        fit();
    }

    bool find_size() {
        if (!legend_fits_ || frame_.area().height() < 120) return false;
        const double least = least_font_pt / name_font;
        const Rectangle& map = frame_.area();
        const double any = map.width() + map.height(), short_line = 0.12 * map.width();
        // Given places are kept, if need be in smaller type; else short lines matter most.
        for (;;) {
            for (const Demand demand :
                 {Demand{any, 0.5, most_filled}, Demand{short_line, any, calmly_filled},
                  Demand{short_line, any, most_filled}, Demand{2 * short_line, any, calmly_filled},
                  Demand{any, any, most_filled}})
                for (double scale = std::max(least, 1.15 * frame_.unit()); scale > least * 0.999;
                     scale = scale > least && scale * 0.95 < least ? least : scale * 0.95)
                    if ((demand.off_place == any || !options_.places.empty()) &&
                        place(scale, demand))
                        return true;
            if (kept_for_areas_.empty()) return false;
            kept_for_areas_.clear();  // better actors without the areas' names than a larger sheet
            std::ranges::fill(reserved_, std::nullopt);
        }
    }

    Drawing finish() {
        add_areas();
        if (region_.places == Region::Places::real)
            add_scale_bar(frame_, scale_place_, scale_km(), points_per_metre_);
        add_actors();
        add_area_names();
        return frame_.finish();
    }

private:
    struct Demand {
        double longest_line;
        double off_place;  ///< how far a panel may stand from its given place
        double filled;     ///< share of the map that boxes may cover
    };

    void fit() {
        const Rectangle bounds = projected(content_.bounds, projection_);
        const Rectangle& map = frame_.area();
        points_per_metre_ = std::min(map.width() / bounds.width(), map.height() / bounds.height());
        middle_ = map.centre() - points_per_metre_ * bounds.centre();
        for (const RegionArea& area : region_.areas)
            outlines_.push_back(
                outline_of(area.boundary, [&](const Position& p) { return at(p); }));
        for (const Outline& outline : outlines_) {
            name_places_.push_back(places_inside(outline));
            if (!name_places_.back().empty()) rather_free_.push_back(name_places_.back().front());
        }
        for (const PlacedActor& actor : content_.placed) dots_.push_back(at(actor.position));
        add_scale_place();
        reserve_names_of_circles();
    }

    /// Whoever has a value is named before the names of actors take the room.
    void reserve_names_of_circles() {
        std::vector<AreaCircle> circles(outlines_.size());
        for (std::size_t i = 0; i < outlines_.size(); ++i) {
            const RegionArea& area = region_.areas[i];
            if (!outlines_[i].empty() || !area.place || content_.values[i].empty()) continue;
            const AreaName name = area_name(area.name, content_.values[i], frame_.font(7.6));
            circles[i] = {at(*area.place), circle_radius(), name.width_pt, name.height_pt};
        }
        std::vector<Rectangle> taken{scale_place_};
        for (const Point& dot : dots_)
            taken.push_back(Rectangle::around(dot, 2 * dot_radius, 2 * dot_radius));
        reserved_ = reserve_names(circles, taken, frame_.area(), kept_for_areas_);
    }

    Point at(const Position& position) const {
        return middle_ + points_per_metre_ * projection_(position);
    }

    /// False: the names of the actors do not fit in this size as demanded.
    bool place(double scale, Demand demand) {
        const Rectangle& map = frame_.area();
        panels_.clear();
        panel_boxes_.clear();
        std::vector<std::vector<NamePanel>> shapes;  // of each panel
        std::vector<Callout> callouts;
        double need = 0;
        for (std::vector<std::size_t> group : near_groups(dots_, near_pt * frame_.unit())) {
            std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
                return actor_of(a).group < actor_of(b).group;
            });
            std::vector<NameBox> boxes;
            for (const std::size_t i : group)
                boxes.push_back(name_box(actor_of(i).tag, actor_of(i).name, name_font * scale));
            shapes.push_back(name_panels(group, boxes, panel_gap));
            Callout& callout = callouts.emplace_back();
            callout.dot = middle_of(group);
            callout.wish = wish_of(group);
            for (const NamePanel& panel : shapes.back()) {
                const double edge = 2 * panel_edge(panel);
                callout.sizes.push_back({panel.width_pt + edge, panel.height_pt + edge});
            }
            need += callout.sizes[0].width_pt * callout.sizes[0].height_pt;
        }
        if (need > demand.filled * map.width() * map.height()) return false;
        std::vector<Rectangle> fixed = kept_for_areas_;
        fixed.push_back(scale_place_);
        for (const Point& dot : dots_)
            fixed.push_back(Rectangle::around(dot, 2.4 * dot_radius, 2.4 * dot_radius));
        std::vector<Rectangle> texts;
        for (const auto& box : reserved_)
            if (box) texts.push_back(*box);
        const auto placed = place_callouts(callouts, fixed, texts, rather_free_, map, 2.5);
        if (!placed) return false;
        for (std::size_t i = 0; i < callouts.size(); ++i) {
            const Rectangle& box = (*placed)[i].box;
            const Callout& callout = callouts[i];
            if (distance(callout.dot, line_end(callout.dot, box)) > demand.longest_line ||
                (callout.wish && distance(*callout.wish, box.centre()) > demand.off_place))
                return false;
            panels_.push_back(std::move(shapes[i][(*placed)[i].size]));
            panel_boxes_.push_back(box);
        }
        return true;
    }

    /// A panel of several names has a frame around it.
    static double panel_edge(const NamePanel& panel) { return panel.items.size() > 1 ? 3 : 0; }

    Point middle_of(const std::vector<std::size_t>& group) const {
        Point mean;
        for (const std::size_t i : group)
            mean = mean + (1.0 / static_cast<double>(group.size())) * dots_[i];
        return mean;
    }

    /// The middle of the places that the actors of the group shall have.
    std::optional<Point> wish_of(const std::vector<std::size_t>& group) const {
        Point sum;
        double count = 0;
        for (const std::size_t i : group)
            if (const auto wanted = options_.places.find(actor_of(i).key);
                wanted != options_.places.end()) {
                sum = sum + at_share(frame_.area(), wanted->second);
                ++count;
            }
        if (count == 0) return std::nullopt;
        return (1 / count) * sum;
    }

    const MapActor& actor_of(std::size_t placed) const {
        return content_.map.actors[content_.placed[placed].actor];
    }

    void add_areas() {
        Drawing& drawing = frame_.drawing();
        const AreaLook faint{around_colour, AreaLook::Hatch::none, std::nullopt};
        for (const Boundary& boundary : region_.surroundings)
            for (const PagePolygon& polygon :
                 outline_of(boundary, [&](const Position& p) { return at(p); }))
                if (const PageRing ring = clipped(polygon.outer, frame_.area()); ring.size() > 2)
                    add_filled(drawing, {ring}, faint, {0xD8, 0xD8, 0xD8}, 0.5);
        add_outlines(drawing, outlines_, content_.looks, border_colour, 0.6);
        for (std::size_t i = 0; i < outlines_.size(); ++i)
            if (outlines_[i].empty() && region_.areas[i].place)
                add_filled(drawing, {circle(at(*region_.areas[i].place), circle_radius())},
                           content_.looks[i], border_colour, 0.6);
    }

    double circle_radius() const { return 15 * std::max(1.0, frame_.unit()); }

    void add_actors() {
        Drawing& drawing = frame_.drawing();
        drawing.styles.push_back({"leader", leader_colour, 0.6, Dash::solid, Arrow::none, 0.6});
        for (std::size_t p = 0; p < panels_.size(); ++p) add_panel(panels_[p], panel_boxes_[p], p);
        for (std::size_t i = 0; i < dots_.size(); ++i) {
            add_dot(drawing, dots_[i], dot_radius, content_.placed[i].place);
            taken_.push_back(Rectangle::around(dots_[i], 2 * dot_radius, 2 * dot_radius));
        }
        taken_.push_back(scale_place_);
    }

    void add_panel(const NamePanel& panel, const Rectangle& box, std::size_t number) {
        Drawing& drawing = frame_.drawing();
        const double edge = panel_edge(panel);
        if (edge > 0) drawing.shapes.push_back({corner_points(box), white, leader_colour, 0.5});
        for (std::size_t i = 0; i < panel.items.size(); ++i) {
            const MapActor& actor = actor_of(panel.items[i]);
            const MapGroup& group = content_.map.groups[actor.group];
            const Point at = Point{box.left + edge, box.top + edge} + panel.centres[i];
            drawing.nodes.push_back(node_of(panel.boxes[i], actor.id, actor.title, group.id,
                                            actor.tag, at, group.swatch, actor.border));
            drawing.places[actor.key] = share_of(frame_.area(), box.centre());
        }
        const Point dot = middle_of(panel.items);
        const Point end = line_end(dot, box);
        const Point third = (1.0 / 3) * (end - dot);
        drawing.edges.push_back({"line_" + std::to_string(number),
                                 "",
                                 "leader",
                                 "",
                                 "",
                                 {},
                                 {dot, dot + third, dot + 2 * third, end}});
        taken_.push_back(box);
        leaders_.emplace_back(dot, end);
    }

    double scale_km() const {
        return round_length_km(0.2 * frame_.area().width() / points_per_metre_ / 1000);
    }

    void add_scale_place() {
        const double font = frame_.font(7.6);
        const Rectangle& map = frame_.area();
        const double length = scale_km() * 1000 * points_per_metre_;
        const double text = text_width_pt(left_out_text(region_.areas.size()), font);
        scale_place_ = {map.left, map.bottom - 3.6 * font, map.left + std::max(length, text) + font,
                        map.bottom};
    }

    /// Name and value in each area, where nothing else stands; inside its border if possible.
    void add_area_names() {
        std::vector<std::size_t> order(region_.areas.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (const auto& box : reserved_)
            if (box) taken_.push_back(*box);
        std::stable_partition(order.begin(), order.end(),
                              [&](std::size_t i) { return !content_.values[i].empty(); });
        std::size_t left_out = 0;
        for (const std::size_t i : order) {
            if (outlines_[i].empty() && !region_.areas[i].place) continue;
            if (!add_name(i)) {
                ++left_out;
                add_sign_alone(i);
            }
        }
        if (left_out > 0)
            frame_.print("scale", {scale_place_.left, scale_place_.top + 1.1 * frame_.font(7.6)},
                         left_out_text(left_out), frame_.font(7.6), Weight::regular,
                         faint_text_colour);
    }

    std::string left_out_text(std::size_t areas) const {
        return counted(areas,
                       {"Gebiet ohne Platz für seinen Namen", "area without room for its name"},
                       {"Gebiete ohne Platz für ihren Namen", "areas without room for their names"},
                       frame_.language());
    }

    bool add_name(std::size_t area) {
        const auto named = [&](double font) {
            return area_name(region_.areas[area].name, content_.values[area], font);
        };
        if (reserved_[area]) {
            print_name(area, named(frame_.font(7.6)), *reserved_[area]);
            return true;
        }
        for (const bool off_leaders : {true, false})
            for (const double font : {frame_.font(9), frame_.font(7.6), least_font_pt}) {
                const AreaName name = named(font);
                const auto place = free_place(area, name.width_pt, name.height_pt, off_leaders);
                if (!place) continue;
                taken_.push_back(Rectangle::around(*place, name.width_pt, name.height_pt));
                print_name(area, name, taken_.back());
                return true;
            }
        return false;
    }

    void print_name(std::size_t area, const AreaName& name, const Rectangle& box) {
        std::optional<Colour> plate;
        if (meets_leader(box)) plate = outlines_[area].empty() ? white : content_.looks[area].fill;
        print(frame_, name, box.centre(), plate);
    }

    bool meets_leader(const Rectangle& box) const {
        return std::ranges::any_of(
            leaders_, [&](const auto& leader) { return meets(leader.first, leader.second, box); });
    }

    bool is_free(const Rectangle& box) const {
        return std::none_of(taken_.begin(), taken_.end(),
                            [&](const Rectangle& other) { return box.overlaps(other); });
    }

    std::optional<Point> free_place(std::size_t area, double width, double height,
                                    bool off_leaders = false) const {
        const auto is_good = [&](const Rectangle& box) {
            return is_free(box) && !(off_leaders && meets_leader(box));
        };
        if (outlines_[area].empty()) {
            for (const Point& p :
                 places_at({at(*region_.areas[area].place), circle_radius(), width, height})) {
                const Rectangle box = Rectangle::around(p, width, height);
                const Rectangle& map = frame_.area();
                if (is_good(box) && map.contains({box.left, box.top}) &&
                    map.contains({box.right, box.bottom}))
                    return p;
            }
            return std::nullopt;
        }
        for (const Point& p : name_places_[area]) {
            const Rectangle box = Rectangle::around(p, width, height);
            if (is_good(box) && contains(outlines_[area], box)) return p;
        }
        return std::nullopt;
    }

    /// Where no name fits, a state is still told by its sign.
    void add_sign_alone(std::size_t area) {
        if (!content_.looks[area].sign) return;
        const double size = frame_.font(7.6);
        const auto place = free_place(area, 1.2 * size, 1.2 * size);
        if (!place) return;
        add_state_sign(frame_, *content_.looks[area].sign, *place, size);
        taken_.push_back(Rectangle::around(*place, 1.2 * size, 1.2 * size));
    }

    const RegionContent& content_;
    const Region& region_;
    const PictureOptions& options_;
    Frame frame_;
    EqualAreaProjection projection_;
    bool legend_fits_ = false;
    double points_per_metre_ = 1;
    Point middle_;  ///< of the projection, on the page
    std::vector<Outline> outlines_;
    std::vector<std::vector<Point>> name_places_;  ///< of each area, the best first
    std::vector<Point> rather_free_;
    std::vector<Point> dots_;
    std::vector<NamePanel> panels_;
    std::vector<Rectangle> panel_boxes_;
    std::vector<std::optional<Rectangle>> reserved_;  ///< for the name of each area
    std::vector<Rectangle> kept_for_areas_;           ///< these, and the circles themselves
    Rectangle scale_place_;
    std::vector<Rectangle> taken_;
    std::vector<std::pair<Point, Point>> leaders_;
};

}  // namespace

Result<Drawing> region_map(const Network& network, const Region& region,
                           const PictureOptions& options) {
    const auto content = region_content(network, region, options);
    if (!content)
        return Error{ErrorKind::usage,
                     Text{"Zu keinem Gebiet sind Grenze oder Lage bekannt: --boundaries DATEI",
                          "No area has a known boundary or place: --boundaries FILE"}};
    return set_on_paper(options,
                        counted(content->placed.size(), {"Akteur", "actor"}, {"Akteure", "actors"},
                                options.language),
                        [&](Paper paper, const PictureOptions& typed) -> std::optional<Drawing> {
                            RegionSheet sheet{*content, region, paper, typed};
                            if (!sheet.find_size()) return std::nullopt;
                            return sheet.finish();
                        });
}

}  // namespace lotse::viz

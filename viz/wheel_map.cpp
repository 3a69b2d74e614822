#include "wheel_map.hpp"

#include "legend.hpp"
#include "name_box.hpp"
#include "route.hpp"
#include "separate.hpp"
#include "text_width.hpp"
#include "wheel.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr double name_font = 8.4;  // of an actor with one partner, at scale 1 on A3
constexpr double largest_scale = 1.3;
constexpr double scale_step = 0.93;
constexpr double roomy_scale = 0.93;  // down to here type shrinks to give the ties room

/// One attempt to set the map on one sheet with one size of type.
class Sheet {
public:
    Sheet(const MapContent& content, Paper paper, const PictureOptions& options)
        : content_{content},
          options_{options},
          frame_{content.texts, paper, options},
          shown_{drawn_actors(content)} {
        add_legend(frame_, legend(content, frame_));
    }

    /// The largest type that leaves the ties room; else the largest that fits at all. False: none.
    bool find_size() {
        const double least_scale = least_font_pt / name_font;
        for (double scale = largest_scale * frame_.unit(); scale >= roomy_scale;
             scale *= scale_step)
            if (place(scale, {0.40, 11, 4.4})) return true;
        for (const Spacing spacing : {Spacing{0.46, 7, 4.4}, Spacing{0.64, 4, 2.2}})
            for (double scale = roomy_scale; scale >= least_scale; scale *= 0.97)
                if (place(scale, spacing)) return true;
        return false;
    }

    Drawing finish() {
        keep_places();
        add_wheel();
        add_nodes();
        add_edges();
        for (const MapClass& used : content_.classes) frame_.drawing().styles.push_back(used.style);
        return frame_.finish();
    }

private:
    struct Spacing {
        double densest;       ///< share of the map that boxes may fill
        double gap_pt;        ///< between boxes, at scale 1
        double name_gain_pt;  ///< how much larger the name with most partners is, at scale 1
    };

    /// False: the actors do not fit in this size.
    bool place(double scale, Spacing spacing) {
        const Rectangle& map = frame_.area();
        if (map.height() < 60) return false;
        boxes_.clear();
        std::size_t most = 1;
        for (const MapActor& actor : content_.actors) most = std::max(most, actor.partners);
        std::vector<WheelItem> items;
        double need = 0;
        space_.area = map;
        space_.gap_pt = spacing.gap_pt * scale;
        for (const std::size_t i : shown_) {
            const MapActor& actor = content_.actors[i];
            const double share =
                std::sqrt(static_cast<double>(actor.partners) / static_cast<double>(most));
            boxes_.push_back(name_box(actor.tag, actor.name,
                                      scale * (name_font + spacing.name_gain_pt * share)));
            const NameBox& box = boxes_.back();
            items.push_back({actor.in_middle ? 0 : 1 + actor.group,
                             static_cast<double>(box.width_pt),
                             static_cast<double>(box.height_pt)});
            need += (box.width_pt + 5 * scale) * (box.height_pt + 5 * scale);
        }
        if (need > spacing.densest * map.width() * map.height()) return false;
        heading_font_ = frame_.font(9.5);
        space_.heading_height_pt = 1.3 * heading_font_;
        space_.heading_width_pt.assign(1, 0);
        for (const MapGroup& group : content_.groups)
            space_.heading_width_pt.push_back(
                text_width_pt(group.name, heading_font_, Weight::bold));
        wheel_ = arrange_wheel(items, ties_between_shown(), space_);
        return wheel_.centres.size() == items.size();
    }

    std::vector<WheelTie> ties_between_shown() const {
        std::vector<std::size_t> position(content_.actors.size(), 0);
        for (std::size_t i = 0; i < shown_.size(); ++i) position[shown_[i]] = i;
        std::vector<WheelTie> ties;
        for (const MapTie& tie : content_.ties)
            ties.push_back({position[tie.from], position[tie.to]});
        return ties;
    }

    /// Puts actors where they shall stand and moves the others out of their way. Places that leave
    /// the sheet or lie on each other are moved as little as needed.
    void keep_places() {
        Drawing& drawing = frame_.drawing();
        const Rectangle& map = frame_.area();
        if (!options_.places.empty()) {
            std::vector<MovableBox> movable;
            for (std::size_t i = 0; i < shown_.size(); ++i) {
                const auto wanted = options_.places.find(content_.actors[shown_[i]].key);
                const Point home = wanted == options_.places.end() ? wheel_.centres[i]
                                                                   : at_share(map, wanted->second);
                movable.push_back({home, static_cast<double>(boxes_[i].width_pt),
                                   static_cast<double>(boxes_[i].height_pt), home});
            }
            std::vector<Rectangle> headings;
            for (const Wedge& wedge : wheel_.wedges) headings.push_back(wedge.heading);
            if (separate(movable, headings, map, 2))
                for (std::size_t i = 0; i < movable.size(); ++i)
                    wheel_.centres[i] = movable[i].centre;
            else
                drawing.messages.push_back(
                    frame_.say({"Die vorgegebenen Plätze liegen zu dicht beieinander: die Karte "
                                "ist neu gesetzt",
                                "The given places are too close together: the map is set anew"}));
        }
        for (std::size_t i = 0; i < shown_.size(); ++i)
            drawing.places[content_.actors[shown_[i]].key] = share_of(map, wheel_.centres[i]);
    }

    void add_wheel() {
        for (const Wedge& wedge : wheel_.wedges) {
            const MapGroup& group = content_.groups[wedge.group - 1];
            frame_.drawing().shapes.push_back({wedge.outline, group.swatch.wash, white, 2.5});
            const Rectangle box = wedge.heading;
            frame_.print_above("sector", {box.centre().x, box.bottom - 0.32 * heading_font_},
                               group.name, heading_font_, Weight::bold, group.swatch.strong,
                               Anchor::centre, group.swatch.wash);
        }
    }

    void add_nodes() {
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            const MapActor& actor = content_.actors[shown_[i]];
            const MapGroup& group = content_.groups[actor.group];
            frame_.drawing().nodes.push_back(node_of(boxes_[i], actor.id, actor.title, group.id,
                                                     actor.tag, wheel_.centres[i], group.swatch,
                                                     actor.border));
        }
    }

    void add_edges() {
        Drawing& drawing = frame_.drawing();
        std::vector<Rectangle> boxes;
        for (const Node& node : drawing.nodes)
            boxes.push_back(Rectangle::around(node.centre, node.width_pt, node.height_pt));
        for (const Wedge& wedge : wheel_.wedges) boxes.push_back(wedge.heading);
        std::vector<RouteEnds> ends;
        for (const WheelTie& tie : ties_between_shown()) ends.push_back({tie.from, tie.to});
        std::vector<std::vector<Point>> curves = route(boxes, ends, frame_.area());
        add_signs(curves, boxes);
        for (std::size_t t = 0; t < content_.ties.size(); ++t) {
            const MapTie& tie = content_.ties[t];
            drawing.edges.push_back({tie.id, tie.title, tie.style, content_.actors[tie.from].id,
                                     content_.actors[tie.to].id, tie.arrowheads,
                                     std::move(curves[t])});
        }
    }

    /// Small boxes on the lines, as near to their middle as there is room.
    void add_signs(const std::vector<std::vector<Point>>& curves, std::vector<Rectangle> taken) {
        const double font = frame_.font(8);
        for (std::size_t t = 0; t < content_.ties.size(); ++t) {
            const MapTie& tie = content_.ties[t];
            if (tie.sign.empty()) continue;
            const auto height = static_cast<int>(std::ceil(1.3 * font)) + 2;
            const int width = std::max(
                height,
                static_cast<int>(std::ceil(text_width_pt(tie.sign, font) + 0.4 * font)) + 4);
            for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
                const Point at = point_at(curves[t], share);
                const Rectangle box = Rectangle::around(at, width, height);
                const auto in_the_way = [&](const Rectangle& other) {
                    return box.grown(0.5).overlaps(other);
                };
                if (std::any_of(taken.begin(), taken.end(), in_the_way)) continue;
                taken.push_back(box);
                Node sign;
                sign.id = "sign_" + tie.id;
                sign.title = tie.title;
                sign.style = "sign";
                sign.centre = at;
                sign.width_pt = width;
                sign.height_pt = height;
                sign.lines = {tie.sign};
                sign.font_pt = font;
                sign.fill = white;
                sign.ink = text_colour;
                sign.border = text_colour;
                frame_.drawing().nodes.push_back(std::move(sign));
                break;
            }
        }
    }

    static Point point_at(const std::vector<Point>& curve, double t) {
        const double s = 1 - t;
        return (s * s * s) * curve[0] + (3 * s * s * t) * curve[1] + (3 * s * t * t) * curve[2] +
               (t * t * t) * curve[3];
    }

    const MapContent& content_;
    const PictureOptions& options_;
    Frame frame_;
    std::vector<std::size_t> shown_;
    double heading_font_ = 9;
    std::vector<NameBox> boxes_;
    WheelSpace space_;
    Wheel wheel_;
};

}  // namespace

std::optional<Drawing> wheel_map(const MapContent& content, Paper paper,
                                 const PictureOptions& options) {
    Sheet sheet{content, paper, options};
    if (!sheet.find_size()) return std::nullopt;
    return sheet.finish();
}

}  // namespace lotse::viz

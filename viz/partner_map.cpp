#include <lotse/viz/partner_map.hpp>

#include "frame.hpp"
#include "legend.hpp"
#include "map_content.hpp"
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
        : content_{content}, options_{options}, frame_{content.texts, paper, options} {
        add_legend(frame_, legend(content, frame_.inner_width(), frame_.font(7.6)));
        for (std::size_t i = 0; i < content.actors.size(); ++i)
            if (content.actors[i].partners > 0 || content.ties.empty()) shown_.push_back(i);
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
        for (const MapClass& used : content_.classes)
            frame_.drawing().styles.push_back(line_style(used.tie_class, options_.scheme));
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
            for (const Wedge& wedge : wheel_.wedges) headings.push_back(heading_box(wedge, space_));
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
            const Rectangle box = heading_box(wedge, space_);
            frame_.print("sector", {box.centre().x, box.bottom - 0.32 * heading_font_}, group.name,
                         heading_font_, Weight::bold, group.swatch.strong, Anchor::centre);
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
        for (const Wedge& wedge : wheel_.wedges) boxes.push_back(heading_box(wedge, space_));
        std::vector<RouteEnds> ends;
        for (const WheelTie& tie : ties_between_shown()) ends.push_back({tie.from, tie.to});
        std::vector<std::vector<Point>> curves = route(boxes, ends, frame_.area());
        for (std::size_t t = 0; t < content_.ties.size(); ++t) {
            const MapTie& tie = content_.ties[t];
            drawing.edges.push_back({tie.id, tie.title, std::string{enumerator(tie.drawn_as).key},
                                     content_.actors[tie.from].id, content_.actors[tie.to].id,
                                     tie.arrowheads, std::move(curves[t])});
        }
    }

    const MapContent& content_;
    const PictureOptions& options_;
    Frame frame_;
    double heading_font_ = 9;
    std::vector<std::size_t> shown_;
    std::vector<NameBox> boxes_;
    WheelSpace space_;
    Wheel wheel_;
};

}  // namespace

Result<Drawing> partner_map(const Network& network, const PictureOptions& options) {
    const MapContent content = map_content(network, options);
    return set_on_paper(options,
                        counted(content.actors.size(), {"Akteur", "actor"}, {"Akteure", "actors"},
                                options.language),
                        [&](Paper paper) -> std::optional<Drawing> {
                            Sheet sheet{content, paper, options};
                            if (!sheet.find_size()) return std::nullopt;
                            return sheet.finish();
                        });
}

}  // namespace lotse::viz

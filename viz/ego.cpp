#include <lotse/viz/ego.hpp>

#include "ego_content.hpp"
#include "ego_panels.hpp"
#include "line_legend.hpp"
#include "name_box.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double name_font = 8.6;  // at scale 1 on A3
constexpr double tie_font = 7.6;
constexpr double largest_scale = 1.7;
constexpr double scale_step = 0.94;
constexpr double line_gap = 1.62;  // between two ties of a partner, in sizes of their text

int whole(double value) {
    return static_cast<int>(std::ceil(value));
}

/// One attempt to set the sheet on one size of paper.
class Sheet {
public:
    Sheet(const EgoContent& content, Paper paper, const PictureOptions& options)
        : content_{content}, options_{options}, frame_{content.map.texts, paper, options} {}

    std::optional<Drawing> draw() {
        add_ego_panels(frame_, content_);
        add_line_legend(frame_, samples(),
                        content_.ways.empty() ? WaySigns::left_out : WaySigns::shown);
        const Rectangle& area = frame_.area();
        if (area.height() < 60) return std::nullopt;
        for (double scale = largest_scale * frame_.unit();; scale *= scale_step) {
            if (fits(scale)) break;
            if (scale * tie_font < least_font_pt && scale * name_font < least_font_pt)
                return std::nullopt;
        }
        add_star();
        return frame_.finish();
    }

private:
    struct Row {
        const EgoPartner* partner;
        NameBox box;
        double height;
    };

    std::string say(Text text) const { return frame_.say(text); }

    const MapActor& actor_of(std::size_t position) const { return content_.map.actors[position]; }

    std::vector<LineSample> samples() const {
        std::vector<LineSample> samples;
        for (const TieClass used : content_.classes)
            samples.push_back({line_style(used, options_.scheme), say(enumerator(used).label)});
        return samples;
    }

    // The star: the actor in the middle, partners in a column on either side.

    bool fits(double scale) {
        const Rectangle& area = frame_.area();
        name_size_ = std::max(least_font_pt, name_font * scale);
        tie_size_ = std::max(least_font_pt, tie_font * scale);
        const double box_width = 17 * name_size_, gap = 0.5 * name_size_;
        std::vector<Row> rows;
        double total = 0;
        label_width_ = 0;
        for (const EgoPartner& partner : content_.partners) {
            const MapActor& actor = actor_of(partner.actor);
            NameBox box = column_box(actor.tag, actor.name, name_size_, box_width);
            const double ties =
                line_gap * tie_size_ * static_cast<double>(partner.ties.size()) + 0.5 * tie_size_;
            box.height_pt = std::max(box.height_pt, whole(ties));
            for (const EgoTie& tie : partner.ties)
                label_width_ = std::max(label_width_, text_width_pt(tie.text, tie_size_));
            total += box.height_pt + gap;
            rows.push_back({&partner, std::move(box), 0});
            rows.back().height = rows.back().box.height_pt + gap;
        }
        sides_ = {};
        double used = 0;
        for (Row& row : rows) {
            std::vector<Row>& side = sides_[used + row.height / 2 < total / 2 ? 0 : 1];
            used += row.height;
            side.push_back(std::move(row));
        }
        double widest = box_width, highest = 0;
        for (const auto& side : sides_) {
            double height = 0;
            for (const Row& row : side) {
                widest = std::max<double>(widest, row.box.width_pt);
                height += row.height;
            }
            highest = std::max(highest, height);
        }
        label_width_ += 1.5 * tie_size_ + 9;
        const MapActor& centre = actor_of(content_.actor);
        centre_ = column_box(centre.tag, centre.name, 1.35 * name_size_, 15 * name_size_);
        const std::size_t most_rows = std::max(sides_[0].size(), sides_[1].size());
        centre_.height_pt = std::max(
            centre_.height_pt,
            std::min(whole(0.55 * area.height()), whole(9.0 * static_cast<double>(most_rows))));
        const double fan = 5 * name_size_;
        column_width_ = widest;
        return highest <= area.height() && centre_.height_pt <= area.height() &&
               2 * (widest + label_width_ + fan) + centre_.width_pt <= area.width();
    }

    void add_star() {
        const Point middle = frame_.area().centre();
        const MapActor& centre = actor_of(content_.actor);
        const MapGroup& group = content_.map.groups[centre.group];
        frame_.drawing().nodes.push_back(node_of(centre_, centre.id, centre.title, group.id,
                                                 centre.tag, middle, group.swatch, centre.border));
        if (content_.partners.empty())
            frame_.print(
                "legend", {middle.x, middle.y + centre_.height_pt / 2 + 2 * tie_size_},
                content_.map.ties_outside ? say({"Keine Beziehung gezeichnet", "No tie drawn"})
                : content_.map.has_hidden_ties
                    ? say({"Keine bestehende Beziehung erfasst", "No current tie recorded"})
                    : say({"Noch ohne Verbindung: keine Beziehung erfasst",
                           "Not yet connected: no tie recorded"}),
                tie_size_, Weight::bold, faint_text_colour, Anchor::centre);
        add_side(0, -1);
        add_side(1, 1);
    }

    /// `sign`: -1 left, 1 right.
    void add_side(std::size_t side, int sign) {
        const Rectangle& area = frame_.area();
        double height = 0, lines = 0;
        for (const Row& row : sides_[side]) {
            height += row.height;
            lines += static_cast<double>(row.partner->ties.size());
        }
        const double extra =
            std::min(14.0, (area.height() - height) / static_cast<double>(sides_[side].size() + 1));
        double y =
            area.centre().y - (height + extra * static_cast<double>(sides_[side].size())) / 2;
        double line = 0;
        for (const Row& row : sides_[side]) {
            const double row_height = row.height + extra;
            const double x =
                sign < 0 ? area.left + column_width_ / 2 : area.right - column_width_ / 2;
            const MapActor& actor = actor_of(row.partner->actor);
            const MapGroup& group = content_.map.groups[actor.group];
            NameBox box = row.box;
            box.width_pt = whole(column_width_);
            const Point centre{x, y + row_height / 2};
            frame_.drawing().nodes.push_back(node_of(box, actor.id, actor.title, group.id,
                                                     actor.tag, centre, group.swatch,
                                                     actor.border));
            const auto ties = static_cast<double>(row.partner->ties.size());
            double tie_y = centre.y - line_gap * tie_size_ * (ties - 1) / 2 + 0.35 * tie_size_;
            for (const EgoTie& tie : row.partner->ties) {
                add_tie(tie, actor.id, centre.x - sign * box.width_pt / 2.0, tie_y, sign,
                        (line + 0.5) / lines);
                tie_y += line_gap * tie_size_;
                ++line;
            }
            y += row_height;
        }
    }

    /// A line from the box of the partner, straight below its words, then in a bow to the middle.
    void add_tie(const EgoTie& tie, const std::string& partner, double x, double y, int sign,
                 double share) {
        const Point middle = frame_.area().centre();
        const Point start{x - sign * 1.0, y};
        const Point turn{x - sign * label_width_, y};
        const double reach = centre_.height_pt - 8.0;
        const Point end{middle.x + sign * (centre_.width_pt / 2.0 + 1),
                        middle.y - reach / 2 + share * reach};
        const Point step = (1.0 / 3) * (turn - start);
        const double bow = 0.5 * (end.x - turn.x);
        std::vector<Point> path{start, start + step,           start + 2 * step,
                                turn,  {turn.x + bow, turn.y}, {end.x - bow, end.y},
                                end};
        const MapActor& centre = actor_of(content_.actor);
        const bool to_partner = tie.towards == EgoTie::Towards::partner;
        if (to_partner) std::ranges::reverse(path);
        frame_.drawing().edges.push_back(
            {tie.id, tie.title, std::string{enumerator(tie.drawn_as).key},
             to_partner ? centre.id : partner, to_partner ? partner : centre.id, Arrowheads::at_end,
             std::move(path)});
        frame_.print("tie", {x - sign * (0.75 * tie_size_ + 6), y - 0.36 * tie_size_}, tie.text,
                     tie_size_, Weight::regular, text_colour,
                     sign < 0 ? Anchor::left : Anchor::right);
    }

    const EgoContent& content_;
    const PictureOptions& options_;
    Frame frame_;
    double name_size_ = 8, tie_size_ = 7;
    double label_width_ = 0, column_width_ = 0;
    NameBox centre_{};
    std::array<std::vector<Row>, 2> sides_;
};

}  // namespace

Result<Drawing> ego(const Network& network, ActorId actor, const std::vector<EgoWay>& ways,
                    const Message& no_ways, const PictureOptions& options) {
    EgoContent content = ego_content(network, actor, ways, options);
    content.no_ways = no_ways.in(options.language);
    return set_on_paper(options,
                        counted(content.partners.size(), {"Partner", "partner"},
                                {"Partner", "partners"}, options.language),
                        [&](Paper paper, const PictureOptions& typed) {
                            return Sheet{content, paper, typed}.draw();
                        });
}

}  // namespace lotse::viz

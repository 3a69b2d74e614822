#include <lotse/viz/rings.hpp>

#include "legend.hpp"
#include "name_box.hpp"
#include "ring_card.hpp"
#include "ring_content.hpp"
#include "ring_fit.hpp"
#include "ring_places.hpp"
#include "route.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace lotse::viz {
namespace {

constexpr std::array<double, ring_count> name_fonts{9.6, 8.9, 8.0, 7.6};  // at scale 1 on A3
constexpr double centre_font = 14;
constexpr double largest_scale = 1.25;
constexpr double scale_step = 0.92;
constexpr double densest = 0.66;     // share of the card that boxes with their gaps may want
constexpr double most_effort = 1e9;  // to place the boxes of a sheet; then of larger type
constexpr int adjustments = 16;      // of rings and slices to boxes that found no place
constexpr int few_adjustments = 7;   // the same for many boxes
constexpr std::size_t many = 200;
constexpr std::size_t most_lines = 4;  // of a name: rings are narrow at the left and right
constexpr double scale_to_turn = 0.8;
constexpr double widening = 0.3;       // of slices with boxes in conflict, less and less
constexpr double most_wanting = 3;     // room for boxes, where all may find places yet
constexpr double anywhere_near = 0.6;  // radians beside its slice, for cards without slices

/// One attempt to set the card on one sheet.
class Sheet {
public:
    Sheet(const RingContent& content, Paper paper, const PictureOptions& options)
        : content_{content},
          options_{options},
          slices_{content.slices},
          frame_{content.map.texts, paper, options} {
        add_legend(frame_, legend(content.map, frame_));
        for (std::size_t k = 0; k < ring_count; ++k)
            card_.ring_labels.push_back(frame_.say(all_enumerators<Ring>[k].label) + " (" +
                                        std::to_string(content.members[k]) + ")");
        card_.label_font = frame_.font(8);
        card_.heading_font = frame_.font(9.5);
        name_slices();
    }

    bool find_size() {
        if (frame_.area().height() < 80) return false;
        const double least_scale = least_font_pt / name_fonts[0];
        const bool one_slice = slices_.size() == 1;  // nothing lies beside it
        if (!place(least_scale, one_slice ? within_slice : anywhere_near)) return false;
        const Setting smallest = set_;
        turn_slices();
        effort_ = most_effort;
        for (const double reach : {within_slice, anywhere_near}) {
            for (double scale = largest_scale * frame_.unit(); scale > least_scale && effort_ > 0;
                 scale *= scale_step)
                if (place(scale, reach)) return true;
            if (one_slice) break;
            if (reach == within_slice && place(least_scale, reach)) return true;
        }
        set_ = smallest;
        return true;
    }

    Drawing finish() {
        Drawing& drawing = frame_.drawing();
        draw_ring_card(frame_, *set_.shape, *set_.card, set_.marks);
        if (set_.card == &plain_card_)
            drawing.messages.push_back(frame_.say(
                {"Auf diesem Blatt haben nicht alle Akteure im Feld ihres Sektors Platz: "
                 "die Karte ist ohne Felder gesetzt, Farbe und Kürzel zeigen den "
                 "Sektor. Mehr Platz gibt --paper",
                 "This sheet has no room for all actors in the field of their sector: "
                 "the card is set without fields, colour and tag show the sector. "
                 "--paper gives more room"}));
        add_node(content_.centre, *set_.centre_box, set_.shape->area().centre());
        for (std::size_t i = 0; i < content_.shown.size(); ++i) {
            add_node(content_.shown[i], set_.boxes[i], set_.places[i]);
            drawing.places[content_.map.actors[content_.shown[i]].key] =
                share_of(frame_.area(), set_.places[i]);
        }
        add_edges(content_.other_ties, between_style);
        add_edges(content_.centre_ties, nullptr);
        for (const MapClass& used : content_.map.classes) drawing.styles.push_back(used.style);
        return frame_.finish();
    }

private:
    /// What stands where at one scale.
    struct Setting {
        RingMarks marks;
        std::optional<RingShape> shape;
        std::optional<NameBox> centre_box;
        std::vector<NameBox> boxes;
        std::vector<RingItem> items;
        std::vector<Point> places;
        const RingCard* card = nullptr;
    };

    void name_slices() {
        card_.slices.clear();
        for (const std::size_t group : slices_)
            card_.slices.push_back(
                {content_.map.groups[group].name, content_.map.groups[group].swatch});
        plain_card_ = card_;
        plain_card_.slices.clear();
    }

    /// The boxes of all actors at one scale.
    struct Boxes {
        std::vector<NameBox> boxes;
        std::vector<RingItem> items;
        RingCells cells;
        double total = 0;  ///< area that they want
    };

    Boxes boxes_at(double scale) const {
        const double gap = gap_at(scale);
        Boxes all;
        all.cells.resize(slices_.size());
        for (const std::size_t i : content_.shown) {
            const MapActor& actor = content_.map.actors[i];
            const auto ring = static_cast<std::size_t>(content_.rings[i]);
            const auto slice =
                static_cast<std::size_t>(std::ranges::find(slices_, actor.group) - slices_.begin());
            const double font = std::max(least_font_pt, name_fonts[ring] * scale);
            all.boxes.push_back(name_box(actor.tag, actor.name, font, most_lines));
            const double width = all.boxes.back().width_pt, height = all.boxes.back().height_pt;
            all.items.push_back({ring, slice, width, height, std::nullopt});
            RingCell& cell = all.cells[slice][ring];
            const double need = (width + 2 * gap) * (height + 2 * gap);
            ++cell.count;
            cell.width_pt = std::max(cell.width_pt, width);
            cell.height_pt = std::max(cell.height_pt, height);
            cell.area += need;
            all.total += need;
        }
        return all;
    }

    static double gap_at(double scale) { return std::max(3.5, 5 * scale); }

    NameBox centre_box_at(double scale) const {
        const MapActor& centre = content_.map.actors[content_.centre];
        return name_box(centre.tag, centre.name, centre_font * scale);
    }

    double middle_at(double scale) const {
        const NameBox box = centre_box_at(scale);
        return 1.6 * (box.width_pt + 2 * gap_at(scale)) * (box.height_pt + 2 * gap_at(scale));
    }

    /// Whether boxes find room depends on which slice begins at the top.
    void turn_slices() {
        const double scale = scale_to_turn * frame_.unit();
        Boxes all = boxes_at(scale);
        const double full = densest * frame_.area().width() * frame_.area().height();
        if (all.total + middle_at(scale) > full) return;
        double least = std::numeric_limits<double>::max();
        std::size_t best = 0;
        for (std::size_t turn = 0; turn < slices_.size() && least > 0; ++turn) {
            RingShares shares = shares_by_need(all.cells, middle_at(scale));
            const double wanting = fit_shares(shares, frame_.area(), all.cells);
            if (wanting < least - 1e-6) {
                least = wanting;
                best = turn;
            }
            std::rotate(all.cells.begin(), all.cells.begin() + 1, all.cells.end());
        }
        std::rotate(slices_.begin(), slices_.begin() + static_cast<std::ptrdiff_t>(best),
                    slices_.end());
        name_slices();
    }

    bool place(double scale, double reach) {
        set_.centre_box = centre_box_at(scale);
        const Rectangle& area = frame_.area();
        if (set_.centre_box->width_pt > area.width() || set_.centre_box->height_pt > area.height())
            return false;
        Boxes all = boxes_at(scale);
        const double gap = gap_at(scale), middle = middle_at(scale);
        if (all.total + middle > densest * area.width() * area.height()) return false;
        set_.boxes = std::move(all.boxes);
        set_.items = std::move(all.items);
        std::optional<RingPlaces> best;
        RingShares shares = shares_by_need(all.cells, middle);
        const bool is_plain = reach > within_slice;
        const int most_attempts = set_.items.size() > many ? few_adjustments : adjustments;
        const bool by_need = is_plain || slices_.size() == 1;
        const RingCard& card = is_plain ? plain_card_ : card_;
        for (int attempt = 0; attempt < most_attempts && !best; ++attempt) {
            if (by_need)
                shares = shares_by_need(all.cells, middle);
            else if (fit_shares(shares, area, all.cells) > most_wanting && attempt == 0)
                return false;
            const RingShape shape{area, shares};
            // Labels of rings may stand anywhere along their ring, but must find a place.
            const bool labels_first = by_need || attempt % 2 == 1;
            RingNeeds crowded(all.cells.size());
            auto places =
                place_in_rings(shape, set_.items, ties_between_shown(),
                               kept_free(shape, card, gap, labels_first), reach, crowded, effort_);
            for (std::size_t s = 0; s < crowded.size(); ++s)
                for (std::size_t k = 0; k < ring_count; ++k)
                    if (crowded[s][k] > 0) {
                        if (by_need) all.cells[s][k].area *= 1.45;
                        shares.slices[s] *= 1 + widening / (1 + attempt);
                        shares.rings[k] *= 1 + widening / (3 + 3 * attempt);
                    }
            if (!places) continue;
            if (!labels_first && !mark_ring_card(shape, card, ink(places->centres)).clear) continue;
            best = std::move(places);
            set_.shape = shape;
        }
        if (!best) return false;
        set_.places = std::move(best->centres);
        set_.card = &card;
        if (!options_.places.empty()) keep_places(gap, reach);
        set_.marks = mark_ring_card(*set_.shape, card, ink(set_.places));
        return true;
    }

    /// The headings of the slices, the box in the middle and, if wanted, the labels of the rings.
    RingObstacles kept_free(const RingShape& shape, const RingCard& card, double gap,
                            bool with_labels) {
        const Rectangle centre = centre_rectangle();
        const RingMarks marks = mark_ring_card(shape, card, {{centre}, {}});
        RingObstacles obstacles{with_labels ? marks.all() : marks.headings, gap};
        obstacles.boxes.push_back(centre.grown(gap));
        return obstacles;
    }

    /// Rings and slices follow from the network alone; in them the actors stand where they shall.
    void keep_places(double gap, double reach) {
        for (std::size_t i = 0; i < set_.items.size(); ++i)
            set_.items[i].wanted = wanted(content_.map.actors[content_.shown[i]].key);
        RingNeeds crowded(content_.slices.size());
        double effort = most_effort;
        if (auto kept = place_in_rings(*set_.shape, set_.items, ties_between_shown(),
                                       kept_free(*set_.shape, *set_.card, gap, true), reach,
                                       crowded, effort))
            set_.places = std::move(kept->centres);
        else
            frame_.drawing().messages.push_back(
                frame_.say({"Die vorgegebenen Plätze liegen zu dicht beieinander: die Karte ist "
                            "neu gesetzt",
                            "The given places are too close together: the card is set anew"}));
    }

    std::optional<Point> wanted(const std::string& key) {
        const auto given = options_.places.find(key);
        if (given == options_.places.end()) return std::nullopt;
        return at_share(frame_.area(), given->second);
    }

    RingInk ink(const std::vector<Point>& places) {
        RingInk ink{{centre_rectangle()}, {}};
        for (std::size_t i = 0; i < set_.items.size(); ++i) {
            ink.boxes.push_back(
                Rectangle::around(places[i], set_.items[i].width_pt, set_.items[i].height_pt));
            if (set_.items[i].ring <= 1) ink.line_ends.push_back(places[i]);
        }
        return ink;
    }

    Rectangle centre_rectangle() {
        return Rectangle::around(frame_.area().centre(), set_.centre_box->width_pt,
                                 set_.centre_box->height_pt);
    }

    std::vector<WheelTie> ties_between_shown() const {
        std::vector<std::size_t> position(content_.map.actors.size(), 0);
        for (std::size_t i = 0; i < content_.shown.size(); ++i) position[content_.shown[i]] = i;
        std::vector<WheelTie> ties;
        for (const std::size_t t : content_.other_ties)
            ties.push_back(
                {position[content_.map.ties[t].from], position[content_.map.ties[t].to]});
        return ties;
    }

    void add_node(std::size_t actor, const NameBox& box, Point at) {
        const MapActor& shown = content_.map.actors[actor];
        const MapGroup& group = content_.map.groups[shown.group];
        frame_.drawing().nodes.push_back(node_of(box, shown.id, shown.title, group.id, shown.tag,
                                                 at, group.swatch, shown.border));
    }

    /// `style`: of all of them; nullptr: each by its class.
    void add_edges(const std::vector<std::size_t>& ties, const char* style) {
        Drawing& drawing = frame_.drawing();
        std::map<std::string, std::size_t> position;
        std::vector<Rectangle> boxes;
        for (const Node& node : drawing.nodes) {
            position[node.id] = boxes.size();
            boxes.push_back(Rectangle::around(node.centre, node.width_pt, node.height_pt));
        }
        for (const Rectangle& mark : set_.marks.all()) boxes.push_back(mark);
        std::vector<RouteEnds> ends;
        for (const std::size_t t : ties) {
            const MapTie& tie = content_.map.ties[t];
            ends.push_back({position.at(content_.map.actors[tie.from].id),
                            position.at(content_.map.actors[tie.to].id)});
        }
        std::vector<std::vector<Point>> curves = route(boxes, ends, frame_.area());
        for (std::size_t i = 0; i < ties.size(); ++i) {
            const MapTie& tie = content_.map.ties[ties[i]];
            drawing.edges.push_back(
                {tie.id, tie.title,
                 style ? std::string{style} : std::string{enumerator(tie.drawn_as).key},
                 content_.map.actors[tie.from].id, content_.map.actors[tie.to].id,
                 style ? Arrowheads::at_end : tie.arrowheads, std::move(curves[i])});
        }
    }

    const RingContent& content_;
    const PictureOptions& options_;
    std::vector<std::size_t> slices_;  ///< groups, clockwise from the top
    Frame frame_;
    RingCard card_;
    RingCard plain_card_;  ///< without slices, where these have no room for their boxes
    double effort_ = most_effort;
    Setting set_;
};

}  // namespace

Result<Drawing> rings(const Network& network, ActorId centre, const PictureOptions& options) {
    const RingContent content = ring_content(network, centre, options);
    return set_on_paper(options,
                        counted(content.map.actors.size(), {"Akteur", "actor"},
                                {"Akteure", "actors"}, options.language),
                        [&](Paper paper, const PictureOptions& typed) -> std::optional<Drawing> {
                            Sheet sheet{content, paper, typed};
                            if (!sheet.find_size()) return std::nullopt;
                            return sheet.finish();
                        });
}

}  // namespace lotse::viz

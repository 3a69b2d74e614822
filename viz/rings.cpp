#include <lotse/viz/rings.hpp>

#include "legend.hpp"
#include "name_box.hpp"
#include "ring_card.hpp"
#include "ring_places.hpp"
#include "route.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::viz {
namespace {

constexpr std::array<double, ring_count> name_fonts{9.6, 8.9, 8.0, 7.6};  // at scale 1 on A3
constexpr double centre_font = 14;
constexpr double largest_scale = 1.25;
constexpr double scale_step = 0.92;
constexpr double densest = 0.66;     // share of the card that boxes with their gaps may want
constexpr double most_effort = 1e9;  // to place the boxes of a sheet; then of larger type
constexpr int adjustments = 7;       // of rings and slices to boxes that found no place
constexpr std::size_t most_lines_between = 120;
constexpr const char* between_style = "between";

/// What the card shows besides the content of a partner map.
struct RingContent {
    MapContent map;
    std::size_t centre = 0;
    std::vector<Ring> rings;
    std::vector<std::size_t> shown;   ///< actors on the card, without the centre
    std::vector<std::size_t> slices;  ///< groups with an actor on the card, in their order
    std::array<std::size_t, ring_count> members{};
    std::vector<std::size_t> centre_ties, other_ties;  ///< positions in map.ties
    std::size_t hidden_ties = 0;                       ///< of the others
};

RingContent ring_content(const Network& network, ActorId centre, const PictureOptions& options) {
    RingContent content;
    content.map = map_content(network, options);
    content.centre = centre.index();
    content.rings = rings_around(network, centre);
    MapContent& map = content.map;
    map.actors[content.centre].boxed = false;
    for (std::size_t i = 0; i < map.actors.size(); ++i) {
        if (i == content.centre || map.actors[i].boxed) continue;
        content.shown.push_back(i);
        ++content.members[static_cast<std::size_t>(content.rings[i])];
    }
    std::set<std::size_t> groups;
    for (const std::size_t i : content.shown) groups.insert(map.actors[i].group);
    content.slices.assign(groups.begin(), groups.end());
    for (std::size_t t = 0; t < map.ties.size(); ++t) {
        const bool own = map.ties[t].from == content.centre || map.ties[t].to == content.centre;
        (own ? content.centre_ties : content.other_ties).push_back(t);
    }
    if (content.other_ties.size() > most_lines_between)
        content.hidden_ties = std::erase_if(content.other_ties, [&](std::size_t t) {
            return std::max(content.rings[map.ties[t].from], content.rings[map.ties[t].to]) >
                   Ring::partner;
        });
    return content;
}

class Words {
public:
    Words(const Network& network, RingContent& content, const PictureOptions& options)
        : network_{network}, content_{content}, options_{options} {}

    void add() {
        count_classes();
        const Language language = options_.language;
        const MapActor& centre = content_.map.actors[content_.centre];
        PictureOptions titled = options_;
        if (titled.title.empty())
            titled.title = say({"Netzwerkkarte: {}", "Network card: {}"}, centre.name);
        std::vector<std::string> counts;
        if (std::string name = network_name(network_); !name.empty())
            counts.push_back(std::move(name));
        counts.push_back(counted(content_.members[0] + content_.members[1],
                                 {"direkter Partner", "direct partner"},
                                 {"direkte Partner", "direct partners"}, language));
        counts.push_back(counted(content_.members[2], {"nur über Dritte", "through others only"},
                                 {"nur über Dritte", "through others only"}, language));
        counts.push_back(
            counted(content_.members[3], {"ohne gemeinsamen Partner", "without a common partner"},
                    {"ohne gemeinsamen Partner", "without a common partner"}, language));
        const std::vector<std::string> notes = std::move(content_.map.texts.notes);
        FrameTexts& texts = content_.map.texts;
        texts = frame_texts(network_, titled, {"Netzwerkkarte", "Network card"}, counts);
        texts.description =
            say({"Konzentrische Netzwerkkarte um {}: je weiter innen, desto enger verbunden; "
                 "Sektoren als Scheiben.",
                 "Concentric network card around {}: the further in, the closer the tie; sectors "
                 "as slices."},
                centre.name) +
            " " + (texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle;
        texts.notes.push_back(
            say({"Ring 1: gemeinsame Vereinbarung oder Beziehung der Stufe 3 oder 4; Ring 2: jede "
                 "andere Beziehung zur Mitte (Stufe 0 bis 2 oder Stufe nicht erfasst); Ring 3: "
                 "keine, aber mindestens ein gemeinsamer Partner; Ring 4: im Netz erfasst, ohne "
                 "gemeinsamen Partner.",
                 "Ring 1: a common agreement or a tie of level 3 or 4; ring 2: any other tie with "
                 "the middle (level 0 to 2, or not recorded); ring 3: none, but at least one "
                 "partner in common; ring 4: recorded in the network, no partner in common."}));
        if (content_.hidden_ties > 0)
            texts.notes.push_back(
                say({"Weitere {} Linien, die nicht zwei direkte Partner verbinden, sind nicht "
                     "gezeichnet.",
                     "{} more lines that do not join two direct partners are not drawn."},
                    std::to_string(content_.hidden_ties)));
        texts.notes.insert(texts.notes.end(), notes.begin(), notes.end());
    }

private:
    template <class... Arguments>
    std::string say(Text pattern, Arguments... arguments) const {
        return message(pattern, std::initializer_list<std::string_view>{arguments...})
            .in(options_.language);
    }

    /// For the legend: ties of the centre by class, then the lines between the others.
    void count_classes() {
        std::map<TieClass, std::size_t> counts;
        for (const Tie& tie : network_.ties()) {
            const auto drawn = drawn_class(tie);
            const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
            if (drawn && from != to && (from == content_.centre || to == content_.centre))
                ++counts[*drawn];
        }
        content_.map.classes.clear();
        for (const auto& [tie_class, count] : counts)
            content_.map.classes.push_back(
                {line_style(tie_class, options_.scheme),
                 std::string{enumerator(tie_class).label.in(options_.language)}, count});
        if (!content_.other_ties.empty())
            content_.map.classes.push_back(
                {{between_style, {0xB4, 0xB4, 0xB4}, 0.6, Dash::solid, Arrow::none, 0.6},
                 content_.hidden_ties > 0
                     ? say({"Partner untereinander", "partners with each other"})
                     : say({"andere untereinander", "others with each other"}),
                 content_.other_ties.size()});
    }

    const Network& network_;
    RingContent& content_;
    const PictureOptions& options_;
};

/// One attempt to set the card on one sheet.
class Sheet {
public:
    Sheet(const RingContent& content, Paper paper, const PictureOptions& options)
        : content_{content}, options_{options}, frame_{content.map.texts, paper, options} {
        add_legend(frame_, legend(content.map, frame_.inner_width(), frame_.font(7.6)));
        for (std::size_t k = 0; k < ring_count; ++k)
            card_.ring_labels.push_back(frame_.say(all_enumerators<Ring>[k].label) + " (" +
                                        std::to_string(content.members[k]) + ")");
        for (const std::size_t group : content.slices)
            card_.slices.push_back(
                {content.map.groups[group].name, content.map.groups[group].swatch});
        card_.label_font = frame_.font(8);
        card_.heading_font = frame_.font(9.5);
    }

    bool find_size() {
        if (frame_.area().height() < 80) return false;
        const double least_scale = least_font_pt / name_fonts[0];
        if (!place(least_scale)) return false;
        const Setting smallest = set_;
        effort_ = most_effort;
        for (double scale = largest_scale * frame_.unit(); scale > least_scale && effort_ > 0;
             scale *= scale_step)
            if (place(scale)) return true;
        set_ = smallest;
        return true;
    }

    Drawing finish() {
        Drawing& drawing = frame_.drawing();
        draw_ring_card(frame_, *set_.shape, card_, set_.marks);
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
    };

    bool place(double scale) {
        const MapContent& map = content_.map;
        const MapActor& centre = map.actors[content_.centre];
        set_.centre_box = name_box(centre.tag, centre.name, centre_font * scale);
        if (set_.centre_box->width_pt > frame_.area().width() ||
            set_.centre_box->height_pt > frame_.area().height())
            return false;
        const double gap = std::max(3.5, 5 * scale);
        set_.boxes.clear();
        set_.items.clear();
        RingNeeds needs(content_.slices.size());
        double total = 0;
        for (const std::size_t i : content_.shown) {
            const MapActor& actor = map.actors[i];
            const auto ring = static_cast<std::size_t>(content_.rings[i]);
            set_.boxes.push_back(
                name_box(actor.tag, actor.name, std::max(least_font_pt, name_fonts[ring] * scale)));
            const auto slice = static_cast<std::size_t>(
                std::ranges::find(content_.slices, actor.group) - content_.slices.begin());
            const double width = set_.boxes.back().width_pt, height = set_.boxes.back().height_pt;
            set_.items.push_back({ring, slice, width, height, std::nullopt});
            const double need = (width + 2 * gap) * (height + 2 * gap);
            needs[slice][ring] += need;
            total += need;
        }
        const double middle =
            1.6 * (set_.centre_box->width_pt + 2 * gap) * (set_.centre_box->height_pt + 2 * gap);
        if (total + middle > densest * frame_.area().width() * frame_.area().height()) return false;
        std::optional<RingPlaces> best;
        std::optional<RingShape> last;
        for (int attempt = 0; attempt < adjustments && (!best || best->strays > 0); ++attempt) {
            const RingShape shape{frame_.area(), needs, middle};
            if (last && shape.same_as(*last)) break;  // the rings cannot grow any further
            last = shape;
            const RingObstacles obstacles = kept_free(shape, gap);
            RingNeeds crowded(needs.size());
            auto places = place_in_rings(shape, set_.items, ties_between_shown(), obstacles,
                                         crowded, effort_);
            for (std::size_t s = 0; s < needs.size(); ++s)
                for (std::size_t k = 0; k < ring_count; ++k)
                    if (crowded[s][k] > 0) needs[s][k] *= places ? 1.2 : 1.45;
            if (!places || (best && best->strays <= places->strays)) continue;
            best = std::move(places);
            set_.shape = shape;
        }
        if (!best) return false;
        set_.places = std::move(best->centres);
        if (!options_.places.empty()) keep_places(gap);
        set_.marks = mark_ring_card(*set_.shape, card_, ink());
        return true;
    }

    /// The labels of the rings and the box in the middle.
    RingObstacles kept_free(const RingShape& shape, double gap) {
        const Rectangle centre = centre_rectangle();
        RingObstacles obstacles{mark_ring_card(shape, card_, {{centre}, {}}).all(), gap};
        obstacles.boxes.push_back(centre.grown(gap));
        return obstacles;
    }

    /// Rings and slices follow from the network alone; in them the actors stand where they shall.
    void keep_places(double gap) {
        for (std::size_t i = 0; i < set_.items.size(); ++i)
            set_.items[i].wanted = wanted(content_.map.actors[content_.shown[i]].key);
        RingNeeds crowded(content_.slices.size());
        double effort = most_effort;
        if (auto kept = place_in_rings(*set_.shape, set_.items, ties_between_shown(),
                                       kept_free(*set_.shape, gap), crowded, effort))
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

    RingInk ink() {
        RingInk ink{{centre_rectangle()}, {}};
        for (std::size_t i = 0; i < set_.items.size(); ++i) {
            ink.boxes.push_back(
                Rectangle::around(set_.places[i], set_.items[i].width_pt, set_.items[i].height_pt));
            if (set_.items[i].ring <= 1) ink.line_ends.push_back(set_.places[i]);
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
    Frame frame_;
    RingCard card_;
    double effort_ = most_effort;
    Setting set_;
};

}  // namespace

std::vector<Ring> rings_around(const Network& network, ActorId centre) {
    std::vector<std::vector<std::size_t>> neighbours(network.actors().size());
    std::vector<Ring> rings(network.actors().size(), Ring::distant);
    const auto improve = [&](std::size_t actor, Ring ring) {
        rings[actor] = std::min(rings[actor], ring);
    };
    for (const Tie& tie : network.ties()) {
        const auto drawn = drawn_class(tie);
        if (!drawn) continue;
        const std::size_t from = (*tie.from).index(), to = (*tie.to).index();
        neighbours[from].push_back(to);
        neighbours[to].push_back(from);
        const bool close = *drawn == TieClass::agreement || tie.level.value_or(0) >= 3;
        if (from == centre.index()) improve(to, close ? Ring::close : Ring::partner);
        if (to == centre.index()) improve(from, close ? Ring::close : Ring::partner);
    }
    const auto is_agreement = [&](std::size_t actor) {
        return network.actors()[actor].kind == "agreement";
    };
    for (const std::size_t between : neighbours[centre.index()])
        for (const std::size_t actor : neighbours[between]) {
            if (network.is_partner(ActorId{between})) improve(actor, Ring::indirect);
            if (is_agreement(between)) improve(actor, Ring::close);
        }
    return rings;
}

Result<Drawing> rings(const Network& network, ActorId centre, const PictureOptions& options) {
    RingContent content = ring_content(network, centre, options);
    Words{network, content, options}.add();
    return set_on_paper(options,
                        counted(content.map.actors.size(), {"Akteur", "actor"},
                                {"Akteure", "actors"}, options.language),
                        [&](Paper paper) -> std::optional<Drawing> {
                            Sheet sheet{content, paper, options};
                            if (!sheet.find_size()) return std::nullopt;
                            return sheet.finish();
                        });
}

}  // namespace lotse::viz

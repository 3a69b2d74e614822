#include <lotse/viz/chain.hpp>

#include "legend.hpp"
#include "map_content.hpp"
#include "name_box.hpp"
#include "route.hpp"
#include "text_width.hpp"
#include "untangle.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace lotse::viz {
namespace {

constexpr std::size_t tier_count = all_enumerators<Tier>.size();
constexpr double name_font = 8.6;  // at scale 1 on A3
constexpr double largest_scale = 1.4;
constexpr double box_width = 12.5;  // of most boxes, in sizes of the names
constexpr double scale_step = 0.95;
constexpr double roomy_scale = 0.9;  // down to here type shrinks to give the ties room
constexpr double crossing_cost_pt = 40;
constexpr std::array<Colour, tier_count> band_colours{
    Colour{0xE9, 0xE9, 0xE5}, Colour{0xF1, 0xF1, 0xEE}, Colour{0xF8, 0xF8, 0xF6},
    Colour{0xFD, 0xFD, 0xFC}};
constexpr Colour band_line{0xC4, 0xC4, 0xBE};

/// Rows of a band, in columns: lines pass between the boxes of the rows above and below, and none
/// runs straight down behind the box in between to the next but one.
constexpr std::array row_shifts{0.0, 0.5, 0.25, 0.75};
constexpr double largest_shift = std::ranges::max(row_shifts);

constexpr std::array<Text, tier_count> meanings{
    Text{"entscheidet, beauftragt, finanziert", "decides, commissions, funds"},
    Text{"koordiniert, plant, verweist", "coordinates, plans, refers"},
    Text{"berät, behandelt, trainiert, begegnet", "advises, treats, trains, meets people"},
    Text{"die Art der Einrichtung sagt es nicht", "its kind does not say"},
};

struct ChainContent {
    MapContent map;
    std::vector<std::size_t> tiers;                          ///< of all actors
    std::array<std::vector<std::size_t>, tier_count> bands;  ///< actors with a tie, by sector
    std::array<std::size_t, tier_count> inner_lines{};
    std::vector<std::size_t> ties;  ///< between bands: positions in map.ties
};

ChainContent chain_content(const Network& network, const PictureOptions& options) {
    ChainContent content;
    content.map = map_content(network, options);
    MapContent& map = content.map;
    const bool no_ties = map.ties.empty();
    for (std::size_t i = 0; i < map.actors.size(); ++i) {
        const auto tier = static_cast<std::size_t>(tier_of(network, ActorId{i}));
        content.tiers.push_back(tier);
        if (map.actors[i].absent) continue;
        if (!map.actors[i].boxed || no_ties) content.bands[tier].push_back(i);
        if (no_ties) map.actors[i].boxed = false;
    }
    for (auto& band : content.bands)
        std::ranges::stable_sort(band, {}, [&](std::size_t i) { return map.actors[i].group; });
    for (std::size_t t = 0; t < map.ties.size(); ++t) {
        const std::size_t from = content.tiers[map.ties[t].from];
        const std::size_t to = content.tiers[map.ties[t].to];
        if (from == to)
            ++content.inner_lines[from];
        else
            content.ties.push_back(t);
    }
    std::map<TieClass, std::size_t> counts;
    for (const Tie& tie : network.ties()) {
        const auto drawn = drawn_class(network, tie, options.at);
        if (drawn && content.tiers[(*tie.from).index()] != content.tiers[(*tie.to).index()])
            ++counts[*drawn];
    }
    map.classes.clear();
    for (const auto& [tie_class, count] : counts)
        map.classes.push_back({line_style(tie_class, options.scheme),
                               std::string{enumerator(tie_class).label.in(options.language)},
                               count});
    return content;
}

void add_wording(const Network& network, const PictureOptions& options, ChainContent& content) {
    const Language language = options.language;
    std::vector<std::string> counts = actor_counts(content.map, language);
    counts.push_back(counted(content.ties.size(),
                             {"Linie zwischen den Ebenen", "line between the levels"},
                             {"Linien zwischen den Ebenen", "lines between the levels"}, language));
    const std::vector<std::string> notes = std::move(content.map.texts.notes);
    FrameTexts& texts = content.map.texts;
    texts = frame_texts(network, options,
                        {"Steuerung, Struktur, Handlung:", "Steering, structure, action:"}, counts);
    texts.description =
        std::string{
            Text{"Steuerungs-, Struktur- und Handlungsebene als Bänder, mit den Beziehungen "
                 "zwischen ihnen.",
                 "Steering, structure and action levels as bands, with the ties between "
                 "them."}
                .in(language)} +
        " " + (texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle;
    texts.notes.push_back(
        std::string{Text{"Die Ebene folgt aus der Art der Einrichtung. Beziehungen "
                         "innerhalb einer Ebene sind gezählt, nicht gezeichnet.",
                         "The level follows from the kind of actor. Ties within a "
                         "level are counted, not drawn."}
                        .in(language)});
    texts.notes.insert(texts.notes.end(), notes.begin(), notes.end());
    explain_frames(content.map, drawn_actors(content.map), language, texts.notes);
}

/// One attempt to set the bands on one sheet.
class Sheet {
public:
    Sheet(const ChainContent& content, Paper paper, const PictureOptions& options)
        : content_{content}, options_{options}, frame_{content.map.texts, paper, options} {
        add_legend(frame_, legend(content.map, frame_));
    }

    bool find_size() {
        if (frame_.area().height() < 60) return false;
        const double least_scale = least_font_pt / name_font;
        if (!fits(least_scale, 0.35)) return false;
        for (double scale = largest_scale * frame_.unit(); scale > roomy_scale; scale *= scale_step)
            if (fits(scale, 1.5)) return true;
        for (const double room : {1.5, 1.0, 0.6, 0.35})
            for (double scale = roomy_scale; scale >= least_scale; scale *= scale_step)
                if (fits(scale, room)) return true;
        return fits(least_scale, 0.35);
    }

    Drawing finish() {
        draw_bands();
        order_boxes();
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const MapActor& actor = content_.map.actors[items_[i]];
            const MapGroup& group = content_.map.groups[actor.group];
            frame_.drawing().nodes.push_back(node_of(boxes_[i], actor.id, actor.title, group.id,
                                                     actor.tag, places_[i], group.swatch,
                                                     actor.border));
            frame_.drawing().places[actor.key] = share_of(frame_.area(), places_[i]);
        }
        add_edges();
        for (const MapClass& used : content_.map.classes)
            frame_.drawing().styles.push_back(used.style);
        return frame_.finish();
    }

private:
    struct Band {
        std::size_t tier = 0;
        std::size_t count = 0;
        std::size_t rows = 1;
        double row_height = 0;
        Rectangle area;
    };

    /// `room`: the least gap between rows, in heights of a box.
    bool fits(double scale, double room) {
        const Rectangle& area = frame_.area();
        const double font = std::max(least_font_pt, name_font * scale);
        heading_font_ = std::max(least_font_pt, 1.15 * font);
        items_.clear();
        boxes_.clear();
        bands_.clear();
        double width = 0;
        std::array<double, tier_count> heights{};  // of the highest box
        for (std::size_t tier = 0; tier < tier_count; ++tier)
            for (const std::size_t i : content_.bands[tier]) {
                const MapActor& actor = content_.map.actors[i];
                items_.push_back(i);
                boxes_.push_back(column_box(actor.tag, actor.name, font, box_width * font));
                width = std::max<double>(width, boxes_.back().width_pt);
                heights[tier] = std::max<double>(heights[tier], boxes_.back().height_pt);
            }
        const double all = (area.width() - 8) / (width + 1.1 * font) - largest_shift;
        const auto columns = static_cast<std::size_t>(std::max(0.0, all));
        if (columns == 0 && !items_.empty()) return false;
        double rows = 0, needed = 0;
        for (std::size_t tier = 0; tier < tier_count; ++tier) {
            const std::size_t count = content_.bands[tier].size();
            if (count == 0 && tier == static_cast<std::size_t>(Tier::unassigned)) continue;
            const std::size_t band_rows = count == 0 ? 1 : (count + columns - 1) / columns;
            bands_.push_back({tier, count, band_rows, heights[tier], {}});
            rows += static_cast<double>(band_rows);
            needed += heights[tier] * static_cast<double>(band_rows);
        }
        const double heading = 1.9 * heading_font_;
        const double between = 1.6 * font * (room > 0.5 ? 1 : 0.4);  // bands
        const double band_count = static_cast<double>(bands_.size());
        const double spare =
            area.height() - band_count * heading - (band_count - 1) * between - needed;
        if (spare < 0.5 * room * needed) return false;
        for (Band& band : bands_) band.row_height += spare / rows;
        double y = area.top;
        for (Band& band : bands_) {
            const double high = heading + band.row_height * static_cast<double>(band.rows);
            band.area = {area.left, y, area.right, y + high};
            y += high + between;
        }
        return true;
    }

    /// Cells of the bands, and the actors in them so that few ties cross.
    void order_boxes() {
        places_.clear();
        std::vector<WheelItem> groups;
        for (const Band& band : bands_) {
            const double top = band.area.top + 1.9 * heading_font_;
            for (std::size_t i = 0; i < band.count; ++i) {
                // Column by column, so that neighbours in the order stay neighbours.
                const std::size_t column = i / band.rows, row = i % band.rows;
                const std::size_t columns = (band.count + band.rows - 1) / band.rows;
                const std::size_t shifted = std::min(band.rows, row_shifts.size());
                const double widest = std::ranges::max(std::span{row_shifts}.first(shifted));
                const double step =
                    (band.area.width() - 8) / (static_cast<double>(columns) + widest);
                const double at =
                    static_cast<double>(column) + 0.5 + row_shifts[row % row_shifts.size()];
                places_.push_back({band.area.left + 4 + step * at,
                                   top + band.row_height * (static_cast<double>(row) + 0.42)});
                groups.push_back({band.tier, 1, 1});
            }
        }
        std::vector<std::size_t> position(content_.map.actors.size(), 0);
        for (std::size_t i = 0; i < items_.size(); ++i) position[items_[i]] = i;
        std::vector<WheelTie> ties;
        for (const std::size_t t : content_.ties)
            ties.push_back(
                {position[content_.map.ties[t].from], position[content_.map.ties[t].to]});
        untangle(places_, groups, ties, crossing_cost_pt);
        if (!options_.places.empty()) keep_order();
        keep_inside();
    }

    /// Actors with a given place take the nearest cell of their band, the others what is left.
    void keep_order() {
        std::size_t first = 0;
        for (const Band& band : bands_) {
            const std::size_t last = first + band.count;
            std::vector<Point> cells{places_.begin() + static_cast<std::ptrdiff_t>(first),
                                     places_.begin() + static_cast<std::ptrdiff_t>(last)};
            std::vector<std::size_t> open;
            for (std::size_t i = first; i < last; ++i) {
                const auto given = options_.places.find(content_.map.actors[items_[i]].key);
                if (given == options_.places.end()) {
                    open.push_back(i);
                    continue;
                }
                const Point wanted = at_share(frame_.area(), given->second);
                const auto nearest = std::ranges::min_element(
                    cells, {}, [&](Point cell) { return distance(cell, wanted); });
                places_[i] = *nearest;
                cells.erase(nearest);
            }
            for (std::size_t i = 0; i < open.size(); ++i) places_[open[i]] = cells[i];
            first = last;
        }
    }

    void keep_inside() {
        const Rectangle& area = frame_.area();
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const double half = boxes_[i].width_pt / 2.0 + 3;
            places_[i].x = std::clamp(places_[i].x, area.left + half, area.right - half);
        }
    }

    void draw_bands() {
        for (const Band& band : bands_) {
            frame_.drawing().shapes.push_back(
                {corner_points(band.area), band_colours[band.tier], band_line, 0.7});
            const double y = band.area.top + 1.35 * heading_font_;
            double x = band.area.left + 0.7 * heading_font_;
            const std::string name = frame_.say(all_enumerators<Tier>[band.tier].label) + " (" +
                                     std::to_string(band.count) + ")";
            const Colour ground = band_colours[band.tier];
            frame_.print_above("band", {x, y}, name, heading_font_, Weight::bold, text_colour,
                               Anchor::left, ground);
            x += text_width_pt(name, heading_font_, Weight::bold) + heading_font_;
            const double small = std::max(least_font_pt, 0.85 * heading_font_);
            frame_.print_above("band", {x, y}, frame_.say(meanings[band.tier]), small,
                               Weight::regular, faint_text_colour, Anchor::left, ground);
            const std::string inner = counted(
                content_.inner_lines[band.tier],
                {"Verbindung untereinander", "connection among them"},
                {"Verbindungen untereinander", "connections among them"}, frame_.language());
            frame_.print_above("band", {band.area.right - 0.7 * heading_font_, y}, inner, small,
                               Weight::regular, faint_text_colour, Anchor::right, ground);
        }
    }

    void add_edges() {
        Drawing& drawing = frame_.drawing();
        std::vector<Rectangle> boxes;
        std::vector<std::size_t> position(content_.map.actors.size(), 0);
        for (std::size_t i = 0; i < items_.size(); ++i) {
            position[items_[i]] = i;
            boxes.push_back(Rectangle::around(places_[i], boxes_[i].width_pt, boxes_[i].height_pt));
        }
        for (const TextLine& line : drawing.labels) {
            if (line.role != "band") continue;
            const double width = text_width_pt(line.text, line.font_pt, line.weight);
            const double left = line.anchor == Anchor::right ? line.at.x - width : line.at.x;
            boxes.push_back({left, line.at.y - 0.8 * line.font_pt, left + width,
                             line.at.y + 0.2 * line.font_pt});
        }
        std::vector<RouteEnds> ends;
        for (const std::size_t t : content_.ties)
            ends.push_back(
                {position[content_.map.ties[t].from], position[content_.map.ties[t].to]});
        std::vector<std::vector<Point>> curves = route(boxes, ends, frame_.area());
        for (std::size_t i = 0; i < content_.ties.size(); ++i) {
            const MapTie& tie = content_.map.ties[content_.ties[i]];
            drawing.edges.push_back({tie.id, tie.title, tie.style, content_.map.actors[tie.from].id,
                                     content_.map.actors[tie.to].id, tie.arrowheads,
                                     std::move(curves[i])});
        }
    }

    const ChainContent& content_;
    const PictureOptions& options_;
    Frame frame_;
    double heading_font_ = 9;
    std::vector<std::size_t> items_;  ///< actors, band by band
    std::vector<NameBox> boxes_;
    std::vector<Point> places_;
    std::vector<Band> bands_;
};

}  // namespace

Tier tier_of(const Network& network, ActorId actor) {
    const std::string_view tier =
        network.codes().attribute("actor_kinds", network[actor].kind, "tier");
    return from_key<Tier>(tier).value_or(Tier::unassigned);
}

Result<Drawing> chain(const Network& network, const PictureOptions& options) {
    ChainContent content = chain_content(network, options);
    add_wording(network, options, content);
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

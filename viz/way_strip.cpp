#include <lotse/viz/chain.hpp>

#include "line_legend.hpp"
#include "map_content.hpp"
#include "name_box.hpp"
#include "text_width.hpp"
#include "way_sign.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::viz {
namespace {

constexpr double name_font = 10;  // at scale 1 on A3
constexpr double largest_scale = 1.7;
constexpr double scale_step = 0.95;
constexpr double box_width = 13;  // in sizes of the names, as the next two
constexpr double least_gap = 12;
constexpr double most_gap = 26;
constexpr double basis_gap = 0.35;    // between state and legal basis, in sizes of them
constexpr std::size_t good_hops = 3;  // in a line, before type shrinks no further
constexpr Colour row_colour{0xF6, 0xF6, 0xF4};
constexpr Colour row_line{0xC8, 0xC8, 0xC4};
constexpr double remark_line = 1.35;     // in sizes of the type
constexpr double writing_distance = 24;  // pt
constexpr const char* missing_style = "missing";

FrameTexts strip_texts(const Network& network, const Strip& strip, const PictureOptions& options) {
    PictureOptions titled = options;
    if (titled.title.empty()) titled.title = strip.title;
    std::vector<std::string> counts;
    if (std::string name = network_name(network); !name.empty()) counts.push_back(std::move(name));
    const auto found = std::ranges::count_if(
        strip.ways, [](const StripWay& way) { return way.state != WayState::none; });
    counts.push_back(counted(static_cast<std::size_t>(found), {"Weg", "way"}, {"Wege", "ways"},
                             options.language));
    FrameTexts texts = frame_texts(network, titled, {"Weg", "Way"}, counts);
    texts.notes = strip.notes;
    texts.description =
        strip.title + ". " + (texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle;
    std::map<std::string, std::string> tags;
    for (const StripWay& way : strip.ways)
        for (const ActorId station : way.stations) {
            const std::string& kind = network[station].kind;
            tags[std::string{network.codes().attribute("actor_kinds", kind, "tag")}] =
                network.codes().choice("actor_kinds", kind).label.in(options.language);
        }
    std::string all;
    for (const auto& [tag, kind] : tags)
        if (!tag.empty()) all += (all.empty() ? "" : " · ") + tag + " " + kind;
    if (!all.empty())
        texts.notes.push_back(std::string{Text{"Kürzel: ", "Tags: "}.in(options.language)} + all +
                              ".");
    return texts;
}

/// One attempt to set the strips on one sheet.
class Sheet {
public:
    Sheet(const Network& network, const Strip& strip, const FrameTexts& texts, Paper paper,
          const PictureOptions& options)
        : map_{map_content(network, options)},
          strip_{strip},
          options_{options},
          frame_{texts, paper, options} {
        add_line_legend(frame_, samples(), WaySigns::shown);
    }

    std::optional<Drawing> draw() {
        if (frame_.area().height() < 60) return std::nullopt;
        for (double scale = largest_scale * frame_.unit();; scale *= scale_step) {
            font_ = std::max(least_font_pt, name_font * scale);
            small_ = std::max(least_font_pt, 0.82 * font_);
            if (fits()) break;
            if (font_ <= least_font_pt) return std::nullopt;
        }
        double y = frame_.area().top;
        for (const std::string& line : remarks_) {
            y += remark_line * font_;
            frame_.print("remark", {frame_.area().left, y}, line, font_);
        }
        y += remark_space();
        if (rows_.empty()) add_writing_lines(y);
        for (const Row& row : rows_) {
            add_row(row, y);
            y += row.height + row_gap();
        }
        return frame_.finish();
    }

private:
    struct Words {
        std::vector<std::string> kind, state, basis;
    };
    /// Some hops of a way; a longer way goes on in the next line, from the same station.
    struct Line {
        std::size_t first = 0;
        std::size_t count = 0;
        double above = 0;  ///< the line: words, or half a box
        double below = 0;
    };
    struct Row {
        const StripWay* way;
        std::vector<std::string> heading;
        std::vector<NameBox> boxes;
        std::vector<Words> hops;
        double gap = 0;  ///< between two boxes
        std::vector<Line> lines;
        std::vector<std::string> offers;
        double height = 0;  ///< all, with heading
    };

    std::string say(Text text) const { return frame_.say(text); }
    double row_gap() const { return 1.1 * font_; }
    double line_gap() const { return 1.2 * font_; }
    double heading_height(const Row& row) const {
        return (1.0 + 1.3 * static_cast<double>(row.heading.size())) * font_;
    }

    std::vector<LineSample> samples() const {
        std::set<TieClass> classes;
        bool missing = false;
        for (const StripWay& way : strip_.ways)
            for (const StripHop& hop : way.hops) {
                missing |= hop.tie == StripHop::Tie::missing;
                if (hop.tie != StripHop::Tie::missing) classes.insert(hop.drawn_as);
            }
        std::vector<LineSample> samples;
        for (const TieClass used : classes)
            samples.push_back({line_style(used, options_.scheme), say(enumerator(used).label)});
        if (missing)
            samples.push_back(
                {{missing_style, {0x66, 0x66, 0x66}, 1.4, Dash::dotted, Arrow::vee, 0.8},
                 say({"Beziehung, die fehlt", "tie that is missing"})});
        return samples;
    }

    bool fits() {
        rows_.clear();
        remarks_.clear();
        for (const std::string& remark : strip_.remarks)
            for (std::string& line : wrap(remark, font_, frame_.area().width()))
                remarks_.push_back(std::move(line));
        double height = remark_line * font_ * static_cast<double>(remarks_.size()) + remark_space();
        for (const StripWay& way : strip_.ways) {
            rows_.push_back(row_of(way));
            const Row& row = rows_.back();
            if (row.gap < least_gap * font_ - 0.01) return false;
            if (font_ > least_font_pt + 0.5 &&
                row.lines.front().count < std::min(good_hops, row.hops.size()))
                return false;
            height += rows_.back().height + row_gap();
        }
        return height - row_gap() <= frame_.area().height();
    }

    double remark_space() const { return remarks_.empty() ? 0 : 1.2 * font_; }

    void add_writing_lines(double top) {
        const Rectangle& area = frame_.area();
        for (double y = top + writing_distance; y <= area.bottom; y += writing_distance)
            frame_.drawing().shapes.push_back(
                {corner_points({area.left, y, area.right, y + 0.4}), row_line, row_line, 0});
    }

    Row row_of(const StripWay& way) const {
        Row row;
        row.way = &way;
        row.heading = wrap(way.heading, font_, frame_.area().width() - 4 * font_, Weight::bold);
        double widest = 0;
        for (const ActorId station : way.stations) {
            const MapActor& actor = map_.actors[station.index()];
            row.boxes.push_back(column_box(actor.tag, actor.name, font_, box_width * font_));
            widest = std::max<double>(widest, row.boxes.back().width_pt);
        }
        const double width = frame_.area().width() - 2 * font_ - widest;
        const double most = std::max(1.0, std::floor(width / (widest + least_gap * font_)));
        const double hops = static_cast<double>(way.hops.size());
        const double line_count = std::max(1.0, std::ceil(hops / most));
        const double per_line = std::max(1.0, std::ceil(hops / line_count));
        row.gap = std::min(most_gap * font_, (width - widest * per_line) / per_line);
        for (const StripHop& hop : way.hops) row.hops.push_back(words_of(hop, row.gap));
        std::size_t first = 0;
        do {
            const auto count =
                std::min(static_cast<std::size_t>(per_line), way.hops.size() - first);
            row.lines.push_back(line_of(row, first, count));
            first += count;
        } while (first < way.hops.size());
        row.height = heading_height(row) + 0.4 * font_;
        for (const Line& line : row.lines) row.height += line.above + line.below + line_gap();
        for (const std::string& offer : way.offers)
            for (std::string& line : wrap(offer, small_, frame_.area().width() - 2 * font_))
                row.offers.push_back(std::move(line));
        row.height += 1.3 * small_ * static_cast<double>(row.offers.size());
        return row;
    }

    Words words_of(const StripHop& hop, double gap) const {
        const double width = gap - 1.6 * small_;
        const std::string state = hop.tie == StripHop::Tie::missing
                                      ? say({"noch nicht erfasst", "not recorded yet"})
                                      : say(enumerator(hop.state).label);
        return {wrap(hop.kind, small_, width, Weight::bold),
                wrap(state, small_, width - 1.8 * small_),
                hop.basis.empty() ? std::vector<std::string>{} : wrap(hop.basis, small_, width)};
    }

    Line line_of(const Row& row, std::size_t first, std::size_t count) const {
        Line line{first, count, 0, 0};
        for (std::size_t i = first; i <= first + count; ++i) {
            const double half = row.boxes[i].height_pt / 2.0;
            const bool marked = row.way->hand_over == i;
            line.above = std::max(line.above, half + (i == first && first > 0 ? 1.5 * small_ : 0));
            line.below = std::max(line.below, half + (marked ? 1.6 * small_ : 0));
        }
        for (std::size_t i = first; i < first + count; ++i) {
            const Words& words = row.hops[i];
            const double above = static_cast<double>(words.kind.size());
            const double below = static_cast<double>(words.state.size() + words.basis.size());
            line.above = std::max(line.above, 1.25 * small_ * above + 0.6 * small_);
            line.below = std::max(line.below, (1.25 * below + basis_gap + 1.0) * small_);
        }
        return line;
    }

    void add_row(const Row& row, double top) {
        const Rectangle& area = frame_.area();
        frame_.drawing().shapes.push_back(
            {corner_points({area.left, top, area.right, top + row.height}), row_colour, row_line,
             0.6});
        double base = top + 1.6 * font_;
        add_way_sign(frame_, row.way->state, {area.left + 1.6 * font_, base - 0.35 * font_},
                     1.2 * font_);
        for (const std::string& line : row.heading) {
            frame_.print("heading", {area.left + 2.8 * font_, base}, line, font_, Weight::bold);
            base += 1.3 * font_;
        }
        double y = top + heading_height(row);
        for (const Line& line : row.lines) {
            add_line(row, line, y + line.above);
            y += line.above + line.below + line_gap();
        }
        const double left = offers_left(row);
        for (const std::string& offer : row.offers) {
            frame_.print("offer", {left, y}, offer, small_);
            y += 1.3 * small_;
        }
    }

    /// Below the goal, the last box of the way, as far as their width allows.
    double offers_left(const Row& row) const {
        const Rectangle& area = frame_.area();
        double widest = 0;
        for (const std::string& offer : row.offers)
            widest = std::max(widest, text_width_pt(offer, small_));
        double goal = area.left + font_;
        const Line& line = row.lines.back();
        for (std::size_t i = line.first; i < line.first + line.count; ++i)
            goal += row.boxes[i].width_pt + row.gap;
        return std::max(area.left + font_, std::min(goal, area.right - font_ - widest));
    }

    void add_line(const Row& row, const Line& line, double y) {
        const std::string prefix = "w" + std::to_string(&row - rows_.data()) + "_" +
                                   std::to_string(&line - row.lines.data()) + "_";
        double x = frame_.area().left + font_;
        if (line.first > 0)
            frame_.print("hop", {x, y - row.boxes[line.first].height_pt / 2.0 - 0.5 * small_},
                         say({"weiter ab", "on from"}), small_, Weight::regular, faint_text_colour);
        for (std::size_t i = line.first; i <= line.first + line.count; ++i) {
            const NameBox& box = row.boxes[i];
            const MapActor& actor = map_.actors[row.way->stations[i].index()];
            const MapGroup& group = map_.groups[actor.group];
            const Point centre{x + box.width_pt / 2.0, y};
            frame_.drawing().nodes.push_back(node_of(box, prefix + std::to_string(i), actor.title,
                                                     group.id, actor.tag, centre, group.swatch,
                                                     actor.border));
            if (row.way->hand_over == i && (i > line.first || i == 0))
                frame_.print("legend", {centre.x, y + box.height_pt / 2.0 + 1.2 * small_},
                             say({"Übergabe", "hand-over"}), small_, Weight::bold, text_colour,
                             Anchor::centre);
            x += box.width_pt;
            if (i == line.first + line.count) break;
            add_hop(row.way->hops[i], row.hops[i], prefix + std::to_string(i),
                    prefix + std::to_string(i + 1), {x, y}, row.gap);
            x += row.gap;
        }
    }

    void add_hop(const StripHop& hop, const Words& words, const std::string& from,
                 const std::string& to, Point start, double gap) {
        const bool backwards = hop.tie == StripHop::Tie::backwards;
        const Point left_end{start.x + 1.5, start.y}, right_end{start.x + gap - 1.5, start.y};
        const Point a = backwards ? right_end : left_end, b = backwards ? left_end : right_end;
        const Point step = (1.0 / 3) * (b - a);
        const bool missing = hop.tie == StripHop::Tie::missing;
        frame_.drawing().edges.push_back(
            {from + "_hop",
             hop.kind,
             missing ? std::string{missing_style} : std::string{enumerator(hop.drawn_as).key},
             backwards ? to : from,
             backwards ? from : to,
             Arrowheads::at_end,
             {a, a + step, a + 2 * step, b}});
        const double middle = start.x + gap / 2, line = 1.25 * small_;
        double y = start.y - 0.55 * small_ - line * static_cast<double>(words.kind.size() - 1);
        for (const std::string& text : words.kind) {
            frame_.print("hop", {middle, y}, text, small_, Weight::bold, text_colour,
                         Anchor::centre);
            y += line;
        }
        y = start.y + 1.6 * small_;
        double widest = 0;
        for (const std::string& text : words.state)
            widest = std::max(widest, text_width_pt(text, small_));
        const double left = middle - (widest + 1.8 * small_) / 2;
        add_way_sign(frame_, hop.tie == StripHop::Tie::missing ? WayState::none : hop.state,
                     {left + 0.6 * small_, y - 0.35 * small_}, 1.2 * small_);
        for (const std::string& text : words.state) {
            frame_.print("hop", {left + 1.8 * small_, y}, text, small_);
            y += line;
        }
        y += basis_gap * small_;
        for (const std::string& text : words.basis) {
            frame_.print("hop", {middle, y}, text, small_, Weight::regular, faint_text_colour,
                         Anchor::centre);
            y += line;
        }
    }

    const MapContent map_;
    const Strip& strip_;
    const PictureOptions& options_;
    Frame frame_;
    double font_ = 9, small_ = 8;
    std::vector<Row> rows_;
    std::vector<std::string> remarks_;  ///< in lines
};

}  // namespace

Result<Drawing> way_strip(const Network& network, const Strip& strip,
                          const PictureOptions& options) {
    const FrameTexts texts = strip_texts(network, strip, options);
    return set_on_paper(
        options, counted(strip.ways.size(), {"Weg", "way"}, {"Wege", "ways"}, options.language),
        [&](Paper paper, const PictureOptions& typed) {
            return Sheet{network, strip, texts, paper, typed}.draw();
        });
}

}  // namespace lotse::viz

#include <lotse/viz/partner_map.hpp>

#include "geometry.hpp"
#include "legend.hpp"
#include "map_content.hpp"
#include "route.hpp"
#include "text_width.hpp"
#include "wheel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lotse::viz {
namespace {

constexpr double least_font_pt = 7;
constexpr double name_font = 8.4;  // of an actor with one partner, at scale 1 on A3
constexpr double largest_scale = 1.3;
constexpr double scale_step = 0.93;
constexpr double roomy_scale = 0.93;  // down to here type shrinks to give the ties room
constexpr double wrap_width = 10.5;   // of a name's lines, in font sizes: about 19 letters

struct Label {
    std::vector<std::string> lines;
    double font_pt;
    int tag_width_pt;
    int tag_font_pt;
    int width_pt;
    int height_pt;
};

int whole(double value) {
    return static_cast<int>(std::ceil(value));
}

Label label_of(const MapActor& actor, double font_pt) {
    Label label;
    label.font_pt = font_pt;
    double width = wrap_width * font_pt;
    do {
        label.lines = wrap(actor.name, font_pt, width);
        width *= 1.25;
    } while (label.lines.size() > 3);
    double widest = 0;
    for (const std::string& line : label.lines)
        widest = std::max(widest, text_width_pt(line, font_pt));
    label.tag_font_pt = static_cast<int>(std::max(least_font_pt, 0.86 * font_pt));
    label.tag_width_pt =
        whole(text_width_pt(actor.tag, label.tag_font_pt, Weight::bold) + 0.6 * font_pt);
    label.width_pt = label.tag_width_pt + whole(1.02 * widest + 0.7 * font_pt) + 2;
    label.height_pt =
        whole(line_height * font_pt * static_cast<double>(label.lines.size()) + 0.35 * font_pt) + 2;
    return label;
}

/// One attempt to set the map on one sheet with one size of type.
class Sheet {
public:
    Sheet(const MapContent& content, Paper paper, const PartnerMapOptions& options)
        : content_{content}, scheme_{options.scheme} {
        const PaperSize size = size_of(paper);
        drawing_.width_pt = size.width_pt;
        drawing_.height_pt = size.height_pt;
        drawing_.paper = enumerator(paper).label.de;
        drawing_.language = content.language == Language::de ? "de" : "en";
        drawing_.title = content.title;
        drawing_.description = content.description;
        unit_ = std::sqrt(size.width_pt / size_of(Paper::a3).width_pt) * options.font_scale;
        margin_ = 28 * std::sqrt(size.width_pt / size_of(Paper::a3).width_pt);
        add_head();
        add_foot();
        add_legend();
        for (std::size_t i = 0; i < content.actors.size(); ++i)
            if (content.actors[i].partners > 0 || content.ties.empty()) shown_.push_back(i);
    }

    /// The largest type that leaves the ties room; else the largest that fits at all. False: none.
    bool find_size() {
        const double least_scale = least_font_pt / name_font;
        for (double scale = largest_scale * unit_; scale >= roomy_scale; scale *= scale_step)
            if (place(scale, {0.40, 11, 4.4})) return true;
        for (const Spacing spacing : {Spacing{0.46, 7, 4.4}, Spacing{0.64, 4, 2.2}})
            for (double scale = roomy_scale; scale >= least_scale; scale *= 0.97)
                if (place(scale, spacing)) return true;
        return false;
    }

    Drawing finish() {
        add_wheel();
        add_nodes();
        add_edges();
        for (const MapClass& used : content_.classes)
            drawing_.styles.push_back(line_style(used.tie_class, scheme_));
        add_smallest_font();
        return std::move(drawing_);
    }

private:
    struct Spacing {
        double densest;       ///< share of the map that boxes may fill
        double gap_pt;        ///< between boxes, at scale 1
        double name_gain_pt;  ///< how much larger the name with most partners is, at scale 1
    };

    /// False: the actors do not fit in this size.
    bool place(double scale, Spacing spacing) {
        if (map_.height() < 60) return false;
        labels_.clear();
        std::size_t most = 1;
        for (const MapActor& actor : content_.actors) most = std::max(most, actor.partners);
        std::vector<WheelItem> items;
        double need = 0;
        space_.area = map_;
        space_.gap_pt = spacing.gap_pt * scale;
        for (const std::size_t i : shown_) {
            const MapActor& actor = content_.actors[i];
            const double share =
                std::sqrt(static_cast<double>(actor.partners) / static_cast<double>(most));
            labels_.push_back(label_of(actor, scale * (name_font + spacing.name_gain_pt * share)));
            const Label& label = labels_.back();
            items.push_back({actor.in_middle ? 0 : 1 + actor.group,
                             static_cast<double>(label.width_pt),
                             static_cast<double>(label.height_pt)});
            need += (label.width_pt + 5 * scale) * (label.height_pt + 5 * scale);
        }
        if (need > spacing.densest * map_.width() * map_.height()) return false;
        heading_font_ = std::max(least_font_pt, 9.5 * unit_);
        space_.heading_height_pt = 1.3 * heading_font_;
        space_.heading_width_pt.assign(1, 0);
        for (const MapGroup& group : content_.groups)
            space_.heading_width_pt.push_back(
                text_width_pt(group.name, heading_font_, Weight::bold));
        wheel_ = arrange_wheel(items, ties_between_shown(), space_);
        return wheel_.centres.size() == items.size();
    }

    std::string say(Text text) const { return std::string{text.in(content_.language)}; }

    void print(const char* role, Point at, const std::string& text, double font_pt,
               Weight weight = Weight::regular, Colour colour = text_colour,
               Anchor anchor = Anchor::left) {
        drawing_.labels.push_back({role, at, anchor, weight, font_pt, colour, text});
    }

    double inner_width() const { return drawing_.width_pt - 2 * margin_; }

    void add_head() {
        double font = 22 * unit_;
        while (font > 12 && text_width_pt(content_.title, font, Weight::bold) > inner_width())
            font *= 0.95;
        double y = margin_;
        for (const std::string& line : wrap(content_.title, font, inner_width(), Weight::bold)) {
            y += font;
            print("title", {margin_, y}, line, font, Weight::bold);
        }
        const double small = std::max(least_font_pt, 10 * unit_);
        double x = margin_;
        y += small * 1.6;
        if (!content_.fiction.empty()) {
            print("subtitle", {x, y}, content_.fiction, small, Weight::bold);
            x += text_width_pt(content_.fiction, small, Weight::bold) + small;
        }
        for (const std::string& line :
             wrap(content_.subtitle, small, margin_ + inner_width() - x)) {
            print("subtitle", {x, y}, line, small, Weight::regular, faint_text_colour);
            y += small * 1.5;
        }
        y -= small * 1.5;
        map_.top = y + small;
        map_.left = margin_;
        map_.right = drawing_.width_pt - margin_;
    }

    /// Notes and source; the last line leaves room for the smallest size of type.
    void add_foot() {
        const double font = std::max(least_font_pt, 7.2 * unit_);
        std::string notes;
        for (const std::string& note : content_.notes) notes += (notes.empty() ? "" : " ") + note;
        std::vector<std::pair<const char*, std::string>> lines;
        if (!notes.empty())
            for (const std::string& line : wrap(notes, font, inner_width()))
                lines.emplace_back("note", line);
        for (const std::string& line : wrap(content_.source, font, inner_width() - 34 * font))
            lines.emplace_back("footer", line);
        double y =
            drawing_.height_pt - margin_ - 1.35 * font * static_cast<double>(lines.size() - 1);
        map_.bottom = y - 1.6 * font;
        for (const auto& [role, line] : lines) {
            print(role, {margin_, y}, line, font, Weight::regular, faint_text_colour);
            y += 1.35 * font;
        }
        foot_font_ = font;
    }

    void add_legend() {
        const double font = std::max(least_font_pt, 7.6 * unit_);
        Legend strip = legend(content_, inner_width(), font);
        const Point to{margin_, map_.bottom - strip.height_pt};
        for (Shape& shape : strip.shapes) {
            for (Point& p : shape.outline) p = p + to;
            drawing_.shapes.push_back(std::move(shape));
        }
        for (TextLine& line : strip.labels) {
            line.at = line.at + to;
            drawing_.labels.push_back(std::move(line));
        }
        for (Edge& sample : strip.samples) {
            for (Point& p : sample.path) p = p + to;
            drawing_.edges.push_back(std::move(sample));
        }
        map_.bottom = to.y - font;
    }

    std::vector<WheelTie> ties_between_shown() const {
        std::vector<std::size_t> position(content_.actors.size(), 0);
        for (std::size_t i = 0; i < shown_.size(); ++i) position[shown_[i]] = i;
        std::vector<WheelTie> ties;
        for (const MapTie& tie : content_.ties)
            ties.push_back({position[tie.from], position[tie.to]});
        return ties;
    }

    void add_wheel() {
        for (const Wedge& wedge : wheel_.wedges) {
            const MapGroup& group = content_.groups[wedge.group - 1];
            drawing_.shapes.push_back({wedge.outline, group.swatch.wash, white, 2.5});
            const Rectangle box = heading_box(wedge, space_);
            print("sector", {box.centre().x, box.bottom - 0.32 * heading_font_}, group.name,
                  heading_font_, Weight::bold, group.swatch.strong, Anchor::centre);
        }
    }

    void add_nodes() {
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            const MapActor& actor = content_.actors[shown_[i]];
            const MapGroup& group = content_.groups[actor.group];
            const Label& label = labels_[i];
            drawing_.nodes.push_back(
                {actor.id, actor.title, group.id, wheel_.centres[i], label.width_pt,
                 label.height_pt, actor.tag, label.tag_width_pt, label.tag_font_pt, label.lines,
                 label.font_pt, group.swatch.tint, text_colour, group.swatch.full, group.swatch.ink,
                 group.swatch.full, actor.border});
        }
    }

    void add_edges() {
        std::vector<Rectangle> boxes;
        for (const Node& node : drawing_.nodes)
            boxes.push_back(Rectangle::around(node.centre, node.width_pt, node.height_pt));
        for (const Wedge& wedge : wheel_.wedges) boxes.push_back(heading_box(wedge, space_));
        std::vector<RouteEnds> ends;
        for (const WheelTie& tie : ties_between_shown()) ends.push_back({tie.from, tie.to});
        std::vector<std::vector<Point>> curves = route(boxes, ends, map_);
        for (std::size_t t = 0; t < content_.ties.size(); ++t) {
            const MapTie& tie = content_.ties[t];
            drawing_.edges.push_back({tie.id, tie.title, std::string{enumerator(tie.drawn_as).key},
                                      content_.actors[tie.from].id, content_.actors[tie.to].id,
                                      tie.arrowheads, std::move(curves[t])});
        }
    }

    void add_smallest_font() {
        double least = foot_font_;
        for (const TextLine& line : drawing_.labels) least = std::min(least, line.font_pt);
        for (const Node& node : drawing_.nodes)
            least = std::min({least, node.font_pt, static_cast<double>(node.tag_font_pt)});
        drawing_.minimum_font_pt = least;
        char number[16];
        std::snprintf(number, sizeof number, "%.1f", std::floor(least * 10) / 10);
        std::string text = number;
        if (content_.language == Language::de) std::replace(text.begin(), text.end(), '.', ',');
        const std::string line = message({"Blatt {} quer, kleinste Schrift {} pt · lotse",
                                          "Sheet {} landscape, smallest type {} pt · lotse"},
                                         {std::string_view{drawing_.paper}, std::string_view{text}})
                                     .in(content_.language);
        print("footer", {drawing_.width_pt - margin_, drawing_.height_pt - margin_}, line,
              foot_font_, Weight::regular, faint_text_colour, Anchor::right);
    }

    const MapContent& content_;
    Scheme scheme_;
    Drawing drawing_;
    double unit_ = 1;
    double margin_ = 28;
    double foot_font_ = 7;
    double heading_font_ = 9;
    Rectangle map_;
    std::vector<std::size_t> shown_;
    std::vector<Label> labels_;
    WheelSpace space_;
    Wheel wheel_;
};

}  // namespace

Result<Drawing> partner_map(const Network& network, const PartnerMapOptions& options) {
    if (!(options.font_scale >= 0.5 && options.font_scale <= 3))
        return Error{ErrorKind::usage, message({"Schriftfaktor außerhalb von 0,5 bis 3",
                                                "font scale outside 0.5 to 3"})};
    const MapContent content = map_content(network, options);
    for (const auto& paper : all_enumerators<Paper>) {
        if (paper.value < options.paper) continue;
        Sheet sheet{content, paper.value, options};
        if (!sheet.find_size()) continue;
        Drawing drawing = sheet.finish();
        if (paper.value != options.paper)
            drawing.messages.push_back(
                message({"Auf {} wäre die Schrift kleiner als 7 pt: die Karte ist für {} gesetzt",
                         "On {} the type would be smaller than 7 pt: the map is set for {}"},
                        {enumerator(options.paper).label.de, paper.label.de})
                    .in(options.language));
        return drawing;
    }
    return Error{
        ErrorKind::limit,
        message({"{} Akteure passen auch auf A0 nicht in lesbarer Schrift: einen Ausschnitt wählen",
                 "{} actors do not fit even A0 in readable type: choose a part of the network"},
                {std::string_view{std::to_string(content.actors.size())}})};
}

}  // namespace lotse::viz

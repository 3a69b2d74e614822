#include <lotse/viz/rings.hpp>

#include "frame.hpp"
#include "map_content.hpp"
#include "ring_card.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr std::array<double, ring_count> ring_shares{1.1, 1.5, 1.9, 2.0};
constexpr double middle_share = 0.036;  // of the whole card
constexpr Colour pencil_colour{0x99, 0x99, 0x99};
constexpr Colour rule_colour{0xA8, 0xA8, 0xA8};
constexpr double rule_pt = 0.6;

struct EmptyContent {
    FrameTexts texts;
    std::vector<RingSlice> slices;
    std::string centre;  ///< name; empty: to be written by hand
};

EmptyContent empty_content(const Network& network, std::optional<ActorId> centre,
                           const PictureOptions& options) {
    const MapContent map = map_content(network, options);
    EmptyContent content;
    // Programmes, agreements and events are lines on the card, not partners.
    for (const MapGroup& group : map.groups)
        if (group.id != "fact" && group.id != "other" &&
            (group.actors > 0 || network.actors().empty()))
            content.slices.push_back({group.name, group.swatch});
    PictureOptions titled = options;
    if (titled.title.empty())
        titled.title =
            Text{"Netzwerkkarte zum Ausfüllen", "Network card to fill in"}.in(options.language);
    FrameTexts& texts = content.texts;
    texts = frame_texts(network, titled, {"Netzwerkkarte", "Network card"}, {});
    texts.subtitle = network_name(network);
    if (!centre) texts.fiction.clear();
    if (centre) content.centre = network[*centre].name;
    texts.source =
        Text{"Leere Karte, ohne Daten des Netzes", "Empty card, without data of the network"}.in(
            options.language);
    texts.description =
        Text{
            "Leere konzentrische Netzwerkkarte: Mitte, vier Ringe, Sektoren als Felder, "
            "Schreiblinien.",
            "Empty concentric network card: middle, four rings, sectors as slices, lines to write "
            "on."}
            .in(options.language);
    return content;
}

class EmptySheet {
public:
    EmptySheet(const EmptyContent& content, Paper paper, const PictureOptions& options)
        : content_{content}, options_{options}, frame_{content.texts, paper, options} {}

    std::optional<Drawing> draw() {
        add_blanks();
        add_strip();
        if (frame_.area().height() < 250 * frame_.unit()) return std::nullopt;
        card_.slices = content_.slices;
        for (const auto& ring : all_enumerators<Ring>)
            card_.ring_labels.push_back(frame_.say(ring.label));
        card_.label_font = frame_.font(8);
        card_.heading_font = frame_.font(9.5);
        std::array<double, ring_count> each = ring_shares;
        const Rectangle& area = frame_.area();
        double all = 0;
        for (const double share : each) all += share;
        const double middle = all * static_cast<double>(card_.slices.size()) * middle_share;
        shape_.emplace(area, shares_by_need(RingNeeds(card_.slices.size(), each), middle));
        middle_ = Rectangle::around(area.centre(), 170 * frame_.unit(), 46 * frame_.unit());
        marks_ = mark_ring_card(*shape_, card_, {{middle_}, {}});
        draw_ring_card(frame_, *shape_, card_, marks_);
        add_rules();
        add_middle();
        return frame_.finish();
    }

private:
    void rule(double from, double to, double y) {
        frame_.drawing().shapes.push_back(
            {corner_points({from, y, to, y + rule_pt}), rule_colour, rule_colour, 0});
    }

    /// Date, place and occasion, to be written in the head.
    void add_blanks() {
        const double font = frame_.font(10);
        double x = frame_.area().right;
        const double y = frame_.margin() + 20 * frame_.unit();
        for (const Text& label : {Text{"Einrichtung", "Organisation"}, Text{"Anlass", "Occasion"},
                                  Text{"Datum", "Date"}}) {
            const double line = (label.de == std::string_view{"Datum"} ? 80 : 130) * frame_.unit();
            rule(x - line, x, y + 2);
            x -= line + 0.5 * font;
            frame_.print("legend", {x, y}, frame_.say(label), font, Weight::regular,
                         faint_text_colour, Anchor::right);
            x -= text_width_pt(frame_.say(label), font) + 1.5 * font;
        }
    }

    /// Kinds of lines to draw, and how the card is filled in.
    void add_strip() {
        const double font = frame_.font(8.4), line = 1.55 * font;
        const Rectangle area = frame_.area();
        constexpr std::size_t rows = 4;
        const double top = area.bottom - line * (rows + 1);
        double x = area.left;
        frame_.print("legend", {x, top + font}, frame_.say({"Linien", "Lines"}), font,
                     Weight::bold);
        double y = top + font, widest = 0;
        for (std::size_t i = 0; i < all_enumerators<TieClass>.size(); ++i) {
            const auto& tie = all_enumerators<TieClass>[i];
            if (i == rows) {
                x += 5 * font + widest + 2 * font;
                y = top + font;
                widest = 0;
            }
            y += line;
            const LineStyle style = line_style(tie.value, options_.scheme);
            frame_.drawing().styles.push_back(style);
            const Point start{x, y - 0.3 * font}, step{3.9 * font / 3, 0};
            frame_.drawing().edges.push_back(
                {"sample_" + style.name,
                 "",
                 style.name,
                 "",
                 "",
                 {},
                 {start, start + step, start + 2 * step, start + 3 * step}});
            frame_.print("legend", {x + 4.8 * font, y}, frame_.say(tie.label), font);
            widest = std::max(widest, text_width_pt(frame_.say(tie.label), font));
        }
        add_steps(x + 5 * font + widest + 3 * font, top, font, line);
        frame_.area().bottom = top - font;
    }

    void add_steps(double x, double top, double font, double line) {
        frame_.print("legend", {x, top + font},
                     frame_.say({"So wird die Karte ausgefüllt", "How to fill in the card"}), font,
                     Weight::bold);
        double y = top + font;
        for (const Text& step :
             {Text{"1. In die Mitte: die Einrichtung oder das Gremium, um das es geht.",
                   "1. In the middle: the organisation or body that it is about."},
              Text{"2. Jeden Partner in das Feld seines Sektors schreiben, je enger, desto "
                   "weiter innen.",
                   "2. Write every partner into the slice of its sector, the closer the further "
                   "in."},
              Text{"3. Linien wie in der Legende ziehen; die Stufe (0 bis 4) an die Linie.",
                   "3. Draw lines as in the legend; put the level (0 to 4) on the line."},
              Text{"4. Was niemand im Raum weiß, mit einem Fragezeichen eintragen.",
                   "4. Mark with a question mark what nobody in the room knows."}})
            for (const std::string& text : wrap(frame_.say(step), font, frame_.area().right - x))
                frame_.print("legend", {x, y += line}, text, font);
    }

    /// Rules to write on, wherever a line of some length fits one cell.
    void add_rules() {
        const Rectangle& area = frame_.area();
        const double row = 21 * frame_.unit(), least = 44 * frame_.unit();
        const double most = 125 * frame_.unit(), gap = 12 * frame_.unit();
        std::vector<Rectangle> kept = marks_.all();
        kept.push_back(middle_);
        for (double y = area.top + row; y < area.bottom - 4; y += row) {
            double start = area.left;
            std::optional<std::size_t> open;
            for (double x = area.left; x <= area.right + 2; x += 2) {
                const auto cell = cell_at({x, y}, kept, row);
                if (cell == open) continue;
                if (open) add_pieces(start + 4, x - 6, y, least, most, gap);
                start = x;
                open = cell;
            }
        }
    }

    void add_pieces(double from, double to, double y, double least, double most, double gap) {
        if (to - from < least) return;
        const auto pieces = static_cast<int>(std::ceil((to - from + gap) / (most + gap)));
        const double length = (to - from - (pieces - 1) * gap) / pieces;
        for (int i = 0; i < pieces; ++i) {
            const double left = from + i * (length + gap);
            rule(left, left + length, y);
        }
    }

    /// A number for ring and slice of a point, if there is room for writing above it.
    std::optional<std::size_t> cell_at(Point p, const std::vector<Rectangle>& kept,
                                       double row) const {
        const Rectangle written{p.x - 1, p.y - 0.6 * row, p.x + 1, p.y + 2};
        for (const Rectangle& box : kept)
            if (box.grown(2).overlaps(written)) return std::nullopt;
        for (std::size_t k = 0; k < ring_count; ++k) {
            if (!shape_->holds(k, written)) continue;
            const double angle = shape_->angle(p);
            for (std::size_t s = 0; s < shape_->slices(); ++s)
                if (angle >= shape_->slice_start(s) && angle < shape_->slice_end(s))
                    return s * ring_count + k;
        }
        return std::nullopt;
    }

    void add_middle() {
        const double font = frame_.font(8), large = frame_.font(12);
        frame_.drawing().shapes.push_back({corner_points(middle_), white, pencil_colour, 1.2});
        if (content_.centre.empty()) {
            frame_.print("centre", {middle_.left + 0.6 * font, middle_.top + 1.2 * font},
                         frame_.say({"In der Mitte", "In the middle"}), font, Weight::regular,
                         faint_text_colour);
            rule(middle_.left + 0.6 * font, middle_.right - 0.6 * font,
                 middle_.bottom - 0.9 * font);
            return;
        }
        const auto lines = wrap(content_.centre, large, middle_.width() - large, Weight::bold);
        double y =
            middle_.centre().y - 0.6 * large * static_cast<double>(lines.size()) + 0.95 * large;
        for (const std::string& line : lines) {
            frame_.print("centre", {middle_.centre().x, y}, line, large, Weight::bold, text_colour,
                         Anchor::centre);
            y += 1.2 * large;
        }
    }

    const EmptyContent& content_;
    const PictureOptions& options_;
    Frame frame_;
    RingCard card_;
    RingMarks marks_;
    Rectangle middle_;
    std::optional<RingShape> shape_;
};

}  // namespace

Result<Drawing> empty_rings(const Network& network, std::optional<ActorId> centre,
                            const PictureOptions& options) {
    const EmptyContent content = empty_content(network, centre, options);
    PictureOptions bare = options;
    bare.notes.clear();  // of what is not drawn: here nothing is
    return set_on_paper(
        bare,
        std::string{Text{"Die Felder der Karte", "The slices of the card"}.in(options.language)},
        [&](Paper paper, const PictureOptions& typed) {
            return EmptySheet{content, paper, typed}.draw();
        });
}

}  // namespace lotse::viz

#include "legend.hpp"

#include "geometry.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

std::vector<Point> corners(const Rectangle& r) {
    return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
}

class LegendBuilder {
public:
    LegendBuilder(const MapContent& content, double width_pt, double font_pt)
        : content_{content}, width_{width_pt}, font_{font_pt}, line_{font_pt * 1.4} {}

    Legend build() {
        for (const MapActor& actor : content_.actors)
            if (actor.boxed) unconnected_.push_back(&actor);
        const double ties_width = width_of_ties();
        const double rest = width_ - ties_width - 2 * gutter();
        Legend best;
        const double least_sectors = least_width_of_sectors();
        for (int columns = unconnected_.empty() ? 0 : 1; columns < 12; ++columns) {
            const double box = columns * box_column_width() + (columns > 0 ? 2 * padding() : 0);
            const double sectors = rest - box - (columns > 0 ? gutter() : 0);
            if (columns > 1 && sectors < least_sectors) break;
            Legend trial = arrange(std::max(sectors, least_sectors), ties_width, box, columns);
            trial.width_pt = width_ + std::max(0.0, least_sectors - sectors);
            if (best.height_pt == 0 || trial.height_pt < best.height_pt - 1)
                best = std::move(trial);
            if (columns == 0) break;
        }
        return best;
    }

private:
    double gutter() const { return 2.2 * font_; }
    double padding() const { return 0.8 * font_; }
    double sample_width() const { return 4.2 * font_; }
    double swatch_width() const { return 1.6 * font_; }
    double box_column_width() const {
        double widest = 0;
        for (const MapActor* actor : unconnected_)
            widest = std::max(widest, text_width_pt(name_in_list(*actor), font_) + 5 * font_);
        return std::max(std::min(widest, 24 * font_),
                        text_width_pt(box_heading(), font_, Weight::bold));
    }
    std::string box_heading() const {
        return (content_.ties_outside ? say({"Hier ohne Verbindung", "Not connected here"})
                                      : say({"Noch ohne Verbindung", "Not yet connected"})) +
               " (" + std::to_string(unconnected_.size()) + ")";
    }

    std::string say(Text text) const { return std::string{text.in(content_.texts.language)}; }

    std::string class_label(const MapClass& shown) const {
        return shown.name + " (" + std::to_string(shown.ties) + ")";
    }

    std::string sector_heading(const MapGroup& group) const {
        return group.name + " (" + std::to_string(group.actors) + ")";
    }

    double least_width_of_sectors() const {
        double least = 14 * font_;
        for (const MapGroup& group : content_.groups)
            if (group.actors > 0)
                least = std::max(least, swatch_width() + text_width_pt(sector_heading(group), font_,
                                                                       Weight::bold));
        return least;
    }

    double width_of_ties() const {
        double widest = text_width_pt(ties_heading(), font_, Weight::bold);
        for (const MapClass& shown : content_.classes)
            widest =
                std::max(widest, sample_width() + text_width_pt(class_label(shown), font_) + font_);
        for (const std::string& sign : content_.signs)
            widest = std::max(widest, text_width_pt(sign, font_) + font_);
        return widest;
    }

    std::string ties_heading() const {
        if (!content_.classes.empty()) return say({"Beziehungen", "Ties"});
        return content_.has_hidden_ties || !content_.ties.empty()
                   ? say({"Keine Beziehung gezeichnet", "No tie drawn"})
                   : say({"Keine Beziehung erfasst", "No tie recorded"});
    }

    static void print(Legend& to, const char* role, Point at, const std::string& text, double font,
                      Weight weight = Weight::regular, Colour colour = text_colour) {
        to.labels.push_back({role, at, Anchor::left, weight, font, colour, text});
    }

    Legend arrange(double sectors_width, double ties_width, double box_width,
                   int box_columns) const {
        Legend result;
        result.height_pt = std::max(add_sectors(result, sectors_width),
                                    add_ties(result, sectors_width + gutter()));
        if (box_columns > 0) {
            const double left = sectors_width + ties_width + 2 * gutter();
            result.height_pt =
                std::max(result.height_pt, add_unconnected(result, left, box_width, box_columns));
        }
        return result;
    }

    /// Tags with their meaning; a line ends between two of them only.
    std::vector<std::string> tag_lines(const MapGroup& group, double width) const {
        static constexpr std::string_view unbroken_blank = "\u00A0";
        std::string all;
        for (const std::string& tag : group.tags) {
            if (!all.empty()) all += std::string{unbroken_blank} + "· ";
            for (const char c : tag) c == ' ' ? all += unbroken_blank : all += c;
        }
        return wrap(all, font_, width);
    }

    /// Columns of equal width, as low as possible. Returns the height.
    double add_sectors(Legend& to, double width) const {
        const int columns = std::max(1, static_cast<int>(width / (27 * font_)));
        const double column = (width - (columns - 1) * font_) / columns;
        std::vector<const MapGroup*> shown;
        std::vector<double> heights;
        for (const MapGroup& group : content_.groups) {
            if (group.actors == 0) continue;
            shown.push_back(&group);
            const auto lines = tag_lines(group, column - swatch_width() - font_ * 0.5).size();
            heights.push_back(line_ * static_cast<double>(1 + lines) + font_ * 0.35);
        }
        const double height = lowest_height(heights, columns);
        double x = 0, y = 0;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (y > 0 && y + heights[i] > height + 0.01) {
                x += column + font_;
                y = 0;
            }
            add_sector(to, *shown[i], {x, y}, column);
            y += heights[i];
        }
        return height;
    }

    static double lowest_height(const std::vector<double>& heights, int columns) {
        double low = 0, high = 1;
        for (const double h : heights) {
            low = std::max(low, h);
            high += h;
        }
        const auto fits = [&](double height) {
            int used = 1;
            double y = 0;
            for (const double h : heights) {
                if (y > 0 && y + h > height) {
                    ++used;
                    y = 0;
                }
                y += h;
            }
            return used <= columns;
        };
        while (high - low > 0.5) {
            const double middle = (low + high) / 2;
            (fits(middle) ? high : low) = middle;
        }
        return high;
    }

    void add_sector(Legend& to, const MapGroup& group, Point at, double width) const {
        const double base = at.y + font_;
        to.shapes.push_back({corners({at.x, base - 0.8 * font_, at.x + swatch_width() - 0.5 * font_,
                                      base + 0.12 * font_}),
                             group.swatch.full, group.swatch.full, 0});
        const double x = at.x + swatch_width();
        print(to, "legend", {x, base}, sector_heading(group), font_, Weight::bold);
        double y = base;
        for (const std::string& line : tag_lines(group, width - swatch_width() - font_ * 0.5))
            print(to, "legend", {x, y += line_}, line, font_, Weight::regular, faint_text_colour);
    }

    double add_ties(Legend& to, double left) const {
        double y = font_;
        print(to, "legend", {left, y}, ties_heading(), font_, Weight::bold);
        for (const MapClass& shown : content_.classes) {
            y += line_ * 1.08;
            const Point start{left, y - 0.3 * font_};
            const Point step{(sample_width() - font_) / 3, 0};
            to.samples.push_back({"sample_" + shown.style.name,
                                  "",
                                  shown.style.name,
                                  "",
                                  "",
                                  {},
                                  {start, start + step, start + 2 * step, start + 3 * step}});
            print(to, "legend", {left + sample_width(), y}, class_label(shown), font_);
        }
        if (!content_.signs.empty()) y += 0.4 * font_;
        for (const std::string& sign : content_.signs)
            print(to, "legend", {left, y += line_ * 1.08}, sign, font_);
        return y + 0.4 * font_;
    }

    double add_unconnected(Legend& to, double left, double width, int columns) const {
        const double column = (width - 2 * padding()) / columns;
        std::vector<std::vector<std::string>> entries;
        std::vector<double> heights;
        double tag_width = 0;
        for (const MapActor* actor : unconnected_)
            tag_width = std::max(tag_width, text_width_pt(actor->tag, font_, Weight::bold));
        tag_width += 0.6 * font_;
        for (const MapActor* actor : unconnected_) {
            entries.push_back(wrap(name_in_list(*actor), font_, column - tag_width - 0.5 * font_));
            heights.push_back(line_ * 0.93 * static_cast<double>(entries.back().size()));
        }
        const double top = padding() + 1.25 * font_;
        print(to, "unconnected", {left + padding(), padding() + 0.7 * font_}, box_heading(), font_,
              Weight::bold);
        const double height = lowest_height(heights, columns);
        double x = left + padding(), y = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (y > 0 && y + heights[i] > height + 0.01) {
                x += column;
                y = 0;
            }
            double base = top + y + font_;
            const MapGroup& group = content_.groups[unconnected_[i]->group];
            print(to, "unconnected", {x, base}, unconnected_[i]->tag, font_, Weight::bold,
                  group.swatch.strong);
            for (const std::string& line : entries[i]) {
                print(to, "unconnected", {x + tag_width, base}, line, font_);
                base += line_ * 0.93;
            }
            y += heights[i];
        }
        const double bottom = top + height + padding();
        to.shapes.insert(
            to.shapes.begin(),
            {corners({left, 0, left + width, bottom}), white, {0x99, 0x99, 0x99}, 0.7});
        return bottom;
    }

    const MapContent& content_;
    double width_;
    double font_;
    double line_;
    std::vector<const MapActor*> unconnected_;
};

}  // namespace

Legend legend(const MapContent& content, double width_pt, double font_pt) {
    return LegendBuilder{content, width_pt, font_pt}.build();
}

Legend legend(const MapContent& content, const Frame& frame) {
    constexpr double full_sheet = 40;  // actors
    constexpr double most_height = 0.15;
    const double actors = static_cast<double>(std::max<std::size_t>(1, content.actors.size()));
    const double larger = std::clamp(std::sqrt(full_sheet / actors), 1.0, 1.45);
    Legend strip = legend(content, frame.inner_width(), frame.font(7.6 * larger));
    const auto fits = [&] { return strip.width_pt <= frame.inner_width() + 0.01; };
    if (fits() && (larger == 1 || strip.height_pt <= most_height * frame.area().height()))
        return strip;
    constexpr double step = 0.95;
    for (double size = frame.font(7.6);; size = std::max(least_font_pt, size * step)) {
        strip = legend(content, frame.inner_width(), size);
        if (fits() || size <= least_font_pt) return strip;
    }
}

void add_legend(Frame& frame, Legend strip) {
    Rectangle& area = frame.area();
    const Point to{area.left, area.bottom - strip.height_pt};
    Drawing& drawing = frame.drawing();
    for (Shape& shape : strip.shapes) {
        for (Point& p : shape.outline) p = p + to;
        drawing.shapes.push_back(std::move(shape));
    }
    for (TextLine& line : strip.labels) {
        line.at = line.at + to;
        drawing.labels.push_back(std::move(line));
    }
    for (Edge& sample : strip.samples) {
        for (Point& p : sample.path) p = p + to;
        drawing.edges.push_back(std::move(sample));
    }
    area.bottom = to.y - frame.font(7.6);
}

}  // namespace lotse::viz

#include "ego_panels.hpp"

#include "text_width.hpp"
#include "way_sign.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double way_indent = 2.1;  // of a way's text beside its sign, in sizes of it
constexpr Colour panel_colour{0xF4, 0xF4, 0xF2};
constexpr Colour panel_line{0xC8, 0xC8, 0xC4};

class Panels {
public:
    Panels(Frame& frame, const EgoContent& content) : frame_{frame}, content_{content} {}

    /// Share of the width for the offers and columns of both panels that need the least height.
    void add() {
        const double font = frame_.font(8), gap = 1.4 * font, inner = frame_.inner_width();
        Columns offers, ways;
        double height = 0, offers_width = 0;
        for (const double share : {0.24, 0.3, 0.36, 0.42, 0.48})
            for (std::size_t offer_columns = 1; offer_columns <= 3; ++offer_columns)
                for (std::size_t way_columns = 1; way_columns <= 3; ++way_columns) {
                    const double width = share * inner;
                    Columns left = offer_panel(width, offer_columns, font);
                    Columns right = way_panel(inner - width - gap, way_columns, font);
                    const double needed = std::max(left.height, right.height);
                    if (height > 0 && needed > height - 1) continue;
                    height = needed;
                    offers_width = width;
                    offers = std::move(left);
                    ways = std::move(right);
                }
        Rectangle& area = frame_.area();
        const double top = area.bottom - height - 3.4 * font;
        print_panel(
            {area.left, top, area.left + offers_width, area.bottom},
            say({"Angebote", "Offers"}) + " (" + std::to_string(content_.offers.size()) + ")",
            offers, font, 0);
        print_panel({area.left + offers_width + gap, top, area.right, area.bottom},
                    say({"Bester Weg zu jedem Thema", "Best way to each topic"}), ways, font,
                    content_.ways.empty() ? 0 : way_indent * font);
        area.bottom = top - font;
    }

private:
    struct Entry {
        std::vector<std::string> head, rest;
        WayState state = WayState::none;
        double height(double font) const {
            return font * 1.3 * static_cast<double>(head.size() + rest.size()) + 0.45 * font;
        }
    };

    std::string say(Text text) const { return frame_.say(text); }

    /// Ties that are paused are not drawn as partners, but count as ways.
    std::string way_text(const EgoWay& way) const {
        return stations_text(way) +
               (way.over_paused_tie ? say({" (eine Beziehung ruht)", " (a tie is paused)"}) : "");
    }

    std::string stations_text(const EgoWay& way) const {
        if (way.state == WayState::none) return say(enumerator(WayState::none).label);
        if (way.only_referred_to)
            return say({"dorthin wird zu diesem Thema verwiesen; Angebot nicht erfasst",
                        "others refer there on this topic; offer not recorded"});
        if (way.handoffs == 0 || way.stations.size() <= 1)
            return say({"bietet es selbst an", "provides it itself"});
        if (way.stations.size() == 2)
            return message({"direkt: {}", "directly: {}"}, {std::string_view{way.stations[1]}})
                .in(frame_.language());
        std::string over;
        for (std::size_t i = 1; i + 1 < way.stations.size(); ++i)
            over += (over.empty() ? "" : " → ") + way.stations[i];
        return message({"{} Schritte: über {} zu {}", "{} hand-offs: over {} to {}"},
                       {std::to_string(way.handoffs), over, way.stations.back()})
            .in(frame_.language());
    }

    /// Entries in columns of one width, filled one after the other as evenly as possible.
    struct Columns {
        std::vector<Entry> entries;
        double width = 0;
        std::size_t columns = 1;
        double height = 0;
    };

    Columns columns_of(std::vector<Entry> entries, double width, std::size_t columns,
                       double font) const {
        Columns result{std::move(entries), width, columns, 0};
        double low = 0, high = 1;
        for (const Entry& entry : result.entries) {
            low = std::max(low, entry.height(font));
            high += entry.height(font);
        }
        const auto fits_in = [&](double height) {
            std::size_t used = 1;
            double y = 0;
            for (const Entry& entry : result.entries) {
                if (y > 0 && y + entry.height(font) > height) {
                    ++used;
                    y = 0;
                }
                y += entry.height(font);
            }
            return used <= columns;
        };
        while (high - low > 0.5) {
            const double middle = (low + high) / 2;
            (fits_in(middle) ? high : low) = middle;
        }
        result.height = high;
        return result;
    }

    static double column_width(double panel, std::size_t columns, double font) {
        const double gap = 1.4 * font;
        return (panel - 2 * gap - gap * static_cast<double>(columns - 1)) /
               static_cast<double>(columns);
    }

    Columns offer_panel(double panel, std::size_t columns, double font) const {
        const double width = column_width(panel, columns, font);
        std::vector<Entry> entries;
        for (const EgoOffer& offer : content_.offers)
            entries.push_back(
                {wrap(offer.name, font, width), wrap(offer.detail, font, width), WayState::none});
        if (entries.empty())
            entries.push_back(
                {{},
                 wrap(say({"Kein Angebot erfasst.", "No offer recorded."}), font, width),
                 WayState::none});
        return columns_of(std::move(entries), width, columns, font);
    }

    Columns way_panel(double panel, std::size_t columns, double font) const {
        const double width = column_width(panel, columns, font);
        const double inner = width - way_indent * font;
        std::vector<Entry> entries;
        for (const EgoWay& way : content_.ways)
            entries.push_back({wrap(way.topic, font, inner, Weight::bold),
                               wrap(way_text(way), font, inner), way.state});
        if (entries.empty())
            entries.push_back({{}, wrap(content_.no_ways, font, width), WayState::none});
        return columns_of(std::move(entries), width, columns, font);
    }

    void print_panel(const Rectangle& panel, const std::string& heading, const Columns& columns,
                     double font, double sign) {
        const double gap = 1.4 * font;
        frame_.drawing().shapes.push_back({corner_points(panel), panel_colour, panel_line, 0.6});
        frame_.print("heading", {panel.left + gap, panel.top + 1.6 * font}, heading, 1.1 * font,
                     Weight::bold);
        const double top = panel.top + 2.4 * font;
        double x = panel.left + gap, y = 0;
        for (const Entry& entry : columns.entries) {
            if (y > 0 && y + entry.height(font) > columns.height + 0.01) {
                x += columns.width + gap;
                y = 0;
            }
            double base = top + y + font;
            if (sign > 0)
                add_way_sign(frame_, entry.state, {x + 0.65 * font, base - 0.35 * font},
                             1.3 * font);
            for (const std::string& line : entry.head) {
                frame_.print("panel", {x + sign, base}, line, font,
                             sign > 0 ? Weight::bold : Weight::regular);
                base += 1.3 * font;
            }
            for (const std::string& line : entry.rest) {
                frame_.print("panel", {x + sign, base}, line, font, Weight::regular,
                             faint_text_colour);
                base += 1.3 * font;
            }
            y += entry.height(font);
        }
    }

    Frame& frame_;
    const EgoContent& content_;
};

}  // namespace

void add_ego_panels(Frame& frame, const EgoContent& content) {
    Panels{frame, content}.add();
}

}  // namespace lotse::viz

#include "coverage_legend.hpp"

#include "state_sign.hpp"
#include "text_width.hpp"

namespace lotse::viz {

std::size_t add_coverage_legend(Frame& frame, const CoverageTable& table, Scheme scheme) {
    struct Entry {
        CoverageState shows;
        std::string text;
        enum class Look { state, online, number } look = Look::state;
    };
    const bool programme = table.asks == CoverageTable::Asks::taking_part;
    std::size_t online = 0;
    std::vector<Entry> entries;
    StateCounts counts{};
    for (const CoverageRow& row : table.rows)
        for (const auto& cell : row.cells) {
            count(counts, cell);
            online += cell && cell->reach == CoverageCell::Reach::online_only;
        }
    for (const auto& state : all_enumerators<CoverageState>)
        entries.push_back(
            {state.value,
             frame.say(programme ? taking_part(state.value) : state_meaning(state.value)) + " (" +
                 std::to_string(counts[static_cast<std::size_t>(state.value)]) + ")"});
    if (online > 0)
        entries.push_back({CoverageState::unknown,
                           frame.say({"nur online erreichbar", "reached online only"}) + " (" +
                               std::to_string(online) + ")",
                           Entry::Look::online});
    entries.push_back(
        {CoverageState::unknown,
         frame.say(programme
                       ? Text{"Einrichtungen, die teilnehmen", "organisations taking part"}
                       : Text{"erfasste Angebote zu diesem Feld", "offers recorded for this cell"}),
         Entry::Look::number});
    const double font = frame.font(8), swatch = 2.2 * font, line = 1.9 * font;
    Rectangle& area = frame.area();
    std::vector<Point> places;
    Point at{area.left, 0};
    for (const Entry& entry : entries) {
        const double width = swatch + 0.6 * font + text_width_pt(entry.text, font);
        if (at.x > area.left && at.x + width > area.right) at = {area.left, at.y + line};
        places.push_back(at);
        at.x += width + 1.8 * font;
    }
    const double top = area.bottom - at.y - line;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Point p{places[i].x, top + places[i].y};
        const Rectangle field{p.x, p.y, p.x + swatch, p.y + 1.5 * font};
        if (entries[i].look == Entry::Look::number) {
            frame.print("legend", {field.centre().x, p.y + 1.1 * font}, "3", font, Weight::regular,
                        text_colour, Anchor::centre);
        } else if (entries[i].look == Entry::Look::online) {
            add_online_sign(frame, field.centre(), online_sign * font);
        } else {
            add_state_field(frame.drawing(), field, entries[i].shows, scheme);
            add_state_sign(frame, entries[i].shows, field.centre(), 0.95 * font);
        }
        frame.print("legend", {field.right + 0.6 * font, p.y + 1.1 * font}, entries[i].text, font);
    }
    area.bottom = top - 1.5 * font;
    return online;
}

}  // namespace lotse::viz

#include <lotse/viz/coverage_matrix.hpp>

#include "coverage_legend.hpp"
#include "frame.hpp"
#include "state_sign.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double row_font = 9;  // at scale 1 on A3
constexpr double largest_scale = 1.6;
constexpr std::size_t most_blocks = 8;
constexpr std::size_t states = all_enumerators<CoverageState>.size();

/// Rows that stand below each other, with their own headings.
struct Block {
    std::size_t first = 0;
    std::size_t last = 0;
    double left = 0;
};

/// All measures of the table in one size of type, in points.
struct Measures {
    double font = 9;
    double label = 0;   ///< width of the names of areas
    double column = 0;  ///< width of a topic
    double sum = 0;     ///< width of a column of sums
    double gap = 0;     ///< before the sums
    double head = 0;    ///< height of the headings
    double foot = 0;    ///< height of the sums below the last row
    bool slanting = false;
    std::vector<std::vector<std::string>> labels;
    std::vector<std::vector<std::string>> headings;
    std::vector<double> heights;
    std::vector<Block> blocks;
};

/// One attempt to set the table on one sheet.
class MatrixSheet {
public:
    MatrixSheet(const CoverageTable& table, const FrameTexts& texts, Paper paper,
                const PictureOptions& options)
        : table_{table}, scheme_{options.scheme}, frame_{texts, paper, options} {
        online_ = add_coverage_legend(frame_, table_, scheme_);
        for (const std::string& name : table_.columns)
            for (const std::string& part : wrap(name, 1, 0))
                longest_word_ = std::max(longest_word_, text_width_pt(part, 1));
    }

    /// The largest type in which the table fits, in as few blocks as possible. False: none.
    bool find_size() {
        const double least = least_font_pt / row_font;
        for (double scale = std::max(least, largest_scale * frame_.unit()); scale > least * 0.999;
             scale = scale > least && scale * 0.96 < least ? least : scale * 0.96)
            for (std::size_t blocks = 1; blocks <= most_blocks; ++blocks)
                if (measure(row_font * scale, blocks)) return true;
        return false;
    }

    Drawing finish() {
        for (const Block& block : m_.blocks) {
            add_headings(block);
            add_rows(block);
        }
        if (!m_.blocks.empty()) add_column_sums(m_.blocks.back());
        return frame_.finish();
    }

private:
    bool measure(double font, std::size_t blocks) {
        const Rectangle& area = frame_.area();
        const double gutter = 3 * font;
        const double width =
            (area.width() - gutter * static_cast<double>(blocks - 1)) / static_cast<double>(blocks);
        m_ = {};
        m_.font = font;
        m_.sum = 2.5 * font;
        m_.gap = 0.7 * font;
        const double sums = m_.gap + static_cast<double>(states) * m_.sum;
        if (!measure_labels(0.36 * width)) return false;
        const auto columns = static_cast<double>(std::max<std::size_t>(1, table_.columns.size()));
        m_.column = std::min(widest_column(), (width - m_.label - sums) / columns);
        if (m_.column < least_column()) return false;
        measure_headings();
        if (m_.slanting && !make_room_for_headings(width - sums)) return false;
        m_.foot = 0.5 * font + 1.45 * font * static_cast<double>(states);
        return divide(blocks, width + gutter);
    }

    /// Of sign, number and perhaps "@".
    double least_column() const { return (online_ > 0 ? 4.2 : 3.4) * m_.font; }

    /// No wider than headings in lines need: these stand one above the other only where the sheet
    /// is too narrow for their words.
    double widest_column() const { return std::max(12.0, longest_word_ + 0.6) * m_.font; }

    bool measure_labels(double most) {
        for (const CoverageRow& row : table_.rows) {
            std::vector<std::string> lines = wrap(row.area, m_.font, most);
            if (!row.group.empty())
                for (std::string& line : wrap(row.group, m_.font, most))
                    lines.push_back(std::move(line));
            for (const std::string& line : lines)
                m_.label = std::max(m_.label, text_width_pt(line, m_.font));
            m_.heights.push_back(
                (1.25 * static_cast<double>(std::max<std::size_t>(1, lines.size())) + 0.75) *
                m_.font);
            m_.labels.push_back(std::move(lines));
        }
        for (const auto& state : all_enumerators<CoverageState>)  // beside the sums of the columns
            m_.label = std::max(
                m_.label, 1.6 * m_.font + text_width_pt(frame_.say(label(state.value)), m_.font));
        if (m_.label > most * 1.2) return false;
        m_.label += 0.9 * m_.font;
        return true;
    }

    /// Headings in lines above their columns; where columns are too narrow for the words, one above
    /// the other, each with a line down to its column.
    void measure_headings() {
        const double room = m_.column - 0.5 * m_.font;
        std::size_t most = 1;
        for (const std::string& name : table_.columns) {
            m_.headings.push_back(wrap(name, m_.font, room));
            most = std::max(most, m_.headings.back().size());
            for (const std::string& line : m_.headings.back())
                if (text_width_pt(line, m_.font) > room) m_.slanting = true;
        }
        if (!m_.slanting) {
            m_.head = std::max(3.2, 1.25 * static_cast<double>(most) + 0.8) * m_.font;
            return;
        }
        m_.head = std::max(3.2, 1.4 * static_cast<double>(table_.columns.size()) + 1.2) * m_.font;
    }

    /// Headings one above the other end at their column and begin above the names of the areas.
    bool make_room_for_headings(double width) {
        const auto columns = static_cast<double>(table_.columns.size());
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const double before = static_cast<double>(c) + 0.5;
            const double need = text_width_pt(table_.columns[c], m_.font) + 0.5 * m_.font;
            // label + before * column >= need, with column = (width - label) / columns: a column
            // too narrow for a word of its heading is as wide as there is room
            if (m_.label + before * m_.column < need)
                m_.label = (need - before * width / columns) / (1 - before / columns);
            m_.column = std::min(m_.column, (width - m_.label) / columns);
        }
        return m_.column >= least_column();
    }

    bool divide(std::size_t blocks, double distance) {
        const std::size_t rows = table_.rows.size();
        if (blocks > 1 && blocks > rows) return false;
        const std::size_t each = (rows + blocks - 1) / blocks;
        double tallest = 0;
        for (std::size_t b = 0; b < blocks; ++b) {
            Block block{std::min(rows, b * each), std::min(rows, (b + 1) * each),
                        frame_.area().left + static_cast<double>(b) * distance};
            if (b > 0 && block.first == block.last) return false;
            double height = m_.head + (b + 1 == blocks ? m_.foot : 0);
            for (std::size_t r = block.first; r < block.last; ++r) height += m_.heights[r];
            tallest = std::max(tallest, height);
            m_.blocks.push_back(block);
        }
        const double room = frame_.area().height() - tallest;
        if (room < 0) return false;
        // Few rows may stand further apart.
        const double more = std::min(2.4 * m_.font, room / static_cast<double>(each + 1));
        for (double& height : m_.heights) height += more;
        return true;
    }

    double column_left(const Block& block, std::size_t column) const {
        return block.left + m_.label + static_cast<double>(column) * m_.column;
    }
    double sum_centre(const Block& block, std::size_t state) const {
        return column_left(block, table_.columns.size()) + m_.gap +
               (static_cast<double>(state) + 0.5) * m_.sum;
    }
    double first_row_top() const { return frame_.area().top + m_.head; }

    void add_headings(const Block& block) {
        const double bottom = first_row_top() - 0.5 * m_.font;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const double centre = column_left(block, c) + m_.column / 2;
            if (!m_.slanting) {
                double y = bottom - 1.25 * m_.font * static_cast<double>(m_.headings[c].size() - 1);
                for (const std::string& line : m_.headings[c]) {
                    frame_.print("heading", {centre, y}, line, m_.font, Weight::regular,
                                 text_colour, Anchor::centre);
                    y += 1.25 * m_.font;
                }
                continue;
            }
            const double y = bottom - 1.4 * m_.font * static_cast<double>(c) - 0.5 * m_.font;
            frame_.print("heading", {centre - 0.35 * m_.font, y}, table_.columns[c], m_.font,
                         Weight::regular, text_colour, Anchor::right);
            constexpr Colour guide{0x88, 0x88, 0x88};
            const double w = 0.3, top = y - 0.75 * m_.font;
            frame_.drawing().shapes.push_back({{{centre - w, top},
                                                {centre + w, top},
                                                {centre + w, first_row_top() - 1},
                                                {centre - w, first_row_top() - 1}},
                                               guide,
                                               guide,
                                               0});
        }
        for (const auto& state : all_enumerators<CoverageState>) {
            const double x = sum_centre(block, static_cast<std::size_t>(state.value));
            add_state_sign(frame_, state.value, {x, bottom - 0.3 * m_.font}, 0.9 * m_.font);
        }
        frame_.print("heading", {sum_centre(block, states / 2), bottom - 1.7 * m_.font},
                     frame_.say({"Felder je Stand", "Cells by state"}), m_.font, Weight::regular,
                     faint_text_colour, Anchor::centre);
    }

    void add_rows(const Block& block) {
        double top = first_row_top();
        for (std::size_t r = block.first; r < block.last; ++r) {
            const CoverageRow& row = table_.rows[r];
            const double bottom = top + m_.heights[r], middle = (top + bottom) / 2;
            add_label(block, r, middle);
            StateCounts counts{};
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                count(counts, row.cells[c]);
                const double left = column_left(block, c);
                if (row.cells[c])
                    add_cell(*row.cells[c],
                             {left + 0.5, top + 0.5, left + m_.column - 0.5, bottom - 0.5});
            }
            for (std::size_t s = 0; s < states; ++s)
                add_number({sum_centre(block, s), middle}, counts[s]);
            top = bottom;
        }
    }

    void add_label(const Block& block, std::size_t row, double middle) {
        const std::vector<std::string>& lines = m_.labels[row];
        double y =
            middle + 0.36 * m_.font - 0.625 * m_.font * static_cast<double>(lines.size() - 1);
        const std::size_t of_area = wrap(table_.rows[row].area, m_.font, m_.label).size();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            frame_.print("row", {block.left, y}, lines[i], m_.font, Weight::regular,
                         i < of_area ? text_colour : faint_text_colour);
            y += 1.25 * m_.font;
        }
    }

    void add_cell(const CoverageCell& cell, const Rectangle& field) {
        add_state_field(frame_.drawing(), field, cell.state, scheme_);
        // The sign, the number and "@", side by side in the middle of the field.
        const std::string number = cell.offers > 0 ? std::to_string(cell.offers) : std::string{};
        const bool online = cell.reach == CoverageCell::Reach::online_only;
        const double number_width = number.empty() ? 0 : text_width_pt(number, m_.font);
        const double beside =
            (number.empty() ? 0 : 0.3 * m_.font + number_width) + (online ? 1.25 * m_.font : 0);
        const Point sign = field.centre() - Point{beside / 2, 0};
        double x = sign.x + 0.5 * m_.font;
        if (!number.empty()) {
            x += 0.3 * m_.font;
            frame_.print("cell", {x, sign.y + 0.36 * m_.font}, number, m_.font);
            x += number_width;
        }
        if (online) add_online_sign(frame_, {x + 0.75 * m_.font, sign.y}, online_sign * m_.font);
        add_state_sign(frame_, cell.state, sign, 0.95 * m_.font);
    }

    void add_number(Point centre, std::size_t number) {
        frame_.print("sum", {centre.x, centre.y + 0.36 * m_.font}, std::to_string(number), m_.font,
                     Weight::regular, number == 0 ? faint_text_colour : text_colour,
                     Anchor::centre);
    }

    void add_column_sums(const Block& block) {
        double y = first_row_top() + 0.5 * m_.font;
        for (std::size_t r = block.first; r < block.last; ++r) y += m_.heights[r];
        std::vector<StateCounts> columns(table_.columns.size());
        for (const CoverageRow& row : table_.rows)
            for (std::size_t c = 0; c < row.cells.size(); ++c) count(columns[c], row.cells[c]);
        for (const auto& state : all_enumerators<CoverageState>) {
            const auto s = static_cast<std::size_t>(state.value);
            y += 1.45 * m_.font;
            const double middle = y - 0.7 * m_.font;
            const double right = column_left(block, 0) - 0.9 * m_.font;
            add_state_sign(frame_, state.value, {right - 0.45 * m_.font, middle}, 0.9 * m_.font);
            frame_.print("row", {right - 1.4 * m_.font, middle + 0.36 * m_.font},
                         frame_.say(label(state.value)), m_.font, Weight::regular,
                         faint_text_colour, Anchor::right);
            for (std::size_t c = 0; c < columns.size(); ++c)
                add_number({column_left(block, c) + m_.column / 2, middle}, columns[c][s]);
        }
    }

    bool asks_for_programme() const { return table_.asks == CoverageTable::Asks::taking_part; }
    Text label(CoverageState state) const {
        return asks_for_programme() ? taking_part(state) : enumerator(state).label;
    }

    const CoverageTable& table_;
    Scheme scheme_;
    Frame frame_;
    Measures m_;
    std::size_t online_ = 0;   ///< fields with "@"
    double longest_word_ = 0;  ///< of the headings, in sizes of the type
};

FrameTexts texts_of(const Network& network, const CoverageTable& table,
                    const PictureOptions& options) {
    const Language language = options.language;
    std::size_t areas = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        areas += r == 0 || table.rows[r].area != table.rows[r - 1].area;
    const bool programme = table.asks == CoverageTable::Asks::taking_part;
    const std::string all_areas =
        counted(areas, {"Gebiet", "area"}, {"Gebiete", "areas"}, language);
    FrameTexts texts =
        programme
            ? frame_texts(
                  network, options, {"Teilnahme am Programm", "Taking part in a programme"},
                  {all_areas,
                   counted(table.offers, {"Einrichtung nimmt teil", "organisation takes part"},
                           {"Einrichtungen nehmen teil", "organisations take part"}, language)})
            : frame_texts(
                  network, options, {"Angebotsmatrix", "Service matrix"},
                  {all_areas,
                   counted(table.columns.size(), {"Thema", "topic"}, {"Themen", "topics"},
                           language),
                   counted(table.offers, {"Angebot", "offer"}, {"Angebote", "offers"}, language)});
    texts.description =
        message(programme ? Text{"Welches Gebiet am Programm teilnimmt. {}",
                                 "Which area takes part in the programme. {}"}
                          : Text{"Welches Gebiet zu welchem Thema ein Angebot hat. {}",
                                 "Which area has an offer for which topic. {}"},
                {(texts.fiction.empty() ? "" : texts.fiction + " · ") + texts.subtitle})
            .in(language);
    texts.notes = table.notes;
    return texts;
}

}  // namespace

Result<Drawing> coverage_matrix(const Network& network, const CoverageTable& table,
                                const PictureOptions& options) {
    const FrameTexts texts = texts_of(network, table, options);
    return set_on_paper(
        options, counted(table.rows.size(), {"Zeile", "row"}, {"Zeilen", "rows"}, options.language),
        [&](Paper paper, const PictureOptions& typed) -> std::optional<Drawing> {
            MatrixSheet sheet{table, texts, paper, typed};
            if (!sheet.find_size()) return std::nullopt;
            return sheet.finish();
        });
}

}  // namespace lotse::viz

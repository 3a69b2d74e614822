#include <lotse/viz/coverage_matrix.hpp>

#include "geometry_checks.hpp"
#include "hatching.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace lotse;
using namespace lotse::viz;

namespace {

const std::vector<std::string> topics{"Bewegungsgewohnheiten",
                                      "Ernährung",
                                      "Stress- und Ressourcenmanagement",
                                      "Suchtmittelkonsum",
                                      "Psychische Gesundheit und Resilienz",
                                      "Pflege von Angehörigen",
                                      "Gesundheitliche Beratung",
                                      "Teilhabe und Begegnung",
                                      "Schwangerschaft und Familie",
                                      "Gesundheitskompetenz",
                                      "Begutachtung und Arbeitsunfähigkeit",
                                      "Schulung von Fachkräften",
                                      "Coaching"};

CoverageTable sample_table(std::size_t rows, std::size_t columns) {
    CoverageTable table;
    table.columns.assign(topics.begin(), topics.begin() + static_cast<std::ptrdiff_t>(columns));
    for (std::size_t r = 0; r < rows; ++r) {
        CoverageRow row{"Verbandsgemeinde Garmisch-Partenkirchen " + std::to_string(r), {}, {}};
        if (r % 7 == 3) row.group = "Langzeitarbeitslose, SGB II";
        for (std::size_t c = 0; c < columns; ++c) {
            const auto state = all_enumerators<CoverageState>[(r * 3 + c * 2) % 5].value;
            row.cells.push_back(CoverageCell{
                state,
                (r + c) % 11 == 0 ? CoverageCell::Reach::online_only : CoverageCell::Reach::on_site,
                (r * c) % 13});
        }
        table.rows.push_back(std::move(row));
    }
    table.offers = 59;
    return table;
}

Drawing drawn(const CoverageTable& table, const PictureOptions& options = {}) {
    const Result<Drawing> drawing = coverage_matrix(*TestTables{}.network(), table, options);
    REQUIRE(drawing);
    return *drawing;
}

std::size_t texts_with_role(const Drawing& drawing, std::string_view role) {
    return static_cast<std::size_t>(std::ranges::count(drawing.labels, role, &TextLine::role));
}

}  // namespace

TEST_CASE("a matrix of any size has no faults of layout") {
    for (const auto paper : {Paper::a4, Paper::a3, Paper::a0})
        for (const auto scheme : {Scheme::colour, Scheme::grey})
            for (const std::size_t rows : {0u, 1u, 8u, 30u, 150u, 401u})
                for (const std::size_t columns : {0u, 1u, 4u, 13u}) {
                    PictureOptions options;
                    options.paper = paper;
                    options.scheme = scheme;
                    options.language = scheme == Scheme::grey ? Language::en : Language::de;
                    const auto faults = layout_faults(drawn(sample_table(rows, columns), options));
                    INFO(rows << " x " << columns << ": " << (faults.empty() ? "" : faults[0]));
                    CHECK(faults.empty());
                }
}

TEST_CASE("headings of few columns lie on the sheet, and nothing is printed over a cell") {
    constexpr double a_cell = 20;  // the fields of the legend are narrower
    const std::vector<std::vector<std::string>> some{
        {"Stress- und Ressourcenmanagement"},
        {"Stress- und Ressourcenmanagement", "Suchtmittelkonsum"},
        {"Stress- und Ressourcenmanagement", "Suchtmittelkonsum", "Anderes"},
        {"Kurzes", "Arbeitsunfähigkeitsbegutachtungsverfahrensbegleitung"},
        {"Arbeitsunfähigkeitsbegutachtungsverfahrensbegleitung im Arbeitgeberservice", "Kurzes"}};
    for (const auto& columns : some)
        for (const auto paper : {Paper::a4, Paper::a3})
            for (const double scale : {0.5, 1.0, 3.0})
                for (const std::size_t rows : {0u, 1u, 12u, 60u}) {
                    CoverageTable table = sample_table(rows, columns.size());
                    table.columns = columns;
                    PictureOptions options;
                    options.paper = paper;
                    options.font_scale = scale;
                    const Drawing drawing = drawn(table, options);
                    auto faults = layout_faults(drawing);
                    for (const Shape& shape : drawing.shapes) {
                        if (shape.outline.size() != 4) continue;
                        const Rectangle cell{shape.outline[0].x, shape.outline[0].y,
                                             shape.outline[2].x, shape.outline[2].y};
                        if (cell.width() < a_cell || cell.height() < 2) continue;
                        for (const TextLine& line : drawing.labels)
                            if ((line.role == "row" || line.role == "heading") &&
                                box_of(line).overlaps(cell))
                                faults.push_back(line.text + " lies over a cell");
                    }
                    INFO(columns[0] << ", " << columns.size() << " columns, " << rows << " rows, "
                                    << scale << ": " << (faults.empty() ? "" : faults[0]));
                    CHECK(faults.empty());
                }
}

TEST_CASE("larger and smaller type of a matrix fit as well") {
    for (const double scale : {0.5, 2.0}) {
        PictureOptions options;
        options.font_scale = scale;
        CHECK(layout_faults(drawn(sample_table(12, 13), options)).empty());
    }
}

TEST_CASE("a matrix prints every area, topic, number of offers and sum") {
    const CoverageTable table = sample_table(8, 4);
    const Drawing drawing = drawn(table);
    std::size_t numbers = 0, unknown = 0, online = 0;
    for (const CoverageRow& row : table.rows)
        for (const auto& cell : row.cells) {
            numbers += cell->offers > 0;
            online += cell->reach == CoverageCell::Reach::online_only;
            unknown += cell->state == CoverageState::unknown;  // "@" stands beside the sign
        }
    CHECK(texts_with_role(drawing, "cell") == numbers);
    CHECK(texts_with_role(drawing, "sum") == 5 * 8 + 5 * 4);
    for (const std::string& topic : table.columns) CHECK(says(drawing, topic.substr(0, 6)));
    for (std::size_t r = 0; r < 8; ++r) CHECK(says(drawing, "kirchen " + std::to_string(r)));
    CHECK(says(drawing, "Langzeitarbeitslose, SGB II"));
    // "?" in the cells, at the sums of rows and columns and in the legend; "@" without sums
    const auto signs = [&](std::string_view sign) {
        return static_cast<std::size_t>(std::ranges::count_if(
            drawing.labels, [&](const auto& l) { return l.role == "sign" && l.text == sign; }));
    };
    CHECK(signs("?") == unknown + 3);
    CHECK(signs("@") == online + 1);
    for (const char* text : {"8 Gebiete", "4 Themen", "59 Angebote", "nicht erhoben: nachfragen",
                             "keins: festgestellt", "nur online"})
        CHECK(says(drawing, text));
}

TEST_CASE("the five states differ without any colour") {
    // What stands in the field of one cell: outlines and letters, without their colours.
    std::set<std::string> looks;
    for (const auto& state : all_enumerators<CoverageState>) {
        CoverageTable table;
        table.columns = {"Ernährung"};
        table.rows = {{"Worms", "", {CoverageCell{state.value, {}, 0}}}};
        const Drawing with = drawn(table);
        std::string look;
        // The cell is the first field after the legend: compare the signs inside it.
        const auto field = std::ranges::find_if(with.shapes, [&](const Shape& shape) {
            return shape.outline.size() == 4 && shape.outline[1].x - shape.outline[0].x > 60;
        });
        REQUIRE(field != with.shapes.end());
        const Rectangle cell{field->outline[0].x, field->outline[0].y, field->outline[2].x,
                             field->outline[2].y};
        for (const Shape& shape : with.shapes)
            if (&shape != &*field && cell.grown(2).contains(shape.outline[0]))
                look += std::to_string(shape.outline.size()) +
                        (shape.fill == white ? "white " : "dark ");
        for (const TextLine& line : with.labels)
            if (cell.contains(line.at)) look += line.text;
        looks.insert(look);
    }
    CHECK(looks.size() == 5);
}

TEST_CASE("what does not fit goes on a larger sheet, with a message") {
    PictureOptions options;
    options.paper = Paper::a4;
    const Drawing large = drawn(sample_table(150, 13), options);
    CHECK(large.paper != "A4");
    REQUIRE(large.messages.size() == 1);
    const Result<Drawing> none =
        coverage_matrix(*TestTables{}.network(), sample_table(5000, 13), options);
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == ErrorKind::limit);
}

TEST_CASE("hatching stays inside its outline and out of the holes") {
    const std::vector<Point> outer{{0, 0}, {100, 0}, {100, 80}, {0, 80}};
    const std::vector<Point> hole{{30, 30}, {60, 30}, {60, 60}, {30, 60}};
    const auto lines = hatch({outer, hole}, {5, 0.5, {}});
    CHECK(lines.size() > 20);
    double length = 0;
    for (const Shape& line : lines) {
        const Point from = 0.5 * (line.outline[0] + line.outline[3]);
        const Point to = 0.5 * (line.outline[1] + line.outline[2]);
        const Point middle = 0.5 * (from + to);
        CHECK(Rectangle{0, 0, 100, 80}.grown(0.01).contains(middle));
        CHECK_FALSE(Rectangle{30, 30, 60, 60}.contains(middle));
        length += distance(from, to);
    }
    CHECK(length * 5 == Approx(100 * 80 - 30 * 30).epsilon(0.05));  // area = length x distance
}

#include <lotse/viz/tiles.hpp>

#include "geometry_checks.hpp"
#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <sstream>

using namespace lotse;
using namespace lotse::viz;
using driver::PictureFormat;

namespace {

Rectangle shown_in(const TilePlan& plan, int column, int row) {
    const Window w = tile_window(plan, column, row);
    return Rectangle{w.corner.x, w.corner.y, w.corner.x + w.width_pt, w.corner.y + w.height_pt}
        .grown(-tile_margin_pt);
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream{text};
    std::vector<std::string> all;
    for (std::string word; stream >> word;) all.push_back(word);
    return all;
}

}  // namespace

TEST_CASE("the pages together show the whole sheet, with an overlap for the glue") {
    for (const auto paper : {Paper::a3, Paper::a2, Paper::a1, Paper::a0}) {
        const PaperSize size = size_of(paper);
        const TilePlan plan = plan_tiles(size.width_pt, size.height_pt);
        const Rectangle sheet{plan.sheet.x, plan.sheet.y, plan.sheet.x + size.width_pt,
                              plan.sheet.y + size.height_pt};
        // Every place of the sheet, in steps of a few points, is on some page.
        for (double x = sheet.left; x <= sheet.right; x += 7)
            for (double y = sheet.top; y <= sheet.bottom; y += 7) {
                bool seen = false;
                for (int c = 0; c < plan.columns; ++c)
                    for (int r = 0; r < plan.rows; ++r)
                        seen = seen || shown_in(plan, c, r).contains({x, y});
                if (!seen) FAIL(x << ", " << y << " is on no page");
            }
        for (int c = 0; c + 1 < plan.columns; ++c)
            CHECK(shown_in(plan, c, 0).right - shown_in(plan, c + 1, 0).left ==
                  Approx(tile_overlap_pt));
        for (int r = 0; r + 1 < plan.rows; ++r)
            CHECK(shown_in(plan, 0, r).bottom - shown_in(plan, 0, r + 1).top ==
                  Approx(tile_overlap_pt));
    }
    CHECK(plan_tiles(1191, 842).columns * plan_tiles(1191, 842).rows == 4);
    CHECK(plan_tiles(3370, 2384).columns * plan_tiles(3370, 2384).rows <= 28);
}

TEST_CASE("every page is exactly A4 and every word of the sheet is on one of them") {
    const Drawing drawing = sample_map(60, Paper::a2);
    const std::vector<Drawing> pages = tiles(drawing);
    const TilePlan plan = plan_tiles(drawing.width_pt, drawing.height_pt);
    REQUIRE(pages.size() == static_cast<std::size_t>(plan.columns * plan.rows) + 1);
    const auto pdf = driver::render_with(RENDERER, to_json(pages), PictureFormat::pdf, {});
    if (!pdf) FAIL(pdf.error().message.en);

    const std::string count = std::to_string(pages.size());
    std::istringstream sizes{output_of("pdfinfo -l " + count + " %", pdf->bytes)};
    std::size_t a4 = 0;
    for (std::string line; std::getline(sizes, line);)
        a4 += line.find("842 x 595 pts (A4)") != std::string::npos ||
              line.find("595 x 842 pts (A4)") != std::string::npos;
    CHECK(a4 == pages.size());

    const std::string text = output_of("pdftotext -f 2 % -", pdf->bytes);
    const std::vector<std::string> found = words(text);
    const std::set<std::string> on_pages(found.begin(), found.end());
    const driver::Picture whole = rendered(drawing, PictureFormat::pdf);
    for (const std::string& word : words(output_of("pdftotext % -", whole.bytes))) {
        INFO(word);
        CHECK(on_pages.contains(word));
    }
    CHECK(text.find("2/" + std::to_string(pages.size() - 1)) != std::string::npos);
    const std::string overview = output_of("pdftotext -l 1 % -", pdf->bytes);
    CHECK(overview.find("zum Zusammenkleben") != std::string::npos);
}

TEST_CASE("a page holds only what it shows, at the place where the sheet has it") {
    const Drawing drawing = sample_map(80, Paper::a1);
    const TilePlan plan = plan_tiles(drawing.width_pt, drawing.height_pt);
    const std::vector<Drawing> pages = tiles(drawing);
    std::set<std::string> seen;
    for (std::size_t p = 1; p < pages.size(); ++p) {
        for (const Node& node : pages[p].nodes) {
            const auto found = std::ranges::find(drawing.nodes, node.id, &Node::id);
            if (found == drawing.nodes.end()) continue;
            CHECK(distance(found->centre + plan.sheet, node.centre) < 1e-9);
            seen.insert(node.id);
        }
        CHECK(pages[p].nodes.size() < drawing.nodes.size());
    }
    CHECK(seen.size() == drawing.nodes.size());
}

#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <charconv>
#include <random>
#include <regex>
#include <sstream>

using namespace lotse;
using namespace lotse::viz;
using driver::PictureFormat;

namespace {

/// Character data of all elements with this name, entities resolved, in order.
std::vector<std::string> contents(const std::string& svg, const std::string& element) {
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = svg.find("<" + element, at)) != svg.npos;) {
        const char after = svg[at + element.size() + 1];
        const std::size_t start = svg.find('>', at) + 1;
        const std::size_t end = svg.find('<', start);
        at = start;
        if (after != ' ' && after != '>') continue;
        std::string text;
        for (std::size_t i = start; i < end; ++i) {
            if (svg[i] != '&') {
                text += svg[i];
                continue;
            }
            const std::size_t semicolon = svg.find(';', i);
            const std::string name = svg.substr(i + 1, semicolon - i - 1);
            text += name == "amp"    ? '&'
                    : name == "lt"   ? '<'
                    : name == "gt"   ? '>'
                    : name == "quot" ? '"'
                                     : '\'';
            i = semicolon;
        }
        found.push_back(text);
    }
    return found;
}

struct Word {
    double left, top, right, bottom;
    std::string text;
};

/// The words of a PDF with their boxes, as poppler sees them.
std::vector<Word> words_of(const std::string& pdf) {
    const std::string page = output_of("pdftotext -bbox % -", pdf);
    const std::regex word{
        R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>)re"};
    const auto number = [](const std::string& digits) {
        double value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    };
    std::vector<Word> words;
    for (std::sregex_iterator i{page.begin(), page.end(), word}, end; i != end; ++i)
        words.push_back(
            {number((*i)[1]), number((*i)[2]), number((*i)[3]), number((*i)[4]), (*i)[5]});
    return words;
}

/// A piece of text that tries to break out: markup, escapes, entities, controls, other scripts.
std::string hostile_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{"<",
                                                 ">",
                                                 "&",
                                                 "\"",
                                                 "'",
                                                 "\\",
                                                 "\\N",
                                                 "\\G",
                                                 "\\l",
                                                 "&amp;",
                                                 "&#60;",
                                                 "&lt;",
                                                 "]]>",
                                                 "<!--",
                                                 "-->",
                                                 "<script>alert(1)</script>",
                                                 "<BR/>",
                                                 "</TABLE>",
                                                 "<IMG SRC=\"/etc/passwd\"/>",
                                                 "javascript:",
                                                 "%s",
                                                 "{",
                                                 "}",
                                                 "|",
                                                 "\x01",
                                                 "\x1B[31m",
                                                 "\x7F",
                                                 "\xC2\x85",
                                                 "\t",
                                                 "\n",
                                                 "😀",
                                                 "e\xCC\x81",
                                                 "ß",
                                                 "Ärzte",
                                                 "中",
                                                 "\xE2\x80\xAE",
                                                 "\xEF\xBF\xBE",
                                                 "A",
                                                 "b",
                                                 " ",
                                                 "-",
                                                 "/"};
    std::string text;
    for (std::size_t length = 1 + random() % 8; length > 0; --length)
        text += pieces[random() % pieces.size()];
    return text;
}

}  // namespace

TEST_CASE("a PDF has exactly the sheet, embedded fonts, and every word on the page") {
    for (const auto& [paper, size] : {std::pair{Paper::a4, "842 x 595 pts (A4)"},
                                      std::pair{Paper::a3, "1191 x 842 pts (A3)"}}) {
        const std::size_t actors = paper == Paper::a4 ? 15 : 50;
        const Drawing drawing = sample_map(actors, paper);
        const driver::Picture pdf = rendered(drawing, PictureFormat::pdf);
        CHECK(pdf.warning.empty());  // Graphviz found every box large enough for its text
        CHECK(output_of("pdfinfo %", pdf.bytes).find(size) != std::string::npos);

        std::istringstream fonts{output_of("pdffonts %", pdf.bytes)};
        std::string line;
        std::getline(fonts, line);
        std::getline(fonts, line);
        int count = 0;
        for (; std::getline(fonts, line); ++count) {
            CHECK(line.find("NotoSans") != std::string::npos);
            CHECK(line.find(" yes yes ") != std::string::npos);  // embedded, subset
        }
        CHECK(count >= 2);

        const std::vector<Word> words = words_of(pdf.bytes);
        CHECK(words.size() > 3 * actors);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& word = words[i];
            INFO(word.text);
            CHECK((word.left >= 0 && word.top >= 0));
            CHECK((word.right <= drawing.width_pt && word.bottom <= drawing.height_pt));
            const double trim =
                0.15 * (word.bottom - word.top);  // lines are closer than fonts are high
            for (std::size_t j = 0; j < i; ++j) {
                const Word& other = words[j];
                const bool apart = word.right <= other.left + 0.3 ||
                                   other.right <= word.left + 0.3 ||
                                   word.bottom - trim <= other.top + trim ||
                                   other.bottom - trim <= word.top + trim;
                if (!apart) FAIL_CHECK(word.text << " covers " << other.text);
            }
        }
    }
}

TEST_CASE("the same drawing gives the same bytes") {
    const Drawing drawing = sample_map(30);
    for (const PictureFormat format : {PictureFormat::svg, PictureFormat::pdf, PictureFormat::png})
        CHECK(rendered(drawing, format).bytes == rendered(drawing, format).bytes);
}

TEST_CASE("an SVG holds all texts, ids and titles of the drawing and nothing active") {
    const Drawing drawing = sample_map(80);
    const std::string svg = rendered(drawing, PictureFormat::svg).bytes;
    output_of("xmllint --noout --nonet %", svg);

    std::vector<std::string> texts = contents(svg, "text"), expected = all_texts(drawing);
    std::sort(texts.begin(), texts.end());
    std::sort(expected.begin(), expected.end());
    CHECK(texts == expected);
    for (const Node& node : drawing.nodes) {
        INFO(node.id);
        CHECK(svg.find("id=\"" + node.id + "\"") != std::string::npos);
    }
    for (const Edge& edge : drawing.edges)
        CHECK(svg.find("id=\"" + edge.id + "\"") != std::string::npos);
    const std::vector<std::string> titles = contents(svg, "title");
    CHECK(titles.front() == drawing.title);
    CHECK(std::find(titles.begin(), titles.end(), drawing.nodes[3].title) != titles.end());
    for (const char* active :
         {"<script", "foreignObject", "<image", "<a ", "href", "<!--", "<!DOCTYPE", " on"})
        CHECK(svg.find(active) == std::string::npos);
}

TEST_CASE("hostile names stay text") {
    std::mt19937 random{11};
    for (int round = 0; round < 12; ++round) {
        Drawing drawing = sample_map(60);
        for (Node& node : drawing.nodes) {
            node.title = hostile_text(random);
            for (std::string& line : node.lines) line = "x" + hostile_text(random);
        }
        for (TextLine& label : drawing.labels) label.text = "x" + hostile_text(random);
        for (Edge& edge : drawing.edges) edge.title = hostile_text(random);
        drawing.title = hostile_text(random);

        const std::string svg = rendered(drawing, PictureFormat::svg).bytes;
        output_of("xmllint --noout --nonet %", svg);
        // What can be drawn reads back; control characters and U+FFFE have become blanks.
        std::vector<std::string> texts = contents(svg, "text"), expected = all_texts(drawing);
        for (std::string& text : expected)
            text =
                std::regex_replace(text, std::regex{"\xC2\x85|\xEF\xBF\xBE|[\x01-\x1F\x7F]"}, " ");
        std::sort(texts.begin(), texts.end());
        std::sort(expected.begin(), expected.end());
        CHECK(texts == expected);
        CHECK(svg.find("<script") == std::string::npos);
        CHECK(svg.find("<image") == std::string::npos);
        CHECK_FALSE(rendered(drawing, PictureFormat::pdf).bytes.empty());
    }
}

TEST_CASE("only our own drawings are accepted") {
    const std::string good = to_json(sample_map(5));
    const auto refused = [](const std::string& json) {
        const auto picture = driver::render_with(RENDERER, json, PictureFormat::svg, {});
        return !picture && picture.error().kind == ErrorKind::renderer;
    };
    CHECK_FALSE(refused(good));
    for (const char* bad :
         {"", "{", "[]", "null", "digraph { a -> b }", R"({"lotse_drawing":1})", "\xFF\xFE"}) {
        INFO(bad);
        CHECK(refused(bad));
    }
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string json = good;
        const std::size_t at = json.find(from);
        REQUIRE(at != json.npos);
        return json.replace(at, from.size(), to);
    };
    CHECK(refused(changed("\"lotse_drawing\":1", "\"lotse_drawing\":2")));
    CHECK(refused(changed("\"language\":\"de\"", "\"language\":\"de\",\"image\":\"/etc/passwd\"")));
    CHECK(refused(changed("\"language\":\"de\"", "\"language\":\"de\",\"language\":\"de\"")));
    CHECK(refused(changed("\"language\":\"de\"", "\"language\":\"fr\"")));
    CHECK(refused(changed("\"width_pt\":1191.0", "\"width_pt\":1e9")));
    CHECK(refused(changed("\"width_pt\":1191.0", "\"width_pt\":\"1191\"")));
    CHECK(refused(changed("\"id\":\"a0\"", "\"id\":\"a0 onload\"")));
    CHECK(refused(changed("\"id\":\"a0\"", "\"id\":\"a1\"")));
    CHECK(refused(changed("\"fill\":\"#", "\"fill\":\"url(#")));
    CHECK(refused(changed("\"x\":", "\"x\":19")));  // leaves the page
    CHECK(refused(changed("\"title\":\"", "\"title\":\"\\u0007")));
    CHECK(refused("[" + std::string(100'000, '[')));
}

TEST_CASE("80 actors are drawn in time") {
    const auto start = std::chrono::steady_clock::now();
    const Drawing drawing = sample_map(80);
    rendered(drawing, PictureFormat::svg);
    rendered(drawing, PictureFormat::pdf);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 6);  // about 1 s on two cores of 2020; generous for busy machines
}

TEST_CASE("several drawings are the pages of one PDF") {
    const std::string pages = to_json(std::vector<Drawing>{sample_map(5), sample_map(30)});
    const auto pdf = [&] {
        return driver::render_with(RENDERER, pages, PictureFormat::pdf, {})->bytes;
    };
    const std::string first = pdf();
    CHECK(output_of("pdfinfo %", first).find("Pages:           2") != std::string::npos);
    CHECK(pdf() == first);
    CHECK(output_of("pdffonts %", first).find("NotoSans") != std::string::npos);
    CHECK_FALSE(driver::render_with(RENDERER, pages, PictureFormat::svg, {}));
}

TEST_CASE("windows of a sheet are pages with their part of it, in their size") {
    Drawing drawing = sample_map(30);
    const auto words_of_page = [&](const std::string& pdf, int page) {
        const std::string number = std::to_string(page);
        return output_of("pdftotext -f " + number + " -l " + number + " % -", pdf);
    };
    const std::string title = drawing.labels.front().text;
    drawing.windows = {{{0, 0}, drawing.width_pt, 60, 1}, {{0, 400}, 842, 400, 0.5}};
    const std::string pdf = rendered(drawing, PictureFormat::pdf).bytes;
    CHECK(output_of("pdfinfo -l 2 %", pdf).find("Page    2 size:  421 x 200 pts") !=
          std::string::npos);
    CHECK(words_of_page(pdf, 1).find(title) != std::string::npos);
    drawing.windows.erase(drawing.windows.begin());
    CHECK(rendered(drawing, PictureFormat::png).bytes.size() > 1000);
}

#include <lotse/base/sha256.hpp>
#include <lotse/viz/page.hpp>

#include <catch2/catch.hpp>

using namespace lotse;
using namespace lotse::viz;

namespace {

Page page_of(std::string title) {
    Page page;
    for (const Language language : {Language::de, Language::en}) {
        PageText text;
        text.language = language;
        text.title = title;
        text.map_svg = "<svg></svg>";
        text.sections = {{"one", "Chapter", "Section <1>", "?", "<p>x</p>"}};
        page.texts.push_back(std::move(text));
    }
    page.section_style = "p { margin: 0; }";
    page.data = "{}";
    return page;
}

/// What stands between two marks.
std::string between(const std::string& html, std::string_view start, std::string_view end) {
    const auto from = html.find(start);
    REQUIRE(from != std::string::npos);
    const auto at = from + start.size();
    return html.substr(at, html.find(end, at) - at);
}

}  // namespace

TEST_CASE("the policy of the page allows its own style and script and nothing else") {
    const std::string html = page_html(page_of("Netz"));
    const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\"");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("style-src 'sha256-" + sha256_base64(between(html, "<style>", "</style>")) +
                      "'") != std::string::npos);
    if (page_script().empty()) {
        CHECK(policy.find("script-src") == std::string::npos);
        CHECK(html.find("<script") == std::string::npos);
        CHECK(html.find("Node.js") != std::string::npos);
    } else {
        CHECK(policy.find("script-src 'sha256-" +
                          sha256_base64(between(html, "<script>", "</script>")) + "'") !=
              std::string::npos);
        CHECK(html.find("<template lang=\"en\">") != std::string::npos);
    }
}

TEST_CASE("text of the page is escaped") {
    const std::string html = page_html(page_of("<img src=x onerror=alert(1)>"));
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("Section &lt;1&gt;") != std::string::npos);
}

TEST_CASE("the bundled script carries the licences of what it holds") {
    if (page_script().empty()) return;
    for (const std::string_view package : {"d3-selection", "d3-zoom"})
        CHECK(page_script().find(package) != std::string_view::npos);
    CHECK(page_script().find("Permission to use, copy, modify") != std::string_view::npos);
}

TEST_CASE("the page says above all views what limits it") {
    Page page = page_of("Netz");
    CHECK(page_html(page).find("class=\"banner chosen\"") == std::string::npos);
    page.texts[0].chosen = "Gewählt: <Gebiet>";
    const std::string header = between(page_html(page), "<header class=\"top\">", "</header>");
    CHECK(header.find("Gewählt: &lt;Gebiet&gt;") != std::string::npos);
}

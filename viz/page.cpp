#include <lotse/base/html.hpp>
#include <lotse/base/sha256.hpp>
#include <lotse/viz/page.hpp>

#include "page_style.hpp"

#include <algorithm>
#include <span>

namespace lotse::viz {
namespace {

constexpr Text map_title{"Partnerkarte", "Partner map"};
constexpr Text actors_title{"Akteure", "Actors"};

std::string text(std::string_view s) {
    return html::escape(s);
}

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
    std::string out = "<" + std::string{name};
    if (!attributes.empty()) out += " " + std::string{attributes};
    return out + ">" + std::string{content} + "</" + std::string{name} + ">\n";
}

std::string head(const Page& page) {
    const std::string style = std::string{page_style()} + std::string{page.section_style};
    std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(style) + "'";
    if (!page_script().empty())
        policy += "; script-src 'sha256-" + sha256_base64(page_script()) +
                  "'; require-trusted-types-for 'script'";
    std::string out = "<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
           "; base-uri 'none'; form-action 'none'\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += element("title", "", text(page.texts.front().title));
    out += "<style>" + style + "</style>\n";
    return element("head", "", "\n" + out);
}

/// Calls visit(number, sections) for each run of sections of one chapter, numbered from 1.
template <class Visitor>
void for_each_chapter(const PageText& page, Visitor&& visit) {
    std::size_t number = 0;
    for (auto first = page.sections.begin(); first != page.sections.end();) {
        const auto last = std::find_if(first, page.sections.end(), [&](const PageSection& s) {
            return s.chapter != first->chapter;
        });
        visit(++number, std::span<const PageSection>{first, last});
        first = last;
    }
}

std::string chapter_id(std::size_t number) {
    return "chapter-" + std::to_string(number);
}

std::string navigation(const PageText& page) {
    std::string items;
    const auto item = [&](std::string_view id, std::string_view title) {
        items += "<li><a href=\"#" + text(id) + "\">" + text(title) + "</a></li>\n";
    };
    if (!page.map_svg.empty()) item("map", map_title.in(page.language));
    if (!page.actors_html.empty()) item("actors", actors_title.in(page.language));
    for_each_chapter(page, [&](std::size_t number, std::span<const PageSection> sections) {
        item(chapter_id(number), sections.front().chapter);
    });
    return element("nav",
                   "aria-label=\"" + text(Text{"Abschnitte", "Sections"}.in(page.language)) + "\"",
                   element("div", "class=\"wrap\"", element("ul", "", items)));
}

std::string figures(const PageText& page) {
    std::string out;
    for (const auto& [number, label] : page.figures)
        out += element("div", "class=\"figure\"",
                       "<b>" + text(number) + "</b><span>" + text(label) + "</span>");
    return out.empty() ? out : element("div", "class=\"figures\"", "\n" + out);
}

std::string section(const PageSection& part, std::string_view inner_class = {}) {
    std::string body = element("h2", "", text(part.title));
    if (!part.lead.empty()) body += element("p", "class=\"lead\"", text(part.lead));
    if (inner_class.empty())
        body += part.html;
    else
        body +=
            element("div",
                    "class=\"" + std::string{inner_class} +
                        "\" tabindex=\"0\" role=\"group\" aria-label=\"" + text(part.title) + "\"",
                    part.html);
    return element("section", "id=\"" + text(part.id) + "\"", "\n" + body);
}

/// A heading with links to the chapter's sections, and the sections.
std::string chapter(std::size_t number, std::span<const PageSection> sections) {
    std::string links;
    for (const PageSection& part : sections)
        links += element(
            "li", "",
            element("a", "href=\"#" + text(part.id) + "\"", text(part.title)) + text(part.lead));
    std::string out = element(
        "section", "class=\"chapter\" id=\"" + chapter_id(number) + "\"",
        "\n" + element("h2", "", text(sections.front().chapter)) + element("ul", "", "\n" + links));
    for (const PageSection& part : sections) out += section(part);
    return out;
}

/// Everything below <body> in one language.
std::string content(const PageText& page) {
    constexpr Text map_lead{
        "Wer mit wem verbunden ist. Zum Drucken liegt die Karte als PDF daneben.",
        "Who is connected with whom. A PDF for printing lies beside this page."};
    constexpr Text actors_lead{"Alle Akteure der Karte als Liste.",
                               "All actors of the map as a list."};
    constexpr Text no_script{
        "Dieses Programm wurde ohne Node.js gebaut: Suche, Filter und Wegesuche der Seite fehlen; "
        "alle Ergebnisse stehen darunter.",
        "This program was built without Node.js: search, filters and path finder of the page are "
        "missing; all results stand below."};
    const auto say = [&](Text words) { return std::string{words.in(page.language)}; };
    std::string body = element("a", "class=\"skip\" href=\"#content\"",
                               text(say({"Zum Inhalt", "Skip to content"})));
    std::string header = element(
        "div", "class=\"wrap\"",
        element("div", "class=\"brand\"",
                element("h1", "", text(page.title)) + element("p", "", text(page.subtitle))));
    const auto add_banner = [&](std::string_view words, std::string_view kind = "banner") {
        header += element("p", "class=\"" + std::string{kind} + "\"",
                          element("span", "class=\"wrap\"", text(words)));
    };
    if (!page.chosen.empty()) add_banner(page.chosen, "banner chosen");
    if (!page.banner.empty()) add_banner(page.banner);
    if (page_script().empty()) add_banner(say(no_script));
    body += element("header", "class=\"top\"", header);
    body += navigation(page);
    std::string main = figures(page);
    if (!page.map_svg.empty())
        main += section({"map", {}, say(map_title), say(map_lead), page.map_svg}, "map");
    if (!page.actors_html.empty())
        main += section({"actors", {}, say(actors_title), say(actors_lead), page.actors_html});
    for_each_chapter(page, [&](std::size_t number, std::span<const PageSection> sections) {
        main += chapter(number, sections);
    });
    body += element("main", "id=\"content\" class=\"wrap\"", "\n" + main);
    std::string footer;
    for (const std::string& line : page.footer) footer += element("p", "", text(line));
    return body + element("footer", "", element("div", "class=\"wrap\"", "\n" + footer));
}

std::string_view code(Language language) {
    return language == Language::de ? "de" : "en";
}

}  // namespace

std::string page_html(const Page& page) {
    const std::string language{code(page.texts.front().language)};
    std::string body =
        element("div", "id=\"page\" lang=\"" + language + "\"", "\n" + content(page.texts.front()));
    if (!page_script().empty()) {
        for (auto other = page.texts.begin() + 1; other != page.texts.end(); ++other)
            body += element("template", "lang=\"" + std::string{code(other->language)} + "\"",
                            "\n" + content(*other));
        body += element("script", "type=\"application/json\" id=\"data\"", page.data);
        body += "<script>" + std::string{page_script()} + "</script>\n";
    }
    return "<!doctype html>\n" + element("html", "lang=\"" + language + "\"",
                                         "\n" + head(page) + element("body", "", "\n" + body));
}

}  // namespace lotse::viz

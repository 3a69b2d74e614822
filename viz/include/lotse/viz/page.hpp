/// The workshop page: one HTML file with the map and what the analyses say; works offline.
#ifndef LOTSE_VIZ_PAGE_HPP
#define LOTSE_VIZ_PAGE_HPP

#include <lotse/base/text.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::viz {

/// One part of the page. `html` is trusted: it comes from our own renderers, which escape.
struct PageSection {
    std::string id;       ///< anchor, `[a-z0-9-]`
    std::string chapter;  ///< sections of one chapter follow each other
    std::string title;
    std::string lead;  ///< the question it answers
    std::string html;
};

/// What the page says in one language.
struct PageText {
    Language language = Language::de;
    std::string title;
    std::string subtitle;
    std::string chosen;  ///< what limits the page, e.g. a date or an area; empty: nothing
    std::string banner;  ///< e.g. that the data are fictional; empty: none
    std::vector<std::pair<std::string, std::string>> figures;  ///< number and what it counts
    std::string map_svg;      ///< from our own renderer; empty: none
    std::string actors_html;  ///< the actors of the map as a table
    std::vector<PageSection> sections;
    std::vector<std::string> footer;  ///< sources, licences, version
};

struct Page {
    std::vector<PageText> texts;     ///< the first is shown; the script can show the others
    std::string_view section_style;  ///< style sheet that the sections' html needs
    std::string data;                ///< JSON for the script, without `<`
};

/// The script of the page, built from viz/page; empty: lotse was built without Node.
std::string_view page_script();

/// The whole file: no external resource, and a content security policy that forbids all but the
/// page's own style and script by their SHA-256. Without the script all is there to read and print.
std::string page_html(const Page& page);

}  // namespace lotse::viz

#endif

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

struct Page {
    Language language = Language::de;
    std::string title;
    std::string subtitle;
    std::string banner;  ///< e.g. that the data are fictional; empty: none
    std::vector<std::pair<std::string, std::string>> figures;  ///< number and what it counts
    std::string map_svg;  ///< from our own renderer; empty: none
    std::vector<PageSection> sections;
    std::string_view section_style;   ///< style sheet that the sections' html needs
    std::vector<std::string> footer;  ///< sources, licences, version
};

/// The whole file: no script, no external resource, a content security policy that forbids both.
std::string page_html(const Page& page);

}  // namespace lotse::viz

#endif

#include "checks.hpp"
#include "sample.hpp"
#include "target.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/viz/partner_map.hpp>
#include <lotse/viz/rings.hpp>

#include <publish.hpp>
#include <xml.hpp>

#include <algorithm>
#include <map>

namespace lotse::fuzz {
namespace {

using Texts = std::map<std::string, std::vector<std::string>>;

/// SVG as Graphviz writes it of this sheet, with other texts: those of the sheet take their place.
std::string graphviz_svg(const lotse_render::Sheet& sheet) {
    const std::string text = "<text text-anchor=\"start\" x=\"1\" y=\"1\">?</text>";
    std::string out =
        "<?xml version=\"1.0\"?>\n<svg width=\"9pt\" height=\"9pt\" viewBox=\"0 0 9 9\" "
        "xmlns=\"http://www.w3.org/2000/svg\">\n<g id=\"graph0\" class=\"graph\">\n";
    for (const auto& label : sheet.labels)
        if (label.plate_width == 0) out += text;
    out += "</g>\n";
    for (std::size_t i = 0; i < sheet.labels.size(); ++i)
        if (sheet.labels[i].plate_width > 0)
            out += "<g id=\"" + lotse_render::plate_id(i) + "\"><title>?</title>" + text + "</g>\n";
    for (const lotse_render::Node& node : sheet.nodes) {
        out += "<g id=\"" + node.id + "\" class=\"" + node.style + "\"><title>?</title>";
        if (node.tag_width > 0 && !node.tag.empty()) out += text;
        for (const std::string& line : node.lines)
            if (!line.empty()) out += text;
        out += "</g>\n";
    }
    for (const lotse_render::Edge& edge : sheet.edges)
        out += "<g id=\"" + edge.id + "\"><title>?</title><path d=\"M1,1\"/></g>\n";
    return out + "</svg>\n";
}

/// Reads the published SVG; nothing but known elements and attributes may be there.
class Reader final : public io::XmlVisitor {
public:
    void begin(const io::XmlElement& element) override {
        static const std::vector<std::string_view> known{
            "svg", "g", "title", "desc", "text", "polygon", "polyline", "path", "ellipse"};
        if (std::ranges::find(known, element.name) == known.end()) fail("an element from data");
        for (const io::XmlAttribute& attribute : element.attributes)
            if (attribute.name.starts_with("on") || attribute.name.ends_with("href"))
                fail("an attribute from data");
        open_ = element.name;
        if (open_ == "text" || open_ == "title") texts[open_].emplace_back();
    }
    void end(std::string_view) override { open_.clear(); }
    void text(std::string_view piece) override {
        if (open_ == "text" || open_ == "title") texts[open_].back() += piece;
    }
    bool goes_on() const override { return true; }

    Texts texts;

private:
    std::string open_;
};

Texts texts_of(const lotse_render::Sheet& sheet) {
    Texts out;
    out["title"].push_back(sheet.title);
    for (const bool plate : {false, true})
        for (const auto& label : sheet.labels)
            if ((label.plate_width > 0) == plate) out["text"].push_back(label.text);
    for (const auto& node : sheet.nodes) {
        if (!node.title.empty()) out["title"].push_back(node.title);
        if (node.tag_width > 0 && !node.tag.empty()) out["text"].push_back(node.tag);
        for (const std::string& line : node.lines)
            if (!line.empty()) out["text"].push_back(line);
    }
    for (const auto& edge : sheet.edges)
        if (!edge.title.empty()) out["title"].push_back(edge.title);
    return out;
}

}  // namespace

/// Names become a drawing, what the renderer reads of it, and an SVG: every text as it was.
void labels(std::string_view bytes) {
    Choices choices{bytes};
    viz::PictureOptions options;
    options.title = choices.text();
    const bool around_one = choices.one_in(2);
    const Network network{{choices.text(), "", choices.one_in(2)}, sample_tables(choices)};
    if (around_one && network.actors().empty()) return;
    const auto drawing =
        around_one ? viz::rings(network, ActorId{0}, options) : viz::partner_map(network, options);
    if (!drawing) return check_printable(drawing.error().message.en);
    for (const auto& sheet : lotse_render::read_sheets(viz::to_json(*drawing))) {
        Reader reader;
        const std::string svg = lotse_render::publish_svg(sheet, graphviz_svg(sheet));
        if (const auto problem = io::visit_xml(svg, io::Limits{}, reader))
            fail("the SVG is not XML: " + problem->message.en);
        if (reader.texts != texts_of(sheet)) fail("a text of the SVG is another one");
    }
}

}  // namespace lotse::fuzz

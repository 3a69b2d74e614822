#include "geometry_checks.hpp"

#include "sample_maps.hpp"
#include "text_width.hpp"

#include <algorithm>
#include <map>

using namespace lotse::viz;

namespace {

struct Named {
    std::string name;
    Rectangle box;
};

std::string start_of(const std::vector<std::string>& lines) {
    return lines.empty() ? std::string{} : lines.front();
}

void check_boxes(const Drawing& drawing, std::vector<std::string>& faults) {
    std::vector<Named> all;
    for (const Node& node : drawing.nodes)
        all.push_back({node.id + " " + start_of(node.lines), box_of(node)});
    for (const TextLine& line : drawing.labels)
        all.push_back({line.role + " '" + line.text + "'", box_of(line)});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!inside(all[i].box, drawing)) faults.push_back(all[i].name + " leaves the page");
        for (std::size_t j = 0; j < i; ++j)
            if (all[i].box.overlaps(all[j].box))
                faults.push_back(all[i].name + " overlaps " + all[j].name);
    }
}

void check_texts(const Drawing& drawing, std::vector<std::string>& faults) {
    for (const TextLine& line : drawing.labels)
        if (line.font_pt < 7) faults.push_back("'" + line.text + "' is smaller than 7 pt");
    for (const Node& node : drawing.nodes) {
        if (node.font_pt < 7 || (!node.tag.empty() && node.tag_font_pt < 7))
            faults.push_back(node.id + " is smaller than 7 pt");
        if (text_width_pt(node.tag, node.tag_font_pt, Weight::bold) > node.tag_width_pt)
            faults.push_back(node.id + ": tag wider than its cell");
        for (const std::string& line : node.lines)
            if (text_width_pt(line, node.font_pt) > node.width_pt - node.tag_width_pt - 2)
                faults.push_back(node.id + ": '" + line + "' is wider than its box");
        if (line_height * node.font_pt * static_cast<double>(node.lines.size()) > node.height_pt)
            faults.push_back(node.id + ": more lines than its box is high");
        if (!node.lines.empty() && contrast(node.ink, node.fill) < 4.5)
            faults.push_back(node.id + ": weak contrast");
        if (!node.tag.empty() && contrast(node.tag_ink, node.tag_fill) < 4.5)
            faults.push_back(node.id + ": weak contrast of the tag");
    }
    if (drawing.minimum_font_pt < 7) faults.push_back("smallest type said to be under 7 pt");
}

void check_lines(const Drawing& drawing, std::vector<std::string>& faults) {
    std::map<std::string, Rectangle> boxes;
    for (const Node& node : drawing.nodes) boxes[node.id] = box_of(node);
    for (const Edge& edge : drawing.edges) {
        if (edge.path.size() % 3 != 1) faults.push_back(edge.id + " is no chain of curves");
        for (const Point& p : edge.path)  // a curve stays within its control points
            if (!inside({p.x, p.y, p.x, p.y}, drawing))
                faults.push_back(edge.id + " leaves the page");
        if (edge.from.empty()) continue;
        if (!boxes.at(edge.from).grown(3).contains(edge.path.front()) ||
            !boxes.at(edge.to).grown(3).contains(edge.path.back()))
            faults.push_back(edge.id + " does not end at its boxes");
        if (std::ranges::find(drawing.styles, edge.style, &LineStyle::name) == drawing.styles.end())
            faults.push_back(edge.id + " has an unknown style");
    }
}

}  // namespace

Rectangle box_of(const Node& node) {
    return Rectangle::around(node.centre, node.width_pt, node.height_pt);
}

Rectangle box_of(const TextLine& line) {
    const double width = text_width_pt(line.text, line.font_pt, line.weight);
    const double left = line.anchor == Anchor::left    ? line.at.x
                        : line.anchor == Anchor::right ? line.at.x - width
                                                       : line.at.x - width / 2;
    return {left, line.at.y - 0.8 * line.font_pt, left + width, line.at.y + 0.2 * line.font_pt};
}

bool inside(const Rectangle& box, const Drawing& page) {
    return box.left >= 0 && box.top >= 0 && box.right <= page.width_pt &&
           box.bottom <= page.height_pt;
}

std::vector<std::string> layout_faults(const Drawing& drawing) {
    std::vector<std::string> faults;
    check_boxes(drawing, faults);
    check_texts(drawing, faults);
    check_lines(drawing, faults);
    return faults;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    std::erase(text, ' ');
    return text;
}

bool has_role(const Drawing& drawing, std::string_view role) {
    return std::ranges::find(drawing.labels, role, &TextLine::role) != drawing.labels.end();
}

bool says(const Drawing& drawing, std::string_view text) {
    return std::ranges::any_of(all_texts(drawing), [&](const std::string& one) {
        return one.find(text) != std::string::npos;
    });
}

#include <lotse/viz/drawing.hpp>

#include <cmath>
#include <nlohmann/json.hpp>

namespace lotse::viz {
namespace {

using nlohmann::ordered_json;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

/// Control characters (C0, DEL, C1, U+FFFE, U+FFFF) cannot be drawn: each becomes a blank. What no
/// line of a sheet is long enough for, as in a title that names two actors, ends in "…".
std::string printable(const std::string& text) {
    constexpr std::size_t most_bytes = 4'000;  // the renderer takes 4096
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts && result.size() >= most_bytes) return result + "…";
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (byte < 0x20 || byte == 0x7F) {
            result += ' ';
        } else if (byte == 0xC2 && next < 0xA0) {
            result += ' ';
            ++i;
        } else if (text.compare(i, 3, "\xEF\xBF\xBE") == 0 ||
                   text.compare(i, 3, "\xEF\xBF\xBF") == 0) {
            result += ' ';
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string hex(Colour colour) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        text += digits[part / 16];
        text += digits[part % 16];
    }
    return text;
}

const char* word(Dash dash) {
    switch (dash) {
        case Dash::dashed: return "dashed";
        case Dash::dotted: return "dotted";
        case Dash::solid: break;
    }
    return "solid";
}

const char* word(Arrow arrow) {
    switch (arrow) {
        case Arrow::filled: return "filled";
        case Arrow::open: return "open";
        case Arrow::vee: return "vee";
        case Arrow::dot: return "dot";
        case Arrow::none: break;
    }
    return "none";
}

const char* word(Anchor anchor) {
    switch (anchor) {
        case Anchor::centre: return "centre";
        case Anchor::right: return "right";
        case Anchor::left: break;
    }
    return "left";
}

ordered_json points(const std::vector<Point>& all) {
    ordered_json list = ordered_json::array();
    for (const Point& point : all) list.push_back({rounded(point.x), rounded(point.y)});
    return list;
}

ordered_json json_of(const LineStyle& style) {
    return {{"name", style.name},         {"colour", hex(style.colour)},
            {"width_pt", style.width_pt}, {"dash", word(style.dash)},
            {"arrow", word(style.arrow)}, {"arrow_scale", style.arrow_scale}};
}

ordered_json json_of(const Shape& shape) {
    return {{"outline", points(shape.outline)},
            {"fill", hex(shape.fill)},
            {"line", hex(shape.line)},
            {"line_pt", rounded(shape.line_pt)}};
}

ordered_json json_of(const TextLine& line) {
    return {{"role", line.role},
            {"x", rounded(line.at.x)},
            {"y", rounded(line.at.y)},
            {"anchor", word(line.anchor)},
            {"weight", line.weight == Weight::bold ? "bold" : "regular"},
            {"font_pt", rounded(line.font_pt)},
            {"colour", hex(line.colour)},
            {"text", printable(line.text)},
            {"plate_pt", rounded(line.plate_pt)},
            {"plate", hex(line.plate)}};
}

ordered_json json_of(const Node& node) {
    ordered_json lines = ordered_json::array();
    for (const std::string& line : node.lines) lines.push_back(printable(line));
    return {{"id", node.id},
            {"class", node.style},
            {"title", printable(node.title)},
            {"x", rounded(node.centre.x)},
            {"y", rounded(node.centre.y)},
            {"width_pt", node.width_pt},
            {"height_pt", node.height_pt},
            {"tag", printable(node.tag)},
            {"tag_width_pt", node.tag_width_pt},
            {"tag_font_pt", node.tag_font_pt},
            {"lines", lines},
            {"font_pt", rounded(node.font_pt)},
            {"fill", hex(node.fill)},
            {"ink", hex(node.ink)},
            {"tag_fill", hex(node.tag_fill)},
            {"tag_ink", hex(node.tag_ink)},
            {"border", hex(node.border)},
            {"border_dash", word(node.border_dash)}};
}

ordered_json json_of(const Edge& edge) {
    return {{"id", edge.id},
            {"title", printable(edge.title)},
            {"style", edge.style},
            {"from", edge.from},
            {"to", edge.to},
            {"arrowheads", edge.arrowheads == Arrowheads::at_end ? "end" : "both"},
            {"path", points(edge.path)}};
}

ordered_json json_of(const Window& window) {
    return {{"x", rounded(window.corner.x)},
            {"y", rounded(window.corner.y)},
            {"width_pt", rounded(window.width_pt)},
            {"height_pt", rounded(window.height_pt)},
            {"scale", rounded(window.scale)}};
}

template <class T>
ordered_json list_of(const std::vector<T>& items) {
    ordered_json list = ordered_json::array();
    for (const T& item : items) list.push_back(json_of(item));
    return list;
}

/// Without those that say nothing, as the name of a network that has none.
ordered_json labels_of(const Drawing& drawing) {
    ordered_json list = ordered_json::array();
    for (const TextLine& line : drawing.labels)
        if (!line.text.empty()) list.push_back(json_of(line));
    return list;
}

ordered_json json_of(const Drawing& drawing) {
    return {{"lotse_drawing", 1},
            {"language", drawing.language},
            {"title", printable(drawing.title)},
            {"description", printable(drawing.description)},
            {"width_pt", rounded(drawing.width_pt)},
            {"height_pt", rounded(drawing.height_pt)},
            {"styles", list_of(drawing.styles)},
            {"shapes", list_of(drawing.shapes)},
            {"labels", labels_of(drawing)},
            {"nodes", list_of(drawing.nodes)},
            {"edges", list_of(drawing.edges)},
            {"windows", list_of(drawing.windows)}};
}

ordered_json pages_of(const std::vector<Drawing>& drawings) {
    ordered_json pages = ordered_json::array();
    for (const Drawing& drawing : drawings) pages.push_back(json_of(drawing));
    return pages;
}

std::string text_of(const ordered_json& document) {
    return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Drawing& drawing) {
    return text_of(json_of(drawing));
}

std::string to_json(const std::vector<Drawing>& drawings) {
    return text_of(pages_of(drawings));
}

std::string to_json(const std::vector<PictureOrder>& orders) {
    ordered_json pictures = ordered_json::array();
    for (const PictureOrder& order : orders)
        pictures.push_back({{"format", order.format}, {"pages", pages_of(order.pages)}});
    return text_of(pictures);
}

}  // namespace lotse::viz

// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

namespace lotse_render {
namespace {

using nlohmann::json;

constexpr int max_depth = 8;
constexpr std::size_t max_values = 5'000'000;
constexpr double max_side_pt = 20'000;
constexpr std::size_t max_text_bytes = 4'096;

json parse(std::string_view text) {
    std::vector<std::set<std::string>> members;
    std::size_t values = 0;
    const auto watch = [&](int depth, json::parse_event_t event, json& parsed) {
        if (depth > max_depth) throw Failure{"the drawing is nested too deeply"};
        if (++values > max_values) throw Failure{"the drawing has too many values"};
        if (event == json::parse_event_t::object_start) members.emplace_back();
        if (event == json::parse_event_t::object_end) members.pop_back();
        if (event == json::parse_event_t::key && !members.back().insert(parsed).second)
            throw Failure{"the drawing repeats a member"};
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::exception&) {
        throw Failure{"the drawing is not JSON"};
    }
}

/// One JSON object whose members are all asked for exactly once.
class Members {
public:
    Members(const json& object, std::string place) : object_{object}, place_{std::move(place)} {
        if (!object_.is_object()) throw Failure{place_ + " is not an object"};
    }

    /// Every member must have been asked for.
    void finish() const {
        if (asked_ != object_.size()) throw Failure{place_ + " has an unknown member"};
    }

    const json& at(const char* name) {
        const auto found = object_.find(name);
        if (found == object_.end()) throw Failure{place_ + " has no '" + name + "'"};
        ++asked_;
        return *found;
    }

    std::string text(const char* name) {
        const json& value = at(name);
        if (!value.is_string()) fail(name, "is not a text");
        return printable(value.get<std::string>());
    }

    std::string word(const char* name, std::initializer_list<std::string_view> allowed) {
        std::string value = text(name);
        for (const std::string_view one : allowed)
            if (value == one) return value;
        fail(name, "is not one of the known words");
    }

    /// Letters, digits and '_', starting with a letter.
    std::string name(const char* member) {
        std::string value = text(member);
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        bool good = !value.empty() && value.size() <= 64 && letter(value[0]);
        for (const char c : value) good = good && (letter(c) || (c >= '0' && c <= '9') || c == '_');
        if (!good) fail(member, "is not a plain name");
        return value;
    }

    std::string colour(const char* name) {
        std::string value = text(name);
        bool good = value.size() == 7 && value[0] == '#';
        for (std::size_t i = 1; good && i < value.size(); ++i)
            good = (value[i] >= '0' && value[i] <= '9') || (value[i] >= 'a' && value[i] <= 'f');
        if (!good) fail(name, "is not a colour #rrggbb");
        return value;
    }

    double number(const char* name, double low, double high) {
        return checked(at(name), name, low, high);
    }

    int whole(const char* name, int low, int high) {
        const json& value = at(name);
        if (!value.is_number_integer()) fail(name, "is not a whole number");
        return static_cast<int>(checked(value, name, low, high));
    }

    std::vector<Point> points(const char* name, std::size_t least) {
        const json& value = at(name);
        if (!value.is_array() || value.size() < least) fail(name, "has too few points");
        std::vector<Point> result;
        for (const json& point : value) {
            if (!point.is_array() || point.size() != 2) fail(name, "has a point that is no pair");
            result.push_back({checked(point[0], name, -max_side_pt, 2 * max_side_pt),
                              checked(point[1], name, -max_side_pt, 2 * max_side_pt)});
        }
        return result;
    }

    std::vector<std::string> texts(const char* name, std::size_t most) {
        const json& value = at(name);
        if (!value.is_array() || value.size() > most) fail(name, "is not a short list of texts");
        std::vector<std::string> result;
        for (const json& line : value) {
            if (!line.is_string()) fail(name, "is not a list of texts");
            result.push_back(printable(line.get<std::string>()));
        }
        return result;
    }

    [[noreturn]] void fail(const char* name, const char* why) const {
        throw Failure{place_ + ": '" + name + "' " + why};
    }

private:
    double checked(const json& value, const char* name, double low, double high) const {
        if (!value.is_number()) fail(name, "is not a number");
        const double number = value.get<double>();
        if (!std::isfinite(number) || number < low || number > high) fail(name, "is out of range");
        return number;
    }

    /// Control characters (also U+FFFE, U+FFFF, which XML forbids) cannot stand in a picture.
    std::string printable(std::string text) const {
        if (text.size() > max_text_bytes) throw Failure{place_ + " has a text that is too long"};
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto c = static_cast<unsigned char>(text[i]);
            const bool c1 = c == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
            const bool no_character =
                text.compare(i, 3, "\xEF\xBF\xBE") == 0 || text.compare(i, 3, "\xEF\xBF\xBF") == 0;
            if (c < 0x20 || c == 0x7F || c1 || no_character)
                throw Failure{place_ + " has a control character"};
        }
        return text;
    }

    const json& object_;
    std::string place_;
    std::size_t asked_ = 0;
};

template <class T, class Read>
std::vector<T> list(Members& members, const char* name, Read read) {
    const json& value = members.at(name);
    if (!value.is_array()) members.fail(name, "is not a list");
    std::vector<T> result;
    for (const json& item : value) {
        Members of_item{item, std::string{name} + "[" + std::to_string(result.size()) + "]"};
        result.push_back(read(of_item));
        of_item.finish();
    }
    return result;
}

LineStyle read_style(Members& m) {
    return {m.name("name"),
            m.colour("colour"),
            m.number("width_pt", 0.1, 20),
            m.word("dash", {"solid", "dashed", "dotted"}),
            m.word("arrow", {"none", "filled", "open", "vee", "dot"}),
            m.number("arrow_scale", 0.1, 5)};
}

Shape read_shape(Members& m) {
    return {m.points("outline", 3), m.colour("fill"), m.colour("line"), m.number("line_pt", 0, 20)};
}

TextLine read_label(Members& m) {
    return {m.name("role"),
            {m.number("x", 0, max_side_pt), m.number("y", 0, max_side_pt)},
            m.word("anchor", {"left", "centre", "right"}),
            m.word("weight", {"regular", "bold"}),
            m.number("font_pt", 1, 500),
            m.colour("colour"),
            m.text("text"),
            m.number("plate_pt", 0, max_side_pt),
            m.colour("plate")};
}

Node read_node(Members& m) {
    Node node;
    node.id = m.name("id");
    node.style = m.name("class");
    node.title = m.text("title");
    node.centre = {m.number("x", 0, max_side_pt), m.number("y", 0, max_side_pt)};
    node.width = m.whole("width_pt", 1, 5000);
    node.height = m.whole("height_pt", 1, 5000);
    node.tag = m.text("tag");
    node.tag_width = m.whole("tag_width_pt", 0, 1000);
    node.tag_font = m.whole("tag_font_pt", 1, 255);
    node.lines = m.texts("lines", 12);
    node.font = m.number("font_pt", 1, 500);
    node.fill = m.colour("fill");
    node.ink = m.colour("ink");
    node.tag_fill = m.colour("tag_fill");
    node.tag_ink = m.colour("tag_ink");
    node.border = m.colour("border");
    node.border_dash = m.word("border_dash", {"solid", "dashed", "dotted"});
    if (node.tag_width >= node.width) m.fail("tag_width_pt", "is wider than the node");
    return node;
}

Edge read_edge(Members& m, const std::vector<LineStyle>& styles) {
    Edge edge;
    edge.id = m.name("id");
    edge.title = m.text("title");
    const std::string style = m.name("style");
    while (edge.style < styles.size() && styles[edge.style].name != style) ++edge.style;
    if (edge.style == styles.size()) m.fail("style", "is not among the styles");
    edge.from = m.text("from");
    edge.to = m.text("to");
    edge.both_arrowheads = m.word("arrowheads", {"end", "both"}) == "both";
    edge.path = m.points("path", 4);
    if (edge.path.size() % 3 != 1) m.fail("path", "is not a chain of cubic curves");
    return edge;
}

void check_page(const Sheet& sheet) {
    const auto inside = [&](double x, double y) {
        return x >= 0 && y >= 0 && x <= sheet.width && y <= sheet.height;
    };
    for (const Node& node : sheet.nodes) {
        const double x = node.width / 2.0, y = node.height / 2.0;
        if (!inside(node.centre.x - x, node.centre.y - y) ||
            !inside(node.centre.x + x, node.centre.y + y))
            throw Failure{"the node " + node.id + " leaves the page"};
    }
    for (const Edge& edge : sheet.edges)
        for (const Point& point : edge.path)
            if (!inside(point.x, point.y))
                throw Failure{"the edge " + edge.id + " leaves the page"};
    for (const TextLine& label : sheet.labels)
        if (!inside(label.at.x, label.at.y)) throw Failure{"a label leaves the page"};
}

void check_references(const Sheet& sheet) {
    std::set<std::string> nodes;
    for (const Node& node : sheet.nodes)
        if (!nodes.insert(node.id).second) throw Failure{"two elements have the id " + node.id};
    std::set<std::string> all = nodes;
    for (std::size_t i = 0; i < sheet.labels.size(); ++i)
        if (!all.insert(plate_id(i)).second)
            throw Failure{"two elements have the id " + plate_id(i)};
    for (const Edge& edge : sheet.edges) {
        if (!all.insert(edge.id).second) throw Failure{"two elements have the id " + edge.id};
        const bool sample = edge.from.empty() && edge.to.empty();
        if (!sample && (!nodes.count(edge.from) || !nodes.count(edge.to)))
            throw Failure{"the edge " + edge.id + " ends at an unknown node"};
    }
}

Window read_window(Members& m) {
    Window window;
    window.corner = {m.number("x", 0, max_side_pt), m.number("y", 0, max_side_pt)};
    window.width = m.number("width_pt", 10, max_side_pt);
    window.height = m.number("height_pt", 10, max_side_pt);
    window.scale = m.number("scale", 0.01, 10);
    return window;
}

Sheet read_sheet(const json& document) {
    Members members{document, "the drawing"};
    Sheet sheet;
    if (members.whole("lotse_drawing", 0, 1000) != 1)
        throw Failure{"the drawing has a version this program does not know"};
    sheet.language = members.word("language", {"de", "en"});
    sheet.title = members.text("title");
    sheet.description = members.text("description");
    sheet.width = members.number("width_pt", 10, max_side_pt);
    sheet.height = members.number("height_pt", 10, max_side_pt);
    sheet.styles = list<LineStyle>(members, "styles", read_style);
    sheet.shapes = list<Shape>(members, "shapes", read_shape);
    sheet.labels = list<TextLine>(members, "labels", read_label);
    sheet.nodes = list<Node>(members, "nodes", read_node);
    sheet.edges =
        list<Edge>(members, "edges", [&](Members& m) { return read_edge(m, sheet.styles); });
    sheet.windows = list<Window>(members, "windows", read_window);
    members.finish();
    check_references(sheet);
    check_page(sheet);
    if (sheet.windows.empty()) sheet.windows.push_back({{0, 0}, sheet.width, sheet.height, 1});
    return sheet;
}

std::vector<Sheet> sheets_of(const json& document) {
    if (!document.is_array()) return {read_sheet(document)};
    std::vector<Sheet> sheets;
    for (const json& drawing : document) sheets.push_back(read_sheet(drawing));
    if (sheets.empty()) throw Failure{"there is no drawing"};
    return sheets;
}

}  // namespace

std::vector<Sheet> read_sheets(std::string_view text) {
    return sheets_of(parse(text));
}

std::vector<Order> read_orders(std::string_view text) {
    const json document = parse(text);
    if (!document.is_array()) throw Failure{"the orders are no list"};
    std::vector<Order> orders;
    for (const json& each : document) {
        Members members{each, "an order"};
        Order& order = orders.emplace_back();
        order.format = members.word("format", {"svg", "pdf", "png", "dot"});
        order.sheets = sheets_of(members.at("pages"));
        members.finish();
    }
    return orders;
}

}  // namespace lotse_render

// SPDX-License-Identifier: MIT
#include "graph.hpp"

#include "escape.hpp"

#include <fontconfig/fontconfig.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin_textlayout.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

namespace lotse_render {
namespace {

constexpr const char* regular_font = "Noto Sans";
constexpr const char* bold_font = "Noto Sans Bold";
constexpr double lifted_line = 0.2;     // Graphviz draws free text so much too high,
constexpr double lifted_label = 0.115;  // and text in cells, in font sizes
constexpr double arrow_length_pt = 10;  // of Graphviz, at arrowsize 1

std::string graphviz_messages;
int collect_message(char* text) {
    graphviz_messages += text;
    return 0;
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const noexcept { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

bool has_fonts() {
    const FcFontSet* fonts = FcConfigGetFonts(FcConfigGetCurrent(), FcSetSystem);
    return fonts != nullptr && fonts->nfont > 0;
}

/// A plugin with a text layout that lays out nothing, so that Graphviz takes its own estimate.
const lt_symlist_t* estimating_plugin() {
    static gvtextlayout_engine_t engine{[](textspan_t*, char**) { return boolean{FALSE}; }};
    static std::array<gvplugin_installed_t, 2> layouts{
        {{0, "textlayout", 1000, &engine, nullptr}, {}}};
    static std::array<gvplugin_api_t, 2> apis{{{API_textlayout, layouts.data()}, {}}};
    static std::string name = "estimate";
    static gvplugin_library_t library{name.data(), apis.data()};
    static const std::array<lt_symlist_t, 2> plugins{
        {{"gvplugin_estimate_LTX_library", &library}, {}}};
    return plugins.data();
}

/// With these plugins besides those that are installed; nullptr: none.
GVC_t* start_graphviz(const lt_symlist_t* plugins) {
    GVC_t* const started = gvContextPlugins(plugins, 1);
    if (started == nullptr) throw Failure{"Graphviz does not start"};
    return started;
}

/// One context for all pictures of the process, never freed. Graphviz 2.42 keeps a pointer to the
/// name of the font it used last, which lies in the context: with a context for each picture, the
/// first text of the next one may be compared with freed memory and set in the wrong font.
///
/// Where no font is installed, Pango returns heights that nobody has set, and Graphviz leaves out
/// texts that seem to lie beyond the page. Forms whose text is drawn later get one with estimates.
GVC_t* context(Format format) {
    static GVC_t* const measured = start_graphviz(nullptr);
    if (format == Format::pdf || format == Format::png) return measured;
    static GVC_t* const described = has_fonts() ? measured : start_graphviz(estimating_plugin());
    return described;
}

char* c_string(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

/// A number as Graphviz reads it: at most three decimals, always a point.
std::string number(double value) {
    char buffer[40];
    const double rounded = std::round(value * 1000) / 1000;
    std::snprintf(buffer, sizeof buffer, "%.3f", rounded == 0 ? 0.0 : rounded);
    return buffer;
}

/// cgraph with a fixed set of attributes: only what is declared here can be set.
class Builder {
public:
    Builder(const Sheet& sheet, const Window& window, Format format) : sheet_{sheet} {
        graph_.reset(agopen(const_cast<char*>("drawing"), Agdirected, nullptr));
        declare(AGRAPH, {{"bgcolor", "#ffffff"},
                         {"charset", "UTF-8"},
                         {"dpi", "72"},
                         {"margin", "0"},
                         {"outputorder", "edgesfirst"},
                         {"pad", "0"},
                         {"splines", "true"},
                         {"notranslate", "true"},
                         {"viewport", ""},
                         {"_background", ""}});
        declare(AGNODE, {{"id", ""},
                         {"class", ""},
                         {"label", ""},
                         {"shape", "plain"},
                         {"margin", "0"},
                         {"pos", ""},
                         {"width", "0"},
                         {"height", "0"},
                         {"style", ""},
                         {"fontname", regular_font},
                         {"fontsize", "10"}});
        declare(AGEDGE, {{"id", ""},
                         {"class", ""},
                         {"pos", ""},
                         {"color", ""},
                         {"penwidth", "1"},
                         {"style", ""},
                         {"dir", "forward"},
                         {"arrowtail", "none"},
                         {"arrowhead", "none"},
                         {"arrowsize", "1"}});
        // The page and nothing beyond it, whatever the fonts make of the texts.
        set(graph_.get(), "viewport",
            number(window.width * window.scale) + "," + number(window.height * window.scale) + "," +
                number(window.scale) + "," + number(window.corner.x + window.width / 2) + "," +
                number(sheet.height - window.corner.y - window.height / 2));
        add_background(format);
        add_corner("corner-0", {0, 0});
        add_corner("corner-1", {sheet.width, sheet.height});
        for (std::size_t i = 0; i < sheet.labels.size(); ++i)
            if (sheet.labels[i].plate_width > 0) add_plate(sheet.labels[i], plate_id(i));
        for (const Node& node : sheet.nodes) add_node(node);
        for (const Edge& edge : sheet.edges) add_edge(edge);
    }

    Agraph_t* graph() const { return graph_.get(); }
    void set_resolution(int dots_per_inch) {
        set(graph_.get(), "dpi", std::to_string(dots_per_inch));
    }

private:
    void declare(int kind, std::initializer_list<std::pair<const char*, const char*>> attributes) {
        for (const auto& [name, value] : attributes)
            agattr(graph_.get(), kind, const_cast<char*>(name), const_cast<char*>(value));
    }

    static void set(void* object, const char* name, const std::string& value) {
        if (agset(object, const_cast<char*>(name), c_string(value)) != 0)
            throw Failure{"Graphviz refused an attribute"};
    }

    std::string place(Point point) const {
        return number(point.x) + "," + number(sheet_.height - point.y);
    }

    void add_corner(const char* name, Point at) {
        Agnode_t* node = agnode(graph_.get(), const_cast<char*>(name), 1);
        set(node, "pos", place(at));
        set(node, "style", "invis");
    }

    void set_html(Agnode_t* node, const std::string& html) {
        char* label = agstrdup_html(graph_.get(), c_string(html));
        agset(node, const_cast<char*>("label"), label);
        agstrfree(graph_.get(), label);
    }

    /// A text that lines pass behind: nodes are drawn last.
    void add_plate(const TextLine& from, const std::string& id) {
        constexpr double above_baseline = 0.36;  // middle of capital letters, in font sizes
        constexpr double rim = 2;
        const double half = from.plate_width / 2 - rim;
        const double aside = from.anchor == "left" ? half : from.anchor == "right" ? -half : 0;
        Agnode_t* node = agnode(graph_.get(), c_string(id), 1);
        set(node, "id", id);
        set(node, "class", from.role);
        set(node, "pos",
            place({from.at.x + aside, from.at.y + (lifted_label - above_baseline) * from.font}));
        set(node, "fontsize", number(from.font));
        const int width = static_cast<int>(std::ceil(from.plate_width));
        const int height = static_cast<int>(std::ceil(1.2 * from.font));
        set_html(node,
                 "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>" +
                     plate_cell(width, height, from.plate) + "<FONT FACE=\"" +
                     (from.weight == "bold" ? bold_font : regular_font) + "\" COLOR=\"" +
                     from.colour + "\">" + in_label(from.text) + "</FONT></TD></TR></TABLE>");
    }

    void add_node(const Node& from) {
        Agnode_t* node = agnode(graph_.get(), c_string(from.id), 1);
        nodes_[from.id] = node;
        set(node, "id", from.id);
        set(node, "class", from.style);
        set(node, "pos", place(from.centre));
        set(node, "fontsize", number(from.font));
        set_html(node, box(from));
    }

    /// Graphviz replaces \N and the like even in HTML-like labels: the backslash is doubled. It
    /// also takes a line of brackets only ("]") for the end of a CDATA section.
    static std::string in_label(const std::string& text) {
        std::string result;
        for (const char c : escape(text)) {
            if (c == ']')
                result += "&#93;";
            else
                result.append(c == '\\' ? 2 : 1, c);
        }
        return result;
    }

    static std::string tag_text(const Node& node) {
        return "<FONT FACE=\"" + std::string{bold_font} + "\" POINT-SIZE=\"" +
               std::to_string(node.tag_font) + "\" COLOR=\"" + node.tag_ink + "\">" +
               in_label(node.tag) + "</FONT>";
    }

    static std::string cell(int width, int height, const std::string& fill) {
        return "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"" + std::to_string(width) + "\" HEIGHT=\"" +
               std::to_string(height) + "\" BGCOLOR=\"" + fill + "\">";
    }

    /// A plate grows with its text, which no border holds.
    static std::string plate_cell(int width, int height, const std::string& fill) {
        return "<TD WIDTH=\"" + std::to_string(width) + "\" HEIGHT=\"" + std::to_string(height) +
               "\" BGCOLOR=\"" + fill + "\">";
    }

    /// The HTML-like label of a node: a full-colour tag and the name on a tint.
    static std::string box(const Node& node) {
        std::string text =
            "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
            "CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
            std::to_string(node.width) + "\" HEIGHT=\"" + std::to_string(node.height) +
            "\" COLOR=\"" + node.border + "\"";
        if (node.border_dash != "solid") text += " STYLE=\"" + node.border_dash + "\"";
        text += "><TR>";
        const int inner_height = node.height - 2;
        if (node.tag_width > 0) {
            text += cell(node.tag_width, inner_height, node.tag_fill);
            if (!node.tag.empty()) text += tag_text(node);
            text += "</TD>";
        }
        text += cell(node.width - 2 - node.tag_width, inner_height, node.fill);
        std::string lines;
        for (const std::string& line : node.lines)
            if (!line.empty()) lines += (lines.empty() ? "" : "<BR/>") + in_label(line);
        if (!lines.empty()) text += "<FONT COLOR=\"" + node.ink + "\">" + lines + "</FONT>";
        return text + "</TD></TR></TABLE>";
    }

    void add_edge(const Edge& from) {
        const LineStyle& style = sheet_.styles[from.style];
        Agnode_t* tail = from.from.empty() ? anchor(from.path.front()) : nodes_.at(from.from);
        Agnode_t* head = from.to.empty() ? anchor(from.path.back()) : nodes_.at(from.to);
        Agedge_t* edge = agedge(graph_.get(), tail, head, c_string(from.id), 1);
        set(edge, "id", from.id);
        set(edge, "class", style.name);
        set(edge, "color", style.colour);
        set(edge, "penwidth", number(style.width));
        set(edge, "style", style.dash);
        set(edge, "arrowsize", number(style.arrow_scale));
        set(edge, "arrowhead", arrow_shape(style.arrow));
        if (from.both_arrowheads) {
            set(edge, "dir", "both");
            set(edge, "arrowtail", arrow_shape(style.arrow));
        }
        set(edge, "pos", path(from, style));
    }

    Agnode_t* anchor(Point at) {
        const std::string name = "anchor-" + std::to_string(anchors_++);
        Agnode_t* node = agnode(graph_.get(), c_string(name), 1);
        set(node, "pos", place(at));
        set(node, "style", "invis");
        return node;
    }

    static const char* arrow_shape(const std::string& arrow) {
        if (arrow == "filled") return "normal";
        if (arrow == "open") return "empty";
        if (arrow == "vee") return "vee";
        if (arrow == "dot") return "dot";
        return "none";
    }

    /// The curve in Graphviz's notation; before an arrowhead it ends where the head begins.
    std::string path(const Edge& edge, const LineStyle& style) const {
        std::vector<Point> curve = edge.path;
        std::string result;
        if (style.arrow != "none") {
            const Point tip = curve.back();
            shorten(curve, arrow_length(style));
            result = "e," + place(tip) + " ";
            if (edge.both_arrowheads) {
                std::reverse(curve.begin(), curve.end());
                result = "s," + place(curve.back()) + " " + result;
                shorten(curve, arrow_length(style));
                std::reverse(curve.begin(), curve.end());
            }
        }
        for (const Point& point : curve) result += place(point) + " ";
        result.pop_back();
        return result;
    }

    static double arrow_length(const LineStyle& style) {
        return arrow_length_pt * style.arrow_scale * (style.arrow == "dot" ? 0.8 : 1.0);
    }

    /// Cuts the last cubic of the curve where it is `length` away from its end.
    static void shorten(std::vector<Point>& curve, double length) {
        const std::size_t first = curve.size() - 4;
        const Point a = curve[first], b = curve[first + 1], c = curve[first + 2], d = curve.back();
        const auto mix = [](Point p, Point q, double t) {
            return Point{p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t};
        };
        double low = 0, high = 1;
        for (int step = 0; step < 30; ++step) {
            const double t = (low + high) / 2;
            const Point ab = mix(a, b, t), bc = mix(b, c, t), cd = mix(c, d, t);
            const Point at = mix(mix(ab, bc, t), mix(bc, cd, t), t);
            (std::hypot(at.x - d.x, at.y - d.y) > length ? low : high) = t;
        }
        const Point ab = mix(a, b, low), bc = mix(b, c, low), cd = mix(c, d, low);
        curve[first + 1] = ab;
        curve[first + 2] = mix(ab, bc, low);
        curve[first + 3] = mix(mix(ab, bc, low), mix(bc, cd, low), low);
    }

    /// A quoted text of DOT cannot hold a backslash before a quote: both together would end it, and
    /// what follows would be read as DOT. The quote becomes a typographic one.
    static std::string in_quotes(std::string text) {
        for (auto at = text.find("\\\""); at != text.npos; at = text.find("\\\"", at))
            text.replace(at + 1, 1, "\u201D");
        return text;
    }

    static std::string counted(const std::string& text) {
        return std::to_string(text.size()) + " -" + text;
    }

    /// Areas and free text are drawn below everything else, in Graphviz's xdot notation.
    void add_background(Format format) {
        std::string xdot;
        for (const Shape& shape : sheet_.shapes) {
            if (shape.line_width > 0)
                xdot += "S " + counted("setlinewidth(" + number(shape.line_width) + ")") + " ";
            xdot += "c " + counted(shape.line_width > 0 ? shape.line : shape.fill) + " C " +
                    counted(shape.fill) + " P " + std::to_string(shape.outline.size());
            for (const Point& p : shape.outline)
                xdot += " " + number(p.x) + " " + number(sheet_.height - p.y);
            xdot += " ";
        }
        for (const TextLine& line : sheet_.labels) {
            if (line.text.empty()) throw Failure{"a label without text"};
            if (line.plate_width > 0) continue;
            const int anchor = line.anchor == "left" ? -1 : line.anchor == "right" ? 1 : 0;
            xdot += "F " + number(line.font) + " " +
                    counted(line.weight == "bold" ? bold_font : regular_font) + " c " +
                    counted(line.colour) + " T " + number(line.at.x) + " " +
                    number(sheet_.height - line.at.y - lifted_line * line.font) + " " +
                    std::to_string(anchor) + " 0 " +
                    counted(format == Format::dot ? in_quotes(line.text) : line.text) + " ";
        }
        if (!xdot.empty()) set(graph_.get(), "_background", xdot);
    }

    const Sheet& sheet_;
    Graph graph_;
    std::map<std::string, Agnode_t*> nodes_;
    int anchors_ = 0;
};

std::string first_line(std::size_t from) {
    return graphviz_messages.substr(from, graphviz_messages.find('\n', from) - from);
}

void check_messages() {
    const std::size_t error = graphviz_messages.find("Error:");
    if (error != graphviz_messages.npos) throw Failure{"Graphviz: " + first_line(error)};
    if (agerrors() > 0) throw Failure{"Graphviz: unknown error"};
}

const char* output_device(Format format) {
    switch (format) {
        case Format::pdf: return "pdf:cairo";
        case Format::png: return "png:cairo";
        case Format::dot: return "dot:dot:core";
        case Format::svg: break;
    }
    return "svg:svg:core";
}

}  // namespace

std::string draw(const Sheet& sheet, const Window& window, Format format, int dots_per_inch) {
    agseterr(AGWARN);
    agseterrf(collect_message);
    graphviz_messages.clear();
    Builder builder{sheet, window, format};
    if (format == Format::png) builder.set_resolution(dots_per_inch);
    GVC_t* const graphviz = context(format);
    if (gvLayout(graphviz, builder.graph(), "nop2") != 0) {
        check_messages();
        throw Failure{"Graphviz: layout failed"};
    }
    char* data = nullptr;
    unsigned int length = 0;
    const int failed =
        gvRenderData(graphviz, builder.graph(), output_device(format), &data, &length);
    std::string picture;
    if (data != nullptr) picture.assign(data, length);
    gvFreeRenderData(data);
    gvFreeLayout(graphviz, builder.graph());
    check_messages();
    if (failed != 0 || picture.empty()) throw Failure{"Graphviz wrote no picture"};
    if (graphviz_messages.find("too small") != graphviz_messages.npos)
        std::fputs(sheet.language == "de"
                       ? "lotse-render: Text ist breiter als sein Kasten. Fehlt die Schrift Noto "
                         "Sans? Sie ist im Paket fonts-noto-core.\n"
                       : "lotse-render: text is wider than its box. Is the font Noto Sans missing? "
                         "It is in the package fonts-noto-core.\n",
                   stderr);
    else if (!graphviz_messages.empty())
        std::fprintf(stderr, "lotse-render: Graphviz: %s\n", first_line(0).c_str());
    return picture;
}

}  // namespace lotse_render

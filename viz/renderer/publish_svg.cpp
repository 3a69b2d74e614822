// SPDX-License-Identifier: MIT
#include "escape.hpp"
#include "publish.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace lotse_render {
namespace {

struct Tag {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    bool closing = false;
    bool empty = false;

    const std::string* find(std::string_view key) const {
        for (const auto& [name_, value] : attributes)
            if (name_ == key) return &value;
        return nullptr;
    }
};

[[noreturn]] void reject(const std::string& what) {
    throw Failure{"Graphviz wrote an SVG that is not published: " + what};
}

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Reads Graphviz's SVG from front to back.
class Reader {
public:
    explicit Reader(std::string_view text) : text_{text} {}

    /// The next tag, and the character data before it. False at the end.
    bool next(Tag& tag, std::string& before) {
        before.clear();
        while (at_ < text_.size()) {
            if (text_[at_] != '<') {
                before += text_[at_++];
            } else if (starts("<!--")) {
                skip("-->");
            } else if (starts("<?")) {
                skip("?>");
            } else if (starts("<!DOCTYPE")) {
                skip(">");
            } else {
                tag = read_tag();
                return true;
            }
        }
        return false;
    }

private:
    bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

    void skip(std::string_view end) {
        const std::size_t found = text_.find(end, at_);
        if (found == text_.npos) reject("an open comment");
        at_ = found + end.size();
    }

    Tag read_tag() {
        Tag tag;
        ++at_;
        tag.closing = starts("/");
        if (tag.closing) ++at_;
        tag.name = word();
        for (;;) {
            while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
            if (starts("/>")) {
                tag.empty = true;
                at_ += 2;
                return tag;
            }
            if (starts(">")) {
                ++at_;
                return tag;
            }
            std::string name = word();
            if (!starts("=\"")) reject("an attribute without a value");
            at_ += 2;
            const std::size_t end = text_.find('"', at_);
            if (end == text_.npos) reject("an open attribute");
            tag.attributes.emplace_back(std::move(name), std::string{text_.substr(at_, end - at_)});
            at_ = end + 1;
        }
    }

    std::string word() {
        const std::size_t start = at_;
        const auto belongs = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == ':' || c == '_';
        };
        while (at_ < text_.size() && belongs(text_[at_])) ++at_;
        if (at_ == start) reject("a broken tag");
        return std::string{text_.substr(start, at_ - start)};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

const std::map<std::string, std::vector<std::string_view>>& known_elements() {
    static const std::map<std::string, std::vector<std::string_view>> elements{
        {"svg", {"width", "height", "viewBox", "xmlns", "xmlns:xlink"}},
        {"g", {"id", "class", "transform"}},
        {"title", {}},
        {"polygon", {"fill", "stroke", "stroke-width", "stroke-dasharray", "points"}},
        {"polyline", {"fill", "stroke", "stroke-width", "stroke-dasharray", "points"}},
        {"path", {"fill", "stroke", "stroke-width", "stroke-dasharray", "d"}},
        {"ellipse", {"fill", "stroke", "stroke-width", "stroke-dasharray", "cx", "cy", "rx", "ry"}},
        {"text", {"text-anchor", "x", "y", "font-family", "font-size", "font-weight", "fill"}},
    };
    return elements;
}

/// No attribute value needs more than these characters; nothing can be smuggled through them.
bool is_plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{" #,.-+_()"}.find(c) != std::string_view::npos;
    });
}

void check(const Tag& tag) {
    const auto known = known_elements().find(tag.name);
    if (known == known_elements().end()) reject("an element '" + tag.name + "'");
    for (const auto& [name, value] : tag.attributes) {
        const auto& names = known->second;
        if (std::find(names.begin(), names.end(), name) == names.end())
            reject("an attribute '" + name + "' of '" + tag.name + "'");
        if (name != "xmlns" && name != "xmlns:xlink" && !is_plain(value))
            reject("a value of '" + name + "'");
    }
}

/// Titles and texts of the sheet, by the id of the group they stand in.
struct Wording {
    explicit Wording(const Sheet& sheet) {
        for (const Node& node : sheet.nodes) {
            titles[node.id] = node.title;
            if (node.tag_width > 0 && !node.tag.empty()) texts[node.id].push_back(node.tag);
            for (const std::string& line : node.lines)
                if (!line.empty()) texts[node.id].push_back(line);
        }
        for (const Edge& edge : sheet.edges) titles[edge.id] = edge.title;
        for (std::size_t i = 0; i < sheet.labels.size(); ++i) {
            const TextLine& label = sheet.labels[i];
            if (label.plate_width > 0) {
                titles[plate_id(i)] = "";
                texts[plate_id(i)].push_back(label.text);
                plates[plate_id(i)] = label.role;
                continue;
            }
            texts[""].push_back(label.text);
            roles.push_back(label.role);
        }
    }
    std::map<std::string, std::string> titles;
    std::map<std::string, std::vector<std::string>> texts;  ///< "": the free text
    std::vector<std::string> roles;                         ///< of the free text
    std::map<std::string, std::string> plates;              ///< roles of labels with a plate
};

/// Writes the published SVG, element by element.
class Writer {
public:
    explicit Writer(const Sheet& sheet) : sheet_{sheet}, wording_{sheet} {}

    void take(const Tag& tag) {
        if (tag.closing) {
            close(tag.name);
            return;
        }
        check(tag);
        if (tag.name == "svg") {
            open_svg(tag);
        } else if (tag.name == "g") {
            open_group(tag);
        } else if (tag.name == "title") {
            if (tag.empty) reject("an empty title");
            open_.push_back(tag.name);
        } else if (tag.name == "text") {
            write_text(tag);
        } else {
            start(tag);
            out_ += "/>\n";
            if (!tag.empty) open_.push_back("/" + tag.name);
        }
    }

    std::string finish() {
        if (!open_.empty() || out_.empty()) reject("an element that is not closed");
        for (const auto& [id, texts] : wording_.texts)
            if (used_[id] != texts.size()) reject("a text that was lost");
        for (const auto& [id, title] : wording_.titles)
            if (!seen_.count(id)) reject("an element that was lost");
        return std::move(out_);
    }

private:
    void start(const Tag& tag) {
        out_ += "<" + tag.name;
        for (const auto& [name, value] : tag.attributes) attribute(name, value);
    }

    void attribute(std::string_view name, std::string_view value) {
        out_ += " ";
        out_ += name;
        out_ += "=\"";
        out_ += value == "transparent" ? "none" : value;
        out_ += "\"";
    }

    void open_svg(const Tag& tag) {
        if (!open_.empty()) reject("a nested svg");
        out_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
        for (const char* name : {"width", "height", "viewBox"})
            if (const std::string* value = tag.find(name)) attribute(name, *value);
        attribute("lang", sheet_.language);
        attribute("xml:lang", sheet_.language);
        attribute("role", "img");
        attribute("aria-labelledby", "map-title map-description");
        out_ += ">\n<title id=\"map-title\">" + escape(sheet_.title) +
                "</title>\n<desc id=\"map-description\">" + escape(sheet_.description) +
                "</desc>\n";
        open_.push_back("svg");
    }

    /// A label with a plate is a node for Graphviz only.
    void open_group(Tag tag) {
        const std::string* const name = tag.find("id");
        if (name != nullptr && wording_.plates.count(*name) > 0)
            for (auto& [key, value] : tag.attributes)
                if (key == "class") value = "label";
        start(tag);
        out_ += ">\n";
        open_.push_back("g");
        const std::string* id = tag.find("id");
        group_ = id != nullptr && *id != "graph0" ? *id : "";
        if (group_.empty()) return;
        const auto title = wording_.titles.find(group_);
        if (title == wording_.titles.end()) reject("an unknown id");
        seen_[group_] = true;
        if (!title->second.empty()) out_ += "<title>" + escape(title->second) + "</title>\n";
    }

    void write_text(const Tag& tag) {
        const std::vector<std::string>& texts = wording_.texts[group_];
        const std::size_t index = used_[group_]++;
        if (index >= texts.size()) reject("a text that is not in the drawing");
        out_ += "<text";
        if (group_.empty()) attribute("class", wording_.roles[index]);
        const auto plate = wording_.plates.find(group_);
        if (plate != wording_.plates.end()) attribute("class", plate->second);
        for (const auto& [name, value] : tag.attributes) {
            if (name != "font-family") {
                attribute(name, value);
                continue;
            }
            const bool bold = value.find("Bold") != std::string::npos;
            attribute(name, "Noto Sans, DejaVu Sans, Arial, sans-serif");
            if (bold) attribute("font-weight", "bold");
        }
        out_ += ">" + escape(texts[index]);
        open_.push_back("text");
    }

    void close(const std::string& name) {
        if (open_.empty()) reject("a closing tag without an opening one");
        const std::string opened = open_.back();
        open_.pop_back();
        if (opened == "/" + name) return;
        if (opened != name) reject("crossed tags");
        if (name == "title") return;
        out_ += "</" + name + ">\n";
        if (name == "g") group_.clear();
    }

    const Sheet& sheet_;
    Wording wording_;
    std::string out_;
    std::vector<std::string> open_;
    std::string group_;
    std::map<std::string, std::size_t> used_;
    std::map<std::string, bool> seen_;
};

}  // namespace

std::string publish_svg(const Sheet& sheet, const std::string& svg) {
    Reader reader{svg};
    Writer writer{sheet};
    Tag tag;
    std::string before;
    while (reader.next(tag, before)) writer.take(tag);
    return writer.finish();
}

}  // namespace lotse_render

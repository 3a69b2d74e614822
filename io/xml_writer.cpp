#include "xml_writer.hpp"

#include <lotse/base/unicode.hpp>

namespace lotse::io {

std::string xml_escaped(std::string_view utf8) {
    std::string out;
    const auto add_visible = [&](std::string_view piece) {
        for (const char c : unicode::visible(piece)) {
            switch (c) {
                case '&': out += "&amp;"; break;
                case '<': out += "&lt;"; break;
                case '>': out += "&gt;"; break;
                case '"': out += "&quot;"; break;
                case '\'': out += "&apos;"; break;
                default: out += c;
            }
        }
    };
    for (;;) {
        const auto at = utf8.find_first_of("\t\n\r");
        add_visible(utf8.substr(0, at));
        if (at == std::string_view::npos) return out;
        out += utf8[at] == '\t' ? "&#9;" : utf8[at] == '\n' ? "&#10;" : "&#13;";
        utf8.remove_prefix(at + 1);
    }
}

void XmlWriter::close_start_tag() {
    if (in_start_tag_) out_ += '>';
    in_start_tag_ = false;
}

XmlWriter& XmlWriter::start(std::string_view element) {
    if (in_start_tag_) {
        close_start_tag();
        out_ += '\n';
    }
    out_.append(2 * open_.size(), ' ');
    out_ += '<';
    out_ += element;
    open_.emplace_back(element);
    in_start_tag_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += xml_escaped(value);
    out_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
    close_start_tag();
    out_ += xml_escaped(value);
    has_text_ = true;
    return *this;
}

XmlWriter& XmlWriter::end() {
    const std::string element = std::move(open_.back());
    open_.pop_back();
    if (in_start_tag_) {
        out_ += "/>\n";
        in_start_tag_ = false;
        has_text_ = false;
        return *this;
    }
    if (!has_text_) out_.append(2 * open_.size(), ' ');
    has_text_ = false;
    out_ += "</" + element + ">\n";
    return *this;
}

}  // namespace lotse::io

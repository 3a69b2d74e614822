#include "xml_writer.hpp"

#include <lotse/base/unicode.hpp>

#include <algorithm>

namespace lotse::io {

namespace {

void add_escaped(char c, std::string& out) {
    switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&apos;"; break;
        case '\t': out += "&#9;"; break;
        case '\n': out += "&#10;"; break;
        case '\r': out += "&#13;"; break;
        default: out += c;
    }
}

/// Printable ASCII without `& < > " '`.
constexpr bool stands_for_itself(char c) {
    return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

/// `& < > " '` and line breaks as references; what XML 1.0 forbids becomes U+FFFD. Fit for element
/// text and for quoted attributes, and read back identically from both.
void add_escaped(std::string_view utf8, std::string& out) {
    if (std::ranges::all_of(utf8, stands_for_itself)) {  // nearly all text
        out += utf8;
        return;
    }
    constexpr std::string_view with_reference = "&<>\"'\t\n\r";
    while (const auto forbidden = unicode::first_forbidden(utf8)) {
        add_escaped(utf8.substr(0, *forbidden), out);
        utf8.remove_prefix(*forbidden);
        const auto rest = utf8.find_first_of(with_reference);
        const std::string_view piece = utf8.substr(0, rest);
        for (const char c : unicode::visible(piece)) out += c;
        utf8.remove_prefix(piece.size());
    }
    for (const char c : utf8) add_escaped(c, out);
}

}  // namespace

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
    add_escaped(value, out_);
    out_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
    close_start_tag();
    add_escaped(value, out_);
    has_text_ = true;
    return *this;
}

XmlWriter& XmlWriter::end() {
    if (in_start_tag_) {
        out_ += "/>\n";
        in_start_tag_ = false;
    } else {
        if (!has_text_) out_.append(2 * (open_.size() - 1), ' ');
        out_ += "</";
        out_ += open_.back();
        out_ += ">\n";
    }
    open_.pop_back();
    has_text_ = false;
    return *this;
}

}  // namespace lotse::io

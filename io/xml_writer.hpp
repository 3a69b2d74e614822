/// XML text element by element; every text goes through one escape function.
#ifndef LOTSE_IO_XML_WRITER_HPP
#define LOTSE_IO_XML_WRITER_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// `& < > " '` and line breaks as references; what XML 1.0 forbids becomes U+FFFD. Fit for element
/// text and for quoted attributes, and read back identically from both.
std::string xml_escaped(std::string_view utf8);

class XmlWriter {
public:
    XmlWriter() : out_{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"} {}

    XmlWriter& start(std::string_view element);
    /// Right after start.
    XmlWriter& attribute(std::string_view name, std::string_view value);
    /// Text of an element without children.
    XmlWriter& text(std::string_view value);
    XmlWriter& end();

    /// All elements are ended.
    std::string document() && { return std::move(out_); }

private:
    void close_start_tag();

    std::string out_;
    std::vector<std::string> open_;
    bool in_start_tag_ = false;
    bool has_text_ = false;
};

}  // namespace lotse::io

#endif

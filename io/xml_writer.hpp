/// XML text element by element; every text goes through one escape function.
#ifndef LOTSE_IO_XML_WRITER_HPP
#define LOTSE_IO_XML_WRITER_HPP

#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// Names are written as given. In values and text, `& < > " '` and line breaks become references
/// and what XML 1.0 forbids U+FFFD: fit for both places, and read back identically from both.
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

/// XML text in, event by event. The only place that knows the XML library.
#ifndef LOTSE_IO_XML_HPP
#define LOTSE_IO_XML_HPP

#include <lotse/base/text.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lotse::io {

/// Line and column (in characters), both from 1.
struct XmlPlace {
    int line = 1;
    int column = 1;
};

struct XmlAttribute {
    std::string_view name;  ///< as written, with its prefix
    std::string_view value;
};

/// A start tag; views hold during the event only.
struct XmlElement {
    std::string_view prefix;  ///< `y` of `<y:NodeLabel>`; empty: none
    std::string_view name;    ///< without prefix
    std::string_view space;   ///< namespace that the prefix is declared to mean; empty: none
    std::span<const XmlAttribute> attributes;
    XmlPlace place;

    bool has(std::string_view attribute) const;
    /// Text of an attribute; empty: it is missing or empty.
    std::string_view value(std::string_view attribute) const;
};

/// Why a text is not the XML we read.
struct XmlProblem {
    enum class Kind { content, limit };
    Kind kind;
    std::string_view code;   ///< of the issue; for a limit: the limit's name
    std::int64_t limit = 0;  ///< for a limit: its value
    XmlPlace place;
    Message message;
};

/// Is told what an XML text holds, in order. A prefix that is not declared is no error: real
/// programs forget it.
class XmlVisitor {
public:
    virtual ~XmlVisitor() = default;
    virtual void begin(const XmlElement& element) = 0;
    virtual void end(std::string_view name) = 0;
    /// Text may come in several pieces.
    virtual void text(std::string_view piece) = 0;
    /// Asked after every event: false ends the reading.
    virtual bool goes_on() const = 0;
};

/// Walks over the UTF-8 text once. Refused are a DOCTYPE (and with it all entities of one's own),
/// whatever is not well-formed, and what exceeds the limits: depth, attributes of an element
/// (`columns`), length of an attribute (`field-kb`). Nothing outside of the text is ever opened.
/// O(length).
std::optional<XmlProblem> visit_xml(std::string_view text, const Limits& limits,
                                    XmlVisitor& visitor);

/// Decodes an XML file: byte order mark, else what its declaration names (UTF-8, UTF-16, US-ASCII,
/// ISO-8859-1 and -15, Windows-1252), else UTF-8. With a warning also UTF-8 under the name of an
/// encoding of single bytes. nullopt: it cannot be decoded (reported).
std::optional<std::string> decode_xml(std::string bytes, const std::string& file,
                                      NetworkBuilder& builder);

/// The character of an entity of HTML, which GML uses too: "uuml" for U+00FC; 0: there is none.
unsigned code_of_entity(std::string_view name);

}  // namespace lotse::io

#endif

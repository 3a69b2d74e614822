/// Walks over one XML part of a workbook; a document type declaration is refused.
#ifndef LOTSE_GDAL_XML_SCAN_HPP
#define LOTSE_GDAL_XML_SCAN_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace lotse_gdal {

/// Attributes of an element. Names are compared without their namespace prefix.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_{pairs} {}
    /// nullptr: not there.
    const char* find(std::string_view name) const;
    std::string_view text(std::string_view name, std::string_view fallback = {}) const;
    int number(std::string_view name, int fallback) const;

private:
    const char** pairs_;
};

/// Is told the elements of a part; names come without prefix.
class XmlVisitor {
public:
    virtual ~XmlVisitor() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view) {}
    virtual void text(std::string_view) {}

    /// Bytes of the part before the element that starts, or up to the end of the one that ends.
    std::size_t offset = 0;
};

/// Refuses ill-formed XML, depth over 256 and DOCTYPE. `part` names it in the refusal.
void scan_xml(const std::string& part, std::string_view xml, XmlVisitor& visitor);

}  // namespace lotse_gdal

#endif

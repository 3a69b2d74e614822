/// The words, numbers, texts and brackets of a GML file.
#ifndef LOTSE_IO_GML_TOKENS_HPP
#define LOTSE_IO_GML_TOKENS_HPP

#include "xml.hpp"

#include <string>
#include <string_view>

namespace lotse::io {

struct GmlToken {
    enum class Kind { word, number, string, open, close, end, broken };
    Kind kind;
    std::string text;
    XmlPlace place;
};

/// Takes a text apart. A comment reaches from a # that no string or word holds to the end of its
/// line.
class GmlTokens {
public:
    explicit GmlTokens(std::string_view text) : text_{text} {}

    /// `end` behind the last, and `broken` for a string that does not end.
    GmlToken next();

private:
    char advance();
    void skip_blanks_and_comments();
    GmlToken string(XmlPlace place);

    std::string_view text_;
    std::size_t at_ = 0;
    XmlPlace place_;
};

}  // namespace lotse::io

#endif

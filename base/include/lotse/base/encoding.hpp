/// Text in other encodings than UTF-8. ICU stays in the .cpp.
#ifndef LOTSE_BASE_ENCODING_HPP
#define LOTSE_BASE_ENCODING_HPP

#include <optional>
#include <string>
#include <string_view>

namespace lotse::encoding {

/// ICU knows it ("cp850", "ISO-8859-15", "utf-16le"), and it is one of single bytes or of Unicode.
bool is_known(const std::string& name);

/// As UTF-8 without byte order mark. nullopt: the bytes break the encoding. Precondition: known.
std::optional<std::string> decode(std::string_view bytes, const std::string& name);

/// A code point, up to U+10FFFF, at the end of a text; half of a surrogate pair as its three bytes,
/// which first_invalid_utf8() finds.
void append_utf8(std::string& out, char32_t code);

}  // namespace lotse::encoding

#endif

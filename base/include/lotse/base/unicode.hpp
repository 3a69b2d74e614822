/// Unicode for names and files: decoding, normal form, matching. ICU stays in unicode.cpp.
#ifndef LOTSE_BASE_UNICODE_HPP
#define LOTSE_BASE_UNICODE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lotse::unicode {

/// Byte offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, no
/// overlong forms); nullopt: all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) noexcept;

/// What a text file was found to be encoded in.
enum class Encoding { utf8, utf16_le, utf16_be, windows_1252 };

struct Decoded {
    std::string text;  ///< UTF-8 without byte order mark
    Encoding encoding;
};

/// Decodes a whole file: byte order mark, else the zeros of UTF-16, else valid UTF-8, else Windows-
/// 1252 (also reads ISO-8859-1). nullopt: mark or zeros promise an encoding that the bytes break.
std::optional<Decoded> decode(std::string_view bytes);

/// Decodes Windows-1252, which also reads ISO-8859-1. nullopt: it cannot be converted.
std::optional<std::string> decode_windows_1252(std::string_view bytes);

/// Normalisation form C.
std::string nfc(std::string_view utf8);

/// Key for comparing what people type: NFC, case folded, blanks and punctuation squeezed to single
/// blanks. "§ 16a  SGB II" and "§16a sgb ii" give the same key.
std::string match_key(std::string_view utf8);

/// Key under which look-alike spellings coincide (UTS #39 skeleton of the case-folded text).
std::string confusable_key(std::string_view utf8);

/// Code points that could fool a reader: C0/C1 controls except tab and line break, bidirectional
/// controls, U+FEFF and U+FFFE..U+FFFF. Byte offset of the first one.
std::optional<std::size_t> first_forbidden(std::string_view utf8) noexcept;

/// Control and bidirectional characters replaced by a visible mark; line breaks and tabs by a
/// blank.
std::string visible(std::string_view utf8);

/// As a plain keyboard types it: wide, narrow and foreign forms of letters and digits as the usual
/// ones (NFKC), each blank and line break as ' ', each dash as '-', each slash as '/'; invisible
/// characters such as soft hyphens and blanks without width are gone.
std::string as_typed(std::string_view utf8);

/// Blanks (also no-break ones) removed at both ends; empty where no character can be seen.
std::string_view trim(std::string_view utf8) noexcept;

/// At most `bytes` bytes from the start, never cutting a code point.
std::string_view prefix(std::string_view utf8, std::size_t bytes) noexcept;

/// Number of code points.
std::size_t length(std::string_view utf8) noexcept;

/// Only letters, ASCII digits and - _ . : (true of an empty text, too): the alphabet of keys.
bool is_key_text(std::string_view utf8);

/// Lower-case ASCII name for files and ids: `[a-z0-9-]`, umlauts as ae oe ue ss.
std::string slug(std::string_view utf8);

}  // namespace lotse::unicode

#endif

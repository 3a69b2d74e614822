#include <lotse/base/ascii.hpp>
#include <lotse/base/telling_signs.hpp>
#include <lotse/base/unicode.hpp>

#include "icu_text.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

namespace lotse::unicode {
namespace {

using Converter = std::unique_ptr<UConverter, Close<ucnv_close>>;
/// Number of ASCII bytes at the start, counted eight at a time: nearly all text is ASCII.
std::size_t ascii_run(std::string_view s) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t i = 0;
    for (std::uint64_t block = 0; i + sizeof block <= s.size(); i += sizeof block) {
        std::memcpy(&block, s.data() + i, sizeof block);
        if ((block & high_bits) != 0) break;
    }
    while (i < s.size() && static_cast<unsigned char>(s[i]) < 0x80) ++i;
    return i;
}

bool is_ascii(std::string_view s) noexcept {
    return ascii_run(s) == s.size();
}

bool is_ascii_blank(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Valid UTF-8 whose characters all lie below U+0300, where the combining marks begin: such text is
/// in NFC whatever it says (Unicode Standard Annex 15, quick check).
bool is_below_combining_marks(std::string_view s) noexcept {
    for (std::size_t i = ascii_run(s); i < s.size(); i += ascii_run(s.substr(i))) {
        const auto lead = static_cast<unsigned char>(s[i]);
        if (lead < 0xC2 || lead > 0xCB || i + 1 >= s.size()) return false;
        if ((static_cast<unsigned char>(s[i + 1]) & 0xC0U) != 0x80U) return false;
        i += 2;
    }
    return true;
}

// The macros of unicode/utf8.h convert between signed and unsigned on their own.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
UChar32 next_code_point(std::string_view utf8, std::int32_t& at) noexcept {
    UChar32 c = 0;
    U8_NEXT(utf8.data(), at, static_cast<std::int32_t>(utf8.size()), c);
    return c;
}
#pragma GCC diagnostic pop

template <class Visit>
void for_each_code_point(std::string_view utf8, Visit&& visit) {
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t start = i;
        const UChar32 c = next_code_point(utf8, i);
        if (!visit(c, static_cast<std::size_t>(start), static_cast<std::size_t>(i))) return;
    }
}

bool is_forbidden(UChar32 c) noexcept {
    if (c == '\t' || c == '\n' || c == '\r') return false;
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF || c == 0x2028 || c == 0x2029;
}

/// Soft hyphens, blanks and fillers without width, and the Braille cell without dots.
bool is_invisible(UChar32 c) noexcept {
    constexpr UChar32 braille_blank = 0x2800;
    return c == braille_blank || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_question_mark(UChar32 c) noexcept {
    return c == '?' || c == 0xBF || c == 0x61F || c == 0x203D || c == 0xFF1F ||
           (c >= 0x2047 && c <= 0x2049);
}

bool is_exclamation_mark(UChar32 c) noexcept {
    return c == '!' || c == 0xA1 || c == 0x203C || c == 0xFF01;
}

/// Stays in a match key; the section sign carries meaning.
bool is_word_sign(UChar32 c) noexcept {
    return u_isalnum(c) || c == 0xA7;
}

std::optional<std::string> convert(const char* encoding, std::string_view bytes) {
    UErrorCode code = U_ZERO_ERROR;
    const Converter converter{ucnv_open(encoding, &code)};
    require(code, encoding);
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    require(code, encoding);
    std::u16string out(bytes.size() + 1, u'\0');
    const std::int32_t length =
        ucnv_toUChars(converter.get(), out.data(), static_cast<std::int32_t>(out.size()),
                      bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
    if (U_FAILURE(code)) return std::nullopt;
    out.resize(static_cast<std::size_t>(length));
    for (std::size_t i = 0; i < out.size(); ++i) {  // ICU lets lone surrogates of UTF-16 pass
        if (U16_IS_LEAD(out[i]) && i + 1 < out.size() && U16_IS_TRAIL(out[i + 1]))
            ++i;
        else if (U16_IS_SURROGATE(out[i]))
            return std::nullopt;
    }
    return to_utf8(out);
}

std::string ascii_match_key(std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (!ascii::is_alphanumeric(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += ascii::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while ((at += ascii_run(bytes.substr(at))) < bytes.size()) {
        auto next = static_cast<std::int32_t>(at);
        if (next_code_point(bytes, next) < 0) return at;
        at = static_cast<std::size_t>(next);
    }
    return std::nullopt;
}

std::optional<Decoded> decode(std::string_view bytes) {
    using namespace std::string_view_literals;
    const auto as = [](std::optional<std::string> text,
                       Encoding encoding) -> std::optional<Decoded> {
        if (!text) return std::nullopt;
        return Decoded{*std::move(text), encoding};
    };
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        bytes.remove_prefix(3);
        if (first_invalid_utf8(bytes)) return std::nullopt;
        return Decoded{std::string{bytes}, Encoding::utf8};
    }
    if (bytes.starts_with("\xFF\xFE"sv))
        return as(convert("UTF-16LE", bytes.substr(2)), Encoding::utf16_le);
    if (bytes.starts_with("\xFE\xFF"sv))
        return as(convert("UTF-16BE", bytes.substr(2)), Encoding::utf16_be);
    // Without a byte order mark: every table begins with two characters of ASCII.
    if (bytes.size() >= 4 && bytes.size() % 2 == 0) {
        const bool zero[]{bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
        if (!zero[0] && zero[1] && !zero[2] && zero[3])
            return as(convert("UTF-16LE", bytes), Encoding::utf16_le);
        if (zero[0] && !zero[1] && zero[2] && !zero[3])
            return as(convert("UTF-16BE", bytes), Encoding::utf16_be);
    }
    if (!first_invalid_utf8(bytes)) return Decoded{std::string{bytes}, Encoding::utf8};
    return as(convert("windows-1252", bytes), Encoding::windows_1252);
}

std::optional<std::string> decode_windows_1252(std::string_view bytes) {
    return convert("windows-1252", bytes);
}

std::string nfc(std::string_view utf8) {
    if (is_below_combining_marks(utf8)) return std::string{utf8};
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFCInstance(&code);
    require(code, "NFC");
    const auto text = to_utf16(utf8);
    return to_utf8(with_room(text.size(), [&](UChar* out, std::int32_t room, UErrorCode* status) {
        return unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()),
                                out, room, status);
    }));
}

std::string match_key(std::string_view utf8) {
    if (is_ascii(utf8)) return ascii_match_key(utf8);
    const auto text = to_utf16(nfc(utf8));
    const auto folded =
        to_utf8(with_room(text.size(), [&](UChar* out, std::int32_t room, UErrorCode* status) {
            return u_strFoldCase(out, room, text.data(), static_cast<std::int32_t>(text.size()),
                                 U_FOLD_CASE_DEFAULT, status);
        }));
    std::string out;
    bool gap = false;
    UChar32 before = 0;
    for_each_code_point(folded, [&](UChar32 c, std::size_t start, std::size_t end) {
        if (!is_word_sign(c)) {
            gap = true;
            return true;
        }
        if (gap && !out.empty() && before != 0xA7) out += ' ';
        gap = false;
        before = c;
        out.append(folded, start, end - start);
        return true;
    });
    return out;
}

bool holds_question_mark(std::string_view utf8) noexcept {
    bool found = false;
    for_each_code_point(utf8, [&](UChar32 c, std::size_t, std::size_t) {
        found = is_question_mark(c);
        return !found;
    });
    return found;
}

bool has_telling_signs(std::string_view utf8) {
    std::vector<UChar32> signs;
    bool telling = false;
    for_each_code_point(utf8, [&](UChar32 c, std::size_t, std::size_t) {
        telling = telling || is_question_mark(c) || is_exclamation_mark(c);
        if (!u_isUWhiteSpace(c) && !is_invisible(c)) signs.push_back(c);
        return !telling;
    });
    if (telling || signs.empty()) return true;
    if (signs.back() == '.' || signs.back() == ':') signs.pop_back();
    const auto opened = std::ranges::find(signs, UChar32{'('});
    if (signs.size() > 2 && signs.back() == ')' && opened != signs.end()) {
        signs.pop_back();
        if (signs.back() == '.') signs.pop_back();
    }
    const auto is_mark = [](UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; };
    return signs.empty() || !is_word_sign(signs.front()) ||
           !(is_word_sign(signs.back()) || is_mark(signs.back()));
}

std::optional<std::size_t> first_forbidden(std::string_view utf8) noexcept {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
            continue;
        }
        auto next = static_cast<std::int32_t>(at);
        if (is_forbidden(next_code_point(utf8, next))) return at;
        at = static_cast<std::size_t>(next);
    }
    return std::nullopt;
}

std::string visible(std::string_view utf8) {
    if (utf8.find_first_of("\t\n\r") == std::string_view::npos && !first_forbidden(utf8))
        return std::string{utf8};
    std::string out;
    for_each_code_point(utf8, [&](UChar32 c, std::size_t start, std::size_t end) {
        if (c == '\t' || c == '\n' || c == '\r')
            out += ' ';
        else if (is_forbidden(c))
            out += "\xEF\xBF\xBD";  // U+FFFD
        else
            out.append(utf8, start, end - start);
        return true;
    });
    return out;
}

std::string as_typed(std::string_view utf8) {
    if (is_ascii(utf8)) {
        std::string out{utf8};
        std::ranges::replace_if(out, is_ascii_blank, ' ');
        return out;
    }
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFKCInstance(&code);
    require(code, "NFKC");
    const auto text = to_utf16(utf8);
    const auto plain =
        to_utf8(with_room(text.size(), [&](UChar* out, std::int32_t room, UErrorCode* status) {
            return unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()),
                                    out, room, status);
        }));
    std::string out;
    for_each_code_point(plain, [&](UChar32 c, std::size_t start, std::size_t end) {
        constexpr UChar32 fraction_slash = 0x2044;
        constexpr UChar32 division_slash = 0x2215;
        if (const std::int32_t digit = u_charDigitValue(c); digit >= 0)
            out += static_cast<char>('0' + digit);
        else if (u_isUWhiteSpace(c))
            out += ' ';
        else if (u_hasBinaryProperty(c, UCHAR_DASH))
            out += '-';
        else if (c == fraction_slash || c == division_slash)
            out += '/';
        else if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            out.append(plain, start, end - start);
        return true;
    });
    return out;
}

std::string_view trim(std::string_view utf8) noexcept {
    while (!utf8.empty() && is_ascii_blank(utf8.front())) utf8.remove_prefix(1);
    while (!utf8.empty() && is_ascii_blank(utf8.back())) utf8.remove_suffix(1);
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (utf8.empty() || (is_plain(utf8.front()) && is_plain(utf8.back()))) return utf8;
    std::optional<std::size_t> first;
    std::size_t last = 0;
    bool shows = false;
    for_each_code_point(utf8, [&](UChar32 c, std::size_t start, std::size_t end) {
        if (c < 0 || !u_isUWhiteSpace(c)) {
            if (!first) first = start;
            last = end;
            shows = shows || c < 0 || !is_invisible(c);
        }
        return true;
    });
    return shows ? utf8.substr(*first, last - *first) : std::string_view{};
}

std::string_view prefix(std::string_view utf8, std::size_t bytes) noexcept {
    if (utf8.size() <= bytes) return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0U) == 0x80U) --bytes;
    return utf8.substr(0, bytes);
}

std::size_t length(std::string_view utf8) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_key_text(std::string_view utf8) {
    bool fits = true;
    for_each_code_point(utf8, [&](UChar32 c, std::size_t, std::size_t) {
        const bool sign = c == '-' || c == '_' || c == '.' || c == ':';
        fits = c >= 0 && (sign || (c < 0x80 ? u_isalnum(c) : u_isalpha(c)));
        return fits;
    });
    return fits;
}

std::string slug(std::string_view utf8) {
    std::string out;
    const std::string text = nfc(utf8);
    for_each_code_point(text, [&](UChar32 c, std::size_t, std::size_t) {
        switch (const UChar32 lower = u_tolower(c); lower) {
            case 0xE4: out += "ae"; break;
            case 0xF6: out += "oe"; break;
            case 0xFC: out += "ue"; break;
            case 0xDF: out += "ss"; break;
            default:
                if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
                    out += static_cast<char>(lower);
                else if (!out.empty() && out.back() != '-')
                    out += '-';
        }
        return true;
    });
    while (out.ends_with('-')) out.pop_back();
    return out;
}

}  // namespace lotse::unicode

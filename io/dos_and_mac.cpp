#include <lotse/base/ascii.hpp>

#include "dos_and_mac.hpp"

namespace lotse::io {
namespace {

/// What German tables hold beyond ASCII in code page 850: ü é ä ï Ä É Ö Ü á ó ß § ° and the
/// no-break space, and in Mac OS Roman: Ä É Ö Ü á ä é ï ó ö ü ß § ° – “ ” ’ „ … and the no-break
/// space.
constexpr std::string_view of_cp850 =
    "\x81\x82\x84\x8B\x8E\x90\x94\x99\x9A\xA0\xA2\xE1\xF5\xF8\xFF";
constexpr std::string_view of_mac =
    "\x80\x83\x85\x86\x87\x8A\x8E\x95\x97\x9A\x9F\xA7\xA4\xA1\xD0\xD2\xD3\xD5\xE3\xC9\xCA";

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80U;
}

/// Also where it is no ASCII, as both neighbours may be in "Größe".
bool is_letter_or_high(char c) {
    return ascii::is_letter(c) || is_high(c);
}

/// A byte beyond ASCII and its neighbours.
struct Byte {
    char before;
    char c;
    char behind;

    bool is_within_word() const {
        return is_letter_or_high(before) && is_letter_or_high(behind) &&
               (ascii::is_letter(before) || ascii::is_letter(behind));
    }
};

/// Windows-1252 has no character for it.
bool is_undefined(const Byte& byte) {
    return std::string_view{"\x81\x8D\x8F\x90\x9D"}.find(byte.c) != std::string_view::npos;
}

/// ü É ä ö Ö of code page 850, where Windows-1252 has nothing, a quotation mark or ™.
bool speaks_for_cp850(const Byte& byte) {
    switch (byte.c) {
        case '\x81':
        case '\x90': return true;
        case '\x84': return byte.is_within_word() && !ascii::is_upper(byte.behind);
        case '\x94': return byte.is_within_word();
        case '\x99': return ascii::is_letter(byte.behind) && !ascii::is_lower(byte.before);
        default: return false;
    }
}

/// A closing quotation mark of Windows-1252 where one stands: then the one that opens is no "ä" of
/// "ältere" in code page 850.
bool closes_quotation(const Byte& byte) {
    return (byte.c == '\x93' || byte.c == '\x94') && !is_letter_or_high(byte.behind);
}

bool opens_quotation(const Byte& byte) {
    return byte.c == '\x84' && !is_letter_or_high(byte.before);
}

/// ä ü ß Ü of Mac OS Roman, where Windows-1252 has Š, Ÿ, § and †.
bool speaks_for_mac(const Byte& byte) {
    switch (byte.c) {
        case '\x8A': return ascii::is_lower(byte.before);
        case '\x9F': return ascii::is_lower(byte.before) || ascii::is_lower(byte.behind);
        case '\xA7': return byte.is_within_word();
        case '\x86': return !is_letter_or_high(byte.before) && ascii::is_lower(byte.behind);
        default: return false;
    }
}

bool is_vowel(char c) {
    return std::string_view{"aeiouyAEIOUY"}.find(c) != std::string_view::npos;
}

/// Ä Ö Ü ö of one of them beside a consonant, and ß behind a vowel, where the €, …, †, Ž, š and á
/// of Windows-1252 seldom stand: "Kšln", "Žrzte", "Straáe", but not "Košice" and "Suárez".
bool may_be_umlaut(const Byte& byte) {
    switch (byte.c) {
        case '\x85':
            if (is_letter_or_high(byte.before)) return false;
            [[fallthrough]];
        case '\x80':
        case '\x86':
        case '\x8E':
        case '\x9A':
            return ascii::is_letter(byte.behind) && !is_vowel(byte.behind) &&
                   !is_vowel(byte.before) && !ascii::is_digit(byte.before);
        case '\xE1':
            return is_vowel(byte.before) && (byte.behind == 'e' || !ascii::is_letter(byte.behind));
        default: return false;
    }
}

/// Of Windows-1252 itself, also à ç è é.
bool is_umlaut(const Byte& byte) {
    return std::string_view{"\xC4\xD6\xDC\xDF\xE0\xE4\xE7\xE8\xE9\xF6\xFC"}.find(byte.c) !=
               std::string_view::npos &&
           (ascii::is_letter(byte.before) || ascii::is_letter(byte.behind));
}

}  // namespace

std::optional<OtherEncoding> other_than_windows_1252(std::string_view bytes) {
    std::optional<std::size_t> first, doubtful;
    int cp850 = 0, mac = 0, opened = 0, closed = 0;
    bool all_cp850 = true, all_mac = true, undefined = false, has_umlaut = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        const Byte byte{i == 0 ? ' ' : bytes[i - 1], bytes[i],
                        i + 1 == bytes.size() ? ' ' : bytes[i + 1]};
        const bool dos = speaks_for_cp850(byte);
        const bool macintosh = speaks_for_mac(byte);
        undefined |= is_undefined(byte);
        if (!first && (dos || macintosh || undefined)) first = i;
        if (!doubtful && may_be_umlaut(byte)) doubtful = i;
        has_umlaut |= is_umlaut(byte);
        cp850 += dos ? 1 : 0;
        opened += opens_quotation(byte) ? 1 : 0;
        closed += closes_quotation(byte) ? 1 : 0;
        mac += macintosh ? 1 : 0;
        all_cp850 &= of_cp850.find(byte.c) != of_cp850.npos;
        all_mac &= of_mac.find(byte.c) != of_mac.npos;
    }
    if (closed > 0) cp850 -= opened + closed;
    if (undefined && all_cp850 && mac == 0) return OtherEncoding{*first, "CP850"};
    if (cp850 <= 0 && mac == 0 && !undefined)
        return doubtful && !has_umlaut ? std::optional{OtherEncoding{*doubtful}} : std::nullopt;
    if (cp850 > 0 && mac == 0 && all_cp850) return OtherEncoding{*first, "CP850"};
    if (mac > 0 && cp850 <= 0 && all_mac) return OtherEncoding{*first, "Macintosh"};
    return OtherEncoding{*first};
}

}  // namespace lotse::io

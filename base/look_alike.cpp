#include <lotse/base/look_alike.hpp>
#include <lotse/base/unicode.hpp>

#include "icu_text.hpp"

#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <memory>

namespace lotse::unicode {
namespace {

using SpoofChecker = std::unique_ptr<USpoofChecker, Close<uspoof_close>>;

enum class Letters { folded, as_they_stand };

std::u16string folded(const std::u16string& text) {
    return with_room(text.size(), [&](UChar* out, std::int32_t room, UErrorCode* status) {
        return u_strFoldCase(out, room, text.data(), static_cast<std::int32_t>(text.size()),
                             U_FOLD_CASE_DEFAULT, status);
    });
}

/// UTS #39.
std::string skeleton(std::string_view utf8, Letters letters) {
    static const SpoofChecker checker = [] {
        UErrorCode code = U_ZERO_ERROR;
        SpoofChecker c{uspoof_open(&code)};
        require(code, "spoof checker");
        return c;
    }();
    std::u16string text = to_utf16(utf8);
    if (letters == Letters::folded) text = folded(text);
    return to_utf8(with_room(text.size(), [&](UChar* out, std::int32_t room, UErrorCode* status) {
        return uspoof_getSkeleton(checker.get(), 0, text.data(),
                                  static_cast<std::int32_t>(text.size()), out, room, status);
    }));
}

using AsciiSkeletons = std::array<std::string, 0x80>;

AsciiSkeletons ascii_skeletons(Letters letters) {
    AsciiSkeletons out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const char c = static_cast<char>(i);
        out[i] = skeleton({&c, 1}, letters);
    }
    return out;
}

/// A skeleton is made character by character: nearly all text is ASCII and needs no ICU.
std::string skeleton(std::string_view utf8, Letters letters, const AsciiSkeletons& of_ascii) {
    std::string out;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= of_ascii.size()) return skeleton(utf8, letters);
        out += of_ascii[byte];
    }
    return out;
}

}  // namespace

std::string confusable_key(std::string_view utf8) {
    static const AsciiSkeletons of_ascii = ascii_skeletons(Letters::folded);
    return skeleton(utf8, Letters::folded, of_ascii);
}

std::string confusable_spelling(std::string_view utf8) {
    static const AsciiSkeletons of_ascii = ascii_skeletons(Letters::as_they_stand);
    return skeleton(as_typed(utf8), Letters::as_they_stand, of_ascii);
}

}  // namespace lotse::unicode

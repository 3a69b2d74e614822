/// Text in the form of ICU: internal to base.
#ifndef LOTSE_BASE_ICU_TEXT_HPP
#define LOTSE_BASE_ICU_TEXT_HPP

#include <unicode/ustring.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace lotse::unicode {

/// Ends what ICU opened.
template <auto Function>
struct Close {
    template <class T>
    void operator()(T* p) const noexcept {
        Function(p);
    }
};

/// Throws std::bad_alloc for want of memory, std::runtime_error after any other failure.
void require(UErrorCode code, const char* what);

std::u16string to_utf16(std::string_view utf8);
std::string to_utf8(std::u16string_view utf16);

/// Calls an ICU string function (destination, capacity, code) with enough room.
template <class Call>
std::u16string with_room(std::size_t guess, Call&& call) {
    std::u16string out(std::max<std::size_t>(guess, 16), u'\0');
    for (;;) {
        UErrorCode code = U_ZERO_ERROR;
        const std::int32_t length = call(out.data(), static_cast<std::int32_t>(out.size()), &code);
        if (code == U_BUFFER_OVERFLOW_ERROR) {
            out.resize(static_cast<std::size_t>(length));
            continue;
        }
        if (code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
        require(code, "string function");
        out.resize(static_cast<std::size_t>(length));
        return out;
    }
}

}  // namespace lotse::unicode

#endif

#include "icu_text.hpp"

#include <new>
#include <stdexcept>

namespace lotse::unicode {

void require(UErrorCode code, const char* what) {
    if (code == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc{};
    if (U_FAILURE(code))
        throw std::runtime_error{std::string{"ICU: "} + what + ": " + u_errorName(code)};
}

std::u16string to_utf16(std::string_view utf8) {
    std::u16string out(utf8.size(), u'\0');  // never longer than the UTF-8 form
    std::int32_t length = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strFromUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &length, utf8.data(),
                         static_cast<std::int32_t>(utf8.size()), 0xFFFD, nullptr, &code);
    if (code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
    require(code, "UTF-8");
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string to_utf8(std::u16string_view utf16) {
    std::string out(utf16.size() * 3, '\0');
    std::int32_t length = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strToUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &length, utf16.data(),
                       static_cast<std::int32_t>(utf16.size()), 0xFFFD, nullptr, &code);
    if (code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
    require(code, "UTF-16");
    out.resize(static_cast<std::size_t>(length));
    return out;
}

}  // namespace lotse::unicode

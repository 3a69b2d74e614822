#include <lotse/base/encoding.hpp>

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>

namespace lotse::encoding {
namespace {

struct Close {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

/// nullptr: no such converter.
Converter open(const std::string& name) {
    constexpr std::array wanted{UCNV_SBCS,
                                UCNV_LATIN_1,
                                UCNV_US_ASCII,
                                UCNV_UTF8,
                                UCNV_UTF16,
                                UCNV_UTF16_BigEndian,
                                UCNV_UTF16_LittleEndian,
                                UCNV_UTF32,
                                UCNV_UTF32_BigEndian,
                                UCNV_UTF32_LittleEndian};
    if (name.empty()) return nullptr;  // ICU would take that of the surroundings
    UErrorCode code = U_ZERO_ERROR;
    Converter converter{ucnv_open(name.c_str(), &code)};
    if (code == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc{};
    if (U_FAILURE(code) || std::ranges::find(wanted, ucnv_getType(converter.get())) == wanted.end())
        return nullptr;
    return converter;
}

template <class Convert>
std::int32_t checked(Convert&& convert) {
    UErrorCode code = U_ZERO_ERROR;
    const std::int32_t length = convert(code);
    if (code == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc{};
    return U_FAILURE(code) ? -1 : length;
}

}  // namespace

bool is_known(const std::string& name) {
    return open(name) != nullptr;
}

std::optional<std::string> decode(std::string_view bytes, const std::string& name) {
    const Converter from = open(name);
    const Converter to = open("UTF-8");
    const auto most = std::numeric_limits<std::int32_t>::max() / 4;
    if (!from || !to || bytes.size() > static_cast<std::size_t>(most)) return std::nullopt;
    UErrorCode code = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    if (U_FAILURE(code)) return std::nullopt;
    std::u16string wide(bytes.size() + 1, u'\0');  // no encoding of these has more units than bytes
    const auto units = checked([&](UErrorCode& failed) {
        return ucnv_toUChars(from.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                             bytes.data(), static_cast<std::int32_t>(bytes.size()), &failed);
    });
    if (units < 0) return std::nullopt;
    wide.resize(static_cast<std::size_t>(units));
    if (wide.starts_with(u'\uFEFF')) wide.erase(0, 1);
    std::string out(wide.size() * 3 + 1, '\0');
    const auto length = checked([&](UErrorCode& failed) {
        return ucnv_fromUChars(to.get(), out.data(), static_cast<std::int32_t>(out.size()),
                               wide.data(), static_cast<std::int32_t>(wide.size()), &failed);
    });
    if (length < 0) return std::nullopt;
    out.resize(static_cast<std::size_t>(length));
    return out;
}

void append_utf8(std::string& out, char32_t code) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, code);
    out.append(bytes.begin(), bytes.begin() + length);
}

}  // namespace lotse::encoding

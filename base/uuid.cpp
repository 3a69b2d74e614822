#include <lotse/base/uuid.hpp>

#include <nettle/sha1.h>

#include <array>
#include <cassert>
#include <cstdint>

namespace lotse {
namespace {

constexpr std::size_t uuid_length = 36;

bool is_dash_place(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

/// -1: no hexadecimal digit.
int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

bool is_uuid(std::string_view text) {
    if (text.size() != uuid_length) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (is_dash_place(i) ? text[i] != '-' : hex_value(text[i]) < 0) return false;
    return true;
}

std::string uuid_v5(std::string_view name_space, std::string_view name) {
    assert(is_uuid(name_space));
    std::array<std::uint8_t, 16> prefix{};
    std::size_t digits = 0;
    for (const char c : name_space)
        if (c != '-') {
            std::uint8_t& byte = prefix[digits++ / 2];
            byte = static_cast<std::uint8_t>(static_cast<unsigned>(byte) << 4U |
                                             static_cast<unsigned>(hex_value(c)));
        }
    sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, prefix.size(), prefix.data());
    sha1_update(&context, name.size(), reinterpret_cast<const std::uint8_t*>(name.data()));
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
    sha1_digest(&context, digest.size(), digest.data());
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);  // version 5
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);  // variant of the RFC
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (is_dash_place(out.size())) out += '-';
        out += hex[digest[i] >> 4U];
        out += hex[digest[i] & 15U];
    }
    return out;
}

}  // namespace lotse

#include <lotse/base/sha256.hpp>

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace lotse {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t byte : sha256(bytes)) {
        out += hex[byte >> 4U];
        out += hex[byte & 15U];
    }
    return out;
}

std::string sha256_base64(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    std::string out(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '\0');
    base64_encode_raw(out.data(), digest.size(), digest.data());
    return out;
}

}  // namespace lotse

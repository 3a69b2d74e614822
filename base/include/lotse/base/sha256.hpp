/// SHA-256 (FIPS 180-4) as text.
#ifndef LOTSE_BASE_SHA256_HPP
#define LOTSE_BASE_SHA256_HPP

#include <string>
#include <string_view>

namespace lotse {

std::string sha256_hex(std::string_view bytes);     ///< lower case
std::string sha256_base64(std::string_view bytes);  ///< as content security policies write it

}  // namespace lotse

#endif

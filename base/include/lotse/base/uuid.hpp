/// UUIDs made of names (RFC 9562): the same name always gives the same identifier.
#ifndef LOTSE_BASE_UUID_HPP
#define LOTSE_BASE_UUID_HPP

#include <string>
#include <string_view>

namespace lotse {

/// UUIDv5 (RFC 9562, 5.5) of a name in a namespace, in lower case. Precondition: the namespace is a
/// UUID.
std::string uuid_v5(std::string_view name_space, std::string_view name);

/// 32 hexadecimal digits in groups of 8-4-4-4-12; any version, any case.
bool is_uuid(std::string_view text);

}  // namespace lotse

#endif

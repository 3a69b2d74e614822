/// A network as one JSON file: {"lotse": "1", "tables": {"actors": [{...}, ...], ...}}.
#ifndef LOTSE_IO_JSON_NETWORK_HPP
#define LOTSE_IO_JSON_NETWORK_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <string>
#include <string_view>

namespace lotse::io {

/// Version of the data format, the value of the member "lotse".
inline constexpr std::string_view format_version = "1";

/// Feeds the builder. Rows may have different members; further members of the outer object: name,
/// license, fictional. `name` is the network's name where the file gives none. Errors: limit.
Status read_json_network(std::string_view text, const std::string& file, const std::string& name,
                         const Limits& limits, NetworkBuilder& builder);

}  // namespace lotse::io

#endif

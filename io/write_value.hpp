/// Values and identities of results as JSON, shared by results and manifests.
#ifndef LOTSE_IO_WRITE_VALUE_HPP
#define LOTSE_IO_WRITE_VALUE_HPP

#include <lotse/base/document.hpp>

#include "json.hpp"

namespace lotse::io {

/// Codes as keys, lists as lists, null where nothing is defined.
void write_value(JsonWriter& json, const Value& value, Language language);

/// {"name": ..., "sha256": ..., "actors": ..., "ties": ..., "fictional": ...}
void write_identity(JsonWriter& json, const NetworkIdentity& network);

}  // namespace lotse::io

#endif

/// Data of persons in text that no table of the network looks at: rows that are passed over or
/// rejected.
#ifndef LOTSE_IO_CLIENT_VALUES_HPP
#define LOTSE_IO_CLIENT_VALUES_HPP

#include <lotse/model/network_builder.hpp>

#include <string_view>

namespace lotse::io {

/// True, and reported: the text holds data of a person, which no message may repeat.
bool refuse_client_value(std::string_view text, const SourcePosition& where,
                         NetworkBuilder& builder);

}  // namespace lotse::io

#endif

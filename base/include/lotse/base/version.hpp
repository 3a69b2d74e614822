/// The version of lotse, as in CMakeLists.txt.
#ifndef LOTSE_BASE_VERSION_HPP
#define LOTSE_BASE_VERSION_HPP

#include <string_view>

namespace lotse {

inline constexpr std::string_view version = LOTSE_VERSION;

}  // namespace lotse

#endif

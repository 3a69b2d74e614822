/// The order of names in a list that people read.
#ifndef LOTSE_BASE_COLLATE_HPP
#define LOTSE_BASE_COLLATE_HPP

#include <string>
#include <string_view>

namespace lotse {

/// Texts whose keys are in byte order stand as in a German dictionary (DIN 5007-1: "ä" as "a"),
/// numbers by value. The same for every locale.
std::string collation_key(std::string_view utf8);

}  // namespace lotse

#endif

/// Codes of languages (ISO 639-1) by their German and English names.
#ifndef LOTSE_IO_LANGUAGE_CODES_HPP
#define LOTSE_IO_LANGUAGE_CODES_HPP

#include <string_view>

namespace lotse::io {

/// "Deutsch" and "German" are "de"; so is "de". Empty: no such language is known.
std::string_view language_code(std::string_view text);

}  // namespace lotse::io

#endif

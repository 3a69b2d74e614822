/// What makes two cells or two names of a directory the same.
#ifndef LOTSE_IO_DIRECTORY_IDENTITY_HPP
#define LOTSE_IO_DIRECTORY_IDENTITY_HPP

#include <string>
#include <string_view>

namespace lotse::io {

/// Equal for cells that differ in case and blanks only: "Gymnastik <60" is not "Gymnastik >60".
std::string cell_identity(std::string_view text);

/// Equal for names that people write in different ways ("Verein e.V.", "VEREIN E. V.", "A & B",
/// "A B"), but not where a sign tells them apart: "Treff" and "Treff +", "5-7" and "5/7".
std::string name_identity(std::string_view text);

/// The same of a street: "Rosenstr. 4" is "Rosenstraße 4".
std::string street_identity(std::string_view text);

}  // namespace lotse::io

#endif

/// The data files that are part of the program; their text is generated from datasets/ by CMake.
#ifndef LOTSE_MODEL_BUILT_IN_HPP
#define LOTSE_MODEL_BUILT_IN_HPP

#include <span>
#include <string_view>

namespace lotse {

struct BuiltInFile {
    std::string_view name;  ///< without folder and ending
    std::string_view text;  ///< CSV, UTF-8
};

std::span<const BuiltInFile> built_in_code_lists();
std::span<const BuiltInFile> built_in_areas();
std::span<const BuiltInFile> built_in_mandates();
/// What starter networks are made by, besides the code list of their rules.
std::span<const BuiltInFile> built_in_starter();

}  // namespace lotse

#endif

# lotse_embed(<target> <function> <file>...)
#
# Makes the text of data files part of a library: generates the definition of
# `std::span<const BuiltInFile> <function>()` (model/built_in.hpp), one entry per file.
function(lotse_embed target function)
  set(entries "")
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} text)
    string(APPEND entries "    {\"${name}\", R\"~csv~(${text})~csv~\"},\n")
  endforeach()
  set(source ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include \"built_in.hpp\"

#include <array>

namespace lotse {

std::span<const BuiltInFile> @function@() {
    static constexpr BuiltInFile files[]{
@entries@    };
    return files;
}

}  // namespace lotse
")
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/model)
  # The text of a table is one literal, longer than ISO C++ asks compilers to accept.
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

# lotse_embed_text(<target> <namespace> <function> <file>): the text of one file as
# `std::string_view <function>()`, declared by the module itself.
function(lotse_embed_text target namespace function file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  set(source ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include <string_view>

namespace @namespace@ {

std::string_view @function@() { return R\"~text~(@text@)~text~\"; }

}  // namespace @namespace@
")
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

# lotse_page_script(<target>): the script of the workshop page, bundled from viz/page by Node and
# esbuild, as part of a library. Without Node, or where npm cannot fetch the locked packages, the
# build goes on and the page is written without script.
function(lotse_page_script target)
  set(folder ${PROJECT_SOURCE_DIR}/viz/page)
  set(source ${PROJECT_BINARY_DIR}/embedded/page_script.cpp)
  set(lock ${folder}/package-lock.json)
  set(installed ${folder}/node_modules/.package-lock.json) # npm writes it last
  find_program(NODE_PROGRAM NAMES node nodejs)
  find_program(NPM_PROGRAM npm)
  option(LOTSE_PAGE_SCRIPT "Bundle the script of the page if Node is there" ON)
  set(missing "")
  if(NOT LOTSE_PAGE_SCRIPT)
    set(missing "LOTSE_PAGE_SCRIPT is off")
  elseif(NOT NODE_PROGRAM OR NOT NPM_PROGRAM)
    set(missing "node or npm is not installed")
  elseif(NOT EXISTS ${installed} OR ${lock} IS_NEWER_THAN ${installed})
    execute_process(COMMAND ${NPM_PROGRAM} ci --prefix ${folder} --no-audit --no-fund --ignore-scripts --silent
                    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    if(failed)
      set(missing "npm cannot fetch the packages of viz/page/package-lock.json")
    else()
      file(TOUCH ${installed})
    endif()
  endif()

  if(missing)
    message(STATUS "The page of reports gets no script, only what can be read without: ${missing}")
    file(CONFIGURE OUTPUT ${source} CONTENT
"#include <lotse/viz/page.hpp>

namespace lotse::viz {

std::string_view page_script() { return {}; }

}  // namespace lotse::viz
")
  else()
    message(STATUS "The script of the page of reports is bundled by ${NODE_PROGRAM}")
    file(GLOB scripts CONFIGURE_DEPENDS ${folder}/*.ts)
    add_custom_command(OUTPUT ${source} COMMAND ${NODE_PROGRAM} ${folder}/bundle.mjs ${source}
                       DEPENDS ${scripts} ${folder}/bundle.mjs ${lock}
                       COMMENT "Bundling the script of the page" VERBATIM)
  endif()
  if(missing)
    set(LOTSE_PAGE_HAS_SCRIPT FALSE PARENT_SCOPE)
  else()
    set(LOTSE_PAGE_HAS_SCRIPT TRUE PARENT_SCOPE)
  endif()
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock})
endfunction()

# lotse_unity(<target>...)
#
# With LOTSE_UNITY, sources of a target that do not disturb each other are compiled as one: a third of
# the time that builds from nothing take otherwise, those of the sanitizers above all. Called where the target is made.
option(LOTSE_UNITY "Compile several sources as one" OFF)

function(lotse_unity)
  if(NOT LOTSE_UNITY)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(target IN LISTS ARGN)
    get_target_property(sources ${target} SOURCES)
    set(files "")
    foreach(source IN LISTS sources)
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
      cmake_path(IS_PREFIX PROJECT_BINARY_DIR ${source} generated)
      if(source MATCHES "\\.cpp$" AND NOT generated)
        list(APPEND files ${source})
      endif()
    endforeach()
    execute_process(COMMAND ${Python3_EXECUTABLE} -B ${PROJECT_SOURCE_DIR}/cmake/unity_groups.py
                            ${PROJECT_SOURCE_DIR} 12 ${files}
                    OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" lines "${lines}")
    foreach(line IN LISTS lines)
      string(REPLACE " " ";" line "${line}")
      list(POP_FRONT line group file)
      set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${group})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # What is local to each of the sources is not so here; the dev preset compiles them apart.
    target_compile_options(${target} PRIVATE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endforeach()
endfunction()

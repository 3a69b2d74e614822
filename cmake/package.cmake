# cpack -G DEB: the packages lotse (program, data, manual) and liblotse-dev (headers, static libraries).
# scripts/package builds and tries them.
set(LOTSE_MAINTAINER "The lotse contributors <lotse@packages.invalid>"
    CACHE STRING "Name and mail address of who builds the Debian packages")

# What every Debian package says of its origin.
file(READ viz/renderer/LICENSE render_licence)
file(GLOB licences viz/page/node_modules/d3-*/LICENSE)
set(script_licences "")
foreach(file IN LISTS licences)
  file(READ ${file} text)
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(GET folder FILENAME name)
  string(APPEND script_licences "${name}\n\n${text}\n")
endforeach()
if(NOT LOTSE_PAGE_HAS_SCRIPT)
  set(script_licences "(none: this build has no such script)\n")
endif()
configure_file(packaging/copyright.in packaging/copyright @ONLY)
configure_file(packaging/changelog.in packaging/changelog.Debian @ONLY)
foreach(component IN ITEMS program development)
  set(package lotse)
  if(component STREQUAL development)
    set(package liblotse-dev)
  endif()
  set(documents ${CMAKE_INSTALL_DATADIR}/doc/${package})
  install(FILES ${PROJECT_BINARY_DIR}/packaging/copyright DESTINATION ${documents} COMPONENT ${component})
  install(FILES CHANGELOG.md DESTINATION ${documents} RENAME changelog COMPONENT ${component})
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    install(FILES ${PROJECT_BINARY_DIR}/packaging/changelog.Debian DESTINATION ${documents} COMPONENT ${component})
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lotse)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "partner networks of work and health promotion")
set(CPACK_PACKAGE_CONTACT ${LOTSE_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/compress.cmake)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME lotse)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# libgvc6 holds the plugins of Graphviz, the fonts are those that the maps are set in.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libgvc6, fonts-noto-core")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "gdal-bin")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"lotse reads tables of actors, ties and offers of a network of partners
(jobcenters, health conferences, insurers, municipalities, clubs) from
workbooks, CSV, JSON or graph files, and answers which districts have an
offer, how a person gets from the jobcenter to a course, who opens doors
and what breaks without them. It draws maps to print and writes a folder
for a workshop, in German and English. Networks hold institutions only.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME liblotse-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libboost-dev, nlohmann-json3-dev, pkg-config, libicu-dev, libigraph-dev, nettle-dev, libxlsxwriter-dev, libxml2-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"Headers, static libraries and the CMake package of lotse, for programs
that read, analyse or draw networks of partners themselves:
find_package(lotse) gives lotse::analysis, lotse::io and lotse::viz.")
include(CPack)

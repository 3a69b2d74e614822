# Installs the library with its CMake package; the program and its data are installed by their own.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/lotse)
write_basic_package_version_file(lotse-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/lotse-config.cmake ${PROJECT_BINARY_DIR}/lotse-config-version.cmake DESTINATION ${package}
        COMPONENT development)
install(EXPORT lotse-targets NAMESPACE lotse:: DESTINATION ${package} COMPONENT development)

# find_package(lotse) -> lotse::analysis, lotse::io, lotse::viz, lotse::model, lotse::base
include(CMakeFindDependencyMacro)
find_dependency(Boost)
find_dependency(nlohmann_json)
find_dependency(PkgConfig)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(igraph REQUIRED IMPORTED_TARGET igraph)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
include(${CMAKE_CURRENT_LIST_DIR}/lotse-targets.cmake)

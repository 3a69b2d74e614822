# Third-party headers appear only in their home files, and no file climbs out of its module.
#
#   cmake -DROOT=<source folder> -P cmake/check_includes.cmake
#
# "header prefix=home": both are regular expressions; a header that no line names is unknown.
set(homes
    "igraph[/.]=graph/"
    "omp\\.h=graph/"
    "boost/=graph/"
    "libxml/=io/xml\\.cpp$"
    "nlohmann/=io/json\\.[ch]pp$"
    "nlohmann/=viz/drawing_json\\.cpp$"
    "nlohmann/=viz/renderer/"
    "qpdf/=viz/renderer/"
    "fontconfig/=viz/renderer/"
    "(graphviz/|cgraph\\.h|gvc\\.h)=viz/renderer/"
    "unicode/=base/(collate|encoding|icu_text|look_alike|unicode)\\.[ch]pp$"
    "nettle/=base/(sha256|uuid)\\.cpp$"
    "xlsxwriter\\.h=io/xlsx_book\\.cpp$"
    "(cpl_[a-z]+|gdal|ogr_api|ogrsf_frmts|expat|freexl)\\.h=io/gdal/"
    "CLI/=driver/"
    "lotse/="
    "[a-z_0-9]+>=" # the standard library
    "(sys/[a-z]+|dirent|errno|fcntl|poll|signal|spawn|stdio|unistd)\\.h>=") # POSIX

set(patterns)
foreach(module IN ITEMS base model graph io analysis viz driver)
    list(APPEND patterns ${ROOT}/${module}/*.cpp ${ROOT}/${module}/*.hpp)
endforeach()
file(GLOB_RECURSE files RELATIVE ${ROOT} ${patterns})

foreach(file IN LISTS files)
    file(STRINGS ${ROOT}/${file} includes REGEX "^ *# *include ")
    foreach(include IN LISTS includes)
        set(allowed FALSE)
        if(include MATCHES "include \"" AND NOT include MATCHES "\\.\\./")
            set(allowed TRUE)
        endif()
        foreach(line IN LISTS homes)
            string(REGEX REPLACE "=.*" "" prefix "${line}")
            string(REGEX REPLACE ".*=" "" home "${line}")
            if(include MATCHES "<${prefix}" AND file MATCHES "^${home}")
                set(allowed TRUE)
            endif()
        endforeach()
        if(NOT allowed)
            message(SEND_ERROR "${file}: ${include} is not allowed here")
        endif()
    endforeach()
endforeach()

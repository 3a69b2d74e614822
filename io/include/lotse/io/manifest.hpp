/// manifest.json of an output folder: which files lotse wrote, from what, with which options.
#ifndef LOTSE_IO_MANIFEST_HPP
#define LOTSE_IO_MANIFEST_HPP

#include <lotse/base/document.hpp>
#include <lotse/io/atomic_file.hpp>

namespace lotse::io {

struct Manifest {
    std::string command;  ///< such as "report"
    NetworkIdentity network;
    std::vector<std::pair<std::string, Value>> options;
};

/// manifest.json with the SHA-256 of every file of the folder. Holds no time and no path, so that
/// the same input gives the same bytes. Add it last.
OutputFile manifest_file(const Manifest& manifest, std::span<const OutputFile> files);

}  // namespace lotse::io

#endif

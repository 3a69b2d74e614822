/// The workshop folder: page, map, graph files, results, manifest.
#ifndef LOTSE_DRIVER_REPORT_HPP
#define LOTSE_DRIVER_REPORT_HPP

#include "load.hpp"

namespace lotse::driver {

/// Writes the folder for a network. Errors: as load, the analyses, draw_view and io::write_folder.
Result<ExitCode> write_report(const std::filesystem::path& network,
                              const std::filesystem::path& folder, const Call& call);

}  // namespace lotse::driver

#endif

/// `convert` of a flat service directory: proposing a column map, and reading by one.
#ifndef LOTSE_DRIVER_CONVERT_DIRECTORY_HPP
#define LOTSE_DRIVER_CONVERT_DIRECTORY_HPP

#include "command.hpp"

#include <lotse/model/network.hpp>

#include <memory>

namespace lotse::driver {

/// --propose-map, --map and -o.
std::vector<OptionInfo> directory_options();

/// Writes the proposal to -o or to stdout. Errors: input (the directory cannot be read), privacy,
/// else as io::write_file.
Result<ExitCode> propose_map(const Call& call);

/// Says on stderr what was found, row by row, and how many rows were used; the network as
/// --pseudonymise asks for it. Errors: input (errors without --skip-bad-rows, or warnings with
/// --strict), privacy, else as io::read_flat_directory.
Result<std::shared_ptr<const Network>> load_directory(const Call& call);

}  // namespace lotse::driver

#endif

/// Bounds of this process: memory, time, no core file, no life without its parent.
#ifndef LOTSE_GDAL_LIMITS_HPP
#define LOTSE_GDAL_LIMITS_HPP

namespace lotse_gdal {

/// What main returns; lotse reads standard output only after `done`.
enum Exit { done = 0, wrong_usage = 2, crashed = 3, out_of_bounds = 5 };

/// Sets the bounds, and turns a crash inside a library into an exit code.
void bound_process(long memory_mb, long seconds);

}  // namespace lotse_gdal

#endif

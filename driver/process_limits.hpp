/// What the process of lotse itself may do: memory as --limit memory-mb says, and no core dumps.
#ifndef LOTSE_DRIVER_PROCESS_LIMITS_HPP
#define LOTSE_DRIVER_PROCESS_LIMITS_HPP

#include <lotse/io/limits.hpp>

namespace lotse::driver {

/// A core dump would be a copy of the network that nobody asked for.
void forbid_core_dumps();

/// From here on memory beyond `limits.memory_mb` is refused to the program (std::bad_alloc). What
/// counts is RLIMIT_DATA of Linux (setrlimit(2)): writable private pages, not the addresses that
/// libraries reserve. Errors: limit (the program alone is larger).
Status bound_memory(const io::Limits& limits);

}  // namespace lotse::driver

#endif

#include "process_limits.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace lotse::driver {
namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

/// Sanitizers need terabytes of what is bounded here.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool can_be_bounded = false;
#else
constexpr bool can_be_bounded = true;
#endif

/// Pages of data and stack, the sixth number of /proc/self/statm (proc(5)); 0: not known.
std::int64_t bytes_in_use() {
    std::ifstream file{"/proc/self/statm"};
    std::int64_t pages = 0;
    for (int i = 0; i < 6; ++i)
        if (!(file >> pages)) return 0;
    return pages * sysconf(_SC_PAGESIZE);
}

}  // namespace

void forbid_core_dumps() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

Status bound_memory(const io::Limits& limits) {
    constexpr std::int64_t least = 16 * megabyte;  // to read anything at all
    const std::int64_t wanted = limits.memory_mb * megabyte;
    if (wanted < (can_be_bounded ? bytes_in_use() : 0) + least)
        return io::limit_error("memory-mb", limits.memory_mb, "lotse");
    if (!can_be_bounded) return std::monostate{};
    rlimit now{};
    if (getrlimit(RLIMIT_DATA, &now) != 0) return std::monostate{};
    now.rlim_cur = std::min({now.rlim_cur, now.rlim_max, static_cast<rlim_t>(wanted)});
    setrlimit(RLIMIT_DATA, &now);
    return std::monostate{};
}

}  // namespace lotse::driver

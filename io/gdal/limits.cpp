#include "limits.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>

namespace lotse_gdal {
namespace {

alignas(16) std::byte crash_stack[65536];

extern "C" void leave_after_crash(int signal) {
    _exit(signal == SIGXCPU ? out_of_bounds : crashed);
}

void bound(__rlimit_resource resource, rlim_t wanted) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0) return;
    const rlim_t most = std::min(wanted, now.rlim_max);
    const rlimit limits{most, now.rlim_max};
    setrlimit(resource, &limits);
}

}  // namespace

void bound_process(long memory_mb, long seconds) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_CPU, static_cast<rlim_t>(seconds));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they need terabytes of it
    bound(RLIMIT_AS, static_cast<rlim_t>(memory_mb) << 20U);
#else
    static_cast<void>(memory_mb);
#endif
    stack_t stack{};
    stack.ss_sp = crash_stack;
    stack.ss_size = sizeof crash_stack;
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = leave_after_crash;
    action.sa_flags = SA_ONSTACK;
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGXCPU})
        sigaction(signal, &action, nullptr);
}

}  // namespace lotse_gdal

// SPDX-License-Identifier: MIT
#include "limits.hpp"

#include "sheet.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <csignal>
#include <cstddef>

namespace lotse_render {
namespace {

alignas(16) std::byte crash_stack[65536];

extern "C" void leave_after_crash(int signal) {
    static constexpr char time_up[] = "lotse-render: error: out of processor time\n";
    static constexpr char crashed[] =
        "lotse-render: error: out of memory, or a crash inside Graphviz\n";
    const auto written = signal == SIGXCPU ? write(STDERR_FILENO, time_up, sizeof time_up - 1)
                                           : write(STDERR_FILENO, crashed, sizeof crashed - 1);
    _exit(written > 0 ? 7 : 7);
}

void bound(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    rlimit now{};
    if (getrlimit(resource, &now) != 0) throw Failure{"the limits of the process cannot be read"};
    if (now.rlim_max != RLIM_INFINITY && hard > now.rlim_max) hard = now.rlim_max;
    const rlimit wanted{soft < hard ? soft : hard, hard};
    if (setrlimit(resource, &wanted) != 0) throw Failure{"the limits of the process cannot be set"};
}

}  // namespace

void apply(const Limits& limits) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto seconds = static_cast<rlim_t>(limits.seconds);
    const auto bytes = static_cast<rlim_t>(limits.memory_mb) * 1024 * 1024;
    bound(RLIMIT_CORE, 0, 0);
    bound(RLIMIT_CPU, seconds, seconds + 2);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they need terabytes of it
    bound(RLIMIT_AS, bytes, bytes);
#else
    static_cast<void>(bytes);
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

}  // namespace lotse_render

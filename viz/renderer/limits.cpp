// SPDX-License-Identifier: MIT
#include "limits.hpp"

#include "sheet.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstddef>

namespace lotse_render {

bool is_out_of_memory(int last_error) {
    constexpr rlim_t scarce = rlim_t{256} << 20;
    rlimit limit{};
    if (last_error == ENOMEM) return true;
    if (getrlimit(RLIMIT_AS, &limit) != 0) return false;
    if (limit.rlim_cur <= scarce) return true;
    char text[32] = "";
    const int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, text, sizeof text - 1) <= 0) return false;
    rlim_t pages = 0;  // of address space: the first number
    for (const char* c = text; *c >= '0' && *c <= '9'; ++c)
        pages = pages * 10 + static_cast<rlim_t>(*c - '0');
    return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) > limit.rlim_cur / 2;
}

namespace {

alignas(16) std::byte crash_stack[65536];

[[noreturn]] void leave(const char* words, std::size_t length, int code) {
    const auto written = write(STDERR_FILENO, words, length);
    _exit(written > 0 ? code : code);
}

extern "C" void leave_after_crash(int signal) {
    const int last_error = errno;
    static constexpr char time_up[] = "lotse-render: error: out of processor time\n";
    static constexpr char no_memory[] = "lotse-render: error: out of memory\n";
    static constexpr char crashed[] = "lotse-render: error: a crash inside Graphviz\n";
    if (signal == SIGXCPU) leave(time_up, sizeof time_up - 1, 7);
    if (is_out_of_memory(last_error)) leave(no_memory, sizeof no_memory - 1, 5);
    leave(crashed, sizeof crashed - 1, 7);
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

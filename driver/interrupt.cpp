#include "interrupt.hpp"

#include "progress.hpp"

#include <lotse/io/last_output.hpp>

#include <signal.h>
#include <unistd.h>

namespace lotse::driver {
namespace {

/// Once the last output has taken its place there is nothing left to give up: the command ends as
/// it would have, a moment later.
extern "C" void end_now(int signal) {
    if (io::last_output_is_in_place()) return;
    silence_progress();
    _exit(128 + signal);
}

}  // namespace

void end_on_signals() {
    struct sigaction action {};
    action.sa_handler = end_now;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    struct sigaction hang_up {};
    sigaction(SIGHUP, nullptr, &hang_up);
    if (hang_up.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, nullptr);  // else: nohup
    // What a pipe or a file no longer takes is an error of writing, and told as one.
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    // Ignored by whoever called lotse, it would hide how a helper ended.
    signal(SIGCHLD, SIG_DFL);
}

}  // namespace lotse::driver

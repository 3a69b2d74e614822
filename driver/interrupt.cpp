#include "interrupt.hpp"

#include <signal.h>
#include <unistd.h>

namespace lotse::driver {
namespace {

extern "C" void end_now(int signal) {
    _exit(128 + signal);
}

}  // namespace

void end_on_signals() {
    struct sigaction action {};
    action.sa_handler = end_now;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

}  // namespace lotse::driver

/// Runs one of lotse's own helper programs: bytes in, bytes out, with a limit of time.
#ifndef LOTSE_BASE_CHILD_PROCESS_HPP
#define LOTSE_BASE_CHILD_PROCESS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

struct ChildCall {
    std::string program;  ///< path
    std::vector<std::string> arguments;
    std::string_view input;  ///< what it reads on standard input
    int seconds = 60;        ///< of waiting
};

enum class ChildEnd { exited, not_started, too_late, too_much_output };

struct ChildOutcome {
    ChildEnd end = ChildEnd::not_started;
    int exit_code = 0;     ///< -signal when a signal ended it
    std::string output;    ///< of standard output, at most 512 MB
    std::string messages;  ///< of standard error, at most 64 KB
};

/// Path of a helper program: beside the running program, else in ../libexec/lotse, else where it
/// was installed. nullopt: it is not there.
std::optional<std::string> find_helper_program(std::string_view name);

/// The folder of the running program, where helpers are looked for first; empty: unknown.
std::string program_folder();

/// Starts without a shell and with an environment of its own, feeds, collects, waits. The child is
/// killed when the time is over, and at the latest when the calling process ends; call this from
/// the main thread.
ChildOutcome run_child(const ChildCall& call);

}  // namespace lotse

#endif

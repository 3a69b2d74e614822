#include "worker_process.hpp"

#include "command.hpp"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>
#include <string>

namespace lotse::driver {
namespace {

/// Kind, German words, English words.
void write_error(int file, const Error& error) {
    const std::string text = static_cast<char>('0' + static_cast<int>(error.kind)) +
                             error.message.de + '\0' + error.message.en;
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(file, text.data() + done, text.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        done += static_cast<std::size_t>(count);
    }
}

/// Signals that the command holds back until its output is in place end a process that helps it.
void take_signals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_UNBLOCK, &all, nullptr);
}

Error unexpected_end(int status) {
    constexpr int by_signal = 128;  // the exit code of a process that has handled one
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : by_signal + WTERMSIG(status);
    // Where nothing may be allocated any more, the process itself has printed which limit it was.
    if (code == static_cast<int>(ExitCode::limit))
        return {ErrorKind::limit,
                Text{"Der Prozess, der diese Mappe schrieb, endete an einer Grenze; welche, steht "
                     "in der Meldung davor.",
                     "The process that wrote this report ended at a limit; the message before "
                     "tells which."}};
    if (code <= by_signal)
        return {ErrorKind::engine, message({"Der Prozess, der diese Mappe schrieb, endete mit {}.",
                                            "The process that wrote this report ended with {}."},
                                           {std::to_string(code)})};
    const int signal = code - by_signal;
    const char* name = ::sigdescr_np(signal);
    return {ErrorKind::engine,
            message({"Der Prozess, der diese Mappe schrieb, wurde durch ein Signal beendet: {} "
                     "({}). Fehlt Arbeitsspeicher, hilft --threads 1.",
                     "The process that wrote this report was ended by a signal: {} ({}). If memory "
                     "is short, --threads 1 helps."},
                    {std::to_string(signal), name != nullptr ? name : "?"})};
}

}  // namespace

WorkerProcess::WorkerProcess(FunctionRef<Status()> task)
    : words_{::memfd_create("error", MFD_CLOEXEC)} {
    if (words_ < 0) return;
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ == 0) work(task, parent);
}

WorkerProcess::~WorkerProcess() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (words_ >= 0) ::close(words_);
}

void WorkerProcess::work(FunctionRef<Status()> task, pid_t parent) const noexcept {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    take_signals();
    Status done = std::monostate{};
    try {
        done = task();
    } catch (const std::bad_alloc&) {
        done =
            Error{ErrorKind::limit,
                  Text{"Der Arbeitsspeicher reicht nicht (--limit memory-mb=ZAHL lässt mehr zu).",
                       "Not enough memory (--limit memory-mb=NUMBER allows more)."}};
    }
    if (!done) write_error(words_, done.error());
    ::_exit(done ? 0 : static_cast<int>(exit_code(done.error().kind)));
}

std::optional<Status> WorkerProcess::ended() {
    int status = 0;
    const pid_t ended = ::waitpid(process_, &status, WNOHANG);
    if (ended == 0) return std::nullopt;
    process_ = 0;
    if (ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::monostate{};
    if (auto error = said()) return *std::move(error);
    return unexpected_end(ended > 0 ? status : W_EXITCODE(1, 0));
}

std::optional<Error> WorkerProcess::said() const {
    std::string text;
    std::array<char, 4096> buffer;
    ssize_t count = 0;
    while ((count =
                ::pread(words_, buffer.data(), buffer.size(), static_cast<off_t>(text.size()))) > 0)
        text.append(buffer.data(), static_cast<std::size_t>(count));
    const auto between = text.find('\0');
    if (text.empty() || between == std::string::npos) return std::nullopt;
    return Error{static_cast<ErrorKind>(text[0] - '0'),
                 Message{text.substr(1, between - 1), text.substr(between + 1)}};
}

}  // namespace lotse::driver

#include <lotse/base/child_process.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

namespace lotse {
namespace {

constexpr std::size_t most_output_bytes = 512u << 20;
constexpr std::size_t most_message_bytes = 1u << 16;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int operator*() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    void take(int number) {
        close();
        number_ = number;
    }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

struct Pipe {
    Descriptor reading;
    Descriptor writing;

    bool open() {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return false;
        reading.take(ends[0]);
        writing.take(ends[1]);
        return true;
    }
};

/// The input as a file in memory: nothing has to be fed to the child while it runs.
bool fill(Descriptor& file, std::string_view text) {
    file.take(memfd_create("input", MFD_CLOEXEC));
    if (!file) return false;
    for (std::size_t written = 0; written < text.size();) {
        const ssize_t count = write(*file, text.data() + written, text.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        written += static_cast<std::size_t>(count);
    }
    return lseek(*file, 0, SEEK_SET) == 0;
}

/// Only what finding fonts and reproducible dates needs.
std::vector<std::string> environment_of_child() {
    std::vector<std::string> result{"LC_ALL=C.UTF-8", "TZ=UTC"};
    for (const char* name : {"HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
                             "SOURCE_DATE_EPOCH", "LD_LIBRARY_PATH"})
        if (const char* value = std::getenv(name))
            result.push_back(std::string{name} + "=" + value);
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

/// A running program; killed and reaped at the latest when this object goes.
class Child {
public:
    Child() = default;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ <= 0) return;
        kill(process_, SIGKILL);
        wait();
    }

    bool start(const std::string& program, std::vector<std::string> arguments, int in, int out,
               int messages) {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        std::vector<std::string> environment = environment_of_child();
        const int problem = posix_spawn(&process_, program.c_str(), &actions, &attributes,
                                        pointers(arguments).data(), pointers(environment).data());
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (problem != 0) process_ = 0;
        return problem == 0;
    }

    /// Exit code; -signal when a signal ended it. Where SIGCHLD is ignored nobody can tell, and
    /// what nobody can tell is no success.
    int wait() {
        constexpr int not_known = 127;
        int status = 0;
        pid_t ended = 0;
        do ended = waitpid(process_, &status, 0);
        while (ended < 0 && errno == EINTR);
        process_ = 0;
        if (ended < 0) return not_known;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t process_ = 0;
};

enum class Collected { all, too_late, too_much };

/// Reads both pipes until the child closes them.
Collected collect(Descriptor& out, Descriptor& messages, std::string& output, std::string& words,
                  std::chrono::steady_clock::time_point deadline) {
    while (out || messages) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return Collected::too_late;
        std::array<pollfd, 2> waiting{pollfd{*out, POLLIN, 0}, pollfd{*messages, POLLIN, 0}};
        constexpr std::int64_t longest_ms = 3'600'000;  // days of milliseconds do not fit an int
        const int ready = poll(waiting.data(), waiting.size(),
                               static_cast<int>(std::min<std::int64_t>(left.count(), longest_ms)));
        if (ready < 0 && errno != EINTR) return Collected::too_late;
        if (ready <= 0) continue;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents == 0) continue;
            Descriptor& from = i == 0 ? out : messages;
            std::string& to = i == 0 ? output : words;
            std::array<char, 65536> buffer;
            const ssize_t count = read(*from, buffer.data(), buffer.size());
            if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (count <= 0)
                from.close();
            else
                to.append(buffer.data(), static_cast<std::size_t>(count));
            if (to.size() > (i == 0 ? most_output_bytes : most_message_bytes))
                return Collected::too_much;
        }
    }
    return Collected::all;
}

}  // namespace

std::string program_folder() {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    return problem ? std::string{} : program.parent_path().string();
}

std::optional<std::string> find_helper_program(std::string_view name) {
    namespace fs = std::filesystem;
    std::vector<fs::path> folders{LOTSE_LIBEXEC_DIR};
    if (const fs::path own = program_folder(); !own.empty())
        folders.insert(folders.begin(), {own, own.parent_path() / "libexec" / "lotse"});
    for (const fs::path& folder : folders) {
        std::error_code problem;
        const fs::path path = folder / name;
        if (access(path.c_str(), X_OK) == 0 && fs::is_regular_file(path, problem))
            return path.string();
    }
    return std::nullopt;
}

ChildOutcome run_child(const ChildCall& call) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{call.seconds};
    ChildOutcome outcome;
    Descriptor input;
    Pipe out, messages;
    if (!fill(input, call.input) || !out.open() || !messages.open()) return outcome;
    std::vector<std::string> arguments = call.arguments;
    arguments.insert(arguments.begin(), call.program);
    Child child;
    if (!child.start(call.program, std::move(arguments), *input, *out.writing, *messages.writing))
        return outcome;
    out.writing.close();
    messages.writing.close();
    switch (collect(out.reading, messages.reading, outcome.output, outcome.messages, deadline)) {
        case Collected::too_late: outcome.end = ChildEnd::too_late; return outcome;
        case Collected::too_much: outcome.end = ChildEnd::too_much_output; return outcome;
        case Collected::all: break;
    }
    outcome.end = ChildEnd::exited;
    outcome.exit_code = child.wait();
    return outcome;
}

}  // namespace lotse

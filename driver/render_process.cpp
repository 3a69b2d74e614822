#include "render_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace lotse::driver {
namespace {

constexpr std::size_t most_picture_bytes = 512u << 20;
constexpr std::size_t most_message_bytes = 1u << 16;

Error failure(Text text, std::string_view detail) {
    return {ErrorKind::renderer, message(text, {detail})};
}

Error cannot_start(std::string_view renderer) {
    return failure({"der Kartenzeichner '{}' lässt sich nicht starten",
                    "the map renderer '{}' does not start"},
                   renderer);
}

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

/// The drawing as a file in memory: nothing has to be fed to the child while it runs.
bool fill(Descriptor& file, const std::string& text) {
    file.take(memfd_create("drawing", MFD_CLOEXEC));
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

/// A running renderer; killed and reaped at the latest when this object goes.
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

    /// Exit code; -signal when a signal ended it.
    int wait() {
        int status = 0;
        while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t process_ = 0;
};

enum class Collected { all, too_late, too_much };

/// Reads both pipes until the child closes them.
Collected collect(Descriptor& out, Descriptor& messages, std::string& picture, std::string& words,
                  std::chrono::steady_clock::time_point deadline) {
    while (out || messages) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return Collected::too_late;
        std::array<pollfd, 2> waiting{pollfd{*out, POLLIN, 0}, pollfd{*messages, POLLIN, 0}};
        const int ready = poll(waiting.data(), waiting.size(), static_cast<int>(left.count()));
        if (ready < 0 && errno != EINTR) return Collected::too_late;
        if (ready <= 0) continue;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents == 0) continue;
            Descriptor& from = i == 0 ? out : messages;
            std::string& to = i == 0 ? picture : words;
            std::array<char, 65536> buffer;
            const ssize_t count = read(*from, buffer.data(), buffer.size());
            if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (count <= 0)
                from.close();
            else
                to.append(buffer.data(), static_cast<std::size_t>(count));
            if (to.size() > (i == 0 ? most_picture_bytes : most_message_bytes))
                return Collected::too_much;
        }
    }
    return Collected::all;
}

/// The line in which the renderer itself speaks; libraries may have written around it.
std::string spoken_line(const std::string& words) {
    static constexpr std::string_view speaker = "lotse-render: ";
    const std::size_t at = words.find(speaker);
    const std::size_t from = at == words.npos ? words.find_first_not_of('\n') : at + speaker.size();
    if (from == words.npos) return {};
    return words.substr(from, words.find('\n', from) - from);
}

std::string_view word(PictureFormat format) {
    switch (format) {
        case PictureFormat::pdf: return "pdf";
        case PictureFormat::png: return "png";
        case PictureFormat::svg: break;
    }
    return "svg";
}

}  // namespace

std::optional<PictureFormat> picture_format(std::string_view file_name) {
    for (const PictureFormat format : {PictureFormat::svg, PictureFormat::pdf, PictureFormat::png})
        if (file_name.size() > 4 && file_name.ends_with(word(format)) &&
            file_name[file_name.size() - 4] == '.')
            return format;
    return std::nullopt;
}

Result<std::string> find_renderer() {
    namespace fs = std::filesystem;
    std::error_code problem;
    const fs::path folder = fs::read_symlink("/proc/self/exe", problem).parent_path();
    for (const fs::path& path :
         {folder / "lotse-render", folder.parent_path() / "libexec" / "lotse" / "lotse-render"})
        if (!problem && access(path.c_str(), X_OK) == 0 && fs::is_regular_file(path, problem))
            return path.string();
    return failure(
        {"der Kartenzeichner lotse-render fehlt; erwartet neben dem Programm in '{}'",
         "the map renderer lotse-render is missing; expected beside the program in '{}'"},
        folder.string());
}

Result<Picture> render(const std::string& drawing_json, PictureFormat format,
                       const RenderLimits& limits) {
    const Result<std::string> renderer = find_renderer();
    if (!renderer) return renderer.error();
    return render_with(*renderer, drawing_json, format, limits);
}

Result<Picture> render_with(const std::string& renderer, const std::string& drawing_json,
                            PictureFormat format, const RenderLimits& limits) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{limits.seconds};
    Descriptor drawing;
    Pipe out, messages;
    if (!fill(drawing, drawing_json) || !out.open() || !messages.open())
        return cannot_start(renderer);
    std::vector<std::string> arguments{renderer,      std::string{word(format)},
                                       "--memory-mb", std::to_string(limits.memory_mb),
                                       "--seconds",   std::to_string(limits.seconds),
                                       "--dpi",       std::to_string(limits.dots_per_inch)};
    Child child;
    if (!child.start(renderer, std::move(arguments), *drawing, *out.writing, *messages.writing))
        return cannot_start(renderer);
    out.writing.close();
    messages.writing.close();

    Picture picture;
    const Collected collected =
        collect(out.reading, messages.reading, picture.bytes, picture.warning, deadline);
    if (collected == Collected::too_late)
        return failure({"der Kartenzeichner brauchte länger als {} s und wurde beendet "
                        "(--limit render-seconds=N erlaubt mehr)",
                        "the map renderer took longer than {} s and was ended "
                        "(--limit render-seconds=N allows more)"},
                       std::to_string(limits.seconds));
    if (collected == Collected::too_much)
        return failure({"der Kartenzeichner schrieb mehr als erlaubt: {}",
                        "the map renderer wrote more than allowed: {}"},
                       spoken_line(picture.warning));
    const int code = child.wait();
    if (code != 0)
        return failure({"der Kartenzeichner ist gescheitert: {}", "the map renderer failed: {}"},
                       picture.warning.empty() ? "lotse-render, " + std::to_string(code)
                                               : spoken_line(picture.warning));
    if (!picture.warning.empty()) picture.warning = spoken_line(picture.warning);
    return picture;
}

}  // namespace lotse::driver

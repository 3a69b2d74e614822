#include "staged_output.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/last_output.hpp>

#include "text_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".lotse-";
constexpr std::string_view ending = ".tmp";
constexpr std::array held_signals{SIGINT, SIGTERM, SIGHUP};

std::atomic<bool> last_in_place = false;
std::atomic<int> more_follow = 0;
static_assert(std::atomic<bool>::is_always_lock_free, "read by signal handlers");

fs::path temporary_name(const fs::path& target) {
    static std::atomic<int> count = 0;
    constexpr std::size_t kept = 100;  // bytes of the name: file names end at 255
    const std::string name = target.filename().string();
    return parent_folder(target) /
           ('.' + std::string{unicode::prefix(name, kept)} + std::string{mark} +
            std::to_string(::getpid()) + '-' + std::to_string(++count) + std::string{ending});
}

/// The process that a temporary name was given by; nullopt: not one of our names.
std::optional<pid_t> process_of(std::string_view name) {
    const auto at = name.rfind(mark);
    if (!name.starts_with('.') || !name.ends_with(ending) || at == std::string_view::npos)
        return std::nullopt;
    const std::string_view numbers =
        name.substr(at + mark.size(), name.size() - at - mark.size() - ending.size());
    pid_t process = 0;
    const auto [end, problem] =
        std::from_chars(numbers.data(), numbers.data() + numbers.size(), process);
    if (problem != std::errc{} || process <= 0 || end == numbers.data() + numbers.size() ||
        *end != '-')
        return std::nullopt;
    return process;
}

bool has_ended(pid_t process) {
    return process != ::getpid() && ::kill(process, 0) != 0 && errno == ESRCH;
}

/// New files that are written but perhaps not yet on the disk. Flushed together they cost about one
/// round to the disk, flushed one by one a round each.
class NewFiles {
public:
    NewFiles() = default;
    ~NewFiles() {
        for (const int file : open_) ::close(file);
    }
    NewFiles(const NewFiles&) = delete;
    NewFiles& operator=(const NewFiles&) = delete;

    /// Who may read it is never wider than mode. 0 or the number of the error.
    int write(const fs::path& path, std::string_view bytes, std::optional<mode_t> mode) {
        constexpr std::size_t most_open = 100;
        if (open_.size() == most_open)
            if (const int problem = flush()) return problem;
        constexpr mode_t own = 0600;
        constexpr mode_t as_umask_allows = 0666;
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                mode ? own : as_umask_allows);
        if (file < 0) return errno;
        open_.push_back(file);
        while (!bytes.empty()) {
            const ssize_t count = ::write(file, bytes.data(), bytes.size());
            if (count == 0) return EIO;
            if (count > 0)
                bytes.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR)
                return errno;
        }
        return mode && ::fchmod(file, *mode) != 0 ? errno : 0;
    }

    /// Flushes and closes all; 0 or the number of the first error.
    int flush() {
        int problem = 0;
        for (const int file : open_) {
            if (problem == 0 && ::fsync(file) != 0) problem = errno;
            if (::close(file) != 0 && problem == 0) problem = errno;
        }
        open_.clear();
        return problem;
    }

private:
    std::vector<int> open_;
};

/// File systems that cannot flush folders say EINVAL; the rename itself has happened.
void flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Swaps a folder with an older one. Where the file system cannot do that in one step, the old one
/// is moved aside first and comes back if the new one cannot take its place.
int swap_folders(const fs::path& staged, const fs::path& target) {
    if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    const fs::path aside = temporary_name(target);
    if (::rename(target.c_str(), aside.c_str()) != 0) return errno;
    if (::rename(staged.c_str(), target.c_str()) != 0) {
        const int problem = errno;
        ::rename(aside.c_str(), target.c_str());
        return problem;
    }
    ::rename(aside.c_str(), staged.c_str());
    return 0;
}

/// Renames a file to a name that nothing has; EEXIST: something has it.
int take_free_name(const fs::path& staged, const fs::path& target) {
    if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // Old and foreign file systems: a second name is never given over one that is there.
    if (::link(staged.c_str(), target.c_str()) == 0) return 0;
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) return errno;
    struct stat status {};
    if (::lstat(target.c_str(), &status) == 0) return EEXIST;
    return ::rename(staged.c_str(), target.c_str()) == 0 ? 0 : errno;
}

/// Also folders that nobody may write to, as an old report may be.
void remove_all_of(const fs::path& path) {
    std::error_code failed;
    fs::remove_all(path, failed);
    if (!failed) return;
    const auto open_up = [](const fs::path& folder) {
        std::error_code ignored;
        fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, ignored);
    };
    open_up(path);
    for (fs::recursive_directory_iterator it{path, failed}, end; !failed && it != end;
         it.increment(failed))
        if (std::error_code ignored; fs::is_directory(it->symlink_status(ignored)))
            open_up(it->path());
    fs::remove_all(path, failed);
}

}  // namespace

fs::path parent_folder(const fs::path& target) {
    const fs::path parent = target.parent_path();
    return parent.empty() ? fs::path{"."} : parent;
}

Error file_exists(const fs::path& target) {
    return {ErrorKind::usage,
            message({"{}: Die Datei gibt es schon. Mit --overwrite wird sie ersetzt.",
                     "{}: the file exists already. With --overwrite it is replaced."},
                    {path_text(target)})};
}

Error folder_exists(const fs::path& target) {
    return {ErrorKind::usage,
            message({"{}: Den Ordner gibt es schon. Mit --overwrite wird er ersetzt.",
                     "{}: the folder exists already. With --overwrite it is replaced."},
                    {path_text(target)})};
}

void remove_stale_outputs(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> stale;
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end;
         it.increment(failed)) {
        const auto process = process_of(it->path().filename().string());
        if (process && has_ended(*process)) stale.push_back(it->path());
    }
    for (const fs::path& path : stale) remove_all_of(path);
}

SignalsHeld::SignalsHeld() noexcept {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : held_signals) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
}
SignalsHeld::~SignalsHeld() {
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

StagedOutput::StagedOutput(fs::path target, Existing existing)
    : target_{std::move(target)}, staged_{temporary_name(target_)}, existing_{existing} {
    last_in_place = false;
}

StagedOutput::~StagedOutput() {
    remove_all_of(staged_);
}

Status StagedOutput::write_as_file(std::string_view bytes, const fs::path& old) {
    std::optional<mode_t> mode;
    struct stat status {};
    constexpr mode_t permissions = 07777;
    if (::lstat(old.c_str(), &status) == 0 && S_ISREG(status.st_mode))
        mode = status.st_mode & permissions;
    NewFiles file;
    int problem = file.write(staged_, bytes, mode);
    if (problem == 0) problem = file.flush();
    if (problem != 0) return file_error(target_, problem);
    return std::monostate{};
}

Status StagedOutput::write_as_folder(std::span<const OutputFile> files) {
    std::error_code failed;
    kind_ = Kind::folder;
    if (!fs::create_directory(staged_, failed)) return file_error(target_, failed.value());
    if (const auto old = fs::status(target_, failed); fs::is_directory(old))
        fs::permissions(staged_, old.permissions() | fs::perms::owner_all, failed);
    failed.clear();
    std::set<fs::path> folders{staged_};
    NewFiles written;
    for (const OutputFile& file : files) {
        const fs::path path = staged_ / file.name;
        if (folders.insert(path.parent_path()).second)
            fs::create_directories(path.parent_path(), failed);
        if (failed) return file_error(target_ / file.name, failed.value());
        if (const int problem = written.write(path, file.bytes, std::nullopt))
            return file_error(target_ / file.name, problem);
    }
    if (const int problem = written.flush()) return file_error(target_, problem);
    for (const fs::path& folder : folders) flush_folder(folder);
    return std::monostate{};
}

Status StagedOutput::put_in_place() {
    if (!last_in_place && waiting_signal() != 0)
        return Error{ErrorKind::input_output,
                     message({"{}: abgebrochen.", "{}: interrupted."}, {path_text(target_)})};
    const int problem = existing_ == Existing::keep ? take_free_target() : replace_target();
    if (problem == EEXIST)
        return kind_ == Kind::folder ? folder_exists(target_) : file_exists(target_);
    if (problem != 0) return file_error(target_, problem);
    last_in_place = more_follow == 0;
    flush_folder(parent_folder(target_));
    return std::monostate{};
}

/// A folder may take the place of an empty one.
int StagedOutput::take_free_target() const {
    if (kind_ == Kind::file) return take_free_name(staged_, target_);
    if (::rename(staged_.c_str(), target_.c_str()) == 0) return 0;
    return errno == ENOTEMPTY ? EEXIST : errno;
}

int StagedOutput::replace_target() const {
    if (::rename(staged_.c_str(), target_.c_str()) == 0) return 0;
    if (errno != ENOTEMPTY && errno != EEXIST) return errno;
    return swap_folders(staged_, target_);
}

void StagedOutput::take_back() {
    if (existing_ == Existing::keep) ::unlink(target_.c_str());
}

int waiting_signal() noexcept {
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    for (const int signal : held_signals) {
        struct sigaction action {};
        sigaction(signal, nullptr, &action);  // what nohup ignores waits too while it is held
        if (sigismember(&waiting, signal) == 1 && action.sa_handler != SIG_IGN) return signal;
    }
    return 0;
}

bool last_output_is_in_place() noexcept {
    return last_in_place;
}

MoreOutputsFollow::MoreOutputsFollow() noexcept {
    ++more_follow;
}
MoreOutputsFollow::~MoreOutputsFollow() {
    --more_follow;
}

}  // namespace lotse::io

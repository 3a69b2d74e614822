#include "staged_output.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/io/last_output.hpp>

#include "text_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <random>
#include <set>
#include <system_error>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".lotse-";
constexpr std::string_view ending = ".tmp";
constexpr std::array held_signals{SIGINT, SIGTERM, SIGHUP};

constexpr mode_t as_umask_allows = 0666;

std::atomic<bool> last_in_place = false;
std::atomic<int> more_follow = 0;
static_assert(std::atomic<bool>::is_always_lock_free, "read by signal handlers");

constexpr std::size_t digits = 16;  // of the random part

/// A name that no other run gives, on whatever machine it writes to the same folder.
fs::path temporary_name(const fs::path& target) {
    static std::random_device chance;
    static_assert(sizeof(std::random_device::result_type) == 4);
    constexpr std::size_t kept = 100;  // bytes of the name: file names end at 255
    std::string random;
    for (std::size_t i = 0; i < digits; i += 8)
        for (unsigned bits = chance(), j = 0; j < 8; ++j, bits >>= 4)
            random += "0123456789abcdef"[bits & 0xf];
    const std::string name = target.filename().string();
    return parent_folder(target) / ('.' + std::string{unicode::prefix(name, kept)} +
                                    std::string{mark} + random + std::string{ending});
}

bool is_temporary_name(std::string_view name) {
    const std::size_t length = mark.size() + digits + ending.size();
    if (!name.starts_with('.') || !name.ends_with(ending) || name.size() < 1 + length) return false;
    name.remove_prefix(name.size() - length);
    return name.starts_with(mark) &&
           std::ranges::all_of(name.substr(mark.size(), digits), ascii::is_hex_digit);
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

/// Removes what nobody is at work on. Whoever stages something holds a lock on it, which ends with
/// its process, however that ends. Where there are no locks, as on some file systems of a network,
/// what nothing was done with for a day is nobody's.
void remove_if_abandoned(const fs::path& staged) {
    const OpenFile file{::open(staged.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    bool abandoned = file && ::flock(*file, LOCK_EX | LOCK_NB) == 0;
    if (!abandoned && file && errno == EWOULDBLOCK) return;
    struct stat status {};
    constexpr std::time_t day = 24 * 60 * 60;
    if (!abandoned && ::lstat(staged.c_str(), &status) == 0)
        abandoned = std::time(nullptr) - status.st_mtime > day;
    if (abandoned) remove_all_of(staged);  // still locked: who just made it takes another name
}

/// Locks what was just made; false: another run found it before it was locked.
bool lock_new(const OpenFile& file, const fs::path& path) {
    const bool others = ::flock(*file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !others && ::access(path.c_str(), F_OK) == 0;
}

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count == 0) return EIO;
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
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

    /// 0 or the number of the error.
    int write(const fs::path& path, std::string_view bytes) {
        constexpr std::size_t most_open = 100;
        if (open_.size() == most_open)
            if (const int problem = flush()) return problem;
        int file = create(path);
        if (file < 0 && (errno == EMFILE || errno == ENFILE) && !open_.empty()) {
            if (const int problem = flush()) return problem;  // fewer may be open here (ulimit -n)
            file = create(path);
        }
        if (file < 0) return errno;
        open_.push_back(file);
        return write_all(file, bytes);
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
    static int create(const fs::path& path) {
        return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      as_umask_allows);
    }

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
    const OpenFile held{::open(target.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (held) ::flock(*held, LOCK_EX | LOCK_NB);  // no other run shall take it for abandoned
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
    std::vector<fs::path> staged;
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end; it.increment(failed))
        if (is_temporary_name(it->path().filename().string())) staged.push_back(it->path());
    for (const fs::path& path : staged) remove_if_abandoned(path);
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
    : target_{std::move(target)}, existing_{existing} {
    last_in_place = false;
}

StagedOutput::~StagedOutput() {
    if (!staged_.empty()) remove_all_of(staged_);
}

int StagedOutput::create(mode_t mode) {
    constexpr int attempts = 20;
    for (int i = 0; i < attempts; ++i) {
        const fs::path path = temporary_name(target_);
        int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
        if (kind_ == Kind::file)
            flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        else if (::mkdir(path.c_str(), mode) != 0)
            return errno;
        held_.take(::open(path.c_str(), flags, mode));
        const int problem = held_ ? 0 : errno;
        if (problem == ENOENT && kind_ == Kind::folder) continue;  // another run cleared it away
        if (problem == 0 || kind_ == Kind::folder) staged_ = path;
        if (problem != 0) return problem;
        if (lock_new(held_, staged_)) return 0;
    }
    return EBUSY;
}

/// Who may read it is never wider than the old file's mode.
Status StagedOutput::write_as_file(std::string_view bytes, const fs::path& old) {
    constexpr mode_t permissions = 07777;
    constexpr mode_t own = 0600;
    struct stat status {};
    const bool replaces = ::lstat(old.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    int problem = create(replaces ? own : as_umask_allows);
    if (problem == 0) problem = write_all(*held_, bytes);
    if (problem == 0 && replaces && ::fchmod(*held_, status.st_mode & permissions) != 0)
        problem = errno;
    if (problem == 0 && ::fsync(*held_) != 0) problem = errno;
    // What only closing tells is asked of a copy: the lock is held until the file is in its place.
    if (problem == 0 && ::close(::fcntl(*held_, F_DUPFD_CLOEXEC, 0)) != 0) problem = errno;
    if (problem != 0) return file_error(target_, problem);
    return std::monostate{};
}

Status StagedOutput::write_as_folder(std::span<const OutputFile> files) {
    kind_ = Kind::folder;
    constexpr mode_t folder_as_umask_allows = 0777;
    if (const int problem = create(folder_as_umask_allows)) return file_error(target_, problem);
    std::error_code failed;
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
        if (const int problem = written.write(path, file.bytes))
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

/// A temporary file or folder beside the target that takes the target's place when it is complete.
#ifndef LOTSE_IO_STAGED_OUTPUT_HPP
#define LOTSE_IO_STAGED_OUTPUT_HPP

#include <lotse/io/atomic_file.hpp>

#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

namespace lotse::io {

/// The folder a target lies in; "." for a bare name.
std::filesystem::path parent_folder(const std::filesystem::path& target);

/// The target is there and may not be replaced.
/// @{
Error file_exists(const std::filesystem::path& target);
Error folder_exists(const std::filesystem::path& target);
/// @}

/// Removes what killed runs left in this folder: `.<name>.lotse-<random>.tmp` that nobody holds a
/// lock on.
void remove_stale_outputs(const std::filesystem::path& folder);

/// SIGINT, SIGTERM and SIGHUP wait until the output is in place (or given up). One that waits
/// before the first output takes its place makes put_in_place fail: what was there stays. One that
/// comes later finds last_output_is_in_place().
class SignalsHeld {
public:
    SignalsHeld() noexcept;
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_{};
};

/// A file descriptor that closes itself.
class OpenFile {
public:
    explicit OpenFile(int number = -1) : number_{number} {}
    ~OpenFile() { take(-1); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int operator*() const noexcept { return number_; }
    explicit operator bool() const noexcept { return number_ >= 0; }
    void take(int number) noexcept {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }

private:
    int number_;
};

/// Removes what it staged unless put_in_place succeeded.
class StagedOutput {
public:
    StagedOutput(std::filesystem::path target, Existing existing);
    ~StagedOutput();
    StagedOutput(const StagedOutput&) = delete;
    StagedOutput& operator=(const StagedOutput&) = delete;

    /// Once something was written.
    const std::filesystem::path& path() const noexcept { return staged_; }
    /// An old file's permissions are kept.
    Status write_as_file(std::string_view bytes, const std::filesystem::path& old);
    Status write_as_folder(std::span<const OutputFile> files);
    /// Renames, then flushes the folder. An old folder is swapped out in one step and removed. What
    /// another run has put there since the target was checked is not replaced unless
    /// Existing::overwrite allows that. Errors: usage (it is there), input_output.
    Status put_in_place();
    /// Removes a new file again, as another output of the same run found no place.
    void take_back();

private:
    /// Makes the file or folder, under a name of its own and locked. 0 or the number of the error.
    int create(mode_t mode);
    int replace_target() const;
    int take_free_target() const;

    std::filesystem::path target_;
    std::filesystem::path staged_;
    OpenFile held_;  ///< its lock tells other runs that somebody is at work
    Existing existing_;
    enum class Kind { file, folder } kind_ = Kind::file;
};

}  // namespace lotse::io

#endif

/// The line on standard error that says what takes long.
#ifndef LOTSE_DRIVER_PROGRESS_HPP
#define LOTSE_DRIVER_PROGRESS_HPP

#include "command.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace lotse::driver {

/// After a second and then every second: what is being done, and for how long. The line overwrites
/// itself, keeps to the width of the terminal, and is gone at the end. As other programs do (git,
/// Mercurial, npm), it is for a person who waits: nothing unless standard error is a terminal that
/// can erase a line, nothing with --quiet or --no-progress.
class Progress {
public:
    /// `title` is what the command does as a whole.
    Progress(const Call& call, Message title);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// What is being done now; empty: the command as a whole.
    void now_doing(Message words);
    /// Erases the line and shows no more.
    void end();

private:
    void run(const std::stop_token& stop);
    void show(std::chrono::seconds elapsed);

    Language language_;
    Message title_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    Message words_;
    std::jthread thread_;  ///< last: ends before what it uses
};

/// For the progress of the command that runs, if it shows any: a process has one standard error.
void now_doing(Message words);
void end_progress();

/// Erases the line if it is there; for whatever else writes to the terminal. Safe in the handler of
/// a signal.
void erase_progress_line() noexcept;

/// Erases the line, and no other is written any more, by whatever thread. Safe in the handler of a
/// signal; returns within 0.1 s.
void silence_progress() noexcept;

}  // namespace lotse::driver

#endif

/// A share of the work in a process of its own, which shares nothing but what it was given.
#ifndef LOTSE_DRIVER_WORKER_PROCESS_HPP
#define LOTSE_DRIVER_WORKER_PROCESS_HPP

#include <lotse/base/function_ref.hpp>
#include <lotse/base/result.hpp>

#include <optional>

#include <sys/types.h>

namespace lotse::driver {

/// Ends with the process that started it, at the latest when this object goes, and when a signal
/// reaches it.
class WorkerProcess {
public:
    /// Starts it; the caller must have no other thread.
    explicit WorkerProcess(FunctionRef<Status()> task);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// false: no process was to be had.
    bool started() const noexcept { return process_ > 0; }
    /// What the task said, or how else the process came to its end; nullopt: it is at work.
    std::optional<Status> ended();

private:
    [[noreturn]] void work(FunctionRef<Status()> task, pid_t parent) const noexcept;
    std::optional<Error> said() const;

    pid_t process_ = 0;
    int words_ = -1;  ///< file in memory for the error of the task
};

}  // namespace lotse::driver

#endif

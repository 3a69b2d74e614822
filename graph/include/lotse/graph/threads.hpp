/// Work in numbered blocks on several threads, with the same result for any number of threads.
///
/// A signal ends the whole process, and no output is half-written then: kernels ask for no stop.
#ifndef LOTSE_GRAPH_THREADS_HPP
#define LOTSE_GRAPH_THREADS_HPP

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>

namespace lotse::graph {

/// How many threads a kernel may use, the caller's included. 0 counts as 1.
struct Threads {
    std::size_t count = 1;
};

/// The numbers 0 .. count-1, handed out in order to the threads of a team.
class Blocks {
public:
    explicit Blocks(std::size_t count) : count_{count} {}

    /// The next number that nobody has; false: there is none, or the team gave up.
    bool take(std::size_t& block) {
        block = next_.fetch_add(1, std::memory_order_relaxed);
        return block < count_ && !given_up_.load(std::memory_order_relaxed);
    }

    /// Calls `work()` when this was called for all smaller numbers, so that sums are added in one
    /// order. Every number taken must come here, in the order a thread took them.
    template <class Work>
    void in_turn(std::size_t block, const Work& work) {
        std::unique_lock lock{mutex_};
        turn_came_.wait(lock, [&] { return turn_ == block || given_up_; });
        if (given_up_) return;
        work();
        ++turn_;
        turn_came_.notify_all();
    }

    void give_up();

private:
    std::size_t count_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> given_up_{false};
    std::mutex mutex_;
    std::condition_variable turn_came_;
    std::size_t turn_ = 0;
};

/// Runs `member(blocks)` on up to `threads` threads, never more than there are blocks; each takes
/// blocks until none is left. Where the system gives no more threads, fewer do the work. What a
/// member throws is thrown here once all have ended.
void run_team(Threads threads, std::size_t blocks, const std::function<void(Blocks&)>& member);

/// Calls `make()` once a thread for what it works with (its scratch memory), then `work(own,
/// block)` for every block. Blocks must not write to the same places.
template <class Make, class Work>
void for_each_block(Threads threads, std::size_t blocks, const Make& make, const Work& work) {
    run_team(threads, blocks, [&](Blocks& team) {
        auto own = make();
        for (std::size_t block = 0; team.take(block);) work(own, block);
    });
}

/// The same, and then `merge(own, block)`, one at a time and in the order of the blocks: sums of
/// floating-point numbers come out the same for any number of threads, as long as `work` leaves in
/// `own` what depends on its block alone.
template <class Make, class Work, class Merge>
void reduce_blocks(Threads threads, std::size_t blocks, const Make& make, const Work& work,
                   const Merge& merge) {
    run_team(threads, blocks, [&](Blocks& team) {
        auto own = make();
        for (std::size_t block = 0; team.take(block);) {
            work(own, block);
            team.in_turn(block, [&] { merge(own, block); });
        }
    });
}

}  // namespace lotse::graph

#endif

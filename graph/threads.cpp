#include <lotse/graph/threads.hpp>

#include <algorithm>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace lotse::graph {

void Blocks::give_up() {
    {
        const std::scoped_lock lock{mutex_};
        given_up_ = true;
    }
    turn_came_.notify_all();
}

void run_team(Threads threads, std::size_t blocks, const std::function<void(Blocks&)>& member) {
    if (blocks == 0) return;
    Blocks team{blocks};
    std::exception_ptr failure;
    std::mutex guard;  // of failure
    const auto run = [&] {
        try {
            member(team);
        } catch (...) {
            team.give_up();
            const std::scoped_lock lock{guard};
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t wanted = std::min(threads.count, blocks);
        try {
            while (others.size() + 1 < wanted) others.emplace_back(run);
        } catch (const std::system_error&) {  // no more threads to be had
        }
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace lotse::graph

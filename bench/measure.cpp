#include "measure.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <limits>

namespace lotse::bench {
namespace {

double cpu_now() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// What the first run gave, and how often to repeat one that takes less than a hundredth of a
/// second.
struct First {
    std::vector<double> values;
    double cpu = 0;
    double wall = 0;
    int repeat = 1;
};

First first_run(const Contender& contender) {
    constexpr double enough = 0.01;
    const double wall = wall_now();
    const double cpu = cpu_now();
    First out{contender.run()};
    out.cpu = std::max(cpu_now() - cpu, 1e-7);
    out.wall = wall_now() - wall;
    out.repeat = std::clamp(static_cast<int>(enough / out.cpu) + 1, 1, 10'000);
    return out;
}

void run_once(const Contender& contender, int repeat, Times& times) {
    const double wall = wall_now();
    const double cpu = cpu_now();
    for (int i = 0; i < repeat; ++i) contender.run();
    times.cpu.push_back((cpu_now() - cpu) / repeat);
    times.wall.push_back((wall_now() - wall) / repeat);
}

Spread ratio(const std::vector<double>& own, const std::vector<double>& peer) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < own.size(); ++i) ratios.push_back(peer[i] / own[i]);
    return spread(std::move(ratios));
}

}  // namespace

Spread spread(std::vector<double> values) {
    if (values.empty()) return {};
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return {median, values.front(), values.back()};
}

Spread Duel::cpu_ratio() const {
    return ratio(own.cpu, peer.cpu);
}

Spread Duel::wall_ratio() const {
    return ratio(own.wall, peer.wall);
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) && std::isnan(b[i])) continue;
        const double scale = std::max({1.0, std::abs(a[i]), std::abs(b[i])});
        const double difference = a[i] == b[i] ? 0 : std::abs(a[i] - b[i]) / scale;
        if (!(difference <= largest)) largest = difference;  // NaN stays
    }
    return std::isnan(largest) ? std::numeric_limits<double>::infinity() : largest;
}

Duel duel(const Contender& own, const Contender& peer, Plan plan) {
    Duel out;
    const First first_own = first_run(own);
    const First first_peer = first_run(peer);
    out.difference = largest_difference(first_own.values, first_peer.values);
    const double start = wall_now();
    constexpr double costly = 2;
    if (first_peer.cpu > costly) {  // too costly to be a mere warming up
        out.own = {{first_own.cpu}, {first_own.wall}};
        out.peer = {{first_peer.cpu}, {first_peer.wall}};
        plan.pairs -= 1;
        plan.seconds -= first_peer.wall + first_own.wall;
    }
    for (int pair = 0; pair < plan.pairs &&
                       ((pair == 0 && out.own.cpu.empty()) || wall_now() - start < plan.seconds);
         ++pair) {
        run_once(own, first_own.repeat, out.own);
        run_once(peer, first_peer.repeat, out.peer);
    }
    return out;
}

Times time_alone(const Contender& own, Plan plan) {
    Times out;
    const int repeat = first_run(own).repeat;
    for (int i = 0; i < plan.pairs; ++i) run_once(own, repeat, out);
    return out;
}

}  // namespace lotse::bench

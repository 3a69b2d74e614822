/// Two ways to compute the same, in turn (A B A B ...), so that the drift of a shared machine falls
/// on both alike: the ratio of a pair counts, not the seconds.
///
/// Google Benchmark runs one benchmark after the other, or all of them in random order, and knows
/// no ratio of neighbours; so this is our own.
#ifndef LOTSE_BENCH_MEASURE_HPP
#define LOTSE_BENCH_MEASURE_HPP

#include <functional>
#include <string>
#include <vector>

namespace lotse::bench {

/// One way to compute something; its values are compared before anything is timed.
struct Contender {
    std::string name;
    std::function<std::vector<double>()> run;
};

/// Seconds of one run.
struct Times {
    std::vector<double> cpu;
    std::vector<double> wall;
};

struct Spread {
    double median = 0;
    double min = 0;
    double max = 0;
};
Spread spread(std::vector<double> values);

struct Duel {
    double difference = 0;  ///< largest relative one between the values
    Times own;
    Times peer;

    /// How many times as long the peer takes, pair by pair.
    Spread cpu_ratio() const;
    Spread wall_ratio() const;
};

struct Plan {
    int pairs = 5;
    double seconds = 20;  ///< no further pair is begun after these
};

/// Relative to the larger of 1 and the values; infinite if they differ in number, or one is NaN.
double largest_difference(const std::vector<double>& a, const std::vector<double>& b);

/// A short run is repeated until the clock can tell.
Duel duel(const Contender& own, const Contender& peer, Plan plan);

/// The own times alone.
Times time_alone(const Contender& own, Plan plan);

}  // namespace lotse::bench

#endif

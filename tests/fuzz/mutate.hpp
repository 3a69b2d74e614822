/// Changes inputs at random, always in the same way: bytes, pieces, and parts of other inputs.
#ifndef LOTSE_TESTS_FUZZ_MUTATE_HPP
#define LOTSE_TESTS_FUZZ_MUTATE_HPP

#include <random>
#include <string>
#include <vector>

namespace lotse::fuzz {

class Mutation {
public:
    /// One of the seeds with one to eight changes. There is at least one seed.
    std::string of(const std::vector<std::string>& seeds);

private:
    void change(std::string& bytes, const std::vector<std::string>& seeds);
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    std::mt19937_64 random_{20191128};
};

}  // namespace lotse::fuzz

#endif

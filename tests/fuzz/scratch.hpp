/// A folder for targets that read files, emptied before each run.
#ifndef LOTSE_TESTS_FUZZ_SCRATCH_HPP
#define LOTSE_TESTS_FUZZ_SCRATCH_HPP

#include "target.hpp"

#include <filesystem>

namespace lotse::fuzz {

/// One a process, removed at its end. In memory where there is such a place.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// The folder with these files alone; names that are no plain file names are left out.
    const std::filesystem::path& holding(const Parts& parts);

private:
    std::filesystem::path path_;
};

}  // namespace lotse::fuzz

#endif

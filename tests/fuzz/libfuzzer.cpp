// All targets in one program for libFuzzer; LOTSE_FUZZ_TARGET names the one to run.
#include "target.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const lotse::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("LOTSE_FUZZ_TARGET");
    for (const auto& target : lotse::fuzz::targets())
        if (name != nullptr && target.name == name) chosen = &target;
    if (chosen != nullptr) return 0;
    std::fputs("LOTSE_FUZZ_TARGET names one of:", stderr);
    for (const auto& target : lotse::fuzz::targets())
        std::fprintf(stderr, " %.*s", static_cast<int>(target.name.size()), target.name.data());
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}

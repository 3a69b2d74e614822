// Runs every target on the files kept for it: what fuzzing once found stays found. With --mutate,
// then on changed copies of them as well: fuzzing without feedback, for any compiler.
//
// usage: fuzz_replay [--mutate SECONDS] [--only TARGET] FOLDER...     FOLDER/TARGET/FILE
#include "mutate.hpp"
#include "target.hpp"

#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using namespace lotse::fuzz;

namespace {

struct Call {
    int seconds = 0;
    std::string_view only;
    std::vector<fs::path> folders;
};

Call parse(int count, char** arguments) {
    Call call;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--mutate" && i + 1 < count) {
            const char* text = arguments[++i];
            std::from_chars(text, text + std::strlen(text), call.seconds);
        } else if (word == "--only" && i + 1 < count) {
            call.only = arguments[++i];
        } else {
            call.folders.emplace_back(word);
        }
    }
    return call;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string_view current;  ///< what the target is looking at

/// Keeps the input that ended or hung the program.
extern "C" void keep_current(int signal) {
    std::FILE* file = std::fopen("fuzz_replay.input", "wb");
    if (file != nullptr) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fputs("the input is in fuzz_replay.input\n", stderr);
    }
    _exit(128 + signal);
}

void run(const Target& target, std::string_view bytes) {
    constexpr unsigned longest_run = 10;  // seconds
    current = bytes;
    alarm(longest_run);
    target.run(bytes);
    alarm(0);
}

long mutate(const Target& target, const std::vector<std::string>& seeds, int seconds) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::seconds{seconds};
    Mutation mutation;
    long runs = 0;
    for (; Clock::now() < end; ++runs) run(target, mutation.of(seeds));
    return runs;
}

}  // namespace

int main(int count, char** arguments) {
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        ::signal(signal, keep_current);
    const Call call = parse(count, arguments);
    std::size_t files = 0;
    for (const Target& target : targets()) {
        if (!call.only.empty() && target.name != call.only) continue;
        std::vector<std::string> seeds;
        for (const fs::path& folder : call.folders) {
            if (!fs::is_directory(folder / target.name)) continue;
            for (const auto& entry : fs::directory_iterator{folder / target.name}) {
                std::printf("%s\n", entry.path().c_str());
                std::fflush(stdout);
                run(target, seeds.emplace_back(bytes_of(entry.path())));
            }
        }
        files += seeds.size();
        if (seeds.empty() || call.seconds == 0) continue;
        const long runs = mutate(target, seeds, call.seconds);
        std::printf("%.*s: %ld runs in %d s\n", static_cast<int>(target.name.size()),
                    target.name.data(), runs, call.seconds);
        std::fflush(stdout);
    }
    std::printf("%zu files\n", files);
    return files > 0 ? 0 : 1;
}

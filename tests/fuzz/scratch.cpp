#include "scratch.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace lotse::fuzz {
namespace {

namespace fs = std::filesystem;

bool is_plain_name(std::string_view name) {
    constexpr std::size_t longest = 40;
    return !name.empty() && name.size() <= longest && !name.starts_with('.') &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
           });
}

}  // namespace

Scratch::Scratch() {
    const fs::path memory = "/dev/shm";
    path_ = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) /
            ("lotse-fuzz-" + std::to_string(::getpid()));
}

Scratch::~Scratch() {
    std::error_code failed;
    fs::remove_all(path_, failed);
}

const fs::path& Scratch::holding(const Parts& parts) {
    fs::remove_all(path_);
    fs::create_directory(path_);
    for (const auto& [name, bytes] : parts)
        if (is_plain_name(name)) std::ofstream{path_ / name, std::ios::binary} << bytes;
    return path_;
}

}  // namespace lotse::fuzz

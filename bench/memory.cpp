#include <lotse/io/read_network.hpp>

#include "file_peers.hpp"
#include "files.hpp"

#include <malloc.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace lotse::bench {
namespace {

std::size_t allocated() {
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// A figure of /proc/self/status in bytes. getrusage would also tell of the process before exec.
std::size_t status(std::string_view name) {
    std::ifstream in{"/proc/self/status"};
    for (std::string word; in >> word;) {
        if (word != name) continue;
        std::size_t kilobytes = 0;
        in >> kilobytes;
        return kilobytes << 10U;
    }
    throw std::runtime_error{"no /proc/self/status"};
}

std::shared_ptr<const void> by_lotse(const std::filesystem::path& file) {
    io::Limits limits;
    limits.file_mb = 1024;
    auto built = io::read_network(file, limits);
    if (!built) throw std::runtime_error{built.error().message.en};
    if (built->has_errors()) throw std::runtime_error{file.string() + " has errors"};
    return std::make_shared<const BuildResult>(*std::move(built));
}

std::string text_of(const std::filesystem::path& file) {
    std::string text(std::filesystem::file_size(file), '\0');
    std::ifstream{file, std::ios::binary}.read(text.data(),
                                               static_cast<std::streamsize>(text.size()));
    return text;
}

std::shared_ptr<const void> read(std::string_view way, const std::filesystem::path& file) {
    if (way == "lotse") return by_lotse(file);
    if (way == "nlohmann/json") return json_tree(text_of(file));
    if (way == "igraph") return std::make_shared<const IgraphFile>(text_of(file));
    throw std::runtime_error{std::string{way} + " reads nothing here"};
}

}  // namespace

Peak reading_peak(std::string_view way, const std::filesystem::path& file) {
    const std::size_t resident = status("VmRSS:");
    const std::size_t before = allocated();
    const auto kept = read(way, file);
    return {std::filesystem::file_size(file), allocated() - before, status("VmHWM:") - resident};
}

}  // namespace lotse::bench

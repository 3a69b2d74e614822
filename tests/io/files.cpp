#include "files.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace lotse;

TestFolder::TestFolder(std::string_view name) {
    static int count = 0;
    above_ = fs::temp_directory_path() /
             ("lotse-io-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    path_ = above_ / name;
    fs::create_directories(path_);
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    fs::remove_all(above_, ignored);
}

const TestFolder& TestFolder::write(std::string_view file, std::string_view bytes) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream{path_ / file, std::ios::binary} << bytes;
    return *this;
}

std::string bytes_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream{file, std::ios::binary}.rdbuf();
    return out.str();
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder})
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

namespace {

BuildResult read(const fs::path& path, const io::Limits& limits) {
    auto result = io::read_network(path, limits);
    if (!result) FAIL(result.error().message.en);
    return *std::move(result);
}

}  // namespace

BuildResult read_folder(Files files, const io::Limits& limits) {
    const TestFolder folder;
    for (const auto& [name, bytes] : files) folder.write(name, bytes);
    return read(folder.path(), limits);
}

BuildResult read_json(std::string_view text, const io::Limits& limits) {
    const TestFolder folder;
    folder.write("netz.json", text);
    return read(folder / "netz.json", limits);
}

std::vector<std::string> found(const BuildResult& result) {
    std::vector<std::string> out;
    for (const Issue& issue : result.issues)
        if (issue.code != "no-actors")
            out.push_back(to_string(issue.where) + " " + std::string{issue.code});
    return out;
}

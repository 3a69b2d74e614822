/// Folders that go away after a test, and networks read from texts.
#ifndef LOTSE_TESTS_IO_FILES_HPP
#define LOTSE_TESTS_IO_FILES_HPP

#include <lotse/io/read_network.hpp>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An empty folder of its own, called `name`; removed at the end.
class TestFolder {
public:
    explicit TestFolder(std::string_view name = "netz");
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(std::string_view file) const { return path_ / file; }
    const TestFolder& write(std::string_view file, std::string_view bytes) const;

private:
    std::filesystem::path above_;
    std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& file);

/// Names of everything in a folder, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);

using Files = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// A folder "netz" with these files, read; it must be readable as such.
lotse::BuildResult read_folder(Files files, const lotse::io::Limits& limits = {});
/// The file netz.json with this text, read; it must be readable as such.
lotse::BuildResult read_json(std::string_view text, const lotse::io::Limits& limits = {});

/// "actors.csv:2:3 unknown-code" for every issue but the remark that a network has no actors.
std::vector<std::string> found(const lotse::BuildResult& result);

#endif

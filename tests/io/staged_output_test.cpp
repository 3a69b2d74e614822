#include "files.hpp"

#include <lotse/io/atomic_file.hpp>
#include <lotse/io/manifest.hpp>

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lotse;
using io::Existing;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

namespace {

const io::OutputRules overwrite{Existing::overwrite, {}};

std::vector<io::OutputFile> report_files(const std::string& page) {
    std::vector<io::OutputFile> files{{"index.html", page}};
    files.push_back(io::manifest_file({"report", {"Netz", "0", 2, 1, true}, {}}, files));
    return files;
}

}  // namespace

TEST_CASE("only leftovers of ended runs are removed") {
    const TestFolder folder;
    const std::string running = ".b.txt.lotse-0123456789abcdef.tmp";
    const Names kept{".lotse-0123456789abcdef.txt", ".x.lotse-2024.tmp", "b.lotse-00.tmp"};
    for (const std::string& name : kept) folder.write(name, "");
    folder.write(running, "").write(".a.txt.lotse-00000000000000ff.tmp", "");
    folder.write(".report.lotse-fedcba9876543210.tmp/index.html", "");
    const int held = ::open((folder / running).c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(::flock(held, LOCK_EX) == 0);  // whose number may be that of another in a container
    REQUIRE(io::write_file(folder / "a.txt", "x", {}));
    CHECK(names_in(folder.path()) == Names{running, kept[0], kept[1], "a.txt", kept[2]});
    ::close(held);
    REQUIRE(io::write_file(folder / "a.txt", "y", overwrite));
    CHECK(names_in(folder.path()) == Names{kept[0], kept[1], "a.txt", kept[2]});
}

TEST_CASE("runs beside each other leave each other's unfinished outputs alone") {
    const TestFolder folder;
    const auto write_beside = [&](const fs::path& staged) -> Status {
        const pid_t other = ::fork();
        if (other == 0) ::_exit(io::write_file(folder / "b.txt", "x", {}) ? 0 : 1);
        int status = 0;
        ::waitpid(other, &status, 0);
        CHECK(status == 0);
        REQUIRE(fs::exists(staged));
        REQUIRE(io::write_folder(folder / "c", report_files("daneben"), {}));  // this process too
        REQUIRE(fs::exists(staged));
        for (const io::OutputFile& file : report_files("ganz"))
            REQUIRE(io::write_file(staged / file.name, file.bytes, {}));
        return std::monostate{};
    };
    REQUIRE(io::write_folder_in_pieces(folder / "a", {}, write_beside));
    CHECK(names_in(folder.path()) == Names{"a", "b.txt", "c"});
}

TEST_CASE("a file put into a folder while its successor is written is not lost") {
    const TestFolder folder;
    REQUIRE(io::write_folder(folder / "bericht", report_files("alt"), {}));
    const auto fill = [&](const fs::path& staged) -> Status {
        folder.write("bericht/notizen.txt", "wichtig");
        return io::write_file(staged / "index.html", "neu", {});
    };
    const auto written = io::write_folder_in_pieces(folder / "bericht", overwrite, fill);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::usage);
    CHECK(bytes_of(folder / "bericht/notizen.txt") == "wichtig");
    CHECK(bytes_of(folder / "bericht/index.html") == "alt");
    CHECK(names_in(folder.path()) == Names{"bericht"});
}

TEST_CASE("a folder of many files is written where few may be open") {
    const TestFolder folder;
    std::vector<io::OutputFile> files;
    for (int i = 0; i < 80; ++i) files.push_back({"f" + std::to_string(i), "x"});
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit few{32, 32};
        ::setrlimit(RLIMIT_NOFILE, &few);
        ::_exit(io::write_folder(folder / "neu", files, {}) ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(names_in(folder / "neu").size() == files.size());
}

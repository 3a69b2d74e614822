#include "files.hpp"

#include <lotse/io/atomic_file.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/manifest.hpp>

#include <networks.hpp>

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>

using namespace lotse;
using io::Existing;
using io::OutputRules;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

namespace {

ErrorKind kind(const Status& status) {
    REQUIRE_FALSE(status);
    CHECK_FALSE(status.error().message.de.empty());
    return status.error().kind;
}

const OutputRules overwrite{Existing::overwrite, {}};

std::vector<io::OutputFile> report_files(const std::string& page) {
    std::vector<io::OutputFile> files{{"index.html", page}, {"ergebnisse/reach.json", "{}"}};
    files.push_back(io::manifest_file({"report", {"Netz", "0", 2, 1, true}, {}}, files));
    return files;
}

}  // namespace

TEST_CASE("a file is written in full and nothing else is left") {
    const TestFolder folder;
    REQUIRE(io::write_file(folder / "a.txt", "eins\n", {}));
    CHECK(bytes_of(folder / "a.txt") == "eins\n");
    CHECK(names_in(folder.path()) == Names{"a.txt"});
    REQUIRE(io::write_file(folder / "leer", "", {}));
    CHECK(fs::file_size(folder / "leer") == 0);
    const std::string long_name(200, 'x');
    REQUIRE(io::write_file(folder / long_name, "y", {}));
}

TEST_CASE("of several files none is in its place before all are written") {
    const TestFolder folder;
    folder.write("a.txt", "alt");
    const auto write = [&](const fs::path& first, const fs::path& second) {
        return io::write_files(std::array{io::TargetFile{first, "1"}, io::TargetFile{second, "2"}},
                               overwrite);
    };
    REQUIRE(write(folder / "b.txt", folder / "c.txt"));
    CHECK(bytes_of(folder / "b.txt") == "1");
    CHECK(bytes_of(folder / "c.txt") == "2");
    CHECK(kind(write(folder / "a.txt", folder / "nowhere" / "d.txt")) == ErrorKind::input_output);
    CHECK(kind(write(folder / "a.txt", folder.path())) == ErrorKind::input_output);
    CHECK(kind(write(folder / "a.txt", folder / "." / "a.txt")) == ErrorKind::usage);
    CHECK(kind(write(folder / "neu.txt", folder / "neu.txt")) == ErrorKind::usage);
    CHECK(bytes_of(folder / "a.txt") == "alt");
    CHECK(names_in(folder.path()) == Names{"a.txt", "b.txt", "c.txt"});
}

TEST_CASE("an existing file is replaced only when that is allowed") {
    const TestFolder folder;
    folder.write("a.txt", "alt");
    CHECK(kind(io::write_file(folder / "a.txt", "neu", {})) == ErrorKind::usage);
    CHECK(bytes_of(folder / "a.txt") == "alt");
    fs::permissions(folder / "a.txt", fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(io::write_file(folder / "a.txt", "neu", overwrite));
    CHECK(bytes_of(folder / "a.txt") == "neu");
    CHECK(fs::status(folder / "a.txt").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(names_in(folder.path()) == Names{"a.txt"});
}

TEST_CASE("a folder that is replaced keeps who may look into it") {
    const TestFolder folder;
    REQUIRE(io::write_folder(folder / "bericht", report_files("alt"), {}));
    fs::permissions(folder / "bericht", fs::perms::owner_all);
    REQUIRE(io::write_folder(folder / "bericht", report_files("neu"), overwrite));
    CHECK(bytes_of(folder / "bericht" / "index.html") == "neu");
    CHECK(fs::status(folder / "bericht").permissions() == fs::perms::owner_all);
}

TEST_CASE("an input is never written over, under whatever name") {
    const TestFolder folder;
    folder.write("netz/actors.csv", "alt").write("netz.json", "alt");
    fs::create_symlink("netz.json", folder / "link.json");
    fs::create_hard_link(folder / "netz.json", folder / "hard.json");
    const OutputRules rules{Existing::overwrite, {folder / "netz.json", folder / "netz"}};
    CHECK(kind(io::write_file(folder / "netz.json", "neu", rules)) == ErrorKind::usage);
    CHECK(kind(io::write_file(folder / "link.json", "neu", rules)) == ErrorKind::usage);
    CHECK(kind(io::write_file(folder / "hard.json", "neu", rules)) == ErrorKind::usage);
    CHECK(kind(io::write_file(folder / "netz/actors.csv", "neu", rules)) == ErrorKind::usage);
    CHECK(kind(io::write_folder(folder / "netz", {}, rules)) == ErrorKind::usage);
    CHECK(kind(io::write_folder(folder.path(), {}, rules)) == ErrorKind::usage);
    CHECK(bytes_of(folder / "netz.json") == "alt");
    CHECK(bytes_of(folder / "netz/actors.csv") == "alt");
}

TEST_CASE("a link in the output's place is replaced, not followed") {
    const TestFolder folder;
    folder.write("ziel.txt", "alt");
    fs::create_symlink("ziel.txt", folder / "link.txt");
    CHECK(kind(io::write_file(folder / "link.txt", "neu", {})) == ErrorKind::usage);
    REQUIRE(io::write_file(folder / "link.txt", "neu", overwrite));
    CHECK(bytes_of(folder / "ziel.txt") == "alt");
    CHECK(bytes_of(folder / "link.txt") == "neu");
}

TEST_CASE("a link to a device is no target, and one to standard output is not replaced") {
    const TestFolder folder;
    fs::create_symlink("/dev/null", folder / "null");
    fs::create_symlink("/proc/self/fd/1", folder / "stdout");
    fs::create_symlink("/proc/self/fd/0", folder / "stdin");
    fs::create_directory(folder / "ordner");
    fs::create_symlink("ordner", folder / "verweis");
    for (const char* name : {"null", "stdin", "verweis"}) {
        CHECK(kind(io::write_file(folder / name, "x", overwrite)) == ErrorKind::input_output);
        CHECK(fs::is_symlink(folder / name));
    }
    const int old_stdout = ::dup(STDOUT_FILENO);
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    ::dup2(pipe[1], STDOUT_FILENO);
    const bool found = io::is_standard_output(folder / "stdout");
    const auto files = std::array{io::TargetFile{folder / "stdout", "durch"},
                                  io::TargetFile{folder / "a.txt", "daneben"}};
    const auto written = io::write_files(files, {});
    ::dup2(old_stdout, STDOUT_FILENO);
    ::close(old_stdout);
    ::close(pipe[1]);
    std::array<char, 20> read{};
    const ssize_t count = ::read(pipe[0], read.data(), read.size());
    ::close(pipe[0]);
    CHECK(found);
    REQUIRE(written);
    CHECK(std::string_view{read.data(), static_cast<std::size_t>(count)} == "durch");
    CHECK(fs::is_symlink(folder / "stdout"));
    CHECK(bytes_of(folder / "a.txt") == "daneben");
}

TEST_CASE("of runs at the same time exactly one finds the name free") {
    constexpr int runs = 8;
    for (int round = 0; round < 20; ++round) {
        const TestFolder folder;
        const bool as_folder = round % 2 == 1;
        std::array<int, 2> gate{};
        REQUIRE(::pipe(gate.data()) == 0);
        std::vector<pid_t> children;
        for (int i = 0; i < runs; ++i) {
            const pid_t child = ::fork();
            REQUIRE(child >= 0);
            if (child == 0) {
                ::close(gate[1]);
                char byte = 0;
                static_cast<void>(::read(gate[0], &byte, 1));  // until all have been started
                const auto written = as_folder
                                         ? io::write_folder(folder / "a", report_files("x"), {})
                                         : io::write_file(folder / "a", std::to_string(i), {});
                ::_exit(written ? 0 : written.error().kind == ErrorKind::usage ? 2 : 1);
            }
            children.push_back(child);
        }
        ::close(gate[0]);
        ::close(gate[1]);
        std::array<int, 3> ends{};
        for (const pid_t child : children) {
            int status = 0;
            ::waitpid(child, &status, 0);
            REQUIRE(WIFEXITED(status));
            ++ends.at(static_cast<std::size_t>(WEXITSTATUS(status)));
        }
        CHECK(ends == std::array{1, 0, runs - 1});
        CHECK(names_in(folder.path()) == Names{"a"});
    }
}

TEST_CASE("the other half of a pair of tables is an input too") {
    const TestFolder folder;
    folder.write("nodes.csv", "Id,Label\na,A\n").write("edges.csv", "Source,Target\na,a\n");
    const OutputRules rules{Existing::overwrite, {folder / "nodes.csv"}};
    CHECK(kind(io::write_file(folder / "edges.csv", "x", rules)) == ErrorKind::usage);
    REQUIRE(io::write_file(folder / "andere.csv", "x", rules));
}

TEST_CASE("a report that is read-only leaves nothing behind when it is replaced") {
    const TestFolder folder;
    REQUIRE(io::write_folder(folder / "bericht", report_files("alt"), {}));
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {  // as somebody whom permissions bind
        constexpr uid_t nobody = 65534;
        fs::permissions(folder.path(), fs::perms::all);
        if (::geteuid() == 0) {
            for (const auto& entry : fs::recursive_directory_iterator{folder.path()})
                static_cast<void>(::lchown(entry.path().c_str(), nobody, nobody));
            static_cast<void>(::setuid(nobody));
        }
        const auto read_only = fs::perms::owner_read | fs::perms::owner_exec;
        fs::permissions(folder / "bericht/ergebnisse", read_only);
        fs::permissions(folder / "bericht", read_only);
        ::_exit(io::write_folder(folder / "bericht", report_files("neu"), overwrite) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK(names_in(folder.path()) == Names{"bericht"});
    CHECK(bytes_of(folder / "bericht/index.html") == "neu");
}

TEST_CASE("places that cannot hold the output are named") {
    const TestFolder folder;
    folder.write("datei", "x");
    fs::create_directory(folder / "ordner");
    CHECK(kind(io::write_file(folder / "fehlt/a.txt", "x", {})) == ErrorKind::input_output);
    CHECK(kind(io::write_file(folder / "datei/a.txt", "x", {})) == ErrorKind::input_output);
    CHECK(kind(io::write_file(folder / "ordner", "x", overwrite)) == ErrorKind::input_output);
    CHECK(kind(io::write_file("/dev/full", "x", overwrite)) == ErrorKind::input_output);
    CHECK(kind(io::write_folder(folder / "datei", {}, overwrite)) == ErrorKind::input_output);
    CHECK(kind(io::write_folder(folder / "fehlt/neu", {}, {})) == ErrorKind::input_output);
    CHECK(names_in(folder.path()) == Names{"datei", "ordner"});
    if (::geteuid() != 0) {  // root may write anywhere
        fs::permissions(folder / "ordner", fs::perms::owner_read | fs::perms::owner_exec);
        CHECK(kind(io::write_file(folder / "ordner/a", "x", {})) == ErrorKind::input_output);
    }
}

TEST_CASE("a disk that fills up leaves the old file as it was") {
    const TestFolder folder;
    folder.write("a.txt", "alt");
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {  // a limit on the size of files stands in for the end of the disk
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto file = io::write_file(folder / "a.txt", std::string(100'000, 'x'), overwrite);
        const std::vector<io::OutputFile> files{{"klein", "x"}, {"gross", std::string(5000, 'y')}};
        const auto made = io::write_folder(folder / "neu", files, {});
        const bool good = !file && file.error().kind == ErrorKind::input_output && !made &&
                          made.error().kind == ErrorKind::input_output;
        ::_exit(good ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(bytes_of(folder / "a.txt") == "alt");
    CHECK(names_in(folder.path()) == Names{"a.txt"});
}

TEST_CASE("killed at any moment, the file is the old one or the new one") {
    const TestFolder folder;
    const std::string old_text(300'000, 'a');
    const std::string new_text(300'000, 'b');
    int replaced = 0;
    for (int moment = 0; moment < 40; ++moment) {
        folder.write("a.txt", old_text);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (;;) {
                static_cast<void>(io::write_file(folder / "a.txt", new_text, overwrite));
                static_cast<void>(io::write_file(folder / "a.txt", old_text, overwrite));
            }
        }
        ::usleep(static_cast<useconds_t>(200 + moment * 137));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string now = bytes_of(folder / "a.txt");
        CHECK((now == old_text || now == new_text));
        if (now == new_text) ++replaced;
    }
    REQUIRE(io::write_file(folder / "a.txt", "fertig", overwrite));
    CHECK(names_in(folder.path()) == Names{"a.txt"});  // what the killed runs left is gone
}

TEST_CASE("a folder appears complete, with its manifest") {
    const TestFolder folder;
    REQUIRE(io::write_folder(folder / "bericht/", report_files("eins"), {}));
    CHECK(names_in(folder.path()) == Names{"bericht"});
    CHECK(names_in(folder / "bericht") == Names{"ergebnisse", "index.html", "manifest.json"});
    CHECK(bytes_of(folder / "bericht/ergebnisse/reach.json") == "{}");
    const std::string manifest = bytes_of(folder / "bericht/manifest.json");
    CHECK(manifest.find("\"ergebnisse/reach.json\": "
                        "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"") !=
          std::string::npos);
}

TEST_CASE("a folder is replaced only if it is ours and holds nothing else") {
    const TestFolder folder;
    const fs::path target = folder / "bericht";
    REQUIRE(io::write_folder(target, report_files("eins"), {}));
    CHECK(kind(io::write_folder(target, report_files("zwei"), {})) == ErrorKind::usage);
    SECTION("ours") {
        REQUIRE(io::write_folder(target, report_files("zwei"), overwrite));
        CHECK(bytes_of(target / "index.html") == "zwei");
        CHECK(names_in(folder.path()) == Names{"bericht"});
    }
    SECTION("with a file of somebody else") {
        folder.write("bericht/ergebnisse/notizen.txt", "wichtig");
        CHECK(kind(io::write_folder(target, report_files("zwei"), overwrite)) == ErrorKind::usage);
        CHECK(bytes_of(target / "index.html") == "eins");
        CHECK(bytes_of(target / "ergebnisse/notizen.txt") == "wichtig");
    }
    SECTION("with a link of somebody else to a folder") {
        fs::create_directory(folder / "andere");
        fs::create_directory_symlink("../andere", target / "notizen");
        CHECK(kind(io::write_folder(target, report_files("zwei"), overwrite)) == ErrorKind::usage);
        CHECK(fs::is_symlink(target / "notizen"));
    }
    SECTION("not ours at all") {
        fs::remove(target / "manifest.json");
        CHECK(kind(io::write_folder(target, report_files("zwei"), overwrite)) == ErrorKind::usage);
        CHECK(bytes_of(target / "index.html") == "eins");
    }
    SECTION("a manifest that lotse did not sign") {
        folder.write("bericht/manifest.json", "{\"name\": \"webapp\"}");
        CHECK(kind(io::write_folder(target, report_files("zwei"), overwrite)) == ErrorKind::usage);
    }
    SECTION("an empty folder is as good as none") {
        fs::remove_all(target);
        fs::create_directory(target);
        REQUIRE(io::write_folder(target, report_files("zwei"), {}));
        CHECK(bytes_of(target / "index.html") == "zwei");
    }
}

TEST_CASE("a network's own folder is replaced as a whole") {
    const TestFolder folder;
    TestTables tables = lettered(2, "AB");
    REQUIRE(io::export_network(*tables.network(), folder / "kopie", {}, {}));
    CHECK(fs::exists(folder / "kopie/ties.csv"));
    tables.ties.clear();
    REQUIRE(io::export_network(*tables.network(), folder / "kopie", {}, overwrite));
    CHECK(names_in(folder / "kopie") == Names{"actors.csv", "datapackage.json"});
}

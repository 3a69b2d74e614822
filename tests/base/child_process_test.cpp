#include <lotse/base/child_process.hpp>

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace lotse;

TEST_CASE("a helper is fed, heard, and its end is known") {
    const ChildOutcome echo = run_child({"/bin/cat", {}, "Netz\n", 10});
    CHECK(echo.end == ChildEnd::exited);
    CHECK(echo.exit_code == 0);
    CHECK(echo.output == "Netz\n");
    const ChildOutcome failed = run_child({"/bin/sh", {"-c", "echo warum >&2; exit 5"}, "", 10});
    CHECK(failed.exit_code == 5);
    CHECK(failed.messages == "warum\n");
    CHECK(run_child({"/bin/sh", {"-c", "kill -9 $$"}, "", 10}).exit_code == -SIGKILL);
    CHECK(run_child({"/nowhere", {}, "", 10}).end == ChildEnd::not_started);
    CHECK(run_child({"/bin/sleep", {"20"}, "", 1}).end == ChildEnd::too_late);
}

TEST_CASE("a helper whose end nobody can tell has not succeeded") {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGCHLD, SIG_IGN);
        ::_exit(run_child({"/bin/false", {}, "", 10}).exit_code != 0 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
}

#include "render_process.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace lotse;
using namespace lotse::driver;

namespace {

/// A shell script that stands in for the renderer.
class FakeRenderer {
public:
    explicit FakeRenderer(const std::string& script) {
        path_ = (std::filesystem::temp_directory_path() / "lotse-renderer-XXXXXX").string();
        close(mkstemp(path_.data()));
        std::ofstream{path_} << "#!/bin/sh\n" << script << "\n";
        chmod(path_.c_str(), 0700);
    }
    FakeRenderer(const FakeRenderer&) = delete;
    FakeRenderer& operator=(const FakeRenderer&) = delete;
    ~FakeRenderer() { unlink(path_.c_str()); }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace

TEST_CASE("the format follows from the ending") {
    CHECK(picture_format("karte.svg") == PictureFormat::svg);
    CHECK(picture_format("a/b.pdf") == PictureFormat::pdf);
    CHECK(picture_format("karte.PNG") == PictureFormat::png);
    CHECK(picture_format(".svg") == std::nullopt);
    CHECK(picture_format("svg") == std::nullopt);
}

TEST_CASE("the drawing reaches the child and its output comes back") {
    const FakeRenderer fake{"cat; echo note >&2"};
    const std::string text(300'000, 'x');  // more than a pipe holds
    const auto picture = render_with(fake.path(), text, PictureFormat::svg, {});
    REQUIRE(picture);
    CHECK(picture->bytes == text);
    CHECK(picture->warning == "note");
}

TEST_CASE("a child that fails, crashes or is missing is an error of the renderer") {
    for (const char* script : {"echo broken >&2; exit 7", "kill -SEGV $$", "exit 1"}) {
        const FakeRenderer fake{script};
        const auto picture = render_with(fake.path(), "{}", PictureFormat::pdf, {});
        REQUIRE_FALSE(picture);
        CHECK(picture.error().kind == ErrorKind::renderer);
    }
    const auto missing = render_with("/nonexistent/lotse-render", "{}", PictureFormat::pdf, {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::renderer);
}

TEST_CASE("a child that takes too long is ended") {
    const FakeRenderer fake{"echo $$ >&2; exec sleep 30"};
    RenderLimits limits;
    limits.seconds = 1;
    const auto start = std::chrono::steady_clock::now();
    const auto picture = render_with(fake.path(), "{}", PictureFormat::pdf, limits);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
    REQUIRE_FALSE(picture);
    CHECK(picture.error().message.de.find("--limit render-seconds=") != std::string::npos);
}

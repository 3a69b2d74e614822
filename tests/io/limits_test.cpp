#include <lotse/io/limits.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

namespace {

Result<io::Limits> parsed(const std::vector<std::string>& settings) {
    return io::parse_limits(settings);
}

}  // namespace

TEST_CASE("limits have the documented defaults and can be set by name") {
    const auto limits = parsed({"file-mb=200", "depth=10", "file-mb=100"});
    REQUIRE(limits);
    CHECK(limits->file_mb == 100);
    CHECK(limits->depth == 10);
    CHECK(limits->actors == 100'000);
    CHECK(limits->ties == 1'000'000);
    CHECK(limits->columns == 500);
    CHECK(limits->field_kb == 64);
}

TEST_CASE("a limit that does not exist, or no number, is wrong usage") {
    const std::string setting =
        GENERATE("gibtsnicht=1", "depth", "depth=", "depth=zehn", "depth=0", "depth=-1",
                 "depth=1e3", "depth=99999999999999999999", "=5", "");
    CAPTURE(setting);
    const auto limits = parsed({setting});
    REQUIRE_FALSE(limits);
    CHECK(limits.error().kind == ErrorKind::usage);
}

TEST_CASE("an unknown limit is named together with the known ones") {
    const auto limits = parsed({"gibtsnicht=1"});
    CHECK(limits.error().message.de.find("gibtsnicht") != std::string::npos);
    CHECK(limits.error().message.de.find("workbook-ratio") != std::string::npos);
}

#include <lotse/analysis/analysis.hpp>
#include <lotse/base/unicode.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("the title of every analysis fits the name of a sheet of a workbook") {
    constexpr std::size_t longest_sheet_name = 31;  // Excel
    for (const auto& entry : analysis::catalogue()) {
        INFO(entry.info.id);
        CHECK(unicode::length(entry.info.title.de) <= longest_sheet_name);
        CHECK(unicode::length(entry.info.title.en) <= longest_sheet_name);
    }
}

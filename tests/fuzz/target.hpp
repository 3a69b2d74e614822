/// Fuzz targets: each takes any bytes and ends the program if something that always holds does not.
#ifndef LOTSE_TESTS_FUZZ_TARGET_HPP
#define LOTSE_TESTS_FUZZ_TARGET_HPP

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::fuzz {

struct Target {
    std::string_view name;  ///< of its file here, and of the folder of its regressions
    void (*run)(std::string_view bytes);
};
/// All of them.
std::span<const Target> targets();

/// Says what does not hold, and aborts.
[[noreturn]] void fail(std::string_view what);

/// Bytes as named files: "=== NAME" on a line of its own begins one. What stands before the first
/// such line is called `first`.
using Parts = std::vector<std::pair<std::string, std::string>>;
Parts parts_of(std::string_view bytes, std::string_view first);

void csv(std::string_view bytes);
void json(std::string_view bytes);
void hsds(std::string_view bytes);
void hsds_folder(std::string_view bytes);
void gexf(std::string_view bytes);
void graphml(std::string_view bytes);
void gml(std::string_view bytes);
void pajek(std::string_view bytes);
void workbook(std::string_view bytes);
void workbook_parts(std::string_view bytes);
void directory(std::string_view bytes);
void boundaries(std::string_view bytes);
void analyses(std::string_view bytes);
void labels(std::string_view bytes);
void round_trip(std::string_view bytes);
void command_line(std::string_view bytes);

}  // namespace lotse::fuzz

#endif

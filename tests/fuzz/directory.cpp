#include "checks.hpp"
#include "scratch.hpp"

#include <lotse/io/flat_directory.hpp>

#include <fstream>

/// The map is the part map.csv, or the one that is proposed.
void lotse::fuzz::directory(std::string_view bytes) {
    static Scratch scratch;
    const auto& folder = scratch.holding(parts_of(bytes, "directory.csv"));
    const auto file = folder / "directory.csv";
    const auto map = folder / "map.csv";
    const io::Limits limits = small_limits();
    const auto proposed = io::propose_column_map(file, Language::de, limits);
    if (!proposed) return check_printable(proposed.error().message.en);
    for (const Issue& issue : proposed->issues) check_printable(to_string(issue, Language::de));
    if (!std::filesystem::exists(map)) std::ofstream{map, std::ios::binary} << proposed->text;
    const auto result = io::read_flat_directory(file, map, limits);
    if (!result) return check_printable(result.error().message.en);
    const auto& counts = result->counts;
    if (counts.rows != counts.used + counts.rejected + counts.passed_over)
        fail("rows of the directory are lost");
    check_built(result->built);
}

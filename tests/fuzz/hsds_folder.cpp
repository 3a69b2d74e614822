#include "checks.hpp"
#include "scratch.hpp"

#include <lotse/io/read_network.hpp>

/// Every kind of folder: of HSDS, of our own tables, of Gephi's.
void lotse::fuzz::hsds_folder(std::string_view bytes) {
    static Scratch scratch;
    const auto& folder = scratch.holding(parts_of(bytes, "organizations.csv"));
    const auto result = io::read_network(folder, small_limits());
    if (!result) return check_printable(result.error().message.en);
    check_built(*result);
}

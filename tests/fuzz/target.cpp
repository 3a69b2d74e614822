#include "target.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace lotse::fuzz {

std::span<const Target> targets() {
    static constexpr std::array all{
        Target{"csv", csv},
        Target{"json", json},
        Target{"hsds", hsds},
        Target{"hsds_folder", hsds_folder},
        Target{"gexf", gexf},
        Target{"graphml", graphml},
        Target{"gml", gml},
        Target{"pajek", pajek},
        Target{"workbook", workbook},
        Target{"workbook_parts", workbook_parts},
        Target{"directory", directory},
        Target{"boundaries", boundaries},
        Target{"round_trip", round_trip},
#ifndef LOTSE_FUZZ_READERS
        Target{"analyses", analyses},
        Target{"labels", labels},
        Target{"command_line", command_line},
#endif
    };
    return all;
}

void fail(std::string_view what) {
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

Parts parts_of(std::string_view bytes, std::string_view first) {
    constexpr std::string_view sign = "=== ";
    Parts out;
    if (!bytes.starts_with(sign)) out.emplace_back(first, "");
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto line = bytes.substr(0, end == bytes.npos ? bytes.size() : end + 1);
        bytes.remove_prefix(line.size());
        if (!line.starts_with(sign)) {
            out.back().second += line;
            continue;
        }
        auto name = line.substr(sign.size());
        if (name.ends_with('\n')) name.remove_suffix(1);
        out.emplace_back(name, "");
    }
    return out;
}

}  // namespace lotse::fuzz

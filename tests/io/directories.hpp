/// Short ways to read a directory from text, for tests.
#ifndef LOTSE_TESTS_IO_DIRECTORIES_HPP
#define LOTSE_TESTS_IO_DIRECTORIES_HPP

#include <lotse/io/flat_directory.hpp>

#include "files.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lotse {

inline io::ProposedMap propose_map(std::string_view directory) {
    const TestFolder folder;
    folder.write("liste.csv", directory);
    auto proposed = io::propose_column_map(folder / "liste.csv", Language::de);
    if (!proposed) FAIL(proposed.error().message.en);
    return *std::move(proposed);
}

/// Read by the map that is proposed for it.
inline io::DirectoryResult convert_as_proposed(std::string_view directory) {
    const TestFolder folder;
    folder.write("liste.csv", directory).write("zuordnung.csv", propose_map(directory).text);
    auto read = io::read_flat_directory(folder / "liste.csv", folder / "zuordnung.csv");
    if (!read) FAIL(read.error().message.en);
    return *std::move(read);
}

/// The field that the proposal gives a heading.
inline std::string proposed_field(const io::ProposedMap& map, std::string_view heading) {
    const std::string start = "\n" + std::string{heading} + ";;";
    const auto at = map.text.find(start);
    if (at == std::string::npos) return "?";
    const auto from = at + start.size();
    return map.text.substr(from, map.text.find(';', from) - from);
}

/// Codes of the issues but the notes, without the places.
inline std::vector<std::string> codes_of(const BuildResult& built) {
    std::vector<std::string> out;
    for (const Issue& issue : built.issues)
        if (issue.severity != Severity::note && issue.code != "no-actors")
            out.emplace_back(issue.code);
    return out;
}

}  // namespace lotse

#endif

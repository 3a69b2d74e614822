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

inline io::ProposedMap propose_map(std::string_view directory, Language language = Language::de) {
    const TestFolder folder;
    folder.write("liste.csv", directory);
    auto proposed = io::propose_column_map(folder / "liste.csv", language);
    if (!proposed) FAIL(proposed.error().message.en);
    return *std::move(proposed);
}

/// A map of the usual headings.
inline constexpr std::string_view usual_map =
    "Spalte;Wert;Feld;Wird zu;Trennzeichen\n"
    "Anbieter;;Anbieter;;\nOrt;;Ort;;\nKreis;;Kreis;;\nAngebot;;Angebot;;\n"
    "Thema;;Thema;;, / und\nKosten;;Kosten;;\nBeginn;;Beginn;;\n";

/// Read by a map; every row is accounted for.
inline io::DirectoryResult convert_directory(std::string_view directory,
                                             std::string_view map = usual_map) {
    const TestFolder folder;
    folder.write("liste.csv", directory).write("zuordnung.csv", map);
    auto read = io::read_flat_directory(folder / "liste.csv", folder / "zuordnung.csv");
    if (!read) FAIL(read.error().message.en);
    const io::DirectoryCounts& c = read->counts;
    CHECK(c.rows == c.used + c.rejected + c.passed_over);
    return *std::move(read);
}

/// Read by the map that is proposed for it.
inline io::DirectoryResult convert_as_proposed(std::string_view directory) {
    return convert_directory(directory, propose_map(directory).text);
}

/// The field that the proposal gives a heading.
inline std::string proposed_field(const io::ProposedMap& map, std::string_view heading) {
    const std::string start = "\n" + std::string{heading} + ";;";
    const auto at = map.text.find(start);
    if (at == std::string::npos) return "?";
    const auto from = at + start.size();
    return map.text.substr(from, map.text.find(';', from) - from);
}

/// Places and codes of the issues but the notes.
inline std::vector<std::string> places_of(const BuildResult& built) {
    std::vector<std::string> out;
    for (const Issue& issue : built.issues)
        if (issue.severity != Severity::note && issue.code != "no-actors")
            out.push_back(to_string(issue.where) + " " + std::string{issue.code});
    return out;
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

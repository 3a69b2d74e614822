/// Workbooks of one table of actors, as the tests of the reader make them.
#ifndef LOTSE_TESTS_IO_ACTORS_SHEET_HPP
#define LOTSE_TESTS_IO_ACTORS_SHEET_HPP

#include "files.hpp"
#include "zip_file.hpp"

#include <catch2/catch.hpp>

inline const std::string head = text_row(1, {"key", "name", "kind", "since", "note"});

inline std::string cell(std::string_view place, std::string_view attributes,
                        std::string_view inside) {
    return "<c r=\"" + std::string{place} + "\" " + std::string{attributes} + ">" +
           std::string{inside} + "</c>";
}

/// A row of an actor "a" of kind other with one more cell.
inline std::string actor_row(const std::string& more, int row = 2) {
    std::string out = text_row(row, {"a", "Verein A", "other"});
    out.insert(out.rfind("</row>"), more);
    return out;
}

inline lotse::Result<lotse::BuildResult> read_workbook(const std::string& bytes,
                                                       std::string_view name = "netz.xlsx",
                                                       const lotse::io::Limits& limits = {}) {
    const TestFolder folder;
    folder.write(name, bytes);
    return lotse::io::read_network(folder / name, limits);
}

inline lotse::BuildResult read_sheets(const std::vector<SheetPart>& sheets,
                                      std::string_view properties = "") {
    auto result = read_workbook(zip_file(xlsx_parts(sheets, properties)));
    if (!result) FAIL(result.error().message.en);
    return *std::move(result);
}

inline lotse::BuildResult read_actors(const std::string& rows) {
    return read_sheets({{"Akteure", rows}});
}

inline const lotse::Actor& first(const lotse::BuildResult& result) {
    REQUIRE(!result.network.actors().empty());
    return result.network.actors()[0];
}

#endif

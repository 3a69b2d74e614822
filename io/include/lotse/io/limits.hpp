/// Limits: how large an input may be before it is refused.
#ifndef LOTSE_IO_LIMITS_HPP
#define LOTSE_IO_LIMITS_HPP

#include <lotse/base/describe.hpp>
#include <lotse/base/result.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace lotse::io {

/// Inclusive: a file of exactly file_mb megabytes (of 1 048 576 bytes) is read.
struct Limits {
    std::int64_t file_mb = 64;
    std::int64_t actors = 100'000;
    std::int64_t ties = 1'000'000;
    std::int64_t rows = 1'000'000;  ///< of one table
    std::int64_t columns = 500;
    std::int64_t field_kb = 64;
    std::int64_t depth = 64;            ///< nested lists and objects in JSON, elements in XML
    std::int64_t values = 5'000'000;    ///< in a JSON file
    std::int64_t workbook_mb = 200;     ///< unpacked, all parts together
    std::int64_t workbook_ratio = 100;  ///< unpacked to packed size
    std::int64_t render_seconds = 60;   ///< for one picture
    std::int64_t memory_mb = 2048;

    static constexpr auto fields() {
        return std::tuple{
            field("file-mb", &Limits::file_mb, {"Größe einer Datei (MB)", "Size of a file (MB)"}),
            field("actors", &Limits::actors, {"Akteure", "Actors"}),
            field("ties", &Limits::ties, {"Beziehungen", "Ties"}),
            field("rows", &Limits::rows, {"Zeilen einer Tabelle", "Rows of a table"}),
            field("columns", &Limits::columns, {"Spalten einer Tabelle", "Columns of a table"}),
            field("field-kb", &Limits::field_kb, {"Größe einer Zelle (KB)", "Size of a cell (KB)"}),
            field("depth", &Limits::depth, {"Schachtelungstiefe", "Depth of nesting"}),
            field("values", &Limits::values, {"Werte einer JSON-Datei", "Values of a JSON file"}),
            field(
                "workbook-mb", &Limits::workbook_mb,
                {"Größe einer entpackten Arbeitsmappe (MB)", "Size of an unpacked workbook (MB)"}),
            field("workbook-ratio", &Limits::workbook_ratio,
                  {"Packverhältnis einer Arbeitsmappe", "Packing ratio of a workbook"}),
            field("render-seconds", &Limits::render_seconds,
                  {"Zeit für ein Bild (Sekunden)", "Time for a picture (seconds)"}),
            field("memory-mb", &Limits::memory_mb, {"Arbeitsspeicher (MB)", "Memory (MB)"}),
        };
    }
};

/// Reads `NAME=VALUE` settings over the defaults. Values are whole numbers from 1.
/// Errors: usage (unknown name, with a suggestion; no number).
Result<Limits> parse_limits(std::span<const std::string> settings);

/// The error of something that is too large, with the setting that would let it pass. `name` is a
/// field of Limits, `where` the file (and line).
Error limit_error(std::string_view name, std::int64_t limit, std::string_view where);

}  // namespace lotse::io

#endif

/// Reads the outlines of areas from a GeoJSON file, the shipped ones or the user's own.
#ifndef LOTSE_IO_READ_BOUNDARIES_HPP
#define LOTSE_IO_READ_BOUNDARIES_HPP

#include <lotse/base/issue.hpp>
#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/boundaries.hpp>

#include <filesystem>
#include <vector>

namespace lotse::io {

struct BoundaryFile {
    Boundaries boundaries;
    std::vector<Issue> warnings;
};

/// Reads a FeatureCollection (RFC 7946) of Polygons and MultiPolygons. The key of the area is the
/// first of the properties key, AGS, ARS, RS, Schlüssel and the like, else the feature's id, as
/// text or number; a lost leading zero is put back. Features with one key are parts of one area
/// (VG250 keeps land and water apart), with a warning; another is for positions outside of Germany,
/// as where longitude and latitude are swapped. Rings are turned to the right-hand rule. The
/// members `attribution` and `license` of the collection go to every boundary.
///
/// Errors: input_output, limit (file-mb, depth, values), input (no FeatureCollection; a feature
/// without key or polygon; a ring that is not closed or has less than four positions; positions
/// that are no degrees, as in a file in UTM coordinates), with line and column. O(size of the
/// file); the text and the boundaries are in memory, no tree of the file.
Result<BoundaryFile> read_boundaries(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace lotse::io

#endif

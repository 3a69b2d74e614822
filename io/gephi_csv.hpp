/// A graph as two CSV tables, nodes and edges, the way Gephi imports and exports them.
#ifndef LOTSE_IO_GEPHI_CSV_HPP
#define LOTSE_IO_GEPHI_CSV_HPP

#include <lotse/base/result.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

#include <filesystem>
#include <optional>

namespace lotse::io {

struct GephiPair {
    std::filesystem::path nodes;
    std::filesystem::path edges;   ///< empty: there are none
    std::filesystem::path folder;  ///< that was named; empty: one of the two files was
};

/// The pair in a folder without a table of actors, or to which a named file belongs ("x
/// [Edges].csv" and "x [Nodes].csv"): one table with Id, one with Source and Target (or called
/// nodes or edges). nullopt: there is none.
std::optional<GephiPair> find_gephi_pair(const std::filesystem::path& path, const Limits& limits);

/// Feeds the builder. Name and licence stand in the folder's datapackage.json, if it has one.
/// Errors: input_output, limit.
Status read_gephi_csv(const GephiPair& pair, const Limits& limits, NetworkBuilder& builder);

}  // namespace lotse::io

#endif

/// The facts of a directory's rows as tables of a network: providers once, with stable keys.
#ifndef LOTSE_IO_DIRECTORY_NETWORK_HPP
#define LOTSE_IO_DIRECTORY_NETWORK_HPP

#include "directory_reading.hpp"

#include <span>

namespace lotse::io {

/// Topic of offers whose topic no code list knows; the network's table codes explains it.
inline constexpr std::string_view open_topic = "X-OFFEN";

/// Hands actors, offers, venues and municipalities to the builder. Facts in which rows of one
/// provider differ are reported; those of the first row count.
void build_directory_network(std::span<const DirectoryFacts> rows, const DirectoryTable& table,
                             const ColumnMap& map, const AreaNames& areas,
                             DirectoryReading& reading, NetworkBuilder& builder);

/// The issues `client_data` that reading the directory by this map would give, but those of
/// headings (report_client_headings).
std::vector<Issue> find_client_data(const DirectoryTable& table, const ColumnMap& map);

}  // namespace lotse::io

#endif

/// Rows of text for the builder of networks, and what it found in them.
#ifndef LOTSE_TESTS_TYPED_ROWS_HPP
#define LOTSE_TESTS_TYPED_ROWS_HPP

#include <lotse/model/network_builder.hpp>

#include <string>
#include <string_view>
#include <vector>

/// First line: headings. Row 1 is that of the headings, in "TABLE.csv".
void add(lotse::NetworkBuilder& builder, std::string_view table,
         const std::vector<std::vector<std::string>>& lines);

/// "actors.csv:3:4 former-district"
std::vector<std::string> found(const lotse::BuildResult& result);

#endif

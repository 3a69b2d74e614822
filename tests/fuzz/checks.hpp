/// What holds for every network that was read and every document that was made.
#ifndef LOTSE_TESTS_FUZZ_CHECKS_HPP
#define LOTSE_TESTS_FUZZ_CHECKS_HPP

#include <lotse/base/document.hpp>
#include <lotse/io/limits.hpp>
#include <lotse/model/network_builder.hpp>

namespace lotse::fuzz {

/// Small, so that a run is short and the limits are met.
io::Limits small_limits();

/// Messages are fit for a terminal, rows are counted, and the network survives our own JSON.
void check_built(const BuildResult& result);

/// Numbers are finite, no count of persons from 1 to `below` - 1 is shown, and every form of the
/// document can be made.
void check_document(const Document& document, std::int64_t below);

/// The text is valid UTF-8 without control characters but line breaks and tabs.
void check_printable(std::string_view text);

}  // namespace lotse::fuzz

#endif

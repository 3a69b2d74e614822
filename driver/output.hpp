/// Results to stdout or to a file, in the format asked for.
#ifndef LOTSE_DRIVER_OUTPUT_HPP
#define LOTSE_DRIVER_OUTPUT_HPP

#include "command.hpp"

#include <lotse/base/document.hpp>
#include <lotse/io/atomic_file.hpp>
#include <lotse/model/network.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace lotse::driver {

/// --format and -o, for commands that give a Document.
std::vector<OptionInfo> document_options();

/// Renders and writes a document as --format and --output say.
/// Errors: as io::write_file and io::write_standard_output.
Result<ExitCode> deliver(const Document& document, const Call& call);

/// The same for a result about `network`: its source and licence go with it.
Result<ExitCode> deliver(Document document, const Network& network, const Call& call);

/// Options that name a file to read.
constexpr std::array<std::string_view, 4> input_options{"before", "boundaries", "map", "positions"};

/// Existing files are replaced with --overwrite only; `inputs` (else: all arguments) and what the
/// options read are never touched.
/// @{
io::OutputRules output_rules(const Call& call, std::span<const std::string> inputs);
io::OutputRules output_rules(const Call& call);
/// @}

}  // namespace lotse::driver

#endif

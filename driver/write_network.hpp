/// A network to the form that --as or the target's ending names.
#ifndef LOTSE_DRIVER_WRITE_NETWORK_HPP
#define LOTSE_DRIVER_WRITE_NETWORK_HPP

#include "load.hpp"

#include <lotse/io/export.hpp>

namespace lotse::driver {

/// --as, --gexf-version and --boundaries.
std::vector<OptionInfo> form_options();

/// Every form: " .xlsx: workbook ...; --as gephi-csv: folder ...".
Message form_list();

/// Writes the network and says on stderr what the form leaves out.
/// Errors: as io::export_network and area_layer.
Status write_network(const Call& call, const std::shared_ptr<const Network>& network,
                     const std::filesystem::path& target, const io::OutputRules& rules);

}  // namespace lotse::driver

#endif

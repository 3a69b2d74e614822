/// --pseudonymise and --with-contacts: what of a network leaves the machine.
#ifndef LOTSE_DRIVER_PSEUDONYMISE_HPP
#define LOTSE_DRIVER_PSEUDONYMISE_HPP

#include "command.hpp"

#include <lotse/io/export.hpp>
#include <lotse/model/network.hpp>

#include <memory>
#include <vector>

namespace lotse::driver {

OptionInfo pseudonymise_option();
OptionInfo contacts_option();

io::Mailboxes mailboxes_of(const Call& call);

/// If the call says --pseudonymise, puts pseudonyms in place of the networks' keys and names, and
/// of the keys in the call's options. Actors of the same key in both networks stay the same.
void pseudonymise(std::vector<std::shared_ptr<const Network>>& networks, Call& call);

}  // namespace lotse::driver

#endif

/// The actor that a view is drawn around.
#ifndef LOTSE_DRIVER_CENTRE_OF_VIEW_HPP
#define LOTSE_DRIVER_CENTRE_OF_VIEW_HPP

#include "views.hpp"

namespace lotse::driver {

/// The actor named by this option; without it the jobcenter or health conference with most
/// partners, else the actor with most. Several with equally many: the first by key. Errors: usage
/// (there is no such actor, or none at all).
Result<ActorId> centre_of_view(const ViewRequest& request, std::string_view option);

}  // namespace lotse::driver

#endif

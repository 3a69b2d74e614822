/// The comparison of two states of a network; shared by the compare command and the report.
#ifndef LOTSE_DRIVER_COMPARE_HPP
#define LOTSE_DRIVER_COMPARE_HPP

#include "load.hpp"

namespace lotse::driver {

/// Errors: as the options of views and Compare.
Result<Document> compare_document(const Loaded& before, const Loaded& after,
                                  const OptionTexts& options);

}  // namespace lotse::driver

#endif

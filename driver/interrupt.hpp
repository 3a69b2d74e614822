/// Ctrl-C and kill end the program at once with 130 or 143; temporary files go with it.
#ifndef LOTSE_DRIVER_INTERRUPT_HPP
#define LOTSE_DRIVER_INTERRUPT_HPP

namespace lotse::driver {

/// Outputs appear by rename only, so ending anywhere leaves either the old file or the new one.
void end_on_signals();

}  // namespace lotse::driver

#endif

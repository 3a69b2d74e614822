// SPDX-License-Identifier: MIT
/// Bounds of this process: memory, time, no core file, no life without its parent.
#ifndef LOTSE_RENDER_LIMITS_HPP
#define LOTSE_RENDER_LIMITS_HPP

namespace lotse_render {

struct Limits {
    long memory_mb = 2048;
    long seconds = 60;  ///< processor time
};

/// Sets the bounds, and turns a crash inside a library into one line and exit code 7.
void apply(const Limits& limits);

}  // namespace lotse_render

#endif

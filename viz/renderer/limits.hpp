// SPDX-License-Identifier: MIT
/// Bounds of this process: memory, time, no core file, no life without its parent.
#ifndef LOTSE_RENDER_LIMITS_HPP
#define LOTSE_RENDER_LIMITS_HPP

namespace lotse_render {

struct Limits {
    long memory_mb = 2048;
    long seconds = 60;  ///< processor time
};

/// Sets the bounds, and turns a crash inside a library into one line and exit code 5 (out of
/// memory) or 7.
void apply(const Limits& limits);

/// The libraries do not ask whether they were given memory: they crash, or miss a part of
/// themselves. So the failure of a process that was just refused some (ENOMEM), has used more than
/// half of what it may, or may have less than many a picture takes, is taken for that. May be
/// called by a signal handler.
bool is_out_of_memory(int last_error);

}  // namespace lotse_render

#endif

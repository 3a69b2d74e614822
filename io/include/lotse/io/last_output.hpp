/// When it is too late to interrupt a command: its last output has taken its place.
#ifndef LOTSE_IO_LAST_OUTPUT_HPP
#define LOTSE_IO_LAST_OUTPUT_HPP

namespace lotse::io {

/// Whether the last output has taken its place: from then on nothing can be left as it was. May be
/// called by a signal handler.
bool last_output_is_in_place() noexcept;

/// A signal that is to end the command and waits until an output is in place or given up; 0: none.
int waiting_signal() noexcept;

/// While an object of this class lives, what is written is not the last output of the command.
class MoreOutputsFollow {
public:
    MoreOutputsFollow() noexcept;
    ~MoreOutputsFollow();
    MoreOutputsFollow(const MoreOutputsFollow&) = delete;
    MoreOutputsFollow& operator=(const MoreOutputsFollow&) = delete;
};

}  // namespace lotse::io

#endif

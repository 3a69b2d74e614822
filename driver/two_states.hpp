/// Options of a call about two states, of which each may have what the other lacks.
#ifndef LOTSE_DRIVER_TWO_STATES_HPP
#define LOTSE_DRIVER_TWO_STATES_HPP

#include <lotse/base/options.hpp>
#include <lotse/model/network.hpp>

#include <memory>
#include <vector>

namespace lotse::driver {

/// The options as one of the states takes them: what only the other one has cannot be taken out of
/// this one, and a tie is assumed only in a state that has both ends. What fits neither stays, and
/// is an error.
OptionTexts options_of_state(OptionTexts options, const std::shared_ptr<const Network>& state,
                             const std::shared_ptr<const Network>& other);

/// Which ties of --with hold for one state only, from the options of both.
std::vector<Message> notes_on_one_state(const OptionTexts& before, const OptionTexts& after);

/// Which areas and codes that the options choose only one state has.
std::vector<Message> notes_on_choices(const OptionTexts& options, const Network& before,
                                      const Network& after);

/// That actors have the same name and kind in both states but another key, and that no key of an
/// actor is in both: the comparison says they are gone and new. O(actors).
std::vector<Message> notes_on_keys(const Network& before, const Network& after);

}  // namespace lotse::driver

#endif

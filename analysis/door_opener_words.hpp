/// What door-openers mean in plain words.
#ifndef LOTSE_ANALYSIS_DOOR_OPENER_WORDS_HPP
#define LOTSE_ANALYSIS_DOOR_OPENER_WORDS_HPP

#include <lotse/analysis/door_opener.hpp>

namespace lotse::analysis {

void explain_door_openers(const View& view, const DoorOpener::Findings& findings,
                          Document& document);

}  // namespace lotse::analysis

#endif

/// Which of the options that choose a part of the network an analysis does not heed.
#ifndef LOTSE_ANALYSIS_UNUSED_OPTIONS_HPP
#define LOTSE_ANALYSIS_UNUSED_OPTIONS_HPP

#include <lotse/analysis/view.hpp>

#include <initializer_list>

namespace lotse::analysis {

/// Adds a note naming the options that were given and are not among `heeded` (keys of ViewOptions).
void note_unused_options(const View& view, std::initializer_list<std::string_view> heeded,
                         std::vector<Message>& notes);

}  // namespace lotse::analysis

#endif

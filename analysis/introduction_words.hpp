/// What introductions mean in plain words.
#ifndef LOTSE_ANALYSIS_INTRODUCTION_WORDS_HPP
#define LOTSE_ANALYSIS_INTRODUCTION_WORDS_HPP

#include <lotse/analysis/introductions.hpp>

namespace lotse::analysis {

void explain_introductions(const View& view, const Introductions::Findings& findings,
                           Document& document);

}  // namespace lotse::analysis

#endif

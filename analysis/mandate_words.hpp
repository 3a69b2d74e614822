/// What `paths --mandate` says of the legal bases it has looked at.
#ifndef LOTSE_ANALYSIS_MANDATE_WORDS_HPP
#define LOTSE_ANALYSIS_MANDATE_WORDS_HPP

#include <lotse/analysis/paths.hpp>

namespace lotse::analysis {

void explain_mandate(const View& view, const Paths::Findings& findings, Document& document);

}  // namespace lotse::analysis

#endif

/// What a list of invitations means in plain words.
#ifndef LOTSE_ANALYSIS_INVITATION_WORDS_HPP
#define LOTSE_ANALYSIS_INVITATION_WORDS_HPP

#include <lotse/analysis/invitations.hpp>

namespace lotse::analysis {

void explain_invitations(const View& view, const Invitations::Findings& findings,
                         Document& document);

}  // namespace lotse::analysis

#endif

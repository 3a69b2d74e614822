/// Whether an offer is one that people accept: a checklist of its recorded fields.
#ifndef LOTSE_ANALYSIS_ACCEPTABILITY_HPP
#define LOTSE_ANALYSIS_ACCEPTABILITY_HPP

#include <lotse/analysis/view.hpp>

namespace lotse::analysis {

/// Of two conditions: no if either is no, else unknown if either is, else yes (Kleene's logic).
constexpr ThreeValued both(ThreeValued a, ThreeValued b) {
    if (a == ThreeValued::no || b == ThreeValued::no) return ThreeValued::no;
    return a == ThreeValued::yes ? b : ThreeValued::unknown;
}

/// Yes if either is yes, else unknown if either is, else no.
constexpr ThreeValued either(ThreeValued a, ThreeValued b) {
    if (a == ThreeValued::yes || b == ThreeValued::yes) return ThreeValued::yes;
    return a == ThreeValued::no ? b : ThreeValued::unknown;
}

/// Each: yes is good, no is a barrier. After the question how motivation can rise: what an offer
/// itself puts in the way. Nothing here is about a person.
struct Acceptability {
    ThreeValued title = ThreeValued::unknown;  ///< names no deficit
    ThreeValued venue = ThreeValued::unknown;  ///< not on the jobcenter's premises alone
    ThreeValued voluntary = ThreeValued::unknown;
    ThreeValued cost = ThreeValued::unknown;    ///< free of charge
    ThreeValued open = ThreeValued::unknown;    ///< not only for people sent by the jobcenter
    ThreeValued format = ThreeValued::unknown;  ///< on site or hybrid, not online alone

    /// All of them together.
    ThreeValued all() const;
    std::int64_t barriers() const;
    /// What is not recorded, as key and words.
    std::vector<Choice> missing() const;
};

/// Not only for people sent by the jobcenter; unknown of a word that no list knows.
ThreeValued open_to_more(const Offer& offer);

Acceptability acceptability(const Network& network, const Offer& offer);

}  // namespace lotse::analysis

#endif

/// Whether an offer runs on a date.
#ifndef LOTSE_ANALYSIS_OFFER_PHASE_HPP
#define LOTSE_ANALYSIS_OFFER_PHASE_HPP

#include <lotse/analysis/view.hpp>

#include "presence.hpp"

#include <set>

namespace lotse::analysis {

/// What the status tells of whether the offer runs.
enum class StatusWord {
    clear,     ///< a code of the program
    own,       ///< a code that the network adds to the list: what its label says, people know
    not_known  ///< nothing, or a word that no list knows ("in Klärung")
};

/// Where it is not `clear`, the offer counts as running, and what is recorded has to be said.
StatusWord status_word(const Network& network, const Offer& offer);

/// Says how many of the offers have a status of the network's own.
void note_own_statuses(const Network& network, const std::set<OfferId>& offers,
                       std::vector<Message>& notes);

/// Who is recorded to provide the offer, its host where no provider is, without those that have
/// ended. Who is still to come stays in.
std::vector<ActorId> providers_now(const View& view, const Offer& offer);

/// The same for who pays.
std::vector<ActorId> funders_now(const View& view, const Offer& offer);

/// Somebody is recorded to provide it, and all of these have ended. If the offer is said to run as
/// well, the data contradict each other, and whether it does is not known.
bool has_lost_providers(const View& view, const Offer& offer);

/// Names such offers of the view (topics, areas and groups asked for) that have not ended
/// themselves.
void note_lost_providers(const View& view, std::vector<Message>& notes);

/// Somebody is recorded to pay, and all of these have ended or are taken away by --without.
bool has_lost_funders(const View& view, const Offer& offer);

/// Names such offers of the view that have not ended themselves, and the actors of the view that
/// --without leaves no funder by a tie.
void note_lost_funders(const View& view, std::vector<Message>& notes);

/// Offers that have not ended with neither area nor venue, and not online: none of the cells of an
/// area counts them.
/// @{
std::int64_t offers_without_area(const View& view);
void note_offers_without_area(const View& view, std::vector<Message>& notes);
/// @}

/// What keeps it from running: "geplant", "ab 09/2026", that its providers have ended. Empty if it
/// runs, as far as is recorded.
std::vector<Message> why_not_running(const View& view, const Offer& offer);

/// Weeks as exactly as the dates tell: equal bounds unless one of them is a year or a month.
struct WeeksLeft {
    double least = 0;
    double most = 0;
};

/// Weeks that the offer carries somebody who begins on the date, or with the offer if that lies
/// ahead; its last day counts. nullopt: no end or no date is recorded.
std::optional<WeeksLeft> weeks_left(const Offer& offer, const Moment& moment);

/// The offer has one of the view's topics; without topics every offer does.
bool topic_in_view(const View& view, const Offer& offer);

}  // namespace lotse::analysis

#endif

/// Who sits in which body, and which bodies and actors work for the same area.
#ifndef LOTSE_ANALYSIS_SEATS_HPP
#define LOTSE_ANALYSIS_SEATS_HPP

#include <lotse/analysis/view.hpp>

#include "presence.hpp"

#include <array>
#include <span>
#include <string_view>
#include <unordered_map>

namespace lotse::analysis {

/// An actor in a body, with every way it takes part.
struct Seat {
    ActorId actor;
    ActorId body;
    std::vector<TieKind> kinds;  ///< of leads, hosts_office, member_of, in this order
};

/// All existing member_of, leads and hosts_office ties of present actors to present bodies (kinds
/// of actors with the role `body`), one Seat per pair, by body, then actor. `--kinds` narrows the
/// kinds of ties; areas do not, because a member from elsewhere is a member. O(ties log ties).
std::vector<Seat> seats(const View& view);

/// Present partners of these kinds in view with neither area nor area of work: no area and no pair
/// of `share_area` has them. Branches count with their whole.
std::vector<ActorId> without_area(const View& view, std::span<const std::string_view> kinds);

/// Whose pairs contacts and commitment look at.
constexpr std::array<std::string_view, 2> paired_kinds{"jobcenter", "health_conference"};

/// Says so; nothing if there are none.
void note_without_area(const Network& network, const std::vector<ActorId>& actors,
                       std::vector<Message>& notes);

/// Both work for, or sit in, areas of which one holds the other. False if one has no area.
bool share_area(const Network& network, ActorId a, ActorId b);

/// What is part of what.
class Wholes {
public:
    /// Precondition: the view outlives this. O(ties).
    explicit Wholes(const View& view);

    /// The actors an actor is part of, by its row or by a tie, the nearest first; itself not among
    /// them. Loops end the chain.
    std::vector<ActorId> of(ActorId id) const;

private:
    const Network& network_;
    std::unordered_map<std::size_t, std::vector<ActorId>> by_tie_;
};

/// Part of another of its kind that is there: not of one that ended, or of a category.
bool is_branch(const View& view, const Wholes& wholes, ActorId actor);

/// The seats of one body among those of `seats`, by actor. O(log n).
std::span<const Seat> seats_of(std::span<const Seat> all, ActorId body);

/// Somebody is recorded as a member: an office or a lead alone says nothing of who the members are.
bool members_recorded(std::span<const Seat> of_body);

/// The seat of the actor, or of one it is part of of the same kind: a branch is there when its head
/// office is.
const Seat* seat_of(const Network& network, const Wholes& wholes, std::span<const Seat> all,
                    ActorId actor, ActorId body);

/// Whom to write to about a body: its office, else who leads it.
std::optional<ActorId> addressee(std::span<const Seat> all, ActorId body);

}  // namespace lotse::analysis

#endif

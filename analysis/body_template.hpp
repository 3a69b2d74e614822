/// Who is expected in a body of a kind, and whether the recorded members include it.
#ifndef LOTSE_ANALYSIS_BODY_TEMPLATE_HPP
#define LOTSE_ANALYSIS_BODY_TEMPLATE_HPP

#include <lotse/analysis/bodies.hpp>

#include "area_index.hpp"
#include "seats.hpp"

#include <map>

namespace lotse::analysis {

/// The parts of a rule of body_templates: a kind of actor, or `sector:` and a sector.
bool matches(const Network& network, ActorId actor, std::span<const std::string_view> parts);

/// Whether a member matches. Without recorded members it is not known.
Representation representation(const Network& network, std::span<const Seat> members,
                              std::span<const std::string_view> parts);

/// The items of body_templates for a kind of body: those that name it in `bodies`, and those
/// without `bodies`, which a network has added.
std::vector<const Code*> template_of(const Network& network, std::string_view body_kind);

/// What bodies lack among their recorded members.
class MissingMembers {
public:
    /// `bodies` are those to compare with, of any kind. Precondition: all arguments outlive this.
    /// O(actors).
    MissingMembers(const View& view, std::span<const Seat> seats, std::span<const ActorId> bodies);

    /// Precondition: the body is one of `bodies`.
    std::vector<Bodies::Missing> in(ActorId body);

private:
    /// How many bodies of a kind have recorded members, and how many of these have one that fits.
    struct Compared {
        std::int64_t recorded = 0;
        std::int64_t present = 0;
    };
    const Compared& compared(const std::string& kind, const Code& code);
    std::vector<Choice> candidates(ActorId body, std::span<const std::string_view> parts) const;

    const View& view_;
    const Network& network_;
    std::span<const Seat> seats_;
    std::span<const ActorId> bodies_;
    AreaIndex actors_;
    std::map<std::pair<std::string, const Code*>, Compared> compared_;
};

}  // namespace lotse::analysis

#endif

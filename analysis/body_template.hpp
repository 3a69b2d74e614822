/// Who is expected in a body of a kind, and whether the recorded members include it.
#ifndef LOTSE_ANALYSIS_BODY_TEMPLATE_HPP
#define LOTSE_ANALYSIS_BODY_TEMPLATE_HPP

#include <lotse/analysis/bodies.hpp>

#include "seats.hpp"

namespace lotse::analysis {

/// The parts of a rule of body_templates: a kind of actor, or `sector:` and a sector.
bool matches(const Network& network, ActorId actor, std::span<const std::string_view> parts);

/// Whether a member matches. Without recorded members it is not known.
Representation representation(const Network& network, std::span<const Seat> members,
                              std::span<const std::string_view> parts);

/// The items of body_templates for a kind of body: those that name it in `bodies`, and those
/// without `bodies`, which a network has added.
std::vector<const Code*> template_of(const Network& network, std::string_view body_kind);

/// What one body lacks among its recorded members. `bodies` are those to compare with, of any kind.
std::vector<Bodies::Missing> missing_in(const View& view, const std::vector<Seat>& seats,
                                        ActorId body, std::span<const ActorId> bodies);

}  // namespace lotse::analysis

#endif

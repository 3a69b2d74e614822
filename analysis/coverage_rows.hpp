/// Which areas form the rows of an area table, and who serves an area.
#ifndef LOTSE_ANALYSIS_COVERAGE_ROWS_HPP
#define LOTSE_ANALYSIS_COVERAGE_ROWS_HPP

#include <lotse/analysis/view.hpp>

#include "area_index.hpp"

#include <set>

namespace lotse::analysis {

/// With areas chosen: those of the level inside them, recorded or not. Without: those of the level
/// that hold an area the network mentions. An empty level means Kreise, and for an own Kreis its
/// municipalities, and besides each wider area with a finding, or an offer that has not ended, of
/// which no part can be such a row, such as a state of which the network mentions no Kreis; an own
/// Kreis without an official area above it can lie in any. A network without any Kreis has the
/// areas it mentions. An area without anything of the level inside stands for itself. A kreisfreie
/// Stadt counts as a municipality, too. No row lies inside another. Without level, rows stay though
/// --without takes away what is there, or only the other state of a comparison has them
/// (View::lost_areas). Canonical order. Errors: usage (unknown level).
Result<std::vector<AreaId>> area_rows(const View& view, std::string_view level);

/// Areas that the rows of the network name, without those that are there for the view only.
std::set<AreaId> named_areas(const View& view);

/// Why there is no row, and what to do.
Message no_rows_words(const View& view);

/// Says which of the chosen areas lie in another chosen one.
void note_nested_areas(const View& view, std::vector<Message>& notes);

/// The topics asked for, else the official ones and those that offers or findings name, also the
/// offers that --without takes away, in the order of the code list.
std::vector<Choice> topic_columns(const View& view);

/// How an actor relates to an area, from closest to none.
enum class Service { serves, seat, none };

/// `serves` if a recorded area of work holds the area or lies in it; `seat` if no area of work is
/// recorded and the seat does.
Service service(const Network& network, ActorId actor, AreaId area);

/// Who can be asked about areas.
class WhomToAsk {
public:
    /// Precondition: the view outlives this. O(actors).
    explicit WhomToAsk(const View& view);

    /// The body or actor most likely to know what an area has: the first kind of health conference,
    /// health office, jobcenter, agency, municipality and state association that serves it, of
    /// several the one with the smallest area of work. nullopt: the network knows none.
    std::optional<ActorId> about(AreaId area) const;

    /// The same for a programme: the jobcenter or agency that serves the area, else who coordinates
    /// or accompanies the programme there.
    std::optional<ActorId> about(AreaId area, ActorId programme) const;

private:
    const View& view_;
    const Network& network_;
    AreaIndex askable_;
};

}  // namespace lotse::analysis

#endif

#include "draw_compare.hpp"

#include "draw.hpp"
#include "two_states.hpp"

#include <lotse/analysis/compare.hpp>
#include <lotse/viz/change_map.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace lotse::driver {
namespace {

using analysis::Change;
using analysis::Meaning;
using viz::ChangeMark;

ChangeMark mark_of(Change change, Meaning meaning) {
    switch (change) {
        case Change::same: return ChangeMark::same;
        case Change::removed: return ChangeMark::removed;
        case Change::added:
            switch (meaning) {
                case Meaning::begun: return ChangeMark::begun;
                case Meaning::planned: return ChangeMark::newly_planned;
                case Meaning::over: return ChangeMark::newly_over;
                default: return ChangeMark::newly_recorded;
            }
        case Change::changed: break;
    }
    switch (meaning) {
        case Meaning::started: return ChangeMark::started;
        case Meaning::resumed: return ChangeMark::resumed;
        case Meaning::paused: return ChangeMark::paused;
        case Meaning::planned: return ChangeMark::planned;
        case Meaning::plan_ended: return ChangeMark::plan_ended;
        case Meaning::successor: return ChangeMark::successor;
        case Meaning::newly_recorded: return ChangeMark::filled;
        case Meaning::no_longer_recorded: return ChangeMark::emptied;
        case Meaning::strengthened: return ChangeMark::stronger;
        case Meaning::weakened: return ChangeMark::weaker;
        case Meaning::ended: return ChangeMark::ended;
        default: return ChangeMark::changed;
    }
}

viz::Changes changes_of(const analysis::Compare::Findings& found, const Network& after) {
    viz::Changes changes;
    std::set<std::string> heirs;
    for (const auto& row : found.actors) {
        changes.actors.push_back({row.actor, mark_of(row.change, row.meaning)});
        if (after.find_actor(row.heir)) heirs.insert(row.heir);
    }
    // Who is new stands in the row of its predecessor only.
    for (const auto& row : found.actors) heirs.erase(row.actor);
    for (const std::string& heir : heirs) changes.actors.push_back({heir, ChangeMark::heir});
    for (const auto& row : found.ties)
        changes.ties.push_back({row.from, row.to, *from_key<TieKind>(row.kind.key),
                                mark_of(row.change, row.meaning), row.level_before, row.level_after,
                                row.from_before, row.to_before});
    return changes;
}

Result<viz::Drawing> draw(const ViewRequest& request) {
    Call of_after = request.call;
    of_after.options = request.options_of_after;
    const auto after = view_request(request.after, of_after, request.chosen.network.get());
    if (!after) return after.error();
    analysis::Compare::Options options;
    options.all = Flag::on;
    const auto found = analysis::Compare::run(request.chosen, after->chosen, options);
    if (!found) return found.error();
    viz::PictureOptions picture = tie_options_of_both(request, after->chosen);
    std::ranges::move(notes_on_one_state(request.call.options, of_after.options),
                      std::back_inserter(picture.notes));
    for (Message& note : analysis::notes_on_known_ties(after->chosen))
        if (std::ranges::find(picture.notes, note) == picture.notes.end())
            picture.notes.push_back(std::move(note));
    return viz::change_map(*request.network, *after->network, changes_of(*found, *after->network),
                           picture);
}

}  // namespace

ViewInfo compare_view() {
    return {"compare",
            {"Vorher – nachher: zwei Stände auf denselben Plätzen, Neues und Fehlendes "
             "gekennzeichnet",
             "before and after: two states on the same places, what is new and what is missing "
             "marked"},
            2,
            {},
            draw,
            [](std::string_view option, const Call&) { return option != "legal"; }};
}

}  // namespace lotse::driver

#include "draw.hpp"

#include <lotse/analysis/compare_ties.hpp>
#include <lotse/viz/palette.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace lotse::driver {
namespace {

Message ties_words(std::size_t ties) {
    const auto words = [&](Language language) {
        return viz::counted(ties, {"Beziehung", "tie"}, {"Beziehungen", "ties"}, language);
    };
    return {words(Language::de), words(Language::en)};
}

/// How many ends of a tie the chosen areas hold.
enum class Ends { one, both };

/// Recorded ties that have a line of their own.
std::vector<const Tie*> ties_with(Ends ends, const analysis::View& view) {
    const std::vector<bool> inside = analysis::actors_in_view(view);
    std::vector<const Tie*> out;
    for (const Tie& tie : view.network->ties()) {
        const bool from = inside[(*tie.from).index()], to = inside[(*tie.to).index()];
        if ((ends == Ends::both ? from && to : from != to) && viz::tie_class(tie))
            out.push_back(&tie);
    }
    return out;
}

/// `recorded`: how many lead out of the chosen areas; `outside`: of these, those that exist.
viz::PictureOptions options_with(const ViewRequest& request, std::size_t recorded,
                                 std::size_t outside) {
    viz::PictureOptions options = request.options;
    options.ties_outside = recorded > 0;
    if (outside > 0)
        options.notes.push_back(
            message({"Nicht gezeichnet: {} zu Akteuren außerhalb des gewählten Gebiets.",
                     "Not drawn: {} to actors outside the chosen area."},
                    {ties_words(outside)}));
    return options;
}

}  // namespace

viz::PictureOptions tie_options(const ViewRequest& request, std::optional<ActorId> middle) {
    auto outside = ties_with(Ends::one, request.chosen);
    std::erase_if(outside, [&](const Tie* tie) {
        return middle && *tie->from != *middle && *tie->to != *middle;
    });
    const auto existing = std::ranges::count_if(
        outside, [&](const Tie* tie) { return analysis::exists(*tie, request.chosen); });
    return options_with(request, outside.size(), static_cast<std::size_t>(existing));
}

viz::PictureOptions tie_options_of_both(const ViewRequest& request, const analysis::View& after) {
    const analysis::TieKeys key{request.chosen, after};
    std::map<std::string, std::size_t> outside;  // of several alike, as many as a state has
    std::set<std::string> inside{""};            // "": between a predecessor and its successor
    std::size_t recorded = 0;
    for (const analysis::View* state : {&request.chosen, &after}) {
        const auto counts = [&](const Tie* tie) {
            return analysis::exists(*tie, *state) && analysis::is_chosen(*tie, *state);
        };
        std::map<std::string, std::size_t> here;
        for (const Tie* tie : ties_with(Ends::one, *state)) {
            ++recorded;
            if (counts(tie)) ++here[key(*tie)];
        }
        for (const auto& [tie, count] : here) outside[tie] = std::max(outside[tie], count);
        for (const Tie* tie : ties_with(Ends::both, *state))
            if (counts(tie)) inside.insert(key(*tie));
    }
    std::size_t ties = 0;
    for (const auto& [tie, count] : outside) ties += inside.contains(tie) ? 0 : count;
    return options_with(request, recorded, ties);
}

}  // namespace lotse::driver

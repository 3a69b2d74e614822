#include "draw.hpp"

#include <algorithm>
#include <set>
#include <tuple>

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

/// Ties that exist, of all topics, kinds and levels, as a picture shows them.
std::vector<const Tie*> ties_with(Ends ends, const analysis::View& view) {
    const std::vector<bool> inside = analysis::actors_in_view(view);
    std::vector<const Tie*> out;
    for (const Tie& tie : view.network->ties()) {
        const bool from = inside[(*tie.from).index()], to = inside[(*tie.to).index()];
        if ((ends == Ends::both ? from && to : from != to) && analysis::exists(tie, view))
            out.push_back(&tie);
    }
    return out;
}

viz::PictureOptions options_with(const ViewRequest& request, std::size_t outside) {
    viz::PictureOptions options = request.options;
    if (outside > 0) {
        options.ties_outside = true;
        options.notes.push_back(
            message({"Nicht gezeichnet: {} zu Akteuren außerhalb des gewählten Gebiets.",
                     "Not drawn: {} to actors outside the chosen area."},
                    {ties_words(outside)}));
    }
    return options;
}

}  // namespace

viz::PictureOptions tie_options(const ViewRequest& request, std::optional<ActorId> middle) {
    auto outside = ties_with(Ends::one, request.chosen);
    std::erase_if(outside, [&](const Tie* tie) {
        return middle && *tie->from != *middle && *tie->to != *middle;
    });
    return options_with(request, outside.size());
}

viz::PictureOptions tie_options_of_both(const ViewRequest& request, const analysis::View& after) {
    std::set<std::tuple<std::string, std::string, TieKind>> outside, drawn;
    for (const auto& [ends, keys] : {std::pair{Ends::one, &outside}, {Ends::both, &drawn}})
        for (const analysis::View* state : {&request.chosen, &after})
            for (const Tie* tie : ties_with(ends, *state))
                keys->emplace(tie->from.key, tie->to.key, tie->kind);
    std::erase_if(outside, [&](const auto& key) { return drawn.contains(key); });
    return options_with(request, outside.size());
}

}  // namespace lotse::driver

#include "draw.hpp"

#include <algorithm>

namespace lotse::driver {
namespace {

Message ties_words(std::int64_t ties) {
    const auto words = [&](Language language) {
        return viz::counted(static_cast<std::size_t>(ties), {"Beziehung", "tie"},
                            {"Beziehungen", "ties"}, language);
    };
    return {words(Language::de), words(Language::en)};
}

/// Ties that the picture would show if the chosen areas held both ends.
std::int64_t count_outside(const ViewRequest& request, std::optional<ActorId> middle) {
    analysis::View view = request.chosen;
    view.topics.clear();  // of ties a picture shows those of all topics, kinds and levels
    view.kinds.clear();
    view.min_level = 0;
    if (!middle) return analysis::layer_graph(view, analysis::Layer::all).outside;
    const std::vector<bool> inside = analysis::actors_in_view(view);
    return std::ranges::count_if(view.network->ties(), [&](const Tie& tie) {
        const bool is_own = *tie.from == *middle || *tie.to == *middle;
        return is_own && !(inside[(*tie.from).index()] && inside[(*tie.to).index()]) &&
               analysis::exists(tie, view);
    });
}

}  // namespace

viz::PictureOptions tie_options(const ViewRequest& request, std::optional<ActorId> middle) {
    viz::PictureOptions options = request.options;
    if (const std::int64_t outside = count_outside(request, middle); outside > 0) {
        options.ties_outside = true;
        options.notes.push_back(
            message({"Nicht gezeichnet: {} zu Akteuren außerhalb des gewählten Gebiets.",
                     "Not drawn: {} to actors outside the chosen area."},
                    {ties_words(outside)}));
    }
    return options;
}

}  // namespace lotse::driver

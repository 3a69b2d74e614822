#include "draw_ego.hpp"

#include "best_ways.hpp"
#include "centre_of_view.hpp"
#include "draw.hpp"

namespace lotse::driver {
namespace {

Result<viz::Drawing> draw(const ViewRequest& request) {
    const auto actor = centre_of_view(request, "actor");
    if (!actor) return actor.error();
    // Ways are those of the whole network, also where only an area is shown.
    const auto in_whole = request.chosen.network->find_actor((*request.network)[*actor].key);
    const auto ways = best_ways(request.chosen, *in_whole, request.options.language);
    if (!ways) return ways.error();
    viz::PictureOptions options = tie_options(request, *in_whole);
    if (!request.call.has("paper")) options.paper = viz::Paper::a4;
    const analysis::View& chosen = request.chosen;
    if (!chosen.topics.empty() || !chosen.targets.empty() || !chosen.legal.empty())
        options.notes.push_back(
            Text{"--topic, --target und --legal wählen die Wege; Partner und "
                 "Angebote sind alle gezeigt.",
                 "--topic, --target and --legal choose the ways; partners and "
                 "offers are all shown."});
    return viz::ego(*request.network, *actor, *ways, why_no_ways(request.chosen, *in_whole),
                    options);
}

}  // namespace

ViewInfo ego_view() {
    return {
        "ego",
        {"ein Akteur: Partner, Angebote und der beste Weg zu jedem Thema; ohne --paper auf A4",
         "one actor: partners, offers and the best way to each topic; without --paper on A4"},
        1,
        {{"actor",
          {"um diesen Akteur (Schlüssel); sonst das Jobcenter oder die Gesundheitskonferenz mit "
           "den meisten Partnern",
           "around this actor (key); else the jobcenter or health conference with most "
           "partners"},
          OptionForm::single,
          "",
          {}}},
        draw,
        heeds_all,
        never};
}

}  // namespace lotse::driver

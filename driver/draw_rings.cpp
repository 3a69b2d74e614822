#include "draw_rings.hpp"

#include "centre_of_view.hpp"
#include "draw.hpp"

#include <lotse/viz/rings.hpp>

namespace lotse::driver {
namespace {

std::vector<OptionInfo> options() {
    return {
        {"around",
         {"dieser Akteur oder dieses Gremium in die Mitte (Schlüssel); sonst das Jobcenter oder "
          "die Gesundheitskonferenz mit den meisten Partnern",
          "this actor or body in the middle (key); else the jobcenter or health conference with "
          "most partners"},
         OptionForm::single,
         "",
         {}},
        {"empty",
         {"ohne Akteure, zum Ausfüllen von Hand", "without actors, to fill in by hand"},
         OptionForm::flag,
         "",
         {}}};
}

Result<viz::Drawing> draw(const ViewRequest& request) {
    const bool is_empty = request.call.has("empty");
    if (is_empty && !request.call.has("around"))
        return viz::empty_rings(*request.network, std::nullopt, request.options);
    const auto centre = centre_of_view(request, "around");
    if (!centre) return centre.error();
    return is_empty ? viz::empty_rings(*request.network, *centre, request.options)
                    : viz::rings(*request.network, *centre, tie_options(request));
}

}  // namespace

ViewInfo rings_view() {
    return {"rings",
            {"Netzwerkkarte: Ringe um einen Akteur oder ein Gremium, Sektoren als Felder",
             "network card: rings around an actor or body, sectors as slices"},
            1,
            options(),
            draw,
            heeds_none,
            [](const Call& call) { return !call.has("empty"); }};
}

}  // namespace lotse::driver

#include "views.hpp"

#include "draw.hpp"
#include "draw_chain.hpp"
#include "draw_compare.hpp"
#include "draw_ego.hpp"
#include "draw_matrix.hpp"
#include "draw_region.hpp"
#include "draw_rings.hpp"

#include <lotse/viz/partner_map.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

Result<viz::Drawing> draw_partners(const ViewRequest& request) {
    viz::PictureOptions options = tie_options(request);
    const analysis::View& chosen = request.chosen;
    if (!chosen.topics.empty() || !chosen.targets.empty() || !chosen.legal.empty())
        // Only in a report, whose other parts heed them.
        options.notes.push_back(
            Text{"Diese Karte zeigt alle Beziehungen; --topic, --target und --legal begrenzen sie "
                 "nicht.",
                 "This map shows all ties; --topic, --target and --legal do not limit it."});
    return viz::partner_map(*request.network, options);
}

}  // namespace

std::span<const ViewInfo> views() {
    static const std::vector<ViewInfo> all{
        {"partners",
         {"Partnerkarte: wer mit wem, nach Sektoren als Rad",
          "partner map: who with whom, sectors as a wheel"},
         1,
         {},
         draw_partners},
        rings_view(),
        ego_view(),
        chain_view(),
        region_view(),
        matrix_view(),
        compare_view(),
    };
    return all;
}

const ViewInfo* find_view(std::string_view id) {
    const auto found = std::ranges::find(views(), id, &ViewInfo::id);
    return found == views().end() ? nullptr : &*found;
}

}  // namespace lotse::driver

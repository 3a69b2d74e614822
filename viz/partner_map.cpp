#include <lotse/viz/partner_map.hpp>

#include "wheel_map.hpp"

namespace lotse::viz {

Result<Drawing> partner_map(const Network& network, const PictureOptions& options) {
    MapContent content = map_content(network, options);
    explain_frames(content, drawn_actors(content), options.language, content.texts.notes);
    return set_on_paper(
        options,
        counted(content.actors.size(), {"Akteur", "actor"}, {"Akteure", "actors"},
                options.language),
        [&](Paper paper, const PictureOptions& typed) { return wheel_map(content, paper, typed); });
}

}  // namespace lotse::viz

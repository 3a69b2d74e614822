/// The views that `draw` knows: what each shows, which options it takes, and how it is drawn.
#ifndef LOTSE_DRIVER_VIEWS_HPP
#define LOTSE_DRIVER_VIEWS_HPP

#include "load.hpp"

#include <lotse/analysis/view.hpp>
#include <lotse/viz/picture.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace lotse::driver {

/// What a view is asked to draw.
struct ViewRequest {
    analysis::View chosen;                   ///< as --area, --topic ... say; of the whole network
    std::shared_ptr<const Network> network;  ///< what is left of it in the chosen areas
    std::shared_ptr<const Network> after;    ///< the second network, of views that take two
    OptionTexts options_of_after;            ///< as --without and --with hold for it
    viz::PictureOptions options;
    const Call& call;  ///< for the options of one's own
};

inline bool heeds_none(std::string_view, const Call&) {
    return false;
}
inline bool heeds_all(std::string_view, const Call&) {
    return true;
}

inline bool always(const Call&) {
    return true;
}
inline bool never(const Call&) {
    return false;
}

struct ViewInfo {
    std::string_view id;
    Text label;
    std::size_t networks = 1;
    std::vector<OptionInfo> options;  ///< besides those of every picture
    /// Errors: usage (options), limit (does not fit any sheet), else those of the analyses it asks.
    Result<viz::Drawing> (*draw)(const ViewRequest&);
    /// Whether --topic, --target or --legal (named without dashes) chooses what is drawn.
    bool (*heeds)(std::string_view option, const Call&) = heeds_none;
    /// Whether actors stand at places that --positions sets and --save-positions writes.
    bool (*has_places)(const Call&) = always;
};

std::span<const ViewInfo> views();

/// nullptr: there is none of that name.
const ViewInfo* find_view(std::string_view id);

}  // namespace lotse::driver

#endif

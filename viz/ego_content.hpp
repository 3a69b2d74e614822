/// What the sheet of one actor shows, before anything has a place.
#ifndef LOTSE_VIZ_EGO_CONTENT_HPP
#define LOTSE_VIZ_EGO_CONTENT_HPP

#include "map_content.hpp"

#include <lotse/viz/ego.hpp>

namespace lotse::viz {

struct EgoTie {
    std::string id;
    std::string title;
    TieClass drawn_as = TieClass::exchange;
    enum class Towards { partner, actor, nobody } towards = Towards::nobody;
    std::string text;  ///< kind and level
};

struct EgoPartner {
    std::size_t actor = 0;  ///< position in MapContent::actors
    std::vector<EgoTie> ties;
};

struct EgoOffer {
    std::string name;
    std::string detail;  ///< topics, part, status
};

struct EgoContent {
    MapContent map;  ///< texts are those of this sheet
    std::size_t actor = 0;
    std::vector<EgoPartner> partners;  ///< by group, then name
    std::vector<EgoOffer> offers;
    std::vector<EgoWay> ways;
    std::string no_ways;            ///< why there are none
    std::vector<TieClass> classes;  ///< the used ones
};

EgoContent ego_content(const Network& network, ActorId actor, const std::vector<EgoWay>& ways,
                       const PictureOptions& options);

}  // namespace lotse::viz

#endif

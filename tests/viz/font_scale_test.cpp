// Larger type makes names larger, never smaller.
#include <lotse/viz/chain.hpp>
#include <lotse/viz/rings.hpp>

#include "sample_maps.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

using namespace lotse;
using namespace lotse::viz;

namespace {

/// Actors whose name is smaller than in the other picture.
std::size_t smaller_names(const Drawing& drawing, const Drawing& other) {
    REQUIRE(drawing.nodes.size() == other.nodes.size());
    return static_cast<std::size_t>(std::ranges::count_if(drawing.nodes, [&](const Node& node) {
        const auto same = std::ranges::find(other.nodes, node.id, &Node::id);
        REQUIRE(same != other.nodes.end());
        return node.font_pt < same->font_pt - 0.06;
    }));
}

bool speaks_of_font_scale(const Drawing& drawing) {
    return std::ranges::any_of(drawing.messages, [](const std::string& message) {
        return message.find("--font-scale") != std::string::npos;
    });
}

using View = std::function<Result<Drawing>(const Network&, const PictureOptions&)>;

const std::vector<std::pair<std::string, View>> views{
    {"partners", partner_map},
    {"chain", chain},
    {"rings",
     [](const Network& network, const PictureOptions& options) {
         return rings(network, *network.find_actor("k1000"), options);
     }},
};

}  // namespace

TEST_CASE("names are not smaller with a larger font scale") {
    for (const auto& [name, view] : views)
        for (const std::size_t actors : {12u, 60u}) {
            const auto network = sample_tables(actors).network();
            const Result<Drawing> plain = view(*network, {});
            REQUIRE(plain);
            for (const double scale : {1.3, 2.0}) {
                PictureOptions options;
                options.font_scale = scale;
                const Result<Drawing> larger = view(*network, options);
                REQUIRE(larger);
                INFO(name << ", " << actors << " actors, scale " << scale << ", " << larger->paper);
                CHECK(smaller_names(*larger, *plain) == 0);
                if (larger->paper != plain->paper) CHECK(speaks_of_font_scale(*larger));
            }
        }
}

TEST_CASE("where the sheet is to be kept larger type does not take a larger one") {
    const auto network = sample_tables(60).network();
    for (const auto& [name, view] : views) {
        PictureOptions options;
        const Result<Drawing> plain = view(*network, options);
        options.font_scale = 3;
        options.keeps_sheet = true;
        const Result<Drawing> kept = view(*network, options);
        REQUIRE(plain);
        REQUIRE(kept);
        INFO(name);
        CHECK(kept->paper == plain->paper);
        CHECK(smaller_names(*kept, *plain) == 0);
        CHECK(speaks_of_font_scale(*kept));
    }
}

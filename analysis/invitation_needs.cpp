#include "invitation_needs.hpp"

#include "ways.hpp"
#include "whom_to_ask.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>

namespace lotse::analysis {
namespace {

/// Positions among the candidates whose actor does.
std::vector<std::size_t> who(const LayerGraph& layer, std::span<const std::size_t> candidates,
                             const auto& does) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < candidates.size(); ++c)
        if (does(layer.actors[candidates[c]])) out.push_back(c);
    return out;
}

void add_topics(const View& view, const LayerGraph& layer, std::span<const std::size_t> candidates,
                std::vector<Need>& out) {
    std::map<std::string, std::vector<std::size_t>> recorded;
    for (const TopicGoals& goals : topic_goals(view, layer)) {
        auto& able = recorded[goals.topic.key];
        for (std::size_t c = 0; c < candidates.size(); ++c)
            if (std::ranges::binary_search(goals.positions, candidates[c])) able.push_back(c);
    }
    for (const Code& code : view.network->codes().list("topics")->codes()) {
        const auto it = recorded.find(code.code);
        const bool asked = std::ranges::find(view.topics, code.code) != view.topics.end();
        if (it == recorded.end() && !asked) continue;
        out.push_back({RequirementKind::topic,
                       {code.code, code.label},
                       it == recorded.end() ? std::vector<std::size_t>{} : it->second});
    }
}

}  // namespace

Result<std::vector<Need>> invitation_needs(const View& view, const LayerGraph& layer,
                                           std::span<const std::size_t> candidates,
                                           const std::vector<std::string>& sectors) {
    const Network& network = *view.network;
    std::vector<Need> out;
    add_topics(view, layer, candidates, out);
    for (const std::string& key : sectors)
        if (!from_key<Sector>(key))
            return Error{ErrorKind::usage,
                         message({"--sectors: „{}“ ist kein Sektor (etwa health, work, social).",
                                  "--sectors: '{}' is no sector (such as health, work, social)."},
                                 {key})};
    for (const auto& sector : all_enumerators<Sector>) {
        auto able = who(layer, candidates,
                        [&](ActorId id) { return network.sector_of(id) == sector.value; });
        const bool asked = std::ranges::find(sectors, sector.key) != sectors.end();
        if (sectors.empty() ? !able.empty() : asked)
            out.push_back({RequirementKind::sector,
                           {std::string{sector.key}, sector.label},
                           std::move(able)});
    }
    for (const AreaId area : view.areas)
        out.push_back({RequirementKind::area,
                       {network[area].key, name_words(network, area)},
                       who(layer, candidates, [&](ActorId id) {
                           return service(network, id, area) != Service::none;
                       })});
    return out;
}

}  // namespace lotse::analysis

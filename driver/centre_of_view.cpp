#include "centre_of_view.hpp"

#include "presence.hpp"

#include <set>
#include <tuple>

namespace lotse::driver {
namespace {

/// How many others each actor is tied to.
std::vector<std::size_t> partner_counts(const ViewRequest& request) {
    const Network& network = *request.network;
    std::vector<std::set<std::size_t>> partners(network.actors().size());
    for (const Tie& tie : network.ties()) {
        if (!analysis::exists(tie, request.chosen)) continue;
        partners[(*tie.from).index()].insert((*tie.to).index());
        partners[(*tie.to).index()].insert((*tie.from).index());
    }
    std::vector<std::size_t> counts;
    for (const auto& of_actor : partners) counts.push_back(of_actor.size());
    return counts;
}

}  // namespace

Result<ActorId> centre_of_view(const ViewRequest& request, std::string_view option) {
    const Network& network = *request.network;
    if (const std::string key = request.call.option(option); !key.empty()) {
        if (const auto actor = network.find_actor(key)) return *actor;
        return Error{ErrorKind::usage, message({"--{}: Einen Akteur „{}“ gibt es hier nicht.",
                                                "--{}: there is no actor '{}' here."},
                                               {option, key})};
    }
    if (network.actors().empty())
        return Error{ErrorKind::usage,
                     Text{"Das Netz hat keinen Akteur, um den es gezeichnet werden könnte.",
                          "The network has no actor that it could be drawn around."}};
    const std::vector<std::size_t> partners = partner_counts(request);
    const auto is_hub = [&](std::size_t i) {
        const std::string& kind = network.actors()[i].kind;
        return (kind == "jobcenter" || kind == "health_conference") &&
               network.is_partner(ActorId{i});
    };
    const auto rank = [&](std::size_t i) {
        return std::tuple{is_there(request.chosen, network.actors()[i]), is_hub(i), partners[i]};
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < partners.size(); ++i)
        if (rank(i) > rank(best)) best = i;
    return ActorId{best};
}

}  // namespace lotse::driver

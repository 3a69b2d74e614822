#include "positions.hpp"

#include "load.hpp"

#include <lotse/base/unicode.hpp>
#include <lotse/io/positions.hpp>

#include <algorithm>

namespace lotse::driver {

Result<viz::Places> read_positions(const Call& call) {
    viz::Places places;
    if (!call.has("positions")) return places;
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto positions = io::read_positions(path_of(call.option("positions")), *limits);
    if (!positions) return positions.error();
    for (const auto& [key, place] : *positions)
        places[unicode::nfc(unicode::trim(key))] = {place.x, place.y};
    return places;
}

void note_unknown_positions(const viz::Places& places,
                            std::initializer_list<const Network*> networks, const Call& call) {
    if (call.has("quiet")) return;
    std::size_t count = 0;
    std::string first;
    for (const auto& [key, place] : places) {
        const bool known = std::ranges::any_of(networks, [&key = key](const Network* network) {
            return network != nullptr && network->find_actor(key);
        });
        if (known) continue;
        if (count++ == 0) first = key;
    }
    if (count > 0 && call.has("pseudonymise"))  // the key would be a name
        say(message({"lotse: --positions: Schlüssel, die mit --pseudonymise kein Akteur hat: {}. "
                     "Dazu gehört eine Datei, die „lotse draw --pseudonymise --save-positions“ "
                     "geschrieben hat.",
                     "lotse: --positions: keys that no actor has with --pseudonymise: {}. It takes "
                     "a file that 'lotse draw --pseudonymise --save-positions' wrote."},
                    {std::to_string(count)})
                .in(call.language));
    else if (count > 0)
        say(message({"lotse: --positions: Schlüssel, die kein Akteur hat: {} (etwa „{}“).",
                     "lotse: --positions: keys that no actor has: {} (such as '{}')."},
                    {std::to_string(count), first})
                .in(call.language));
}

std::string positions_text(const viz::Places& places) {
    io::Positions positions;
    for (const auto& [key, place] : places) positions[key] = {place.x, place.y};
    return io::positions_text(positions);
}

std::string positions_text(const viz::Drawing& drawing) {
    return positions_text(drawing.places);
}

}  // namespace lotse::driver

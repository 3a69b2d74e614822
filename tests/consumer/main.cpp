// A program of somebody else: builds a small network and asks for a measure.
#include <lotse/analysis/analysis.hpp>
#include <lotse/model/network.hpp>

int main() {
    lotse::NetworkTables tables;
    for (const char* key : {"jc", "ga"}) {
        lotse::Actor& actor = tables.actors.emplace_back();
        actor.key = actor.name = key;
        actor.kind = "other";
    }
    lotse::Tie& tie = tables.ties.emplace_back();
    tie.from.key = "jc";
    tie.to.key = "ga";
    const lotse::Network network{{"Test", "", false}, std::move(tables)};
    return network.actors().size() == 2 && lotse::analysis::find("centrality") ? 0 : 1;
}

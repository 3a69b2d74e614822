#include "acceptability.hpp"

#include <lotse/model/fee.hpp>

#include "coverage_evidence.hpp"

#include <algorithm>
#include <array>

namespace lotse::analysis {
namespace {

struct Criterion {
    ThreeValued Acceptability::*value;
    std::string_view key;
    Text label;
};

constexpr std::array criteria{
    Criterion{&Acceptability::title,
              "neutral_title",
              {"ob der Titel frei von Defizitwörtern ist (ja/nein)",
               "whether the title is free of words of deficit (yes/no)"}},
    Criterion{&Acceptability::venue, "venue", {"Art des Ortes", "kind of venue"}},
    Criterion{&Acceptability::voluntary, "voluntary", {"freiwillig", "voluntary"}},
    Criterion{&Acceptability::cost, "free", {"kostenfrei", "free"}},
    Criterion{&Acceptability::open, "open_to", {"für wen offen", "open to"}},
    Criterion{&Acceptability::format, "delivery", {"Format", "delivery"}},
};

// A word that no list knows may mean anything: of an open list the answer is unknown. A neutral
// venue is not the premises of an authority, whatever its kind.

ThreeValued away_from_jobcenter(const Network& network, const Offer& offer) {
    if (is_online(network, offer)) return ThreeValued::yes;
    if (offer.venues.empty()) return ThreeValued::unknown;
    const CodeList* kinds = network.codes().list("venue_kinds");
    ThreeValued out = ThreeValued::no;
    for (const auto& venue : offer.venues) {
        const Venue& row = network[*venue];
        const bool elsewhere = kinds->find(row.kind) || row.neutral == ThreeValued::yes;
        out = either(out, row.kind == "jobcenter" ? ThreeValued::no
                          : elsewhere             ? ThreeValued::yes
                                                  : ThreeValued::unknown);
    }
    return out;
}

ThreeValued on_site(const Network& network, const Offer& offer) {
    if (is_online(network, offer)) return ThreeValued::no;
    return offer.delivery == "on_site" || offer.delivery == "hybrid" ? ThreeValued::yes
                                                                     : ThreeValued::unknown;
}

}  // namespace

ThreeValued open_to_more(const Offer& offer) {
    if (offer.open_to == "jobcenter_only") return ThreeValued::no;
    return offer.open_to == "mixed" || offer.open_to == "public" ? ThreeValued::yes
                                                                 : ThreeValued::unknown;
}

ThreeValued Acceptability::all() const {
    ThreeValued out = ThreeValued::yes;
    for (const Criterion& c : criteria) out = both(out, this->*c.value);
    return out;
}

std::int64_t Acceptability::barriers() const {
    return std::ranges::count_if(
        criteria, [&](const Criterion& c) { return this->*c.value == ThreeValued::no; });
}

std::vector<Choice> Acceptability::missing() const {
    std::vector<Choice> out;
    for (const Criterion& c : criteria)
        if (this->*c.value == ThreeValued::unknown) out.push_back({std::string{c.key}, c.label});
    return out;
}

Acceptability acceptability(const Network& network, const Offer& offer) {
    return {offer.neutral_title, away_from_jobcenter(network, offer),
            offer.voluntary,     free_of_charge(offer),
            open_to_more(offer), on_site(network, offer)};
}

}  // namespace lotse::analysis

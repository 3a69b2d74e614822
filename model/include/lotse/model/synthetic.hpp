/// Synthetic network: invented actors, ties and offers on the real Kreise, of a chosen size.
#ifndef LOTSE_MODEL_SYNTHETIC_HPP
#define LOTSE_MODEL_SYNTHETIC_HPP

#include <lotse/base/describe.hpp>
#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>

#include <cstddef>

namespace lotse {

struct SyntheticSize {
    int areas = 10;             ///< Kreise that touch each other; 400 are all of Germany
    int actors_per_area = 140;  ///< mean over the Kreise; a large one has more
    int seed = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("areas", &SyntheticSize::areas,
                  {"Zahl der Kreise (1 bis 400, alle 400 sind Deutschland)",
                   "number of Kreise (1 to 400, all 400 are Germany)"}),
            field("actors-per-area", &SyntheticSize::actors_per_area,
                  {"Akteure je Kreis im Mittel (50 bis 2000)",
                   "actors per Kreis on average (50 to 2000)"}),
            field("seed", &SyntheticSize::seed,
                  {"Startwert: gleiche Zahlen, gleiches Netz", "seed: same numbers, same network"}),
        };
    }
};

struct Synthetic {
    NetworkInfo info;
    NetworkTables tables;
};

/// About how many actors a network of this size has. Errors: usage (a number out of its range).
Result<std::size_t> expected_actors(const SyntheticSize& size);

/// A network in the shape of those that are recorded: in every Kreis a jobcenter, a health office
/// and the bodies around them, many clubs and practices with few ties, services with many, and
/// offers of each (about 2.4 an actor); across them Länder, insurers and employment agencies. The
/// Kreise, their inhabitants and neighbours are real (datasets/geo), everything else is invented
/// and named so: the network is fictional, and every name and the one source say synthetic.
/// The proportions are set by hand after datasets/musterkreis; they are no statistics.
///
/// The same size and language give the same rows on every machine. O(rows log rows) time.
/// Errors: as expected_actors.
Result<Synthetic> synthetic_network(const SyntheticSize& size, Language language);

}  // namespace lotse

#endif

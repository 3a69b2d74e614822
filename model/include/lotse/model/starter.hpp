/// Starter network: what must exist by law in chosen Kreise, each actor an assumption to confirm.
#ifndef LOTSE_MODEL_STARTER_HPP
#define LOTSE_MODEL_STARTER_HPP

#include <lotse/base/result.hpp>
#include <lotse/model/network.hpp>

#include <span>
#include <string>
#include <vector>

namespace lotse {

struct Starter {
    NetworkInfo info;
    NetworkTables tables;
    std::vector<std::string> districts;  ///< keys of the chosen Kreise, sorted
    /// What no checked law demands in some of the chosen Länder, and is therefore not there.
    std::vector<Message> left_out;
};

/// Jobcenter, employment agency, health office and, where the law of the Land has one, health
/// conference of the Kreise that the keys name: a Kreis (5 digits), a Land (2 digits), or `de` for
/// all of Germany. Every actor has the confidence `assumed`, its rule as source and the rule's
/// date; the chosen and the neighbouring Kreise are rows of the table areas. There are no ties: a
/// row of the table ties, whatever its status, says that there is a tie, and nobody knows of any.
///
/// Rules: datasets/codes/starter_rules.csv and starter_exceptions.csv, with their sources;
/// municipal_carriers.csv (Anlage zu § 1 KomtrZV); neighbours: datasets/geo/kreise_nachbarn.csv.
/// Cost: O(chosen Kreise x rows of these tables). Errors: usage (a key that names no Kreis or Land,
/// with the nearest that does; no key at all).
Result<Starter> starter_network(std::span<const std::string> area_keys, Language language);

}  // namespace lotse

#endif

/// Keys of areas as people and spreadsheets write them.
#ifndef LOTSE_MODEL_AREA_KEYS_HPP
#define LOTSE_MODEL_AREA_KEYS_HPP

#include "build_log.hpp"
#include "cell_parser.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

/// The Kreis that a municipality is by itself: "05911" of Bochum, 05911000 or 059110000000. Empty:
/// the key is none of such a town.
std::string_view district_of_town(std::string_view key);

/// The municipality under its other key (AGS for ARS, ARS for AGS). nullptr: not among them.
/// Precondition: sorted by key. O(log n) and the areas of its Kreis.
const Area* find_under_other_key(const std::vector<Area>& areas, std::string_view key);

/// Under which key a network holds an area.
class HeldAreas {
public:
    explicit HeldAreas(const std::vector<Area>& own);

    /// That of the Kreis for such a town and one for AGS and ARS of any other municipality, unless
    /// the network has a row of that very key.
    std::string key_of(std::string_view mentioned) const;

private:
    std::set<std::string_view> own_;                                    ///< keys of municipalities
    std::map<std::string, std::string_view, std::less<>> key_of_same_;  ///< without towns
};

/// What a spreadsheet makes of a key by taking it for a number: "5911.0", "5.911", "5.911E3". Keys
/// of a network's own may look so, too.
bool is_like_number(std::string_view key);

/// That a spreadsheet turned the key into a number.
void report_number_for_key(const std::string& text, const CellContext& context);

/// Warns of own keys that are probably official ones turned into numbers.
void warn_number_like_areas(const std::vector<Area>& areas, BuildLog& log);

}  // namespace lotse

#endif

/// Finds the Land, Kreis or municipality that people mean by a name or a key.
#ifndef LOTSE_IO_AREA_NAMES_HPP
#define LOTSE_IO_AREA_NAMES_HPP

#include <lotse/model/area.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::io {

/// Source of the municipalities, for the rows that a network gets of them.
inline constexpr std::string_view municipalities_source = "GeoBasis-DE / BKG 2016, Daten verändert";

/// The German Länder, Kreise and municipalities of datasets/geo by key and by name. Case, blanks
/// and punctuation do not matter; "Lkr." and "LK" are Landkreise.
class AreaNames {
public:
    /// Read once, at the first call.
    static const AreaNames& built_in();

    /// Municipalities of the districts (keys of Kreise or Länder; none: of Germany) with exactly
    /// this name, else those whose names begin with its words ("Auerbach" for Auerbach/Vogtl.),
    /// else the same for what stands before a bracket, comma, slash or "OT". An independent city
    /// goes by its Kreis key. In the order of keys.
    std::vector<std::string> towns(std::string_view name,
                                   std::span<const std::string> districts) const;
    /// Kreise and Länder; a bare name may mean a city and the Landkreis around it.
    std::vector<std::string> districts(std::string_view name) const;

    /// What a name or a key means: a key, else Kreise and Länder, else municipalities.
    std::vector<std::string> keys(std::string_view text) const;

    /// The key is that of a municipality or of an independent city, not of what holds several.
    bool is_town(std::string_view key) const;

    /// nullptr: no area has this key.
    const Area* find(std::string_view key) const;

private:
    AreaNames();

    using Index = std::multimap<std::string, std::string, std::less<>>;

    std::map<std::string, Area, std::less<>> areas_;
    std::set<std::string, std::less<>> cities_;  ///< Kreis keys of independent cities
    Index towns_;
    Index districts_;
};

/// Leading zero repaired (4 to 5, 7 to 8, 11 to 12 digits); empty: no official key.
std::string official_key(std::string_view text);

}  // namespace lotse::io

#endif

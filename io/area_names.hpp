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

struct TownsFound {
    std::vector<std::string> keys;
    bool whole =
        false;  ///< all that is written counts; else something behind the name is left over
};

/// The German Länder, Kreise and municipalities of datasets/geo by key and by name. Case, blanks
/// and punctuation do not matter; words such as "Lkr." are in datasets/codes/area_words.csv.
class AreaNames {
public:
    /// Read once, at the first call.
    static const AreaNames& built_in();

    /// Municipalities of the districts (keys of Kreise or Länder; none: of Germany) with this name
    /// ("Auerbach" also for Auerbach/Vogtl., "Frankfurt a.M." for Frankfurt am Main), else the same
    /// for what stands before a bracket, comma, slash or "OT". In a Kreis the full name comes first
    /// and the first part of a double name counts; so does the full name of an independent city,
    /// which goes by its Kreis key. In the order of keys.
    TownsFound towns(std::string_view name, std::span<const std::string> districts) const;
    /// What may stand between a town and the name of a part of it.
    enum class Behind { hyphen_of_city, any_sign };
    /// The town whose part a name tells: "Bochum-Wattenscheid" and, where any sign will do, "Kiel
    /// Gaarden". Only towns that are the only ones called exactly so; without a postcode only
    /// independent cities ("Kirchen-Hausen" lies in Geisingen). Empty or one key.
    std::vector<std::string> town_of_part(std::string_view name, Behind behind) const;

    /// Kreise and Länder; a bare name may mean a city and the Landkreis around it.
    std::vector<std::string> districts(std::string_view name) const;
    /// The same without names that leave something out ("Nienburg" for Nienburg (Weser)).
    std::vector<std::string> exact_districts(std::string_view name) const;
    /// Of "Stadt und Landkreis Hof": both, or the Landkreis that holds the town. Else empty.
    std::vector<std::string> city_and_district(std::string_view text) const;

    /// What a name or a key means: a key, else Kreise and Länder, else municipalities.
    std::vector<std::string> keys(std::string_view text) const;

    /// The text as a whole is called so, whatever signs and words it holds.
    bool is_name(std::string_view text) const;

    /// The key of the Kreis that took over the former one of this key; else the key itself.
    std::string today(const std::string& key) const;

    /// The key is that of a municipality or of an independent city, not of what holds several.
    bool is_town(std::string_view key) const;

    /// The key is that of an independent city.
    bool is_city(std::string_view key) const { return cities_.find(key) != cities_.end(); }

    /// The area is, or lies in, one of the areas of these keys; also where there are none.
    bool lies_in(const std::string& key, std::span<const std::string> districts) const;

    /// nullptr: no area has this key.
    const Area* find(std::string_view key) const;

private:
    AreaNames();

    using Index = std::multimap<std::string, std::string, std::less<>>;

    struct ShortName {
        std::string key;
        std::vector<std::string> addition;
    };

    void add_towns();
    void learn_spelling(const std::string& key);
    /// The match key of the name as the tables spell it, where only one is meant.
    std::string as_spelt(std::string_view name) const;
    std::vector<std::string> towns_called(const std::string& name,
                                          std::span<const std::string> districts) const;
    /// Kreise of a name (match key) that are independent cities, or are none.
    std::vector<std::string> of_kind(std::string_view kind, const std::string& rest) const;

    std::map<std::string, Area, std::less<>> areas_;
    std::set<std::string, std::less<>> cities_;  ///< Kreis keys of independent cities
    Index towns_;
    std::multimap<std::string, ShortName, std::less<>> short_towns_;  ///< by the name alone
    Index first_parts_;                                               ///< of double names
    Index districts_;
    std::multimap<std::string, ShortName, std::less<>> short_districts_;
    std::map<std::string, std::string, std::less<>> same_as_land_;  ///< Land: its only Kreis
    std::map<std::string, std::set<std::string>> spellings_;  ///< match keys of names spelt alike
    std::map<std::string, std::string, std::less<>> former_;  ///< former Kreis: that of today
};

/// "Weimar-Halle", "Bonn-Center": a house that is called after its town, no part of it.
bool names_house(std::string_view name);

/// Leading zero repaired (4 to 5, 7 to 8, 11 to 12 digits); empty: no official key.
std::string official_key(std::string_view text);

}  // namespace lotse::io

#endif

/// Area: a Land, Kreis, municipality or any own region, known by its official key (AGS/ARS).
#ifndef LOTSE_MODEL_AREA_HPP
#define LOTSE_MODEL_AREA_HPP

#include <lotse/model/record.hpp>

namespace lotse {

struct Area : Record {
    /// Amtlicher Schlüssel as text: Land 2, Regierungsbezirk 3, Kreis 5, Gemeinde 8 digits, ARS 12;
    /// own areas take any key that is not all digits.
    std::string key;
    std::string name;
    std::string level;       ///< code list levels
    Ref<Area> parent;        ///< empty: from the digits of the key
    std::string settlement;  ///< BBSR-Kreistyp, code list settlement_classes
    std::optional<std::int64_t> population;
    std::optional<std::int64_t> unemployed_sgb2;
    std::optional<std::int64_t> unemployed_sgb3;
    std::optional<std::int64_t> long_term;
    std::optional<double> deprivation;
    std::optional<double> lat;  ///< WGS 84, degrees north
    std::optional<double> lon;  ///< WGS 84, degrees east

    static constexpr std::string_view table = "areas";
    static constexpr auto columns() {
        return std::tuple{
            column("key", &Area::key, {"Schlüssel", "Key"})
                .as_key()
                .also("AGS|ARS|Gemeindeschlüssel|Kreisschlüssel|ID"),
            column("name", &Area::name, {"Name", "Name"}).required().also("Gebiet|Bezeichnung"),
            column("level", &Area::level, {"Ebene", "Level"}).codes("levels"),
            column("parent", &Area::parent, {"Übergeordnet", "Parent"}).also("gehört zu"),
            column("settlement", &Area::settlement, {"Siedlungstyp", "Settlement"})
                .codes("settlement_classes")
                .also("Kreistyp"),
            column("population", &Area::population, {"Einwohner", "Population"})
                .at_least(0)
                .also("Bevölkerung|Einwohnerzahl"),
            column("unemployed_sgb2", &Area::unemployed_sgb2,
                   {"Arbeitslose SGB II", "Unemployed SGB II"})
                .at_least(0),
            column("unemployed_sgb3", &Area::unemployed_sgb3,
                   {"Arbeitslose SGB III", "Unemployed SGB III"})
                .at_least(0),
            column("long_term", &Area::long_term, {"Langzeitarbeitslose", "Long-term unemployed"})
                .at_least(0),
            column("deprivation", &Area::deprivation, {"Deprivation", "Deprivation"}).also("GISD"),
            column("lat", &Area::lat, {"Breite", "Latitude"}).within(-90, 90).also("Breitengrad"),
            column("lon", &Area::lon, {"Länge", "Longitude"})
                .within(-180, 180)
                .also("Längengrad|lng"),
        };
    }
};
using AreaId = Id<Area>;

}  // namespace lotse

#endif

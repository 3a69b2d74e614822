#include "export_notes.hpp"

#include <lotse/io/area_layer.hpp>

#include "geojson.hpp"
#include "hsds_package.hpp"
#include "kumu.hpp"
#include "network_table.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

/// Names of the tables that have rows, besides those named.
std::string other_tables(const Network& network, std::initializer_list<std::string_view> held) {
    std::string out;
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        if (rows.empty() || std::ranges::find(held, Row::table) != held.end()) return;
        out += (out.empty() ? "" : ", ") + std::string{Row::table};
    });
    return out;
}

/// How many features of the layer have this position.
std::string count(const MapLayer& layer, std::string_view position) {
    const auto field = static_cast<std::size_t>(std::ranges::find(layer.fields, "position") -
                                                layer.fields.begin());
    return std::to_string(std::ranges::count_if(layer.features, [&](const MapFeature& feature) {
        return std::get<std::string>(feature.values[field]) == position;
    }));
}

}  // namespace

std::vector<Message> limits_of_workbook(const Network& network, const ExportOptions& options) {
    constexpr std::size_t most = 2'000'000;  // most_cells of gdal/facts.hpp
    std::vector<Message> notes;
    NetworkTables::for_each(network.tables(), [&](const auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        std::size_t cells = export_columns(rows, options).size();
        for (const Row& row : rows)
            for_each_exported_text(row, options, [&](auto, auto) { ++cells; });
        if (cells <= most) return;
        notes.push_back(
            message({"Die Tabelle {} hat {} gefüllte Zellen; lotse liest von einem Blatt nur "
                     "2 000 000 und wird diese Arbeitsmappe ablehnen. Zum Wiedereinlesen bitte "
                     "eine andere Form wählen (.json, Ordner).",
                     "The table {} has {} filled cells; lotse reads only 2,000,000 of a sheet and "
                     "will refuse this workbook. To read it again choose another form (.json, "
                     "folder)."},
                    {std::string{Row::table}, std::to_string(cells)}));
    });
    return notes;
}

std::vector<Message> left_out_of_graph(const Network& network, const ExportOptions&) {
    const std::string tables = other_tables(network, {Actor::table, Tie::table});
    if (tables.empty()) return {};
    return {message({"Eine Graphdatei hält nur Akteure und Beziehungen; nicht dabei sind die "
                     "Tabellen {}.",
                     "A graph file holds actors and ties only; left out are the tables {}."},
                    {tables})};
}

std::vector<Message> left_out_of_kumu(const Network& network, const ExportOptions&) {
    std::vector<Message> notes;
    const std::string tables = other_tables(network, {Actor::table, Tie::table});
    if (!tables.empty())
        notes.push_back(message({"Eine Karte in Kumu hält nur Akteure und Beziehungen; nicht dabei "
                                 "sind die Tabellen {}.",
                                 "A map in Kumu holds actors and ties only; left out are the "
                                 "tables {}."},
                                {tables}));
    const auto labels = kumu_labels(network);
    std::int64_t changed = 0;
    for (std::size_t i = 0; i < labels.size(); ++i)
        changed += labels[i] != network.actors()[i].name;
    if (changed > 0)
        notes.push_back(message({"Kumu verbindet nach dem Namen: {} Akteure, die gleich heißen wie "
                                 "andere oder „|“ im Namen tragen, stehen dort mit ihrem Schlüssel "
                                 "oder „/“.",
                                 "Kumu joins by name: {} actors that are called like others or "
                                 "have '|' in their name stand there with their key or '/'."},
                                {std::to_string(changed)}));
    return notes;
}

std::vector<Message> left_out_of_map(const Network& network, const ExportOptions& options) {
    std::vector<Message> notes;
    const auto layers = map_layers(network, options);
    const auto& [actors, ties, areas] = layers;
    notes.push_back(message({"Von {} Akteuren ist der Ort von {} erfasst; {} stehen am Punkt ihres "
                             "Gebiets (position = area), {} ohne Ort.",
                             "Of {} actors the place of {} is recorded; {} stand at the point of "
                             "their area (position = area), {} without a place."},
                            {std::to_string(actors.features.size()), count(actors, "recorded"),
                             count(actors, "area"), count(actors, "none")}));
    if (const auto without = count(areas, "none"); without != "0")
        notes.push_back(
            message({"{} von {} Gebieten haben keine Grenze; --boundaries DATEI.geojson "
                     "nimmt eigene.",
                     "{} of {} areas have no boundary; --boundaries FILE.geojson takes "
                     "your own."},
                    {without, std::to_string(areas.features.size())}));
    for (const std::string& source : boundary_texts(areas, &Boundary::attribution))
        notes.push_back(message({"Wer die Grenzen weitergibt oder druckt, nennt die Quelle: {}",
                                 "Whoever passes the boundaries on or prints them names the "
                                 "source: {}"},
                                {source}));
    const std::string tables = other_tables(
        network, {Actor::table, Tie::table, Area::table, Offer::table, Finding::table});
    if (!tables.empty())
        notes.push_back(
            message({"Angebote und Feststellungen gehen nur in die Kennzahlen ein; nicht "
                     "dabei sind die Tabellen {}.",
                     "Offers and findings enter the indicators only; left out are the "
                     "tables {}."},
                    {tables}));
    return notes;
}

std::vector<Message> left_out_of_indicators(const Network&, const ExportOptions& options) {
    if (!options.areas) return {};
    const auto withheld = std::ranges::count_if(options.areas->figures.rows, [](const auto& row) {
        return std::ranges::any_of(
            row, [](const Value& value) { return std::holds_alternative<Withheld>(value); });
    });
    std::vector<Message> notes{
        Text{"Nur Kennzahlen der Gebiete; leer heißt nicht erfasst, nie null.",
             "Indicators of areas only; empty means not recorded, never zero."}};
    if (withheld > 0)
        notes.push_back(message({"In {} Zeilen sind kleine Personenzahlen zurückgehalten; die "
                                 "Spalte withheld nennt sie.",
                                 "In {} rows small counts of persons are kept back; the column "
                                 "withheld names them."},
                                {std::to_string(withheld)}));
    return notes;
}

std::vector<Message> limits_of_hsds(const Network& network, const ExportOptions&) {
    const std::size_t without = hsds::services_without_organization(network);
    if (without == 0) return {};
    return {message({"HSDS will zu jedem Angebot eine Organisation; bei {} nennt das Netz keine "
                     "einzelne Einrichtung, dort bleibt organization_id leer.",
                     "HSDS wants an organization for each service; for {} the network names no "
                     "single one, and organization_id stays empty there."},
                    {std::to_string(without)})};
}

}  // namespace lotse::io

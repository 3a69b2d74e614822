#include <lotse/base/child_process.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/limits.hpp>

#include "geojson.hpp"
#include "network_credit.hpp"

namespace lotse::io {
namespace {

constexpr int seconds_to_write = 120;

Error missing_helper() {
    return {ErrorKind::input_output,
            message({"GeoPackage schreibt das Programm lotse-gdal; es fehlt in „{}“ und in "
                     "libexec/lotse. Bitte lotse vollständig installieren, oder .geojson wählen.",
                     "GeoPackages are written by the program lotse-gdal; it is missing in '{}' and "
                     "in libexec/lotse. Install lotse completely, or choose .geojson."},
                    {program_folder()})};
}

/// The date the network speaks of; a file needs one, and the clock would change its bytes.
std::string date_of(const Network& network) {
    const auto as_of = network.as_of();
    if (!as_of) return "1970-01-01";
    const std::chrono::year_month_day day{as_of->latest()};
    return to_string(PartialDate{static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                 static_cast<unsigned>(day.day())});
}

/// What a GeoPackage has no other place for: name, licence, whether it is fictional, and whom to
/// name for the boundaries.
std::string description(const Network& network, const MapLayer& areas, Language language) {
    std::string out = network.info().name;
    if (network.info().fictional) out += Text{" (fiktive Daten)", " (fictional data)"}.in(language);
    const auto add = [&](Text name, const std::string& value) {
        if (!value.empty()) out += std::string{name.in(language)} + value;
    };
    add({"; Lizenz: ", "; licence: "}, network.info().license);
    add({"; Quellen: ", "; sources: "}, source_list(network));
    for (const std::string Boundary::*text : {&Boundary::attribution, &Boundary::license})
        for (const std::string& one : boundary_texts(areas, text))
            add({"; Grenzen: ", "; boundaries: "}, one);
    return out;
}

}  // namespace

Result<std::string> geopackage_text(const Network& network, const ExportOptions& options) {
    const auto program = find_helper_program("lotse-gdal");
    if (!program) return missing_helper();
    const auto layers = map_layers(network, options);
    const std::string words = description(network, layers.back(), options.language);
    std::string collections;
    for (const MapLayer& layer : layers)
        collections += (collections.empty() ? "" : "\x1e") + geojson_of_layer(layer, words);
    constexpr Limits limits;
    ChildOutcome outcome = run_child({*program,
                                      {"gpkg", date_of(network), std::to_string(limits.memory_mb),
                                       std::to_string(seconds_to_write)},
                                      collections,
                                      2 * seconds_to_write});
    if (outcome.end == ChildEnd::not_started) return missing_helper();
    if (outcome.end != ChildEnd::exited || outcome.exit_code != 0 ||
        !outcome.output.starts_with("SQLite format 3"))
        return Error{ErrorKind::input_output,
                     Text{"Das GeoPackage ließ sich nicht schreiben; das Netz ist vermutlich zu "
                          "groß dafür. Bitte .geojson wählen.",
                          "The GeoPackage could not be written; the network is probably too large "
                          "for it. Choose .geojson."}};
    return std::move(outcome.output);
}

}  // namespace lotse::io

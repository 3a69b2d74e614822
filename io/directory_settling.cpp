#include <lotse/base/partial_date.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"

namespace lotse::io {

void DirectoryReading::settle_coordinates(DirectoryFacts& out) {
    const auto lat = out.values.find("venue_lat");
    const auto lon = out.values.find("venue_lon");
    const bool has_lat = lat != out.values.end();
    const bool has_lon = lon != out.values.end();
    if (!has_lat && !has_lon) return;
    const auto holds = [](const std::string& text, double min, double max) {
        const auto degrees = degrees_of(text);
        return degrees && *degrees >= min && *degrees <= max;
    };
    const bool swapped =
        has_lat && has_lon && holds(lat->second, 5, 16) && holds(lon->second, 47, 56);
    const bool has_venue = !out.venue.empty() || !out.venue_place.street.empty();
    if (has_lat && has_lon && has_venue && !swapped) return;
    const std::string both = (has_lat ? lat->second : "?") + " / " + (has_lon ? lon->second : "?");
    report(
        Severity::warning, swapped ? "swapped-coordinates" : "unused-coordinates",
        at(*out.row, has_lat ? "venue_lat" : "venue_lon"),
        message(swapped ? Text{"Breite und Länge ({}) sind vertauscht (Deutschland: Breite 47–56, "
                               "Länge 5–16); beide kommen in die Notiz.",
                               "Latitude and longitude ({}) are swapped (Germany: latitude "
                               "47–56, longitude 5–16); both go into the note."}
                : has_venue
                    ? Text{"Von Breite und Länge ({}) fehlt eine; sie kommt in die Notiz.",
                           "One of latitude and longitude ({}) is missing; it goes into the "
                           "note."}
                    : Text{"Die Koordinaten ({}) gehören zu keinem Veranstaltungsort: Name und "
                           "Straße fehlen. Sie kommen in die Notiz.",
                           "The coordinates ({}) belong to no venue: name and street are "
                           "missing. They go into the note."},
                {both}));
    out.notes.push_back("lat / lon: " + both);
    out.values.erase("venue_lat");
    out.values.erase("venue_lon");
}

void DirectoryReading::settle_dates(DirectoryFacts& out) {
    const auto start = out.values.find("start");
    const auto end = out.values.find("end");
    if (start == out.values.end() || end == out.values.end()) return;
    if (parse_partial_date(start->second)->earliest() <= parse_partial_date(end->second)->latest())
        return;
    report(Severity::warning, "ends-before-start",
           at(*out.row, column_of("end") < map_.columns.size() ? "end" : "period"),
           message({"Das Ende {} liegt vor dem Beginn {}; beide kommen in die Notiz.",
                    "The end {} lies before the start {}; both go into the note."},
                   {end->second, start->second}));
    out.notes.push_back(start->second + " – " + end->second);
    out.values.erase("start");
    out.values.erase("end");
}

}  // namespace lotse::io

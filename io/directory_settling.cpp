#include <lotse/base/partial_date.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"

#include <utility>

namespace lotse::io {

void DirectoryReading::take(DirectoryFacts& out, std::string& target, const std::string& field,
                            std::size_t column, const std::string& value, const std::string& text) {
    const std::size_t all_rows = map_.columns.size();
    auto& taken = taken_[field];
    std::size_t& source = taken.first;
    std::string& words = taken.second;
    const auto set = [&] {
        target = value;
        source = column;
        words = text;
    };
    if (target.empty() || (source == all_rows && column != all_rows)) return set();
    if (column == all_rows || target == value) return;
    if (field == "start" || field == "end") {  // "2024-03" says all that "2024" says
        if (value.starts_with(target)) return set();
        if (target.starts_with(value)) return;
    }
    const auto is_own = [&](std::size_t c) { return map_.columns[c].field == field; };
    bool replaces = is_own(column) && !is_own(source);
    // Nothing makes an offer run that another column calls planned or ended.
    if (field == "status" && (target == "active" || value == "active"))
        replaces = target == "active";
    std::pair other{column, text};
    if (replaces) {
        other = {source, words};
        set();
    }
    tally(Severity::warning, "conflicting-facts", cell(out, other.first),
          table_.headings[source] + ": " + words + " / " + table_.headings[other.first] + ": " +
              other.second,
          {"Zwei Angaben widersprechen einander: „{}“ (Zeile {}). Es gilt die erste, die zweite "
           "kommt in die Notiz. Bitte berichtigen.",
           "Two statements contradict each other: '{}' (row {}). The first counts, the second goes "
           "into the note. Correct what is wrong."});
    keep_in_note(out, field, other.first, other.second);
}

void DirectoryReading::settle_coordinates(DirectoryFacts& out) {
    const auto lat = out.values.find("venue_lat");
    const auto lon = out.values.find("venue_lon");
    const bool has_lat = lat != out.values.end();
    const bool has_lon = lon != out.values.end();
    if ((!has_lat && !has_lon) || !out.has_venue()) return;
    const auto holds = [](const std::string& text, double min, double max) {
        const auto degrees = degrees_of(text);
        return degrees && *degrees >= min && *degrees <= max;
    };
    const bool swapped =
        has_lat && has_lon && holds(lat->second, 5, 16) && holds(lon->second, 47, 56);
    if (has_lat && has_lon && !swapped) return;
    const std::string both = (has_lat ? lat->second : "?") + " / " + (has_lon ? lon->second : "?");
    report(
        Severity::warning, swapped ? "swapped-coordinates" : "unused-coordinates",
        at(*out.row, has_lat ? "venue_lat" : "venue_lon"),
        message(swapped ? Text{"Breite und Länge ({}) sind vertauscht (Deutschland: Breite 47–56, "
                               "Länge 5–16); beide kommen in die Notiz.",
                               "Latitude and longitude ({}) are swapped (Germany: latitude "
                               "47–56, longitude 5–16); both go into the note."}
                        : Text{"Von Breite und Länge ({}) fehlt eine; sie kommt in die Notiz.",
                               "One of latitude and longitude ({}) is missing; it goes into the "
                               "note."},
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

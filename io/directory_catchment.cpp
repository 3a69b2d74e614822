#include <lotse/base/unicode.hpp>

#include "directory_reading.hpp"
#include "directory_values.hpp"
#include "place_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace lotse::io {
namespace {

template <std::size_t size>
bool has_word(std::string_view text, const std::array<std::string_view, size>& words) {
    const std::string padded = " " + unicode::match_key(text) + " ";
    return std::ranges::any_of(words, [&](std::string_view word) {
        return padded.find(" " + std::string{word} + " ") != std::string::npos;
    });
}

constexpr std::array<std::string_view, 6> words_for_district{"kreis", "landkreis", "lk",
                                                             "lkr",   "district",  "county"};

/// "Kreise Unna und Soest", or a heading such as "Einzugsgebiet (Kreis)": no towns.
bool are_districts(std::string_view heading, std::string_view text) {
    constexpr std::array<std::string_view, 6> plural{"kreise",      "landkreise", "kreisen",
                                                     "landkreisen", "districts",  "counties"};
    const bool or_town = unicode::match_key(heading).find("stadt") != std::string::npos;
    return has_word(text, plural) || has_word(heading, plural) ||
           (has_word(heading, words_for_district) && !or_town);
}

}  // namespace

void DirectoryReading::apply_areas(DirectoryFacts& out, std::size_t column,
                                   const std::string& text) {
    const bool of_all_rows = column == map_.columns.size();
    bool of_districts = are_districts(of_all_rows ? std::string{} : table_.headings[column], text);
    for (const std::string& part : parts_of("areas", column, text)) {
        const std::string name = value_of_word(column, part, "areas");
        of_districts |= has_word(part, words_for_district);  // "Kreis Unna, Soest"
        auto found = areas_.city_and_district(name);
        const bool both = !found.empty();
        if (!both) found = areas_.keys(name);
        if (const std::string key = official_key(name); !key.empty())
            found = {key_of_today(key, cell(out, column))};
        const auto towns =
            both || of_districts || found.size() != 1 ? TownsFound{} : areas_.towns(name, found);
        const bool is_town_and_district = towns.whole &&
                                          areas_.find(found.front())->level == "district" &&
                                          !areas_.is_town(found.front());
        if (both || (found.size() == 1 && !is_town_and_district)) {
            for (const std::string& key : found) append_member(out.values["areas"], key);
            continue;
        }
        const bool all = area_word(name) == "germany";
        if (is_town_and_district)
            tally(
                Severity::warning, "ambiguous-place", cell(out, column), part,
                {"„{}“ heißen ein Kreis und eine Gemeinde darin; es kommt in die Notiz (Zeile {}). "
                 "Bitte „Landkreis“ oder „Stadt“ davor schreiben.",
                 "A Kreis and a municipality in it are called '{}'; it goes into the note (row "
                 "{}). Write 'Landkreis' or 'Stadt' before it."});
        else
            tally(
                Severity::warning, found.empty() ? "unknown-place" : "ambiguous-place",
                cell(out, column), part,
                all ? Text{"„{}“ kommt in die Notiz (Zeile {}): Ein Gebiet für ganz Deutschland "
                           "gibt "
                           "es nicht. Gemeint sein können einzelne Länder.",
                           "'{}' goes into the note (row {}): there is no area for all of Germany. "
                           "Single Länder can be named."}
                    : Text{"„{}“ ist kein eindeutiges Gebiet und kommt in die Notiz (Zeile {}).",
                           "'{}' is no unambiguous area and goes into the note (row {})."});
        keep_in_note(out, "areas", column, part);
        out.catchment_left_open = true;
    }
}

}  // namespace lotse::io

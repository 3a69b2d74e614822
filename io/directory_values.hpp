/// What the cells of a directory say: words for "not stated", yes and no, lists, fees, periods.
#ifndef LOTSE_IO_DIRECTORY_VALUES_HPP
#define LOTSE_IO_DIRECTORY_VALUES_HPP

#include <lotse/base/three_valued.hpp>

#include "name_tree.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::io {

/// "k. A.", "-", "?" and the like: the cell records nothing. Words: datasets/codes/
/// directory_words.csv.
bool is_not_recorded(std::string_view text);

/// "●", "★★★", "✗": no letter and no digit, so no name.
bool holds_signs_only(std::string_view text);

/// "dito", "s. o.", "″": the cell repeats the one above; which that is, nobody knows once rows were
/// sorted.
bool is_ditto(std::string_view text);

/// "dito", "diverse", "nein", "●": nobody is called so.
bool is_no_name(std::string_view text);

/// "nach Vereinbarung", "telefonisch", "bei Ihnen zu Hause": no venue and no town.
bool is_no_fixed_place(std::string_view text);

/// "online (Zoom)", "Online via Zoom", "online: Link folgt".
bool is_explained_online(std::string_view text);

/// "Kontakt/Anmeldung", "Referent/in", "AP Jobcenter": a heading of persons or how to reach them.
bool names_contacts(std::string_view heading);

/// "Turnhalle", "Raum 3", "eigene Räume": a house or room that many have.
bool is_kind_of_house(std::string_view text);

/// "Eigenmittel", "kommunal", "Land", "50 % Kreis", "keine": no institution gives that name.
bool is_no_institution(std::string_view text);

/// "Summe", "Gesamt: 38": the first words of a row of totals.
bool begins_with_total(std::string_view text);

/// "Stand", "Quelle", "Seite 1", "erstellt am 1.3.", "gez. X": begins a row that says
/// something of the whole table, if little else stands in it; but not "Seite an Seite e. V.".
bool begins_remark(std::string_view text);

/// "Legende", "Hinweise:", and no more.
bool is_word_of_remarks(std::string_view text);

/// Also "x" and tick marks, but no other cross: beside a tick it says no. nullopt: not clearly
/// yes or no.
std::optional<ThreeValued> yes_or_no(std::string_view text);

/// "12,50 €", "EUR 12.50", "kostenlos" (0). nullopt: no plain amount ("ab 5 €").
std::optional<double> fee_of(std::string_view text);

/// "53,5511", "9.99°": degrees as a decimal number. nullopt: anything else.
std::optional<double> degrees_of(std::string_view text);

/// "12", "12 Plätze", "1.200": in either grouping, as there are no parts of a place. The unit must
/// be one of `units` (match keys). nullopt: anything else.
std::optional<std::string> whole_number_with_unit(std::string_view text,
                                                  std::span<const std::string_view> units);

/// A link without what does not matter for where it leads: "https://www.a.example/" is "a.example".
std::string page_of_link(std::string_view link);

/// "60" without any unit.
bool is_bare_number(std::string_view text);

/// A heading that says its numbers are weeks: "Dauer (Wochen)", "Anzahl Wo.".
bool names_weeks(std::string_view heading);

/// "8", "8 Wochen"; the unit must be one of `units` (match keys). nullopt: anything else.
std::optional<std::string> number_with_unit(std::string_view text,
                                            std::span<const std::string_view> units);

/// "01.03.2025 - 30.06.2025", "seit 2024", "bis 2026-12" as start and end, in the form of the data
/// format, empty where not said. nullopt: anything else.
std::optional<std::pair<std::string, std::string>> period_of(std::string_view text);

/// "2025-03-01", "01.03.2025", "03/2025", "seit 2024" in the form of the data format; empty: no
/// date.
std::string date_of(std::string_view text);

/// Splits at line breaks and at each of the separators: signs, or words with blanks around.
/// A plus behind a digit ("60+") is none. Parts that are one word together stay together:
/// "Stress- und Ressourcenmanagement".
std::vector<std::string> split_words(std::string_view text, std::span<const std::string> separators,
                                     const std::function<bool(std::string_view)>& is_one = {});

/// Adds a member to a list of the data format, unless it is there.
void append_member(std::string& list, const std::string& member);

/// Finds names (match keys) of the same provider, perhaps: alike but for legal forms ("e. V.",
/// "gGmbH"), blanks, the order of words and usual abbreviations ("VHS"), or up to two slips of the
/// pen in at least eight bytes. Numbers must be the same. Names that differ in more than the order
/// of words must, written out, begin alike (four bytes).
class SimilarNames {
public:
    /// The first earlier name that may be the same; empty: none. Each name is given once.
    std::string find_then_add(const std::string& match_key);

private:
    std::vector<std::string> names_;
    /// First name with the same letters, with the same words and with the same beginning too.
    std::map<std::string, std::size_t> first_alike_;
    std::map<std::string, NameTree> by_start_;
};

/// Key made of a name and, unless the name holds it, a place: lower-case ASCII, of 1 to 64
/// characters; long ones end in a checksum.
std::string stable_key(std::string_view name, std::string_view place);

/// Keys that are there already get the next free number: "kurs", "kurs-2", "kurs-3".
class DistinctKeys {
public:
    std::string take(const std::string& key);

private:
    std::set<std::string> taken_;
    std::map<std::string, int> last_;
};

}  // namespace lotse::io

#endif

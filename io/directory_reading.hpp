/// One row of a directory as facts about a provider, an offer and a place, by a column map.
#ifndef LOTSE_IO_DIRECTORY_READING_HPP
#define LOTSE_IO_DIRECTORY_READING_HPP

#include "area_names.hpp"
#include "column_map.hpp"
#include "directory_addresses.hpp"
#include "directory_table.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace lotse::io {

struct Place {
    std::string street;
    std::string number;  ///< of the house, where it has a column of its own
    std::string postcode;
    std::string town;
    std::string district;
    std::string ags;
    std::string area;  ///< official key; empty: not known
    /// What tells places apart: the town's key, else the Kreis and the town as written.
    std::string identity;
    std::string name;  ///< of the town or area, in its official spelling where it is known
    bool district_of_all_rows = false;  ///< the map says it, not the row
    bool town_understood = false;       ///< all that is written for the town
    bool in_town = false;               ///< a town is known or named, not only a Kreis
    bool undecided = false;             ///< two places are given; which counts is not known

    bool empty() const {
        return street.empty() && number.empty() && postcode.empty() && town.empty() &&
               district.empty() && ags.empty() && !undecided;
    }
};

struct DirectoryFacts {
    const DirectoryRow* row = nullptr;
    std::string provider;
    std::string offer;
    std::string venue;
    Place provider_place;
    Place venue_place;
    /// Field: value in the form of the data format, members of lists separated by `|`.
    std::map<std::string, std::string, std::less<>> values;
    std::vector<std::string> notes;
    std::vector<std::string> provider_notes;
    std::vector<std::pair<std::size_t, std::string>> extra;  ///< by column
    bool catchment_left_open = false;                        ///< recorded, but not understood

    bool is_online() const;
    /// The row names a place that becomes a venue.
    bool has_venue() const;
};

/// Reads rows. What many rows have in common is reported once, with the numbers of the rows.
class DirectoryReading {
public:
    DirectoryReading(const DirectoryTable& table, const ColumnMap& map, const AreaNames& areas,
                     NetworkBuilder& builder)
        : table_{table}, map_{map}, areas_{areas}, builder_{builder} {}

    /// False: the row cannot be used (reported). The row must outlive the facts.
    bool read(const DirectoryRow& row, DirectoryFacts& out);
    /// After the last row: what was found more than once, and words of the map in no row.
    void finish();

    /// Column that feeds the field; the number of columns: none does.
    std::size_t column_of(std::string_view field) const;
    /// "Anbieter: Turnverein": a text under the heading of the field's column.
    std::string under_heading(std::string_view field, const std::string& text) const;
    /// Place of the field's cell in a row.
    SourcePosition at(const DirectoryRow& row, std::string_view field) const;

    /// Once, also where several offers of one cell give the same finding.
    void report(Severity severity, std::string_view code, SourcePosition where, Message text);
    /// The same finding about the same word is reported once; `text` takes the word and the rows.
    void tally(Severity severity, std::string_view code, SourcePosition where,
               const std::string& word, Text text);

private:
    struct Tally {
        Severity severity;
        std::string_view code;
        SourcePosition first;
        Text text;
        Message word;
        std::vector<int> rows;
    };

    /// A finding of the row being read that counts for a tally.
    struct Counted {
        Tally tally;
        int row;
    };

    /// What a cell or the map says for a field of the row being read.
    struct Said {
        std::string field;
        std::size_t column;
        std::string text;
        std::string called;  ///< the field, by the map; empty: the cell says it under its heading
    };
    /// What a provider or venue takes of the place that holds for both.
    struct Shares {
        bool all = false;
        bool district = false;
    };

    /// A cell of the row; the row itself where the value is that of all rows.
    SourcePosition cell(const DirectoryFacts& facts, std::size_t column) const;
    /// The same, or the row of the map that says it for all rows.
    SourcePosition said_at(const DirectoryFacts& facts, const std::string& field,
                           std::size_t column) const;
    std::vector<std::string> parts_of(const std::string& field, std::size_t column,
                                      const std::string& text) const;
    bool is_clean(const DirectoryRow& row);
    bool read_cells(const DirectoryRow& row, DirectoryFacts& out);
    /// Reports what was found in a row; of one that is not used, errors only.
    void finish_row(bool used);
    void say(DirectoryFacts& out, const std::string& field, std::size_t column,
             const std::string& text, const std::string& called = {});
    void say_fixed(DirectoryFacts& out, const std::set<std::string>& given);
    void tally(Severity severity, std::string_view code, SourcePosition where, const Message& word,
               Text text, int row);
    bool says_certified_by_nobody(std::size_t column, const std::string& text) const;
    void apply(DirectoryFacts& out, const std::string& field, std::size_t column,
               const std::string& text);
    /// Gives a field of one value its value. Of two that differ, what its own column says counts,
    /// else the first; a status other than active counts in any case. The other goes into the note.
    void take(DirectoryFacts& out, std::string& target, const std::string& field,
              std::size_t column, const std::string& value, const std::string& text);
    void apply_value(DirectoryFacts& out, const std::string& field, std::size_t column,
                     const std::string& text);
    void apply_codes(DirectoryFacts& out, const std::string& field, std::size_t column,
                     const std::string& text);
    void apply_funders(DirectoryFacts& out, std::size_t column, const std::string& text);
    void apply_provider(DirectoryFacts& out, std::size_t column, const std::string& text);
    bool holds_share(const DirectoryFacts& out, std::size_t column);
    void apply_fee(DirectoryFacts& out, std::size_t column, const std::string& text);
    void apply_period(DirectoryFacts& out, std::size_t column, const std::string& text);
    bool apply_place(DirectoryFacts& out, const std::string& field, std::size_t column,
                     const std::string& text);
    void keep_in_note(DirectoryFacts& out, const std::string& field, std::size_t column,
                      const std::string& text);
    void keep_ditto(DirectoryFacts& out, const std::string& field, std::size_t column,
                    const std::string& text);
    void not_understood(DirectoryFacts& out, const std::string& field, std::size_t column,
                        const std::string& text, Message wanted);
    bool withhold(const DirectoryFacts& out, std::size_t column, const std::string& text);
    bool withhold_person(const DirectoryFacts& out, std::size_t column, const std::string& text);
    std::string value_of_word(std::size_t column, const std::string& word,
                              const std::string& field);
    void report_unused_words();
    void report_idle_fixed();

    void settle_places(DirectoryFacts& out);
    void read_venue(DirectoryFacts& out);
    void take_town_of_venue(DirectoryFacts& out, const NamedTown& named);
    bool take_venue_without_house(DirectoryFacts& out);
    bool names_other_town(DirectoryFacts& out, const NamedTown& named);
    bool is_namesake(DirectoryFacts& out, const NamedTown& named);
    void settle_other_town(DirectoryFacts& out, const NamedTown& named);
    void warn_of_unknown_venue(const DirectoryFacts& out);
    void settle_dates(DirectoryFacts& out);
    void settle_coordinates(DirectoryFacts& out);
    /// What the row says about something that it does not name goes into the note of what it names.
    void keep_unused(DirectoryFacts& out);
    void keep_unused_of_all_rows(DirectoryFacts& out, const Said& said);
    /// The cell of a second meaning stands in the note already.
    bool is_kept_as_written(const DirectoryFacts& out, const Said& said) const;
    /// Whether the network has a place for the field in this row.
    bool is_used(const DirectoryFacts& out, std::string_view field) const;
    /// Streets and postcodes of the row that no venue takes; a network has no other place for them.
    void keep_addresses(DirectoryFacts& out);
    void keep_address(DirectoryFacts& out, std::string_view group, const Place& place);
    void take_delivery(DirectoryFacts& out, Place& place, std::string_view group);
    void find_area(DirectoryFacts& out, Place& place, std::string_view group);
    /// False: it is no key of an area.
    bool take_ags(DirectoryFacts& out, Place& place, std::string_view group);
    void compare_with_ags(DirectoryFacts& out, Place& place, std::string_view group);
    void find_town(DirectoryFacts& out, Place& place, std::string_view group);
    void warn_of_other_towns(DirectoryFacts& out, const Place& place, std::string_view group);
    std::vector<std::string> district_keys(DirectoryFacts& out, const Place& place,
                                           std::string_view group);
    std::string key_of_today(const std::string& key, const SourcePosition& where);
    /// Column of a part of a place: of the group, else of all places.
    std::size_t place_column(std::string_view group, std::string_view part) const;
    /// The column that says it, also within an address or the cell of the venue.
    std::size_t place_source(const DirectoryFacts& out, std::string_view group,
                             std::string_view part) const;
    std::string heading_of(std::string_view group, std::string_view part) const;
    SourcePosition place_at(const DirectoryFacts& out, std::string_view group,
                            std::string_view part) const;
    void keep_place(DirectoryFacts& out, std::string_view group, std::string_view part,
                    const std::string& text);
    void apply_areas(DirectoryFacts& out, std::size_t column, const std::string& text);

    const DirectoryTable& table_;
    const ColumnMap& map_;
    const AreaNames& areas_;
    NetworkBuilder& builder_;
    Place shared_;  ///< of the row being read
    Shares provider_shares_;
    Shares venue_shares_;
    std::vector<Said> said_;                       ///< in the row being read
    std::map<std::size_t, bool> share_columns_;    ///< of fees; true: some below 1, none above
    std::map<std::size_t, bool> refused_columns_;  ///< for names of persons
    std::set<std::size_t> withheld_;               ///< columns of the row, reported
    std::set<std::string> kept_places_;            ///< what of its places is in its note already
    /// Field: column and text that gave the row its value.
    std::map<std::string, std::pair<std::size_t, std::string>> taken_;
    std::set<const std::string*> used_words_;  ///< of the map
    /// Fields of which the map says something for all rows, where a row names what it is about, and
    /// where one does not.
    std::set<std::string> used_fixed_, idle_fixed_;
    const std::string* as_written_ = nullptr;  ///< cell whose value the map says
    bool all_read_ = true;
    bool in_row_ = false;
    std::vector<Issue> found_;      ///< in the row being read
    std::vector<Counted> counted_;  ///< the same
    std::set<std::string> reported_;
    std::vector<Tally> tallies_;
    /// By code, word and wording.
    std::map<std::tuple<std::string_view, std::string, std::string_view>, std::size_t> tally_index_;
};

}  // namespace lotse::io

#endif

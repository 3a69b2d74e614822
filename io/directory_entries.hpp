/// Actors and venues of a directory: what its rows mention again and again, once.
#ifndef LOTSE_IO_DIRECTORY_ENTRIES_HPP
#define LOTSE_IO_DIRECTORY_ENTRIES_HPP

#include "directory_reading.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace lotse::io {

/// An actor or a venue.
struct Entry {
    std::string name;
    std::string place;     ///< for its key
    std::string key_name;  ///< for its key where that is not the name
    std::string area;
    std::string key;
    std::vector<std::string> notes;  ///< different ones
    int row = 0;                     ///< that names it first
    std::string_view named_in;       ///< field in which that row does
    /// Of an actor: what rows without an offer say in extra columns, by column.
    std::map<std::size_t, std::vector<std::string>> extra;
    /// Field: value and the row that gave it.
    std::map<std::string, std::pair<std::string, int>, std::less<>> facts;
};

class DirectoryEntries {
public:
    /// Name, place and street as they are compared.
    using Identity = std::tuple<std::string, std::string, std::string>;
    using Entries = std::map<Identity, Entry>;

    /// Joins what is the same and gives keys. Contradictions and names that are almost the same
    /// are reported. `rows` must outlive the entries.
    DirectoryEntries(std::span<const DirectoryFacts> rows, DirectoryReading& reading);

    const Entries& actors() const { return actors_; }
    const Entries& venues() const { return venues_; }
    /// nullptr: the row names none.
    const Entry* provider(std::size_t row) const { return providers_[row]; }
    const Entry* venue(std::size_t row) const { return venues_of_rows_[row]; }
    std::vector<const Entry*> funders(std::size_t row) const;

private:
    void collect_places_of_names();
    Entry& actor(Identity identity, const std::string& name, int row, std::string_view named_in);
    /// Identity of an actor that is mentioned by name only.
    Identity mentioned(const std::string& name) const;
    void collect(std::size_t i);
    void collect_provider(std::size_t i);
    void collect_venue(std::size_t i);
    /// Venues of the same name that may be different houses, with the providers they belong to.
    void tell_venues_apart();
    void record(Entry& entry, const DirectoryFacts& facts, std::string_view field);
    void record(Entry& entry, const DirectoryFacts& facts, std::string_view field,
                const std::string& value);
    void warn_similar();

    std::span<const DirectoryFacts> rows_;
    DirectoryReading& reading_;
    std::map<std::string, std::set<std::string>> places_of_;
    Entries actors_;
    Entries venues_;
    std::vector<Entry*> providers_;                 ///< by row
    std::vector<Entry*> venues_of_rows_;            ///< by row
    std::vector<std::string> provider_identities_;  ///< by row
    /// Rows of venues whose name and place tell no single house, by these.
    std::map<Identity, std::vector<std::size_t>> alike_;
};

/// A field's value in the form of the data format; empty: not recorded.
std::string value_of(const DirectoryFacts& facts, std::string_view field);
std::string value_of(const Entry& entry, std::string_view field);
std::vector<std::string> members_of(const DirectoryFacts& facts, std::string_view field);

}  // namespace lotse::io

#endif

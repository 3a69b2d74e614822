/// What a mention can resolve to. Internal to the checks of mentions.
#ifndef LOTSE_MODEL_DIRECTORY_HPP
#define LOTSE_MODEL_DIRECTORY_HPP

#include <lotse/model/network.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lotse {

/// The rows of one kind by key, and by the names they bear.
class Directory {
public:
    struct Entry {
        std::string key;
        std::string name;
        std::string level;                     ///< of an area
        std::vector<std::string> other_names;  ///< short name and aliases of an actor
    };
    using Entries = std::vector<const Entry*>;

    template <class Rows>
    void fill(const Rows& rows) {
        keys_.reserve(keys_.size() + rows.size());
        for (const auto& row : rows)
            if (keys_.insert(row.key).second) entries_.push_back(entry_of(row));
    }

    bool contains(const std::string& key) const { return keys_.contains(key); }
    /// Those of this name.
    const Entries& named(std::string_view name);
    /// Actors that are also called so.
    const Entries& also_called(std::string_view name);
    /// Areas that are probably meant by "Kreis Höxter".
    Entries meant(std::string_view area) const;
    /// Those whose key or name looks like this, but has other letters: a Cyrillic "а".
    Entries look_alikes(std::string_view text);
    /// One slip in four letters; nullptr: no key is as close.
    const Entry* similar(std::string_view key) const;

private:
    using Index = std::unordered_map<std::string, Entries>;

    static Entry entry_of(const Actor& actor);
    static Entry entry_of(const Venue& venue) { return {venue.key, venue.name, {}, {}}; }
    static Entry entry_of(const Area& area);

    void index_names();

    std::unordered_set<std::string> keys_;
    std::vector<Entry> entries_;  ///< in the order of the rows
    Index by_name_;               ///< made when a mention is no key, which is rare
    Index by_other_name_;
    Index by_look_;  ///< keys and names; made when nothing else is found
};

/// "05762 (Höxter, Kreis) oder 05762020 (Höxter, Gemeinde)", the first five.
Message choice_of(const Directory::Entries& entries);

}  // namespace lotse

#endif

#include "directory.hpp"

#include <lotse/base/look_alike.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "area_words.hpp"

#include <algorithm>
#include <array>

namespace lotse {
namespace {

const Directory::Entries nobody;

const Directory::Entries& of(const std::unordered_map<std::string, Directory::Entries>& index,
                             std::string_view name) {
    const auto it = index.find(unicode::match_key(name));
    return it == index.end() ? nobody : it->second;
}

}  // namespace

Directory::Entry Directory::entry_of(const Actor& actor) {
    Entry out{actor.key, actor.name, {}, actor.aliases};
    if (!actor.short_name.empty()) out.other_names.push_back(actor.short_name);
    return out;
}

Directory::Entry Directory::entry_of(const Area& area) {
    return {area.key,
            area.name,
            area.level.empty() ? std::string{level_of_key(area.key)} : area.level,
            {}};
}

void Directory::index_names() {
    if (!by_name_.empty()) return;
    const auto add = [](Index& index, std::string_view name, const Entry& entry) {
        Entries& found = index[unicode::match_key(name)];
        if (std::ranges::find(found, &entry) == found.end()) found.push_back(&entry);
    };
    for (const Entry& entry : entries_) {
        add(by_name_, entry.name, entry);
        for (const std::string& name : entry.other_names) add(by_other_name_, name, entry);
    }
}

const Directory::Entries& Directory::named(std::string_view name) {
    index_names();
    return of(by_name_, name);
}

const Directory::Entries& Directory::also_called(std::string_view name) {
    index_names();
    return of(by_other_name_, name);
}

Directory::Entries Directory::meant(std::string_view area) const {
    const AreaWords words{area};
    Entries out;
    for (const Entry& entry : entries_)
        if (!entry.level.empty() && words.fit(entry.name)) out.push_back(&entry);
    return out;
}

Directory::Entries Directory::look_alikes(std::string_view text) {
    const auto looks_of = [](std::string_view word) {
        return std::array{unicode::confusable_key(word),
                          ' ' + unicode::confusable_spelling(word)};  // no key begins so
    };
    if (by_look_.empty())
        for (const Entry& entry : entries_)
            for (const std::string_view word : {entry.key, entry.name})
                for (std::string& look : looks_of(word))
                    by_look_[std::move(look)].push_back(&entry);
    Entries out;
    const std::string typed = unicode::match_key(text);
    for (const std::string& look : looks_of(text)) {
        const auto found = by_look_.find(look);
        if (found == by_look_.end()) continue;
        for (const Entry* entry : found->second)
            if (unicode::match_key(entry->key) != typed &&
                std::ranges::find(out, entry) == out.end())
                out.push_back(entry);
    }
    return out;
}

const Directory::Entry* Directory::similar(std::string_view key) const {
    const std::size_t limit = std::min<std::size_t>(key.size() / 4, 3);
    const Entry* best = nullptr;
    std::size_t fewest = limit + 1;
    for (const Entry& entry : entries_) {
        const std::size_t slips = typing_distance(key, entry.key, limit);
        if (slips >= fewest) continue;
        fewest = slips;
        best = &entry;
    }
    return best;
}

Message choice_of(const Directory::Entries& entries) {
    constexpr std::size_t most = 5;
    const std::size_t shown = std::min(entries.size(), most);
    Message out;
    for (std::size_t i = 0; i < shown; ++i) {
        const Directory::Entry& entry = *entries[i];
        const Choice level = Codebook::built_in().choice("levels", entry.level);
        const bool last = i > 0 && i + 1 == entries.size();
        const std::string name = entry.key + " (" + entry.name;
        out.de += (i == 0 ? "" : last ? " oder " : ", ") + name;
        out.en += (i == 0 ? "" : last ? " or " : ", ") + name;
        out.de += entry.level.empty() ? ")" : ", " + level.label.de + ')';
        out.en += entry.level.empty() ? ")" : ", " + level.label.en + ')';
    }
    if (shown < entries.size()) {
        out.de += " …";
        out.en += " …";
    }
    return out;
}

}  // namespace lotse

#include <lotse/base/ascii.hpp>
#include <lotse/model/pseudonyms.hpp>

#include <lotse/base/sha256.hpp>
#include <lotse/base/unicode.hpp>

#include "own_codes.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace lotse {
namespace {

/// Numbers the keys in the order of their SHA-256.
std::map<std::string, std::string, std::less<>> numbered(const std::set<std::string>& keys,
                                                         char letter) {
    std::vector<std::pair<std::string, std::string>> order;
    order.reserve(keys.size());
    for (const std::string& key : keys) order.emplace_back(sha256_hex(key), key);
    std::ranges::sort(order);
    std::map<std::string, std::string, std::less<>> out;
    for (const auto& entry : order) out[entry.second] = letter + std::to_string(out.size() + 1);
    return out;
}

std::string found(const std::map<std::string, std::string, std::less<>>& names,
                  std::string_view key) {
    const auto it = names.find(key);
    return it == names.end() ? std::string{key} : it->second;
}

/// The key of a source before a place in it ("bericht:S. 12"), where such a source is recorded.
std::string source_key(std::string_view mention, const std::set<std::string>& recorded) {
    const std::string key{mention.substr(0, mention.find(':'))};
    return recorded.contains(key) ? key : std::string{mention};
}

bool is_licence_identifier(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '+'; });
}

/// Official areas as they come with the program.
const Network& without_rows() {
    static const Network network{{}, {}};
    return network;
}

std::string official_name(std::string_view key) {
    const auto id = without_rows().find_area(key);
    return id ? without_rows()[*id].name : std::string{key};
}

/// Own labels are free text: a code that comes with the program has its label, another is its own.
Message official_label(const OwnCode& own) {
    return Codebook::built_in().choice(own.list, own.code).label;
}

/// "min_weeks=52; topics=LP-SUC|X-PSY" or a single word, of what the lists of the program hold.
bool is_made_of_codes(std::string_view rule) {
    const auto is_known = [](std::string_view word) {
        const auto lists = Codebook::built_in().lists();
        return word.find_first_not_of("0123456789.") == std::string_view::npos ||
               std::ranges::any_of(lists, [&](const auto& list) {
                   return list->find(word) ||
                          std::ranges::any_of(list->codes(), [&](const Code& c) {
                              return std::ranges::any_of(c.attributes, [&](const auto& attribute) {
                                  return attribute.first == word || attribute.second == word;
                              });
                          });
               });
    };
    while (!rule.empty()) {
        const auto end = std::min(rule.find_first_of(";=|"), rule.size());
        if (!is_known(unicode::trim(rule.substr(0, end)))) return false;
        rule.remove_prefix(std::min(end + 1, rule.size()));
    }
    return true;
}

/// As in ISO 639: "de", "kmr".
bool is_language_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Pseudonyms::Pseudonyms(std::span<const Network* const> networks) {
    std::set<std::string> actors, offers, venues, areas, sources;
    for (const Network* network : networks) {
        const NetworkTables& tables = network->tables();
        const auto note = [&](std::set<std::string>& keys, const auto& row) {
            keys.insert(row.key);
            originals_.push_back(unicode::match_key(row.key));
            originals_.push_back(unicode::match_key(row.name));
        };
        for (const Actor& actor : tables.actors) {
            note(actors, actor);
            originals_.push_back(unicode::match_key(actor.short_name));
            for (const std::string& alias : actor.aliases)
                originals_.push_back(unicode::match_key(alias));
        }
        for (const Offer& offer : tables.offers) note(offers, offer);
        for (const Venue& venue : tables.venues) note(venues, venue);
        for (const Area& area : tables.areas)
            if (level_of_key(area.key).empty()) note(areas, area);
        std::set<std::string> recorded;
        for (const Source& source : tables.sources) recorded.insert(source.key);
        sources.insert(recorded.begin(), recorded.end());
        NetworkTables::for_each(tables, [&](const auto& rows) {
            for (const auto& row : rows)
                for (const std::string& mention : row.source)
                    sources.insert(source_key(mention, recorded));
        });
    }
    actors_ = numbered(actors, 'A');
    offers_ = numbered(offers, 'O');
    venues_ = numbered(venues, 'V');
    areas_ = numbered(areas, 'G');
    sources_ = numbered(sources, 'S');
    std::ranges::sort(originals_);
    originals_.erase(std::unique(originals_.begin(), originals_.end()), originals_.end());
    constexpr std::size_t shortest = 3;  // "AG" is part of too many words
    std::erase_if(originals_, [](const std::string& text) { return text.size() < shortest; });
}

bool Pseudonyms::names_something(std::string_view text) const {
    const std::string typed = ' ' + unicode::match_key(text) + ' ';
    return std::ranges::any_of(originals_, [&](const std::string& original) {
        return typed.find(' ' + original + ' ') != std::string::npos;
    });
}

namespace {

/// Topic of rows whose own topic named somebody: without a topic they cannot be.
constexpr std::string_view open_topic = "X-OFFEN";
constexpr Text open_topic_words{"Thema nicht genannt", "Topic not named"};

/// What stands in a required column in place of a code that was dropped.
std::string substitute(const CodeList& list) {
    return std::string{list.find("other") ? "other" : open_topic};
}

bool mentions_open_topic(const NetworkTables& tables) {
    bool out = false;
    NetworkTables::for_each(tables, [&](const auto& rows) {
        for (const auto& row : rows) {
            if constexpr (requires { row.topics; })
                out = out || std::ranges::find(row.topics, open_topic) != row.topics.end();
            if constexpr (requires { row.topic; }) out = out || row.topic == open_topic;
        }
    });
    return out;
}

void describe_open_topic(NetworkTables& tables) {
    const auto is_it = [](const OwnCode& own) {
        return own.list == "topics" && own.code == open_topic;
    };
    if (!mentions_open_topic(tables) || std::ranges::any_of(tables.codes, is_it)) return;
    OwnCode& own = tables.codes.emplace_back();
    own.list = "topics";
    own.code = open_topic;
    own.de = open_topic_words.de;
    own.en = open_topic_words.en;
}

}  // namespace

/// What rows of all tables have: mentions, sources, codes, free text.
template <class Row>
void Pseudonyms::rename(Row& row, const Codebook& codes) const {
    const auto refer = [&]<class Entity>(Ref<Entity>& ref) {
        if constexpr (std::is_same_v<Entity, Actor>)
            ref.key = found(actors_, ref.key);
        else if constexpr (std::is_same_v<Entity, Area>)
            ref.key = found(areas_, ref.key);
        else
            ref.key = found(venues_, ref.key);
        ref.id = {};
    };
    for_each_column<Row>([&](const auto& column) {
        auto& cell = row.*column.member;
        using T = std::decay_t<decltype(cell)>;
        const CodeList* list = column.list.empty() ? nullptr : codes.list(column.list);
        const auto is_foreign = [&](const std::string& code) { return !list->find(code); };
        if constexpr (requires { cell.id; }) {
            refer(cell);
        } else if constexpr (requires { cell.front().id; }) {
            for (auto& ref : cell) refer(ref);
        } else if constexpr (std::is_same_v<T, std::string>) {
            if (!list || !is_foreign(cell)) return;
            cell = column.need == Need::optional ? std::string{} : substitute(*list);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            if (!list || std::erase_if(cell, is_foreign) == 0) return;
            if (cell.empty() && column.need != Need::optional) cell = {substitute(*list)};
        }
    });
    std::set<std::string> mentioned;
    for (const std::string& mention : row.source) {
        const auto whole = sources_.find(mention);
        mentioned.insert(whole != sources_.end()
                             ? whole->second
                             : found(sources_, mention.substr(0, mention.find(':'))));
    }
    row.source.assign(mentioned.begin(), mentioned.end());
    row.note.clear();
    row.extra.clear();
}

Network Pseudonyms::apply(const Network& network, std::string_view title) const {
    NetworkTables tables = network.tables();
    std::erase_if(tables.codes, [&](const OwnCode& own) { return names_something(own.code); });
    for (OwnCode& own : tables.codes) {
        own.note.clear();
        own.extra.clear();
        own.source.clear();
        Message label = official_label(own);
        own.de = std::move(label.de);
        own.en = std::move(label.en);
        if (!is_made_of_codes(own.rule)) own.rule.clear();
    }
    const Codebook codes = extended_codebook(tables.codes);

    for (Actor& actor : tables.actors) {
        actor.key = actor.name = found(actors_, actor.key);
        actor.short_name.clear();
        actor.aliases.clear();
        actor.website.clear();
        actor.mailbox.clear();
        actor.lat = actor.lon = {};
        rename(actor, codes);
    }
    for (Offer& offer : tables.offers) {
        offer.key = offer.name = found(offers_, offer.key);
        std::erase_if(offer.languages, std::not_fn(is_language_code));
        rename(offer, codes);
    }
    for (Venue& venue : tables.venues) {
        venue.key = venue.name = found(venues_, venue.key);
        venue.lat = venue.lon = {};
        rename(venue, codes);
    }
    for (Area& area : tables.areas) {
        area.name = official_name(area.key);
        if (const auto own = areas_.find(area.key); own != areas_.end())
            area.key = area.name = own->second;
        area.lat = area.lon = {};
        rename(area, codes);
    }
    for (Travel& way : tables.travel) {
        for (std::string* end : {&way.from, &way.to})
            *end = areas_.contains(*end) ? found(areas_, *end) : found(venues_, *end);
        if (!codes.list("travel_modes")->recognise(way.mode)) way.mode.clear();
        rename(way, codes);
    }
    for (Source& source : tables.sources) {
        source.key = source.title = found(sources_, source.key);
        source.url.clear();
        source.kind.clear();
        rename(source, codes);
    }
    for (AgendaItem& item : tables.agenda) item.next_step.clear();
    for (Contact& contact : tables.contacts) contact.mailbox.clear();
    for (Tie& tie : tables.ties) tie.tie_origin.clear();
    const auto rename_all = [&](auto& rows) {
        for (auto& row : rows) rename(row, codes);
    };
    rename_all(tables.ties);
    rename_all(tables.contacts);
    rename_all(tables.agenda);
    rename_all(tables.findings);
    rename_all(tables.needs);
    describe_open_topic(tables);

    NetworkInfo info = network.info();
    info.name = title;
    if (!is_licence_identifier(info.license)) info.license = "nur intern";
    return {std::move(info), std::move(tables)};
}

std::string Pseudonyms::of_actor(std::string_view key) const {
    if (actors_.contains(key)) return found(actors_, key);
    if (offers_.contains(key)) return found(offers_, key);
    const auto arrow = key.find('>');
    const auto colon = key.rfind(':');
    if (arrow == std::string_view::npos || colon == std::string_view::npos || colon < arrow)
        return std::string{key};
    return found(actors_, key.substr(0, arrow)) + '>' +
           found(actors_, key.substr(arrow + 1, colon - arrow - 1)) +
           std::string{key.substr(colon)};
}

std::string Pseudonyms::of_offer(std::string_view key) const {
    return found(offers_, key);
}

std::string Pseudonyms::of_area(std::string_view key) const {
    return found(areas_, key);
}

}  // namespace lotse

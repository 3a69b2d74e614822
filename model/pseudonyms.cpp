#include <lotse/base/ascii.hpp>
#include <lotse/model/pseudonyms.hpp>

#include <lotse/base/sha256.hpp>
#include <lotse/base/unicode.hpp>

#include "own_codes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace lotse {
namespace {

/// Numbers the keys in the order of their SHA-256; what is taken is nobody's.
std::map<std::string, std::string, std::less<>> numbered(const std::set<std::string>& keys,
                                                         std::string_view begin,
                                                         const std::set<std::string>& taken = {}) {
    std::vector<std::pair<std::string, std::string>> order;
    order.reserve(keys.size());
    for (const std::string& key : keys) order.emplace_back(sha256_hex(key), key);
    std::ranges::sort(order);
    std::map<std::string, std::string, std::less<>> out;
    std::size_t number = 0;
    for (const auto& entry : order) {
        std::string& name = out[entry.second];
        do name = std::string{begin} + std::to_string(++number);
        while (taken.contains(unicode::match_key(name)));
    }
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

/// How the codes of a list are called that cannot be shown: X-T1 "Thema 1".
struct Substitute {
    std::string_view list;
    std::string_view begin;
    Text word;
};

Substitute substitute_in(std::string_view list) {
    constexpr std::array known{
        Substitute{"topics", "X-T", {"Thema", "Topic"}},
        Substitute{"targets", "X-Z", {"Zielgruppe", "Target group"}},
        Substitute{"actor_kinds", "X-K", {"Art", "Kind"}},
        Substitute{"contact_roles", "X-R", {"Rolle", "Role"}},
    };
    const auto it = std::ranges::find(known, list, &Substitute::list);
    return it == known.end() ? Substitute{list, "X-C", {"Code", "Code"}} : *it;
}

/// Calls visit(list, code) for every code that the row holds.
template <class Row, class Visit>
void for_each_code(Row& row, Visit&& visit) {
    for_each_column<std::remove_const_t<Row>>([&](const auto& column) {
        auto& cell = row.*column.member;
        using T = std::decay_t<decltype(cell)>;
        if constexpr (std::is_same_v<T, std::string>) {
            if (!column.list.empty() && !cell.empty()) visit(column.list, cell);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
            if (!column.list.empty())
                for (auto& code : cell) visit(column.list, code);
        }
    });
}

/// A number, a code of any list or what the lists of the program say of their codes.
bool is_known(std::string_view word, const Codebook& codes) {
    const auto has = [&](const auto& list) { return list->find(word) != nullptr; };
    const auto says = [&](const auto& list) {
        return std::ranges::any_of(list->codes(), [&](const Code& code) {
            return std::ranges::any_of(code.attributes, [&](const auto& attribute) {
                return attribute.first == word || attribute.second == word;
            });
        });
    };
    return word.find_first_not_of("0123456789.") == std::string_view::npos ||
           std::ranges::any_of(codes.lists(), has) ||
           std::ranges::any_of(Codebook::built_in().lists(), says);
}

/// As in ISO 639: "de", "kmr".
bool is_language_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Pseudonyms::Pseudonyms(std::span<const Network* const> networks) {
    std::set<std::string> actors, offers, venues, areas, sources;
    std::vector<OwnCode> own_codes;
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
        own_codes.insert(own_codes.end(), tables.codes.begin(), tables.codes.end());
        std::set<std::string> recorded;
        for (const Source& source : tables.sources) recorded.insert(source.key);
        sources.insert(recorded.begin(), recorded.end());
        NetworkTables::for_each(tables, [&](const auto& rows) {
            for (const auto& row : rows)
                for (const std::string& mention : row.source)
                    sources.insert(source_key(mention, recorded));
        });
    }
    actors_ = numbered(actors, "A");
    offers_ = numbered(offers, "O");
    venues_ = numbered(venues, "V");
    areas_ = numbered(areas, "G");
    sources_ = numbered(sources, "S");
    std::ranges::sort(originals_);
    originals_.erase(std::unique(originals_.begin(), originals_.end()), originals_.end());
    constexpr std::size_t shortest = 3;  // "AG" is part of too many words
    std::erase_if(originals_, [](const std::string& text) { return text.size() < shortest; });
    hide_codes(networks, std::move(own_codes));
}

void Pseudonyms::hide_codes(std::span<const Network* const> networks, std::vector<OwnCode> own) {
    std::map<std::string, std::set<std::string>, std::less<>> hidden;
    const auto naming = std::partition(
        own.begin(), own.end(), [&](const OwnCode& row) { return !names_something(row.code); });
    const Codebook shown = extended_codebook({own.begin(), naming});
    const auto note = [&](std::string_view list_name, const std::string& code) {
        const CodeList* list = shown.list(list_name);
        if (list && !list->find(code)) hidden[list->name()].insert(code);
    };
    std::for_each(naming, own.end(), [&](const OwnCode& row) { note(row.list, row.code); });
    for (const Network* network : networks)
        NetworkTables::for_each(network->tables(), [&](const auto& rows) {
            for (const auto& row : rows) for_each_code(row, note);
        });
    for (const auto& [list, codes] : hidden) {
        std::set<std::string> in_use;
        for (const std::string& code : codes) in_use.insert(unicode::match_key(code));
        for (const Code& code : shown.list(list)->codes())
            in_use.insert(unicode::match_key(code.code));
        codes_[list] = numbered(codes, substitute_in(list).begin, in_use);
    }
}

std::string Pseudonyms::of_code(std::string_view list, std::string_view code) const {
    const auto names = codes_.find(list);
    return names == codes_.end() ? std::string{code} : found(names->second, code);
}

bool Pseudonyms::names_something(std::string_view text) const {
    const std::string typed = ' ' + unicode::match_key(text) + ' ';
    return std::ranges::any_of(originals_, [&](const std::string& original) {
        return typed.find(' ' + original + ' ') != std::string::npos;
    });
}

/// What rows of all tables have: mentions, sources, codes, free text.
template <class Row>
void Pseudonyms::rename(Row& row) const {
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
        if constexpr (requires { cell.id; }) {
            refer(cell);
        } else if constexpr (requires { cell.front().id; }) {
            for (auto& ref : cell) refer(ref);
        }
    });
    for_each_code(row,
                  [&](std::string_view list, std::string& code) { code = of_code(list, code); });
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

/// "min_weeks=52; topics=LP-SUC|X-VHS" or a single word; empty if it says anything in free words.
std::string Pseudonyms::of_rule(std::string_view rule, const Codebook& codes) const {
    std::string out;
    std::string_view list;
    while (!rule.empty()) {
        const auto end = std::min(rule.find_first_of(";=|"), rule.size());
        const std::string_view typed = unicode::trim(rule.substr(0, end));
        const std::string word = of_code(list, typed);
        if (!is_known(word, codes)) return {};
        const std::string_view sign = rule.substr(end, 1);
        out.append(word).append(sign).append(sign == ";" ? " " : "");
        if (sign == "=") list = typed;
        if (sign == ";") list = {};
        rule.remove_prefix(std::min(end + 1, rule.size()));
    }
    return out;
}

/// The `codes` table: hidden codes get a row, own labels are free text and go.
void Pseudonyms::rename_codes(NetworkTables& tables) const {
    std::set<std::pair<std::string, std::string>> rows;
    for (const OwnCode& own : tables.codes) rows.emplace(own.list, own.code);
    std::vector<OwnCode> added;
    NetworkTables::for_each(tables, [&](const auto& table) {
        for (const auto& row : table)
            for_each_code(row, [&](std::string_view list, const std::string& code) {
                if (of_code(list, code) == code || !rows.emplace(list, code).second) return;
                added.emplace_back().list = list;
                added.back().code = code;
            });
    });
    tables.codes.insert(tables.codes.end(), added.begin(), added.end());
    const auto hidden = std::stable_partition(
        tables.codes.begin(), tables.codes.end(),
        [&](const OwnCode& own) { return of_code(own.list, own.code) == own.code; });
    for (OwnCode& own : tables.codes) {
        Message label = Codebook::built_in().choice(own.list, own.code).label;
        if (const std::string code = of_code(own.list, own.code); code != own.code) {
            const Substitute substitute = substitute_in(own.list);
            const std::string number = ' ' + code.substr(substitute.begin.size());
            label = {std::string{substitute.word.de} + number,
                     std::string{substitute.word.en} + number};
            own.code = code;
        }
        own.de = std::move(label.de);
        own.en = std::move(label.en);
        own.source.clear();
        rename(own);
    }
    // In the order of the numbers: that of the rows may be the alphabet of what is hidden.
    std::sort(hidden, tables.codes.end(), [](const OwnCode& a, const OwnCode& b) {
        return std::tuple{a.list, a.code.size(), a.code} <
               std::tuple{b.list, b.code.size(), b.code};
    });
    const Codebook codes = extended_codebook(tables.codes);
    for (OwnCode& own : tables.codes) own.rule = of_rule(own.rule, codes);
}

Network Pseudonyms::apply(const Network& network, std::string_view title) const {
    NetworkTables tables = network.tables();
    rename_codes(tables);
    for (Actor& actor : tables.actors) {
        actor.key = actor.name = found(actors_, actor.key);
        actor.short_name.clear();
        actor.aliases.clear();
        actor.website.clear();
        actor.mailbox.clear();
        actor.lat = actor.lon = {};
        rename(actor);
    }
    for (Offer& offer : tables.offers) {
        offer.key = offer.name = found(offers_, offer.key);
        std::erase_if(offer.languages, std::not_fn(is_language_code));
        rename(offer);
    }
    for (Venue& venue : tables.venues) {
        venue.key = venue.name = found(venues_, venue.key);
        venue.lat = venue.lon = {};
        rename(venue);
    }
    for (Area& area : tables.areas) {
        area.name = official_name(area.key);
        if (const auto own = areas_.find(area.key); own != areas_.end())
            area.key = area.name = own->second;
        area.lat = area.lon = {};
        rename(area);
    }
    for (Travel& way : tables.travel) {
        for (std::string* end : {&way.from, &way.to})
            *end = areas_.contains(*end) ? found(areas_, *end) : found(venues_, *end);
        rename(way);
    }
    for (Source& source : tables.sources) {
        source.key = source.title = found(sources_, source.key);
        source.url.clear();
        source.kind.clear();
        rename(source);
    }
    for (AgendaItem& item : tables.agenda) item.next_step.clear();
    for (Contact& contact : tables.contacts) contact.mailbox.clear();
    for (Tie& tie : tables.ties) tie.tie_origin.clear();
    const auto rename_all = [&](auto& rows) {
        for (auto& row : rows) rename(row);
    };
    rename_all(tables.ties);
    rename_all(tables.contacts);
    rename_all(tables.agenda);
    rename_all(tables.findings);
    rename_all(tables.needs);

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

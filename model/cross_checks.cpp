#include "cross_checks.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/similar.hpp>

#include "cell_parser.hpp"
#include "former_districts.hpp"
#include "own_codes.hpp"
#include "plausibility.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace lotse {
namespace {

void check_own_codes(std::vector<OwnCode>& rows, BuildLog& log) {
    std::map<std::pair<std::string, std::string>, RowOrigin> first;
    std::erase_if(rows, [&](const OwnCode& row) {
        const auto [it, added] = first.emplace(std::pair{row.list, row.code}, row.origin);
        if (!added) {
            log.say(Severity::error, "duplicate-key", log.place(row.origin, "code"),
                    message({"code: Der Code „{}“ der Liste {} steht schon in {}. Jeder Code darf "
                             "nur einmal stehen.",
                             "code: the code '{}' of the list {} already stands in {}. Every code "
                             "may occur only once."},
                            {row.code, row.list, to_string(log.place(it->second))}));
            return true;
        }
        if (row.code.find('|') != std::string::npos) {
            log.say(Severity::error, "bad-value", log.place(row.origin, "code"),
                    message({"code: Der Code „{}“ enthält das Zeichen |, das Codes trennt. Bitte "
                             "einen anderen wählen.",
                             "code: the code '{}' holds the sign |, which separates codes. Choose "
                             "another."},
                            {row.code}));
            return true;
        }
        const CodeList* list = Codebook::built_in().list(row.list);
        if (!list) {
            log.say(Severity::error, "unknown-list", log.place(row.origin, "list"),
                    message({"list: Eine Liste „{}“ gibt es nicht (lotse list codes zeigt alle).",
                             "list: there is no list '{}' (lotse list codes shows them)."},
                            {row.list}));
            return true;
        }
        if (is_fixed_list(row.list) && !list->find(row.code)) {
            log.say(Severity::error, "fixed-list", log.place(row.origin, "code"),
                    message({"code: Die Liste {} kann nicht um „{}“ erweitert werden.",
                             "code: the list {} cannot be extended by '{}'."},
                            {row.list, row.code}));
            return true;
        }
        return false;
    });
}

/// A word for "not known" that the list itself does not have.
bool is_not_recorded(const std::string& text, const CellContext& context) {
    const CodeList* list = context.codes.list(context.list);
    return says_not_recorded(text) && !(list && list->recognise(text));
}

/// Replaces what was typed in a code column by the code it stands for. False: it is none.
bool normalise(std::string& text, const CellContext& context) {
    if (text.empty()) return true;
    auto code = parse_code(text, context);
    if (!code) return false;
    text = *std::move(code);
    return true;
}
bool normalise(std::vector<std::string>& texts, const CellContext& context) {
    bool good = true;
    for (std::string& text : texts) good = normalise(text, context) && good;
    return good;
}

/// Empties what holds words for "not known" only. True: it held them.
bool drop_not_recorded(std::string& text, const CellContext& context) {
    if (!is_not_recorded(text, context)) return false;
    text.clear();
    return true;
}
bool drop_not_recorded(std::vector<std::string>& texts, const CellContext& context) {
    const auto dropped = std::erase_if(
        texts, [&](const std::string& text) { return is_not_recorded(text, context); });
    return dropped > 0 && texts.empty();
}

template <class Row>
bool normalise_codes(Row& row, const Codebook& codes, BuildLog& log) {
    bool good = true;
    for_each_column<Row>([&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        constexpr bool may_hold_codes =
            std::is_same_v<T, std::string> || std::is_same_v<T, std::vector<std::string>>;
        if constexpr (may_hold_codes) {
            if (column.list.empty()) return;
            const CellContext context{column.key, column.list, column.range,
                                      codes,      log,         row.origin};
            if (drop_not_recorded(row.*column.member, context) && column.need != Need::optional) {
                report_missing_value(context);
                good = false;
            }
            good = normalise(row.*column.member, context) && good;
        }
    });
    return good;
}

template <class Row>
void check_keys(std::vector<Row>& rows, BuildLog& log) {
    std::unordered_map<std::string, RowOrigin> first;
    std::unordered_map<std::string, const Row*> look_alike;
    std::erase_if(rows, [&](const Row& row) {
        const auto [it, added] = first.emplace(row.key, row.origin);
        if (!added)
            log.say(
                Severity::error, "duplicate-key", log.place(row.origin, "key"),
                message({"key: Der Schlüssel „{}“ kommt schon in {} vor. Jeder Schlüssel darf nur "
                         "einmal stehen.",
                         "key: the key '{}' already stands in {}. Every key may occur only once."},
                        {row.key, to_string(log.place(it->second))}));
        return !added;
    });
    for (const Row& row : rows) {
        const auto [it, added] = look_alike.emplace(unicode::confusable_key(row.key), &row);
        if (!added)
            log.say(
                Severity::warning, "look-alike-key", log.place(row.origin, "key"),
                message({"key: „{}“ sieht fast aus wie „{}“ in {}. Sind zwei verschiedene gemeint?",
                         "key: '{}' looks almost like '{}' in {}. Are two different ones meant?"},
                        {row.key, it->second->key, to_string(log.place(it->second->origin))}));
    }
}

/// What a mention can resolve to: keys, and names that only one row has.
class Directory {
public:
    template <class Rows>
    void fill(const Rows& rows) {
        keys_.reserve(keys_.size() + rows.size());
        for (const auto& row : rows)
            if (keys_.insert(row.key).second) names_.emplace_back(row.key, row.name);
    }

    bool contains(const std::string& key) const { return keys_.contains(key); }

    /// Key of the only row of this name; nullptr: there is none.
    const std::string* key_of_name(std::string_view name) {
        if (by_name_.empty())
            for (const auto& [key, other_name] : names_)
                by_name_[unicode::match_key(other_name)].push_back(&key);
        const auto named = by_name_.find(unicode::match_key(name));
        const bool unique = named != by_name_.end() && named->second.size() == 1;
        return unique ? named->second.front() : nullptr;
    }

    const std::string* most_similar_key(std::string_view key) const {
        const auto best = most_similar(
            key, names_, [](const auto& entry) -> std::string_view { return entry.first; });
        return best ? &names_[*best].first : nullptr;
    }

private:
    std::unordered_set<std::string> keys_;
    std::vector<std::pair<std::string, std::string>> names_;  ///< by key, in the order of the rows
    /// Made when a mention is no key, which is rare.
    std::unordered_map<std::string, std::vector<const std::string*>> by_name_;
};

/// What follows from a table that could not be read: it is counted, not said one by one.
struct Unread {
    std::map<std::string_view, std::size_t> mentions;        ///< by the table mentioned
    std::map<std::string_view, std::set<std::string>> keys;  ///< of rows that are lost with it
};

class Mentions {
public:
    Mentions(const NetworkTables& tables, int& suggestions, Unread& unread, BuildLog& log)
        : suggestions_{suggestions}, unread_{unread}, log_{log} {
        actors_.fill(tables.actors);
        venues_.fill(tables.venues);
        areas_.fill(tables.areas);
        static const Network nothing{{}, {}};  // knows the German areas
        areas_.fill(nothing.areas());
    }

    /// Rows that are not used, but that may be mentioned.
    void add(const NetworkTables& faulty) {
        actors_.fill(faulty.actors);
        venues_.fill(faulty.venues);
        areas_.fill(faulty.areas);
    }

    template <class Row>
    bool check_row(Row& row) {
        bool good = true;
        wrong_ = false;
        for_each_column<Row>([&](const auto& column) {
            auto& cell = row.*column.member;
            if constexpr (requires { cell.id; }) {
                if (!cell.empty()) good = check(cell, row.origin, column.key) && good;
            } else if constexpr (requires { cell.front().id; }) {
                for (auto& ref : cell) good = check(ref, row.origin, column.key) && good;
            }
        });
        if constexpr (std::is_same_v<Row, Travel>) {
            good = check_place(row.from, row.origin, "from") && good;
            good = check_place(row.to, row.origin, "to") && good;
        }
        if constexpr (requires { row.key; })
            if (!good && !wrong_) unread_.keys[Row::table].insert(row.key);
        return good;
    }

private:
    template <class Entity>
    bool check(Ref<Entity>& ref, RowOrigin origin, std::string_view column) {
        if constexpr (std::is_same_v<Entity, Actor>)
            return resolve(ref.key, actors_, origin, column, Actor::table);
        else if constexpr (std::is_same_v<Entity, Venue>)
            return resolve(ref.key, venues_, origin, column, Venue::table);
        else
            return check_area(ref.key, origin, column);
    }

    bool check_area(std::string& key, RowOrigin origin, std::string_view column) {
        const bool official = !level_of_key(key).empty();
        if (!official || areas_.contains(key))
            return resolve(key, areas_, origin, column, Area::table);
        if (const auto now = successor_of_district(key); !now.empty()) {
            log_.say(Severity::warning, "former-district", log_.place(origin, column),
                     message({"{}: Den Kreis „{}“ gibt es nicht mehr; es gilt „{}“, in dem er "
                              "aufgegangen ist.",
                              "{}: the Kreis '{}' exists no more; '{}' counts, which took it "
                              "over."},
                             {column, key, now}));
            key = now;
            return true;
        }
        const std::string district = key.substr(0, 5);
        const bool is_municipality = key.size() >= 8 && (areas_.contains(district) ||
                                                         !successor_of_district(district).empty());
        if (!is_municipality && key.size() != 3)
            log_.say(
                Severity::warning, "unknown-area", log_.place(origin, column),
                message(
                    {"{}: Den Gebietsschlüssel „{}“ kennt lotse nicht; das Gebiet erscheint ohne "
                     "Namen.",
                     "{}: lotse does not know the area key '{}'; the area appears without a name."},
                    {column, key}));
        return true;
    }

    bool check_place(std::string& key, RowOrigin origin, std::string_view column) {
        if (venues_.contains(key)) return true;
        const CellContext context{column, {}, {}, Codebook::built_in(), log_, origin};
        auto area = parse_area_key(key, context);
        if (!area) {
            wrong_ = true;
            return false;
        }
        key = *std::move(area);
        return check_area(key, origin, column);
    }

    bool resolve(std::string& key, Directory& directory, RowOrigin origin, std::string_view column,
                 std::string_view table) {
        if (directory.contains(key)) return true;
        if (const std::string* named = directory.key_of_name(key)) {
            log_.say(Severity::note, "found-by-name", log_.place(origin, column),
                     message({"{}: „{}“ ist ein Name; gelesen als Schlüssel „{}“.",
                              "{}: '{}' is a name; read as the key '{}'."},
                             {column, key, *named}));
            key = *named;
            return true;
        }
        if (log_.unread.contains(table) || unread_.keys[table].contains(key)) {
            ++unread_.mentions[table];
            return false;
        }
        wrong_ = true;
        report_unknown(key, directory, origin, column, table);
        return false;
    }

    void report_unknown(const std::string& key, const Directory& directory, RowOrigin origin,
                        std::string_view column, std::string_view table) {
        const std::string* best = nullptr;
        if (suggestions_ > 0) {
            --suggestions_;
            best = directory.most_similar_key(key);
        }
        log_.say(Severity::error, "unknown-reference", log_.place(origin, column),
                 best ? message({"{}: „{}“ steht nicht (oder nur in einer fehlerhaften Zeile) in "
                                 "der Tabelle {}. Meinten Sie „{}“?",
                                 "{}: '{}' is not (or only in a faulty row) in the table {}. Did "
                                 "you mean '{}'?"},
                                {column, key, table, *best})
                      : message({"{}: „{}“ steht nicht (oder nur in einer fehlerhaften Zeile) in "
                                 "der Tabelle {}. Bitte dort ergänzen oder hier berichtigen.",
                                 "{}: '{}' is not (or only in a faulty row) in the table {}. Add "
                                 "it there or correct it here."},
                                {column, key, table}));
    }

    int& suggestions_;  ///< how many more are looked for
    Unread& unread_;
    bool wrong_ = false;  ///< the row mentions what is surely not there
    BuildLog& log_;
    Directory actors_;
    Directory venues_;
    Directory areas_;
};

/// A rejected row can leave others without what they mention, so this repeats until all is quiet.
void check_mentions(NetworkTables& tables, NetworkTables& faulty, BuildLog& log) {
    int suggestions = 200;  // each looks at every key
    Unread unread;
    Mentions of_faulty{tables, suggestions, unread, log};
    of_faulty.add(faulty);
    NetworkTables::for_each(faulty, [&](auto& rows) {
        for (auto& row : rows) of_faulty.check_row(row);
    });
    for (std::size_t removed = 1; removed > 0;) {
        removed = 0;
        Mentions mentions{tables, suggestions, unread, log};
        NetworkTables::for_each(tables, [&](auto& rows) {
            removed += std::erase_if(rows, [&](auto& row) { return !mentions.check_row(row); });
        });
    }
    for (const auto& [table, count] : unread.mentions)
        log.say(Severity::note, "unread-table", {},
                message({"Verweise auf die Tabelle {} sind nicht geprüft und nicht einzeln genannt "
                         "(Anzahl: {}), weil eine Tabelle nicht oder nicht ganz gelesen werden "
                         "konnte. Bitte zuerst den Fehler dort berichtigen.",
                         "Mentions of the table {} are not checked and not named one by one "
                         "(number: {}), because a table could not be read, or not to its end. "
                         "Correct the error there first."},
                        {table, std::to_string(count)}));
}

/// A list says what is there: what it names twice counts once.
void drop_doubles(std::vector<std::string>& list) {
    if (list.size() < 2) return;
    std::unordered_set<std::string> seen;
    std::erase_if(list, [&](const std::string& item) { return !seen.insert(item).second; });
}
template <class Entity>
void drop_doubles(std::vector<Ref<Entity>>& list) {
    if (list.size() < 2) return;
    std::unordered_set<std::string> seen;
    std::erase_if(list, [&](const auto& ref) { return !seen.insert(ref.key).second; });
}

template <class Row>
void drop_doubles_of(Row& row) {
    for_each_column<Row>([&](const auto& column) {
        if constexpr (requires { drop_doubles(row.*column.member); })
            drop_doubles(row.*column.member);
    });
}

}  // namespace

void check_across_rows(NetworkTables& tables, NetworkTables& faulty, BuildLog& log) {
    check_own_codes(tables.codes, log);
    const Codebook codes = extended_codebook(tables.codes);
    NetworkTables::for_each(tables, [&](auto& rows) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        std::erase_if(rows, [&](Row& row) { return !normalise_codes(row, codes, log); });
        if constexpr (requires(const Row& r) { r.key; }) check_keys(rows, log);
    });
    NetworkTables::for_each(faulty, [&](auto& rows) {
        for (auto& row : rows) normalise_codes(row, codes, log);
    });
    check_mentions(tables, faulty, log);
    NetworkTables::for_each(tables, [](auto& rows) {
        for (auto& row : rows) drop_doubles_of(row);
    });
    check_plausibility(tables, log);
    NetworkTables::for_each(
        tables, [&](const auto& rows) { log.rows.used += static_cast<std::int64_t>(rows.size()); });
}

}  // namespace lotse

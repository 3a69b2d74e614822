#include "cross_checks.hpp"

#include <lotse/base/look_alike.hpp>
#include <lotse/base/not_recorded.hpp>
#include <lotse/base/unicode.hpp>

#include "area_keys.hpp"
#include "cell_parser.hpp"
#include "mentions.hpp"
#include "own_codes.hpp"
#include "own_rules.hpp"
#include "plausibility.hpp"

#include <algorithm>
#include <map>
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

/// "?" or "–" may mean "none", "not known" or "to be settled": it is read as the least of them.
bool is_mere_sign(std::string_view text, const CellContext& context) {
    if (!may_say_not_recorded(text)) return false;
    const CodeList* list = context.codes.list(context.list);
    if (list && (list->find(text) || list->recognise(text))) return false;
    context.log.count_emptied(context.origin, context.column, text);
    return true;
}

void warn_of_emptied(BuildLog& log) {
    for (const auto& [column, cells] : log.emptied)
        log.say(Severity::warning, "not-recorded", log.place(cells.first, column.second),
                message({"{}: „{}“ ist gelesen als nicht erhoben, wie eine leere Zelle (solche "
                         "Zellen in dieser Spalte: {}). Ist „keins“, „nein“ oder 0 gemeint, bitte "
                         "das eintragen.",
                         "{}: '{}' is read as not recorded, as an empty cell is (such cells in "
                         "this column: {}). If 'none', 'no' or 0 is meant, enter that."},
                        {column.second, cells.text, std::to_string(cells.count)}));
}

/// Empties what holds words or signs for "not known" only. True: it held them.
bool drop_not_recorded(std::string& text, const CellContext& context) {
    if (!is_not_recorded(text, context) && !is_mere_sign(text, context)) return false;
    text.clear();
    return true;
}
bool drop_not_recorded(std::vector<std::string>& texts, const CellContext& context) {
    const auto dropped = std::erase_if(texts, [&](const std::string& text) {
        return is_not_recorded(text, context) || is_mere_sign(text, context);
    });
    return dropped > 0 && texts.empty();
}

std::string joined(const std::string& text) {
    return text;
}
std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : "|") + text;
    return out;
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
            const CellContext context{column.key,
                                      column.list,
                                      column.range,
                                      codes,
                                      log,
                                      row.origin,
                                      std::is_same_v<T, std::vector<std::string>>};
            const bool is_required = column.need != Need::optional;
            const std::string given = is_required ? joined(row.*column.member) : std::string{};
            if (drop_not_recorded(row.*column.member, context) && is_required) {
                report_not_recorded(given, context);
                good = false;
            }
            good = normalise(row.*column.member, context) && good;
        }
    });
    return good;
}

/// Moves the rows that are not good to the faulty ones, where their other cells are checked, too.
template <class Row, class IsGood>
void set_aside(std::vector<Row>& rows, std::vector<Row>& faulty, IsGood&& is_good) {
    std::erase_if(rows, [&](Row& row) {
        const bool good = is_good(row);
        if (!good) faulty.push_back(row);
        return !good;
    });
}

template <class Row>
void check_keys(std::vector<Row>& rows, std::vector<Row>& faulty, BuildLog& log) {
    std::unordered_map<std::string, RowOrigin> first;
    std::unordered_map<std::string, const Row*> look_alike;
    set_aside(rows, faulty, [&](const Row& row) {
        const auto [it, added] = first.emplace(row.key, row.origin);
        if (!added)
            log.say(
                Severity::error, "duplicate-key", log.place(row.origin, "key"),
                message({"key: Der Schlüssel „{}“ kommt schon in {} vor. Jeder Schlüssel darf nur "
                         "einmal stehen.",
                         "key: the key '{}' already stands in {}. Every key may occur only once."},
                        {row.key, to_string(log.place(it->second))}));
        return added;
    });
    for (const Row& row : rows) {
        const auto [in_any_case, first_key] =
            look_alike.emplace(unicode::confusable_key(row.key), &row);
        const auto [as_written, first_spelling] =
            look_alike.emplace(' ' + unicode::confusable_spelling(row.key), &row);
        const auto& it = first_key ? as_written : in_any_case;
        if (!first_key || !first_spelling)
            log.say(
                Severity::warning, "look-alike-key", log.place(row.origin, "key"),
                message({"key: „{}“ sieht fast aus wie „{}“ in {}. Sind zwei verschiedene gemeint?",
                         "key: '{}' looks almost like '{}' in {}. Are two different ones meant?"},
                        {row.key, it->second->key, to_string(log.place(it->second->origin))}));
    }
}

/// A list says what is there: what it names twice counts once.
void drop_doubles(std::vector<std::string>& list) {
    if (list.size() < 2) return;
    std::unordered_set<std::string> seen;
    std::erase_if(list, [&](const std::string& item) { return !seen.insert(item).second; });
}
template <class Entity>
void drop_doubles(std::vector<Ref<Entity>>& list, const HeldAreas& areas) {
    if (list.size() < 2) return;
    std::unordered_set<std::string> seen;
    std::vector<Ref<Entity>> kept;
    for (Ref<Entity>& ref : list)
        if (seen.insert(std::is_same_v<Entity, Area> ? areas.key_of(ref.key) : ref.key).second)
            kept.push_back(ref);
    list = std::move(kept);
}

template <class Row>
void drop_doubles_of(Row& row, const HeldAreas& areas) {
    for_each_column<Row>([&](const auto& column) {
        if constexpr (requires { drop_doubles(row.*column.member); })
            drop_doubles(row.*column.member);
        else if constexpr (requires { drop_doubles(row.*column.member, areas); })
            drop_doubles(row.*column.member, areas);
    });
}

}  // namespace

void check_across_rows(NetworkTables& tables, NetworkTables& faulty, BuildLog& log) {
    check_own_codes(tables.codes, log);
    const Codebook codes = extended_codebook(tables.codes);
    NetworkTables::for_each(faulty, [&](auto& rows) {
        for (auto& row : rows) normalise_codes(row, codes, log);
    });
    NetworkTables::for_each(tables, [&](auto& rows) {
        NetworkTables::for_each(faulty, [&](auto& others) {
            if constexpr (std::is_same_v<decltype(others), decltype(rows)>) {
                set_aside(rows, others,
                          [&](auto& row) { return normalise_codes(row, codes, log); });
                if constexpr (requires { rows.front().key; }) check_keys(rows, others, log);
            }
        });
    });
    check_mentions(tables, faulty, log);
    warn_of_emptied(log);
    const HeldAreas areas{tables.areas};
    NetworkTables::for_each(tables, [&](auto& rows) {
        for (auto& row : rows) drop_doubles_of(row, areas);
    });
    check_plausibility(tables, log);
    warn_unusable_rules(tables.codes, codes, log);
    NetworkTables::for_each(
        tables, [&](const auto& rows) { log.rows.used += static_cast<std::int64_t>(rows.size()); });
}

}  // namespace lotse

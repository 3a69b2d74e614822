#include "mentions.hpp"

#include <lotse/base/not_recorded.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/municipalities.hpp>

#include "area_keys.hpp"
#include "cell_parser.hpp"
#include "directory.hpp"
#include "former_districts.hpp"

#include <map>
#include <set>
#include <unordered_map>

namespace lotse {
namespace {

Message as_it_is(std::string_view text) {
    return {std::string{text}, std::string{text}};
}

/// Rows that stand in the input, but cannot be used.
class LostRows {
public:
    struct Lost {
        std::string key;
        RowOrigin origin;
    };

    template <class Row>
    void add(const Row& row) {
        auto& table = rows_[Row::table];
        if (!row.key.empty()) table.emplace(row.key, Lost{row.key, row.origin});
        if (const auto name = unicode::match_key(row.name); !name.empty())
            table.emplace(' ' + name, Lost{row.key, row.origin});  // no key begins with a blank
    }
    /// By key or name.
    const RowOrigin* find(std::string_view table, const std::string& text) const {
        const Lost* by_key = look_up(table, text);
        const Lost* found = by_key ? by_key : look_up(table, ' ' + unicode::match_key(text));
        return found ? &found->origin : nullptr;
    }
    /// A row of this name and another key.
    const RowOrigin* namesake(std::string_view table, const std::string& name,
                              std::string_view key) const {
        const Lost* found = look_up(table, ' ' + unicode::match_key(name));
        return found && found->key != key ? &found->origin : nullptr;
    }

private:
    const Lost* look_up(std::string_view table, const std::string& text) const {
        const auto rows = rows_.find(table);
        if (rows == rows_.end()) return nullptr;
        const auto it = rows->second.find(text);
        return it == rows->second.end() ? nullptr : &it->second;
    }

    std::map<std::string_view, std::unordered_map<std::string, Lost>> rows_;
};

/// Mentions that are counted, not said one by one.
struct Mentioned {
    std::size_t count = 0;
    SourcePosition first;

    void add(SourcePosition place) {
        if (count++ == 0 || place < first) first = std::move(place);
    }
};

/// What all passes over the rows share.
struct Findings {
    int suggestions = 200;   ///< how many more are looked for: each looks at every key
    bool first_pass = true;  ///< later ones repeat no warning
    LostRows lost;
    /// What follows from a table that could not be read: it is counted, not said one by one.
    std::map<std::string_view, Mentioned> unread;                 ///< by table
    std::map<std::string_view, std::set<std::string>> lost_with;  ///< keys of rows lost with it
};

class Mentions {
public:
    Mentions(const NetworkTables& tables, Findings& findings, BuildLog& log)
        : findings_{findings}, log_{log} {
        actors_.fill(tables.actors);
        venues_.fill(tables.venues);
        areas_.fill(tables.areas);
        static const Network nothing{{}, {}};  // knows the German areas
        areas_.fill(nothing.areas());
        for (const Area& area : nothing.areas()) regions_.insert(area.key.substr(0, 3));
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
                const CellContext context = context_of(row, column.key, false);
                if (column.need == Need::optional && is_not_recorded(cell, context)) cell = {};
                if (!cell.empty()) good = check(cell, context) && good;
            } else if constexpr (requires { cell.front().id; }) {
                const CellContext context = context_of(row, column.key, true);
                if (column.need == Need::optional)
                    std::erase_if(cell,
                                  [&](const auto& ref) { return is_not_recorded(ref, context); });
                for (auto& ref : cell) good = check(ref, context) && good;
            }
        });
        if constexpr (std::is_same_v<Row, Travel>) {
            good = check_place(row.from, context_of(row, "from", false)) && good;
            good = check_place(row.to, context_of(row, "to", false)) && good;
        }
        if constexpr (requires { row.key; }) {
            if (!good && !wrong_) findings_.lost_with[Row::table].insert(row.key);
            if constexpr (requires { row.name; })
                if (!good && wrong_) findings_.lost.add(row);
        }
        return good;
    }

private:
    CellContext context_of(const Record& row, std::string_view column, bool takes_list) {
        return {column, {}, {}, Codebook::built_in(), log_, row.origin, takes_list};
    }

    template <class Entity>
    Directory& directory_of() {
        if constexpr (std::is_same_v<Entity, Actor>)
            return actors_;
        else if constexpr (std::is_same_v<Entity, Venue>)
            return venues_;
        else
            return areas_;
    }

    /// "k. A." or "-", unless a row is called so.
    template <class Entity>
    bool is_not_recorded(const Ref<Entity>& ref, const CellContext& context) {
        const bool is_sign = may_say_not_recorded(ref.key);
        if (!is_sign && !says_not_recorded(ref.key)) return false;
        Directory& directory = directory_of<Entity>();
        // A name "NA" of a table of R is no name that anything else could mean by "NA".
        const bool is_name = !is_sign && (!directory.named(ref.key).empty() ||
                                          !directory.also_called(ref.key).empty());
        if (directory.contains(ref.key) || is_name || findings_.lost.find(Entity::table, ref.key))
            return false;
        if (is_sign) log_.count_emptied(context.origin, context.column, ref.key);
        return true;
    }

    template <class Entity>
    bool check(Ref<Entity>& ref, const CellContext& context) {
        if constexpr (std::is_same_v<Entity, Area>)
            return check_area(ref.key, context);
        else
            return resolve(ref.key, directory_of<Entity>(), context, Entity::table);
    }

    bool check_area(std::string& key, const CellContext& context) {
        const bool official = !level_of_key(key).empty();
        if (!official || areas_.contains(key)) return resolve(key, areas_, context, Area::table);
        const auto heirs = heirs_of_district(key);
        if (heirs.size() == 1) {
            context.warning("former-district",
                            message({"{}: Den Kreis „{}“ gibt es nicht mehr; heute gilt „{}“.",
                                     "{}: the Kreis '{}' exists no more; today it is '{}'."},
                                    {context.column, key, heirs.front()}));
            key = heirs.front();
            return true;
        }
        if (findings_.first_pass) warn_of_area(key, heirs, context);
        return true;
    }

    void warn_of_area(const std::string& key, std::span<const std::string> heirs,
                      const CellContext& context) {
        const std::string district = key.substr(0, 5);
        const auto heirs_around =
            key.size() >= 8 ? heirs_of_district(district) : std::span<const std::string>{};
        // No list of associations of municipalities is at hand.
        const bool may_be_association = key.size() == 12 && key.ends_with("000") &&
                                        (areas_.contains(district) || heirs_around.size() == 1);
        const bool is_municipality = may_be_association || find_municipality(key);
        if (!heirs.empty())
            context.warning(
                "former-district",
                message({"{}: Den Kreis „{}“ gibt es nicht mehr; er wurde geteilt (heute {}). "
                         "Bitte eintragen, was gemeint ist; bis dahin erscheint das Gebiet ohne "
                         "Namen.",
                         "{}: the Kreis '{}' exists no more; it was divided (today {}). Enter what "
                         "is meant; until then the area appears without a name."},
                        {context.column, key, listed(heirs)}));
        else if (!is_municipality && heirs_around.size() > 1)
            context.warning(
                "former-district",
                message({"{}: „{}“ liegt im Kreis „{}“, den es nicht mehr gibt; er wurde geteilt "
                         "(heute {}). Bitte den heutigen Schlüssel eintragen; bis dahin gehört das "
                         "Gebiet zu keinem Kreis und erscheint ohne Namen.",
                         "{}: '{}' lies in the Kreis '{}', which exists no more; it was divided "
                         "(today {}). Enter the key of today; until then the area belongs to no "
                         "Kreis and appears without a name."},
                        {context.column, key, district, listed(heirs_around)}));
        else if (!is_municipality && !regions_.contains(key))
            context.warning(
                "unknown-area",
                message(
                    {"{}: Den Gebietsschlüssel „{}“ kennt lotse nicht; das Gebiet erscheint ohne "
                     "Namen.",
                     "{}: lotse does not know the area key '{}'; the area appears without a name."},
                    {context.column, key}));
    }

    bool check_place(std::string& key, const CellContext& context) {
        if (venues_.contains(key)) return true;
        auto area = parse_area_key(key, context);
        if (!area) {
            wrong_ = true;
            return false;
        }
        key = *std::move(area);
        return check_area(key, context);
    }

    bool resolve(std::string& key, Directory& directory, const CellContext& context,
                 std::string_view table) {
        if (directory.contains(key)) return true;
        const Directory::Entries& named = directory.named(key);
        const RowOrigin* namesake =
            named.size() == 1 ? findings_.lost.namesake(table, key, named.front()->key) : nullptr;
        if (namesake) {
            wrong_ = true;
            context.error("unknown-reference",
                          message({"{}: „{}“ ist mehrdeutig: {} oder eine Zeile mit Fehlern ({}). "
                                   "Bitte den Schlüssel eintragen.",
                                   "{}: '{}' is ambiguous: {} or a row with errors ({}). Enter the "
                                   "key."},
                                  {as_it_is(context.column), as_it_is(key), choice_of(named),
                                   as_it_is(to_string(log_.place(*namesake)))}));
            return false;
        }
        if (named.size() == 1) {
            context.say(Severity::note, "found-by-name",
                        message({"{}: „{}“ ist ein Name; gelesen als Schlüssel „{}“.",
                                 "{}: '{}' is a name; read as the key '{}'."},
                                {context.column, key, named.front()->key}));
            key = named.front()->key;
            return true;
        }
        if (log_.unread.contains(table) || findings_.lost_with[table].contains(key)) {
            findings_.unread[table].add(log_.place(context.origin, context.column));
            return false;
        }
        wrong_ = true;
        report_unknown(key, directory, context, table);
        return false;
    }

    void report_unknown(const std::string& key, Directory& directory, const CellContext& context,
                        std::string_view table) {
        const auto say = [&](Text pattern, Message last) {
            context.error("unknown-reference", message(pattern, {as_it_is(context.column),
                                                                 as_it_is(key), std::move(last)}));
        };
        const RowOrigin* row = findings_.lost.find(table, key);
        if (row && names_person(key, context))  // a school may be called so, but so may somebody
            return context.error(
                "unknown-reference",
                message({"{}: Was hier steht, steht auch in einer Zeile mit Fehlern ({}). Bitte "
                         "zuerst dort berichtigen.",
                         "{}: what stands here also stands in a row with errors ({}). Correct it "
                         "there first."},
                        {context.column, to_string(log_.place(*row))}));
        const auto& named = directory.named(key);
        if (!row && table == Area::table && is_like_number(key))
            return report_number_for_key(key, context);
        if (row && named.size() < 2)
            return say({"{}: „{}“ steht in einer Zeile mit Fehlern ({}). Bitte zuerst dort "
                        "berichtigen.",
                        "{}: '{}' stands in a row with errors ({}). Correct it there first."},
                       as_it_is(to_string(log_.place(*row))));
        if (is_refused_name(key, context)) return;
        if (says_not_recorded(key)) return report_not_recorded(key, context);
        if (named.size() > 1)
            return say({"{}: „{}“ ist mehrdeutig: {}. Bitte den Schlüssel eintragen.",
                        "{}: '{}' is ambiguous: {}. Enter the key."},
                       choice_of(named));
        if (const auto& called = directory.also_called(key); !called.empty())
            return say(called.size() == 1
                           ? Text{"{}: „{}“ ist ein Kurzname oder weiterer Name. Bitte den "
                                  "Schlüssel eintragen: {}.",
                                  "{}: '{}' is a short or further name. Enter the key: {}."}
                           : Text{"{}: „{}“ ist mehrdeutig: {}. Bitte den Schlüssel eintragen.",
                                  "{}: '{}' is ambiguous: {}. Enter the key."},
                       choice_of(called));
        if (may_say_not_recorded(key)) return report_not_recorded(key, context);
        for (const std::string& part : parts_of(key))
            if (directory.contains(part) || !directory.named(part).empty())
                return report_several_keys("unknown-reference", key, context);
        if (findings_.suggestions > 0) {
            --findings_.suggestions;
            if (suggest(key, directory, context, table)) return;
        }
        say({"{}: „{}“ steht nicht (oder nur in einer fehlerhaften Zeile) in der Tabelle {}. Bitte "
             "dort ergänzen oder hier berichtigen.",
             "{}: '{}' is not (or only in a faulty row) in the table {}. Add it there or correct "
             "it here."},
            as_it_is(table));
    }

    bool suggest(const std::string& key, Directory& directory, const CellContext& context,
                 std::string_view table) {
        const auto ask = [&](Text pattern, const Directory::Entries& meant) {
            context.error("unknown-reference",
                          message(pattern, {as_it_is(context.column), as_it_is(key),
                                            as_it_is(table), choice_of(meant)}));
            return true;
        };
        if (const auto others = directory.look_alikes(key); !others.empty())
            return ask({"{}: „{}“ steht nicht (oder nur in einer fehlerhaften Zeile) in der "
                        "Tabelle {}. Meinten Sie {}? Das sieht fast genauso aus, hat aber andere "
                        "Zeichen; bitte neu eintippen.",
                        "{}: '{}' is not (or only in a faulty row) in the table {}. Did you mean "
                        "{}? It looks almost the same, but has other characters; type it again."},
                       others);
        auto likely = directory.meant(key);
        const Directory::Entry* similar = likely.empty() ? directory.similar(key) : nullptr;
        if (similar) likely.push_back(similar);
        return !likely.empty() &&
               ask({"{}: „{}“ steht nicht (oder nur in einer fehlerhaften Zeile) in der Tabelle "
                    "{}. Meinten Sie {}?",
                    "{}: '{}' is not (or only in a faulty row) in the table {}. Did you mean {}?"},
                   likely);
    }

    Findings& findings_;
    bool wrong_ = false;  ///< the row mentions what is surely not there
    BuildLog& log_;
    Directory actors_;
    Directory venues_;
    Directory areas_;
    std::set<std::string, std::less<>> regions_;  ///< what the keys of Kreise begin with
};

}  // namespace

void check_mentions(NetworkTables& tables, NetworkTables& faulty, BuildLog& log) {
    Findings findings;
    NetworkTables::for_each(faulty, [&](const auto& rows) {
        if constexpr (requires { rows.front().key, rows.front().name; })
            for (const auto& row : rows) findings.lost.add(row);
    });
    Mentions of_faulty{tables, findings, log};
    of_faulty.add(faulty);
    NetworkTables::for_each(faulty, [&](auto& rows) {
        for (auto& row : rows) of_faulty.check_row(row);
    });
    // A rejected row can leave others without what they mention: until all is quiet.
    for (std::size_t removed = 1; removed > 0; findings.first_pass = false) {
        removed = 0;
        Mentions mentions{tables, findings, log};
        NetworkTables::for_each(tables, [&](auto& rows) {
            removed += std::erase_if(rows, [&](auto& row) { return !mentions.check_row(row); });
        });
    }
    for (const auto& [table, unread] : findings.unread)
        log.say(Severity::note, "unread-table", unread.first,
                message({"Verweise auf die Tabelle {} sind nicht geprüft und nicht einzeln genannt "
                         "(Anzahl: {}; hier der erste), weil eine Tabelle nicht oder nicht ganz "
                         "gelesen werden konnte. Bitte zuerst den Fehler dort berichtigen.",
                         "Mentions of the table {} are not checked and not named one by one "
                         "(number: {}; the first is here), because a table could not be read, or "
                         "not to its end. Correct the error there first."},
                        {table, std::to_string(unread.count)}));
}

}  // namespace lotse

/// What an analysis says, free of any output format: summary values, tables, notes, plain words.
#ifndef LOTSE_BASE_DOCUMENT_HPP
#define LOTSE_BASE_DOCUMENT_HPP

#include <lotse/base/describe.hpp>
#include <lotse/base/enumerators.hpp>
#include <lotse/base/id.hpp>
#include <lotse/base/partial_date.hpp>
#include <lotse/base/text.hpp>
#include <lotse/base/three_valued.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lotse {

/// A code as data: key for programs, label for people.
struct Choice {
    std::string key;
    Message label;
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// A number kept back to protect persons: JSON null. People read "<3", or "•" where it is kept back
/// only because a small number would follow from it.
struct Withheld {
    std::int64_t below = 0;  ///< the number lies from 1 to below - 1; 0: nothing is said of it
    friend bool operator==(const Withheld&, const Withheld&) = default;
};

/// A number, nothing (not recorded or not defined), or a number kept back.
template <class T>
struct Guarded {
    std::optional<T> value;
    std::optional<Withheld> withheld;
};

/// One cell. monostate: not defined or not recorded; JSON null, "–" for people.
/// double values are finite.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, Choice,
                           std::vector<std::string>, std::vector<Choice>, Message, Withheld>;

struct Column {
    std::string key;
    Message label;
    Unit unit = Unit::none;
    int digits = 3;
};

struct Table {
    std::string key;
    Message title;
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;  ///< rows[r].size() == columns.size()
};

/// Which network a result speaks of.
struct NetworkIdentity {
    std::string name;
    std::string sha256;  ///< of the network's canonical form: the same for CSV, JSON, any row order
    std::int64_t actors = 0;
    std::int64_t ties = 0;
    bool fictional = false;
};

struct Document {
    std::string id;
    Message title;
    NetworkIdentity network;
    std::vector<std::pair<std::string, Value>> options;  ///< as they took effect
    Table summary;                                       ///< exactly one row
    std::vector<Table> tables;
    std::vector<Message> notes;    ///< conventions, layers, what was left out
    std::vector<Message> reading;  ///< two or three sentences: what it means, what it does not
};

/// Key and name under which an id is shown; the Network knows them.
struct Naming {
    std::string key;
    std::string name;
};

/// Turns described structs into columns and rows. Names is anything with name_of(Id<E>) -> Naming.
///
/// An Id field gives two columns, its key under the field's key and its name under `<key>_name`;
/// a field called "actor" gives "actor" and "name".
template <class Names>
class Tabulator {
public:
    /// `names` outlives the tabulator.
    explicit Tabulator(const Names& names) : names_{names} {}

    /// A column a field (an Id gives two), a row a struct. O(rows x fields).
    template <Described Row>
    Table table(std::string_view key, Message title, const std::vector<Row>& rows) const {
        Table out{std::string{key}, std::move(title), {}, {}};
        for_each_field<Row>([&](const auto& f) { add_columns(out.columns, f); });
        tell_keys_apart(out.columns);
        for (const Row& row : rows) {
            auto& cells = out.rows.emplace_back();
            for_each_field<Row>([&](const auto& f) { add_cells(cells, row.*f.member); });
        }
        return out;
    }

    /// Lists of rows become tables, all other fields the one row of the summary.
    template <Described Findings>
    Document document(std::string_view id, Message title, const Findings& findings) const {
        Document out;
        out.id = id;
        out.title = std::move(title);
        out.summary = {"summary", Text{"Überblick", "Summary"}, {}, {{}}};
        for_each_field<Findings>([&](const auto& f) { add(out, f, findings.*f.member); });
        tell_keys_apart(out.summary.columns);
        return out;
    }

private:
    template <class F, class T>
    void add(Document& out, const F& f, const T& value) const {
        add_columns(out.summary.columns, f);
        add_cells(out.summary.rows.front(), value);
    }
    template <class F, Described Row>
    void add(Document& out, const F& f, const std::vector<Row>& rows) const {
        out.tables.push_back(table(f.key, f.label, rows));
    }

    template <class Owner, class T>
    static void add_columns(std::vector<Column>& out, const Field<Owner, T>& f) {
        out.push_back({std::string{f.key}, f.label, f.unit, f.digits});
    }
    template <class Owner, class E>
    static void add_columns(std::vector<Column>& out, const Field<Owner, Id<E>>& f) {
        add_id_columns(out, f);
    }
    template <class Owner, class E>
    static void add_columns(std::vector<Column>& out, const Field<Owner, std::optional<Id<E>>>& f) {
        add_id_columns(out, f);
    }
    /// Of several columns of keys each says whose it is: the column after it holds the name.
    static void tell_keys_apart(std::vector<Column>& columns) {
        const auto is_key = [](const Column& column) {
            return column.label == Message{key_heading};
        };
        if (std::ranges::count_if(columns, is_key) < 2) return;
        for (std::size_t i = 0; i + 1 < columns.size(); ++i)
            if (is_key(columns[i]))
                columns[i].label = message({"Schlüssel ({})", "Key ({})"}, {columns[i + 1].label});
    }

    template <class F>
    static void add_id_columns(std::vector<Column>& out, const F& f) {
        const std::string key{f.key};
        out.push_back({key, key_heading});
        out.push_back({key == "actor" ? "name" : key + "_name", f.label});
    }

    void add_cells(std::vector<Value>& out, bool v) const { out.emplace_back(v); }
    void add_cells(std::vector<Value>& out, std::integral auto v) const {
        out.emplace_back(static_cast<std::int64_t>(v));
    }
    void add_cells(std::vector<Value>& out, double v) const { out.emplace_back(v); }
    void add_cells(std::vector<Value>& out, const std::string& v) const { out.emplace_back(v); }
    void add_cells(std::vector<Value>& out, const Choice& v) const { out.emplace_back(v); }
    void add_cells(std::vector<Value>& out, const Message& v) const { out.emplace_back(v); }
    void add_cells(std::vector<Value>& out, const std::vector<std::string>& v) const {
        out.emplace_back(v);
    }
    void add_cells(std::vector<Value>& out, const std::vector<Choice>& v) const {
        out.emplace_back(v);
    }
    /// ISO 8601 for programs, as people write it for people.
    void add_cells(std::vector<Value>& out, const PartialDate& v) const {
        out.emplace_back(Choice{
            to_string(v), Message{people_text(v, Language::de), people_text(v, Language::en)}});
    }
    template <class T>
    void add_cells(std::vector<Value>& out, const Guarded<T>& v) const {
        if (v.withheld)
            out.emplace_back(*v.withheld);
        else
            add_cells(out, v.value);
    }
    template <Enumerated E>
    void add_cells(std::vector<Value>& out, E v) const {
        const auto& e = enumerator(v);
        out.emplace_back(Choice{std::string{e.key}, e.label});
    }
    template <class E>
    void add_cells(std::vector<Value>& out, Id<E> id) const {
        Naming naming = names_.name_of(id);
        out.emplace_back(std::move(naming.key));
        out.emplace_back(std::move(naming.name));
    }
    template <class E>
    void add_cells(std::vector<Value>& out, const std::optional<Id<E>>& id) const {
        if (id) return add_cells(out, *id);
        out.emplace_back();
        out.emplace_back();
    }
    template <class T>
    void add_cells(std::vector<Value>& out, const std::optional<T>& v) const {
        if (v)
            add_cells(out, *v);
        else
            out.emplace_back();
    }

    static constexpr Text key_heading{"Schlüssel", "Key"};
    const Names& names_;
};

}  // namespace lotse

#endif

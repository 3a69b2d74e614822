/// Two states of a table side by side: which rows belong together, and in which columns they
/// differ.
#ifndef LOTSE_ANALYSIS_COMPARE_ROWS_HPP
#define LOTSE_ANALYSIS_COMPARE_ROWS_HPP

#include <lotse/analysis/compare.hpp>

#include "area_index.hpp"
#include "compare_stand.hpp"
#include "words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lotse::analysis {

/// A row before and the row after that is the same thing; nullptr: there is none.
template <class Row>
struct RowPair {
    const Row* before = nullptr;
    const Row* after = nullptr;
};

/// Not the columns that say how a row was recorded, mailboxes, the ends and kind of a tie and the
/// ends of a way, by which these are matched, and counts of persons: of these only what may be
/// shown is compared.
template <class Row>
bool is_compared(std::string_view column) {
    if (std::is_same_v<Row, Tie> && (column == "from" || column == "to" || column == "kind"))
        return false;
    if (std::is_same_v<Row, Travel> && (column == "from" || column == "to")) return false;
    if (std::is_same_v<Row, PersonNeed> && column == "persons") return false;
    if (std::is_same_v<Row, Area> && (column == "population" || column == "unemployed_sgb2" ||
                                      column == "unemployed_sgb3" || column == "long_term"))
        return false;
    constexpr std::array<std::string_view, 5> left_out{"source", "as_of", "confidence", "note",
                                                       "mailbox"};
    return std::ranges::find(left_out, column) == left_out.end();
}

/// The order of a list says nothing.
inline Value comparable(Value value) {
    if (auto* list = std::get_if<std::vector<std::string>>(&value)) std::ranges::sort(*list);
    return value;
}

/// The chosen columns as one text; no columns: all that are compared.
template <class Row>
std::string fingerprint(const Row& row, std::initializer_list<std::string_view> columns = {}) {
    std::string out;
    for_each_column<Row>([&](const auto& column) {
        const bool chosen = columns.size() == 0
                                ? is_compared<Row>(column.key)
                                : std::ranges::find(columns, column.key) != columns.end();
        if (!chosen) return;
        out += cell_text(comparable(cell_value(row, column)));
        out += '\x1f';
    });
    return out;
}

/// Rows with the same key belong together; of several the identical ones first, then those with
/// the same `secondary` columns, then the rest in order. In the order of the keys. O(n log n).
template <class Row, class Key>
std::vector<RowPair<Row>> pair_rows(const std::vector<Row>& before, const std::vector<Row>& after,
                                    Key&& key_before, Key&& key_after,
                                    std::initializer_list<std::string_view> secondary = {}) {
    using Rows = std::vector<const Row*>;
    std::map<std::string, std::pair<Rows, Rows>> groups;
    for (const Row& row : before)
        if (const std::string key = key_before(row); !key.empty())
            groups[key].first.push_back(&row);
    for (const Row& row : after)
        if (const std::string key = key_after(row); !key.empty())
            groups[key].second.push_back(&row);
    std::vector<RowPair<Row>> out;
    const auto pair_up = [&](Rows& from, Rows& to, auto&& mark) {
        std::map<std::string, Rows> waiting;
        for (const Row* row : to) waiting[mark(*row)].push_back(row);
        for (auto& [text, rows] : waiting) std::ranges::reverse(rows);
        std::set<const Row*> used;
        std::erase_if(from, [&](const Row* row) {
            Rows& rows = waiting[mark(*row)];
            if (rows.empty()) return false;
            out.push_back({row, rows.back()});
            used.insert(rows.back());
            rows.pop_back();
            return true;
        });
        std::erase_if(to, [&](const Row* row) { return used.contains(row); });
    };
    for (auto& [key, rows] : groups) {
        auto& [from, to] = rows;
        if (from.size() > 1 || to.size() > 1) {
            pair_up(from, to, [](const Row& row) { return fingerprint(row); });
            if (secondary.size() > 0)
                pair_up(from, to, [&](const Row& row) { return fingerprint(row, secondary); });
        }
        for (std::size_t i = 0; i < std::max(from.size(), to.size()); ++i)
            out.push_back({i < from.size() ? from[i] : nullptr, i < to.size() ? to[i] : nullptr});
    }
    return out;
}

namespace detail {

inline Message code_words(const Network& network, std::string_view list, const std::string& code) {
    return list.empty() ? Message{code, code} : network.codes().choice(list, code).label;
}

inline Message joined(const std::vector<Message>& items) {
    Message out;
    for (const Message& item : items) {
        const std::string separator = out.empty() ? "" : ", ";
        out.de += separator + item.de;
        out.en += separator + item.en;
    }
    return out;
}

template <class Row, class T>
Message value_words(const Network& network, const Row& row, const ColumnSpec<Row, T>& column) {
    const T& value = row.*column.member;
    if constexpr (std::is_same_v<T, std::string>) {
        return code_words(network, column.list, value);
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        std::vector<Message> items;
        for (const std::string& code : value)
            items.push_back(code_words(network, column.list, code));
        return joined(items);
    } else if constexpr (Enumerated<T>) {
        return Message{enumerator(value).label};
    } else if constexpr (std::is_same_v<T, std::optional<Sector>>) {
        return Message{enumerator(*value).label};
    } else if constexpr (std::is_same_v<T, std::optional<PartialDate>>) {
        return date_words(*value);
    } else if constexpr (std::is_same_v<T, Ref<Actor>> || std::is_same_v<T, Ref<Area>>) {
        return name_words(network, *value);
    } else if constexpr (requires { value.front().key; }) {
        std::vector<Message> items;
        for (const auto& ref : value) items.push_back(name_words(network, *ref));
        return joined(items);
    } else {
        const std::string text = cell_text(cell_value(row, column));
        Message out{text, text};
        std::ranges::replace(out.de, '.', ',');
        return out;
    }
}

}  // namespace detail

/// What two rows are compared by in a column.
template <class Row, class T>
Value compared_value(const Network& network, const Row& row, const ColumnSpec<Row, T>& column) {
    const T& value = row.*column.member;
    if constexpr (std::is_same_v<T, Ref<Area>>) {
        if (value.empty()) return {};
        return key_of_same_area(network, *value);
    } else if constexpr (std::is_same_v<T, std::vector<Ref<Area>>>) {
        std::set<std::string> keys;
        for (const Ref<Area>& area : value) keys.insert(key_of_same_area(network, *area));
        if (keys.empty()) return {};
        return std::vector<std::string>(keys.begin(), keys.end());
    } else {
        return comparable(cell_value(row, column));
    }
}

/// The columns in which two rows differ.
struct Differences {
    std::vector<Choice> before;  ///< key "column=value", label "Heading: words"
    std::vector<Choice> after;
    bool only_filled = true;   ///< all that differ were not recorded before
    bool only_emptied = true;  ///< all that differ are not recorded after

    bool empty() const noexcept { return before.empty(); }

    /// What one state says: as data and as words; no words: not recorded.
    struct Entry {
        std::string text;
        std::optional<Message> words;
    };
    void add(std::string_view column, const Message& heading, const Entry& old_entry,
             const Entry& new_entry) {
        const auto side = [&](const Entry& entry) {
            const Message words =
                entry.words.value_or(Message{Text{"nicht erfasst", "not recorded"}});
            return Choice{std::string{column} + "=" + entry.text,
                          {heading.de + ": " + words.de, heading.en + ": " + words.en}};
        };
        before.push_back(side(old_entry));
        after.push_back(side(new_entry));
        only_filled = only_filled && !old_entry.words;
        only_emptied = only_emptied && !new_entry.words;
    }
};

template <class Row>
Differences differences(const Network& network_before, const Row& before,
                        const Network& network_after, const Row& after) {
    Differences out;
    for_each_column<Row>([&](const auto& column) {
        if (!is_compared<Row>(column.key) || column.need == Need::key) return;
        if (compared_value(network_before, before, column) ==
            compared_value(network_after, after, column))
            return;
        const Value old_value = comparable(cell_value(before, column));
        const Value new_value = comparable(cell_value(after, column));
        const auto entry = [&](const Network& network, const Row& row, const Value& value) {
            Differences::Entry found{cell_text(value), {}};
            if (value.index() != 0) found.words = detail::value_words(network, row, column);
            return found;
        };
        out.add(column.key, column.heading, entry(network_before, before, old_value),
                entry(network_after, after, new_value));
    });
    return out;
}

/// A change that no rule of the table explains.
inline Meaning meaning_of_rest(const Differences& differences) {
    if (differences.empty()) return Meaning::same;
    if (differences.only_filled) return Meaning::newly_recorded;
    return differences.only_emptied ? Meaning::no_longer_recorded : Meaning::other;
}

/// The tables of Compare that follow rows of the network.
void compare_actors(const View& before, const View& after, Compare::Findings& out);
void compare_ties(const View& before, const View& after, Compare::Findings& out);
void compare_offers(const View& before, const View& after, Compare::Findings& out);
void compare_agenda(const View& before, const View& after, Compare::Findings& out);
void compare_contacts(const View& before, const View& after, Compare::Findings& out);
/// Venues, areas, findings, needs, travel.
void compare_others(const View& before, const View& after, Compare::Findings& out);

/// Key before -> key of who goes on with it; not a succession that the earlier state had already.
std::map<std::string, std::string> successors(const View& before, const View& after);

}  // namespace lotse::analysis

#endif
